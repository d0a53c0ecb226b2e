// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QPlainTextEdit;
class QPushButton;
class QTimer;
QT_END_NAMESPACE

namespace Matchbook {

class TonedLabel;

/// Monospaced text to be taken elsewhere (a link, an ID, a raw request), wrapped anywhere and as high as it needs, with a
/// Copy button that shows "Copied" for two seconds.
class CopyField : public QWidget
{
    Q_OBJECT
public:
    /// \a name is what assistive technology calls it: `Postback URL`.
    explicit CopyField(const QString &name, QWidget *parent = nullptr);

    void setText(const QString &text);
    QString text() const;
    /// Muted text beside the button.
    void setNote(const QString &note);
    QPushButton *button() const { return m_button; }

    bool eventFilter(QObject *watched, QEvent *event) override;

public Q_SLOTS:
    void copy();

private:
    void fitHeight();

    QPlainTextEdit *m_text;
    QPushButton *m_button;
    TonedLabel *m_note;
    QTimer *m_back;
};

} // namespace Matchbook

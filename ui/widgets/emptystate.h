// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace Matchbook {

class TonedLabel;

/// What an empty page or card says instead of nothing: a title, a sentence on what to do next, and the button for it.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    /// \a icon is a resource path of an SVG (`:/icons/networks.svg`), may be empty; an empty \a button leaves it out.
    EmptyState(const QString &icon, const QString &title, const QString &sentence, const QString &button = {},
               QWidget *parent = nullptr);

    void setSentence(const QString &sentence);
    QPushButton *button() const { return m_button; }

Q_SIGNALS:
    void pressed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void dress();

    QString m_iconFile;
    QLabel *m_icon = nullptr;
    TonedLabel *m_sentence;
    QPushButton *m_button = nullptr;
};

} // namespace Matchbook

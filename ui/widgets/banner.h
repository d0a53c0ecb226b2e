// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tone.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace Matchbook {

class TonedLabel;

/// A problem (Red, Amber) or a piece of news (Green, Blue, Grey) in place: what happened, what to do, and a link that
/// does it. Never a dialog.
class Banner : public QWidget
{
    Q_OBJECT
public:
    explicit Banner(Tone tone = Tone::Red, QWidget *parent = nullptr);

    /// Shows the texts; all are plain text, so what came from a network cannot smuggle in markup. An empty \a link
    /// leaves the link out.
    void setMessage(Tone tone, const QString &title, const QString &sentence = {}, const QString &link = {});
    QString title() const;
    QString sentence() const;

Q_SIGNALS:
    void linkActivated();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone;
    QLabel *m_title;
    TonedLabel *m_sentence;
    QPushButton *m_link;
};

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "journey/journeysteps.h"

#include <QWidget>

namespace Matchbook {

/// One stop of a timeline: a dot on a line, a title with its time, and details below.
class TimelineStep : public QWidget
{
    Q_OBJECT
public:
    TimelineStep(const JourneyStep &step, const Formats &formats, qint64 now, QWidget *parent = nullptr);

    void setEnds(bool first, bool last);

Q_SIGNALS:
    /// The stop was clicked, or Enter or the space bar pressed on it. Only stops about a postback can be chosen.
    void chosen(PostbackId postback);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    Tone m_tone;
    PostbackId m_postback;
    bool m_first = false;
    bool m_last = false;
};

} // namespace Matchbook

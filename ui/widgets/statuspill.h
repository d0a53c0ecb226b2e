// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tone.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace Matchbook {

/// A word on a rounded ground of its tone.
class StatusPill : public QWidget
{
    Q_OBJECT
public:
    explicit StatusPill(const QString &text = {}, Tone tone = Tone::Grey, QWidget *parent = nullptr);

    void setPill(const QString &text, Tone tone);
    QString text() const { return m_text; }
    Tone tone() const { return m_tone; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

    /// Paints a pill with its left edge at \a area's, centred vertically. Shared with the delegate.
    static void paint(QPainter &painter, const QRect &area, const QString &text, Tone tone, const QFont &font,
                      const QPalette &palette);
    static QSize sizeFor(const QString &text, const QFont &font);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    Tone m_tone;
};

} // namespace Matchbook

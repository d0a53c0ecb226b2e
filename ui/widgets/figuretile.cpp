// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figuretile.h"

#include "colours.h"
#include "theme.h"

#include <QPainter>

namespace Matchbook {

namespace {

constexpr int marginX = 14;
constexpr int marginY = 12;

} // namespace

FigureTile::FigureTile(QWidget *parent) : QAbstractButton(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred); // as high as its neighbours
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
}

void FigureTile::setFigure(const Figure &figure)
{
    if (figure == m_figure)
        return;
    m_figure = figure;
    setAccessibleName(figure.caption + QStringLiteral(": ") + figure.value);
    QStringList more;
    if (!figure.change.isEmpty())
        more += (figure.direction < 0 ? tr("down %1 against the period before")
                                      : tr("up %1 against the period before"))
                        .arg(figure.change);
    if (!figure.note.isEmpty())
        more += figure.note;
    setAccessibleDescription(more.join(QStringLiteral(", ")));
    setToolTip(more.isEmpty() ? figure.value : more.join(QStringLiteral("\n")));
    countNoteLines();
    updateGeometry();
    update();
}

void FigureTile::countNoteLines()
{
    const int room = width() - 2 * marginX;
    const int lines = QFontMetrics(noteFont()).horizontalAdvance(m_figure.note) > room ? 2 : 1;
    if (lines == m_noteLines)
        return;
    m_noteLines = lines;
    updateGeometry();
}

void FigureTile::resizeEvent(QResizeEvent *event)
{
    QAbstractButton::resizeEvent(event);
    countNoteLines();
}

QFont FigureTile::valueFont(int width) const
{
    QFont font = scaledFont(this->font(), 1.38, QFont::Bold);
    // A long amount gets a smaller font rather than dots: a shortened sum of money would be a wrong one.
    while (width > 0 && font.pointSizeF() > 6 && QFontMetrics(font).horizontalAdvance(m_figure.value) > width)
        font.setPointSizeF(font.pointSizeF() - 0.5);
    return font;
}

QFont FigureTile::noteFont() const
{
    return scaledFont(font(), 0.9);
}

QString FigureTile::changeText() const
{
    if (m_figure.change.isEmpty() || m_figure.direction == 0)
        return m_figure.change;
    return QString(QChar(m_figure.direction > 0 ? 0x25B2 : 0x25BC)) + QLatin1Char(' ') + m_figure.change;
}

QSize FigureTile::sizeHint() const
{
    const QFontMetrics small(noteFont());
    const QFontMetrics large(valueFont(0));
    const int width
            = qMax(large.horizontalAdvance(m_figure.value), small.horizontalAdvance(m_figure.caption));
    return {width + 2 * marginX, 2 * marginY + (small.height() + 3) * (2 + m_noteLines) + large.height()};
}

QSize FigureTile::minimumSizeHint() const
{
    return {QFontMetrics(noteFont()).averageCharWidth() * 9 + 2 * marginX, sizeHint().height()};
}

void FigureTile::paintEvent(QPaintEvent *)
{
    const Colours &colours = Colours::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? colours.accent : colours.border);
    painter.setBrush(isDown() || underMouse() ? colours.hover : colours.card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);

    const int width = this->width() - 2 * marginX;
    int y = marginY;
    const auto line = [&](const QFont &font, const QColor &colour, const QString &text) {
        const QFontMetrics metrics(font);
        painter.setFont(font);
        painter.setPen(colour);
        painter.drawText(QRect(marginX, y, width, metrics.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(text, Qt::ElideRight, width));
        y += metrics.height() + 3;
    };
    line(noteFont(), colours.mutedText, m_figure.caption);
    line(valueFont(width), colours.text, m_figure.value);
    if (!m_figure.change.isEmpty())
        line(noteFont(), colours.tone(m_figure.tone).text, changeText());
    if (m_figure.note.isEmpty())
        return;
    painter.setFont(noteFont());
    painter.setPen(colours.mutedText);
    painter.drawText(QRect(marginX, y, width, height() - y - marginY / 2), Qt::AlignLeft | Qt::TextWordWrap,
                     m_figure.note);
}

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chartlegend.h"

#include "theme.h"

#include <QPainter>

namespace Matchbook {

namespace {

constexpr int gap = 14;

} // namespace

ChartLegend::ChartLegend(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFont(scaledFont(font(), 0.93));
}

void ChartLegend::setSeries(const ChartSeries &series)
{
    m_items.clear();
    QStringList names;
    for (const NamedSeries &stack : series.stacks)
        m_items += NamedSeries{stack.name, stack.id, {}};
    m_hasLine = !series.line.values.isEmpty();
    if (m_hasLine)
        m_items += NamedSeries{series.line.name, 0, {}};
    for (const NamedSeries &item : std::as_const(m_items))
        names += item.name;
    setAccessibleName(tr("Legend: %1").arg(names.join(QStringLiteral(", "))));
    setToolTip(names.join(QStringLiteral("\n")).toHtmlEscaped());
    updateGeometry();
    update();
}

int ChartLegend::itemWidth(const QString &name) const
{
    return fontMetrics().height() + fontMetrics().horizontalAdvance(name) + gap;
}

QSize ChartLegend::sizeHint() const
{
    int width = 0;
    for (const NamedSeries &item : m_items)
        width += itemWidth(item.name);
    return {width, fontMetrics().height() + 2};
}

QSize ChartLegend::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 4, fontMetrics().height() + 2};
}

void ChartLegend::paintEvent(QPaintEvent *)
{
    const Colours &colours = Colours::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int rest = fontMetrics().horizontalAdvance(QStringLiteral("+99"));
    qsizetype shown = 0;
    int used = 0;
    while (shown < m_items.size()) {
        const int width = itemWidth(m_items.at(shown).name);
        const bool last = shown + 1 == m_items.size();
        if (used + width + (last ? 0 : rest) > this->width() + gap)
            break;
        used += width;
        ++shown;
    }
    const bool cut = shown < m_items.size();
    int x = qMax(0, width() - used - (cut ? rest : 0) + gap / 2);
    const int side = fontMetrics().height() * 5 / 8;
    const int middle = height() / 2;
    for (qsizetype i = 0; i < shown; ++i) {
        const NamedSeries &item = m_items.at(i);
        if (m_hasLine && i + 1 == m_items.size()) {
            painter.setPen(QPen(colours.chartLine, 2));
            painter.drawLine(x, middle, x + side, middle);
        } else {
            painter.setPen(Qt::NoPen);
            painter.setBrush(colours.network(item.id));
            painter.drawRoundedRect(QRectF(x, middle - side / 2.0, side, side), 2, 2);
        }
        painter.setPen(colours.mutedText);
        painter.drawText(QRect(x + side + 6, 0, width(), height()), Qt::AlignLeft | Qt::AlignVCenter,
                         item.name);
        x += itemWidth(item.name);
    }
    if (cut) {
        painter.setPen(colours.mutedText);
        painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignLeft | Qt::AlignVCenter,
                         QLatin1Char('+') + QString::number(m_items.size() - shown));
    }
}

} // namespace Matchbook

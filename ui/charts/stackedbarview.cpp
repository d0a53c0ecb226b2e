// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stackedbarview.h"

#include "niceaxis.h"
#include "theme.h"

#include <QBarSet>
#include <QCategoryAxis>
#include <QChart>
#include <QGraphicsLayout>
#include <QLineSeries>
#include <QMouseEvent>
#include <QStackedBarSeries>
#include <QToolTip>
#include <QValueAxis>

#include <cmath>

namespace Matchbook {

namespace {

constexpr double micros = 1'000'000.0;

} // namespace

StackedBarView::StackedBarView(QWidget *parent)
    : QChartView(parent), m_bars(new QStackedBarSeries), m_line(new QLineSeries), m_days(new QCategoryAxis),
      m_amounts(new QValueAxis)
{
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    setFocusPolicy(Qt::NoFocus);
    QChart *drawing = chart();
    drawing->legend()->hide();
    drawing->setMargins({0, 4, 4, 0});
    drawing->layout()->setContentsMargins(0, 0, 0, 0);
    drawing->setBackgroundRoundness(0);
    drawing->setAnimationOptions(QChart::NoAnimation);
    drawing->addSeries(m_bars);
    drawing->addSeries(m_line);
    drawing->addAxis(m_days, Qt::AlignBottom);
    drawing->addAxis(m_amounts, Qt::AlignLeft);
    for (QAbstractSeries *series :
         {static_cast<QAbstractSeries *>(m_bars), static_cast<QAbstractSeries *>(m_line)}) {
        series->attachAxis(m_days);
        series->attachAxis(m_amounts);
    }
    m_bars->setBarWidth(0.78);
    m_days->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    m_days->setGridLineVisible(false);
    m_days->setLineVisible(false);
    m_amounts->setLineVisible(false);
    m_amounts->setTruncateLabels(false);
    m_days->setTruncateLabels(false);
    dress();
}

void StackedBarView::show(const ChartSeries &series, Currency currency, const Formats &formats)
{
    m_series = series;
    m_currency = currency;
    m_formats = formats;
    matchSets();

    QList<double> up(series.days.size(), 0.0);
    QList<double> down(series.days.size(), 0.0);
    double largest = 0;
    double smallest = 0;
    const auto sets = m_bars->barSets();
    for (qsizetype i = 0; i < series.stacks.size(); ++i) {
        QList<qreal> values;
        for (qsizetype bar = 0; bar < series.days.size(); ++bar) {
            const double value = double(series.stacks.at(i).values.value(bar)) / micros;
            values += value;
            (value > 0 ? up : down)[bar] += value;
            largest = qMax(largest, up.at(bar));
            smallest = qMin(smallest, down.at(bar));
        }
        QBarSet *set = sets.at(i);
        set->remove(0, set->count());
        set->append(values);
    }
    QList<QPointF> points;
    for (qsizetype bar = 0; bar < series.line.values.size(); ++bar) {
        const double value = double(series.line.values.at(bar)) / micros;
        points += QPointF(double(bar), value);
        largest = qMax(largest, value);
        smallest = qMin(smallest, value);
    }
    m_line->replace(points);
    m_line->setPointsVisible(points.size() == 1); // a line of one point would be nothing to see

    const NiceAxis axis = niceAxis(smallest, largest);
    m_amounts->setRange(axis.low, axis.high);
    m_amounts->setTickCount(axis.ticks());
    chart()->setLocalizeNumbers(true);
    chart()->setLocale(formats.locale);
    m_amounts->setLabelFormat(std::fmod(axis.step, 1.0) == 0.0 ? QStringLiteral("%.0f")
                                                               : QStringLiteral("%.2f"));
    labelDays();
    dress();
}

void StackedBarView::matchSets()
{
    const auto sets = m_bars->barSets();
    bool same = sets.size() == m_series.stacks.size();
    for (qsizetype i = 0; same && i < sets.size(); ++i)
        same = sets.at(i)->property("id").toLongLong() == m_series.stacks.at(i).id;
    if (same)
        return;
    m_bars->clear();
    QList<QBarSet *> fresh;
    for (const NamedSeries &stack : std::as_const(m_series.stacks)) {
        auto *set = new QBarSet(stack.name);
        set->setProperty("id", stack.id);
        fresh += set;
    }
    m_bars->append(fresh);
}

void StackedBarView::labelDays()
{
    const auto old = m_days->categoriesLabels();
    for (const QString &label : old)
        m_days->remove(label);
    const qsizetype bars = m_series.days.size();
    m_days->setRange(-0.6, qMax(0.0, double(bars) - 1) + 0.6);
    if (bars == 0)
        return;
    const QFontMetrics metrics(m_days->labelsFont());
    const int widest = metrics.horizontalAdvance(m_formats.dayLabel(QDate(2000, 12, 28))) * 3 / 2 + 12;
    const int room = qMax(1, width() / qMax(1, widest));
    const qsizetype step = qMax<qsizetype>(1, (bars + room - 1) / room);
    for (qsizetype bar = step > 1 ? step / 2 : 0; bar < bars; bar += step) {
        QString label = m_formats.dayLabel(m_series.days.at(bar));
        while (m_days->categoriesLabels().contains(label))
            label += QChar(0x200B); // labels must differ; a year later the same day comes again
        m_days->append(label, double(bar));
    }
}

void StackedBarView::dress()
{
    const Colours &colours = Colours::of(this);
    chart()->setBackgroundBrush(colours.card);
    setBackgroundBrush(colours.card);
    const auto sets = m_bars->barSets();
    for (QBarSet *set : sets) {
        set->setColor(colours.network(set->property("id").toLongLong()));
        set->setBorderColor(colours.card);
    }
    m_line->setPen(QPen(colours.chartLine, 2));
    m_line->setColor(colours.chartLine);
    m_line->setMarkerSize(7);
    for (QAbstractAxis *axis :
         {static_cast<QAbstractAxis *>(m_days), static_cast<QAbstractAxis *>(m_amounts)}) {
        axis->setLabelsColor(colours.mutedText);
        axis->setLabelsFont(scaledFont(font(), 0.86));
        axis->setGridLineColor(colours.chartGrid);
        axis->setLinePenColor(colours.chartGrid);
    }
}

qsizetype StackedBarView::barAt(const QPoint &position) const
{
    const QPointF inChart = chart()->mapFromScene(mapToScene(position));
    if (!chart()->plotArea().contains(inChart))
        return -1;
    const qint64 bar = qRound64(chart()->mapToValue(inChart, m_line).x());
    return bar >= 0 && bar < m_series.days.size() ? bar : -1;
}

QString StackedBarView::toolTipFor(qsizetype bar) const
{
    const QDate day = m_series.days.at(bar);
    QString title = m_formats.date(day);
    if (m_series.daysPerBar > 1)
        title += QStringLiteral(" – ") + m_formats.date(day.addDays(m_series.daysPerBar - 1));
    QString text = QStringLiteral("<b>") + title.toHtmlEscaped() + QStringLiteral("</b><table>");
    const auto line = [&](const QString &name, qint64 value) {
        text += QStringLiteral("<tr><td>") + name.toHtmlEscaped()
                + QStringLiteral("&nbsp;&nbsp;</td><td align=right>")
                + m_formats.money({value, m_currency}).toHtmlEscaped() + QStringLiteral("</td></tr>");
    };
    for (const NamedSeries &stack : m_series.stacks)
        line(stack.name, stack.values.value(bar));
    if (!m_series.line.values.isEmpty())
        line(m_series.line.name, m_series.line.values.value(bar));
    return text + QStringLiteral("</table>");
}

void StackedBarView::mouseMoveEvent(QMouseEvent *event)
{
    const qsizetype bar = barAt(event->position().toPoint());
    if (bar >= 0)
        QToolTip::showText(event->globalPosition().toPoint(), toolTipFor(bar), this);
    else
        QToolTip::hideText();
    setCursor(bar >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void StackedBarView::mouseReleaseEvent(QMouseEvent *event)
{
    const qsizetype bar = barAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && bar >= 0)
        Q_EMIT dayChosen(m_series.days.at(bar));
}

void StackedBarView::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        labelDays();
}

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "overviewtext.h"

#include "matching/networkalarm.h"
#include "text/statuswords.h"

#include <QCoreApplication>

#include <cmath>

namespace Matchbook {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Matchbook::Overview)
};

enum class Wish { More, Neither };

void compare(Figure &figure, double difference, const QString &text, Wish wish)
{
    if (text.isEmpty())
        return;
    figure.change = text;
    figure.direction = difference > 0 ? 1 : difference < 0 ? -1 : 0;
    if (wish == Wish::More && figure.direction != 0)
        figure.tone = figure.direction > 0 ? Tone::Green : Tone::Red;
}

void compareAmounts(Figure &figure, qint64 now, qint64 before, const Formats &formats, Wish wish)
{
    if (before == 0)
        return; // nothing to compare with
    const double change = (double(now) - double(before)) / std::abs(double(before));
    // Beyond this a percentage says nothing but "there was hardly anything before".
    constexpr double most = 9.99;
    compare(figure, change,
            std::abs(change) > most ? QString(QLatin1Char('>') + QChar(0x00A0) + formats.percent(most, 0))
                                    : formats.percent(std::abs(change), 1),
            wish);
}

void compareRates(Figure &figure, std::optional<double> now, std::optional<double> before,
                  const Formats &formats, int digits)
{
    if (now && before)
        compare(figure, *now - *before, formats.points(*now - *before, digits), Wish::More);
}

} // namespace

QList<Figure> overviewFigures(const Metrics &now, const Metrics &before, Currency currency,
                              const Formats &formats)
{
    const auto money = [&](qint64 micros) { return formats.money({micros, currency}); };
    QList<Figure> figures(overviewFigureCount);
    const auto at = [&](OverviewFigure which) -> Figure & { return figures[int(which)]; };

    Figure &clicks = at(OverviewFigure::Clicks);
    clicks = {Texts::tr("Clicks"), formats.count(now.clicks), {}, 0, Tone::Grey, {}};
    compareAmounts(clicks, now.clicks, before.clicks, formats, Wish::More);

    Figure &conversions = at(OverviewFigure::Conversions);
    conversions = {Texts::tr("Conversions"), formats.count(now.conversions), {}, 0, Tone::Grey, {}};
    compareAmounts(conversions, now.conversions, before.conversions, formats, Wish::More);

    Figure &rate = at(OverviewFigure::ConversionRate);
    rate = {Texts::tr("Conversion rate"), formats.percent(now.conversionRate()), {}, 0, Tone::Grey, {}};
    compareRates(rate, now.conversionRate(), before.conversionRate(), formats, 2);

    Figure &revenue = at(OverviewFigure::Revenue);
    revenue = {Texts::tr("Revenue"), money(now.revenueConfirmed), {}, 0, Tone::Grey, {}};
    compareAmounts(revenue, now.revenueConfirmed, before.revenueConfirmed, formats, Wish::More);
    if (now.revenuePending != 0)
        revenue.note = Texts::tr("%1 pending").arg(money(now.revenuePending));

    Figure &cost = at(OverviewFigure::Cost);
    cost = {Texts::tr("Cost"), money(now.cost), {}, 0, Tone::Grey, {}};
    compareAmounts(cost, now.cost, before.cost, formats, Wish::Neither);

    Figure &profit = at(OverviewFigure::Profit);
    profit = {Texts::tr("Profit"), money(now.profit()), {}, 0, Tone::Grey, {}};
    compareAmounts(profit, now.profit(), before.profit(), formats, Wish::More);

    Figure &epc = at(OverviewFigure::Epc);
    epc = {Texts::tr("EPC"), now.epc() ? money(*now.epc()) : noneText(), {}, 0, Tone::Grey, {}};
    if (now.epc() && before.epc())
        compareAmounts(epc, *now.epc(), *before.epc(), formats, Wish::More);

    Figure &roi = at(OverviewFigure::Roi);
    roi = {Texts::tr("ROI"), formats.percent(now.roi(), 0), {}, 0, Tone::Grey, {}};
    compareRates(roi, now.roi(), before.roi(), formats, 1);
    return figures;
}

Money amountShown(const Conversion &conversion)
{
    Money amount = conversion.payout;
    if (conversion.status == ConversionStatus::Refunded || conversion.status == ConversionStatus::ChargedBack)
        amount.micros
                = -(conversion.refundedMicros != 0 ? conversion.refundedMicros : conversion.payout.micros);
    return amount;
}

QList<QList<Cell>> latestRows(const QList<ConversionRow> &conversions, const Formats &formats, qint64 now)
{
    QList<QList<Cell>> rows;
    for (const ConversionRow &row : conversions) {
        const Conversion &conversion = row.conversion;
        const bool today = formats.day(conversion.time) == formats.day(now);
        rows += {{today ? formats.hourAndMinute(conversion.time)
                        : formats.dayLabel(formats.day(conversion.time)),
                  Tone::Grey, false, conversion.id.value},
                 {row.campaign.isEmpty() ? noneText() : row.campaign},
                 {formats.money(amountShown(conversion))},
                 {statusText(conversion.status), statusTone(conversion.status)}};
    }
    return rows;
}

QList<QList<Cell>> campaignRows(const QList<CampaignFigures> &campaigns, Currency currency,
                                const Formats &formats)
{
    QList<QList<Cell>> rows;
    for (const CampaignFigures &campaign : campaigns) {
        const Metrics &m = campaign.metrics;
        const auto money = [&](qint64 micros) { return formats.money({micros, currency}); };
        std::optional<Tone> tone;
        if (m.profit() != 0)
            tone = m.profit() > 0 ? Tone::Green : Tone::Red;
        rows += {{campaign.name, {}, false, campaign.id.value},
                 {campaign.source.isEmpty() ? noneText() : campaign.source},
                 {formats.count(m.clicks)},
                 {formats.count(m.conversions)},
                 {formats.percent(m.conversionRate())},
                 {money(m.revenueConfirmed)},
                 {money(m.cost)},
                 {money(m.profit()), tone},
                 {formats.percent(m.roi(), 0)}};
    }
    return rows;
}

QString healthSentence(const NetworkHealth &health, const Formats &formats, qint64 now)
{
    if (!health.alarms.isEmpty())
        return alarmShort(health.alarms.constFirst(), now);
    if (health.lastPostback <= 0)
        return Texts::tr("no postback yet");
    return Texts::tr("last postback %1").arg(formats.ago(health.lastPostback, now));
}

QList<QList<Cell>> healthRows(const QList<NetworkHealth> &health, const Formats &formats, qint64 now)
{
    QList<QList<Cell>> rows;
    for (const NetworkHealth &network : health) {
        QStringList alarms;
        for (const NetworkAlarm &alarm : network.alarms)
            alarms += alarmTitle(alarm, network.network.name, now) + u'\n' + alarmAdvice(alarm);
        rows += {{network.network.name, healthTone(network), false, network.network.id.value},
                 {healthSentence(network, formats, now),
                  Tone::Grey,
                  false,
                  {},
                  alarms.join(QStringLiteral("\n\n"))}};
    }
    return rows;
}

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "campaignrows.h"

#include <QCoreApplication>

#include <limits>

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Matchbook::CampaignRows)
};

Metrics metricsOf(const Report &report, qint64 id)
{
    for (const ReportRow &row : report.rows) {
        if (row.id() == id)
            return row.metrics;
    }
    return {};
}

ValueCell textCell(const QString &text)
{
    return {text, text.toLower()};
}

ValueCell countCell(qint64 count, const Formats &formats)
{
    return {formats.count(count), count};
}

ValueCell moneyCell(qint64 micros, Currency currency, const Formats &formats)
{
    return {formats.money(Money{micros, currency}), micros};
}

// A loss is red; the minus sign says it, too.
ValueCell profitCell(qint64 micros, Currency currency, const Formats &formats)
{
    ValueCell cell = moneyCell(micros, currency, formats);
    if (micros < 0)
        cell.tone = Tone::Red;
    return cell;
}

ValueCell rateCell(const std::optional<double> &rate, int digits, const Formats &formats)
{
    return {formats.percent(rate, digits), rate.value_or(-std::numeric_limits<double>::max())};
}

} // namespace

QStringList campaignTitles()
{
    return {Words::tr("Campaign"), Words::tr("Clicks"), Words::tr("Conversions"), Words::tr("CR"),
            Words::tr("Revenue"),  Words::tr("Cost"),   Words::tr("Profit"),      Words::tr("ROI")};
}

QStringList offerTitles()
{
    return {Words::tr("Offer"),  Words::tr("Network"),     Words::tr("Default payout"),
            Words::tr("Clicks"), Words::tr("Conversions"), Words::tr("Revenue"),
            Words::tr("Link")};
}

QList<ValueRow> campaignRows(const CatalogueContents &contents, const Report &report, bool withArchived,
                             const Formats &formats)
{
    QList<ValueRow> rows;
    for (const Campaign &campaign : contents.campaigns) {
        if (campaign.archived && !withArchived)
            continue;
        const Metrics metrics = metricsOf(report, campaign.id.value);
        ValueCell name
                = textCell(campaign.archived ? Words::tr("%1 (archived)").arg(campaign.name) : campaign.name);
        if (campaign.archived)
            name.tone = Tone::Grey;
        rows.append({campaign.id.value,
                     {name, countCell(metrics.clicks, formats), countCell(metrics.conversions, formats),
                      rateCell(metrics.conversionRate(), 2, formats),
                      moneyCell(metrics.revenueConfirmed, report.currency, formats),
                      moneyCell(metrics.cost, report.currency, formats),
                      profitCell(metrics.profit(), report.currency, formats),
                      rateCell(metrics.roi(), 0, formats)}});
    }
    return rows;
}

QList<ValueRow> offerRows(const CatalogueContents &contents, const Report &report, const Formats &formats)
{
    QList<ValueRow> rows;
    for (const Offer &offer : contents.offers) {
        const Metrics metrics = metricsOf(report, offer.id.value);
        const AffiliateNetwork *network = contents.network(offer.network);
        ValueCell payout{noneText(), qint64(0)};
        if (offer.defaultPayout.micros != 0)
            payout = moneyCell(offer.defaultPayout.micros, offer.defaultPayout.currency, formats);
        ValueCell link = textCell(offer.url);
        link.tone = Tone::Grey;
        rows.append({offer.id.value,
                     {textCell(offer.name), textCell(network ? network->name : noneText()), payout,
                      countCell(metrics.clicks, formats), countCell(metrics.conversions, formats),
                      moneyCell(metrics.revenueConfirmed, report.currency, formats), link}});
    }
    return rows;
}

QString reportTotals(const Metrics &total, Currency currency, const Formats &formats)
{
    const auto money = [&](qint64 micros) { return formats.money(Money{micros, currency}); };
    QStringList parts{Words::tr("%1 clicks").arg(formats.count(total.clicks)),
                      Words::tr("%1 conversions").arg(formats.count(total.conversions)),
                      Words::tr("revenue %1").arg(money(total.revenueConfirmed)),
                      Words::tr("cost %1").arg(money(total.cost)),
                      Words::tr("profit %1").arg(money(total.profit()))};
    if (const auto roi = total.roi())
        parts.append(Words::tr("ROI %1").arg(formats.percent(*roi, 0)));
    return parts.join(u" · "_s);
}

} // namespace Matchbook

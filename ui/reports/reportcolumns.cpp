// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reportcolumns.h"

#include <QCoreApplication>

#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Matchbook::ReportColumns)
};

/// A count, an amount or a ratio of a row. Exactly one is there, or none where it means nothing.
struct Figure {
    enum class Kind { Count, Amount, Ratio };
    Kind kind = Kind::Count;
    std::optional<double> value;
    qint64 exact = 0; ///< of counts and amounts
};

Figure count(qint64 number)
{
    return {Figure::Kind::Count, double(number), number};
}

Figure amount(const std::optional<qint64> &micros)
{
    return {Figure::Kind::Amount, micros ? std::optional(double(*micros)) : std::nullopt, micros.value_or(0)};
}

Figure ratio(const std::optional<double> &value)
{
    return {Figure::Kind::Ratio, value, 0};
}

Figure figureOf(ReportColumn column, const Metrics &metrics)
{
    switch (column) {
    case ReportColumn::Clicks:
        return count(metrics.clicks);
    case ReportColumn::Bots:
        return count(metrics.bots);
    case ReportColumn::Conversions:
        return count(metrics.conversions);
    case ReportColumn::ConversionRate:
        return ratio(metrics.conversionRate());
    case ReportColumn::Confirmed:
        return amount(metrics.revenueConfirmed);
    case ReportColumn::Pending:
        return amount(metrics.revenuePending);
    case ReportColumn::Rejected:
        return amount(metrics.revenueRejected);
    case ReportColumn::Refunded:
        return amount(metrics.revenueRefunded);
    case ReportColumn::Cost:
        return amount(metrics.cost);
    case ReportColumn::Profit:
        return amount(metrics.profit());
    case ReportColumn::Roi:
        return ratio(metrics.roi());
    case ReportColumn::Epc:
        return amount(metrics.epc());
    case ReportColumn::CostPerClick:
        return amount(metrics.costPerClick());
    case ReportColumn::CostPerConversion:
        return amount(metrics.costPerConversion());
    case ReportColumn::AveragePayout:
        return amount(metrics.averagePayout());
    case ReportColumn::ApprovalRate:
        return ratio(metrics.approvalRate());
    case ReportColumn::RefundRate:
        return ratio(metrics.refundRate());
    }
    return {};
}

struct Texts {
    const char *word;
    QString title;
    QString meaning;
};

Texts textsOf(ReportColumn column)
{
    switch (column) {
    case ReportColumn::Clicks:
        return {"clicks", Words::tr("Clicks"), Words::tr("Arrivals by visitors")};
    case ReportColumn::Bots:
        return {"bots", Words::tr("Bots"), Words::tr("Arrivals by bots, which count nowhere else")};
    case ReportColumn::Conversions:
        return {"conversions", Words::tr("Conv."),
                Words::tr("Conversions of every status but test and ignored")};
    case ReportColumn::ConversionRate:
        return {"cr", Words::tr("CR"), Words::tr("Conversions ÷ clicks")};
    case ReportColumn::Confirmed:
        return {"confirmed", Words::tr("Confirmed"),
                Words::tr("Revenue that is approved, less what was refunded")};
    case ReportColumn::Pending:
        return {"pending", Words::tr("Pending"), Words::tr("Revenue that is not decided yet")};
    case ReportColumn::Rejected:
        return {"rejected", Words::tr("Rejected"), Words::tr("Revenue that was rejected")};
    case ReportColumn::Refunded:
        return {"refunded", Words::tr("Refunded"), Words::tr("Revenue that was taken back")};
    case ReportColumn::Cost:
        return {"cost", Words::tr("Cost"), Words::tr("What the clicks cost")};
    case ReportColumn::Profit:
        return {"profit", Words::tr("Profit"), Words::tr("Confirmed revenue − cost")};
    case ReportColumn::Roi:
        return {"roi", Words::tr("ROI"), Words::tr("Profit ÷ cost")};
    case ReportColumn::Epc:
        return {"epc", Words::tr("EPC"), Words::tr("Confirmed revenue ÷ clicks")};
    case ReportColumn::CostPerClick:
        return {"cpc", Words::tr("CPC"), Words::tr("Cost ÷ clicks")};
    case ReportColumn::CostPerConversion:
        return {"cpa", Words::tr("CPA"), Words::tr("Cost ÷ conversions that are approved or pending")};
    case ReportColumn::AveragePayout:
        return {"ap", Words::tr("Avg payout"), Words::tr("Confirmed revenue ÷ approved conversions")};
    case ReportColumn::ApprovalRate:
        return {"approval", Words::tr("Approval"), Words::tr("Approved ÷ decided conversions")};
    case ReportColumn::RefundRate:
        return {"refunds", Words::tr("Refunds"),
                Words::tr("Refunded and charged back ÷ these and approved conversions")};
    }
    return {};
}

} // namespace

const QList<ReportColumn> &allReportColumns()
{
    static const QList<ReportColumn> columns = [] {
        QList<ReportColumn> list;
        for (int i = 0; i <= int(ReportColumn::RefundRate); ++i)
            list << ReportColumn(i);
        return list;
    }();
    return columns;
}

QLatin1StringView columnWord(ReportColumn column)
{
    return QLatin1StringView(textsOf(column).word);
}

bool isShownAtFirst(ReportColumn column)
{
    static const QList<ReportColumn> shown{
            ReportColumn::Clicks,    ReportColumn::Conversions, ReportColumn::ConversionRate,
            ReportColumn::Confirmed, ReportColumn::Pending,     ReportColumn::Cost,
            ReportColumn::Profit,    ReportColumn::Roi,         ReportColumn::Epc};
    return shown.contains(column);
}

QString columnTitle(ReportColumn column)
{
    return textsOf(column).title;
}

QString columnMeaning(ReportColumn column)
{
    return textsOf(column).meaning;
}

QString columnText(ReportColumn column, const Metrics &metrics, Currency currency, const Formats &formats)
{
    const Figure figure = figureOf(column, metrics);
    if (!figure.value)
        return noneText();
    switch (figure.kind) {
    case Figure::Kind::Count:
        return formats.count(figure.exact);
    case Figure::Kind::Amount:
        return formats.money(Money{figure.exact, currency});
    case Figure::Kind::Ratio:
        return formats.percent(*figure.value, column == ReportColumn::Roi ? 0 : 2);
    }
    return {};
}

double columnValue(ReportColumn column, const Metrics &metrics)
{
    return figureOf(column, metrics).value.value_or(-std::numeric_limits<double>::max());
}

std::optional<Tone> columnTone(ReportColumn column, const Metrics &metrics)
{
    if (column != ReportColumn::Profit || metrics.profit() == 0)
        return std::nullopt;
    return metrics.profit() < 0 ? Tone::Red : Tone::Green;
}

} // namespace Matchbook

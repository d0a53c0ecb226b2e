// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reportcsv.h"

#include "csvfile.h"
#include "vocabulary/money.h"
#include "vocabulary/outputfile.h"

namespace Matchbook {

namespace {

QStringList metricNames()
{
    return {QStringLiteral("Clicks"),
            QStringLiteral("Bots"),
            QStringLiteral("Conversions"),
            QStringLiteral("CR"),
            QStringLiteral("Revenue confirmed"),
            QStringLiteral("Revenue pending"),
            QStringLiteral("Revenue rejected"),
            QStringLiteral("Revenue refunded"),
            QStringLiteral("Cost"),
            QStringLiteral("Profit"),
            QStringLiteral("ROI"),
            QStringLiteral("EPC"),
            QStringLiteral("CPC"),
            QStringLiteral("CPA"),
            QStringLiteral("Average payout"),
            QStringLiteral("Approval rate (of decided)"),
            QStringLiteral("Refund rate")};
}

QString ratio(const std::optional<double> &value)
{
    return value ? QString::number(*value, 'f', 6) : QString();
}

QStringList metricCells(const Metrics &metrics, Currency currency)
{
    const auto amount = [&](qint64 micros) { return Money{micros, currency}.toDecimal(); };
    const auto each
            = [&](const std::optional<qint64> &micros) { return micros ? amount(*micros) : QString(); };
    return {QString::number(metrics.clicks),
            QString::number(metrics.bots),
            QString::number(metrics.conversions),
            ratio(metrics.conversionRate()),
            amount(metrics.revenueConfirmed),
            amount(metrics.revenuePending),
            amount(metrics.revenueRejected),
            amount(metrics.revenueRefunded),
            amount(metrics.cost),
            amount(metrics.profit()),
            ratio(metrics.roi()),
            each(metrics.epc()),
            each(metrics.costPerClick()),
            each(metrics.costPerConversion()),
            each(metrics.averagePayout()),
            ratio(metrics.approvalRate()),
            ratio(metrics.refundRate())};
}

class ReportLines
{
public:
    ReportLines(const ReportTree &tree, OutputFile &out) : m_tree(tree), m_out(out) { }

    Expected<void> write()
    {
        QStringList head;
        for (const ReportDimension dimension : m_tree.question.by)
            head << QString(dimensionWord(dimension));
        head << QStringLiteral("Level") << metricNames() << QStringLiteral("Currency")
             << QStringLiteral("From") << QStringLiteral("To") << QStringLiteral("Time zone")
             << QStringLiteral("Date basis") << QStringLiteral("Only network")
             << QStringLiteral("Rows from clicks");
        if (auto begun = m_out.write(csvLine(head)); !begun)
            return begun;
        for (const ReportNode &node : m_tree.nodes) {
            if (auto done = add(node, {}); !done)
                return done;
        }
        if (auto done = addLine({QStringLiteral("Total")}, 0, m_tree.total, m_tree.currency); !done)
            return done;
        for (const LeftOut &left : m_tree.leftOut) {
            const QString name = QStringLiteral("Left out: no rate to %1").arg(m_tree.currency.code());
            if (auto done = addLine({name}, 0, left.total, left.currency); !done)
                return done;
        }
        return {};
    }

private:
    Expected<void> add(const ReportNode &node, QStringList path)
    {
        path << node.part.name;
        if (auto done = addLine(path, path.size(), node.metrics, m_tree.currency); !done)
            return done;
        for (const ReportNode &child : node.children) {
            if (auto done = add(child, path); !done)
                return done;
        }
        return {};
    }
    Expected<void> addLine(QStringList names, qsizetype level, const Metrics &metrics, Currency currency)
    {
        const ReportQuestion &question = m_tree.question;
        names.resize(question.by.size());
        names << QString::number(level) << metricCells(metrics, currency) << currency.code()
              << question.range.from.toString(Qt::ISODate) << question.range.to.toString(Qt::ISODate)
              << QString::fromLatin1(question.range.zone.id()) << QString(basisWord(question.basis))
              << m_tree.network << QString::number(m_tree.leastClicks);
        return m_out.write(csvLine(names));
    }

    const ReportTree &m_tree;
    OutputFile &m_out;
};

} // namespace

Expected<void> exportReport(const ReportTree &tree, const QString &file)
{
    OutputFile out(file);
    if (auto opened = out.open(); !opened)
        return opened;
    if (auto written = ReportLines(tree, out).write(); !written)
        return written;
    return out.commit();
}

} // namespace Matchbook

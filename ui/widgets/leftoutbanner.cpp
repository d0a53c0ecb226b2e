// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "leftoutbanner.h"

namespace Matchbook {

namespace {

QString amountsOf(const LeftOut &left, const Formats &formats)
{
    QStringList parts;
    const auto add = [&](const QString &text, qint64 micros) {
        if (micros != 0)
            parts << text.arg(formats.money(Money{micros, left.currency}));
    };
    add(LeftOutBanner::tr("%1 confirmed"), left.total.revenueConfirmed);
    add(LeftOutBanner::tr("%1 pending"), left.total.revenuePending);
    add(LeftOutBanner::tr("%1 rejected"), left.total.revenueRejected);
    add(LeftOutBanner::tr("%1 refunded"), left.total.revenueRefunded);
    add(LeftOutBanner::tr("%1 of cost"), left.total.cost);
    return parts.isEmpty() ? left.currency.code() : parts.join(QStringLiteral(", "));
}

QString daysOf(const LeftOut &left, const Formats &formats)
{
    return left.first == left.last
            ? formats.date(left.first)
            : LeftOutBanner::tr("%1 to %2").arg(formats.date(left.first), formats.date(left.last));
}

} // namespace

LeftOutBanner::LeftOutBanner(QWidget *parent) : Banner(Tone::Amber, parent)
{
    setObjectName(QStringLiteral("leftOut"));
    hide();
    connect(this, &Banner::linkActivated, this, [this] { Q_EMIT openPage(QStringLiteral("settings"), {}); });
}

void LeftOutBanner::setLeftOut(const QList<LeftOut> &leftOut, Currency currency, const Formats &formats)
{
    QStringList texts;
    for (const LeftOut &left : leftOut)
        texts << tr("%1 (%2)").arg(amountsOf(left, formats), daysOf(left, formats));
    if (!texts.isEmpty())
        setMessage(Tone::Amber,
                   tr("No exchange rate to %1 is known, so this is not in the figures:").arg(currency.code()),
                   texts.join(QStringLiteral(" · ")), tr("Exchange rates…"));
    setVisible(!texts.isEmpty());
}

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "leftoutbanner.h"

namespace Matchbook {

namespace {

QString amountsOf(const LeftOut &left, const Formats &formats)
{
    QStringList parts;
    if (left.total.conversions > 0)
        parts << LeftOutBanner::tr("conversions: %1").arg(formats.count(left.total.conversions));
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

void LeftOutBanner::setLeftOut(const QList<LeftOut> &leftOut, Currency currency, Currency wanted,
                               const Formats &formats)
{
    QStringList texts;
    for (const LeftOut &left : leftOut)
        texts << tr("%1 (%2)").arg(amountsOf(left, formats), daysOf(left, formats));
    const bool isOther = wanted.isValid() && wanted != currency;
    if (isOther)
        setMessage(Tone::Amber,
                   tr("No exchange rate to %1 is known, so everything is shown in %2.")
                           .arg(wanted.code(), currency.code()),
                   texts.isEmpty() ? QString()
                                   : tr("Not in the figures: %1").arg(texts.join(QStringLiteral(" · "))),
                   tr("Exchange rates…"));
    else if (!texts.isEmpty())
        setMessage(Tone::Amber,
                   tr("No exchange rate to %1 is known, so this is not in the figures:").arg(currency.code()),
                   texts.join(QStringLiteral(" · ")), tr("Exchange rates…"));
    setVisible(isOther || !texts.isEmpty());
}

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cataloguerows.h"

#include <QJsonDocument>

namespace Matchbook {

QString present(const QString &text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

void bindNetwork(Statement &statement, const AffiliateNetwork &network)
{
    statement.bind(network.name.trimmed())
            .bind(network.preset)
            .bind(repeatPolicyWord(network.repeatPolicy))
            .bind(decimalMarkWord(network.decimalMark))
            .bind(network.defaultCurrency.code())
            .bind(statusWord(network.defaultStatus))
            .bind(present(network.subIdParameter))
            .bind(present(network.answerText))
            .bind(present(network.allowedSenders.join(QLatin1Char('\n'))))
            .bind(QString::fromUtf8(QJsonDocument(toJson(network.mapping)).toJson(QJsonDocument::Compact)))
            .bind(present(network.reportZone));
}

AffiliateNetwork networkFrom(const Statement &row)
{
    AffiliateNetwork network;
    network.id = {row.number(0)};
    network.name = row.text(1);
    network.preset = row.text(2);
    network.key = row.text(3);
    network.repeatPolicy = repeatPolicyFromWord(row.text(4)).value_or(RepeatPolicy::Update);
    network.decimalMark = decimalMarkFromWord(row.text(5)).value_or(DecimalMark::Auto);
    network.defaultCurrency = Currency::fromCode(row.text(6)).value_or(Currency::usd());
    network.defaultStatus = statusFromWord(row.text(7)).value_or(ConversionStatus::Approved);
    network.subIdParameter = row.text(8);
    network.answerText = row.text(9);
    network.allowedSenders = row.text(10).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    network.createdAt = row.number(11);
    // What a later version wrote and this one cannot read is as if it were not there: the preset still reads.
    const auto mapping = mappingFromJson(QJsonDocument::fromJson(row.text(12).toUtf8()).object());
    network.mapping = mapping ? *mapping : NetworkMapping();
    network.reportZone = row.text(13);
    return network;
}

Offer offerFrom(const Statement &row)
{
    Offer offer;
    offer.id = {row.number(0)};
    offer.name = row.text(1);
    offer.network = {row.number(2)};
    offer.url = row.text(3);
    offer.defaultPayout = {row.number(4), Currency::fromCode(row.text(5)).value_or(Currency())};
    offer.createdAt = row.number(6);
    return offer;
}

Campaign campaignFrom(const Statement &row)
{
    Campaign campaign;
    campaign.id = {row.number(0)};
    campaign.name = row.text(1);
    campaign.key = row.text(2);
    campaign.trafficSource = row.text(3);
    campaign.costPerClick = {row.number(4), Currency::fromCode(row.text(5)).value_or(Currency())};
    campaign.archived = row.number(6) != 0;
    campaign.createdAt = row.number(7);
    return campaign;
}

} // namespace Matchbook

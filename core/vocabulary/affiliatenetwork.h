// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "conversion.h"
#include "currency.h"
#include "identifiers.h"
#include "networkmapping.h"

#include <QString>
#include <QStringList>

namespace Matchbook {

/// What a second postback for the same conversion does.
enum class RepeatPolicy { Update, Ignore, CountEveryHit, AddAmounts };
QLatin1StringView repeatPolicyWord(RepeatPolicy policy); ///< update, ignore, count_every_hit, add_amounts
std::optional<RepeatPolicy> repeatPolicyFromWord(QStringView word);

/// How an amount is written. Auto reads what can be read one way only.
enum class DecimalMark { Auto, Point, Comma };
QLatin1StringView decimalMarkWord(DecimalMark mark); ///< auto, point, comma
std::optional<DecimalMark> decimalMarkFromWord(QStringView word);

/// Who pays.
struct AffiliateNetwork {
    NetworkId id;
    QString name;
    QString preset; ///< the preset's ID: `generic`, …
    QString key; ///< secret part of the postback URL
    RepeatPolicy repeatPolicy = RepeatPolicy::Update;
    DecimalMark decimalMark = DecimalMark::Auto;
    Currency defaultCurrency = Currency::usd();
    ConversionStatus defaultStatus = ConversionStatus::Approved; ///< when none is sent
    QString subIdParameter; ///< where our click ID goes in an offer link; empty: the preset's
    QString answerText; ///< empty: OK
    QStringList allowedSenders; ///< addresses or CIDR blocks; empty: any, with the key
    NetworkMapping mapping; ///< its own names and words; wins over the preset
    QString reportZone; ///< zone of the network's own reports, as QTimeZone reads it; empty: not known
    qint64 createdAt = 0; ///< Unix ms

    friend bool operator==(const AffiliateNetwork &, const AffiliateNetwork &) = default;
};

/// A key that a network had before. It works until it has run out, and is known ever after.
struct RetiredKey {
    QString key;
    NetworkId network;
    qint64 validUntil = 0; ///< Unix ms, excluded

    friend bool operator==(const RetiredKey &, const RetiredKey &) = default;
};

} // namespace Matchbook

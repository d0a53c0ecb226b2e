// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/click.h"
#include "vocabulary/expected.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>

#include <array>

namespace Matchbook {

/// What a traffic source does its own way: which parameters of a tracking link carry its own click identifier and the sub
/// IDs. One JSON file each in `resources/trafficsources/`.
struct TrafficSourcePreset {
    QString id;
    QString name;
    QList<QByteArray> externalIdFields; ///< lower case; the first present and not empty wins
    std::array<QList<QByteArray>, subIdCount> subIdFields; ///< the same for sub1 … sub10
};

/// What an arrival's query says.
struct SourceReading {
    QString externalId; ///< as displayText(); empty if none was sent, or if the macro was never replaced
    SubIds subIds; ///< likewise
};

/// Reads one preset file. Fails with BadInput, naming the member that is wrong.
Expected<TrafficSourcePreset> trafficSourceFromJson(const QJsonObject &json);

/// Whether \a preset stands for a particular traffic source, not for any other one.
bool namesASource(const TrafficSourcePreset &preset);

/// Every traffic source preset that is compiled in: the generic one first, then by name.
QList<TrafficSourcePreset> trafficSourcePresets();

/// Reads the raw query of an arrival, form-encoded, names without case. Cheap enough for every click; safe in any thread.
SourceReading readArrival(const QByteArray &rawQuery, const TrafficSourcePreset &preset);

} // namespace Matchbook

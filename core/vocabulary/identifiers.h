// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHashFunctions>
#include <QtGlobal>

namespace Matchbook {

/// A row's number in the store, of one kind only: an offer's ID cannot be passed where a campaign's is wanted.
/// 0 means "none".
template<typename Tag>
struct Id {
    qint64 value = 0;

    bool isValid() const { return value > 0; }
    friend bool operator==(Id, Id) = default;
    friend auto operator<=>(Id, Id) = default;
    friend size_t qHash(Id id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

using NetworkId = Id<struct NetworkTag>;
using OfferId = Id<struct OfferTag>;
using CampaignId = Id<struct CampaignTag>;
using PostbackId = Id<struct PostbackTag>;
using ConversionId = Id<struct ConversionTag>;

} // namespace Matchbook

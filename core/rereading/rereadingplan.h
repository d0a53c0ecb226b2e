// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "matching/salereplay.h"
#include "salereader.h"

namespace Matchbook {

/// A postback that was judged again.
struct PlannedPostback {
    PostbackId id;
    Judgement before;
    Judgement after; ///< with the conversion's ID where it has one already
    int sale = -1; ///< place in RereadingPlan::sales; -1: it makes no conversion

    bool differs() const { return before != after; }
};

/// A conversion before and after.
struct PlannedSale {
    std::optional<Conversion> before;
    std::optional<Conversion> after; ///< without a valid ID it is new
    QList<SaleReplay::Step> history; ///< of the conversion after
    bool written = false; ///< it, or a line of its history, may differ

    bool isAdded() const { return !before && after; }
    bool isRemoved() const { return before && !after; }
    bool isChanged() const { return before && after && *before != *after; }
};

/// What is to be written so that related sales are as if today's mapping had always been there.
struct RereadingPlan {
    std::vector<PlannedPostback> postbacks;
    std::vector<PlannedSale> sales;

    bool changesAnything() const;
};

/// Pure: judges \a related again and compares. A conversion keeps its ID if its key is the same, or else if one of its
/// postbacks had that conversion before.
RereadingPlan planRereading(const RelatedSales &related, const ClickHistory &clicks);

} // namespace Matchbook

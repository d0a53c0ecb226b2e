// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "statement.h"
#include "vocabulary/affiliatenetwork.h"
#include "vocabulary/campaign.h"
#include "vocabulary/offer.h"

namespace Matchbook {

/// Binds a network's columns in the order of `network_insert` and `network_update`, up to the key.
void bindNetwork(Statement &statement, const AffiliateNetwork &network);

// One row of `network_list`, `offer_list` and `campaign_list` each. A campaign's offers are in rows of their own.
AffiliateNetwork networkFrom(const Statement &row);
Offer offerFrom(const Statement &row);
Campaign campaignFrom(const Statement &row);

/// Text columns of what people set up are never null; a default-made QString would be.
QString present(const QString &text);

} // namespace Matchbook

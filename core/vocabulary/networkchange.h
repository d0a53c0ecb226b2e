// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "affiliatenetwork.h"

namespace Matchbook {

/// \a stored with what differs between \a before and \a after, and with nothing else: whatever another window or process
/// has set meanwhile stays. Allowed senders, status words and the parameters of each meaning are taken one by one. With
/// \a before and \a after exchanged it takes a change back. ID, key and time of creation are those of \a stored.
AffiliateNetwork withChange(AffiliateNetwork stored, const AffiliateNetwork &before,
                            const AffiliateNetwork &after);

} // namespace Matchbook

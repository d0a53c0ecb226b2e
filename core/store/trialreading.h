// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networks/networkpreset.h"
#include "networks/postbackreader.h"
#include "rows.h"

namespace Matchbook {

/// How a stored postback would be read under another mapping. Nothing is looked up and nothing written.
struct TrialReading {
    PostbackId postback;
    qint64 time = 0; ///< Unix ms
    PostbackReading reading;
    QString clickId; ///< as it would be looked up; what was sent where it is none of ours
    PostbackCause problem = PostbackCause::None; ///< of the content, else of the click ID
    QString detail;
    PostbackOutcome outcome = PostbackOutcome::Unmatched; ///< how it was judged when it arrived
};

/// The request as it arrived, as far as its row keeps it.
ReceivedRequest receivedRequest(const PostbackRow &row);

/// \a rows read by \a preset and the settings of \a network, in their order.
QList<TrialReading> trialReadings(const QList<PostbackRow> &rows, const NetworkPreset &preset,
                                  const AffiliateNetwork &network);

} // namespace Matchbook

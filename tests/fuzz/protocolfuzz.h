// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/senderform.h"

#include <cstddef>
#include <cstdint>
#include <functional>

namespace Matchbook {

/// The protocol to be fuzzed: that of the preset called \a preset.
struct FuzzedProtocol {
    const char *preset;
    QByteArray secret;
    /// A message that the network could have sent, with \a text in it, signed or encrypted with the secret. Without it random
    /// bytes would never come past the signature.
    std::function<ReceivedRequest(const QByteArray &text)> genuine;
};

/// Opens one input, reads what is believed, and aborts where a promise of the protocol is broken. The first byte says whether the
/// rest is a body or a text to be made a genuine message of, and what may be kept of the buyer.
int fuzzProtocol(const FuzzedProtocol &fuzzed, const std::uint8_t *input, std::size_t size);

/// \a text as a form, of fields with one name the last.
SenderForm formOf(const QByteArray &text);

} // namespace Matchbook

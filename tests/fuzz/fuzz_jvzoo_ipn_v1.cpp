// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "protocolfuzz.h"
#include "support/jvzoosender.h"

using namespace Matchbook;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *input, std::size_t size)
{
    static const JvzooSender sender;
    static const FuzzedProtocol fuzzed{"jvzoo_ipn_v1", "M4tchbookTest",
                                       [](const QByteArray &text) { return sender.send(formOf(text)); }};
    return fuzzProtocol(fuzzed, input, size);
}

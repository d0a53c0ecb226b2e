// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "protocolfuzz.h"
#include "support/digistore24sender.h"

using namespace Matchbook;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *input, std::size_t size)
{
    static const Digistore24Sender sender;
    static const FuzzedProtocol fuzzed{"digistore24_ipn", "PassPhrase1",
                                       [](const QByteArray &text) { return sender.send(formOf(text)); }};
    return fuzzProtocol(fuzzed, input, size);
}

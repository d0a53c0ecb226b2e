// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "protocolfuzz.h"
#include "support/clickbanksender.h"

using namespace Matchbook;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *input, std::size_t size)
{
    static const ClickBankSender sender;
    static const FuzzedProtocol fuzzed{"clickbank_ins", "TESTSECRETKEY001", [](const QByteArray &text) {
                                           return text.startsWith('c') ? sender.sendLegacy(formOf(text))
                                                                       : sender.sendPadded(text, {});
                                       }};
    return fuzzProtocol(fuzzed, input, size);
}

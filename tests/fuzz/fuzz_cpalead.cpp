// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "protocolfuzz.h"
#include "support/postbacksender.h"

using namespace Matchbook;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *input, std::size_t size)
{
    static const FuzzedProtocol fuzzed{"cpalead", "Passw0rd1", [](const QByteArray &text) {
                                           return PostbackSender::sendCpalead(formOf(text), "Passw0rd1");
                                       }};
    return fuzzProtocol(fuzzed, input, size);
}

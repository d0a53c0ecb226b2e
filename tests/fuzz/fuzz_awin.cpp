// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "protocolfuzz.h"

using namespace Matchbook;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *input, std::size_t size)
{
    static const FuzzedProtocol fuzzed{"awin", {}, [](const QByteArray &text) {
                                           return SenderForm({{"AwinTransactionPush", text}}).posted();
                                       }};
    return fuzzProtocol(fuzzed, input, size);
}

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "protocolfuzz.h"

#include "networks/formdecoding.h"
#include "networks/newnetwork.h"
#include "networks/postbackfields.h"
#include "networks/presetmembers.h"
#include "networks/protocols/protocol.h"

#include <cstdio>
#include <cstdlib>

namespace Matchbook {

namespace {

void promise(bool kept, const char *what)
{
    if (kept)
        return;
    std::fprintf(stderr, "broken promise: %s\n", what);
    std::abort();
}

NetworkPreset presetNamed(const char *id)
{
    const auto json = readPresetFile(QStringLiteral(PRESETS "/%1.json").arg(QLatin1StringView(id)));
    promise(json.has_value(), "the preset can be read");
    const auto preset = presetFromJson(*json);
    promise(preset.has_value(), "the preset is right");
    return *preset;
}

/// Everything is decoded once more, since an address could be hidden by its encoding.
bool holdsAddress(const ReceivedRequest &kept)
{
    const PostbackFields fields(kept);
    for (const PostbackFields::Field &field : fields.all()) {
        if (field.value.contains('@'))
            return true;
    }
    return false;
}

void checkReading(const PostbackReading &reading, const Protocol &protocol)
{
    const auto status = reading.status;
    const bool counts = status && status != ConversionStatus::Ignored && status != ConversionStatus::Test;
    promise(reading.kind == NewsKind::Money || !counts, "news never counts");
    promise(!protocol.isSigned || reading.kind != NewsKind::Money || status
                    || reading.problem != PostbackCause::None,
            "what counts says what it is");
    promise(reading.payoutMicros.value_or(0) >= 0, "no amount is negative");
    promise(!reading.event.isEmpty(), "there is an event");
}

} // namespace

int fuzzProtocol(const FuzzedProtocol &fuzzed, const std::uint8_t *input, std::size_t size)
{
    static const NetworkPreset preset = presetNamed(fuzzed.preset);
    static const AffiliateNetwork network = *newNetwork(preset);
    static const Protocol protocol = *protocolOf(preset);
    if (size == 0)
        return 0;
    const QByteArray text(reinterpret_cast<const char *>(input) + 1, qsizetype(size) - 1);
    const bool isGenuine = input[0] % 2 == 1;
    const auto buyer = BuyerData(input[0] / 2 % 3);
    ReceivedRequest arrived = isGenuine ? fuzzed.genuine(text) : SenderForm::post(text, "text/plain");
    if (!isGenuine && input[0] % 16 >= 8)
        std::swap(arrived.query, arrived.body);

    const OpenedNotification opened = protocol.open(arrived, fuzzed.secret, buyer);
    promise(protocol.open(arrived, fuzzed.secret, buyer).kept.body == opened.kept.body,
            "it is opened the same way twice");
    promise(!protocol.isSigned || protocol.open(arrived, {}, buyer).signature != Signature::Right,
            "without a secret nothing is right");
    promise(protocol.open(arrived, "another secret", buyer).signature != Signature::Right,
            "with another secret nothing is right");
    const bool isBelieved = opened.signature == Signature::Right
            || (opened.signature == Signature::Unchecked && !protocol.isSigned);
    if (!isBelieved)
        return 0;
    promise(!protocol.isSigned || opened.kept.query.isEmpty(), "what was not signed is not kept");
    promise(buyer != BuyerData::Left || !holdsAddress(opened.kept), "no e-mail address is kept");
    checkReading(protocol.read(opened.kept, preset, network), protocol);
    return 0;
}

SenderForm formOf(const QByteArray &text)
{
    SenderForm form;
    const QList<FormField> fields = decodeForm(text);
    for (const FormField &field : fields)
        form = form.with(field.name, field.value);
    return form;
}

} // namespace Matchbook

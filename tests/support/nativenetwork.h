// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networks/newnetwork.h"
#include "networks/presetcatalogue.h"
#include "networks/protocols/protocol.h"
#include "support/ledger.h"

namespace Matchbook {

/// A network whose protocol is to be tested, with its secret: what arrives is opened and then judged one after another, as the
/// store would keep it.
class NativeNetwork
{
public:
    NativeNetwork(const QString &preset, const QByteArray &secret)
        : m_preset(*catalogue().find(preset)), m_protocol(*protocolOf(m_preset)), m_secret(secret)
    {
        ledger.network = *newNetwork(m_preset);
        ledger.network.id = ledger.click.network;
    }

    OpenedNotification open(const ReceivedRequest &arrived, BuyerData buyer = BuyerData::Left) const
    {
        return m_protocol.open(arrived, m_secret, buyer);
    }
    /// What the opened \a arrived says. It must be one that is believed.
    PostbackReading read(const ReceivedRequest &arrived) const
    {
        return m_protocol.read(open(arrived).kept, m_preset, ledger.network);
    }
    MatchDecision receive(const ReceivedRequest &arrived) { return ledger.receive(read(arrived)); }

    const Protocol &protocol() const { return m_protocol; }

    Ledger ledger;

    static const PresetCatalogue &catalogue()
    {
        static const PresetCatalogue presets;
        return presets;
    }

private:
    NetworkPreset m_preset;
    const Protocol &m_protocol;
    QByteArray m_secret;
};

/// Query and body of what would be stored.
inline QByteArray storedText(const OpenedNotification &opened)
{
    return opened.kept.query + '\n' + opened.kept.body;
}

inline bool holds(const QByteArray &text, const QByteArray &part)
{
    return text.contains(part);
}

/// Bodies that no network sends, some of ten megabytes, and a name for each.
inline QList<QPair<QByteArray, QByteArray>> hostileBodies()
{
    const qsizetype much = 10 * 1024 * 1024;
    const auto repeated = [much](const QByteArray &text) { return text.repeated(much / text.size()); };
    return {{"empty", QByteArray()},
            {"white space", " \r\n "},
            {"garbage", QByteArray::fromHex("00ff1a8b3d26f0000d0a3d3d26")},
            {"not a form", "hello"},
            {"no JSON", "{"},
            {"JSON that is no object", "[1,2]"},
            {"an empty object", "{}"},
            {"ten megabytes of zeros", QByteArray(much, '\0')},
            {"ten megabytes of fields", repeated("a=1&")},
            {"ten megabytes of equal signs", QByteArray(much, '=')},
            {"ten megabytes of ampersands", QByteArray(much, '&')},
            {"ten megabytes of percent signs", "event=" + QByteArray(much, '%')},
            {"ten megabytes in one value", "event=on_payment&x=" + QByteArray(much, 'x')},
            {"ten megabytes of addresses", "event=" + repeated("a%40b.example+")},
            {"deep JSON", QByteArray("{\"event\":").repeated(100'000)},
            {"a deep list", "{\"event\":" + QByteArray(100'000, '[')},
            {"ten megabytes of a name, and members",
             "{\"" + QByteArray(much / 2, 'n') + "\":{" + repeated("\"a\":1,").left(much / 4)
                     + "\"event\":1}}"}};
}

} // namespace Matchbook

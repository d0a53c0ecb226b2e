// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postbacksender.h"

#include <QCryptographicHash>

namespace Matchbook::PostbackSender {

namespace {

QByteArray valueIn(const SenderForm &form, const QByteArray &name)
{
    for (const auto &field : form.fields()) {
        if (field.first == name)
            return field.second;
    }
    return {};
}

} // namespace

SenderForm acorn()
{
    return {{"cid", "m5gc77g00n5y4y0vr933"},
            {"payout", "0.85"},
            {"txid", "6019686"},
            {"offer", "598"},
            {"uid", "user7"},
            {"ip", "192.0.2.77"}};
}

ReceivedRequest sendAcorn(const SenderForm &form, const QByteArray &placement)
{
    const QByteArray text = valueIn(form, "uid") + valueIn(form, "offer") + valueIn(form, "txid") + placement;
    return form.with("hash", QCryptographicHash::hash(text, QCryptographicHash::Md5).toHex()).asQuery();
}

SenderForm cpalead()
{
    return {{"cid", "m5gc77g00n5y4y0vr933"},
            {"payout", "140.00"},
            {"txid", "884120931"},
            {"event", "Install"},
            {"offer", "805"}};
}

ReceivedRequest sendCpalead(const SenderForm &form, const QByteArray &password)
{
    return form.with("password", password).asQuery();
}

} // namespace Matchbook::PostbackSender

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "senderform.h"

#include <QJsonObject>

namespace Matchbook {

/// ThriveCart's side of its account webhook, written from its description. Everything is invented.
class ThriveCartSender
{
public:
    explicit ThriveCartSender(const QByteArray &secretWord = "SECRETWORD1") : m_secretWord(secretWord) { }

    SenderForm sale() const; ///< order 1514394, 100.00 USD, buyer Jane Smith
    SenderForm rebill() const; ///< of the same order, invoice 000000006
    SenderForm refund() const; ///< 40.00 USD of the order
    SenderForm testOrder() const;
    SenderForm news(const QByteArray &event) const;

    ReceivedRequest send(const SenderForm &form) const { return withSecret(form).posted(); }
    SenderForm withSecret(const SenderForm &form) const
    {
        return form.with("thrivecart_secret", m_secretWord);
    }
    ReceivedRequest saleAsJson() const; ///< the same sale, prices as numbers
    ReceivedRequest withoutSecret() const { return sale().posted(); }

private:
    QByteArray m_secretWord;
};

} // namespace Matchbook

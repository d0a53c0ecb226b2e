// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "senderform.h"

namespace Matchbook {

/// WarriorPlus's side of its IPN and of its webhook for affiliates. Everything is invented.
class WarriorPlusSender
{
public:
    explicit WarriorPlusSender(const QByteArray &key = "Security-Key-1") : m_key(key) { }

    static SenderForm sale(); ///< to an affiliate: sale 7654321, 23.50 USD
    static SenderForm toVendor(); ///< the same sale, with the buyer Jane Doe; 20.50 for the vendor
    static SenderForm payment(int number); ///< a payment of the subscription that the sale began
    static SenderForm refund();
    static SenderForm refundOfPayment(int number);
    static SenderForm dispute();
    static SenderForm news(const QByteArray &action);
    SenderForm withKey(const SenderForm &form) const { return form.with("WP_SECURITYKEY", m_key); }
    ReceivedRequest send(const SenderForm &form) const { return withKey(form).posted(); }

private:
    QByteArray m_key;
};

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "senderform.h"

namespace Matchbook {

/// PayKickstart's side of its IPN, written from its description and with Qt's own digests. Everything is invented.
class PayKickstartSender
{
public:
    explicit PayKickstartSender(const QByteArray &secretKey = "CampaignKey1") : m_secretKey(secretKey) { }

    SenderForm sale() const; ///< transaction PK-TN0LNO7XWR, a commission of 4.99, buyer Zoé Müller
    SenderForm rebill() const; ///< transaction PK-REBILL0002
    SenderForm refund() const; ///< of the sale, by its transaction
    SenderForm testSale() const;
    SenderForm news(const QByteArray &event) const;
    SenderForm affiliateCopy() const; ///< limited data, no buyer

    QByteArray hashOf(const SenderForm &form) const;
    QByteArray hashWithoutConversion(const SenderForm &form) const; ///< as in its sample code
    ReceivedRequest send(const SenderForm &form) const { return signedForm(form).posted(); }
    SenderForm signedForm(const SenderForm &form) const { return form.with("hash", hashOf(form)); }
    /// Signed, and then the commission is a hundredfold.
    ReceivedRequest tampered() const
    {
        return signedForm(sale()).with("affiliate_commission_amount", "499").posted();
    }

private:
    QByteArray m_secretKey;
};

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "senderform.h"

namespace Matchbook {

/// Digistore24's side of its IPN, written from its description and with Qt's own digests. Everything is invented.
class Digistore24Sender
{
public:
    explicit Digistore24Sender(const QByteArray &passphrase = "PassPhrase1") : m_passphrase(passphrase) { }

    SenderForm sale() const; ///< transaction 100200300, a commission of 23.50 EUR, buyer Jane Doe
    SenderForm rebill() const; ///< transaction 100200311, the second payment
    SenderForm refund() const; ///< transaction 100200322, which takes back the sale
    SenderForm chargeback() const; ///< transaction 100200333, likewise
    SenderForm testPurchase() const; ///< with test money
    SenderForm connectionTest() const;
    SenderForm news(const QByteArray &event) const; ///< an event without money

    QByteArray signatureOf(const SenderForm &form) const;
    ReceivedRequest send(const SenderForm &form) const { return signedForm(form).posted(); }
    SenderForm signedForm(const SenderForm &form) const { return form.with("sha_sign", signatureOf(form)); }
    /// Signed, and then the commission is a thousandfold.
    ReceivedRequest tampered() const
    {
        return signedForm(sale()).with("amount_affiliate", "23500.00").posted();
    }

private:
    QByteArray m_passphrase;
};

} // namespace Matchbook

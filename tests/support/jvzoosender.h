// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "senderform.h"

namespace Matchbook {

/// JVZoo's side of JVZIPN 1 and 2, written from their description. Everything is invented.
class JvzooSender
{
public:
    explicit JvzooSender(const QByteArray &secret = "M4tchbookTest") : m_secret(secret) { }

    static SenderForm sale(); ///< JVZIPN 1: receipt AP-0TEST0001, 47.00, buyer Jane Doe
    static SenderForm rebill();
    static SenderForm refund();
    static SenderForm chargeback();
    static SenderForm news(const QByteArray &type);
    static SenderForm urlTest();
    QByteArray signatureOf(const SenderForm &form) const;
    ReceivedRequest send(const SenderForm &form) const
    {
        return form.with("cverify", signatureOf(form)).posted();
    }
    /// Signed, and then worth a thousandfold.
    ReceivedRequest tampered() const
    {
        return sale().with("cverify", signatureOf(sale())).with("ctransamount", "47000.00").posted();
    }

    static SenderForm
    sale2(); ///< JVZIPN 2: transaction AP-TESTPAYKEY1, 47.00, of which the vendor gets 20.50
    static SenderForm rebill2();
    static SenderForm refund2();
    QByteArray signatureOf2(const SenderForm &form) const;
    ReceivedRequest send2(const SenderForm &form) const
    {
        return form.with("cverify", signatureOf2(form)).posted();
    }

private:
    QByteArray m_secret;
};

} // namespace Matchbook

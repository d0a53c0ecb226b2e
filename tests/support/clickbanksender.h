// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "senderform.h"

#include <QJsonObject>

namespace Matchbook {

/// ClickBank's side of its Instant Notification Service, written from its description; the encryption is OpenSSL's, called here.
/// Everything is invented.
class ClickBankSender
{
public:
    explicit ClickBankSender(const QByteArray &secret = "TESTSECRETKEY001") : m_secret(secret) { }

    /// Version 8, role AFFILIATE, receipt CWOGBZLN, 12.34 USD, click ID in tid and extclid.
    static QJsonObject sale();
    static QJsonObject rebill(int number = 1); ///< receipt CWOGBZLN-B001, …
    static QJsonObject refund(const QString &receipt = QStringLiteral("CWOGBZLN"));
    static QJsonObject chargeback(const QString &receipt = QStringLiteral("CWOGBZLN"));
    static QJsonObject news(const QString &type); ///< of the sale, and without money
    static QJsonObject urlTest(); ///< what the button Test URL sends
    static QJsonObject testPurchase(const QString &type = QStringLiteral("TEST_SALE"));
    static QJsonObject forVendor(); ///< the same sale, told to the vendor, with the customer Jane Doe

    ReceivedRequest send(const QJsonObject &notification) const
    {
        return asJson(encrypted(plain(notification)));
    }
    ReceivedRequest sendAsForm(const QJsonObject &notification) const;
    /// Encrypted, and then one bit of the encrypted text is another one.
    ReceivedRequest tampered(const QJsonObject &notification) const;
    /// Without the last \a bytes of what was encrypted.
    ReceivedRequest truncated(const QJsonObject &notification, int bytes) const;
    /// \a text encrypted as it is, with \a padding behind it in place of what the standard demands.
    ReceivedRequest sendPadded(const QByteArray &text, const QByteArray &padding) const;

    struct Envelope {
        QByteArray notification;
        QByteArray iv;
    };
    /// PKCS#7 padding where \a padding is null.
    Envelope encrypted(const QByteArray &text, const QByteArray &padding = {}) const;
    static ReceivedRequest asJson(const Envelope &envelope);
    static QByteArray plain(const QJsonObject &notification);

    /// The form of versions 2 to 5: the sale, in cents.
    static SenderForm legacySale();
    static SenderForm legacyRefund() { return legacySale().with("ctransaction", "RFND"); }
    QByteArray signatureOf(const SenderForm &form) const;
    ReceivedRequest sendLegacy(const SenderForm &form) const
    {
        return form.with("cverify", signatureOf(form)).posted();
    }

private:
    QByteArray m_secret;
};

} // namespace Matchbook

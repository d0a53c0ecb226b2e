// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "notificationstories.h"

#include "awinsender.h"
#include "clickbanksender.h"
#include "digistore24sender.h"
#include "jvzoosender.h"
#include "paykickstartsender.h"
#include "thrivecartsender.h"
#include "warriorplussender.h"

#include <QJsonArray>

#include <algorithm>

namespace Matchbook {

namespace {

using Outcome = PostbackOutcome;

Story digistore24()
{
    const auto of = [](const SenderForm &form, const QByteArray &click) {
        return Digistore24Sender().send(form.with("campaignkey", click));
    };
    return {"digistore24_ipn", "PassPhrase1",
            [of](const QByteArray &click) {
                const Digistore24Sender sender;
                const SenderForm second = sender.chargeback().with("parent_transaction_id", "100200311");
                return QList<Step>{
                        {"sale", of(sender.sale(), click), Outcome::Matched, "23.5", "0", 1},
                        {"retry", of(sender.sale(), click), Outcome::Repeated, "23.5", "0", 1},
                        {"rebill", of(sender.rebill(), click), Outcome::Matched, "47", "0", 2},
                        {"news", of(sender.news("on_rebill_cancelled"), click), Outcome::Changed, "47", "0",
                         2},
                        {"refund", of(sender.refund(), click), Outcome::Changed, "23.5", "23.5", 2},
                        {"refund again", of(sender.refund(), click), Outcome::Repeated, "23.5", "23.5", 2},
                        {"chargeback of the rebill", of(second, click), Outcome::Changed, "0", "47", 2},
                        {"late retry", of(sender.sale(), click), Outcome::Repeated, "0", "47", 2}};
            },
            [](const QByteArray &click) {
                const SenderForm good = Digistore24Sender().signedForm(
                        Digistore24Sender().sale().with("campaignkey", click));
                return good.with("amount_affiliate", "23500.00").posted();
            },
            [] { return Digistore24Sender().send(Digistore24Sender().connectionTest()); }};
}

Story payKickstart()
{
    const auto of = [](const SenderForm &form, const QByteArray &click) {
        return PayKickstartSender().send(form.with("tracking_id", click));
    };
    return {"paykickstart",
            "CampaignKey1",
            [of](const QByteArray &click) {
                const PayKickstartSender sender;
                const SenderForm second = sender.refund().with("transaction_id", "PK-REBILL0002");
                return QList<Step>{{"sale", of(sender.sale(), click), Outcome::Matched, "4.99", "0", 1},
                                   {"retry", of(sender.sale(), click), Outcome::Repeated, "4.99", "0", 1},
                                   {"rebill", of(sender.rebill(), click), Outcome::Matched, "9.98", "0", 2},
                                   {"refund", of(sender.refund(), click), Outcome::Changed, "4.99", "4.99",
                                    2},
                                   {"refund of the rebill", of(second, click), Outcome::Changed, "0", "9.98",
                                    2}};
            },
            [](const QByteArray &click) {
                const SenderForm good = PayKickstartSender().signedForm(
                        PayKickstartSender().sale().with("tracking_id", click));
                return good.with("affiliate_commission_amount", "499").posted();
            },
            {}};
}

Story thriveCart()
{
    const auto of = [](const SenderForm &form, const QByteArray &click) {
        return ThriveCartSender().send(form.with("passthrough[clickid]", click));
    };
    return {"thrivecart",
            "SECRETWORD1",
            [of](const QByteArray &click) {
                const ThriveCartSender sender;
                return QList<Step>{{"sale", of(sender.sale(), click), Outcome::Matched, "100", "0", 1},
                                   {"retry", of(sender.sale(), click), Outcome::Repeated, "100", "0", 1},
                                   {"rebill", of(sender.rebill(), click), Outcome::Matched, "129", "0", 2},
                                   {"part refund", of(sender.refund(), click), Outcome::Changed, "89", "40",
                                    2}};
            },
            [](const QByteArray &click) {
                return ThriveCartSender("GUESSED").send(
                        ThriveCartSender().sale().with("passthrough[clickid]", click));
            },
            {}};
}

QJsonObject ofClick(QJsonObject notification, const QByteArray &click)
{
    const QString id = QString::fromLatin1(click);
    notification.insert(QStringLiteral("trackingCodes"), QJsonArray{id});
    notification.insert(QStringLiteral("affiliateTrackingParameters"),
                        QJsonObject{{QStringLiteral("extclid"), id}});
    return notification;
}

Story clickBank()
{
    using Sender = ClickBankSender;
    return {"clickbank_ins", "TESTSECRETKEY001",
            [](const QByteArray &click) {
                const auto of = [&click](const QJsonObject &message) {
                    return Sender().send(ofClick(message, click));
                };
                const QJsonObject second = Sender::chargeback(QStringLiteral("CWOGBZLN-B001"));
                const QJsonObject cancelled = Sender::news(QStringLiteral("CANCEL-REBILL"));
                const QJsonObject vendors = Sender::forVendor();
                return QList<Step>{{"sale", of(Sender::sale()), Outcome::Matched, "12.34", "0", 1},
                                   {"retry", of(Sender::sale()), Outcome::Repeated, "12.34", "0", 1},
                                   {"rebill", of(Sender::rebill()), Outcome::Matched, "24.68", "0", 2},
                                   {"cancelled", of(cancelled), Outcome::Changed, "24.68", "0", 2},
                                   {"refund", of(Sender::refund()), Outcome::Changed, "12.34", "12.34", 2},
                                   {"chargeback of the rebill", of(second), Outcome::Changed, "0", "24.68",
                                    2},
                                   {"late retry", of(Sender::sale()), Outcome::Repeated, "0", "24.68", 2}};
            },
            [](const QByteArray &click) { return Sender().tampered(ofClick(Sender::sale(), click)); },
            [] { return Sender().send(Sender::urlTest()); }};
}

Story clickBankInClear()
{
    using Sender = ClickBankSender;
    return {"clickbank_ins",
            "TESTSECRETKEY001",
            [](const QByteArray &click) {
                const auto of = [&click](const SenderForm &form) {
                    return Sender().sendLegacy(form.with("ctid", click).with("caffitid", click));
                };
                const auto amount = Sender::legacySale();
                return QList<Step>{{"sale", of(amount), Outcome::Matched, "12.34", "0", 1},
                                   {"retry", of(amount), Outcome::Repeated, "12.34", "0", 1},
                                   {"refund", of(Sender::legacyRefund()), Outcome::Changed, "0", "12.34", 1}};
            },
            [](const QByteArray &click) {
                return Sender("OTHERSECRET").sendLegacy(Sender::legacySale().with("ctid", click));
            },
            {}};
}

Story jvzoo1()
{
    using Sender = JvzooSender;
    return {"jvzoo_ipn_v1", "M4tchbookTest",
            [](const QByteArray &click) {
                const auto of = [&click](const SenderForm &form) {
                    return Sender().send(form.with("caffitid", click));
                };
                const SenderForm second = Sender::chargeback().with("ctransreceipt", "AP-0TEST0001-B001");
                return QList<Step>{{"sale", of(Sender::sale()), Outcome::Matched, "47", "0", 1},
                                   {"retry", of(Sender::sale()), Outcome::Repeated, "47", "0", 1},
                                   {"rebill", of(Sender::rebill()), Outcome::Matched, "94", "0", 2},
                                   {"cancelled", of(Sender::news("CANCEL-REBILL")), Outcome::Changed, "94",
                                    "0", 2},
                                   {"refund", of(Sender::refund()), Outcome::Changed, "47", "47", 2},
                                   {"chargeback of the rebill", of(second), Outcome::Changed, "0", "94", 2}};
            },
            [](const QByteArray &) { return Sender().tampered(); },
            [] { return Sender().send(Sender::urlTest()); }};
}

Story jvzoo2()
{
    using Sender = JvzooSender;
    return {"jvzoo_ipn_v2",
            "M4tchbookTest",
            [](const QByteArray &click) {
                const auto of = [&click](const SenderForm &form) {
                    return Sender().send2(form.with("tid", click).with("other_params", "tid=" + click));
                };
                const SenderForm second = Sender::refund2()
                                                  .with("transaction_type", "CGBK")
                                                  .with("transaction_id", "AP-TESTPAYKEY1-B001");
                return QList<Step>{{"sale", of(Sender::sale2()), Outcome::Matched, "20.5", "0", 1},
                                   {"retry", of(Sender::sale2()), Outcome::Repeated, "20.5", "0", 1},
                                   {"rebill", of(Sender::rebill2()), Outcome::Matched, "41", "0", 2},
                                   {"refund", of(Sender::refund2()), Outcome::Changed, "20.5", "20.5", 2},
                                   {"chargeback of the rebill", of(second), Outcome::Changed, "0", "41", 2}};
            },
            [](const QByteArray &) {
                const SenderForm sale = Sender::sale2();
                return sale.with("cverify", Sender("other").signatureOf2(sale)).posted();
            },
            {}};
}

Story warriorPlus()
{
    using Sender = WarriorPlusSender;
    return {"warriorplus",
            "Security-Key-1",
            [](const QByteArray &click) {
                const auto of = [&click](const SenderForm &form) {
                    return Sender().send(form.with("WP_SID", click));
                };
                return QList<Step>{{"sale", of(Sender::sale()), Outcome::Matched, "23.5", "0", 1},
                                   {"retry", of(Sender::sale()), Outcome::Repeated, "23.5", "0", 1},
                                   {"payment", of(Sender::payment(2)), Outcome::Matched, "47", "0", 2},
                                   {"cancelled", of(Sender::news("subscr_cancelled")), Outcome::Changed, "47",
                                    "0", 2},
                                   {"refund of the payment", of(Sender::refundOfPayment(2)), Outcome::Changed,
                                    "23.5", "23.5", 2},
                                   {"dispute", of(Sender::dispute()), Outcome::Changed, "0", "47", 2}};
            },
            [](const QByteArray &click) {
                return Sender("guessed").send(Sender::sale().with("WP_SID", click));
            },
            {},
            false};
}

Story awin()
{
    const auto of = [](QJsonObject transaction, const QByteArray &click) {
        transaction.insert(QStringLiteral("clickRef2"), QString());
        transaction.insert(QStringLiteral("clickRef"), QString::fromLatin1(click));
        return transaction;
    };
    return {"awin",
            {},
            [of](const QByteArray &click) {
                const QJsonObject first = of(AwinSender::transaction(), click);
                QJsonObject second = first;
                second.insert(QStringLiteral("transactionId"), QStringLiteral("244231460"));
                return QList<Step>{{"recorded", AwinSender::inField(first), Outcome::Matched, "0", "0", 1},
                                   {"again as a body", AwinSender::asBody(first), Outcome::Repeated, "0", "0",
                                    1},
                                   {"another", AwinSender::asQuery(second), Outcome::Matched, "0", "0", 2}};
            },
            {},
            {}};
}

} // namespace

QList<Story> stories()
{
    return {clickBank(),   clickBankInClear(), jvzoo1(),     jvzoo2(), warriorPlus(),
            digistore24(), payKickstart(),     thriveCart(), awin()};
}

Story storyOf(QByteArrayView preset)
{
    const QList<Story> all = stories();
    const auto found = std::find_if(all.cbegin(), all.cend(),
                                    [preset](const Story &story) { return preset == story.preset; });
    return found == all.cend() ? Story() : *found;
}

} // namespace Matchbook

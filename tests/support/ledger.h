// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "matching/matchpostback.h"
#include "networks/clickidrepair.h"
#include "networks/presetcatalogue.h"
#include "networks/protocols/protocol.h"

namespace Matchbook {

/// One network and one click, with the conversions that earlier hits made: postbacks can be played one after another,
/// as the store would keep them.
class Ledger
{
public:
    Ledger()
    {
        network.id = NetworkId{7};
        click.clickId = *ClickId::parse("m5gc77g00n5y4y0vr933");
        click.time = 1767225600000;
        click.network = NetworkId{7};
        click.campaign = CampaignId{3};
        click.offer = OfferId{5};
        click.offerPayout = {10000000, Currency::usd()};
        click.costMicros = 250000;
        click.externalId = QStringLiteral("gclid-1");
        click.subIds[0] = QStringLiteral("placement");
    }

    /// Judges the hit with this query, one second after the last, and stores what it decides. The click is known
    /// unless \a withClick is false.
    MatchDecision hit(const QByteArray &query, bool withClick = true)
    {
        ReceivedRequest request;
        request.query = query;
        MatchQuestion question;
        question.reading = read(request);
        if (withClick) {
            question.click = click;
            question.match = MatchKind::Exact;
        } else {
            question.clickCause = PostbackCause::NoClickId;
        }
        return judge(question);
    }

    /// Judges the whole request in the same way. The click is found by the ID in it, or not. Of a native notification: what
    /// its protocol has opened.
    MatchDecision receive(const ReceivedRequest &request) { return receive(read(request)); }
    MatchDecision receive(const PostbackReading &reading)
    {
        MatchQuestion question;
        question.reading = reading;
        const RepairedClickId repaired = repairClickId(question.reading.clickIdText);
        question.match = repaired.match;
        question.clickCause = repaired.id ? PostbackCause::UnknownClick : repaired.cause;
        question.clickDetail = repaired.detail;
        if (repaired.id == click.clickId)
            question.click = click;
        return judge(question);
    }

    /// `status payout-refunded currency key xReceived` of every conversion, in the order made.
    QString summary() const
    {
        QStringList lines;
        for (const Conversion &c : conversions) {
            QString line = QString(statusWord(c.status)) + u' ' + c.payout.toDecimal() + u'-'
                    + microsToDecimal(c.refundedMicros) + u' ' + c.payout.currency.code() + u' '
                    + QString(c.dedupKey).replace(click.clickId.toString(), QStringLiteral("ID")) + u" x"
                    + QString::number(c.timesReceived);
            if (!c.saleSeen)
                line += QStringLiteral(" unseen");
            lines.append(line);
        }
        return lines.join(QStringLiteral("; "));
    }

    /// True while no two conversions share a key, as the store demands.
    bool keysAreUnique() const
    {
        QStringList keys;
        for (const Conversion &c : conversions)
            keys.append(c.dedupKey);
        return keys.removeDuplicates() == 0 && !keys.contains(QString());
    }

    /// \a request as this network's preset reads it, or its protocol.
    PostbackReading read(const ReceivedRequest &request) const
    {
        static const PresetCatalogue presets;
        const NetworkPreset &preset = presets.findOrGeneric(network.preset);
        const Protocol *protocol = protocolOf(preset);
        PostbackReading reading = protocol ? protocol->read(request, preset, network)
                                           : readPostback(request, preset, network);
        reading.isReceipt = reading.isReceipt || receipts;
        return reading;
    }

    AffiliateNetwork network;
    bool receipts = false; ///< transaction IDs are receipts, whatever the preset
    MatchedClick click;
    QList<Conversion> conversions;
    qint64 time = 1767229200000;

private:
    MatchDecision judge(MatchQuestion &question)
    {
        question.network = network;
        question.clickIdText = question.reading.clickIdText;
        question.time = time += 1000;
        const QString &transaction = question.reading.transactionId;
        for (const Conversion &conversion : std::as_const(conversions)) {
            if (!transaction.isEmpty() && conversion.transactionId == transaction)
                question.byTransaction.append(conversion);
            if (question.click && conversion.clickId == click.clickId.toString())
                question.byClick.append(conversion);
        }
        const MatchDecision decision = matchPostback(question);
        store(decision);
        return decision;
    }

    void store(const MatchDecision &decision)
    {
        if (!decision.conversion)
            return;
        if (decision.conversion->id.isValid()) {
            conversions[decision.conversion->id.value - 1] = *decision.conversion;
            return;
        }
        conversions.append(*decision.conversion);
        conversions.last().id = ConversionId{qint64(conversions.size())};
    }
};

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/networkchange.h"

#include <QTest>

using namespace Matchbook;
using namespace Qt::StringLiterals;

/// Two who change one network at a time.
class tst_NetworkChange : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bothChangesAreThere()
    {
        AffiliateNetwork before = known();
        AffiliateNetwork stored = before;
        stored.name = u"Northway EU"_s;
        stored.answerText = u"ACK"_s;
        stored.allowedSenders << u"203.0.113.7"_s;
        stored.mapping.statusWords.insert(u"gut"_s, ConversionStatus::Approved);
        stored.mapping.fields.insert(FieldMeaning::Payout, {u"sum"_s});
        AffiliateNetwork after = before;
        after.decimalMark = DecimalMark::Comma;
        after.allowedSenders = {u"203.0.113.8"_s};
        after.mapping.statusWords = {{u"schlecht"_s, ConversionStatus::Rejected}};
        after.mapping.fields.insert(FieldMeaning::ClickId, {u"xyz"_s});

        AffiliateNetwork both = stored;
        both.decimalMark = DecimalMark::Comma;
        both.allowedSenders = {u"203.0.113.7"_s, u"203.0.113.8"_s};
        both.mapping.statusWords
                = {{u"gut"_s, ConversionStatus::Approved}, {u"schlecht"_s, ConversionStatus::Rejected}};
        both.mapping.fields.insert(FieldMeaning::ClickId, {u"xyz"_s});
        QCOMPARE(withChange(stored, before, after), both);
        QCOMPARE(withChange(before, before, after), after);
        QCOMPARE(withChange(stored, before, before), stored);
    }

    void aChangeIsTakenBackAloneWithItsSides()
    {
        const AffiliateNetwork before = known();
        AffiliateNetwork after = before;
        after.mapping.statusWords.insert(u"gut"_s, ConversionStatus::Approved);
        after.mapping.statusWords.insert(u"offen"_s, ConversionStatus::Approved);
        AffiliateNetwork now = after;
        now.mapping.fields.insert(FieldMeaning::Payout, {u"sum"_s});
        AffiliateNetwork expected = before;
        expected.mapping.fields.insert(FieldMeaning::Payout, {u"sum"_s});
        QCOMPARE(withChange(now, after, before), expected);
    }

    void identityIsNeverChanged()
    {
        AffiliateNetwork stored = known();
        stored.id = NetworkId{3};
        stored.key = u"rotated"_s;
        stored.createdAt = 5;
        AffiliateNetwork after = known();
        after.key = u"other"_s;
        QCOMPARE(withChange(stored, known(), after), stored);
    }

private:
    static AffiliateNetwork known()
    {
        AffiliateNetwork network;
        network.name = u"Northway"_s;
        network.preset = u"generic"_s;
        network.allowedSenders = {u"198.51.100.24"_s};
        network.mapping.statusWords = {{u"offen"_s, ConversionStatus::Pending}};
        return network;
    }
};

QTEST_APPLESS_MAIN(tst_NetworkChange)
#include "tst_networkchange.moc"

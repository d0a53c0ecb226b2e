// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networks/effectivepreset.h"
#include "store/trialreading.h"
#include "vocabulary/clickid.h"

#include <QTest>

using namespace Matchbook;

/// What stored requests would be read as under a mapping that is only tried.
class tst_TrialReading : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theMappingDecidesWhatIsRead_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<NetworkMapping>("mapping");
        QTest::addColumn<QString>("payout");
        QTest::addColumn<PostbackCause>("problem");
        const QByteArray id = ClickId::make(1'793'613'600'000, 1).bytes().toByteArray();
        const QByteArray plain = "clickid=" + id + "&commission=7&amount=40&status=gut";
        NetworkMapping word;
        word.statusWords.insert(QStringLiteral("gut"), ConversionStatus::Approved);
        NetworkMapping both = word;
        both.fields.insert(FieldMeaning::Payout, {QStringLiteral("Commission")});
        QTest::newRow("as the preset says")
                << plain << NetworkMapping() << QStringLiteral("40") << PostbackCause::UnknownStatus;
        QTest::newRow("its word") << plain << word << QStringLiteral("40") << PostbackCause::None;
        QTest::newRow("its word and its money")
                << plain << both << QStringLiteral("7") << PostbackCause::None;
        QTest::newRow("no click ID") << QByteArray("amount=1&status=gut") << word << QStringLiteral("1")
                                     << PostbackCause::NoClickId;
        QTest::newRow("a placeholder") << QByteArray("clickid={s2}&amount=1") << word << QStringLiteral("1")
                                       << PostbackCause::LiteralToken;
        QTest::newRow("a transaction of nothing known")
                << QByteArray("txid=T9&amount=1") << word << QStringLiteral("1") << PostbackCause::NoClickId;
    }
    void theMappingDecidesWhatIsRead()
    {
        QFETCH(QByteArray, query);
        QFETCH(NetworkMapping, mapping);
        QFETCH(QString, payout);
        QFETCH(PostbackCause, problem);
        const PresetCatalogue presets;
        AffiliateNetwork network;
        network.preset = QStringLiteral("generic");
        network.mapping = mapping;
        PostbackRow row;
        row.id = {5};
        row.time = 1'793'613'600'000;
        row.query = query;
        const auto trials = trialReadings({row}, effectivePreset(network, presets), network);
        QCOMPARE(trials.size(), 1);
        QCOMPARE(trials.first().postback, PostbackId{5});
        QCOMPARE(trials.first().problem, problem);
        QCOMPARE(trials.first().reading.payoutMicros, std::optional(payout.toLongLong() * 1'000'000));
    }

    void whatBecameOfTheRequestCounts_data()
    {
        QTest::addColumn<PostbackOutcome>("outcome");
        QTest::addColumn<PostbackCause>("cause");
        QTest::addColumn<Signature>("signature");
        QTest::addColumn<PostbackCause>("problem");
        QTest::newRow("found by its transaction") << PostbackOutcome::Changed << PostbackCause::StatusChanged
                                                  << Signature::Unchecked << PostbackCause::None;
        QTest::newRow("refused") << PostbackOutcome::Refused << PostbackCause::SenderNotAllowed
                                 << Signature::Unchecked << PostbackCause::SenderNotAllowed;
        QTest::newRow("not believed") << PostbackOutcome::Refused << PostbackCause::SignatureWrong
                                      << Signature::Wrong << PostbackCause::SignatureWrong;
        QTest::newRow("believed") << PostbackOutcome::Matched << PostbackCause::None << Signature::Right
                                  << PostbackCause::None;
    }
    void whatBecameOfTheRequestCounts()
    {
        QFETCH(PostbackOutcome, outcome);
        QFETCH(PostbackCause, cause);
        QFETCH(Signature, signature);
        PostbackRow row;
        row.query = "txid=T9&payout=1";
        row.outcome = outcome;
        row.cause = cause;
        row.signature = signature;
        const PresetCatalogue presets;
        const auto trials = trialReadings({row}, presets.findOrGeneric({}), {});
        QTEST(trials.first().problem, "problem");
    }

    void aFormIsReadAsItArrived()
    {
        PostbackRow row;
        row.method = "POST";
        row.body = "txid=T1&payout=2.50";
        row.contentType = QStringLiteral("application/x-www-form-urlencoded");
        const PresetCatalogue presets;
        const AffiliateNetwork network;
        const auto trials = trialReadings({row}, presets.findOrGeneric({}), network);
        QCOMPARE(trials.first().reading.transactionId, QStringLiteral("T1"));
        QCOMPARE(trials.first().reading.payoutMicros, std::optional<qint64>(2'500'000));
    }
};

QTEST_GUILESS_MAIN(tst_TrialReading)
#include "tst_trialreading.moc"

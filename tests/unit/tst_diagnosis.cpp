// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "matching/diagnosis.h"
#include "networks/presetcatalogue.h"

#include <QDateTime>
#include <QLocale>
#include <QSet>
#include <QTest>

using namespace Matchbook;

class tst_Diagnosis : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyCauseHasASentenceAndAFewWords()
    {
        const QStringList details{QString(), QStringLiteral("x"), QStringLiteral("1767225600000"),
                                  QStringLiteral("pending>approved"), QStringLiteral("12.50>14.00 USD")};
        QSet<QString> sentences;
        for (int i = 1; i <= int(PostbackCause::EventWithoutMoney); ++i) {
            for (const QString &detail : details) {
                const QString sentence = explanation(PostbackOutcome::Matched, PostbackCause(i), detail);
                QVERIFY2(sentence.endsWith(u'.'), qPrintable(sentence));
                QVERIFY2(!sentence.contains(u'%'), qPrintable(sentence));
                const QString words = shortReason(PostbackOutcome::Matched, PostbackCause(i), detail);
                QVERIFY2(!words.isEmpty() && words.size() < 50 && !words.contains(u'%'), qPrintable(words));
            }
            sentences.insert(explanation(PostbackOutcome::Matched, PostbackCause(i), {}));
        }
        QCOMPARE(int(sentences.size()), int(PostbackCause::EventWithoutMoney));
    }

    void aNotificationHasNoMacros_data()
    {
        QTest::addColumn<PostbackCause>("cause");
        QTest::addColumn<Channel>("channel");
        for (int i = 0; i <= int(PostbackCause::EventWithoutMoney); ++i) {
            const auto cause = PostbackCause(i);
            QTest::addRow("%s by URL", causeWord(cause).data()) << cause << Channel::Url;
            QTest::addRow("%s by notification", causeWord(cause).data()) << cause << Channel::Notification;
        }
    }
    // Nobody can change a macro in the dashboard of a network that has none.
    void aNotificationHasNoMacros()
    {
        QFETCH(PostbackCause, cause);
        QFETCH(Channel, channel);
        const QStringList details{QString(),
                                  QStringLiteral("x"),
                                  QStringLiteral("{payout}"),
                                  QStringLiteral("99999999999999"),
                                  QStringLiteral("decoded trimmed"),
                                  QStringLiteral("decoded decoded"),
                                  QStringLiteral("m5gc77g00n5y4y0vr933 before_first_click"),
                                  QStringLiteral("m5gc77g00n5y4y0vr933 in_the_future"),
                                  QStringLiteral("1767225600000"),
                                  QStringLiteral("400"),
                                  QStringLiteral("408"),
                                  QStringLiteral("413"),
                                  QStringLiteral("431"),
                                  QStringLiteral("pending>approved")};
        bool speaksOfUrls = false;
        for (const QString &detail : details) {
            for (int match = 0; match <= int(MatchKind::Kept); ++match) {
                const QString sentence
                        = explanation(PostbackOutcome::Matched, cause, detail, MatchKind(match), channel);
                QVERIFY2(sentence.isEmpty()
                                 == (cause == PostbackCause::None
                                     && explanation(PostbackOutcome::Matched, cause, detail, MatchKind(match))
                                                .isEmpty()),
                         qPrintable(sentence));
                const bool found = sentence.contains(QStringLiteral("macro"))
                        || sentence.contains(QStringLiteral("postback URL"));
                speaksOfUrls = speaksOfUrls || found;
                if (channel == Channel::Notification)
                    QVERIFY2(!found, qPrintable(sentence));
            }
        }
        // What is different for a notification is different from something.
        if (channel == Channel::Url && cause == PostbackCause::LiteralToken)
            QVERIFY(speaksOfUrls);
    }

    void theChannelIsThatOfThePreset_data()
    {
        QTest::addColumn<QString>("preset");
        QTest::addColumn<Channel>("channel");
        QTest::newRow("a URL") << QStringLiteral("maxbounty") << Channel::Url;
        QTest::newRow("a signed URL") << QStringLiteral("acorn") << Channel::Url;
        QTest::newRow("native") << QStringLiteral("clickbank_ins") << Channel::Notification;
        QTest::newRow("native, not signed") << QStringLiteral("awin") << Channel::Notification;
        QTest::newRow("to affiliates") << QStringLiteral("paykickstart_affiliate") << Channel::Notification;
    }
    void theChannelIsThatOfThePreset()
    {
        QFETCH(QString, preset);
        QFETCH(Channel, channel);
        static const PresetCatalogue presets;
        QVERIFY(presets.find(preset));
        QCOMPARE(channelOf(*presets.find(preset)), channel);
    }

    void aPlainMatchNeedsNoWords()
    {
        QCOMPARE(explanation(PostbackOutcome::Matched, PostbackCause::None, {}), QString());
        QCOMPARE(shortReason(PostbackOutcome::Matched, PostbackCause::None, {}), QString());
        for (const auto outcome :
             {PostbackOutcome::Repeated, PostbackOutcome::Changed, PostbackOutcome::Unmatched,
              PostbackOutcome::NotUnderstood, PostbackOutcome::Refused})
            QVERIFY(!explanation(outcome, PostbackCause::None, {}).isEmpty());
    }

    void theValueInQuestionIsNamed_data()
    {
        QTest::addColumn<PostbackCause>("cause");
        QTest::addColumn<QString>("detail");
        QTest::addColumn<QStringList>("named");
        const auto row = [](PostbackCause cause, const char *detail, const QStringList &named) {
            QTest::addRow("%s %s", causeWord(cause).data(), detail)
                    << cause << QString::fromUtf8(detail) << named;
        };
        const auto list = [](const char *words) { return QString::fromUtf8(words).split(u'|'); };
        row(PostbackCause::LiteralToken, "{aff_sub}", list("{aff_sub}"));
        row(PostbackCause::ClickIdTruncated, "16", list("16|20"));
        row(PostbackCause::ClickIdDamaged, "m5gc77g00n5y4y0vr934", list("m5gc77g00n5y4y0vr934"));
        row(PostbackCause::ForeignClickId, "QXJ4", list("QXJ4"));
        row(PostbackCause::WrongNetwork, "Southway", list("Southway|dashboard"));
        row(PostbackCause::Late, "45", list("45|No delay"));
        row(PostbackCause::Late, "45 until 30 days after delivery", list("45|until 30 days after delivery"));
        row(PostbackCause::BadAmount, "%1%2", list("%1%2"));
        row(PostbackCause::AmbiguousAmount, "1,234", list("1,234"));
        row(PostbackCause::UnknownStatus, "accepted", list("accepted"));
        row(PostbackCause::UnknownCurrency, "ZZZ", list("ZZZ"));
        row(PostbackCause::StatusChanged, "pending>charged_back", list("pending|charged back"));
        row(PostbackCause::StatusChanged, "waits_for_sale>refunded", list("waiting for its sale|refunded"));
        row(PostbackCause::OlderNews, "approved>pending", list("approved"));
        row(PostbackCause::IgnoredStatus, "test", list("test"));
        row(PostbackCause::SenderNotAllowed, "203.0.113.9", list("203.0.113.9"));
        row(PostbackCause::TestClick, "approved", list("approved|test"));
        row(PostbackCause::ExpiredKey, "Northway", list("Northway"));
        row(PostbackCause::NoClickId, "cid", list("cid|empty"));
        row(PostbackCause::ClickIdElsewhere, "xyz", list("xyz|mapping"));
        row(PostbackCause::ContradictoryFields, "payout=5 payout=7", list("payout=5 payout=7"));
    }
    void theValueInQuestionIsNamed()
    {
        QFETCH(PostbackCause, cause);
        QFETCH(QString, detail);
        QFETCH(QStringList, named);
        const QString sentence = explanation(PostbackOutcome::Unmatched, cause, detail);
        for (const QString &word : std::as_const(named))
            QVERIFY2(sentence.contains(word), qPrintable(sentence));
        QVERIFY(shortReason(PostbackOutcome::Unmatched, cause, detail).contains(named.first().left(20)));
    }

    void anUnknownClickSaysWhy()
    {
        const QString id = QStringLiteral("m5gc77g00n5y4y0vr934");
        const auto told = [&](PostbackCause cause, const char *why, const char *word) {
            const QString sentence
                    = explanation(PostbackOutcome::Unmatched, cause, id + QString::fromLatin1(why));
            QVERIFY2(sentence.contains(id) && !sentence.contains(u'_'), qPrintable(sentence));
            QVERIFY2(sentence.contains(QString::fromLatin1(word)), qPrintable(sentence));
        };
        told(PostbackCause::UnknownClick, "", "on its way");
        told(PostbackCause::UnknownClick, " before_first_click", "older than the first click");
        told(PostbackCause::UnknownClick, " in_the_future", "has not come yet");
        told(PostbackCause::PurgedClick, "", "were purged");
    }

    void aMatchThatNeededARepairSaysSo()
    {
        QSet<QString> sentences;
        for (const auto match : {MatchKind::Decoded, MatchKind::CaseFolded, MatchKind::Trimmed,
                                 MatchKind::Attached, MatchKind::Kept})
            sentences << explanation(PostbackOutcome::Matched, PostbackCause::None, {}, match);
        QCOMPARE(sentences.size(), 5);
        QVERIFY(!sentences.contains(QString()));
        QCOMPARE(explanation(PostbackOutcome::Matched, PostbackCause::None, {}, MatchKind::Exact), QString());
    }

    void everyStepOfARepairIsNamed()
    {
        const auto told = [](const char *steps) {
            return explanation(PostbackOutcome::Matched, PostbackCause::None, QString::fromLatin1(steps),
                               MatchKind::Trimmed);
        };
        QVERIFY(told("decoded case_folded trimmed")
                        .contains(QStringLiteral("decoded once more, lower-cased and trimmed")));
        QVERIFY(told("decoded decoded trimmed").contains(QStringLiteral("decoded 2 times more and trimmed")));
        QVERIFY(told("decoded decoded decoded").contains(QStringLiteral("decoded 3 times more.")));
        QVERIFY(told("case_folded trimmed").contains(QStringLiteral(": lower-cased and trimmed.")));
        QVERIFY(!told("").contains(QStringLiteral("lower-cased")));
    }

    void aRequestThatWasNotTakenSaysWhy()
    {
        const auto told = [](const char *detail) {
            return explanation(PostbackOutcome::Refused, PostbackCause::RefusedRequest,
                               QString::fromLatin1(detail));
        };
        QVERIFY(told("413").contains(QStringLiteral("256 KB")));
        QVERIFY(told("414").contains(QStringLiteral("8 KB")) && told("431").contains(QStringLiteral("8 KB")));
        QVERIFY(told("408").contains(QStringLiteral("broke off")));
        QVERIFY(told("400").contains(QStringLiteral("HTTP")) && told("411").contains(QStringLiteral("HTTP")));
    }

    void anUnfilledPlaceholderIsCalledSo()
    {
        for (const auto cause : {PostbackCause::UnknownStatus, PostbackCause::BadAmount}) {
            for (const char *sent : {"{status}", "[x]", "%x%", "#x#"}) {
                const QString detail = QString::fromLatin1(sent);
                const QString sentence = explanation(PostbackOutcome::NotUnderstood, cause, detail);
                QVERIFY2(sentence.contains(QStringLiteral("placeholder")) && sentence.contains(detail),
                         qPrintable(sentence));
                QVERIFY2(!sentence.contains(QStringLiteral("status words")), qPrintable(sentence));
                QVERIFY(shortReason(PostbackOutcome::NotUnderstood, cause, detail).contains(detail));
            }
            QVERIFY(!explanation(PostbackOutcome::NotUnderstood, cause, QStringLiteral("null"))
                             .contains(QStringLiteral("placeholder")));
        }
    }

    void aNegativeAmountIsNotCalledUnreadable()
    {
        for (const Channel channel : {Channel::Url, Channel::Notification}) {
            const QString told = explanation(PostbackOutcome::NotUnderstood, PostbackCause::BadAmount,
                                             QStringLiteral("-20"), MatchKind::None, channel);
            QVERIFY2(told.contains(QStringLiteral("negative")) && told.contains(QStringLiteral("refund")),
                     qPrintable(told));
            QVERIFY(!told.contains(QStringLiteral("cannot be read")));
        }
    }

    void anAmountThatIsTooLargeIsCalledSo()
    {
        const auto told = [](const char *detail) {
            return explanation(PostbackOutcome::NotUnderstood, PostbackCause::BadAmount,
                               QString::fromLatin1(detail));
        };
        QVERIFY2(told("1000000000").contains(QStringLiteral("more than")), qPrintable(told("1000000000")));
        QVERIFY(!told("1000000000").contains(QStringLiteral("cannot be read")));
        QVERIFY(told("much").contains(QStringLiteral("cannot be read")));
        QVERIFY(shortReason(PostbackOutcome::NotUnderstood, PostbackCause::BadAmount,
                            QStringLiteral("1000000000"))
                        .contains(QStringLiteral("too large")));
    }

    void timesAndAmountsAreWrittenAsPeopleReadThem()
    {
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(1767225600000);
        const QString shown = QLocale().toString(time, QLocale::ShortFormat);
        QVERIFY(explanation(PostbackOutcome::Repeated, PostbackCause::SameAgain,
                            QStringLiteral("1767225600000"))
                        .contains(shown));
        QVERIFY(shortReason(PostbackOutcome::Repeated, PostbackCause::SameAgain,
                            QStringLiteral("1767225600000"))
                        .contains(shown));
        const QString payout = shortReason(PostbackOutcome::Changed, PostbackCause::PayoutChanged,
                                           QStringLiteral("12.50>14.00 USD"));
        QVERIFY2(payout.contains(QStringLiteral("12,50")) && payout.contains(QStringLiteral("14,00 USD")),
                 qPrintable(payout));
        const QString both = explanation(PostbackOutcome::Changed, PostbackCause::StatusChanged,
                                         QStringLiteral("pending>approved 12.50 EUR>14.00 USD"));
        QVERIFY2(both.contains(QStringLiteral("12,50 EUR")) && both.contains(QStringLiteral("approved")),
                 qPrintable(both));
        QLocale::setDefault(QLocale::c());
    }

    void longDetailsAreCut()
    {
        const QString huge(100000, u'x');
        for (const auto cause :
             {PostbackCause::LiteralToken, PostbackCause::ForeignClickId, PostbackCause::BadAmount,
              PostbackCause::UnknownStatus, PostbackCause::UnknownCurrency}) {
            QVERIFY(explanation(PostbackOutcome::Unmatched, cause, huge).size() < 500);
            QVERIFY(shortReason(PostbackOutcome::Unmatched, cause, huge).size() < 60);
        }
    }
};

QTEST_APPLESS_MAIN(tst_Diagnosis)
#include "tst_diagnosis.moc"

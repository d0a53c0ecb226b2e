// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journey/journeywidget.h"
#include "journey/timelinestep.h"
#include "journey/useragentname.h"
#include "networks/presetcatalogue.h"
#include "postbacklog/arrivedfields.h"
#include "widgets/banner.h"
#include "widgets/copyfield.h"
#include "widgets/statuspill.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QTimer>

using namespace Matchbook;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 noon = 1795000000000;

Journey soldJourney()
{
    Journey journey;
    ClickRow click;
    click.id = 1;
    click.clickId = u"m7q2x9d4k1vw8s3t0zrb"_s;
    click.time = noon;
    click.campaign = u"Keto Nov"_s;
    click.offer = u"Keto Gummies"_s;
    click.network = u"Northway"_s;
    click.address = u"198.51.100.0"_s;
    click.userAgent
            = u"Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) Version/17.4 Mobile Safari/604.1"_s;
    journey.click = click;
    journey.redirectedTo = "https://offers.example/?s1=m7q2x9d4k1vw8s3t0zrb";
    ConversionRow row;
    row.conversion.id = ConversionId{5};
    row.conversion.clickId = click.clickId;
    row.conversion.clickTime = noon;
    row.conversion.time = noon + 252'000;
    row.conversion.status = ConversionStatus::Approved;
    row.conversion.payout = {31'200'000, Currency::usd()};
    row.conversion.match = MatchKind::Decoded;
    journey.conversion = row;
    PostbackRow postback;
    postback.id = PostbackId{9};
    postback.time = noon + 252'000;
    postback.networkId = NetworkId{1};
    postback.network = u"Northway"_s;
    postback.method = "GET";
    postback.path = "/postback/mb4k…";
    postback.query = "clickid=m7q2x9d4k1vw8s3t0zrb&payout=31.20&txid=T1&name=\xff";
    postback.sender = u"198.51.100.24"_s;
    postback.outcome = PostbackOutcome::Matched;
    postback.match = MatchKind::Decoded;
    postback.transactionId = u"T1"_s;
    postback.payout = Money{31'200'000, Currency::usd()};
    postback.clickId = click.clickId;
    journey.postbacks = {postback};
    journey.history
            = {{postback.time, postback.id, ConversionStatus::Approved, {31'200'000, Currency::usd()}, 0}};
    return journey;
}

QStringList titles(const Journey &journey)
{
    QStringList list;
    for (const JourneyStep &step : journeySteps(journey, Formats()))
        list.append(step.title);
    return list;
}

} // namespace

class JourneyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSaleIsToldFromClickToStored();
    void newsWithoutMoneyIsNotCalledMatched();
    void laterNewsFollowsTheSale();
    void aRepeatIsToldAsNotCounted();
    void anUnmatchedPostbackSaysWhatIsWrong();
    void aPurgedClickIsSaidToBeGone();
    void theInspectorShowsAmountStatusIdAndRawRequest();
    void aChosenStopShowsItsOwnRequest();
    void invalidBytesAreShownEscaped();
    void aLateAnswerForAnotherRowIsDropped();
    void aRowThatIsRemovedLeavesTheHint();
    void browsersHaveShortNames_data();
    void browsersHaveShortNames();
    void everyParameterIsExplained();
    void jsonBodiesAreExplainedToo();
};

void JourneyTest::aSaleIsToldFromClickToStored()
{
    const Journey journey = soldJourney();
    QCOMPARE(titles(journey),
             (QStringList{u"Click"_s, u"Redirected to offer"_s, u"Postback received"_s,
                          u"Matched after decoding the ID once more"_s, u"Stored"_s}));
    const QList<JourneyStep> steps = journeySteps(journey, Formats());
    QVERIFY(steps.at(0).details.contains("iPhone, Safari 17"_L1));
    QVERIFY(steps.at(0).details.contains("Keto Nov"_L1));
    QVERIFY(steps.at(1).details.contains("s1=m7q2x9d4k1vw8s3t0zrb"_L1));
    QVERIFY(steps.at(2).details.contains("GET from 198.51.100.24"_L1));
    QVERIFY(steps.at(2).details.contains("transaction T1"_L1));
    QCOMPARE(steps.at(4).tone, Tone::Green);
    QCOMPARE(steps.at(2).time, noon + 252'000);
}

void JourneyTest::newsWithoutMoneyIsNotCalledMatched()
{
    Journey journey = soldJourney();
    PostbackRow news = journey.postbacks.constFirst();
    news.outcome = PostbackOutcome::Matched;
    news.match = MatchKind::None;
    for (const auto &[cause, title] :
         {std::pair(PostbackCause::SetupTest, u"Test of the URL"_s),
          std::pair(PostbackCause::EventWithoutMoney, u"News without money"_s)}) {
        news.cause = cause;
        journey.postbacks = {news};
        const JourneyStep step = journeySteps(journey, Formats()).at(3);
        QCOMPARE(step.title, title);
        QCOMPARE(step.tone, Tone::Grey);
    }
}

void JourneyTest::laterNewsFollowsTheSale()
{
    Journey journey = soldJourney();
    journey.history[0].status = ConversionStatus::Pending;
    PostbackRow approval = journey.postbacks.constFirst();
    approval.id = PostbackId{10};
    approval.time += 86'400'000;
    approval.outcome = PostbackOutcome::Changed;
    approval.cause = PostbackCause::StatusChanged;
    approval.causeDetail = u"pending>approved"_s;
    journey.postbacks.append(approval);
    journey.history.append(
            {approval.time, approval.id, ConversionStatus::Approved, {31'200'000, Currency::usd()}, 0});
    const QStringList told = titles(journey);
    QCOMPARE(told.size(), 8);
    QCOMPARE(told.at(4), u"Stored"_s);
    QCOMPARE(told.at(7), u"Pending → Approved"_s);
}

void JourneyTest::aRepeatIsToldAsNotCounted()
{
    Journey journey = soldJourney();
    PostbackRow repeat = journey.postbacks.constFirst();
    repeat.id = PostbackId{10};
    repeat.outcome = PostbackOutcome::Repeated;
    repeat.cause = PostbackCause::SameAgain;
    journey.postbacks.append(repeat);
    QCOMPARE(titles(journey).constLast(), u"Repeated: not counted again"_s);
    QCOMPARE(journeySteps(journey, Formats()).constLast().tone, Tone::Violet);
}

void JourneyTest::anUnmatchedPostbackSaysWhatIsWrong()
{
    Journey journey;
    PostbackRow row;
    row.id = PostbackId{3};
    row.time = noon;
    row.method = "POST";
    row.outcome = PostbackOutcome::Unmatched;
    row.cause = PostbackCause::ClickIdTruncated;
    row.causeDetail = u"16"_s;
    journey.postbacks = {row};
    const QList<JourneyStep> steps = journeySteps(journey, Formats());
    QCOMPARE(steps.size(), 2);
    QCOMPARE(steps.at(1).title, u"No click found"_s);
    QVERIFY(steps.at(1).details.contains("16"_L1));
}

void JourneyTest::aPurgedClickIsSaidToBeGone()
{
    Journey journey = soldJourney();
    journey.click.reset();
    const QList<JourneyStep> steps = journeySteps(journey, Formats());
    QCOMPARE(steps.at(0).title, u"Click"_s);
    QCOMPARE(steps.at(0).time, noon);
    QVERIFY(steps.at(0).details.contains("no longer stored"_L1));
}

void JourneyTest::theInspectorShowsAmountStatusIdAndRawRequest()
{
    JourneyWidget widget(
            [](QObject *asker, const JourneySubject &, auto answer) {
                QTimer::singleShot(0, asker, [answer] { answer(soldJourney()); });
            },
            u"Select a row."_s);
    widget.resize(340, 700);
    widget.show();
    QVERIFY(widget.findChild<QLabel *>(u"journeyHint"_s)->isVisible());
    QVERIFY(!widget.findChild<QPushButton *>(u"copyClickId"_s)->isVisible());
    widget.showSubject({JourneySubject::Kind::Conversion, 5, {}});
    auto *amount = widget.findChild<QLabel *>(u"journeyAmount"_s);
    QTRY_VERIFY(amount->isVisible());
    QVERIFY(amount->text().contains("31"_L1));
    QCOMPARE(widget.findChild<StatusPill *>(u"journeyStatus"_s)->text(), u"Approved"_s);
    QCOMPARE(widget.findChild<QLabel *>(u"journeyClickId"_s)->text(), u"m7q2x9d4k1vw8s3t0zrb"_s);
    QTest::mouseClick(widget.findChild<QPushButton *>(u"copyClickId"_s), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"m7q2x9d4k1vw8s3t0zrb"_s);
    auto *raw = widget.findChild<CopyField *>(u"journeyRaw"_s);
    QVERIFY(raw->text().startsWith(u"GET /postback/mb4k…?clickid="_s));
    QTest::mouseClick(raw->button(), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), raw->text());
    widget.showSubject({});
    QVERIFY(widget.findChild<QLabel *>(u"journeyHint"_s)->isVisible());
}

void JourneyTest::aChosenStopShowsItsOwnRequest()
{
    Journey journey = soldJourney();
    PostbackRow repeat = journey.postbacks.constFirst();
    repeat.id = PostbackId{10};
    repeat.time += 60'000;
    repeat.query = "clickid=m7q2x9d4k1vw8s3t0zrb&status=refunded";
    repeat.outcome = PostbackOutcome::Changed;
    journey.postbacks.append(repeat);
    JourneyWidget widget([&journey](QObject *, const JourneySubject &,
                                    const auto &answer) { answer(journey); },
                         u"hint"_s);
    widget.resize(400, 900);
    widget.show();
    widget.showSubject({JourneySubject::Kind::Conversion, 5, {}});
    auto *raw = widget.findChild<CopyField *>(u"journeyRaw"_s);
    QVERIFY(raw->text().contains("payout=31.20"_L1));
    const auto stop = [&widget](const QString &title, int number) -> QWidget * {
        for (auto *step : widget.findChildren<TimelineStep *>()) {
            if (step->accessibleName().startsWith(title) && number-- == 0)
                return step;
        }
        return nullptr;
    };
    QWidget *second = stop(u"Postback received"_s, 1);
    QVERIFY(second);
    QTest::mouseClick(second, Qt::LeftButton);
    QVERIFY2(raw->text().contains("status=refunded"_L1), qPrintable(raw->text()));
    widget.refresh();
    QVERIFY(raw->text().contains("status=refunded"_L1));
    QTest::keyClick(stop(u"Postback received"_s, 0), Qt::Key_Space);
    QVERIFY(raw->text().contains("payout=31.20"_L1));
    QTest::mouseClick(stop(u"Click"_s, 0), Qt::LeftButton);
    QVERIFY(raw->text().contains("payout=31.20"_L1));
    widget.showSubject({JourneySubject::Kind::Postback, 10, {}});
    QVERIFY(raw->text().contains("status=refunded"_L1));
}

void JourneyTest::invalidBytesAreShownEscaped()
{
    PostbackRow row = soldJourney().postbacks.constFirst();
    QVERIFY(rawRequestText(row).contains("name=\\xFF"_L1, Qt::CaseInsensitive));
    row.body = "a=1\r\nb\x01";
    row.contentType = u"text/plain"_s;
    const QString text = rawRequestText(row);
    QVERIFY(text.contains("Content-Type: text/plain"_L1));
    QVERIFY(text.contains("\\x01"_L1));
}

void JourneyTest::aLateAnswerForAnotherRowIsDropped()
{
    QList<std::function<void()>> answers;
    JourneyWidget widget(
            [&answers](QObject *, const JourneySubject &subject, auto answer) {
                Journey journey = soldJourney();
                journey.conversion->conversion.payout.micros = subject.id * 1'000'000;
                answers.append([answer, journey] { answer(journey); });
            },
            u"Select a row."_s);
    widget.show();
    widget.showSubject({JourneySubject::Kind::Conversion, 77, {}});
    widget.showSubject({JourneySubject::Kind::Conversion, 88, {}});
    answers.at(1)();
    answers.at(0)();
    QVERIFY(widget.findChild<QLabel *>(u"journeyAmount"_s)->text().contains("88"_L1));
}

void JourneyTest::aRowThatIsRemovedLeavesTheHint()
{
    Expected<Journey> answer = soldJourney();
    JourneyWidget widget([&answer](QObject *, const JourneySubject &, auto tell) { tell(answer); },
                         u"Select a row."_s);
    widget.show();
    widget.showSubject({JourneySubject::Kind::Conversion, 77, {}});
    QVERIFY(widget.findChild<QLabel *>(u"journeyAmount"_s)->isVisible());
    answer = unexpected(Failure::Kind::NotFound);
    widget.refresh();
    QVERIFY(!widget.findChild<QLabel *>(u"journeyAmount"_s)->isVisible());
    QVERIFY(!widget.findChild<Banner *>()->isVisible());
    const auto labels = widget.findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) {
        return label->isVisible() && label->text() == "Select a row."_L1;
    }));
}

void JourneyTest::browsersHaveShortNames_data()
{
    QTest::addColumn<QString>("userAgent");
    QTest::addColumn<QString>("name");
    QTest::newRow("none") << u""_s << u""_s;
    QTest::newRow("Chrome on Android")
            << u"Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) "
               "Chrome/126.0.0.0 Mobile Safari/537.36"_s
            << u"Android, Chrome 126"_s;
    QTest::newRow("Edge on Windows")
            << u"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
               "Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0"_s
            << u"Windows, Edge 126"_s;
    QTest::newRow("Firefox on Linux")
            << u"Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"_s
            << u"Linux, Firefox 128"_s;
    QTest::newRow("Safari on a Mac")
            << u"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like "
               "Gecko) Version/17.5 Safari/605.1.15"_s
            << u"Mac, Safari 17"_s;
    QTest::newRow("tool") << u"curl/7.88.1"_s << u"curl 7.88"_s;
    QTest::newRow("word") << u"MyBot"_s << u"MyBot"_s;
}

void JourneyTest::browsersHaveShortNames()
{
    QFETCH(QString, userAgent);
    QFETCH(QString, name);
    QCOMPARE(userAgentName(userAgent), name);
}

void JourneyTest::everyParameterIsExplained()
{
    const PresetCatalogue presets;
    PostbackRow row;
    row.query = "cid=m7q2x9d4k1vw8s3t0zrb&payout=9.50&trans=1&status=hold_2&subid=other&x=1";
    row.cause = PostbackCause::UnknownStatus;
    row.payout = Money{9'500'000, Currency::usd()};
    const QList<ArrivedField> fields = arrivedFields(row, presets.find(u"generic"_s));
    QCOMPARE(fields.size(), 6);
    QCOMPARE(fields.at(0).meaning, u"click ID"_s);
    QCOMPARE(fields.at(1).meaning, u"payout, USD"_s);
    QCOMPARE(fields.at(2).meaning, QString());
    QCOMPARE(fields.at(3).meaning, u"status: ?"_s);
    QVERIFY(!fields.at(3).understood);
    QCOMPARE(fields.at(4).meaning, QString());
    QVERIFY(arrivedFields(row, nullptr).constFirst().meaning.isEmpty());
}

void JourneyTest::jsonBodiesAreExplainedToo()
{
    const PresetCatalogue presets;
    PostbackRow row;
    row.body = R"({"clickid":"m7q2x9d4k1vw8s3t0zrb","payout":9.5,"more":{"a":1}})";
    const QList<ArrivedField> fields = arrivedFields(row, presets.find(u"generic"_s));
    QCOMPARE(fields.size(), 3);
    QCOMPARE(fields.at(0).meaning, u"click ID"_s);
    QCOMPARE(fields.at(1).value, u"{\"a\":1}"_s);
    QCOMPARE(fields.at(2).value, u"9.5"_s);
}

QTEST_MAIN(JourneyTest)
#include "tst_journey.moc"

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runningengine.h"

#include "engine/rereadingdesk.h"
#include "networks/alarmbanner.h"
#include "networks/networkspage.h"
#include "networks/preseteditor.h"
#include "networks/presetsdialog.h"
#include "networks/rereaddialog.h"
#include "networks/rereadoffer.h"
#include "store/lists.h"
#include "theme.h"
#include "whendialogopens.h"
#include "widgets/banner.h"
#include "widgets/copyfield.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTimer>

using namespace Matchbook;
using namespace Qt::StringLiterals;

/// The Networks page and its dialogs, used as a person uses them, over a whole engine.
class NetworksPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theNetworkIsShownWithItsUrlAndItsPostbacks();
    void aNetworkThatIsAskedForBeforeItIsReadIsChosenWhenItComes();
    void aUrlForEachStatusCanBeCopied();
    void aNewKeyIsMadeAndTheOldUrlStillWorks();
    void aWordIsMappedAndHistoryReadAgainAndTakenBack();
    void anOfferHearsOnlyItsOwnAnswers();
    void theJumpOfAnAlarmGoesToThosePostbacks();
    void aPresetIsLearnedByPointing();
    void aRequestThatArrivesWhileWaitingShowsByItself();
    void aNotificationIsShownMemberByMember();
    void theWayToTheUrlIsNumbered();
    void aNetworkThatOnlyReportsHasNoUrlButAButtonToImport();
    void aPresetIsCopiedEditedAndExported();
    void whatIsClearedInAPresetIsNotInheritedAgain();
    void whoUsesAnEditedPresetMayBeReadAgain();
    void aPresetWhoseUrlDoesNotSendTheClickIdIsRefused();
    void everyBuiltInPresetCanBeCopied();
    void aSharedPresetIsTakenInAndAWrongFileIsNot();
    void aPresetWhoseIdIsTakenReplacesNothingUnasked();

private:
    template<typename T>
    T *child(QWidget *of, const QString &name)
    {
        return of->findChild<T *>(name);
    }
    void click(QWidget *of, const QString &name)
    {
        auto *button = child<QPushButton>(of, name);
        QVERIFY2(button && button->isEnabled(), qPrintable(name));
        QTest::mouseClick(button, Qt::LeftButton);
    }
    /// Presses \a button of the page and does \a what with the dialog that opens. It has to close it.
    void inDialog(const QString &button, const std::function<void(QDialog *)> &what)
    {
        QTRY_VERIFY(child<QPushButton>(m_page.get(), button)->isVisible());
        whileOpen(what);
        click(m_page.get(), button);
    }
    void whileOpen(const std::function<void(QDialog *)> &what)
    {
        QTimer::singleShot(0, m_page.get(), [this, what] {
            QWidget *window = nullptr;
            QTRY_VERIFY((window = QApplication::activeModalWidget()));
            what(qobject_cast<QDialog *>(window));
            if (window == QApplication::activeModalWidget())
                window->close();
        });
    }
    /// Presses \a button of the next question, whenever it comes, and keeps what it said.
    void answerQuestion(const QString &button, QString *told)
    {
        auto *look = new QTimer(m_page.get());
        QObject::connect(look, &QTimer::timeout, m_page.get(), [this, look, button, told] {
            auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
            if (!box)
                return;
            look->deleteLater();
            *told = box->informativeText();
            click(box, button);
        });
        look->start(20);
    }
    /// And shows it.
    void addNetwork(const QString &name, const QString &preset)
    {
        AffiliateNetwork network;
        network.name = name;
        network.preset = preset;
        QVERIFY(m_running->edit<AffiliateNetwork>([&network](Catalogue &c) { return c.addNetwork(network); },
                                                  &network));
        m_page->open({{u"network"_s, network.id.value}});
        m_page->refresh();
        QTRY_VERIFY(child<QWidget>(m_page.get(), u"networkPanel"_s)->isVisible());
    }
    bool sell(const QString &more)
    {
        const QString id = m_running->click();
        return id.size() == 20 && m_running->postback(u"clickid=%1&%2"_s.arg(id, more)) == 200;
    }
    QList<ConversionRow> conversions()
    {
        QList<ConversionRow> found;
        bool answered = false;
        m_running->engine().reader().ask<QList<ConversionRow>>(
                m_page.get(), [](Database &database) { return Lists(database).conversions({}, 100); },
                [&](const Expected<QList<ConversionRow>> &rows) {
                    answered = true;
                    if (rows)
                        found = *rows;
                });
        (void)QTest::qWaitFor([&] { return answered; });
        return found;
    }
    AlarmBanner *banner()
    {
        for (auto *one : m_page->findChildren<AlarmBanner *>()) {
            if (one->isVisible())
                return one;
        }
        return nullptr;
    }
    QString panelText(const QString &name) { return child<QLabel>(m_page.get(), name)->text(); }

    std::unique_ptr<RunningEngine> m_running;
    std::unique_ptr<NetworksPage> m_page;
};

void NetworksPageTest::init()
{
    m_running = std::make_unique<RunningEngine>();
    QVERIFY(m_running->start());
    QVERIFY(m_running->setUp());
    m_page = std::make_unique<NetworksPage>(m_running->engine(), nullptr);
    m_page->resize(1100, 760);
    m_page->show();
    QObject::connect(&m_running->engine().reader(), &Reader::storeChanged, m_page.get(),
                     [this] { m_page->refresh(); });
    m_page->refresh();
}

void NetworksPageTest::cleanup()
{
    m_page.reset();
    m_running.reset();
}

void NetworksPageTest::theNetworkIsShownWithItsUrlAndItsPostbacks()
{
    QVERIFY(sell(u"payout=31.20&txid=T1"_s));
    auto *table = child<QTableView>(m_page.get(), u"networks_table"_s);
    const auto text = [table](int column) { return table->model()->index(0, column).data().toString(); };
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QCOMPARE(text(0), u"Northway"_s);
    QTRY_COMPARE(text(3), u"1"_s);
    QTRY_VERIFY(text(7).contains("31"_L1));
    QVERIFY(table->model()->headerData(6, Qt::Horizontal, Qt::ToolTipRole).toString().contains("decided"_L1));
    QTRY_VERIFY(child<CopyField>(m_page.get(), u"postbackUrl"_s));
    auto *url = child<CopyField>(m_page.get(), u"postbackUrl"_s);
    QVERIFY(url->text().contains(m_running->network.key));
    QTest::mouseClick(url->button(), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), url->text());
    auto *pixel = child<CopyField>(m_page.get(), u"pixelUrl"_s);
    QVERIFY(pixel->isVisibleTo(m_page.get()));
    QCOMPARE(pixel->text(),
             m_running->engine().baseUrl() + u"/pixel/"_s + m_running->network.key + u".gif"_s);
    QTest::mouseClick(pixel->button(), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), pixel->text());
    QVERIFY(!banner());
}

void NetworksPageTest::aNetworkThatIsAskedForBeforeItIsReadIsChosenWhenItComes()
{
    auto *table = child<QTableView>(m_page.get(), u"networks_table"_s);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    AffiliateNetwork later;
    later.name = u"Zenith"_s;
    later.preset = u"generic"_s;
    // What is read now knows nothing of it yet, as an answer that is already on its way.
    m_page->open({{u"network"_s, m_running->network.id.value + 1}});
    m_page->refresh();
    QTest::qWait(100);
    QVERIFY(m_running->edit<AffiliateNetwork>([&later](Catalogue &c) { return c.addNetwork(later); },
                                              &later));
    QCOMPARE(later.id.value, m_running->network.id.value + 1);
    m_page->refresh();
    QTRY_COMPARE(table->model()->rowCount(), 2);
    const auto chosen = [table] { return table->currentIndex().siblingAtColumn(0).data().toString(); };
    QCOMPARE(chosen(), later.name);
    // A person's own choice stays from then on.
    table->selectRow(0);
    m_page->refresh();
    QTest::qWait(100);
    QCOMPARE(chosen(), m_running->network.name);
}

void NetworksPageTest::aUrlForEachStatusCanBeCopied()
{
    AffiliateNetwork tune;
    tune.name = u"Tuned"_s; // behind Northway
    tune.preset = u"tune"_s;
    QVERIFY(m_running->edit<AffiliateNetwork>([&tune](Catalogue &c) { return c.addNetwork(tune); }, &tune));
    auto *table = child<QTableView>(m_page.get(), u"networks_table"_s);
    QTRY_COMPARE(table->model()->rowCount(), 2);
    QVERIFY(!child<QPushButton>(m_page.get(), u"perStatus"_s)->isVisible());
    table->selectRow(1);
    QTRY_VERIFY(child<QPushButton>(m_page.get(), u"perStatus"_s));
    auto *perStatus = child<QPushButton>(m_page.get(), u"perStatus"_s);
    QTRY_VERIFY(perStatus->isVisible());
    QVERIFY(!child<CopyField>(m_page.get(), u"statusUrl"_s)->isVisible());
    QTest::mouseClick(perStatus, Qt::LeftButton);
    auto *first = child<CopyField>(m_page.get(), u"statusUrl"_s);
    QTRY_VERIFY(first->isVisible());
    QVERIFY2(first->text().contains("?status=approved&"_L1), qPrintable(first->text()));
    QVERIFY(child<CopyField>(m_page.get(), u"statusUrl5"_s)->text().contains("status=charged_back"_L1));
    QTest::mouseClick(perStatus, Qt::LeftButton);
    QVERIFY(!first->isVisible());
}

void NetworksPageTest::aNewKeyIsMadeAndTheOldUrlStillWorks()
{
    const QString oldKey = m_running->network.key;
    QString newUrl;
    inDialog(u"newKey"_s, [&](QDialog *dialog) {
        QCOMPARE(dialog->objectName(), u"keyDialog"_s);
        QCOMPARE(child<QSpinBox>(dialog, u"keepDays"_s)->value(), 7);
        child<QSpinBox>(dialog, u"keepDays"_s)->setValue(3);
        click(dialog, u"rotate"_s);
        QTRY_VERIFY(child<CopyField>(dialog, u"newUrl"_s));
        newUrl = child<CopyField>(dialog, u"newUrl"_s)->text();
        QTest::mouseClick(child<CopyField>(dialog, u"newUrl"_s)->button(), Qt::LeftButton);
        click(dialog, u"close"_s);
    });
    QVERIFY(newUrl.contains("/postback/"_L1) && !newUrl.contains(oldKey));
    QCOMPARE(QGuiApplication::clipboard()->text(), newUrl);
    QTRY_VERIFY(child<CopyField>(m_page.get(), u"postbackUrl"_s)->text() == newUrl);
    QVERIFY(sell(u"txid=OLD"_s)); // the fixture still calls the old URL
    QTRY_COMPARE(conversions().size(), 1);
    QTRY_VERIFY(banner() && banner()->title().contains("old postback URL"_L1));
}

void NetworksPageTest::aWordIsMappedAndHistoryReadAgainAndTakenBack()
{
    QVERIFY(sell(u"payout=10&txid=A&status=zugesagt"_s));
    QVERIFY(sell(u"payout=20&txid=B&status=zugesagt"_s));
    QCOMPARE(conversions().size(), 0);
    QTRY_VERIFY(banner());
    whileOpen([&](QDialog *dialog) {
        QCOMPARE(dialog->objectName(), u"mappingDialog"_s);
        auto *preview = child<QTableView>(dialog, u"mapping_preview"_s);
        const auto problem = [preview](int row) { return preview->model()->index(row, 6).data().toString(); };
        QTRY_COMPARE(preview->model()->rowCount(), 2);
        QVERIFY(problem(0).contains("zugesagt"_L1));
        QTest::keyClicks(child<QLineEdit>(dialog, u"newWord"_s), u"Zugesagt"_s);
        click(dialog, u"addWord"_s);
        QTRY_COMPARE(problem(0), QString());
        QCOMPARE(preview->model()->index(0, 4).data().toString(), u"Approved"_s);
        QCOMPARE(conversions().size(), 0);
        click(dialog, u"save"_s);
        QTRY_VERIFY(child<QPushButton>(dialog, u"rereadApply"_s)->isVisible());
        QVERIFY(child<QLabel>(dialog, u"rereadText"_s)->text().contains("2 conversions added"_L1));
        QCOMPARE(conversions().size(), 0);
        click(dialog, u"rereadApply"_s);
        QTRY_VERIFY(child<QPushButton>(dialog, u"rereadUndo"_s)->isVisible());
        QTRY_COMPARE(conversions().size(), 2);
        click(dialog, u"rereadUndo"_s);
        QVERIFY2(!child<QPushButton>(dialog, u"rereadCancel"_s)->isVisible(), "undoing cannot be cancelled");
        QTRY_COMPARE(conversions().size(), 0);
        click(dialog, u"close"_s);
    });
    QTest::mouseClick(banner()->findChild<QPushButton *>(), Qt::LeftButton);
    QVERIFY(sell(u"payout=20&txid=C&status=zugesagt"_s));
    QTRY_COMPARE(conversions().size(), 1);
}

void NetworksPageTest::anOfferHearsOnlyItsOwnAnswers()
{
    QVERIFY(sell(u"payout=10&txid=A&status=zugesagt"_s));
    QVERIFY(sell(u"payout=20&txid=B&status=zugesagt"_s));
    AffiliateNetwork network = m_running->network;
    network.mapping.statusWords.insert(u"zugesagt"_s, ConversionStatus::Approved);
    QVERIFY(m_running->edit<AffiliateNetwork>(
            [&network](Catalogue &catalogue) -> Expected<AffiliateNetwork> {
                const auto stored = catalogue.updateNetwork(network);
                return stored ? Expected<AffiliateNetwork>(network) : unexpected(stored.error());
            },
            &network));
    RereadingDesk &desk = m_running->engine().rereadings();
    const Formats formats = Formats::from(m_running->engine().preferences());
    QSignalSpy failed(&desk, &RereadingDesk::failed);
    RereadingChoice one;
    one.network = network.id;
    one.ids = {PostbackId{1}};
    QVERIFY(desk.preview(one) != 0);
    auto closed = std::make_unique<RereadOffer>(desk, formats);
    closed->show();
    closed->ask(network.id);
    const auto *text = child<QLabel>(closed.get(), u"rereadText"_s);
    QVERIFY2(text->text().contains("something else"_L1), qPrintable(text->text()));
    QTRY_VERIFY2(text->text().contains("2 conversions added"_L1), qPrintable(text->text()));
    QVERIFY(failed.isEmpty());
    closed->ask(network.id);
    RereadOffer next(desk, formats);
    next.show();
    next.ask(network.id);
    closed.reset();
    text = child<QLabel>(&next, u"rereadText"_s);
    QTRY_VERIFY2(text->text().contains("2 conversions added"_L1), qPrintable(text->text()));
    QVERIFY(!child<QPushButton>(&next, u"rereadUndo"_s)->isVisible());
}

void NetworksPageTest::theJumpOfAnAlarmGoesToThosePostbacks()
{
    for (int i = 0; i < 3; ++i)
        QCOMPARE(m_running->postback(u"clickid={subid}&txid=T%1"_s.arg(i)), 200);
    QTRY_VERIFY(banner() && banner()->title().contains("{subid}"_L1));
    QSignalSpy asked(m_page.get(), &Page::openPage);
    QTest::mouseClick(banner()->findChild<QPushButton *>(), Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.at(0).at(0).toString(), u"postbacklog"_s);
    const QVariantMap what = asked.at(0).at(1).toMap();
    QCOMPARE(what.value(u"network"_s).toLongLong(), m_running->network.id.value);
    QCOMPARE(what.value(u"cause"_s).toString(), u"literal_token"_s);
}

void NetworksPageTest::aNotificationIsShownMemberByMember()
{
    QNetworkAccessManager sender;
    QNetworkRequest request(QUrl(m_running->engine().postbackUrl(m_running->network).section(u'?', 0, 0)));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    const std::unique_ptr<QNetworkReply> reply(
            sender.post(request, R"({"order":{"id":"T1","lines":[{"sum":9.50}]},"wer":"nobody"})"));
    QTRY_VERIFY(reply->isFinished());
    const QString shown
            = u"{\n  \"order\": {\n    \"id\": \"T1\",\n    \"lines\": [\n      {\n        \"sum\": 9.50"_s;
    for (const QString &button : {u"learn"_s, u"editMapping"_s}) {
        inDialog(button, [&](QDialog *dialog) {
            auto *arrived = child<QPlainTextEdit>(dialog, u"arrived"_s);
            QTRY_VERIFY(arrived->isVisible());
            QVERIFY2(arrived->toPlainText().startsWith(shown), qPrintable(arrived->toPlainText()));
            QCOMPARE(arrived->font().family(), monospacedFont(qApp->font()).family());
            // Six lines at least, whatever the window.
            QVERIFY(arrived->height() >= 6 * QFontMetrics(arrived->font()).lineSpacing());
        });
    }
}

void NetworksPageTest::theWayToTheUrlIsNumbered()
{
    addNetwork(u"ClickBank"_s, u"clickbank"_s);
    const auto *steps = child<QLabel>(m_page.get(), u"pasteSteps"_s);
    QTRY_VERIFY(steps->isVisible());
    const QStringList lines = steps->text().split(u'\n');
    const QStringList known = m_running->engine().presets()->find(u"clickbank"_s)->postback.steps;
    QCOMPARE(lines.size(), known.size());
    for (qsizetype i = 0; i < known.size(); ++i) {
        QVERIFY(lines.at(i).startsWith(QString::number(i + 1) % u'.'));
        QVERIFY(lines.at(i).endsWith(known.at(i)));
    }
}

void NetworksPageTest::aNetworkThatOnlyReportsHasNoUrlButAButtonToImport()
{
    addNetwork(u"CJ"_s, u"cj"_s);
    auto *notice = child<Banner>(m_page.get(), u"reportOnly"_s);
    QTRY_VERIFY(notice->isVisible());
    QVERIFY(notice->sentence().contains(m_running->engine().presets()->find(u"cj"_s)->advice));
    for (const QString &name : {u"pasteWhere"_s, u"pasteSteps"_s, u"mapping"_s, u"newKey"_s, u"learn"_s,
                                u"testNetwork"_s, u"pixelUrl"_s})
        QVERIFY2(!child<QWidget>(m_page.get(), name)->isVisible(), qPrintable(name));
    const auto *url = child<QWidget>(m_page.get(), u"postbackUrl"_s);
    QVERIFY(!url || !url->isVisible());
    const auto labels = child<QWidget>(m_page.get(), u"networkPanel"_s)->findChildren<QLabel *>();
    for (const QLabel *label : labels)
        QVERIFY2(!label->isVisible() || !label->text().contains("postback URL"_L1, Qt::CaseInsensitive),
                 qPrintable(label->text()));
    whileOpen([](QDialog *dialog) { QCOMPARE(dialog->objectName(), u"importDialog"_s); });
    QTest::mouseClick(notice->findChild<QPushButton *>(), Qt::LeftButton);
}

void NetworksPageTest::aPresetIsLearnedByPointing()
{
    const QString id = m_running->click();
    QCOMPARE(m_running->postback(u"wer=%1&wieviel=7,50&was=ja"_s.arg(id)), 200);
    QCOMPARE(conversions().size(), 0);
    inDialog(u"learn"_s, [&](QDialog *dialog) {
        const auto point = [&](const QString &parameter, const QString &meaning) {
            auto *combo = child<QComboBox>(dialog, u"meaning_"_s + parameter);
            QVERIFY2(combo, qPrintable(parameter));
            combo->setCurrentText(meaning);
        };
        QTRY_VERIFY(child<QComboBox>(dialog, u"meaning_wer"_s));
        QCOMPARE(child<QComboBox>(dialog, u"meaning_wer"_s)->currentText(), u"the click ID"_s);
        point(u"wieviel"_s, u"the money"_s);
        point(u"was"_s, u"the status"_s);
        auto *means = child<QComboBox>(dialog, u"statusMeans"_s);
        QVERIFY(means->isVisible());
        QCOMPARE(means->currentIndex(), -1);
        QVERIFY(!child<QPushButton>(dialog, u"learn"_s)->isEnabled());
        means->setCurrentIndex(means->findData(int(ConversionStatus::Approved)));
        QVERIFY(child<QPushButton>(dialog, u"learn"_s)->isEnabled());
        point(u"wer"_s, u"nothing of ours"_s);
        QVERIFY(!child<QLabel>(dialog, u"problem"_s)->text().isEmpty());
        point(u"wer"_s, u"the click ID"_s);
        auto *decimal = child<QComboBox>(dialog, u"decimalMark"_s);
        decimal->setCurrentIndex(decimal->findData(int(DecimalMark::Comma)));
        click(dialog, u"learn"_s);
        // What has arrived before is offered to be read again by it.
        QTRY_VERIFY(child<QPushButton>(dialog, u"rereadApply"_s)->isVisible());
        click(dialog, u"rereadApply"_s);
        QTRY_VERIFY(child<QPushButton>(dialog, u"rereadUndo"_s)->isVisible());
    });
    QVERIFY(QFile::exists(m_running->folder() + u"/networks/northway.json"_s));
    QTRY_COMPARE(conversions().size(), 1);
    QCOMPARE(conversions().constFirst().conversion.payout.micros, 7'500'000);
    const QString next = m_running->click();
    QCOMPARE(m_running->postback(u"wer=%1&wieviel=7,50&was=ja&currency=EUR"_s.arg(next)), 200);
    QTRY_COMPARE(conversions().size(), 2);
    QCOMPARE(conversions().constFirst().conversion.payout.currency.code(), u"EUR"_s);
}

void NetworksPageTest::aRequestThatArrivesWhileWaitingShowsByItself()
{
    inDialog(u"learn"_s, [&](QDialog *dialog) {
        QTRY_VERIFY(child<QLabel>(dialog, u"learnNote"_s)->text().contains("Nothing has arrived"_L1));
        QVERIFY(!child<QPushButton>(dialog, u"learn"_s)->isEnabled());
        QCOMPARE(m_running->postback(u"geld=3"_s), 200);
        QTRY_VERIFY(child<QComboBox>(dialog, u"meaning_geld"_s));
    });
}

void NetworksPageTest::aPresetIsCopiedEditedAndExported()
{
    const QString file = m_running->folder() + u"/shared.json"_s;
    AskPresetPath ask;
    ask.toWrite = [&](QWidget *, const QString &) { return file; };
    PresetsDialog dialog(m_running->engine(), nullptr, ask);
    dialog.show();
    QTest::keyClicks(child<QLineEdit>(&dialog, u"presetSearch"_s), u"maxbounty"_s);
    auto *table = child<QTableView>(&dialog, u"presets"_s);
    QCOMPARE(table->model()->rowCount(), 1);
    table->selectRow(0);
    QVERIFY(!child<QPushButton>(&dialog, u"editPreset"_s)->isEnabled());
    whileOpen([&](QDialog *editor) {
        auto *name = child<QLineEdit>(editor, u"presetName"_s);
        name->selectAll();
        QTest::keyClicks(name, u"Bounty of mine"_s);
        auto *payout = child<QLineEdit>(editor, u"field_payout"_s);
        payout->selectAll();
        QTest::keyClicks(payout, u"commission"_s);
        click(editor, u"ok"_s);
        QTRY_VERIFY(!editor->isVisible());
    });
    click(&dialog, u"copyPreset"_s);
    const auto presets = m_running->engine().presets();
    const auto copied
            = std::find_if(presets->all().cbegin(), presets->all().cend(),
                           [](const NetworkPreset &one) { return one.name == "Bounty of mine"_L1; });
    QVERIFY(copied != presets->all().cend());
    QCOMPARE(copied->payoutFields, QStringList{u"commission"_s});
    QCOMPARE(copied->clickIdFields, presets->find(u"maxbounty"_s)->clickIdFields);
    QCOMPARE(copied->postbackParameters, presets->find(u"maxbounty"_s)->postbackParameters);
    QVERIFY(presets->isOwn(copied->id));
    QVERIFY(child<QPushButton>(&dialog, u"editPreset"_s)->isEnabled());
    click(&dialog, u"exportPreset"_s);
    QVERIFY(QFile::exists(file));
}

void NetworksPageTest::whatIsClearedInAPresetIsNotInheritedAgain()
{
    const QString folder = m_running->folder() + u"/networks"_s;
    const QJsonObject json{{u"id"_s, u"mine"_s}, {u"name"_s, u"Mine"_s}, {u"extends"_s, u"generic"_s}};
    QVERIFY(savePreset(json, *m_running->engine().presets(), folder));
    m_running->engine().reloadPresets();
    auto presets = m_running->engine().presets();
    QVERIFY(!presets->find(u"mine"_s)->currencyFields.isEmpty());
    QVERIFY(!presets->find(u"mine"_s)->subIdParameter.isEmpty());
    PresetEditor editor(presets->wholeJson(u"mine"_s), *presets, folder, ExistingFile::Replace);
    editor.show();
    for (const QString &field : {u"field_currency"_s, u"presetSubId"_s}) {
        child<QLineEdit>(&editor, field)->selectAll();
        QTest::keyClick(child<QLineEdit>(&editor, field), Qt::Key_Delete);
    }
    for (const QString &word : {u"test"_s, u"ping"_s}) {
        auto *status = child<QComboBox>(&editor, u"newStatus"_s);
        status->setCurrentIndex(status->findData(int(ConversionStatus::Ignored)));
        QTest::keyClicks(child<QLineEdit>(&editor, u"newWord"_s), word);
        click(&editor, u"addWord"_s);
    }
    click(&editor, u"ok"_s);
    QTRY_VERIFY2(!editor.isVisible(), qPrintable(child<QLabel>(&editor, u"failure"_s)->text()));
    m_running->engine().reloadPresets();
    presets = m_running->engine().presets();
    const NetworkPreset *mine = presets->find(u"mine"_s);
    QVERIFY(mine);
    QCOMPARE(mine->currencyFields, QStringList());
    QCOMPARE(mine->subIdParameter, QString());
    QCOMPARE(mine->statusWords.value(u"ping"_s), ConversionStatus::Ignored);
    QCOMPARE(mine->statusWords.size(), presets->find(u"generic"_s)->statusWords.size());
    QCOMPARE(mine->payoutFields, presets->find(u"generic"_s)->payoutFields);
    QCOMPARE(mine->extends, u"generic"_s);
}

void NetworksPageTest::whoUsesAnEditedPresetMayBeReadAgain()
{
    const QString folder = m_running->folder() + u"/networks"_s;
    const QJsonObject json{{u"id"_s, u"mine"_s}, {u"name"_s, u"Mine"_s}, {u"extends"_s, u"generic"_s}};
    QVERIFY(savePreset(json, *m_running->engine().presets(), folder));
    m_running->engine().reloadPresets();
    AffiliateNetwork network;
    network.name = u"Southway"_s;
    network.preset = u"mine"_s;
    QVERIFY(m_running->edit<AffiliateNetwork>([&network](Catalogue &c) { return c.addNetwork(network); },
                                              &network));
    PresetsDialog dialog(m_running->engine(), nullptr);
    dialog.show();
    auto *search = child<QLineEdit>(&dialog, u"presetSearch"_s);
    QTest::keyClicks(search, u"Mine"_s);
    dialog.findChild<QTableView *>()->selectRow(0);
    QStringList texts;
    whenDialogOpens<PresetEditor>(&dialog, [&](PresetEditor *editor) {
        QTest::keyClicks(child<QLineEdit>(editor, u"presetName"_s), u" own"_s);
        whenDialogOpens<RereadDialog>(&dialog, [&](RereadDialog *offer) {
            const auto labels = offer->findChildren<QLabel *>();
            for (const QLabel *label : labels)
                texts << label->text();
            QTest::mouseClick(offer->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Close),
                              Qt::LeftButton);
        });
        click(editor, u"ok"_s);
    });
    click(&dialog, u"editPreset"_s);
    QTRY_VERIFY(!texts.isEmpty());
    QVERIFY(texts.first().contains("Southway"_L1));
}

void NetworksPageTest::aPresetWhoseUrlDoesNotSendTheClickIdIsRefused()
{
    const auto presets = m_running->engine().presets();
    const auto json = copiedPreset(*presets, u"buygoods"_s, u"mine"_s, u"Mine"_s);
    QVERIFY(json);
    PresetEditor editor(*json, *presets, m_running->folder(), ExistingFile::Keep);
    editor.show();
    auto *ok = child<QPushButton>(&editor, u"ok"_s);
    QVERIFY(ok->isEnabled());
    auto *query = child<QLineEdit>(&editor, u"presetParameters"_s);
    const QString whole = query->text();
    const auto type = [](QLineEdit *field, const QString &text) {
        field->selectAll();
        QTest::keyClick(field, Qt::Key_Delete);
        QTest::keyClicks(field, text);
    };
    type(query, u"click={SUBID}&payout={COMMISSION_AMOUNT}"_s);
    QVERIFY(!ok->isEnabled());
    auto *note = child<QLabel>(&editor, u"presetParametersNote"_s);
    QVERIFY2(note->isVisible() && note->text().contains("cid="_L1), qPrintable(note->text()));
    type(query, u"cid={SUBID}"_s);
    QVERIFY(ok->isEnabled());
    QVERIFY2(note->text().contains("payout="_L1), qPrintable(note->text()));
    type(query, whole);
    QVERIFY(ok->isEnabled());
    // The second URL, which cannot be edited here, has to fit the mapping as well.
    type(child<QLineEdit>(&editor, u"field_click_id"_s), u"click"_s);
    type(query, u"click={SUBID}"_s);
    QVERIFY(!ok->isEnabled());
    auto *below = child<QLabel>(&editor, u"failure"_s);
    QVERIFY2(below->isVisible() && below->text().contains("click="_L1), qPrintable(below->text()));
}

void NetworksPageTest::everyBuiltInPresetCanBeCopied()
{
    const auto presets = m_running->engine().presets();
    for (const NetworkPreset &preset : presets->all()) {
        const auto json = copiedPreset(*presets, preset.id, u"mine"_s, u"Mine"_s);
        QVERIFY2(json, qPrintable(preset.id));
        PresetEditor editor(*json, *presets, m_running->folder(), ExistingFile::Keep);
        QVERIFY2(preset.kind != PresetKind::Postback || child<QPushButton>(&editor, u"ok"_s)->isEnabled(),
                 qPrintable(preset.id));
    }
}

void NetworksPageTest::aSharedPresetIsTakenInAndAWrongFileIsNot()
{
    const QString file = m_running->folder() + u"/shared.json"_s;
    const auto write = [&](const QByteArray &content) {
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(content);
    };
    AskPresetPath ask;
    ask.toRead = [&](QWidget *) { return file; };
    PresetsDialog dialog(m_running->engine(), nullptr, ask);
    dialog.show();
    write("{\"id\": \"theirs\"}");
    click(&dialog, u"importPreset"_s);
    QVERIFY(child<QLabel>(&dialog, u"presetNote"_s)->text().contains("no preset"_L1));
    QVERIFY(!m_running->engine().presets()->find(u"theirs"_s));
    write("{\"id\": \"theirs\", \"name\": \"Theirs\", \"fields\": {\"clickId\": [\"cid\"]}}");
    click(&dialog, u"importPreset"_s);
    QVERIFY(m_running->engine().presets()->find(u"theirs"_s));
    QCOMPARE(child<QTableView>(&dialog, u"presets"_s)->currentIndex().siblingAtColumn(0).data().toString(),
             u"Theirs"_s);
    // The wizard knows it without a restart.
    inDialog(u"addNetwork"_s, [&](QDialog *wizard) {
        QTest::keyClicks(child<QLineEdit>(wizard, u"presetSearch"_s), u"theirs"_s);
        QCOMPARE(child<QTableView>(wizard, u"presets"_s)->currentIndex().siblingAtColumn(0).data().toString(),
                 u"Theirs"_s);
    });
}

void NetworksPageTest::aPresetWhoseIdIsTakenReplacesNothingUnasked()
{
    const QString file = m_running->folder() + u"/shared.json"_s;
    QFile out(file);
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write("{\"id\": \"generic\", \"name\": \"Theirs\", \"fields\": {\"clickId\": [\"cid\"]}}");
    out.close();
    AskPresetPath ask;
    ask.toRead = [&](QWidget *) { return file; };
    PresetsDialog dialog(m_running->engine(), nullptr, ask);
    dialog.show();
    const auto generic = [this] { return m_running->engine().presets()->find(u"generic"_s)->name; };
    const QString before = generic();
    auto *restore = child<QPushButton>(&dialog, u"restorePreset"_s);
    QString told;
    answerQuestion(u"keepBoth"_s, &told);
    click(&dialog, u"importPreset"_s);
    QTRY_COMPARE(told,
                 u"1 networks use it, be it through another preset."_s); // English plurals are a translation
    QTRY_VERIFY(m_running->engine().presets()->find(u"theirs-imported"_s));
    QCOMPARE(generic(), before);
    QVERIFY(!restore->isVisible());
    answerQuestion(u"replacePreset"_s, &told);
    click(&dialog, u"importPreset"_s);
    QTRY_COMPARE(generic(), u"Theirs"_s);
    QTRY_VERIFY(restore->isVisible());
    answerQuestion(u"confirmRestore"_s, &told);
    click(&dialog, u"restorePreset"_s);
    QTRY_COMPARE(generic(), before);
    QTRY_VERIFY(!restore->isVisible());
}

QTEST_MAIN(NetworksPageTest)
#include "tst_networkspage.moc"

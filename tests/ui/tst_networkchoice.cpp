// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networks/networkspage.h"
#include "networkwizard/presetsearch.h"
#include "networkwizard/steplist.h"
#include "theme.h"
#include "widgets/banner.h"
#include "wizardwalk.h"

#include <QApplication>
#include <QHeaderView>
#include <QSignalSpy>
#include <QTimer>

using namespace Matchbook;
using namespace Qt::StringLiterals;

/// Finding a network by its name or by one of its links, with the keyboard alone, and in both themes.
class NetworkChoiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_running = std::make_unique<RunningEngine>();
        QVERIFY(m_running->start());
    }
    void aSearchFindsTheNetworkThatIsMeant_data();
    void aSearchFindsTheNetworkThatIsMeant();
    void presetsOfOneNetworkSayBelowTheirNameForWhomTheyAre();
    void aPastedLinkIsRecognisedAndSaysWhy_data();
    void aPastedLinkIsRecognisedAndSaysWhy();
    void aLinkThatNobodyKnowsLeavesTheOneForAnyNetwork();
    void aNetworkThatCannotBeReceivedSaysWhatToDoInstead_data();
    void aNetworkThatCannotBeReceivedSaysWhatToDoInstead();
    void aNetworkThatTellsNothingHasNoUrlAndNoTestButItsReport();
    void aNameThatIsTakenGetsANumber();
    void theKeyboardAloneIsEnough();
    void bothThemesAndASmallScreenShowEveryPage_data();
    void bothThemesAndASmallScreenShowEveryPage();
    void thePageOfNetworksOpensTheWizard();

private:
    static void saysNothingOfAUrl(const WizardWalk &walk)
    {
        const auto labels = walk.wizard.currentPage()->findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            QVERIFY2(label->isHidden() || !label->text().contains("postback"_L1, Qt::CaseInsensitive),
                     qPrintable(label->text()));
        }
    }

    std::unique_ptr<RunningEngine> m_running;
};

void NetworkChoiceTest::aSearchFindsTheNetworkThatIsMeant_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("best");
    QTest::newRow("a part") << u"bounty"_s << u"MaxBounty"_s;
    QTest::newRow("a space too many") << u"Max Bounty"_s << u"MaxBounty"_s;
    QTest::newRow("the beginning wins") << u"ever"_s << u"Everad"_s;
    QTest::newRow("its old name") << u"hasoffers"_s << u"TUNE (HasOffers)"_s;
    QTest::newRow("nobody") << u"zzzz"_s << u"Any other network"_s;
}

void NetworkChoiceTest::aSearchFindsTheNetworkThatIsMeant()
{
    QFETCH(QString, text);
    QFETCH(QString, best);
    const PresetCatalogue presets;
    PresetSearch search(presets);
    QCOMPARE(search.rowCount(), int(presets.all().size()));
    search.search(text);
    QVERIFY(!search.isLink());
    QCOMPARE(search.at(0)->name, best);
    QVERIFY(search.rowOf(u"generic"_s) >= 0);
    QVERIFY(search.rowCount() < presets.all().size());
}

void NetworkChoiceTest::presetsOfOneNetworkSayBelowTheirNameForWhomTheyAre()
{
    WizardWalk walk(m_running->engine());
    walk.type(u"presetSearch"_s, u"jvzoo"_s);
    auto *table = walk.find<QTableView>(u"presets"_s);
    const int usual = table->verticalHeader()->defaultSectionSize();
    QSet<QString> lines;
    for (int row = 0; row < 3; ++row) {
        const QModelIndex name = table->model()->index(row, PresetSearch::Name);
        QVERIFY(name.data().toString().startsWith("JVZoo"_L1));
        const QString line = name.data(PresetSearch::ForWhomRole).toString();
        QVERIFY2(line.startsWith("For "_L1), qPrintable(line));
        QVERIFY(name.data(Qt::AccessibleTextRole).toString().endsWith(line));
        QVERIFY(table->rowHeight(row) > usual);
        lines.insert(line);
    }
    QCOMPARE(lines.size(), 3);
    walk.type(u"presetSearch"_s, u"maxbounty"_s);
    QCOMPARE(table->rowHeight(0), usual);
}

void NetworkChoiceTest::aPastedLinkIsRecognisedAndSaysWhy_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("why");
    QTest::addColumn<bool>("certain");
    QTest::newRow("by its host") << u"https://hop.clickbank.net/?affiliate=me&vendor=v"_s << u"ClickBank"_s
                                 << u"hop.clickbank.net"_s << true;
    QTest::newRow("by path and parameters") << u"https://trk.example/aff_c?offer_id=7&aff_id=1001"_s
                                            << u"TUNE (HasOffers)"_s << u"offer_id, aff_id"_s << true;
    QTest::newRow("by its path") << u"link.example/click.track?CID=1&AFID=2"_s << u"LinkTrust"_s
                                 << u"/click.track"_s << true;
    QTest::newRow("by short parameters")
            << u"https://trk.example/?a=12&c=345"_s << u"CAKE"_s << u"a, c"_s << false;
}

void NetworkChoiceTest::aPastedLinkIsRecognisedAndSaysWhy()
{
    QFETCH(QString, link);
    QFETCH(QString, name);
    QFETCH(QString, why);
    QFETCH(bool, certain);
    WizardWalk walk(m_running->engine());
    auto *search = walk.find<QLineEdit>(u"presetSearch"_s);
    QGuiApplication::clipboard()->setText(link);
    QTest::keyClick(search, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(walk.chosen(), name);
    QVERIFY2(walk.text(u"reason"_s).contains(why), qPrintable(walk.text(u"reason"_s)));
    QCOMPARE(!walk.text(u"reason"_s).contains("not certain"_L1), certain);
    QVERIFY(walk.next() && walk.next());
    // What was pasted once is not asked for again.
    QCOMPARE(walk.find<QPlainTextEdit>(u"offerUrl"_s)->toPlainText(), link);
}

void NetworkChoiceTest::aLinkThatNobodyKnowsLeavesTheOneForAnyNetwork()
{
    WizardWalk walk(m_running->engine());
    walk.type(u"presetSearch"_s, u"https://nobody.example/abc"_s);
    QCOMPARE(walk.chosen(), u"Any other network"_s);
    QVERIFY(walk.text(u"reason"_s).contains("No network is known"_L1));
}

void NetworkChoiceTest::aNetworkThatCannotBeReceivedSaysWhatToDoInstead_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("advice");
    QTest::newRow("closed") << u"ShareASale"_s << u"takes no more affiliates"_s << u"Awin"_s;
}

void NetworkChoiceTest::aNetworkThatCannotBeReceivedSaysWhatToDoInstead()
{
    QFETCH(QString, name);
    QFETCH(QString, title);
    QFETCH(QString, advice);
    WizardWalk walk(m_running->engine());
    walk.type(u"presetSearch"_s, name);
    QCOMPARE(walk.chosen(), name);
    auto *obstacle = walk.find<Banner>(u"obstacle"_s);
    QVERIFY(obstacle->isVisible());
    QVERIFY2(obstacle->title().contains(title), qPrintable(obstacle->title()));
    QVERIFY2(obstacle->sentence().contains(advice), qPrintable(obstacle->sentence()));
    QVERIFY(!walk.button(QWizard::NextButton)->isEnabled());
    QTest::keyClick(walk.find<QLineEdit>(u"presetSearch"_s), Qt::Key_Return);
    QCOMPARE(walk.wizard.currentId(), int(NetworkWizard::Choose));
    QVERIFY(walk.stored().networks.isEmpty());
}

void NetworkChoiceTest::aNetworkThatTellsNothingHasNoUrlAndNoTestButItsReport()
{
    WizardWalk walk(m_running->engine());
    walk.type(u"presetSearch"_s, u"CJ Affiliate"_s);
    auto *obstacle = walk.find<Banner>(u"obstacle"_s);
    QVERIFY(obstacle->isVisible());
    QVERIFY(obstacle->title().contains("you import its report"_L1));
    QVERIFY(obstacle->sentence().contains("import its commission report"_L1));
    QVERIFY(walk.next());
    QCOMPARE(walk.wizard.currentId(), int(NetworkWizard::Offer));
    // The steps beside the page are those of this network, and no text on the way speaks of a URL to paste.
    QStringList steps;
    const auto besides = walk.wizard.findChild<StepList *>()->findChildren<QLabel *>();
    for (const QLabel *label : besides) {
        if (label->isVisible() && label->objectName().isEmpty())
            steps += label->text().section(QChar(0x2002), 1);
    }
    QCOMPARE(steps, QStringList({u"Choose network"_s, u"Offer link"_s, u"Done"_s}));
    saysNothingOfAUrl(walk);
    QVERIFY(walk.skip());
    saysNothingOfAUrl(walk);
    QCOMPARE(walk.wizard.currentId(), int(NetworkWizard::Done));
    QCOMPARE(walk.stored().networks.size(), 1);
    QVERIFY(!walk.stored().networks.first().key.isEmpty());
    QSignalSpy opens(&walk.wizard, &NetworkWizard::openPage);
    walk.press(u"open_networks"_s);
    QCOMPARE(opens.size(), 1);
    QCOMPARE(opens.first().at(0).toString(), u"networks"_s);
    const QVariantMap what = opens.first().at(1).toMap();
    QVERIFY(what.value(u"importReport"_s).toBool());
    QCOMPARE(what.value(u"network"_s).toLongLong(), walk.stored().networks.first().id.value);
}

void NetworkChoiceTest::aNameThatIsTakenGetsANumber()
{
    {
        WizardWalk walk(m_running->engine());
        QVERIFY(walk.choose(u"maxbounty"_s));
    }
    WizardWalk again(m_running->engine());
    again.type(u"presetSearch"_s, u"maxbounty"_s);
    QTRY_COMPARE(again.find<QLineEdit>(u"networkName"_s)->text(), u"MaxBounty 2"_s);
    again.type(u"networkName"_s, u"maxBounty"_s);
    QVERIFY(!again.button(QWizard::NextButton)->isEnabled());
    QVERIFY(again.text(u"networkNameNote"_s).contains("maxBounty"_L1));
}

void NetworkChoiceTest::theKeyboardAloneIsEnough()
{
    WizardWalk walk(m_running->engine());
    walk.wizard.activateWindow();
    auto *search = walk.find<QLineEdit>(u"presetSearch"_s);
    QTRY_COMPARE(walk.wizard.focusWidget(), search);
    QTest::keyClicks(search, u"max"_s);
    QCOMPARE(walk.chosen(), u"MaxBounty"_s);
    QTest::keyClick(search, Qt::Key_Down);
    QCOMPARE(walk.chosen(), u"MaxWeb"_s);
    QTest::keyClick(search, Qt::Key_Up);
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_COMPARE(walk.wizard.currentId(), int(NetworkWizard::Postback));
    QSet<QString> visited;
    for (int i = 0; i < 30 && walk.wizard.focusWidget(); ++i) {
        visited.insert(walk.wizard.focusWidget()->objectName());
        QTest::keyClick(walk.wizard.focusWidget(), Qt::Key_Tab);
    }
    for (const char *name :
         {"publicAddress", "subIdParameter", "currency", "decimalMark", "status", "query1"}) {
        QVERIFY2(visited.contains(QLatin1StringView(name)), name);
        QVERIFY2(!walk.find<QWidget>(QLatin1StringView(name))->accessibleName().isEmpty(), name);
    }
}

void NetworkChoiceTest::bothThemesAndASmallScreenShowEveryPage_data()
{
    QTest::addColumn<QString>("theme");
    QTest::newRow("light") << u"light"_s;
    QTest::newRow("dark") << u"dark"_s;
}

void NetworkChoiceTest::bothThemesAndASmallScreenShowEveryPage()
{
    QFETCH(QString, theme);
    Theme dress(*qApp);
    dress.apply(theme);
    WizardWalk walk(m_running->engine());
    walk.wizard.resize(640, 420);
    QVERIFY2(walk.wizard.width() <= 760, qPrintable(QString::number(walk.wizard.width())));
    QVERIFY(walk.choose(u"clickbank"_s));
    do {
        const QImage picture = walk.wizard.grab().toImage();
        const QColor ground = picture.pixelColor(picture.width() - 4, 4);
        QCOMPARE(ground.lightness() < 128, theme == "dark"_L1);
        // Another theme while a page is open.
        dress.apply(u"light"_s);
        dress.apply(theme);
    } while (walk.wizard.currentId() != NetworkWizard::Done
             && (walk.wizard.currentId() == NetworkWizard::Postback ? walk.next() : walk.skip()));
    QCOMPARE(walk.wizard.currentId(), int(NetworkWizard::Done));
    qApp->setStyleSheet({});
}

void NetworkChoiceTest::thePageOfNetworksOpensTheWizard()
{
    NetworksPage page(m_running->engine(), nullptr);
    page.show();
    bool seen = false;
    QTimer::singleShot(0, &page, [&] {
        auto *wizard = qobject_cast<QWizard *>(QApplication::activeModalWidget());
        seen = wizard && wizard->objectName() == "networkWizard"_L1;
        if (wizard)
            QTest::mouseClick(wizard->button(QWizard::CancelButton), Qt::LeftButton);
    });
    QTest::mouseClick(page.findChild<QPushButton *>(u"addNetwork"_s), Qt::LeftButton);
    QVERIFY(seen);
}

QTEST_MAIN(NetworkChoiceTest)
#include "tst_networkchoice.moc"

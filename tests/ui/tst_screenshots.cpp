// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wizardwalk.h"

#include "demo/demofolder.h"
#include "desktop.h"
#include "engine/secretsource.h"
#include "mainwindow.h"
#include "networks/importdialog.h"
#include "networks/secretdialog.h"
#include "reports/reportspage.h"
#include "support/chainserver.h"
#include "theme.h"
#include "widgets/segmentedbutton.h"
#include "wording.h"

#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QHostInfo>
#include <QTableView>
#include <QTemporaryDir>

using namespace Matchbook;
using namespace Qt::StringLiterals;

/// Draws the pictures of docs/images anew. It fails where a page does not come as far as its picture; what is on the
/// pictures a person has to look at.
class Screenshots : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pages_data();
    void pages();
    void wizard_data();
    void wizard();
    void dialogs_data();
    void dialogs();

private:
    static void themes()
    {
        QTest::addColumn<QString>("theme");
        QTest::newRow("light") << u"light"_s;
        QTest::newRow("dark") << u"dark"_s;
    }
    void save(QWidget *what, const QString &name, const QString &theme) const
    {
        QTest::qWait(400); // counts and rows arrive a moment after the page
        const QString suffix = theme == "dark"_L1 ? u"_dark.png"_s : u".png"_s;
        QVERIFY(what->grab().toImage().save(m_folder.filePath(name % suffix)));
    }
    void prefer(Engine &engine, const QString &key, const QString &value) const
    {
        Preferences preferences = engine.preferences();
        QVERIFY(preferences.set(key, value));
        QVERIFY(engine.setPreferences(preferences));
    }
    void drawPages(MainWindow *window, const QString &theme) const;
    void drawWizard(Engine &engine, const QString &theme) const;
    void drawRepair(Engine &engine, const QString &theme) const;
    void drawSigned(Engine &engine, const QString &theme) const;
    void drawImport(RunningEngine &running, const QString &theme) const;
    FollowRules rules() const;
    QString offerLink(const QString &host) const
    {
        return u"http://%1:%2/relative/end?a=7&c=21877"_s.arg(host).arg(m_server.port());
    }

    QDir m_folder;
    ChainServer m_server;
};

void Screenshots::initTestCase()
{
    m_folder = QDir(qEnvironmentVariable("MATCHBOOK_IMAGES", QStringLiteral(MATCHBOOK_IMAGES)));
    QVERIFY2(m_folder.exists(), qPrintable(m_folder.path()));
    installWording();
}

// The names of the offer's way are nobody's; all of them are this computer.
FollowRules Screenshots::rules() const
{
    FollowRules rules;
    rules.allowedAddresses = taken(AddressList::parse({u"127.0.0.1"_s}));
    rules.lookUp = [](const QString &name, QObject *asker, std::function<void(const QHostInfo &)> answer) {
        QHostInfo found;
        found.setHostName(name);
        found.setAddresses({QHostAddress(QHostAddress::LocalHost)});
        QMetaObject::invokeMethod(
                asker, [answer, found] { answer(found); }, Qt::QueuedConnection);
    };
    return rules;
}

void Screenshots::pages_data()
{
    themes();
}

void Screenshots::pages()
{
    QFETCH(QString, theme);
    QTemporaryDir folder;
    const SystemClock clock;
    const QString path = folder.filePath(u"demo"_s);
    taken(prepareDemoFolder(path, clock));
    Engine engine(path, clock);
    taken(engine.start());
    // The usual port, if it is free: it stands in the status bar.
    if (!engine.listen(u"127.0.0.1"_s, 8130))
        taken(engine.listen(u"127.0.0.1"_s, 0));
    prefer(engine, u"public-url"_s, u"https://trk.example.net"_s);
    prefer(engine, u"time-zone"_s, u"Europe/Lisbon"_s);
    prefer(engine, u"theme"_s, theme);
    {
        Desktop desktop(*qApp, engine);
        desktop.show();
        MainWindow *window = nullptr;
        const QWidgetList shown = QApplication::topLevelWidgets();
        for (QWidget *widget : shown)
            window = window ? window : qobject_cast<MainWindow *>(widget);
        QVERIFY(window);
        window->resize(1280, 800);
        drawPages(window, theme);
    }
    engine.stop();
}

void Screenshots::drawPages(MainWindow *window, const QString &theme) const
{
    for (const QString &page :
         {u"overview"_s, u"live"_s, u"campaigns"_s, u"conversions"_s, u"networks"_s, u"settings"_s}) {
        window->openPage(page);
        QTest::qWait(600);
        save(window, page, theme);
    }
    window->openPage(u"reports"_s);
    QTest::qWait(600);
    auto *then = window->findChild<QComboBox *>(u"by2"_s);
    then->setCurrentIndex(then->findText(u"Network"_s));
    QTest::qWait(600);
    QTest::keyClick(window->findChild<ReportsPage *>()->findChild<QTableView *>(), Qt::Key_Asterisk);
    save(window, u"reports"_s, theme);
    window->openPage(u"postbacklog"_s, {{u"word"_s, u"attention"_s}});
    auto *rows = window->findChild<QTableView *>(u"postbacks"_s);
    QTRY_VERIFY(rows && rows->isVisible() && rows->model()->rowCount() > 5);
    QTRY_VERIFY(!rows->model()->index(5, 2).data().toString().isEmpty());
    for (int row = 0; row < rows->model()->rowCount(); ++row) {
        if (rows->model()->index(row, 2).data().toString() == "Not understood"_L1) {
            rows->selectRow(row);
            break;
        }
    }
    QTest::qWait(600);
    save(window, u"postbacklog"_s, theme);
}

void Screenshots::wizard_data()
{
    themes();
}

void Screenshots::wizard()
{
    QFETCH(QString, theme);
    RunningEngine running;
    QVERIFY(running.start());
    Theme look(*qApp);
    look.apply(theme);
    drawWizard(running.engine(), theme);
    drawRepair(running.engine(), theme);
    drawSigned(running.engine(), theme);
}

void Screenshots::drawWizard(Engine &engine, const QString &theme) const
{
    prefer(engine, u"public-url"_s, u"https://trk.example.net"_s);
    WizardWalk walk(engine, rules());
    walk.wizard.resize(900, 720);
    walk.type(u"presetSearch"_s, u"max"_s);
    save(&walk.wizard, u"wizard-choose"_s, theme);
    QVERIFY(walk.choose(u"maxbounty"_s));
    save(&walk.wizard, u"wizard-postback"_s, theme);
    QVERIFY(walk.next());
    walk.pasteOffer(offerLink(u"go.maxbounty.example"_s));
    walk.type(u"offerName"_s, u"Boots"_s);
    save(&walk.wizard, u"wizard-offer"_s, theme);
    QVERIFY(walk.next());
    prefer(engine, u"public-url"_s, engine.state().address);
    QTest::qWait(500); // the listener learns of the campaign
    walk.press(u"simulate"_s);
    QTRY_VERIFY_WITH_TIMEOUT(walk.text(u"testStatus"_s).contains("works"_L1), 30'000);
    save(&walk.wizard, u"wizard-test"_s, theme);
    prefer(engine, u"public-url"_s, u"https://trk.example.net"_s);
    QVERIFY(walk.next());
    save(&walk.wizard, u"wizard-done"_s, theme);
}

void Screenshots::drawRepair(Engine &engine, const QString &theme) const
{
    prefer(engine, u"public-url"_s, engine.state().address);
    WizardWalk walk(engine, rules());
    walk.wizard.resize(900, 720);
    QVERIFY(walk.choose(u"affise"_s));
    walk.type(u"query1"_s,
              u"cid={sub1}&payout=1,234&cur={currency}&txid={transactionid}&status=confirmed!"_s);
    QVERIFY(walk.next());
    walk.pasteOffer(offerLink(u"go.network.example"_s));
    QVERIFY(walk.next());
    QTest::qWait(500);
    walk.press(u"simulate"_s);
    QTRY_VERIFY_WITH_TIMEOUT(walk.text(u"testStatus"_s).contains("broken"_L1), 30'000);
    save(&walk.wizard, u"wizard-repair"_s, theme);
}

void Screenshots::drawSigned(Engine &engine, const QString &theme) const
{
    prefer(engine, u"public-url"_s, u"https://trk.example.net"_s);
    WizardWalk walk(engine, rules());
    walk.wizard.resize(900, 720);
    QVERIFY(walk.choose(u"ClickBank Instant"_s));
    walk.type(u"secret"_s, u"INVENTEDSECRET"_s);
    save(&walk.wizard, u"wizard-secret"_s, theme);
}

void Screenshots::dialogs_data()
{
    themes();
}

void Screenshots::dialogs()
{
    QFETCH(QString, theme);
    RunningEngine running;
    QVERIFY(running.start() && running.setUp());
    running.network.name = u"CJ Affiliate"_s;
    running.network.preset = u"cj"_s;
    QVERIFY(running.edit<AffiliateNetwork>(
            [network = running.network](Catalogue &catalogue) -> Expected<AffiliateNetwork> {
                const auto stored = catalogue.updateNetwork(network);
                return stored ? Expected<AffiliateNetwork>(network) : unexpected(stored.error());
            },
            &running.network));
    Theme look(*qApp);
    look.apply(theme);
    drawImport(running, theme);
    const NetworkPreset &signs = running.engine().presets()->findOrGeneric(u"clickbank_ins"_s);
    SecretDialog secret(running.network.id, signs.name, signs, SecretSource::of(running.engine()));
    secret.show();
    QTest::keyClicks(secret.findChild<QLineEdit *>(u"secret"_s), u"INVENTEDSECRET"_s);
    save(&secret, u"secret"_s, theme);
}

void Screenshots::drawImport(RunningEngine &running, const QString &theme) const
{
    QByteArray report("Posting date,Order ID,SID,Commission,Currency\n");
    for (int row = 0; row < 4; ++row)
        report += "2026-11-0" + QByteArray::number(row + 3) + ",CJ-4711-" + QByteArray::number(row) + ','
                + running.click().toLatin1() + ',' + QByteArray::number(6 + row) + ".50,USD\n";
    const QString path = running.folder() + u"/commissions.csv"_s;
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(report) == report.size());
    file.close();
    Engine &engine = running.engine();
    ImportDialog dialog(engine, running.network, engine.presets()->findOrGeneric(running.network.preset));
    dialog.show();
    dialog.setFile(path);
    QTRY_VERIFY(dialog.findChild<QPushButton *>(u"import"_s)->isEnabled());
    save(&dialog, u"import"_s, theme);
}

QTEST_MAIN(Screenshots)
#include "tst_screenshots.moc"

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/engine.h"
#include "settings/settingsform.h"
#include "settings/settingspage.h"
#include "vocabulary/clock.h"
#include "widgets/banner.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSet>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Matchbook;

class TestSettings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void everyFieldComesBackAsItWasSet();
    void aFieldThatCannotBeUnderstoodIsNamed_data();
    void aFieldThatCannotBeUnderstoodIsNamed();
    void everyChoiceAboutBuyersSaysWhatComesOfIt();
    void onlyTheSpecialAddressHasAFieldOfItsOwn();
    void aPortInUseIsSaidAndTheOldOneStays();
    void afterATakenPortANewOneIsTriedAtOnce();
    void refreshLeavesAnUnfinishedChangeAlone();
    void whatAShellHasSetMeanwhileIsNotUndone();
    void startingAtLoginIsSwitchedOnAndOff();
    void whatTheDesktopSwitchedOffIsShownSo();
    void anAutostartFileThatCannotBeWrittenIsSaid();
    void theLabelsOfAllCardsAreEquallyWide();

private:
    template<typename Widget>
    static Widget *field(const QWidget &form, const char *name)
    {
        return form.findChild<Widget *>(QString::fromLatin1(name));
    }

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_configuration; ///< nothing here may reach the person's own
};

void TestSettings::init()
{
    m_configuration = std::make_unique<QTemporaryDir>();
    qputenv("XDG_CONFIG_HOME", m_configuration->path().toUtf8());
}

void TestSettings::everyFieldComesBackAsItWasSet()
{
    Preferences preferences;
    preferences.bindAddress = QStringLiteral("192.168.7.7");
    preferences.port = 9123;
    preferences.publicUrl = QStringLiteral("https://track.example.com");
    preferences.trustedProxies = {QStringLiteral("127.0.0.1"), QStringLiteral("10.0.0.0/8")};
    preferences.listenerThreads = 3; // not on the page: must survive
    preferences.keepFullAddresses = true;
    preferences.buyerData = BuyerData::Hashed;
    preferences.timeZone = QStringLiteral("America/Toronto");
    preferences.baseCurrency = *Currency::fromCode(u"KWD");
    preferences.downloadRates = true;
    preferences.periods.taxMonth = 4;
    preferences.periods.taxDay = 6;
    preferences.theme = QStringLiteral("dark");
    preferences.askedAboutTray = true;
    preferences.keepListeningInTray = true;
    SettingsForm form(true);
    form.setPreferences(preferences);
    QVERIFY(!form.isChanged());
    const auto back = form.preferences();
    QVERIFY(back);
    QCOMPARE(*back, preferences);
    form.setPreferences({});
    QCOMPARE(*form.preferences(), Preferences());
}

void TestSettings::aFieldThatCannotBeUnderstoodIsNamed_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("called");
    QTest::newRow("public URL") << QStringLiteral("publicurl") << QStringLiteral("track.example.com")
                                << QStringLiteral("Public URL");
    QTest::newRow("proxies") << QStringLiteral("proxies") << QStringLiteral("10.0.0.0/99")
                             << QStringLiteral("Trusted proxies");
    QTest::newRow("zone") << QStringLiteral("zone") << QStringLiteral("Mars/Base")
                          << QStringLiteral("Time zone");
    QTest::newRow("tax year") << QStringLiteral("taxyear") << QStringLiteral("02-30")
                              << QStringLiteral("Tax year begins");
    QTest::newRow("currency") << QStringLiteral("currency") << QStringLiteral("EURO")
                              << QStringLiteral("Base currency");
}

void TestSettings::aFieldThatCannotBeUnderstoodIsNamed()
{
    QFETCH(QString, field);
    QFETCH(QString, text);
    QFETCH(QString, called);
    SettingsForm form(true);
    QWidget *widget = form.findChild<QWidget *>(field);
    if (auto *line = qobject_cast<QLineEdit *>(widget))
        line->setText(text);
    else
        qobject_cast<QComboBox *>(widget)->setEditText(text);
    const auto read = form.preferences();
    QVERIFY(!read);
    QCOMPARE(read.error().detail, called);
    QVERIFY(form.isChanged());
}

void TestSettings::everyChoiceAboutBuyersSaysWhatComesOfIt()
{
    SettingsForm form(true);
    form.show();
    form.setPreferences({});
    QVERIFY(field<QRadioButton>(form, "buyers_none")->isChecked());
    QSet<QString> consequences;
    for (const char *name : {"buyers_none", "buyers_hashed", "buyers_clear"}) {
        auto *choice = field<QRadioButton>(form, name);
        QVERIFY(choice);
        QVERIFY2(choice->accessibleDescription().endsWith(QLatin1Char('.')), name);
        const auto labels = form.findChildren<QLabel *>();
        QVERIFY2(std::any_of(labels.cbegin(), labels.cend(),
                             [choice](const QLabel *label) {
                                 return label->isVisible()
                                         && label->text() == choice->accessibleDescription();
                             }),
                 name);
        consequences.insert(choice->accessibleDescription());
    }
    QCOMPARE(consequences.size(), 3);
    field<QRadioButton>(form, "buyers_clear")->click();
    QVERIFY(form.isChanged());
    QCOMPARE(form.preferences()->buyerData, BuyerData::Clear);
}

void TestSettings::onlyTheSpecialAddressHasAFieldOfItsOwn()
{
    SettingsForm form(true);
    form.show();
    auto *address = field<QComboBox>(form, "address");
    auto *other = field<QLineEdit>(form, "otheraddress");
    QVERIFY(!other->isVisible());
    address->setCurrentIndex(1);
    QCOMPARE(form.preferences()->bindAddress, QStringLiteral("0.0.0.0"));
    address->setCurrentIndex(2);
    QVERIFY(other->isVisible());
    other->setText(QStringLiteral("10.1.2.3"));
    QCOMPARE(form.preferences()->bindAddress, QStringLiteral("10.1.2.3"));
}

void TestSettings::aPortInUseIsSaidAndTheOldOneStays()
{
    QTemporaryDir folder;
    Engine engine(folder.path(), m_clock);
    QVERIFY(engine.start());
    QVERIFY(engine.listen(QStringLiteral("127.0.0.1"), 0));
    QTcpServer busy;
    QVERIFY(busy.listen(QHostAddress::LocalHost));
    SettingsPage page(engine);
    page.show();
    auto *banner = page.findChild<Banner *>();
    QVERIFY(!banner->isVisible());
    field<QSpinBox>(page, "port")->setValue(busy.serverPort());
    page.apply();
    QVERIFY(banner->isVisible());
    QVERIFY2(banner->sentence().contains(QStringLiteral("port")), qPrintable(banner->sentence()));
    QVERIFY(page.form()->isChanged()); // there to be corrected
    QVERIFY(engine.preferences().port != busy.serverPort());
    QVERIFY(engine.state().listening);
    engine.stop();
}

void TestSettings::afterATakenPortANewOneIsTriedAtOnce()
{
    QTemporaryDir folder;
    QTcpServer busy;
    QVERIFY(busy.listen(QHostAddress::LocalHost));
    Preferences preferences;
    preferences.port = busy.serverPort();
    QVERIFY(preferences.save(folder.path()));
    Engine engine(folder.path(), m_clock);
    QVERIFY(engine.start());
    QVERIFY(!engine.listen(QStringLiteral("127.0.0.1"), busy.serverPort()));
    QTcpServer free;
    QVERIFY(free.listen(QHostAddress::LocalHost));
    const quint16 port = free.serverPort();
    free.close();
    SettingsPage page(engine);
    page.show();
    field<QSpinBox>(page, "port")->setValue(port);
    page.apply();
    QVERIFY(engine.state().listening);
    QCOMPARE(engine.state().address, QStringLiteral("http://127.0.0.1:%1").arg(port));
    QVERIFY(!page.findChild<Banner *>()->isVisible());
    engine.stop();
}

void TestSettings::refreshLeavesAnUnfinishedChangeAlone()
{
    QTemporaryDir folder;
    Engine engine(folder.path(), m_clock);
    QVERIFY(engine.start());
    SettingsPage page(engine);
    field<QLineEdit>(page, "publicurl")->setText(QStringLiteral("https://half"));
    page.refresh();
    QCOMPARE(field<QLineEdit>(page, "publicurl")->text(), QStringLiteral("https://half"));
    page.discard();
    QVERIFY(field<QLineEdit>(page, "publicurl")->text().isEmpty());
    engine.stop();
}

void TestSettings::whatAShellHasSetMeanwhileIsNotUndone()
{
    QTemporaryDir folder;
    Engine engine(folder.path(), m_clock);
    QVERIFY(engine.start());
    SettingsPage page(engine);
    Preferences elsewhere = engine.preferences();
    QVERIFY(elsewhere.set(QStringLiteral("tax-year-start"), QStringLiteral("04-06")));
    QVERIFY(elsewhere.set(QStringLiteral("theme"), QStringLiteral("dark")));
    QVERIFY(elsewhere.save(folder.path()));
    field<QComboBox>(*page.form(), "currency")->setEditText(QStringLiteral("EUR"));
    field<QComboBox>(*page.form(), "theme")->setCurrentIndex(1); // light: chosen here, so it holds
    page.apply();
    const Preferences stored = Preferences::load(folder.path());
    QCOMPARE(stored.baseCurrency.code(), QStringLiteral("EUR"));
    QCOMPARE(stored.periods.taxMonth, 4);
    QCOMPARE(stored.theme, QStringLiteral("light"));
    QCOMPARE(engine.preferences(), stored);
    engine.stop();
}

void TestSettings::startingAtLoginIsSwitchedOnAndOff()
{
    QTemporaryDir folder;
    Engine engine(folder.path(), m_clock);
    QVERIFY(engine.start());
    SettingsPage page(engine);
    page.show();
    const Autostart autostart(QCoreApplication::applicationFilePath(), folder.path());
    auto *box = field<QCheckBox>(page, "autostart");
    QVERIFY(!box->isChecked());
    box->click();
    QVERIFY(page.form()->isChanged());
    QVERIFY(!autostart.isOn()); // not before it is applied
    page.apply();
    QVERIFY(autostart.isOn());
    QVERIFY(!page.form()->isChanged());
    box->click();
    page.apply();
    QVERIFY(!autostart.isOn());
    QVERIFY(!page.findChild<Banner *>()->isVisible());
    engine.stop();
}

void TestSettings::whatTheDesktopSwitchedOffIsShownSo()
{
    QTemporaryDir folder;
    Engine engine(folder.path(), m_clock);
    QVERIFY(engine.start());
    const Autostart autostart(QCoreApplication::applicationFilePath(), folder.path());
    QVERIFY(autostart.set(true));
    SettingsPage page(engine);
    auto *box = field<QCheckBox>(page, "autostart");
    QVERIFY(box->isChecked());
    QVERIFY(autostart.set(false));
    page.refresh();
    QVERIFY(!box->isChecked());
    engine.stop();
}

void TestSettings::anAutostartFileThatCannotBeWrittenIsSaid()
{
    QTemporaryDir folder;
    QFile inTheWay(m_configuration->filePath(QStringLiteral("autostart")));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    Engine engine(folder.path(), m_clock);
    QVERIFY(engine.start());
    SettingsPage page(engine);
    page.show();
    auto *box = field<QCheckBox>(page, "autostart");
    box->click();
    page.apply();
    const auto *banner = page.findChild<Banner *>();
    QVERIFY(banner->isVisible());
    QVERIFY2(banner->sentence().contains(inTheWay.fileName()), qPrintable(banner->sentence()));
    QVERIFY(!box->isChecked());
    engine.stop();
}

void TestSettings::theLabelsOfAllCardsAreEquallyWide()
{
    SettingsForm form(true);
    form.resize(700, 900);
    form.show();
    QVERIFY(QTest::qWaitForWindowExposed(&form));
    const int left = field<QComboBox>(form, "theme")->mapTo(&form, QPoint()).x();
    QCOMPARE(field<QComboBox>(form, "zone")->mapTo(&form, QPoint()).x(), left);
    QCOMPARE(field<QSpinBox>(form, "port")->mapTo(&form, QPoint()).x(), left);
}

QTEST_MAIN(TestSettings)
#include "tst_settings.moc"

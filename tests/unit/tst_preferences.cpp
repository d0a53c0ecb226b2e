// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "preferences/preferences.h"
#include "preferences/session.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Matchbook;

namespace {

bool write(const QString &file, const QByteArray &text)
{
    QFile target(file);
    return target.open(QIODevice::WriteOnly) && target.write(text) == text.size();
}

constexpr auto ownerOnly
        = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadUser | QFileDevice::WriteUser;

} // namespace

class TestPreferences : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aMissingFileGivesTheDefaults();
    void whatIsSavedIsLoaded();
    void onlyTheOwnerMayReadTheFile();
    void invalidEntriesKeepTheirDefaults();
    void rubbishGivesTheDefaults();
    void unknownEntriesAreKept();
    void aFolderThatCannotBeWrittenIsAFailure();
    void entriesAreSetFromText_data();
    void entriesAreSetFromText();
    void badTextSaysWhatIsAllowed_data();
    void badTextSaysWhatIsAllowed();
    void everyListedEntryCanBeSetBack();
    void sessionRemembersAcrossStarts();
    void damagedSessionIsAnEmptyOne();

private:
    QString file() const { return m_folder->filePath(QStringLiteral("matchbook.ini")); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestPreferences::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestPreferences::aMissingFileGivesTheDefaults()
{
    QCOMPARE(Preferences::load(m_folder->path()), Preferences());
    QCOMPARE(Preferences::load(m_folder->filePath(QStringLiteral("nowhere"))), Preferences());
    QVERIFY(!QFile::exists(file()));
}

void TestPreferences::whatIsSavedIsLoaded()
{
    Preferences preferences;
    preferences.bindAddress = QStringLiteral("0.0.0.0");
    preferences.port = 9000;
    preferences.publicUrl = QStringLiteral("https://track.example.com/t");
    preferences.trustedProxies = {QStringLiteral("127.0.0.1"), QStringLiteral("10.0.0.0/8")};
    preferences.listenerThreads = 2;
    preferences.keepFullAddresses = true;
    preferences.timeZone = QStringLiteral("Europe/Lisbon");
    preferences.baseCurrency = *Currency::fromCode(u"EUR");
    preferences.theme = QStringLiteral("dark");
    preferences.keepListeningInTray = true;
    preferences.askedAboutTray = true;
    QVERIFY(preferences.save(m_folder->filePath(QStringLiteral("new/folder"))));
    QCOMPARE(Preferences::load(m_folder->filePath(QStringLiteral("new/folder"))), preferences);
}

void TestPreferences::onlyTheOwnerMayReadTheFile()
{
    QVERIFY(Preferences().save(m_folder->path()));
    QCOMPARE(QFileInfo(file()).permissions(), QFileDevice::Permissions(ownerOnly));
    QVERIFY(QFile::setPermissions(file(), ownerOnly | QFileDevice::ReadOther));
    QVERIFY(Preferences().save(m_folder->path()));
    QCOMPARE(QFileInfo(file()).permissions(), QFileDevice::Permissions(ownerOnly));
    {
        Session session(m_folder->path());
        session.setLastPage(QStringLiteral("live"));
    }
    QCOMPARE(QFileInfo(m_folder->filePath(QStringLiteral("session.ini"))).permissions(),
             QFileDevice::Permissions(ownerOnly));
}

void TestPreferences::invalidEntriesKeepTheirDefaults()
{
    QVERIFY(write(file(),
                  "[General]\nport=70000\nbind-address=nowhere\ntheme=pink\nbase-currency=XX\n"
                  "time-zone=Mars/Base\nkeep-full-addresses=perhaps\nlistener-threads=0\n"
                  "public-url=ftp://x\ntrusted-proxies=not-an-address\nkeep-listening-in-tray=true\n"));
    Preferences expected;
    expected.keepListeningInTray = true;
    QCOMPARE(Preferences::load(m_folder->path()), expected);
}

void TestPreferences::rubbishGivesTheDefaults()
{
    QVERIFY(write(file(), QByteArray("\x00\xff\xfe[[[ not an ini\n=\n\x01", 22)));
    QCOMPARE(Preferences::load(m_folder->path()), Preferences());
}

void TestPreferences::unknownEntriesAreKept()
{
    QVERIFY(write(file(), "[General]\nport=9001\nfrom-the-future=42\n"));
    Preferences preferences = Preferences::load(m_folder->path());
    QCOMPARE(preferences.port, quint16(9001));
    preferences.port = 9002;
    QVERIFY(preferences.save(m_folder->path()));
    const QSettings settings(file(), QSettings::IniFormat);
    QCOMPARE(settings.value(QStringLiteral("from-the-future")).toInt(), 42);
    QCOMPARE(settings.value(QStringLiteral("port")).toInt(), 9002);
}

void TestPreferences::aFolderThatCannotBeWrittenIsAFailure()
{
    QVERIFY(write(m_folder->filePath(QStringLiteral("afile")), "x"));
    const auto saved = Preferences().save(m_folder->filePath(QStringLiteral("afile/below")));
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, Failure::Kind::FileTrouble);
}

void TestPreferences::entriesAreSetFromText_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("kept");
    const auto row = [](const char *key, const char *text, const char *kept) {
        QTest::addRow("%s=%s", key, text)
                << QString::fromLatin1(key) << QString::fromLatin1(text) << QString::fromLatin1(kept);
    };
    row("port", " 8200 ", "8200");
    row("bind-address", "localhost", "127.0.0.1");
    row("bind-address", "::1", "::1");
    row("public-url", "https://track.example.com/", "https://track.example.com");
    row("public-url", "", "");
    row("trusted-proxies", "127.0.0.1, 10.0.0.0/8,", "127.0.0.1,10.0.0.0/8");
    row("trusted-proxies", "", "");
    row("keep-full-addresses", "Yes", "true");
    row("keep-full-addresses", "0", "false");
    row("time-zone", "Europe/Lisbon", "Europe/Lisbon");
    row("time-zone", "", "");
    row("base-currency", "eur", "EUR");
    row("theme", "Dark", "dark");
    row("tax-year-start", " 04-06", "04-06");
    row("download-rates", "yes", "true");
    row("rates-address", "https://mirror.example/rates/", "https://mirror.example/rates");
    row("rates-address", "", "");
    row("listener-threads", "4", "4");
}

void TestPreferences::entriesAreSetFromText()
{
    QFETCH(QString, key);
    QFETCH(QString, text);
    QFETCH(QString, kept);
    Preferences preferences;
    const auto set = preferences.set(key, text);
    QVERIFY2(set.has_value(), set ? "" : qPrintable(set.error().detail));
    for (const auto &[name, value] : preferences.entries()) {
        if (name == key)
            QCOMPARE(value, kept);
    }
}

void TestPreferences::badTextSaysWhatIsAllowed_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *key, const char *text, const char *says) {
        QTest::addRow("%s=%s", key, text)
                << QString::fromLatin1(key) << QString::fromLatin1(text) << QString::fromLatin1(says);
    };
    row("port", "0", "1 to 65535");
    row("port", "eighty", "1 to 65535");
    row("public-url", "track.example.com", "http://");
    row("public-url", "https://x.example/?a=b", "without ?");
    row("public-url", "https://", "http://");
    row("trusted-proxies", "10.0.0.0/99", "CIDR");
    row("theme", "pink", "light or dark");
    row("base-currency", "EURO", "ISO 4217");
    row("time-zone", "Lisbon", "IANA");
    row("tax-year-start", "02-29", "04-06");
    row("rates-address", "mirror.example", "http://");
    row("keep-full-addresses", "maybe", "true or false");
    row("colour", "red", "there is no preference called");
}

void TestPreferences::badTextSaysWhatIsAllowed()
{
    QFETCH(QString, key);
    QFETCH(QString, text);
    QFETCH(QString, says);
    Preferences preferences;
    const auto set = preferences.set(key, text);
    QVERIFY(!set);
    QCOMPARE(set.error().kind, Failure::Kind::BadUsage);
    QVERIFY2(set.error().detail.contains(says), qPrintable(set.error().detail));
    QCOMPARE(preferences, Preferences());
}

void TestPreferences::everyListedEntryCanBeSetBack()
{
    const Preferences preferences;
    Preferences again;
    const auto entries = preferences.entries();
    QCOMPARE(entries.size(), 15);
    for (const auto &[key, value] : entries)
        QVERIFY(again.set(key, value));
    QCOMPARE(again, preferences);
}

void TestPreferences::sessionRemembersAcrossStarts()
{
    {
        Session session(m_folder->path());
        QVERIFY(session.windowGeometry().isEmpty());
        session.setWindowGeometry(QByteArray("\x00\x01geometry\xff", 11));
        session.setLastPage(QStringLiteral("live"));
        session.setColumnWidths(QStringLiteral("clicks"), {10, 200, 30});
        session.setChoice(QStringLiteral("overview/range"), QStringLiteral("today"));
    }
    const Session session(m_folder->path());
    QCOMPARE(session.windowGeometry(), QByteArray("\x00\x01geometry\xff", 11));
    QCOMPARE(session.lastPage(), QStringLiteral("live"));
    QCOMPARE(session.columnWidths(QStringLiteral("clicks")), (QList<int>{10, 200, 30}));
    QVERIFY(session.columnWidths(QStringLiteral("others")).isEmpty());
    QCOMPARE(session.choice(QStringLiteral("overview/range")), QStringLiteral("today"));
    QCOMPARE(session.choice(QStringLiteral("nothing"), QStringLiteral("else")), QStringLiteral("else"));
}

void TestPreferences::damagedSessionIsAnEmptyOne()
{
    QVERIFY(write(m_folder->filePath(QStringLiteral("session.ini")),
                  "[columns]\nclicks=10 x 30\nwide=99999999\nnegative=-5 3\n[window]\ngeometry=%%%\n"));
    const Session session(m_folder->path());
    QVERIFY(session.columnWidths(QStringLiteral("clicks")).isEmpty());
    QVERIFY(session.columnWidths(QStringLiteral("wide")).isEmpty());
    QVERIFY(session.columnWidths(QStringLiteral("negative")).isEmpty());
    QVERIFY(session.lastPage().isEmpty());
}

QTEST_GUILESS_MAIN(TestPreferences)
#include "tst_preferences.moc"

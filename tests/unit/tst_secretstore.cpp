// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/oskeychain.h"
#include "secrets/secretstore.h"
#include "support/fakekeychain.h"
#include "support/taken.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Matchbook;
using namespace Qt::StringLiterals;

namespace {

constexpr NetworkId three{3};
constexpr NetworkId four{4};

} // namespace

/// The places where secrets live, and which comes first.
class tst_SecretStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_keychain = std::make_shared<FakeKeychain>();
    }

    void aSecretLivesInTheKeychainAndNowhereElse()
    {
        SecretStore store = open();
        QCOMPARE(store.placeOf(three), std::nullopt);
        taken(store.write(three, "HIDDEN", SecretPlace::Keychain));
        QCOMPARE(found(store, three), (std::pair{QByteArray("HIDDEN"), SecretPlace::Keychain}));
        QCOMPARE(store.placeOf(three), SecretPlace::Keychain);
        QCOMPARE(store.placeOf(four), std::nullopt);
        QVERIFY(!folderHolds("HIDDEN"));
        // A later run finds it, too.
        SecretStore later = open();
        QCOMPARE(found(later, three), (std::pair{QByteArray("HIDDEN"), SecretPlace::Keychain}));
        taken(later.remove(three));
        QVERIFY(m_keychain->entries.isEmpty());
        QCOMPARE(later.placeOf(three), std::nullopt);
    }

    void aPlaceIsTriedWithoutLeavingAnything()
    {
        SecretStore store = open();
        QVERIFY(store.canWrite(SecretPlace::Keychain));
        QVERIFY(m_keychain->entries.isEmpty());
        QVERIFY(m_keychain->asked > 0);
        m_keychain->trouble = KeychainTrouble::Refused;
        const auto refused = store.canWrite(SecretPlace::Keychain);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Failure::Kind::NotFound);
        QVERIFY(store.canWrite(SecretPlace::DataFile));
        QVERIFY(QDir(m_folder->path()).isEmpty());
    }

    void twoDataFoldersDoNotShareASecret()
    {
        QTemporaryDir other;
        SecretStore one = open();
        SecretStore two(other.path(), m_keychain);
        taken(one.write(three, "ONE", SecretPlace::Keychain));
        QCOMPARE(found(two, three).first, QByteArray());
        taken(two.write(three, "TWO", SecretPlace::Keychain));
        QCOMPARE(found(one, three).first, QByteArray("ONE"));
        QCOMPARE(found(two, three).first, QByteArray("TWO"));
    }

    void nobodysKeychainIsAskedForAFolderWithNothingInIt()
    {
        SecretStore store = open();
        (void)store.read({three, four});
        taken(store.remove(three));
        taken(store.write(four, "HIDDEN", SecretPlace::DataFile));
        (void)store.read({three, four});
        QCOMPARE(m_keychain->asked, 0);
    }

    void theFileIsOnlyUsedWhenAskedFor()
    {
        m_keychain->trouble = KeychainTrouble::Failed;
        SecretStore store = open();
        const auto refused = store.write(three, "HIDDEN", SecretPlace::Keychain);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Failure::Kind::NotFound);
        QCOMPARE(refused.error().detail, keychainSentence(KeychainTrouble::Failed));
        QVERIFY(!QFileInfo::exists(store.file()));
        QVERIFY(!folderHolds("HIDDEN"));
        QCOMPARE(store.placeOf(three), std::nullopt);
        taken(store.write(three, "HIDDEN", SecretPlace::DataFile));
        QCOMPARE(found(store, three), (std::pair{QByteArray("HIDDEN"), SecretPlace::DataFile}));
        QCOMPARE(QFile::permissions(store.file()) & ~(QFile::ReadUser | QFile::WriteUser),
                 QFile::ReadOwner | QFile::WriteOwner);
        SecretStore later = open();
        QCOMPARE(found(later, three), (std::pair{QByteArray("HIDDEN"), SecretPlace::DataFile}));
    }

    void whatIsInMemoryEndsWithTheRun()
    {
        m_keychain->trouble = KeychainTrouble::Missing;
        SecretStore store = open();
        taken(store.write(three, "HIDDEN", SecretPlace::Memory));
        QCOMPARE(found(store, three), (std::pair{QByteArray("HIDDEN"), SecretPlace::Memory}));
        QVERIFY(!folderHolds("HIDDEN"));
        QVERIFY(store.read({three, four}).toBeAsked.isEmpty());
        SecretStore later = open();
        QCOMPARE(found(later, three).first, QByteArray());
        QCOMPARE(later.read({three, four}).toBeAsked, QSet<NetworkId>{three});
        taken(later.write(three, "HIDDEN", SecretPlace::DataFile));
        QVERIFY(later.read({three}).toBeAsked.isEmpty());
        taken(later.write(three, "HIDDEN", SecretPlace::Memory));
        taken(later.remove(three));
        QVERIFY(open().read({three}).toBeAsked.isEmpty());
    }

    void whatWasGivenComesFirst()
    {
        SecretStore stored = open();
        taken(stored.write(three, "STORED", SecretPlace::DataFile));
        taken(stored.write(four, "STORED", SecretPlace::Keychain));
        SecretStore store = open({{{three, "ENV"}}, {{three, "FILE"}, {four, "FILE"}}});
        QCOMPARE(found(store, three), (std::pair{QByteArray("ENV"), SecretPlace::Environment}));
        QCOMPARE(found(store, four), (std::pair{QByteArray("FILE"), SecretPlace::GivenFile}));
        QCOMPARE(store.placeOf(three), SecretPlace::Environment);
        QCOMPARE(store.placeOf(four), SecretPlace::GivenFile);
        // They are for reading only.
        const auto removed = store.remove(three);
        QVERIFY(!removed);
        QVERIFY(removed.error().detail.contains(u"MATCHBOOK_SECRET_3"_s));
        QCOMPARE(found(store, three).first, QByteArray("ENV"));
        QVERIFY(!folderHolds("STORED"));
    }

    void theNewestCountsWhereverItIs_data()
    {
        QTest::addColumn<SecretPlace>("first");
        QTest::addColumn<SecretPlace>("second");
        const SecretPlace places[] = {SecretPlace::Keychain, SecretPlace::DataFile, SecretPlace::Memory};
        for (const SecretPlace first : places) {
            for (const SecretPlace second : places)
                QTest::addRow("%s, then %s", secretPlaceWord(first).data(), secretPlaceWord(second).data())
                        << first << second;
        }
    }
    void theNewestCountsWhereverItIs()
    {
        QFETCH(SecretPlace, first);
        QFETCH(SecretPlace, second);
        SecretStore store = open();
        taken(store.write(three, "OLDONE", first));
        taken(store.write(three, "NEWONE", second));
        QCOMPARE(found(store, three), (std::pair{QByteArray("NEWONE"), second}));
        QVERIFY(!folderHolds("OLDONE"));
        QVERIFY(!m_keychain->entries.values().contains("OLDONE"));
        taken(store.remove(three));
        QCOMPARE(found(store, three).first, QByteArray());
        QVERIFY(!folderHolds("NEWONE"));
        QVERIFY(m_keychain->entries.isEmpty());
    }

    void aKeychainThatFailsIsAskedOnceAndNamesWhatIsOutOfReach()
    {
        SecretStore store = open();
        taken(store.write(three, "HIDDEN", SecretPlace::Keychain));
        taken(store.write(four, "HIDDEN", SecretPlace::Keychain));
        m_keychain->trouble = KeychainTrouble::Silent;
        m_keychain->asked = 0;
        const SecretsReading reading = store.read({three, four, NetworkId{5}});
        QCOMPARE(m_keychain->asked, 1);
        QCOMPARE(reading.outOfReach, (QSet<NetworkId>{three, four}));
        QCOMPARE(reading.troubles, QStringList{keychainSentence(KeychainTrouble::Silent)});
        QCOMPARE(reading.secrets.placeOf(three), std::nullopt);
        QCOMPARE(store.placeOf(three), SecretPlace::Keychain);
        // A new one that goes into the file counts although the old one cannot be taken out.
        taken(store.write(three, "NEWONE", SecretPlace::DataFile));
        QCOMPARE(found(store, three), (std::pair{QByteArray("NEWONE"), SecretPlace::DataFile}));
        m_keychain->trouble.reset();
        QCOMPARE(found(store, three), (std::pair{QByteArray("NEWONE"), SecretPlace::DataFile}));
        QCOMPARE(found(store, four), (std::pair{QByteArray("HIDDEN"), SecretPlace::Keychain}));
    }

    void whatAPersonTookOutOfTheKeychainIsMissing()
    {
        SecretStore store = open();
        taken(store.write(three, "HIDDEN", SecretPlace::Keychain));
        m_keychain->entries.clear();
        const SecretsReading reading = store.read({three});
        QCOMPARE(reading.secrets.placeOf(three), std::nullopt);
        QVERIFY(reading.outOfReach.isEmpty() && reading.troubles.isEmpty());
    }

    void aFileThatOthersCanReadIsNotUsed()
    {
        SecretStore store = open();
        taken(store.write(three, "HIDDEN", SecretPlace::DataFile));
        QVERIFY(QFile::setPermissions(store.file(), QFile::permissions(store.file()) | QFile::ReadOther));
        const SecretsReading reading = store.read({three});
        QCOMPARE(reading.secrets.placeOf(three), std::nullopt);
        QCOMPARE(reading.troubles.size(), 1);
        QVERIFY(reading.troubles.constFirst().contains(u"has mode 0604"_s));
        QCOMPARE(store.write(four, "OTHER", SecretPlace::DataFile).error().kind, Failure::Kind::BadUsage);
    }

    void theRealKeychainAnswersOrFailsFast()
    {
        // The tests run with no way to a D-Bus, so it is of no use here, and must say so soon.
        const auto keychain = osKeychain(3'000);
        for (int i = 0; i < 2; ++i) {
            QElapsedTimer timer;
            timer.start();
            const auto trouble = keychain->write(u"matchbook-test"_s, u"network 1"_s, "HIDDEN");
            const auto answer = keychain->read(u"matchbook-test"_s, u"network 1"_s);
            QVERIFY(trouble.has_value());
            QVERIFY(answer.trouble.has_value());
            QVERIFY(!answer.secret);
            QVERIFY2(timer.elapsed() < 6'500, qPrintable(QString::number(timer.elapsed())));
            QCOMPARE(*trouble == KeychainTrouble::NotBuiltIn, !isKeychainBuiltIn());
        }
    }

    void aKeychainThatHangsIsNotWaitedForLong()
    {
        QElapsedTimer timer;
        timer.start();
        const auto answer = osKeychain(0)->read(u"matchbook-test"_s, u"network 1"_s);
        QVERIFY(answer.trouble.has_value());
        QVERIFY(timer.elapsed() < 1'000);
    }

private:
    SecretStore open(const GivenSecrets &given = {}) { return {m_folder->path(), m_keychain, given}; }

    static std::pair<QByteArray, SecretPlace> found(SecretStore &store, NetworkId network)
    {
        const Secrets secrets = store.read({network}).secrets;
        return {secrets.of(network), secrets.placeOf(network).value_or(SecretPlace::Memory)};
    }

    bool folderHolds(const QByteArray &bytes) const
    {
        const auto files = QDir(m_folder->path()).entryInfoList(QDir::Files | QDir::Hidden);
        return std::any_of(files.cbegin(), files.cend(), [&bytes](const QFileInfo &info) {
            QFile file(info.filePath());
            return file.open(QIODevice::ReadOnly) && file.readAll().contains(bytes);
        });
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<FakeKeychain> m_keychain;
};

QTEST_GUILESS_MAIN(tst_SecretStore)
#include "tst_secretstore.moc"

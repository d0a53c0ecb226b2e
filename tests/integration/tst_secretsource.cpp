// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/secretneed.h"
#include "engine/secretsource.h"
#include "support/enginefixture.h"
#include "support/fakekeychain.h"

#include <QSignalSpy>
#include <QTest>

using namespace Matchbook;
using namespace Qt::StringLiterals;

/// The secrets that a running engine has at hand.
class tst_SecretSource : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_keychain = std::make_shared<FakeKeychain>();
        m_fixture = std::make_unique<EngineFixture>();
        AffiliateNetwork native;
        native.name = u"INS"_s;
        native.preset = u"clickbank_ins"_s;
        m_native = taken(m_fixture->catalogue().addNetwork(native)).id;
    }
    void cleanup() { m_fixture.reset(); }

    void whatIsStoredIsAtHandOnceItWasRead()
    {
        SecretStore before(m_fixture->folder(), m_keychain);
        taken(before.write(m_native, "HIDDEN", SecretPlace::Keychain));
        taken(before.write(m_fixture->network.id, "UNUSED", SecretPlace::Keychain));
        SecretSource source(m_fixture->engine, SecretStore(m_fixture->folder(), m_keychain));
        QVERIFY(source.waitUntilRead(5'000));
        QCOMPARE(source.secrets()->of(m_native), QByteArray("HIDDEN"));
        QCOMPARE(source.standing(m_native), (SecretStanding{SecretPlace::Keychain, false}));
        QVERIFY(source.missing().isEmpty());
        // Who calls plain postbacks needs none.
        QCOMPARE(source.secrets()->of(m_fixture->network.id), QByteArray());
    }

    void whatAnotherProcessStoresIsReadWithoutARestart()
    {
        SecretSource source(m_fixture->engine, SecretStore(m_fixture->folder(), m_keychain));
        QVERIFY(source.waitUntilRead(5'000));
        QCOMPARE(source.missing(), QList<NetworkId>{m_native});
        const auto before = source.secrets();
        QSignalSpy changes(&source, &SecretSource::changed);
        SecretStore other(m_fixture->folder(), m_keychain);
        taken(other.write(m_native, "HIDDEN", SecretPlace::DataFile));
        taken(noteSecretsChanged(m_fixture->otherConnection()));
        QTRY_COMPARE(source.secrets()->of(m_native), QByteArray("HIDDEN"));
        QCOMPARE(before->of(m_native), QByteArray()); // who still holds the old ones is not disturbed
        QTRY_VERIFY(!changes.isEmpty());
        taken(other.remove(m_native));
        taken(noteSecretsChanged(m_fixture->otherConnection()));
        QTRY_COMPARE(source.missing(), QList<NetworkId>{m_native});
    }

    void whatIsWrittenHereIsAtHandWhenTheAnswerComes()
    {
        SecretSource source(m_fixture->engine, SecretStore(m_fixture->folder(), m_keychain));
        std::optional<Expected<void>> answer;
        source.write(m_native, "HIDDEN", SecretPlace::Keychain, this,
                     [&](const Expected<void> &written) { answer = written; });
        QTRY_VERIFY(answer.has_value());
        taken(*answer);
        QCOMPARE(source.secrets()->of(m_native), QByteArray("HIDDEN"));
        answer.reset();
        source.remove(m_native, this, [&](const Expected<void> &removed) { answer = removed; });
        QTRY_VERIFY(answer.has_value());
        taken(*answer);
        QCOMPARE(source.secrets()->of(m_native), QByteArray());
        m_keychain->trouble = KeychainTrouble::Refused;
        answer.reset();
        source.write(m_native, "HIDDEN", SecretPlace::Keychain, this,
                     [&](const Expected<void> &written) { answer = written; });
        QTRY_VERIFY(answer.has_value());
        QCOMPARE(answer->error().detail, keychainSentence(KeychainTrouble::Refused));
        QCOMPARE(source.missing(), QList<NetworkId>{m_native});
    }

    void aLockedKeychainIsAskedAgain()
    {
        SecretStore before(m_fixture->folder(), m_keychain);
        taken(before.write(m_native, "HIDDEN", SecretPlace::Keychain));
        m_keychain->trouble = KeychainTrouble::Refused;
        SecretSource source(m_fixture->engine, SecretStore(m_fixture->folder(), m_keychain));
        QVERIFY(source.waitUntilRead(5'000));
        QCOMPARE(source.standing(m_native), (SecretStanding{SecretPlace::Keychain, true}));
        QVERIFY(source.missing().isEmpty());
        QCOMPARE(source.troubles(), QStringList{keychainSentence(KeychainTrouble::Refused)});
        m_keychain->trouble.reset();
        source.reload();
        QTRY_COMPARE(source.secrets()->of(m_native), QByteArray("HIDDEN"));
        QVERIFY(source.troubles().isEmpty());
    }

    void oneEngineHasOneSource()
    {
        SecretSource &made = SecretSource::of(m_fixture->engine);
        QCOMPARE(&SecretSource::of(m_fixture->engine), &made);
        QVERIFY(made.waitUntilRead(5'000));
    }

private:
    std::shared_ptr<FakeKeychain> m_keychain;
    std::unique_ptr<EngineFixture> m_fixture;
    NetworkId m_native;
};

QTEST_GUILESS_MAIN(tst_SecretSource)
#include "tst_secretsource.moc"

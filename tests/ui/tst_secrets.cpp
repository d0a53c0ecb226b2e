// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networks/alarmbanner.h"
#include "networks/networkspage.h"
#include "networks/secretasking.h"
#include "networks/secretdialog.h"
#include "secrets/secretstore.h"
#include "support/clickbanksender.h"
#include "support/fakekeychain.h"
#include "support/plainclient.h"
#include "whendialogopens.h"
#include "wizardwalk.h"

#include "engine/secretsource.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QFileInfo>
#include <QMessageBox>
#include <QRadioButton>
#include <QTableView>

using namespace Matchbook;
using namespace Qt::StringLiterals;

namespace {

const QString hidden = u"HIDDENsecret4711"_s;

/// Whether any text in \a window shows the secret.
bool isShown(const QWidget *window)
{
    const auto labels = window->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->text().contains(hidden))
            return true;
    }
    const auto fields = window->findChildren<QLineEdit *>();
    for (const QLineEdit *field : fields) {
        if (field->displayText().contains(hidden))
            return true;
    }
    return false;
}

} // namespace

/// Secrets as a person enters them: in the inspector of the Networks page and in the wizard.
class SecretsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void aMissingSecretIsEnteredIntoTheKeychain();
    void nothingIsBelievedWithoutItAndTheAlarmLeadsToItsDialog();
    void aSecretIsRevealedOnlyWhileTheButtonIsPressed();
    void withoutAKeychainThePersonChoosesWhereItGoes_data();
    void withoutAKeychainThePersonChoosesWhereItGoes();
    void whatCannotBeASecretIsSaid();
    void aSecretIsRemovedAfterAQuestion();
    void aNetworkThatSignsNothingHasNoSecretLine();
    void aSecretThatIsKeptNowhereIsAskedForWhenTheWindowComesUp();
    void theWizardAsksForTheSecret();
    void theWizardStaysWhereAKeychainIsOfNoUse();
    void theWizardGoesOnWithoutASecretAndSaysSo();

private:
    template<typename T>
    T *child(QWidget *of, const QString &name)
    {
        auto *found = of->findChild<T *>(name);
        if (!found)
            qFatal("there is no %s", qPrintable(name));
        return found;
    }
    void click(QWidget *of, const QString &name)
    {
        auto *button = child<QAbstractButton>(of, name);
        QVERIFY2(button->isVisible() && button->isEnabled(), qPrintable(name));
        QTest::mouseClick(button, Qt::LeftButton);
    }
    /// Presses \a button of the page and does \a what with the dialog.
    void inDialog(const QString &button, const std::function<void(QDialog *)> &what)
    {
        whenDialogOpens<QDialog>(m_page.get(), [what](QDialog *dialog) {
            what(dialog);
            if (dialog->isVisible())
                dialog->reject();
        });
        click(m_page.get(), button);
    }
    void showNative()
    {
        AffiliateNetwork native;
        native.name = u"INS"_s;
        native.preset = u"clickbank_ins"_s;
        QVERIFY(m_running->edit<AffiliateNetwork>([&native](Catalogue &c) { return c.addNetwork(native); },
                                                  &m_native));
        m_source->reload();
        m_page->open({{u"network"_s, m_native.id.value}});
        m_page->refresh();
        QTRY_VERIFY(child<QWidget>(m_page.get(), u"secretLine"_s)->isVisible());
    }
    /// Sends it to the native network over HTTP; the status of the answer.
    int send(const ReceivedRequest &message)
    {
        PlainClient client(quint16(QUrl(m_running->engine().state().address).port()));
        const QByteArray text = "POST /postback/" + m_native.key.toLatin1()
                + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Length: "
                + QByteArray::number(message.body.size()) + "\r\n\r\n" + message.body;
        return client.isConnected() && client.send(text) ? client.readAnswer(true).status : 0;
    }
    QString standing() { return child<QLabel>(m_page.get(), u"secretStanding"_s)->text(); }
    QByteArray atHand() const { return m_source->secrets()->of(m_native.id); }

    std::shared_ptr<FakeKeychain> m_keychain;
    std::unique_ptr<RunningEngine> m_running;
    SecretSource *m_source = nullptr;
    std::unique_ptr<NetworksPage> m_page;
    AffiliateNetwork m_native;
};

void SecretsTest::init()
{
    m_keychain = std::make_shared<FakeKeychain>();
    m_running = std::make_unique<RunningEngine>();
    QVERIFY(m_running->start());
    m_source = new SecretSource(m_running->engine(), SecretStore(m_running->folder(), m_keychain));
    QVERIFY(m_running->setUp());
    m_page = std::make_unique<NetworksPage>(m_running->engine(), nullptr);
    m_page->resize(1200, 900);
    m_page->show();
    m_page->refresh();
}

void SecretsTest::cleanup()
{
    m_page.reset();
    m_running.reset();
}

void SecretsTest::aMissingSecretIsEnteredIntoTheKeychain()
{
    showNative();
    QTRY_COMPARE(standing(), u"Secret key: missing, so nothing that this network sends is believed"_s);
    QVERIFY(!child<QPushButton>(m_page.get(), u"removeSecret"_s)->isVisible());
    inDialog(u"enterSecret"_s, [this](QDialog *dialog) {
        QCOMPARE(dialog->objectName(), u"secretDialog"_s);
        QVERIFY(!child<QPushButton>(dialog, u"saveSecret"_s)->isEnabled());
        auto *field = child<QLineEdit>(dialog, u"secret"_s);
        QVERIFY(field->hasFocus());
        QTest::keyClicks(field, hidden);
        QVERIFY(!isShown(dialog));
        click(dialog, u"saveSecret"_s);
        QTRY_VERIFY(!dialog->isVisible());
    });
    QCOMPARE(atHand(), hidden.toLatin1());
    QVERIFY(m_keychain->entries.values().contains(hidden.toLatin1()));
    QTRY_COMPARE(standing(), u"Secret key: set, in the keychain"_s);
    QCOMPARE(child<QPushButton>(m_page.get(), u"enterSecret"_s)->text(), u"Change…"_s);
    QVERIFY(!isShown(m_page.get()));
}

void SecretsTest::nothingIsBelievedWithoutItAndTheAlarmLeadsToItsDialog()
{
    showNative();
    const auto alarm = [this] { return m_page->findChild<AlarmBanner *>(); };
    QVERIFY(!alarm());
    QTRY_COMPARE(send(ClickBankSender(hidden.toLatin1()).send(ClickBankSender::urlTest())), 503);
    m_page->refresh();
    QTRY_VERIFY(alarm() && alarm()->isVisible());
    auto *link = alarm()->findChild<QPushButton *>();
    QCOMPARE(link->text(), u"Enter the secret"_s);
    whenDialogOpens<QDialog>(m_page.get(), [this](QDialog *dialog) {
        QCOMPARE(dialog->objectName(), u"secretDialog"_s);
        QTest::keyClicks(child<QLineEdit>(dialog, u"secret"_s), hidden);
        click(dialog, u"saveSecret"_s);
        QTRY_VERIFY(!dialog->isVisible());
    });
    QTest::mouseClick(link, Qt::LeftButton);
    QTRY_VERIFY(!alarm()->isVisible());
}

void SecretsTest::aSecretIsRevealedOnlyWhileTheButtonIsPressed()
{
    showNative();
    inDialog(u"enterSecret"_s, [this](QDialog *dialog) {
        QTest::keyClicks(child<QLineEdit>(dialog, u"secret"_s), hidden);
        QVERIFY(!isShown(dialog));
        auto *reveal = child<QPushButton>(dialog, u"revealSecret"_s);
        QTest::mousePress(reveal, Qt::LeftButton);
        QVERIFY(isShown(dialog));
        QTest::mouseRelease(reveal, Qt::LeftButton);
        QVERIFY(!isShown(dialog));
    });
    QCOMPARE(atHand(), QByteArray());
    QVERIFY(m_keychain->entries.isEmpty());
}

void SecretsTest::withoutAKeychainThePersonChoosesWhereItGoes_data()
{
    QTest::addColumn<QString>("choice");
    QTest::addColumn<SecretPlace>("place");
    QTest::newRow("file") << u"placeFile"_s << SecretPlace::DataFile;
    QTest::newRow("memory") << u"placeMemory"_s << SecretPlace::Memory;
}

void SecretsTest::withoutAKeychainThePersonChoosesWhereItGoes()
{
    QFETCH(QString, choice);
    QFETCH(SecretPlace, place);
    m_keychain->trouble = KeychainTrouble::Refused;
    showNative();
    const QString file = m_running->folder() + u"/secrets.json"_s;
    inDialog(u"enterSecret"_s, [&](QDialog *dialog) {
        QTest::keyClicks(child<QLineEdit>(dialog, u"secret"_s), hidden);
        QVERIFY(!child<QWidget>(dialog, u"secretPlaces"_s)->isVisible());
        click(dialog, u"saveSecret"_s);
        QTRY_VERIFY(child<QWidget>(dialog, u"secretPlaces"_s)->isVisible());
        QCOMPARE(child<QLabel>(dialog, u"secretProblem"_s)->text(),
                 keychainSentence(KeychainTrouble::Refused));
        // Nothing is chosen for anybody.
        for (const QString &name : {u"placeFile"_s, u"placeMemory"_s, u"placeKeychain"_s})
            QVERIFY(!child<QRadioButton>(dialog, name)->isChecked());
        click(dialog, u"saveSecret"_s);
        QCOMPARE(child<QLabel>(dialog, u"secretProblem"_s)->text(),
                 u"Choose below where Matchbook shall keep it."_s);
        QVERIFY(!QFileInfo::exists(file));
        click(dialog, choice);
        click(dialog, u"saveSecret"_s);
        QTRY_VERIFY(!dialog->isVisible());
    });
    QCOMPARE(atHand(), hidden.toLatin1());
    QCOMPARE(m_source->standing(m_native.id).place, std::optional(place));
    QCOMPARE(QFileInfo::exists(file), place == SecretPlace::DataFile);
    if (place == SecretPlace::DataFile)
        QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

void SecretsTest::whatCannotBeASecretIsSaid()
{
    showNative();
    inDialog(u"enterSecret"_s, [this](QDialog *dialog) {
        QTest::keyClicks(child<QLineEdit>(dialog, u"secret"_s), u"   "_s);
        click(dialog, u"saveSecret"_s);
        QCOMPARE(child<QLabel>(dialog, u"secretProblem"_s)->text(), u"The secret is empty."_s);
        QVERIFY(dialog->isVisible());
    });
    QVERIFY(m_keychain->entries.isEmpty());
}

void SecretsTest::aSecretIsRemovedAfterAQuestion()
{
    showNative();
    bool stored = false;
    m_source->write(m_native.id, hidden.toLatin1(), SecretPlace::Keychain, this,
                    [&stored](const Expected<void> &) { stored = true; });
    QTRY_VERIFY(stored);
    QTRY_VERIFY(child<QPushButton>(m_page.get(), u"removeSecret"_s)->isVisible());
    inDialog(u"removeSecret"_s, [](QDialog *) {}); // closed without an answer
    QCOMPARE(atHand(), hidden.toLatin1());
    inDialog(u"removeSecret"_s, [this](QDialog *dialog) { click(dialog, u"confirmRemoval"_s); });
    QTRY_COMPARE(atHand(), QByteArray());
    QVERIFY(m_keychain->entries.isEmpty());
    QTRY_VERIFY(standing().contains(u"missing"_s));
}

void SecretsTest::aNetworkThatSignsNothingHasNoSecretLine()
{
    QTRY_VERIFY(child<QPushButton>(m_page.get(), u"newKey"_s)->isVisible());
    QTest::qWait(100);
    QVERIFY(!child<QWidget>(m_page.get(), u"secretLine"_s)->isVisible());
}

void SecretsTest::aSecretThatIsKeptNowhereIsAskedForWhenTheWindowComesUp()
{
    showNative();
    taken(SecretStore(m_running->folder(), m_keychain).write(m_native.id, "EARLIER", SecretPlace::Memory));
    m_source->reload();
    QTRY_COMPARE(m_source->toBeAsked(), QList<NetworkId>{m_native.id});
    QWidget window;
    const SecretAsking asking(m_running->engine(), &window);
    window.show();
    SecretDialog *dialog = nullptr;
    QTRY_VERIFY((dialog = window.findChild<SecretDialog *>()) && dialog->isVisible());
    QVERIFY(dialog->windowTitle().contains(m_native.name));
    QVERIFY(child<QRadioButton>(dialog, u"placeMemory"_s)->isChecked());
    QTest::keyClicks(child<QLineEdit>(dialog, u"secret"_s), hidden);
    click(dialog, u"saveSecret"_s);
    QTRY_COMPARE(atHand(), hidden.toLatin1());
    QVERIFY(m_keychain->entries.isEmpty());
    // It asks once.
    QTRY_VERIFY(!window.findChild<SecretDialog *>());
    window.hide();
    window.show();
    QTest::qWait(100);
    QVERIFY(!window.findChild<SecretDialog *>());
}

void SecretsTest::theWizardAsksForTheSecret()
{
    WizardWalk walk(m_running->engine());
    QVERIFY(walk.choose(u"ClickBank Instant Notification"_s));
    QVERIFY(walk.find<QWidget>(u"secretPart"_s)->isVisible());
    // A plain URL: nothing has to be filled in by the network.
    const QString url = walk.copied(u"postbackUrl1"_s);
    QVERIFY2(url.contains(u"/postback/"_s) && !url.contains(u'?'), qPrintable(url));
    walk.type(u"secret"_s, hidden);
    QVERIFY(!isShown(&walk.wizard));
    QVERIFY(walk.next());
    m_native = *walk.wizard.network();
    QTRY_COMPARE(atHand(), hidden.toLatin1());
    QVERIFY(walk.back());
    QCOMPARE(walk.find<QLineEdit>(u"secret"_s)->text(), QString());
    QCOMPARE(walk.text(u"secretStanding"_s), u"Secret key: set, in the keychain"_s);
    QVERIFY(walk.next());
    QVERIFY(walk.skip());
    // Nobody but the network can sign, so there is nothing to simulate.
    QVERIFY(!walk.find<QPushButton>(u"simulate"_s)->isVisible());
    QVERIFY(walk.find<QPushButton>(u"wait"_s)->isVisible());
}

void SecretsTest::theWizardStaysWhereAKeychainIsOfNoUse()
{
    m_keychain->trouble = KeychainTrouble::Missing;
    WizardWalk walk(m_running->engine());
    QVERIFY(walk.choose(u"ClickBank Instant Notification"_s));
    const int page = walk.wizard.currentId();
    walk.type(u"secret"_s, hidden);
    QTest::mouseClick(walk.button(QWizard::NextButton), Qt::LeftButton);
    QTRY_VERIFY(walk.find<QWidget>(u"secretPlaces"_s)->isVisible());
    QCOMPARE(walk.wizard.currentId(), page);
    QCOMPARE(walk.text(u"secretProblem"_s), keychainSentence(KeychainTrouble::Missing));
    QTest::mouseClick(walk.find<QRadioButton>(u"placeFile"_s), Qt::LeftButton);
    QVERIFY(walk.next());
    m_native = *walk.wizard.network();
    QTRY_COMPARE(m_source->standing(m_native.id).place, std::optional(SecretPlace::DataFile));
}

void SecretsTest::theWizardGoesOnWithoutASecretAndSaysSo()
{
    WizardWalk walk(m_running->engine());
    QVERIFY(walk.choose(u"ClickBank Instant Notification"_s));
    QTRY_COMPARE(walk.text(u"secretStanding"_s),
                 u"Secret key: missing, so nothing that this network sends is believed"_s);
    QVERIFY(walk.next());
    QCOMPARE(m_keychain->asked, 0);
    QVERIFY(walk.skip() && walk.skip());
    const auto labels = walk.wizard.currentPage()->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(),
                        [](const QLabel *label) { return label->text() == "No secret yet"_L1; }));
}

QTEST_MAIN(SecretsTest)
#include "tst_secrets.moc"

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runningengine.h"

#include "networks/networkdialog.h"
#include "networks/networkwords.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace Matchbook;
using namespace Qt::StringLiterals;

namespace {

/// A catalogue that stores nothing, and fails when told to.
struct FakeCatalogue {
    std::optional<Failure> failure;
    QList<AffiliateNetwork> saved;

    CatalogueEdits edits()
    {
        CatalogueEdits edits;
        edits.saveNetwork = [this](QObject *asker, const AffiliateNetwork &, const AffiliateNetwork &network,
                                   auto answer) {
            saved.append(network);
            const auto result = failure ? Expected<AffiliateNetwork>(unexpected(*failure))
                                        : Expected<AffiliateNetwork>(network);
            QTimer::singleShot(0, asker, [answer, result] { answer(result); });
        };
        return edits;
    }
};

AffiliateNetwork storedNetwork()
{
    AffiliateNetwork network;
    network.id = NetworkId{3};
    network.name = u"CPA One"_s;
    network.preset = u"generic"_s;
    network.key = u"secret"_s;
    network.defaultStatus = ConversionStatus::Pending;
    network.decimalMark = DecimalMark::Comma;
    network.allowedSenders = {u"198.51.100.24"_s, u"203.0.113.0/24"_s};
    network.mapping.url.setQuery(0, u"cid={sub1}"_s);
    return network;
}

} // namespace

class NetworkDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsStoredWithoutAName();
    void aNameThatIsTakenIsSaidBesideTheField();
    void wrongSendersAreNamed_data();
    void wrongSendersAreNamed();
    void whatWasEnteredIsStoredAndTheDialogCloses();
    void aFailureKeepsTheDialogOpenAndSaysWhy();
    void editingShowsWhatIsThereAndKeepsTheKey();
    void thePresetsAddressesAreOfferedAndTheZoneCanBeSet();
    void theUrlsOfAnotherPresetAreItsOwn();
    void aZoneThatIsNoneIsSaid();
    void onlyPresetsThatTakeAffiliatesAreOffered();
    void aPresetThatTakesNobodyIsKeptAndSaid();
    void whatWasSetMeanwhileStays();
    void everyFieldHasItsLabelAndCanBeReachedByTab();

private:
    static void type(QDialog &dialog, const QString &field, const QString &text)
    {
        auto *edit = dialog.findChild<QLineEdit *>(field);
        edit->clear();
        QTest::keyClicks(edit, text);
    }
    static QPushButton *ok(QDialog &dialog) { return dialog.findChild<QPushButton *>(u"ok"_s); }

    PresetCatalogue m_presets;
};

void NetworkDialogTest::nothingIsStoredWithoutAName()
{
    FakeCatalogue catalogue;
    NetworkDialog dialog(m_presets, storedNetwork(), {}, catalogue.edits());
    dialog.show();
    QVERIFY(ok(dialog)->isEnabled());
    QVERIFY(!dialog.findChild<QLabel *>(u"nameNote"_s)->isVisible());
    type(dialog, u"name"_s, u"  "_s);
    QVERIFY(!ok(dialog)->isEnabled());
    QVERIFY(!ok(dialog)->toolTip().isEmpty());
    QVERIFY(dialog.findChild<QLabel *>(u"nameNote"_s)->isVisible());
    QTest::keyClick(&dialog, Qt::Key_Return);
    QVERIFY(catalogue.saved.isEmpty());
}

void NetworkDialogTest::aNameThatIsTakenIsSaidBesideTheField()
{
    FakeCatalogue catalogue;
    NetworkDialog dialog(m_presets, storedNetwork(), {u"Northway"_s}, catalogue.edits());
    dialog.show();
    type(dialog, u"name"_s, u"northway"_s);
    QVERIFY(!ok(dialog)->isEnabled());
    QVERIFY(dialog.findChild<QLabel *>(u"nameNote"_s)->text().contains("northway"_L1));
    type(dialog, u"name"_s, u"northway 2"_s);
    QVERIFY(ok(dialog)->isEnabled());
}

void NetworkDialogTest::wrongSendersAreNamed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("wrong");
    QTest::newRow("none") << u""_s << u""_s;
    QTest::newRow("addresses") << u"198.51.100.24, 2001:db8::1"_s << u""_s;
    QTest::newRow("blocks") << u"203.0.113.0/24 2001:db8::/32"_s << u""_s;
    QTest::newRow("host name") << u"198.51.100.24, example.com"_s << u"example.com"_s;
    QTest::newRow("block too long") << u"203.0.113.0/64"_s << u"203.0.113.0/64"_s;
    QTest::newRow("shortened") << u"203.0.113"_s << u"203.0.113"_s;
    QTest::newRow("shortened block") << u"10/8"_s << u"10/8"_s;
    QTest::newRow("mask") << u"203.0.113.0/255.255.255.0"_s << u"203.0.113.0/255.255.255.0"_s;
    QTest::newRow("typing error") << u"198.51.100.300"_s << u"198.51.100.300"_s;
}

void NetworkDialogTest::wrongSendersAreNamed()
{
    QFETCH(QString, text);
    QFETCH(QString, wrong);
    QCOMPARE(wrongSender(wordsOfList(text)), wrong);
    FakeCatalogue catalogue;
    NetworkDialog dialog(m_presets, storedNetwork(), {}, catalogue.edits());
    type(dialog, u"name"_s, u"Northway"_s);
    type(dialog, u"senders"_s, text);
    QCOMPARE(ok(dialog)->isEnabled(), wrong.isEmpty());
}

void NetworkDialogTest::whatWasEnteredIsStoredAndTheDialogCloses()
{
    FakeCatalogue catalogue;
    NetworkDialog dialog(m_presets, storedNetwork(), {}, catalogue.edits());
    dialog.show();
    type(dialog, u"name"_s, u" Northway "_s);
    type(dialog, u"subIdParameter"_s, u"aff_sub"_s);
    dialog.findChild<QComboBox *>(u"currency"_s)->setCurrentText(u"eur"_s);
    auto *repeats = dialog.findChild<QComboBox *>(u"repeats"_s);
    repeats->setCurrentIndex(repeats->findData(int(RepeatPolicy::Ignore)));
    type(dialog, u"answer"_s, u"ACK"_s);
    QSignalSpy accepted(&dialog, &QDialog::accepted);
    QTest::mouseClick(ok(dialog), Qt::LeftButton);
    QTRY_COMPARE(accepted.size(), 1);
    QCOMPARE(catalogue.saved.size(), 1);
    const AffiliateNetwork saved = catalogue.saved.constFirst();
    QCOMPARE(saved.name, u"Northway"_s);
    QCOMPARE(saved.preset, u"generic"_s);
    QCOMPARE(saved.subIdParameter, u"aff_sub"_s);
    QCOMPARE(saved.defaultCurrency.code(), u"EUR"_s);
    QCOMPARE(saved.repeatPolicy, RepeatPolicy::Ignore);
    QCOMPARE(saved.answerText, u"ACK"_s);
    QCOMPARE(saved.id, NetworkId{3});
}

void NetworkDialogTest::aFailureKeepsTheDialogOpenAndSaysWhy()
{
    FakeCatalogue catalogue;
    catalogue.failure = Failure{Failure::Kind::StoreFull, {}};
    NetworkDialog dialog(m_presets, storedNetwork(), {}, catalogue.edits());
    dialog.show();
    type(dialog, u"name"_s, u"Northway"_s);
    QTest::mouseClick(ok(dialog), Qt::LeftButton);
    auto *failure = dialog.findChild<QLabel *>(u"failure"_s);
    QTRY_VERIFY(failure->isVisible());
    QVERIFY(!failure->text().isEmpty());
    QVERIFY(dialog.isVisible());
    QVERIFY(ok(dialog)->isEnabled());
    catalogue.failure.reset();
    QTest::mouseClick(ok(dialog), Qt::LeftButton);
    QTRY_VERIFY(!dialog.isVisible());
}

void NetworkDialogTest::editingShowsWhatIsThereAndKeepsTheKey()
{
    AffiliateNetwork network = storedNetwork();
    FakeCatalogue catalogue;
    NetworkDialog dialog(m_presets, network, {u"Northway"_s}, catalogue.edits());
    dialog.show();
    QVERIFY(ok(dialog)->isEnabled());
    QCOMPARE(dialog.network(), network);
    type(dialog, u"name"_s, u"CPA Two"_s);
    QTest::mouseClick(ok(dialog), Qt::LeftButton);
    QTRY_COMPARE(catalogue.saved.size(), 1);
    network.name = u"CPA Two"_s;
    QCOMPARE(catalogue.saved.constFirst(), network);
}

void NetworkDialogTest::thePresetsAddressesAreOfferedAndTheZoneCanBeSet()
{
    FakeCatalogue catalogue;
    NetworkDialog dialog(m_presets, storedNetwork(), {}, catalogue.edits());
    dialog.show();
    auto *preset = dialog.findChild<QComboBox *>(u"preset"_s);
    auto *published = dialog.findChild<QPushButton *>(u"publishedSenders"_s);
    QVERIFY(!published->isVisible());
    preset->setCurrentIndex(preset->findData(u"acorn"_s));
    QVERIFY(published->isVisible());
    QTest::mouseClick(published, Qt::LeftButton);
    QCOMPARE(dialog.network().allowedSenders, m_presets.find(u"acorn"_s)->postback.senders);
    preset->setCurrentIndex(preset->findData(u"indoleads"_s));
    QVERIFY(!published->isVisible());
    // The rules stay as the person has set them.
    QCOMPARE(dialog.network().reportZone, QString());
    QCOMPARE(dialog.network().decimalMark, DecimalMark::Comma);
    dialog.findChild<QComboBox *>(u"zone"_s)->setCurrentText(u"America/Toronto"_s);
    QCOMPARE(dialog.network().reportZone, u"America/Toronto"_s);
    dialog.findChild<QComboBox *>(u"zone"_s)->setCurrentIndex(0);
    QCOMPARE(dialog.network().reportZone, QString());
}

void NetworkDialogTest::theUrlsOfAnotherPresetAreItsOwn()
{
    FakeCatalogue catalogue;
    NetworkDialog dialog(m_presets, storedNetwork(), {}, catalogue.edits());
    auto *preset = dialog.findChild<QComboBox *>(u"preset"_s);
    QCOMPARE(dialog.network().mapping.url.queries, QStringList{u"cid={sub1}"_s});
    preset->setCurrentIndex(preset->findData(u"maxbounty"_s));
    QVERIFY(dialog.network().mapping.url.isEmpty());
    preset->setCurrentIndex(preset->findData(u"generic"_s));
    QCOMPARE(dialog.network().mapping.url.queries, QStringList{u"cid={sub1}"_s});
}

void NetworkDialogTest::aZoneThatIsNoneIsSaid()
{
    FakeCatalogue catalogue;
    NetworkDialog dialog(m_presets, storedNetwork(), {}, catalogue.edits());
    dialog.show();
    type(dialog, u"name"_s, u"Northway"_s);
    auto *zone = dialog.findChild<QComboBox *>(u"zone"_s);
    zone->setEditText(u"Middle/Earth"_s);
    QVERIFY(!ok(dialog)->isEnabled());
    QVERIFY(dialog.findChild<QLabel *>(u"zoneNote"_s)->text().contains("America/Toronto"_L1));
    zone->setEditText(u"Europe/Lisbon"_s);
    QVERIFY(ok(dialog)->isEnabled());
}

void NetworkDialogTest::onlyPresetsThatTakeAffiliatesAreOffered()
{
    FakeCatalogue catalogue;
    NetworkDialog dialog(m_presets, storedNetwork(), {}, catalogue.edits());
    const auto *preset = dialog.findChild<QComboBox *>(u"preset"_s);
    QVERIFY(preset->findData(u"maxbounty"_s) >= 0);
    for (const NetworkPreset &one : m_presets.all())
        QCOMPARE(preset->findData(one.id) >= 0, one.kind != PresetKind::Closed);
}

void NetworkDialogTest::aPresetThatTakesNobodyIsKeptAndSaid()
{
    AffiliateNetwork network = storedNetwork();
    network.preset = u"shareasale"_s;
    FakeCatalogue catalogue;
    NetworkDialog dialog(m_presets, network, {}, catalogue.edits());
    dialog.show();
    auto *preset = dialog.findChild<QComboBox *>(u"preset"_s);
    QCOMPARE(preset->currentData().toString(), u"shareasale"_s);
    const auto *note = dialog.findChild<QLabel *>(u"presetNote"_s);
    QVERIFY(note->isVisible());
    QCOMPARE(note->text(), m_presets.find(u"shareasale"_s)->advice);
    QVERIFY(!ok(dialog)->isEnabled());
    preset->setCurrentIndex(preset->findData(u"generic"_s));
    QVERIFY(ok(dialog)->isEnabled());
    network.mapping.fields.insert(FieldMeaning::ClickId, {u"ours"_s});
    NetworkDialog mapped(m_presets, network, {}, catalogue.edits());
    QVERIFY(ok(mapped)->isEnabled());
}

void NetworkDialogTest::whatWasSetMeanwhileStays()
{
    RunningEngine running;
    QVERIFY(running.start());
    QVERIFY(running.setUp());
    NetworkDialog dialog(m_presets, running.network, {}, catalogueEdits(running.engine()));
    dialog.show();
    const auto store = [](AffiliateNetwork network, AffiliateNetwork *result, RunningEngine &at) {
        return at.edit<AffiliateNetwork>(
                [network](Catalogue &catalogue) -> Expected<AffiliateNetwork> {
                    const auto done = catalogue.updateNetwork(network);
                    return done ? Expected<AffiliateNetwork>(network) : unexpected(done.error());
                },
                result);
    };
    AffiliateNetwork meanwhile = running.network;
    meanwhile.allowedSenders = {u"203.0.113.7"_s};
    meanwhile.mapping.statusWords.insert(u"gut"_s, ConversionStatus::Approved);
    QVERIFY(store(meanwhile, &running.network, running));
    type(dialog, u"name"_s, u"Northway EU"_s);
    QTest::mouseClick(ok(dialog), Qt::LeftButton);
    QTRY_VERIFY(!dialog.isVisible());
    AffiliateNetwork stored;
    QVERIFY(running.edit<AffiliateNetwork>(
            [](Catalogue &catalogue) -> Expected<AffiliateNetwork> {
                return catalogue.networks()->constFirst();
            },
            &stored));
    meanwhile.name = u"Northway EU"_s;
    QCOMPARE(stored, meanwhile);
    QCOMPARE(dialog.network(), meanwhile);
}

void NetworkDialogTest::everyFieldHasItsLabelAndCanBeReachedByTab()
{
    FakeCatalogue catalogue;
    NetworkDialog dialog(m_presets, storedNetwork(), {}, catalogue.edits());
    dialog.show();
    dialog.activateWindow();
    QSet<QString> visited;
    dialog.findChild<QComboBox *>(u"preset"_s)->setFocus();
    for (int i = 0; i < 20; ++i) {
        if (QWidget *focused = dialog.focusWidget())
            visited.insert(focused->objectName());
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
    }
    for (const QString &name : {u"preset"_s, u"name"_s, u"subIdParameter"_s, u"currency"_s, u"repeats"_s,
                                u"status"_s, u"decimalMark"_s, u"senders"_s, u"answer"_s}) {
        QVERIFY2(visited.contains(name), qPrintable(name));
        QVERIFY2(!dialog.findChild<QWidget *>(name)->accessibleName().isEmpty(), qPrintable(name));
        const auto labels = dialog.findChildren<QLabel *>();
        QVERIFY2(std::any_of(labels.cbegin(), labels.cend(),
                             [&](const QLabel *label) {
                                 return label->buddy() && label->buddy()->objectName() == name;
                             }),
                 qPrintable(name));
    }
}

QTEST_MAIN(NetworkDialogTest)
#include "tst_networkdialog.moc"

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "campaigns/campaigndialog.h"
#include "campaigns/offerdialog.h"
#include "campaigns/offerlink.h"
#include "forms/amountedit.h"

#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QTest>
#include <QTimer>

using namespace Matchbook;
using namespace Qt::StringLiterals;

namespace {

/// Gives IDs to what is saved.
struct FakeCatalogue {
    CatalogueContents contents;
    qint64 nextId = 100;
    QString newNetwork; ///< what the person adds when asked to; empty: thinks better of it
    QWidget *askedBy = nullptr;

    std::optional<AffiliateNetwork> addNetwork(QWidget *window)
    {
        askedBy = window;
        if (newNetwork.isEmpty())
            return std::nullopt;
        AffiliateNetwork network;
        network.id = NetworkId{nextId++};
        network.name = newNetwork;
        network.preset = u"generic"_s;
        contents.networks.append(network);
        return network;
    }
    template<typename T>
    CatalogueEdits::Save<T> keep(QList<T> *list)
    {
        return [this, list](QObject *asker, const T &value, auto answer) {
            T stored = value;
            if (!stored.id.isValid())
                stored.id.value = nextId++;
            list->append(stored);
            QTimer::singleShot(0, asker, [answer, stored] { answer(stored); });
        };
    }
    CatalogueEdits edits()
    {
        CatalogueEdits edits;
        edits.saveOffer = keep(&contents.offers);
        edits.saveCampaign = keep(&contents.campaigns);
        edits.addNetwork = [this](QWidget *window) { return addNetwork(window); };
        return edits;
    }
};

Offer makeOffer(qint64 id, const QString &name)
{
    Offer offer;
    offer.id = OfferId{id};
    offer.name = name;
    offer.network = NetworkId{1};
    offer.url = u"https://offers.example/?s1={clickid}"_s;
    return offer;
}

CatalogueContents twoOffers()
{
    CatalogueContents contents;
    AffiliateNetwork network;
    network.id = NetworkId{1};
    network.name = u"Northway"_s;
    network.preset = u"generic"_s;
    contents.networks = {network};
    contents.offers = {makeOffer(1, u"Keto"_s), makeOffer(2, u"Sleep"_s)};
    return contents;
}

} // namespace

class CampaignDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCampaignNeedsANameAndAnOffer();
    void weightsAndCostAreStored();
    void theOnlyOfferIsTickedAlready();
    void networkAndOfferCanBeMadeOnTheWay();
    void offerLinksAreChecked_data();
    void offerLinksAreChecked();
    void aTrackingLinkOfOnesOwnIsNoOfferLink();
    void thePreviewShowsWhereTheClickIdGoes();
    void amountsAreTypedAsTheCountryWritesThem_data();
    void amountsAreTypedAsTheCountryWritesThem();

    void writingBeginsInTheFirstFieldAndButtonsComeLast();

private:
    static QPushButton *ok(QWidget *dialog) { return dialog->findChild<QPushButton *>(u"ok"_s); }
    static QTableWidget *offers(QWidget &dialog) { return dialog.findChild<QTableWidget *>(u"offers"_s); }
    /// Runs \a act on the topmost dialog called \a name once it is there.
    static void whenOpen(const QString &name, std::function<void(QWidget *)> act)
    {
        auto *timer = new QTimer(qApp);
        QObject::connect(timer, &QTimer::timeout, qApp, [timer, name, act] {
            QWidget *dialog = QApplication::activeModalWidget();
            if (!dialog || dialog->objectName() != name)
                return;
            timer->deleteLater();
            timer->stop();
            act(dialog);
        });
        timer->start(10);
    }

    PresetCatalogue m_presets;
};

void CampaignDialogTest::aCampaignNeedsANameAndAnOffer()
{
    FakeCatalogue catalogue;
    CampaignDialog dialog(m_presets, twoOffers(), {}, catalogue.edits());
    dialog.show();
    QVERIFY(!ok(&dialog)->isEnabled());
    QTest::keyClicks(dialog.findChild<QLineEdit *>(u"campaignName"_s), u"Keto Nov"_s);
    QVERIFY(!ok(&dialog)->isEnabled());
    offers(dialog)->item(1, 0)->setCheckState(Qt::Checked);
    QVERIFY(ok(&dialog)->isEnabled());
    offers(dialog)->item(1, 0)->setCheckState(Qt::Unchecked);
    QVERIFY(!ok(&dialog)->isEnabled());
    QVERIFY(!dialog.findChild<QLabel *>(u"offersBoxNote"_s)->text().isEmpty());
}

void CampaignDialogTest::writingBeginsInTheFirstFieldAndButtonsComeLast()
{
    FakeCatalogue catalogue;
    CampaignDialog dialog(m_presets, twoOffers(), {}, catalogue.edits());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    const auto *name = dialog.findChild<QLineEdit *>(u"campaignName"_s);
    QCOMPARE(dialog.focusWidget(), name);
    QTest::keyClick(&dialog, Qt::Key_Backtab);
    const auto *buttons = dialog.findChild<QDialogButtonBox *>();
    QCOMPARE(dialog.focusWidget(), buttons->button(QDialogButtonBox::Cancel));
    QTest::keyClick(&dialog, Qt::Key_Tab);
    QCOMPARE(dialog.focusWidget(), name);
    QTest::keyClick(&dialog, Qt::Key_Tab);
    QCOMPARE(dialog.focusWidget(), offers(dialog));
}

void CampaignDialogTest::weightsAndCostAreStored()
{
    FakeCatalogue catalogue;
    CampaignDialog dialog(m_presets, twoOffers(), {}, catalogue.edits());
    dialog.show();
    QTest::keyClicks(dialog.findChild<QLineEdit *>(u"campaignName"_s), u"Keto Nov"_s);
    for (int row = 0; row < 2; ++row)
        offers(dialog)->item(row, 0)->setCheckState(Qt::Checked);
    qobject_cast<QSpinBox *>(offers(dialog)->cellWidget(0, 2))->setValue(300);
    QCOMPARE(offers(dialog)->item(0, 3)->text(), u"75 %"_s);
    QCOMPARE(offers(dialog)->item(1, 3)->text(), u"25 %"_s);
    auto *cost = dialog.findChild<AmountEdit *>(u"costPerClick"_s);
    QTest::keyClicks(cost->findChild<QLineEdit *>(u"amount"_s), u"0.08"_s);
    QTest::mouseClick(ok(&dialog), Qt::LeftButton);
    QTRY_VERIFY(!dialog.isVisible());
    QCOMPARE(catalogue.contents.campaigns.size(), 1);
    const Campaign saved = catalogue.contents.campaigns.constFirst();
    QCOMPARE(saved.name, u"Keto Nov"_s);
    QCOMPARE(saved.offers, (QList<WeightedOffer>{{OfferId{1}, 300}, {OfferId{2}, 100}}));
    QCOMPARE(saved.costPerClick, (Money{80'000, Currency::usd()}));
    QCOMPARE(dialog.campaign().id, CampaignId{100});
}

void CampaignDialogTest::theOnlyOfferIsTickedAlready()
{
    CatalogueContents contents = twoOffers();
    contents.offers.removeLast();
    FakeCatalogue catalogue;
    CampaignDialog dialog(m_presets, contents, {}, catalogue.edits());
    QCOMPARE(offers(dialog)->item(0, 0)->checkState(), Qt::Checked);
    Campaign campaign;
    campaign.id = CampaignId{5};
    campaign.name = u"Old"_s;
    campaign.key = u"k"_s;
    campaign.offers = {{OfferId{2}, 40}};
    campaign.costPerClick = {0, Currency::usd()};
    CampaignDialog editing(m_presets, twoOffers(), campaign, catalogue.edits());
    QCOMPARE(editing.campaign(), campaign);
}

void CampaignDialogTest::networkAndOfferCanBeMadeOnTheWay()
{
    FakeCatalogue catalogue;
    CampaignDialog dialog(m_presets, {}, {}, catalogue.edits());
    dialog.show();
    QTest::keyClicks(dialog.findChild<QLineEdit *>(u"campaignName"_s), u"First"_s);
    whenOpen(u"offerDialog"_s, [&catalogue](QWidget *offer) {
        auto *networks = offer->findChild<QComboBox *>(u"offerNetwork"_s);
        QTest::mouseClick(offer->findChild<QPushButton *>(u"newNetwork"_s), Qt::LeftButton);
        QCOMPARE(catalogue.askedBy, offer);
        QCOMPARE(networks->count(), 0);
        catalogue.newNetwork = u"Northway"_s;
        QTest::mouseClick(offer->findChild<QPushButton *>(u"newNetwork"_s), Qt::LeftButton);
        QCOMPARE(networks->currentText(), u"Northway"_s);
        QTest::keyClicks(offer->findChild<QLineEdit *>(u"offerName"_s), u"Keto"_s);
        offer->findChild<QPlainTextEdit *>(u"offerUrl"_s)->setPlainText(u"https://offers.example/?a=1"_s);
        QVERIFY(ok(offer)->isEnabled());
        QTest::mouseClick(ok(offer), Qt::LeftButton);
    });
    QTest::mouseClick(dialog.findChild<QPushButton *>(u"newOffer"_s), Qt::LeftButton);
    QVERIFY(ok(&dialog)->isEnabled());
    QTest::mouseClick(ok(&dialog), Qt::LeftButton);
    QTRY_VERIFY(!dialog.isVisible());
    QCOMPARE(catalogue.contents.networks.size(), 1);
    QCOMPARE(catalogue.contents.offers.constFirst().network, catalogue.contents.networks.constFirst().id);
    QCOMPARE(catalogue.contents.campaigns.constFirst().offers.constFirst().offer,
             catalogue.contents.offers.constFirst().id);
}

void CampaignDialogTest::offerLinksAreChecked_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("good");
    QTest::newRow("empty") << u""_s << false;
    QTest::newRow("plain") << u"https://offers.example/go"_s << true;
    QTest::newRow("http") << u"http://offers.example"_s << true;
    QTest::newRow("tokens") << u"https://offers.example/?s1={clickid}&s2={sub1}#top"_s << true;
    QTest::newRow("no scheme") << u"offers.example/go"_s << false;
    QTest::newRow("javascript") << u"javascript:alert(1)"_s << false;
    QTest::newRow("no host") << u"https:///go"_s << false;
    QTest::newRow("token as host") << u"https://{clickid}/go"_s << false;
    QTest::newRow("space") << u"https://offers.example/a b"_s << false;
    QTest::newRow("token in the server's name") << u"https://{sub1}.offers.example/go"_s << false;
    QTest::newRow("token as port") << u"https://offers.example:{sub1}/go"_s << false;
    QTest::newRow("line break") << u"https://offers.example/a\nb"_s << false;
    QTest::newRow("unknown token") << u"https://offers.example/?x={aff_id}"_s << true;
    QTest::newRow("international") << u"https://b\u00fccher.example/?s={clickid}"_s << true;
    QTest::newRow("open brace") << u"https://offers.example/?s1={clickid"_s << false;
}

void CampaignDialogTest::offerLinksAreChecked()
{
    QFETCH(QString, url);
    QFETCH(bool, good);
    QCOMPARE(offerUrlProblem(url).isEmpty(), good);
}

void CampaignDialogTest::aTrackingLinkOfOnesOwnIsNoOfferLink()
{
    FakeCatalogue catalogue;
    CatalogueEdits edits = catalogue.edits();
    edits.ownBases = {"https://trk.example.net", "http://127.0.0.1:8130"};
    OfferDialog dialog(m_presets, twoOffers(), {}, edits);
    dialog.show();
    auto *url = dialog.findChild<QPlainTextEdit *>(u"offerUrl"_s);
    auto *preview = dialog.findChild<QLabel *>(u"offerPreview"_s);
    for (const QString &own : {u"https://trk.example.net/c/KEY?sub1=x"_s, u"http://localhost:8130/c/KEY"_s}) {
        url->setPlainText(own);
        QCOMPARE(preview->text(), u"—"_s);
        QVERIFY(offerUrlProblem(own, edits.ownBases).contains("circle"_L1));
    }
    url->setPlainText(u"https://trk.example.net/offer?s={clickid}"_s);
    QVERIFY(preview->text().contains("s=m"_L1));
}

void CampaignDialogTest::thePreviewShowsWhereTheClickIdGoes()
{
    FakeCatalogue catalogue;
    OfferDialog dialog(m_presets, twoOffers(), {}, catalogue.edits());
    dialog.show();
    auto *url = dialog.findChild<QPlainTextEdit *>(u"offerUrl"_s);
    auto *preview = dialog.findChild<QLabel *>(u"offerPreview"_s);
    url->setPlainText(u"https://offers.example/?s9={clickid}&x={sub1}"_s);
    QVERIFY(preview->text().contains("s9=m"_L1));
    QVERIFY(!preview->text().contains(u'{'));
    url->setPlainText(u"https://offers.example/?a=1"_s);
    QVERIFY(preview->text().remove(QChar(0x200b)).contains("&subid=m"_L1));
    auto *note = dialog.findChild<QLabel *>(u"offerPreviewNote"_s);
    QVERIFY(!note->text().contains("no value"_L1));
    url->setPlainText(u"https://offers.example/?a=1&x={aff_id}"_s);
    QVERIFY2(note->text().contains("{aff_id}"_L1), qPrintable(note->text()));
    url->setPlainText(u"nonsense"_s);
    QCOMPARE(preview->text(), u"—"_s);
    QVERIFY(dialog.findChild<QLabel *>(u"offerUrlNote"_s)->isVisible());
}

void CampaignDialogTest::amountsAreTypedAsTheCountryWritesThem_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("micros");
    QTest::addColumn<bool>("good");
    QTest::newRow("point") << u"en_US"_s << u"12.50"_s << 12'500'000LL << true;
    QTest::newRow("comma") << u"de_DE"_s << u"12,50"_s << 12'500'000LL << true;
    QTest::newRow("point in Germany") << u"de_DE"_s << u"12.50"_s << 12'500'000LL << true;
    QTest::newRow("thousand in Germany") << u"de_DE"_s << u"1.234"_s << 1'234'000'000LL << true;
    QTest::newRow("thousand in America") << u"en_US"_s << u"1,234"_s << 1'234'000'000LL << true;
    QTest::newRow("empty") << u"en_US"_s << u""_s << 0LL << true;
    QTest::newRow("negative") << u"en_US"_s << u"-3"_s << 0LL << false;
    QTest::newRow("word") << u"en_US"_s << u"free"_s << 0LL << false;
}

void CampaignDialogTest::amountsAreTypedAsTheCountryWritesThem()
{
    QFETCH(QString, locale);
    QFETCH(QString, text);
    QFETCH(qint64, micros);
    QFETCH(bool, good);
    const QLocale before;
    QLocale::setDefault(QLocale(locale));
    AmountEdit edit;
    edit.setMoney({0, Currency::usd()});
    QTest::keyClicks(edit.findChild<QLineEdit *>(u"amount"_s), text);
    QCOMPARE(edit.problem().isEmpty(), good);
    QCOMPARE(edit.money().micros, micros);
    QLocale::setDefault(before);
}

QTEST_MAIN(CampaignDialogTest)
#include "tst_campaigndialog.moc"

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networkwizard/steplist.h"
#include "widgets/copyfield.h"
#include "wizardwalk.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSet>

using namespace Matchbook;
using namespace Qt::StringLiterals;

/// Adding networks as a person does, page by page.
class NetworkWizardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_running = std::make_unique<RunningEngine>();
        QVERIFY(m_running->start());
    }
    void aNetworkIsAddedReadyToUse_data();
    void aNetworkIsAddedReadyToUse();
    void theMacrosOfAnUnknownNetworkAreAskedForAndPutTogether();
    void aNetworkWithAUrlForEachStatusSaysWhatEachIsFor();
    void aNetworkWithoutAStatusMacroOffersAUrlForEachStatus();
    void whatIsNotVerifiedIsShownAndWhatIsChangedIsStored();
    void whatWasCopiedIsStoredEvenIfTheWizardIsLeft();
    void theFirstCampaignComesWithItsTrackingLink();
    void everythingButTheNetworkCanBeLeftOut();
    void goingBackAndForthMakesOneOfEach();
    void whatWasChangedStaysForWhoeverGoesBack();
    void parametersWithoutTheClickIdAreRefused();
    void theKeyboardAloneIsEnough();
    void tabGoesFromTopToBottom_data();
    void tabGoesFromTopToBottom();
    void everyFieldHasAKeyOfItsOwn();
    void aNetworkChosenAnewIsStillTheSameOne();
    void withoutAPublicAddressThePageSaysSoAndTakesOne();
    void whatIsOddInAnOfferLinkIsRemarked_data();
    void whatIsOddInAnOfferLinkIsRemarked();
    void aTrackingLinkOfOurOwnIsNoOfferLink();

private:
    std::unique_ptr<RunningEngine> m_running;
};

void NetworkWizardTest::aNetworkIsAddedReadyToUse_data()
{
    QTest::addColumn<QString>("search");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("slot"); // what is added to the link; % for the click ID
    const auto row = [](const char *id, const char *search, const char *name, const char *query,
                        const char *link, const char *slot) {
        QTest::newRow(id) << QString::fromLatin1(search) << QString::fromLatin1(name)
                          << QString::fromLatin1(query) << QString::fromLatin1(link)
                          << QString::fromLatin1(slot);
    };
    row("tune", "hasoffers", "TUNE (HasOffers)",
        "cid={aff_sub}&payout={payout}&cur={currency}&txid={transaction_id}&event={goal_id}&offer={offer_id}",
        "https://net.example/aff_c?offer_id=7&aff_id=1001", "&aff_sub=%");
    row("cake", "cake", "CAKE", "cid=#s2#&payout=#price#&txid=#leadid#&offer=#oid#",
        "https://net.example/?a=12&c=345", "&s2=%");
    row("everflow", "everfl", "Everflow",
        "cid={sub1}&payout={payout_amount}&cur={offer_currency}&txid={transaction_id}&event={event_name}&offer="
        "{offer_id}",
        "https://net.example/ABC/DEF/", "?sub1=%");
    row("affise", "AFFISE", "Affise",
        "cid={sub1}&payout={sum}&cur={currency}&txid={transactionid}&status={status}&event={goal}&offer={"
        "offerid}",
        "https://net.example/click?pid=1&offer_id=2", "&sub1=%");
    row("trackier", "trackier", "Trackier", "cid={p1}&payout={payout}&txid={txn_id}",
        "https://net.example/click?campaign_id=2", "&p1=%");
    row("scaleo", "scaleo", "Scaleo",
        "cid={aff_click_id}&payout={payout}&cur={currency}&status={conv_status}",
        "https://net.example/click?o=5", "&aff_click_id=%");
    row("linktrust", "link trust", "LinkTrust",
        "cid=[=AffiliateReferenceID=]&payout=[=AffiliateCommission=]&txid=[=_TransID=]&offer=[=CID=]",
        "https://net.example/click.track?CID=1&AFID=2", "&AffiliateReferenceID=%");
    row("clickbank", "clickbank", "ClickBank",
        "cid={extclid}&payout={affiliate_earnings}&txid={receipt_id}&status={event_type}&event={event_type}&tid="
        "{tid}",
        "https://hop.clickbank.net/?affiliate=me&vendor=them", "&extclid=%&tid=%");
    row("jvzoo", "jvzoo", "JVZoo",
        "cid={tid}&payout={affiliate_amount}&txid={transaction_id}&status={transaction_type}",
        "https://jv.example/c/11/22", "?tid=%");
    row("digistore24", "digistore24", "Digistore24",
        "cid={cid}&payout={amount_affiliate}&cur={currency}&txid={transaction_id}&status={transaction_type}&"
        "event={order_type}&offer={product_id}",
        "https://www.digistore24.com/redir/1/me/CAMPAIGN", "?cid=%");
    row("buygoods", "buy goods", "BuyGoods",
        "cid={SUBID}&payout={COMMISSION_AMOUNT}&cur=USD&txid={ORDERID}&status={CONV_TYPE}&event={CONV_TYPE}&"
        "offer={PRODUCT_CODENAME}",
        "https://shop.example/secure?aff_id=3#top", "&subid=%#top");
    row("maxbounty", "maxb", "MaxBounty", "cid=#S2#&payout=#RATE#&txid=#CONVERSION_ID#&offer=#OFFID#",
        "https://net.example/?a=7&c=21877", "&s2=%");
    row("adcombo", "adcombo", "AdCombo",
        "cid={clickid}&payout={revenue}&txid={trans_id}&status={status}&offer={offer_id}",
        "https://net.example/lp?x=1", "&clickid=%");
    row("mobidea", "mobidea", "Mobidea", "cid={{EXTERNAL_ID}}&payout={{MONEY}}", "https://net.example/?x=1",
        "&tag=%");
    row("adsterra_cpa", "adsterra", "Adsterra CPA", "cid=##S2S##&payout=##PAYOUT##",
        "https://net.example/?x=1", "&s2s=%");
}

void NetworkWizardTest::aNetworkIsAddedReadyToUse()
{
    QFETCH(QString, search);
    QFETCH(QString, name);
    QFETCH(QString, query);
    QFETCH(QString, link);
    QFETCH(QString, slot);
    WizardWalk walk(m_running->engine());
    walk.type(u"presetSearch"_s, search);
    QCOMPARE(walk.chosen(), name);
    QVERIFY(walk.next());
    const AffiliateNetwork made = walk.stored().networks.constFirst();
    QCOMPARE(walk.copied(u"postbackUrl1"_s),
             m_running->engine().baseUrl() % "/postback/"_L1 % made.key % u'?' % query);
    QVERIFY(walk.next());
    walk.pasteOffer(link);
    const QString shown = walk.find<CopyField>(u"offerPreview"_s)->text();
    const qsizetype at = shown.indexOf(u"=m"_s, link.section(u'#', 0, 0).size()) + 1;
    const QString clickId = shown.mid(at, ClickId::length);
    QVERIFY2(ClickId::parse(clickId.toLatin1()), qPrintable(shown));
    QCOMPARE(shown, QString(link.section(u'#', 0, 0) % QString(slot).replace(u'%', clickId)));
    QVERIFY(walk.next());
    const Settings stored = walk.stored();
    QCOMPARE(stored.networks.size(), 1);
    const AffiliateNetwork network = stored.networks.constFirst();
    QVERIFY(walk.wizard.network() == network);
    QCOMPARE(network.name, name);
    QCOMPARE(network.preset, QString::fromLatin1(QTest::currentDataTag()));
    QCOMPARE(network.defaultStatus, ConversionStatus::Approved);
    QCOMPARE(network.defaultCurrency, Currency::usd());
    QCOMPARE(network.decimalMark, DecimalMark::Auto);
    QCOMPARE(network.subIdParameter, QString());
    QCOMPARE(stored.offers.constFirst().network, network.id);
    QVERIFY(stored.offers.constFirst().url.startsWith(link.section(u'#', 0, 0)));
}

void NetworkWizardTest::theMacrosOfAnUnknownNetworkAreAskedForAndPutTogether()
{
    WizardWalk walk(m_running->engine());
    walk.type(u"presetSearch"_s, u"any other"_s);
    QVERIFY(!walk.button(QWizard::NextButton)->isEnabled()); // it has no name yet
    walk.type(u"networkName"_s, u"Northway"_s);
    QVERIFY(walk.next());
    const AffiliateNetwork made = walk.stored().networks.constFirst();
    const QString receiver = m_running->engine().baseUrl() % "/postback/"_L1 % made.key;
    QCOMPARE(walk.copied(u"postbackUrl1"_s), receiver);
    walk.type(u"account_clickid"_s, u" {sub1} "_s);
    walk.type(u"account_payout"_s, u"#price#"_s);
    walk.type(u"account_status"_s, u"[[status]]"_s);
    QCOMPARE(walk.copied(u"postbackUrl1"_s),
             QString(receiver % "?clickid={sub1}&payout=#price#&status=[[status]]"_L1));
    QVERIFY(walk.next() && walk.back() && walk.next() && walk.back());
    QCOMPARE(walk.copied(u"postbackUrl1"_s),
             QString(receiver % "?clickid={sub1}&payout=#price#&status=[[status]]"_L1));
    QCOMPARE(m_running->engine().postbackUrl(walk.stored().networks.constFirst()),
             walk.copied(u"postbackUrl1"_s));
    walk.type(u"account_clickid"_s, {});
    QCOMPARE(walk.copied(u"postbackUrl1"_s), receiver);
    QTRY_COMPARE(m_running->engine().postbackUrl(walk.stored().networks.constFirst()), receiver);
    QCOMPARE(made.preset, u"generic"_s);
}

void NetworkWizardTest::aNetworkWithAUrlForEachStatusSaysWhatEachIsFor()
{
    WizardWalk walk(m_running->engine());
    QVERIFY(walk.choose(u"buygoods"_s));
    QVERIFY(walk.copied(u"postbackUrl2"_s).contains("&status=refund&"_L1));
    QVERIFY(walk.text(u"postbackUrlPurpose1"_s).contains("purchases"_L1));
    QVERIFY(walk.text(u"postbackUrlPurpose2"_s).contains("refunds"_L1));
    QVERIFY(walk.text(u"postbackUrlPurpose2"_s).contains("Refunded"_L1));
    QVERIFY(walk.text(u"menuPath"_s).contains("Postback Pixels"_L1));
    QVERIFY(!walk.find<QPushButton>(u"perStatus"_s)->isVisible());
}

void NetworkWizardTest::aNetworkWithoutAStatusMacroOffersAUrlForEachStatus()
{
    WizardWalk walk(m_running->engine());
    QVERIFY(walk.choose(u"everflow"_s));
    auto *perStatus = walk.find<QPushButton>(u"perStatus"_s);
    QVERIFY(perStatus->isVisible() && perStatus->text().contains("Everflow"_L1));
    QVERIFY(!walk.find<CopyField>(u"statusUrl1"_s)->isVisible());
    perStatus->click();
    QVERIFY(walk.find<CopyField>(u"statusUrl1"_s)->isVisible());
    QVERIFY(walk.copied(u"statusUrl3"_s).contains("?status=rejected&cid={sub1}&"_L1));
    QCOMPARE(walk.text(u"statusUrlPurpose3"_s), u"Rejected"_s);
    QVERIFY(walk.find<CopyField>(u"statusUrl5"_s)->isVisible());
}

void NetworkWizardTest::whatIsNotVerifiedIsShownAndWhatIsChangedIsStored()
{
    WizardWalk walk(m_running->engine());
    QVERIFY(walk.choose(u"mobidea"_s));
    QVERIFY(walk.text(u"subIdParameterNote"_s).contains("pub_click_id"_L1));
    walk.type(u"subIdParameter"_s, u"a b"_s);
    QVERIFY(!walk.button(QWizard::NextButton)->isEnabled());
    walk.type(u"subIdParameter"_s, u"pub_click_id"_s);
    walk.type(u"query1"_s, u"cid={{EXTERNAL_ID}}&payout={{MONEY}}&cur=EUR"_s);
    QVERIFY(walk.copied(u"postbackUrl1"_s).endsWith("?cid={{EXTERNAL_ID}}&payout={{MONEY}}&cur=EUR"_L1));
    walk.find<QComboBox>(u"currency"_s)->setEditText(u"EUR"_s);
    QTest::keyClick(walk.find<QComboBox>(u"decimalMark"_s), Qt::Key_End);
    QTest::keyClick(walk.find<QComboBox>(u"status"_s), Qt::Key_Down);
    QVERIFY(walk.next());
    walk.pasteOffer(u"https://net.example/?x=1"_s);
    QVERIFY(walk.find<CopyField>(u"offerPreview"_s)->text().contains("&pub_click_id=m"_L1));
    const AffiliateNetwork network = walk.stored().networks.constFirst();
    QCOMPARE(network.subIdParameter, u"pub_click_id"_s);
    QCOMPARE(network.defaultCurrency.code(), u"EUR"_s);
    QCOMPARE(network.decimalMark, DecimalMark::Comma);
    QCOMPARE(network.defaultStatus, ConversionStatus::Pending);
    QVERIFY(m_running->engine().postbackUrl(network).endsWith(
            "?cid={{EXTERNAL_ID}}&payout={{MONEY}}&cur=EUR"_L1));
}

void NetworkWizardTest::whatWasCopiedIsStoredEvenIfTheWizardIsLeft()
{
    WizardWalk walk(m_running->engine());
    QVERIFY(walk.choose(u"maxbounty"_s));
    walk.type(u"query1"_s, u"cid=#S2#&payout=#RATE#&cur=EUR"_s);
    walk.find<QComboBox>(u"currency"_s)->setEditText(u"EUR"_s);
    const QString url = walk.copied(u"postbackUrl1"_s);
    QVERIFY(url.endsWith("&cur=EUR"_L1));
    QTest::mouseClick(walk.button(QWizard::CancelButton), Qt::LeftButton);
    QVERIFY(!walk.wizard.isVisible());
    QTRY_COMPARE(m_running->engine().postbackUrl(walk.stored().networks.constFirst()), url);
    // Another network's URLs are its own.
    WizardWalk again(m_running->engine());
    QVERIFY(again.choose(u"maxbounty"_s));
    again.type(u"query1"_s, u"cid=#S2#"_s);
    QVERIFY(again.copied(u"postbackUrl1"_s).endsWith("?cid=#S2#"_L1));
    QVERIFY(again.back() && again.choose(u"everflow"_s));
    QVERIFY(again.stored().networks.constLast().mapping.url.isEmpty());
    QVERIFY(again.copied(u"postbackUrl1"_s).contains("cid={sub1}"_L1));
}

void NetworkWizardTest::theFirstCampaignComesWithItsTrackingLink()
{
    WizardWalk walk(m_running->engine());
    QVERIFY(walk.choose(u"maxbounty"_s) && walk.next());
    QVERIFY(!walk.button(QWizard::NextButton)->isEnabled());
    walk.pasteOffer(u"maxbounty.example/?a=7"_s);
    QVERIFY(!walk.button(QWizard::NextButton)->isEnabled());
    QVERIFY(walk.text(u"offerUrlNote"_s).contains("https://"_L1));
    walk.pasteOffer(u"https://maxbounty.example/?a=7"_s);
    walk.type(u"offerName"_s, u"Boots"_s);
    walk.type(u"amount"_s, u"12,50"_s);
    auto *source = walk.find<QComboBox>(u"trafficSource"_s);
    QTest::keyClicks(source, u"PropellerAds"_s);
    const QString sourceId = source->currentData().toString();
    QVERIFY(sourceId != "generic"_L1);
    QVERIFY(walk.next() && walk.skip());
    const Settings stored = walk.stored();
    QCOMPARE(stored.offers.constFirst().name, u"Boots"_s);
    QCOMPARE(stored.offers.constFirst().defaultPayout, (Money{12'500'000, Currency::usd()}));
    const Campaign campaign = stored.campaigns.constFirst();
    QCOMPARE(campaign.name, u"Boots"_s);
    QCOMPARE(campaign.trafficSource, sourceId);
    QCOMPARE(campaign.offers.constFirst().offer, stored.offers.constFirst().id);
    const QString link = walk.copied(u"finalTrackingLink"_s);
    QVERIFY2(link.startsWith(m_running->engine().trackingLink(campaign) % u'?'), qPrintable(link));
    QVERIFY(walk.back() && walk.back());
    QCOMPARE(walk.copied(u"trackingLink"_s), link);
}

void NetworkWizardTest::everythingButTheNetworkCanBeLeftOut()
{
    WizardWalk walk(m_running->engine());
    QVERIFY(!walk.wizard.network());
    QVERIFY(walk.choose(u"maxbounty"_s));
    QCOMPARE(walk.button(QWizard::CancelButton)->text(), u"Finish later"_s);
    QVERIFY(walk.wizard.findChild<StepList *>()->note().contains("MaxBounty"_L1));
    QVERIFY(walk.next() && walk.skip() && walk.skip());
    QCOMPARE(walk.wizard.currentId(), int(NetworkWizard::Done));
    QCOMPARE(walk.wizard.currentPage()->findChildren<QWidget *>(u"made"_s).size(), 1);
    QCOMPARE(walk.wizard.currentPage()->findChildren<QWidget *>(u"open"_s).size(), 3);
    QTest::mouseClick(walk.button(QWizard::FinishButton), Qt::LeftButton);
    QTRY_VERIFY(!walk.wizard.isVisible());
    const Settings stored = walk.stored();
    QCOMPARE(stored.networks.size(), 1);
    QVERIFY(stored.offers.isEmpty() && stored.campaigns.isEmpty());
}

void NetworkWizardTest::goingBackAndForthMakesOneOfEach()
{
    WizardWalk walk(m_running->engine());
    QVERIFY(walk.choose(u"everflow"_s) && walk.next());
    walk.pasteOffer(u"https://net.example/A/B/"_s);
    QVERIFY(walk.next() && walk.back() && walk.back() && walk.back());
    walk.type(u"networkName"_s, u"My Everflow"_s);
    QVERIFY(walk.next() && walk.next());
    walk.type(u"offerName"_s, u"Shoes"_s);
    QVERIFY(walk.next() && walk.skip());
    const Settings stored = walk.stored();
    QCOMPARE(stored.networks.size(), 1);
    QCOMPARE(stored.networks.constFirst().name, u"My Everflow"_s);
    QCOMPARE(stored.offers.size(), 1);
    QCOMPARE(stored.offers.constFirst().name, u"Shoes"_s);
    QCOMPARE(stored.campaigns.size(), 1);
}

void NetworkWizardTest::whatWasChangedStaysForWhoeverGoesBack()
{
    WizardWalk walk(m_running->engine());
    QVERIFY(walk.choose(u"maxbounty"_s));
    walk.find<QComboBox>(u"currency"_s)->setEditText(u"EUR"_s);
    QTest::keyClick(walk.find<QComboBox>(u"status"_s), Qt::Key_Down);
    QVERIFY(walk.back());
    QTRY_COMPARE(walk.stored().networks.constFirst().defaultCurrency.code(), u"EUR"_s);
    walk.type(u"networkName"_s, u"Mine"_s);
    QVERIFY(walk.next());
    QCOMPARE(walk.find<QComboBox>(u"currency"_s)->currentText(), u"EUR"_s);
    QCOMPARE(walk.find<QComboBox>(u"status"_s)->currentIndex(), 1);
    QVERIFY(walk.next());
    walk.pasteOffer(u"https://net.example/?x=1"_s);
    walk.type(u"amount"_s, u"3,00"_s);
    QVERIFY(walk.back() && walk.next());
    QCOMPARE(walk.find<QPlainTextEdit>(u"offerUrl"_s)->toPlainText(), u"https://net.example/?x=1"_s);
    QCOMPARE(walk.find<QLineEdit>(u"amount"_s)->text(), u"3,00"_s);
    const AffiliateNetwork network = walk.stored().networks.constFirst();
    QCOMPARE(network.name, u"Mine"_s);
    QCOMPARE(network.defaultStatus, ConversionStatus::Pending);
}

void NetworkWizardTest::parametersWithoutTheClickIdAreRefused()
{
    WizardWalk walk(m_running->engine());
    QVERIFY(walk.choose(u"maxbounty"_s));
    auto *problem = walk.find<QLabel>(u"factsProblem"_s);
    walk.type(u"query1"_s, u"payout=#RATE#&txid=#CONVERSION_ID#"_s);
    QVERIFY(!walk.button(QWizard::NextButton)->isEnabled());
    QVERIFY2(problem->isVisible() && problem->text().contains("cid="_L1), qPrintable(problem->text()));
    QTRY_VERIFY(problem->visibleRegion().boundingRect().height() == problem->height());
    walk.type(u"query1"_s, u"cid=&payout=#RATE#"_s);
    QVERIFY(!walk.button(QWizard::NextButton)->isEnabled());
    walk.type(u"query1"_s, u"cid=#S2#&payout=#RATE#"_s);
    QVERIFY(!problem->isVisible());
    QVERIFY(walk.button(QWizard::NextButton)->isEnabled());
}

void NetworkWizardTest::theKeyboardAloneIsEnough()
{
    WizardWalk walk(m_running->engine());
    const auto press = [&walk](Qt::Key key) {
        QWidget *focused = walk.wizard.focusWidget();
        QTest::keyClick(focused ? focused : &walk.wizard, key);
    };
    walk.wizard.activateWindow();
    QTest::keyClicks(walk.wizard.focusWidget(), u"maxbounty"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(walk.wizard.currentId(), int(NetworkWizard::Postback));
    // Enter on a button is that button, not Next.
    auto *copy = walk.find<QWidget>(u"postbackUrl1"_s)->findChild<QPushButton *>();
    QCOMPARE(walk.wizard.focusWidget(), copy);
    press(Qt::Key_Return);
    QCOMPARE(copy->text(), u"Copied"_s);
    QCOMPARE(walk.wizard.currentId(), int(NetworkWizard::Postback));
    walk.find<QLineEdit>(u"subIdParameter"_s)->setFocus();
    press(Qt::Key_Return);
    QTRY_COMPARE(walk.wizard.currentId(), int(NetworkWizard::Offer));
    QCOMPARE(walk.wizard.focusWidget()->objectName(), u"offerUrl"_s);
    press(Qt::Key_Return);
    QVERIFY(walk.find<QPlainTextEdit>(u"offerUrl"_s)->toPlainText().isEmpty());
    QTest::keyClicks(walk.wizard.focusWidget(), u"https://net.example/?x=1"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(walk.wizard.currentId(), int(NetworkWizard::Test));
    QCOMPARE(walk.wizard.focusWidget()->objectName(), u"simulate"_s);
    press(Qt::Key_Return);
    QVERIFY(walk.find<QPushButton>(u"stopTest"_s)->isVisible());
    press(Qt::Key_Escape);
    QVERIFY(!walk.wizard.isVisible());
}

void NetworkWizardTest::tabGoesFromTopToBottom_data()
{
    QTest::addColumn<QString>("network");
    QTest::newRow("one URL") << u"maxbounty"_s;
    QTest::newRow("macros asked for") << u"Any other network"_s;
    QTest::newRow("constants asked for") << u"TerraLeads"_s;
    QTest::newRow("a secret") << u"ClickBank Instant"_s;
}

// From the first stop of the page on every stop lies below the one before, until the buttons of the wizard come.
void NetworkWizardTest::tabGoesFromTopToBottom()
{
    QFETCH(QString, network);
    WizardWalk walk(m_running->engine());
    walk.wizard.resize(900, 1600);
    walk.wizard.activateWindow();
    walk.type(u"presetSearch"_s, network);
    if (walk.find<QLineEdit>(u"networkName"_s)->text().isEmpty())
        walk.type(u"networkName"_s, u"Northway"_s);
    QVERIFY(walk.next());
    for (const int page : {int(NetworkWizard::Postback), int(NetworkWizard::Offer)}) {
        QCOMPARE(walk.wizard.currentId(), page);
        QWidget *current = walk.wizard.currentPage();
        const auto stops
                = [current](const QWidget *focused) { return focused && current->isAncestorOf(focused); };
        // Backwards to the first one, which need not be where the page begins.
        for (int i = 0; i < 40 && stops(walk.wizard.focusWidget()); ++i)
            QTest::keyClick(walk.wizard.focusWidget(), Qt::Key_Backtab, Qt::ShiftModifier);
        QTest::keyClick(walk.wizard.focusWidget(), Qt::Key_Tab);
        int visited = 0;
        int last = -1;
        for (; stops(walk.wizard.focusWidget()); ++visited) {
            const QWidget *now = walk.wizard.focusWidget();
            const int middle = now->mapTo(&walk.wizard, now->rect().center()).y();
            QVERIFY2(middle > last - 8, qPrintable(now->objectName() % u' ' % now->accessibleName()));
            last = middle;
            QTest::keyClick(walk.wizard.focusWidget(), Qt::Key_Tab);
        }
        QVERIFY(visited >= 5);
        if (page == int(NetworkWizard::Postback))
            QVERIFY(walk.next());
    }
}

void NetworkWizardTest::everyFieldHasAKeyOfItsOwn()
{
    WizardWalk walk(m_running->engine());
    const auto keysOfThePage = [&walk] {
        QStringList keys;
        const auto take = [&keys](const QString &text) {
            const QString key = QKeySequence::mnemonic(text).toString();
            if (!key.isEmpty())
                keys.append(key);
        };
        const auto labels = walk.wizard.currentPage()->findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (label->buddy() && label->isVisible() && qobject_cast<QLineEdit *>(label->buddy())) {
                if (QKeySequence::mnemonic(label->text()).isEmpty())
                    return QStringList{QString(u"none: "_s % label->text())};
            }
            if (label->buddy() && label->isVisible())
                take(label->text());
        }
        const auto buttons = walk.wizard.findChildren<QAbstractButton *>();
        for (const QAbstractButton *button : buttons) {
            if (button->isVisible())
                take(button->text());
        }
        keys.sort();
        return keys;
    };
    const auto repeated = [](const QStringList &keys) {
        return keys.size() > 1 && QSet<QString>(keys.cbegin(), keys.cend()).size() == keys.size()
                ? QString()
                : keys.join(u", "_s);
    };
    QTest::keyClicks(walk.find<QLineEdit>(u"presetSearch"_s), u"maxbounty"_s);
    QCOMPARE(repeated(keysOfThePage()), QString());
    QVERIFY(walk.next());
    QCOMPARE(repeated(keysOfThePage()), QString());
    QVERIFY(walk.next());
    QCOMPARE(repeated(keysOfThePage()), QString());
    QVERIFY(walk.skip());
    QCOMPARE(repeated(keysOfThePage()), QString());
}

void NetworkWizardTest::aNetworkChosenAnewIsStillTheSameOne()
{
    WizardWalk walk(m_running->engine());
    QVERIFY(walk.choose(u"everflow"_s));
    const AffiliateNetwork first = walk.stored().networks.constFirst();
    QVERIFY(walk.back() && walk.choose(u"maxbounty"_s));
    const QList<AffiliateNetwork> networks = walk.stored().networks;
    QCOMPARE(networks.size(), 1);
    QCOMPARE(networks.constFirst().id, first.id);
    QCOMPARE(networks.constFirst().key, first.key);
    QCOMPARE(networks.constFirst().preset, u"maxbounty"_s);
    QCOMPARE(networks.constFirst().name, u"MaxBounty"_s);
    QVERIFY(walk.copied(u"postbackUrl1"_s).contains("cid=#S2#"_L1));
}

void NetworkWizardTest::withoutAPublicAddressThePageSaysSoAndTakesOne()
{
    WizardWalk walk(m_running->engine());
    QVERIFY(walk.choose(u"maxbounty"_s));
    auto *box = walk.find<QWidget>(u"publicAddressBox"_s);
    QVERIFY(box->isVisible());
    walk.type(u"publicAddress"_s, u"trk.example.net"_s);
    walk.press(u"setPublicAddress"_s);
    QVERIFY(box->isVisible());
    QVERIFY(walk.find<QLabel>(u"publicAddressNote"_s)->isVisible());
    walk.type(u"publicAddress"_s, u"https://trk.example.net"_s);
    walk.press(u"setPublicAddress"_s);
    QVERIFY(!box->isVisible());
    QVERIFY(walk.copied(u"postbackUrl1"_s).startsWith("https://trk.example.net/postback/"_L1));
    QCOMPARE(m_running->engine().preferences().publicUrl, u"https://trk.example.net"_s);
}

void NetworkWizardTest::whatIsOddInAnOfferLinkIsRemarked_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("remark"); // its beginning; empty: none
    QTest::newRow("plain") << u"https://net.example/go?o=1"_s << QString();
    QTest::newRow("with tokens")
            << u"https://net.example/go?sub1={clickid}&sub2={sub10}&c={Campaign}&e={externalid}"_s
            << QString();
    QTest::newRow("another address inside")
            << u"https://net.example/go?sub1={clickid}&url=https://net.example/x"_s << QString();
    QTest::newRow("a token with a slip")
            << u"https://net.example/go?sub1={clikid}"_s << u"Nobody fills {clikid}"_s;
    QTest::newRow("an eleventh sub ID")
            << u"https://net.example/go?sub1={clickid}&x={sub11}"_s << u"Nobody fills {sub11}"_s;
    QTest::newRow("overwritten") << u"https://net.example/go?sub1=already"_s << u"sub1 holds \"already\""_s;
    QTest::newRow("twice") << u"https://net.example/go?sub1={clickid}&sub1={clickid}"_s
                           << u"sub1 stands in the link twice"_s;
    QTest::newRow("pasted twice")
            << u"https://net.example/go?sub1={clickid}https://net.example/go?sub1={clickid}"_s
            << u"The link seems to be pasted twice"_s;
    QTest::newRow("not the sub ID that comes back")
            << u"https://net.example/go?sub4={clickid}"_s
            << u"The postback gives back sub1, your link fills sub4."_s;
}

void NetworkWizardTest::whatIsOddInAnOfferLinkIsRemarked()
{
    QFETCH(QString, link);
    QFETCH(QString, remark);
    WizardWalk walk(m_running->engine());
    QVERIFY(walk.choose(u"everflow"_s) && walk.next());
    walk.pasteOffer(link);
    auto *remarks = walk.find<QLabel>(u"offerRemarks"_s);
    QCOMPARE(remarks->isVisible(), !remark.isEmpty());
    if (!remark.isEmpty())
        QVERIFY2(remarks->text().startsWith(remark), qPrintable(remarks->text()));
    QVERIFY(walk.button(QWizard::NextButton)->isEnabled());
}

void NetworkWizardTest::aTrackingLinkOfOurOwnIsNoOfferLink()
{
    WizardWalk walk(m_running->engine());
    QVERIFY(walk.choose(u"everflow"_s) && walk.next());
    walk.pasteOffer(m_running->engine().baseUrl() % "/c/abc?sub1={clickid}"_L1);
    QVERIFY(!walk.button(QWizard::NextButton)->isEnabled());
    walk.pasteOffer(u"https://net.example/c/abc"_s);
    QVERIFY(walk.button(QWizard::NextButton)->isEnabled());
}

QTEST_MAIN(NetworkWizardTest)
#include "tst_networkwizard.moc"

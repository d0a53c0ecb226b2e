// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runningengine.h"

#include "chaintest/chainstep.h"
#include "networks/networkspage.h"
#include "store/lists.h"
#include "support/chainserver.h"
#include "support/taken.h"
#include "widgets/copyfield.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QWizard>

using namespace Matchbook;
using namespace Qt::StringLiterals;

/// The test of a network that is there already, from the Networks page: real HTTP between our listener, a chain of redirects and
/// our postback URL.
class NetworkTestDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void everyStepTicksItself();
    void whatBreaksIsNamedAndARepairIsKept();
    void theTestSendsTheUrlThatThePageShows();

private:
    /// Presses Test… and does \a what with the window that opens; closes it.
    void inTest(const std::function<void(QWizard *)> &what)
    {
        auto *button = m_page->findChild<QPushButton *>(u"testNetwork"_s);
        QTRY_VERIFY(button->isVisible());
        bool opened = false;
        QTimer::singleShot(0, m_page.get(), [&] {
            QWidget *window = nullptr;
            QTRY_VERIFY((window = QApplication::activeModalWidget()));
            QCOMPARE(window->objectName(), u"networkTestDialog"_s);
            opened = true;
            auto *wizard = qobject_cast<QWizard *>(window);
            what(wizard);
            QTest::mouseClick(wizard->button(QWizard::CancelButton), Qt::LeftButton);
        });
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(opened);
    }
    static void simulate(QWizard *wizard)
    {
        auto *button = wizard->findChild<QPushButton *>(u"simulate"_s);
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(!button->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(button->isEnabled(), 30'000);
    }
    static QString mark(QWizard *wizard, ChainStep::Kind kind)
    {
        return wizard->findChild<QLabel *>(u"mark_"_s % stepWord(kind))->accessibleName();
    }
    /// The offer's link takes this way; waits until the listener knows.
    void lead(const QByteArray &path)
    {
        m_running->offer.url = QString::fromLatin1(m_server.url(path + "?aff=7&s1={clickid}"));
        QVERIFY(m_running->edit<Offer>(
                [this](Catalogue &catalogue) -> Expected<Offer> {
                    const auto done = catalogue.updateOffer(m_running->offer);
                    return done ? Expected<Offer>(m_running->offer) : unexpected(done.error());
                },
                &m_running->offer));
        QTRY_COMPARE(m_running->leadsTo().host(), u"127.0.0.1"_s);
    }
    void store(const AffiliateNetwork &network)
    {
        QVERIFY(m_running->edit<AffiliateNetwork>(
                [network](Catalogue &catalogue) -> Expected<AffiliateNetwork> {
                    const auto done = catalogue.updateNetwork(network);
                    return done ? Expected<AffiliateNetwork>(network) : unexpected(done.error());
                },
                &m_running->network));
    }
    AffiliateNetwork stored()
    {
        AffiliateNetwork network;
        (void)m_running->edit<AffiliateNetwork>(
                [](Catalogue &catalogue) -> Expected<AffiliateNetwork> {
                    return taken(catalogue.networks()).constFirst();
                },
                &network);
        return network;
    }

    std::unique_ptr<RunningEngine> m_running;
    std::unique_ptr<NetworksPage> m_page;
    ChainServer m_server;
};

void NetworkTestDialogTest::init()
{
    m_running = std::make_unique<RunningEngine>();
    QVERIFY(m_running->start());
    QVERIFY(m_running->setUp());
    FollowRules rules;
    rules.allowedAddresses = taken(AddressList::parse({u"127.0.0.1"_s}));
    rules.hopMs = 5000;
    m_page = std::make_unique<NetworksPage>(m_running->engine(), nullptr, rules);
    m_page->resize(1100, 760);
    m_page->show();
    connect(&m_running->engine().reader(), &Reader::storeChanged, m_page.get(),
            [this] { m_page->refresh(); });
    m_page->refresh();
}

void NetworkTestDialogTest::cleanup()
{
    m_page.reset();
    m_running.reset();
}

void NetworkTestDialogTest::everyStepTicksItself()
{
    lead("pass/meta/end");
    inTest([](QWizard *wizard) {
        QVERIFY(wizard->findChild<QLabel *>(u"heading"_s)->text().contains("Northway"_L1));
        QCOMPARE(mark(wizard, ChainStep::Kind::Listener), u"to do"_s);
        simulate(wizard);
        for (int i = 0; i < chainStepCount; ++i)
            QCOMPARE(mark(wizard, ChainStep::Kind(i)),
                     i < int(ChainStep::Kind::Postback) ? u"passed"_s : u"passed, unproven"_s);
        QVERIFY(wizard->findChild<QLabel *>(u"hop4_1"_s)->isVisible());
        QVERIFY(wizard->findChild<QLabel *>(u"testStatus"_s)->text().contains("Nothing is broken"_L1));
        QCOMPARE(wizard->focusWidget(), wizard->button(QWizard::CancelButton));
        QCOMPARE(wizard->button(QWizard::CancelButton)->text(), u"Close"_s);
    });
}

void NetworkTestDialogTest::whatBreaksIsNamedAndARepairIsKept()
{
    AffiliateNetwork network = m_running->network;
    network.mapping.url.setQuery(0, u"clickid={c}&payout=1,234&txid={t}"_s);
    store(network);
    lead("strip/end");
    QTRY_VERIFY(m_page->findChild<CopyField *>(u"postbackUrl"_s)->text().contains("payout=1,234"_L1));
    inTest([&](QWizard *wizard) {
        // Another program sets something while the window is open.
        network.allowedSenders = {u"127.0.0.1"_s};
        network.reportZone = u"Europe/Lisbon"_s;
        store(network);
        simulate(wizard);
        QCOMPARE(mark(wizard, ChainStep::Kind::Redirects), u"failed"_s);
        QCOMPARE(mark(wizard, ChainStep::Kind::Payout), u"failed"_s);
        QTest::mouseClick(wizard->findChild<QPushButton *>(u"repair_read_decimal_comma"_s), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(mark(wizard, ChainStep::Kind::Payout), u"passed, unproven"_s, 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(wizard->findChild<QPushButton *>(u"simulate"_s)->isEnabled(), 30'000);
    });
    network.decimalMark = DecimalMark::Comma;
    QCOMPARE(stored(), network);
}

void NetworkTestDialogTest::theTestSendsTheUrlThatThePageShows()
{
    lead("end");
    AffiliateNetwork network = m_running->network;
    network.mapping.url.setQuery(0, u"clickid={sub1}&amount={money}&account=<account>"_s);
    network.mapping.url.constants.insert(u"account"_s, u"7 7"_s);
    store(network);
    QTRY_VERIFY(m_page->findChild<CopyField *>(u"postbackUrl"_s)
                        ->text()
                        .endsWith("?clickid={sub1}&amount={money}&account=7%207"_L1));
    inTest(simulate);
    QList<PostbackRow> rows;
    m_running->engine().reader().ask<QList<PostbackRow>>(
            m_page.get(), [](Database &database) { return Lists(database).postbacks({}, 10); },
            [&](Expected<QList<PostbackRow>> answer) { rows = taken(std::move(answer)); });
    QTRY_COMPARE(rows.size(), 1);
    QVERIFY2(rows.constFirst().query.endsWith("&amount=12.34&account=7%207"),
             rows.constFirst().query.constData());
}

QTEST_MAIN(NetworkTestDialogTest)
#include "tst_networktestdialog.moc"

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runningengine.h"

#include "campaigns/campaignspage.h"
#include "networks/presetcatalogue.h"
#include "networks/presetsdialog.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTimer>
#include <QWizard>

using namespace Matchbook;
using namespace Qt::StringLiterals;

/// The Campaigns page beside what happens elsewhere in the window.
class CampaignsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aNewOfferSetsItsNetworkUpInTheWizard();
    void aPresetThatIsTakenInCountsAtOnce();

private:
    /// Does \a act with the modal window called \a name once it is there.
    void whenOpen(const QString &name, const std::function<void(QWidget *)> &act)
    {
        auto *timer = new QTimer(m_page.get());
        connect(timer, &QTimer::timeout, m_page.get(), [timer, name, act] {
            QWidget *window = QApplication::activeModalWidget();
            if (!window || window->objectName() != name)
                return;
            timer->stop();
            timer->deleteLater();
            act(window);
        });
        timer->start(10);
    }
    void press(QWidget *of, const QString &name)
    {
        auto *button = of->findChild<QPushButton *>(name);
        QVERIFY2(button && button->isEnabled() && button->isVisible(), qPrintable(name));
        QTest::mouseClick(button, Qt::LeftButton);
    }
    QString panelText() const
    {
        QStringList texts;
        const auto labels = m_page->findChild<QWidget *>(u"campaignPanel"_s)->findChildren<QLabel *>();
        for (const QLabel *label : labels)
            texts += label->text();
        return texts.join(u'\n');
    }

    std::unique_ptr<RunningEngine> m_running;
    std::unique_ptr<CampaignsPage> m_page;
};

void CampaignsPageTest::init()
{
    m_running = std::make_unique<RunningEngine>();
    QVERIFY(m_running->start());
    QVERIFY(m_running->setUp());
    m_page = std::make_unique<CampaignsPage>(m_running->engine(), nullptr);
    m_page->resize(1100, 760);
    m_page->show();
    m_page->refresh();
}

void CampaignsPageTest::cleanup()
{
    m_page.reset();
    m_running.reset();
}

void CampaignsPageTest::aNewOfferSetsItsNetworkUpInTheWizard()
{
    bool added = false;
    QString chosen;
    whenOpen(u"campaignDialog"_s, [&](QWidget *campaign) {
        whenOpen(u"offerDialog"_s, [&](QWidget *offer) {
            whenOpen(u"networkWizard"_s, [&](QWidget *window) {
                auto *wizard = qobject_cast<QWizard *>(window);
                QTest::keyClicks(window->findChild<QLineEdit *>(u"presetSearch"_s), u"maxbounty"_s);
                QTest::mouseClick(wizard->button(QWizard::NextButton), Qt::LeftButton);
                added = QTest::qWaitFor([&] { return wizard->currentId() == 1; });
                QTest::mouseClick(wizard->button(QWizard::CancelButton), Qt::LeftButton);
            });
            press(offer, u"newNetwork"_s);
            chosen = offer->findChild<QComboBox *>(u"offerNetwork"_s)->currentText();
            qobject_cast<QDialog *>(offer)->reject();
        });
        press(campaign, u"newOffer"_s);
        qobject_cast<QDialog *>(campaign)->reject();
    });
    press(m_page.get(), u"add"_s);
    QVERIFY(added);
    QCOMPARE(chosen, u"MaxBounty"_s);
}

void CampaignsPageTest::aPresetThatIsTakenInCountsAtOnce()
{
    // A preset of the person's own in place of the one that the network has.
    const auto before = m_running->engine().presets()->findOrGeneric(u"generic"_s).subIdParameter;
    m_running->offer.url = u"https://offers.example/go?a=1"_s;
    Offer stored;
    QVERIFY(m_running->edit<Offer>(
            [this](Catalogue &catalogue) -> Expected<Offer> {
                const auto done = catalogue.updateOffer(m_running->offer);
                return done ? Expected<Offer>(m_running->offer) : unexpected(done.error());
            },
            &stored));
    m_page->refresh();
    QTRY_VERIFY2(panelText().contains(before), qPrintable(panelText()));
    QVERIFY(!panelText().contains("my_own_slot"_L1));
    const QString file = m_running->folder() + u"/shared.json"_s;
    QFile out(file);
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write("{\"id\": \"generic\", \"name\": \"Mine\", \"fields\": {\"clickId\": [\"cid\"]}, "
              "\"offerLink\": {\"subIdParameter\": \"my_own_slot\"}}");
    out.close();
    AskPresetPath ask;
    ask.toRead = [&](QWidget *) { return file; };
    PresetsDialog dialog(m_running->engine(), nullptr, ask);
    dialog.show();
    QTimer look;
    connect(&look, &QTimer::timeout, this, [&] {
        if (auto *question = qobject_cast<QMessageBox *>(QApplication::activeModalWidget())) {
            look.stop();
            press(question, u"replacePreset"_s);
        }
    });
    look.start(20);
    press(&dialog, u"importPreset"_s);
    QTRY_VERIFY(m_running->engine().presets()->isOwn(u"generic"_s));
    QTRY_VERIFY2(panelText().contains("my_own_slot"_L1), qPrintable(panelText()));
}

QTEST_MAIN(CampaignsPageTest)
#include "tst_campaignspage.moc"

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ratescard.h"

#include "engine/engine.h"
#include "engine/ratedesk.h"
#include "failuretext.h"
#include "forms/filechoice.h"
#include "ratesdialog.h"
#include "store/exchangerates.h"
#include "text/formats.h"
#include "widgets/tonedlabel.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSet>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Matchbook {

RatesCard::RatesCard(Engine &engine, QWidget *parent)
    : Card(tr("Exchange rates"), parent), m_engine(engine), m_state(new TonedLabel({}, Tone::Grey, this)),
      m_news(new TonedLabel({}, Tone::Green, this)), m_trouble(new TonedLabel({}, Tone::Red, this))
{
    m_state->setObjectName("ratesState"_L1);
    m_news->setObjectName("ratesNews"_L1);
    m_news->setTextFormat(Qt::PlainText);
    m_news->hide();
    m_trouble->setObjectName("ratesTrouble"_L1);
    m_trouble->setTextFormat(Qt::PlainText);
    body()->addWidget(m_state);
    body()->addWidget(m_trouble);
    body()->addWidget(m_news);
    buildButtons();
    connect(&m_engine.rates(), &RateDesk::changed, this, &RatesCard::refresh);
    refresh();
}

void RatesCard::buildButtons()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    const auto addButton = [&](const QString &text, QLatin1StringView name, void (RatesCard::*pressed)()) {
        auto *button = new QPushButton(text, this);
        button->setObjectName(name);
        row->addWidget(button);
        connect(button, &QPushButton::clicked, this, pressed);
        return button;
    };
    m_fetch = addButton(tr("Fetch &now"), "fetchRates"_L1, &RatesCard::fetch);
    m_fetch->setToolTip(tr("Fetches the European Central Bank's rates from ecb.europa.eu."));
    addButton(tr("Import fi&le…"), "importRates"_L1, &RatesCard::chooseFile);
    addButton(tr("All &rates…"), "allRates"_L1, &RatesCard::showAll);
    row->addStretch(1);
    body()->addLayout(row);
}

void RatesCard::refresh()
{
    const RateDesk &desk = m_engine.rates();
    m_fetch->setEnabled(!desk.isDownloading());
    m_fetch->setText(desk.isDownloading() ? tr("Fetching…") : tr("Fetch &now"));
    m_trouble->setVisible(desk.trouble().has_value());
    m_trouble->setText(desk.trouble() ? sentenceOf(*desk.trouble()) : QString());
    m_engine.reader().ask<QList<RatePair>>(
            this, [](Database &database) { return exchangeRatePairs(database); },
            [this](const Expected<QList<RatePair>> &pairs) {
                if (pairs)
                    showPairs(*pairs);
                else
                    showFailure(pairs.error());
            });
}

void RatesCard::showPairs(const QList<RatePair> &pairs)
{
    const QString base = m_engine.preferences().baseCurrency.code();
    if (pairs.isEmpty()) {
        m_state->setText(
                tr("None yet. Amounts in other currencies than %1 stay out of totals until there is a rate for their "
                   "day; nothing is ever taken one to one.")
                        .arg(base));
        return;
    }
    QSet<Currency> currencies;
    QDate newest;
    for (const RatePair &pair : pairs) {
        currencies += QSet<Currency>{pair.from, pair.to};
        newest = newest.isValid() ? std::max(newest, pair.last) : pair.last;
    }
    const Formats formats = Formats::from(m_engine.preferences());
    m_state->setText(
            tr("%1 currencies, the newest rate of %2. Each amount is converted to %3 at the rate of its own day; what has "
               "none stays out of totals, and they say so.")
                    .arg(formats.count(currencies.size()), formats.date(newest), base));
}

void RatesCard::fetch()
{
    m_news->hide();
    m_engine.rates().download(this, [this](const Expected<RateIntake> &intake) {
        if (intake)
            showIntake(*intake); // a failure stays in view until a download succeeds
    });
}

void RatesCard::chooseFile()
{
    auto *dialog = new QFileDialog(window(), tr("Import exchange rates"), QString(),
                                   tr("Exchange rates (*.xml *.csv *.txt);;All files (*)"));
    lookAtNamesOnly(*dialog);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &RatesCard::importFile);
    dialog->open();
}

void RatesCard::importFile(const QString &path)
{
    m_news->hide();
    m_engine.rates().importFile(path, this, [this](const Expected<RateIntake> &intake) {
        if (intake)
            showIntake(*intake);
        else
            showFailure(intake.error());
    });
}

void RatesCard::showAll()
{
    auto *dialog = new RatesDialog(m_engine, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void RatesCard::showIntake(const RateIntake &intake)
{
    const Formats formats = Formats::from(m_engine.preferences());
    m_news->setTone(Tone::Green);
    m_news->setText(tr("Taken in: %1 rates from %2 to %3; new or different: %4.")
                            .arg(formats.count(intake.rates), formats.date(intake.first),
                                 formats.date(intake.last), formats.count(intake.changed)));
    m_news->show();
}

QString RatesCard::sentenceOf(const Failure &failure)
{
    const bool isSentence
            = (failure.kind == Failure::Kind::BadInput || failure.kind == Failure::Kind::FileTrouble)
            && failure.detail.endsWith(u'.');
    return isSentence ? failure.detail : failureText(failure);
}

void RatesCard::showFailure(const Failure &failure)
{
    const QString sentence = sentenceOf(failure);
    m_news->setTone(Tone::Red);
    m_news->setText(failure.kind == Failure::Kind::BadInput
                            ? QString(sentence + u' ' + tr("Nothing was taken in."))
                            : sentence);
    m_news->show();
}

} // namespace Matchbook

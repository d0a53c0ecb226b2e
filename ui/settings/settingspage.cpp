// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settingspage.h"

#include "engine/datafolder.h"
#include "engine/engine.h"
#include "failuretext.h"
#include "pageheader.h"
#include "ratescard.h"
#include "settingsform.h"
#include "theme.h"
#include "trayicon.h"
#include "widgets/banner.h"
#include "widgets/card.h"
#include "widgets/copyfield.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QDir>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QUrl>
#include <QVBoxLayout>

namespace Matchbook {

namespace {

Autostart autostartOf(const Engine &engine)
{
    const QString folder = engine.dataFolder();
    return {QCoreApplication::applicationFilePath(),
            folder == DataFolder::standardPath() ? QString() : folder};
}

} // namespace

Preferences SettingsPage::withWhatOthersSet(Preferences wanted, const Preferences &shown) const
{
    const auto stored = Preferences::load(m_engine.dataFolder()).entries();
    const auto before = shown.entries();
    const auto now = wanted.entries();
    for (qsizetype i = 0; i < stored.size(); ++i) {
        if (now.at(i) == before.at(i))
            (void)wanted.set(stored.at(i).first, stored.at(i).second);
    }
    return wanted;
}

SettingsPage::SettingsPage(Engine &engine, QWidget *parent)
    : Page(QStringLiteral("settings"), tr("Settings"), parent), m_engine(engine),
      m_autostart(autostartOf(engine)), m_form(new SettingsForm(TrayIcon::isAvailable(), this)),
      m_banner(new Banner(Tone::Red, this)), m_apply(new QPushButton(tr("&Apply"), this)),
      m_discard(new QPushButton(tr("&Discard"), this))
{
    setButtonKind(m_apply, "primary");
    auto *header = new PageHeader(title(), this);
    header->addControl(m_discard);
    header->addControl(m_apply);
    m_rates = new RatesCard(m_engine, m_form);
    m_form->sections()->insertWidget(SettingsForm::afterMoney, m_rates);
    addFolder();
    if (!Autostart::isSupported())
        m_form->hideAutostart();
    m_form->sections()->addStretch(1);
    m_form->setMaximumWidth(fontMetrics().averageCharWidth() * 110);

    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setWidget(m_form);
    QBoxLayout *layout = pageLayout(this, header);
    layout->addWidget(m_banner);
    layout->addWidget(scroll, 1);
    m_banner->hide();

    connect(m_form, &SettingsForm::edited, this, &SettingsPage::showButtons);
    connect(m_apply, &QPushButton::clicked, this, &SettingsPage::apply);
    connect(m_discard, &QPushButton::clicked, this, &SettingsPage::discard);
    connect(m_banner, &Banner::linkActivated, m_banner, &QWidget::hide);
    setTabOrder(m_form, m_discard);
    setTabOrder(m_discard, m_apply);
    discard();
}

void SettingsPage::addFolder()
{
    auto *card = new Card(tr("Data folder"), m_form);
    auto *path = new CopyField(tr("Data folder"), card);
    path->setText(QDir::toNativeSeparators(m_engine.dataFolder()));
    path->setNote(tr("Everything Matchbook stores. To use another one, start it with “--data-dir”."));
    card->body()->addWidget(path);
    auto *open = new QPushButton(tr("&Open folder"), card);
    setButtonKind(open, "link");
    connect(open, &QPushButton::clicked, this, [this] {
        if (!QDesktopServices::openUrl(QUrl::fromLocalFile(m_engine.dataFolder()))) {
            m_banner->setMessage(Tone::Amber, tr("This desktop has no program for folders."),
                                 m_engine.dataFolder(), tr("Dismiss"));
            m_banner->show();
        }
    });
    card->addToHeader(open);
    m_form->sections()->addWidget(card);
}

void SettingsPage::refresh()
{
    m_rates->refresh();
    if (!m_form->isChanged())
        discard();
}

void SettingsPage::discard()
{
    m_form->setPreferences(m_engine.preferences());
    m_form->setAutostart(m_autostart.isOn());
    showButtons();
}

void SettingsPage::showButtons()
{
    const bool changed = m_form->isChanged();
    m_apply->setEnabled(changed);
    m_discard->setEnabled(changed);
}

void SettingsPage::apply()
{
    const auto wanted = m_form->preferences();
    if (!wanted) {
        m_banner->setMessage(Tone::Red, tr("“%1” cannot be understood.").arg(wanted.error().detail),
                             tr("Correct it and apply again. Nothing was changed."), tr("Dismiss"));
        m_banner->show();
        return;
    }
    const auto applied = m_engine.setPreferences(withWhatOthersSet(*wanted, m_form->shown()));
    if (!applied) {
        showFailure(applied.error());
        return;
    }
    m_banner->hide();
    const Expected<void> switched = m_form->autostart() == m_autostart.isOn()
            ? Expected<void>()
            : m_autostart.set(m_form->autostart());
    discard();
    if (!switched) {
        m_banner->setMessage(Tone::Red, tr("Whether Matchbook starts when you log in could not be changed."),
                             tr("This file could not be written: %1").arg(switched.error().detail),
                             tr("Dismiss"));
        m_banner->show();
    }
    // After a port that was taken, a new one is there to be tried at once.
    const EngineState state = m_engine.state();
    if (!state.listening && !state.listeningElsewhere) {
        if (const auto listening = m_engine.listen(wanted->bindAddress, wanted->port); !listening)
            showFailure(listening.error());
    }
}

void SettingsPage::showFailure(const Failure &failure)
{
    m_banner->setMessage(Tone::Red, failureTitle(failure), failureText(failure), tr("Dismiss"));
    m_banner->show();
    showButtons();
}

} // namespace Matchbook

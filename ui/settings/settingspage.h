// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "page.h"
#include "preferences/autostart.h"
#include "preferences/preferences.h"
#include "vocabulary/failure.h"

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace Matchbook {

class Banner;
class Engine;
class RatesCard;
class SettingsForm;

/// What the person can choose, applied as a whole. What cannot be applied is said in place, and stays to be corrected.
class SettingsPage : public Page
{
    Q_OBJECT
public:
    explicit SettingsPage(Engine &engine, QWidget *parent = nullptr);

    /// Takes what is stored over into the fields, unless the person is changing them.
    void refresh() override;
    SettingsForm *form() const { return m_form; }

public Q_SLOTS:
    void apply();
    void discard();

private:
    /// What the person has not touched here may have been set from a shell meanwhile.
    Preferences withWhatOthersSet(Preferences wanted, const Preferences &shown) const;
    void addFolder();
    void showButtons();
    void showFailure(const Failure &failure);

    Engine &m_engine;
    Autostart m_autostart;
    SettingsForm *m_form;
    RatesCard *m_rates = nullptr;
    Banner *m_banner;
    QPushButton *m_apply;
    QPushButton *m_discard;
};

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "preferences/preferences.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;
class QVBoxLayout;
QT_END_NAMESPACE

namespace Matchbook {

class PersonalDataCard;

/// The fields of the Settings page, to be filled from and read back as Preferences.
class SettingsForm : public QWidget
{
    Q_OBJECT
public:
    explicit SettingsForm(bool trayAvailable, QWidget *parent = nullptr);

    void setPreferences(const Preferences &preferences);
    /// What the fields say, on top of what was set last. Fails with BadUsage; the detail names the field.
    Expected<Preferences> preferences() const;
    /// Whether Matchbook starts with the session; the desktop keeps that, not Preferences.
    void setAutostart(bool on);
    bool autostart() const;
    void hideAutostart(); ///< where there is no such thing
    /// What was set last.
    const Preferences &shown() const { return m_set; }
    /// True if something differs from what was set last.
    bool isChanged() const;
    QVBoxLayout *sections() const { return m_sections; }
    static constexpr int afterMoney = 2; ///< place among the sections, for what belongs to time and money

Q_SIGNALS:
    void edited();

private:
    void addListening();
    void addTimeAndMoney();
    void addWindow(bool trayAvailable);
    void alignLabels();

    Preferences m_set;
    bool m_autostartSet = false;
    QVBoxLayout *m_sections;
    QComboBox *m_address = nullptr;
    QLineEdit *m_otherAddress = nullptr;
    QSpinBox *m_port = nullptr;
    QLineEdit *m_publicUrl = nullptr;
    QLineEdit *m_proxies = nullptr;
    PersonalDataCard *m_personalData = nullptr;
    QComboBox *m_zone = nullptr;
    QComboBox *m_currency = nullptr;
    QComboBox *m_theme = nullptr;
    QComboBox *m_closing = nullptr;
    QLineEdit *m_taxYear = nullptr;
    QCheckBox *m_downloadRates = nullptr;
    QCheckBox *m_autostart = nullptr;
};

} // namespace Matchbook

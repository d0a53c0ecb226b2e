// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settingsform.h"

#include "personaldatacard.h"
#include "settingsrows.h"
#include "text/formats.h"
#include "widgets/card.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QTimeZone>
#include <QVBoxLayout>

#include <utility>

namespace Matchbook {

namespace {

const QString onlyHere = QStringLiteral("127.0.0.1");
const QString everywhere = QStringLiteral("0.0.0.0");

void chooseOrAdd(QComboBox *combo, const QString &text)
{
    if (combo->findText(text) < 0 && !text.isEmpty())
        combo->addItem(text, text);
    combo->setCurrentIndex(qMax(0, combo->findText(text)));
}

QStringList zoneNames()
{
    QStringList names;
    const auto ids = QTimeZone::availableTimeZoneIds();
    for (const QByteArray &id : ids)
        names += QString::fromLatin1(id);
    names.sort();
    return names;
}

} // namespace

SettingsForm::SettingsForm(bool trayAvailable, QWidget *parent)
    : QWidget(parent), m_sections(new QVBoxLayout(this))
{
    setProperty("kind", QStringLiteral("clear"));
    m_sections->setContentsMargins(0, 0, 0, 0);
    m_sections->setSpacing(12);
    addListening();
    addTimeAndMoney();
    m_personalData = new PersonalDataCard(this);
    m_sections->addWidget(m_personalData);
    addWindow(trayAvailable);
    alignLabels();
    setPreferences({});
    for (QComboBox *combo : {m_address, m_zone, m_currency, m_theme, m_closing})
        connect(combo, &QComboBox::currentTextChanged, this, &SettingsForm::edited);
    for (QLineEdit *line : {m_otherAddress, m_publicUrl, m_proxies, m_taxYear})
        connect(line, &QLineEdit::textChanged, this, &SettingsForm::edited);
    connect(m_port, &QSpinBox::valueChanged, this, &SettingsForm::edited);
    for (QCheckBox *box : {m_autostart, m_downloadRates})
        connect(box, &QCheckBox::toggled, this, &SettingsForm::edited);
    connect(m_personalData, &PersonalDataCard::edited, this, &SettingsForm::edited);
}

/// The cards are one form.
void SettingsForm::alignLabels()
{
    QList<QLabel *> labels = findChildren<QLabel *>();
    labels.removeIf([](const QLabel *label) { return !label->buddy(); });
    int widest = 0;
    for (const QLabel *label : std::as_const(labels))
        widest = qMax(widest, label->sizeHint().width());
    for (QLabel *label : std::as_const(labels))
        label->setMinimumWidth(widest);
}

void SettingsForm::addListening()
{
    auto *card = new Card(tr("Listening"), this);
    QFormLayout *form = formIn(card);
    m_address = new QComboBox(card);
    m_address->setObjectName(QStringLiteral("address"));
    m_address->addItem(tr("Only this computer (%1)").arg(onlyHere), onlyHere);
    m_address->addItem(tr("Every network interface (%1)").arg(everywhere), everywhere);
    m_address->addItem(tr("One address:"), QString());
    addRow(form, tr("&Reachable from"), m_address,
           tr("Keep it to this computer if a tunnel or a web server in front of it passes requests on."));
    m_otherAddress = new QLineEdit(card);
    m_otherAddress->setObjectName(QStringLiteral("otheraddress"));
    addRow(form, tr("&Address"), m_otherAddress);
    m_port = new QSpinBox(card);
    m_port->setObjectName(QStringLiteral("port"));
    m_port->setRange(1, 65535);
    m_port->setGroupSeparatorShown(false);
    m_port->setMaximumWidth(fontMetrics().averageCharWidth() * 18);
    addRow(form, tr("&Port"), m_port);
    m_publicUrl = new QLineEdit(card);
    m_publicUrl->setObjectName(QStringLiteral("publicurl"));
    m_publicUrl->setPlaceholderText(QStringLiteral("https://track.example.com"));
    addRow(form, tr("P&ublic URL"), m_publicUrl,
           tr("How the outside reaches Matchbook: it begins every tracking link and postback URL. Leave it empty while "
              "you only test here."));
    m_proxies = new QLineEdit(card);
    m_proxies->setObjectName(QStringLiteral("proxies"));
    m_proxies->setPlaceholderText(QStringLiteral("127.0.0.1, 10.0.0.0/8"));
    addRow(form, tr("Trusted pro&xies"), m_proxies,
           tr("Addresses or blocks, separated by commas, whose word about the visitor's address is believed."));
    m_sections->addWidget(card);
    const auto showOther = [this, form] {
        const bool other = m_address->currentData().toString().isEmpty();
        m_otherAddress->setVisible(other);
        form->labelForField(m_otherAddress)->setVisible(other);
    };
    connect(m_address, &QComboBox::currentIndexChanged, this, showOther);
    showOther();
}

void SettingsForm::addTimeAndMoney()
{
    auto *card = new Card(tr("Time and money"), this);
    QFormLayout *form = formIn(card);
    m_zone = new QComboBox(card);
    m_zone->setObjectName(QStringLiteral("zone"));
    m_zone->addItem(tr("The computer's (%1)").arg(QString::fromLatin1(QTimeZone::systemTimeZoneId())),
                    QString());
    m_zone->addItems(zoneNames());
    // Measuring hundreds of names would keep the window waiting.
    m_zone->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_zone->setMinimumContentsLength(20);
    m_zone->setEditable(true);
    m_zone->setInsertPolicy(QComboBox::NoInsert);
    m_zone->completer()->setFilterMode(Qt::MatchContains);
    m_zone->completer()->setCompletionMode(QCompleter::PopupCompletion);
    addRow(form, tr("Time &zone"), m_zone, tr("Where your days begin, in every figure, table and file."));
    m_currency = new QComboBox(card);
    m_currency->setObjectName(QStringLiteral("currency"));
    for (const QString &code : usualCurrencies())
        m_currency->addItem(code, code);
    m_currency->setEditable(true);
    m_currency->setInsertPolicy(QComboBox::NoInsert);
    addRow(form, tr("&Base currency"), m_currency,
           tr("What every total is converted to, and what is proposed for new costs."));
    m_taxYear = new QLineEdit(card);
    m_taxYear->setObjectName(QStringLiteral("taxyear"));
    addRow(form, tr("Ta&x year begins"), m_taxYear, tr("Month and day, such as 01-01 or 04-06."));
    m_downloadRates = new QCheckBox(tr("&Fetch the European Central Bank's exchange rates once a day"), card);
    m_downloadRates->setObjectName(QStringLiteral("downloadrates"));
    m_downloadRates->setToolTip(tr("From ecb.europa.eu. The request says nothing of you or your figures."));
    m_downloadRates->setAccessibleDescription(m_downloadRates->toolTip());
    form->addRow(QString(), m_downloadRates);
    m_sections->addWidget(card);
}

void SettingsForm::addWindow(bool trayAvailable)
{
    auto *card = new Card(tr("Window"), this);
    QFormLayout *form = formIn(card);
    m_theme = new QComboBox(card);
    m_theme->setObjectName(QStringLiteral("theme"));
    m_theme->addItem(tr("As the system"), QStringLiteral("system"));
    m_theme->addItem(tr("Light"), QStringLiteral("light"));
    m_theme->addItem(tr("Dark"), QStringLiteral("dark"));
    addRow(form, tr("&Colours"), m_theme);
    m_closing = new QComboBox(card);
    m_closing->setObjectName(QStringLiteral("closing"));
    m_closing->addItem(tr("Ask"), QStringLiteral("ask"));
    m_closing->addItem(tr("Keep listening in the tray"), QStringLiteral("tray"));
    m_closing->addItem(tr("Quit and stop listening"), QStringLiteral("quit"));
    addRow(form, tr("C&losing the window"), m_closing,
           trayAvailable
                   ? QString()
                   : tr("This desktop has no tray, so closing the window quits. To listen without a window, run "
                        "“matchbook serve”."));
    m_autostart = new QCheckBox(tr("&Start when I log in"), card);
    m_autostart->setObjectName(QStringLiteral("autostart"));
    m_autostart->setToolTip(trayAvailable ? tr("Matchbook then waits in the tray and listens.")
                                          : tr("Matchbook then listens behind a minimized window."));
    m_autostart->setAccessibleDescription(m_autostart->toolTip());
    form->addRow(QString(), m_autostart);
    m_sections->addWidget(card);
}

void SettingsForm::setPreferences(const Preferences &preferences)
{
    m_set = preferences;
    const int known = m_address->findData(preferences.bindAddress);
    m_address->setCurrentIndex(known >= 0 ? known : m_address->findData(QString()));
    m_otherAddress->setText(preferences.bindAddress);
    m_port->setValue(preferences.port);
    m_publicUrl->setText(preferences.publicUrl);
    m_proxies->setText(preferences.trustedProxies.join(QStringLiteral(", ")));
    m_personalData->setPreferences(preferences);
    if (preferences.timeZone.isEmpty())
        m_zone->setCurrentIndex(0);
    else
        chooseOrAdd(m_zone, preferences.timeZone);
    chooseOrAdd(m_currency, preferences.baseCurrency.code());
    m_taxYear->setText(taxYearStartText(preferences.periods));
    m_downloadRates->setChecked(preferences.downloadRates);
    m_theme->setCurrentIndex(qMax(0, m_theme->findData(preferences.theme)));
    const char *closing = !preferences.askedAboutTray ? "ask"
            : preferences.keepListeningInTray         ? "tray"
                                                      : "quit";
    m_closing->setCurrentIndex(m_closing->findData(QString::fromLatin1(closing)));
}

Expected<Preferences> SettingsForm::preferences() const
{
    Preferences wanted = m_set;
    const QString chosen = m_address->currentData().toString();
    const QString zone = m_zone->currentText() == m_zone->itemText(0) ? QString() : m_zone->currentText();
    const std::pair<const char *, std::pair<QString, QString>> fields[] = {
            {"bind-address", {chosen.isEmpty() ? m_otherAddress->text() : chosen, tr("Address")}},
            {"port", {QString::number(m_port->value()), tr("Port")}},
            {"public-url", {m_publicUrl->text(), tr("Public URL")}},
            {"trusted-proxies", {m_proxies->text(), tr("Trusted proxies")}},
            {"time-zone", {zone, tr("Time zone")}},
            {"base-currency", {m_currency->currentText(), tr("Base currency")}},
            {"tax-year-start", {m_taxYear->text(), tr("Tax year begins")}},
            {"theme", {m_theme->currentData().toString(), tr("Colours")}},
    };
    for (const auto &[key, field] : fields) {
        if (!wanted.set(QString::fromLatin1(key), field.first))
            return unexpected(Failure::Kind::BadUsage, field.second);
    }
    m_personalData->addTo(wanted);
    wanted.downloadRates = m_downloadRates->isChecked();
    const QString closing = m_closing->currentData().toString();
    wanted.askedAboutTray = closing != QLatin1String("ask");
    wanted.keepListeningInTray = closing == QLatin1String("tray");
    return wanted;
}

void SettingsForm::setAutostart(bool on)
{
    m_autostartSet = on;
    m_autostart->setChecked(on);
}

void SettingsForm::hideAutostart()
{
    m_autostart->hide();
}

bool SettingsForm::autostart() const
{
    return m_autostart->isChecked();
}

bool SettingsForm::isChanged() const
{
    const auto now = preferences();
    return !now || *now != m_set || autostart() != m_autostartSet;
}

} // namespace Matchbook

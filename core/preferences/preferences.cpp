// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "preferences.h"

#include "vocabulary/daterange.h"

#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QSettings>
#include <QUrl>

#include <functional>
#include <span>

namespace Matchbook {

namespace {

constexpr int mostThreads = 16;

/// One entry of the file: how it is called, how it is read and how it is written. Reading says what is allowed if it
/// fails, and then leaves the preferences as they were.
struct Entry {
    const char *key;
    std::function<QString(const Preferences &)> text;
    std::function<bool(Preferences &, const QString &)> read;
    const char *allowed;
};

std::optional<bool> flag(const QString &text)
{
    const QString word = text.trimmed().toLower();
    if (word == QLatin1String("true") || word == QLatin1String("yes") || word == QLatin1String("on")
        || word == QLatin1String("1"))
        return true;
    if (word == QLatin1String("false") || word == QLatin1String("no") || word == QLatin1String("off")
        || word == QLatin1String("0"))
        return false;
    return {};
}

bool readFlag(bool &target, const QString &text)
{
    const auto value = flag(text);
    if (value)
        target = *value;
    return value.has_value();
}

QString flagText(bool value)
{
    return value ? QStringLiteral("true") : QStringLiteral("false");
}

bool readNumber(const QString &text, int low, int high, const std::function<void(int)> &take)
{
    bool ok = false;
    const int number = text.trimmed().toInt(&ok);
    if (!ok || number < low || number > high)
        return false;
    take(number);
    return true;
}

bool readAddress(Preferences &p, const QString &text)
{
    const QString trimmed = text.trimmed();
    const bool allowed = trimmed == QLatin1String("localhost") || !QHostAddress(trimmed).isNull();
    if (allowed)
        p.bindAddress = trimmed == QLatin1String("localhost") ? QStringLiteral("127.0.0.1") : trimmed;
    return allowed;
}

bool readWebAddress(QString &address, const QString &text)
{
    QString trimmed = text.trimmed();
    while (trimmed.endsWith(QLatin1Char('/')))
        trimmed.chop(1);
    if (!trimmed.isEmpty()) {
        const QUrl url(trimmed, QUrl::StrictMode);
        const bool web = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
        if (!url.isValid() || !web || url.host().isEmpty() || url.hasQuery() || url.hasFragment())
            return false;
    }
    address = trimmed;
    return true;
}

bool readPublicUrl(Preferences &p, const QString &text)
{
    return readWebAddress(p.publicUrl, text);
}

bool readRatesAddress(Preferences &p, const QString &text)
{
    return readWebAddress(p.ratesAddress, text);
}

bool isAddressOrBlock(const QString &text)
{
    return text.contains(QLatin1Char('/')) ? QHostAddress::parseSubnet(text).second >= 0
                                           : !QHostAddress(text).isNull();
}

bool readProxies(Preferences &p, const QString &text)
{
    QStringList proxies;
    const auto parts = text.split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const QString proxy = part.trimmed();
        if (proxy.isEmpty())
            continue;
        if (!isAddressOrBlock(proxy))
            return false;
        proxies += proxy;
    }
    p.trustedProxies = proxies;
    return true;
}

bool readZone(Preferences &p, const QString &text)
{
    const QString zone = text.trimmed();
    if (!zone.isEmpty() && !timeZoneFromId(zone))
        return false;
    p.timeZone = zone;
    return true;
}

bool readCurrency(Preferences &p, const QString &text)
{
    const auto currency = Currency::fromCode(text.trimmed());
    if (currency)
        p.baseCurrency = *currency;
    return currency.has_value();
}

bool readBuyerData(Preferences &p, const QString &text)
{
    const auto data = buyerDataFromWord(text.trimmed().toLower());
    if (data)
        p.buyerData = *data;
    return data.has_value();
}

bool readTheme(Preferences &p, const QString &text)
{
    const QString theme = text.trimmed().toLower();
    if (theme != QLatin1String("system") && theme != QLatin1String("light") && theme != QLatin1String("dark"))
        return false;
    p.theme = theme;
    return true;
}

std::span<const Entry> allEntries()
{
    using P = Preferences;
    static const char *yesOrNo = "true or false";
    static const Entry entries[] = {
            {"bind-address", [](const P &p) { return p.bindAddress; }, readAddress,
             "an IP address of this computer, such as 127.0.0.1, or 0.0.0.0 for all of them"},
            {"port", [](const P &p) { return QString::number(p.port); },
             [](P &p, const QString &t) {
                 return readNumber(t, 1, 65535, [&](int n) { p.port = quint16(n); });
             },
             "a number from 1 to 65535"},
            {"public-url", [](const P &p) { return p.publicUrl; }, readPublicUrl,
             "an address beginning with http:// or https://, without ? and #, or nothing"},
            {"trusted-proxies", [](const P &p) { return p.trustedProxies.join(QLatin1Char(',')); },
             readProxies, "IP addresses or CIDR blocks, separated by commas, or nothing"},
            {"listener-threads", [](const P &p) { return QString::number(p.listenerThreads); },
             [](P &p, const QString &t) {
                 return readNumber(t, 1, mostThreads, [&](int n) { p.listenerThreads = n; });
             },
             "a number from 1 to 16"},
            {"keep-full-addresses", [](const P &p) { return flagText(p.keepFullAddresses); },
             [](P &p, const QString &t) { return readFlag(p.keepFullAddresses, t); }, yesOrNo},
            {"buyer-data", [](const P &p) { return QString(buyerDataWord(p.buyerData)); }, readBuyerData,
             "none, hashed or clear"},
            {"time-zone", [](const P &p) { return p.timeZone; }, readZone,
             "an IANA time zone, such as Europe/Lisbon, or nothing for the computer's"},
            {"base-currency", [](const P &p) { return p.baseCurrency.code(); }, readCurrency,
             "an ISO 4217 code, such as USD or EUR"},
            {"tax-year-start", [](const P &p) { return taxYearStartText(p.periods); },
             [](P &p, const QString &t) { return setTaxYearStart(p.periods, t.trimmed()).has_value(); },
             "the month and the day that a tax year begins on, such as 01-01 or 04-06"},
            {"download-rates", [](const P &p) { return flagText(p.downloadRates); },
             [](P &p, const QString &t) { return readFlag(p.downloadRates, t); }, yesOrNo},
            {"rates-address", [](const P &p) { return p.ratesAddress; }, readRatesAddress,
             "an address beginning with http:// or https://, without ? and #, or nothing for the central bank's"},
            {"theme", [](const P &p) { return p.theme; }, readTheme, "system, light or dark"},
            {"keep-listening-in-tray", [](const P &p) { return flagText(p.keepListeningInTray); },
             [](P &p, const QString &t) { return readFlag(p.keepListeningInTray, t); }, yesOrNo},
            {"asked-about-tray", [](const P &p) { return flagText(p.askedAboutTray); },
             [](P &p, const QString &t) { return readFlag(p.askedAboutTray, t); }, yesOrNo},
    };
    return entries;
}

QString fileIn(const QString &dataFolder)
{
    return QDir(dataFolder).filePath(QStringLiteral("matchbook.ini"));
}

/// QSettings splits a value at its commas when somebody wrote it without quotes.
QString plainText(const QVariant &value)
{
    return value.toStringList().join(QLatin1Char(','));
}

} // namespace

Preferences Preferences::load(const QString &dataFolder)
{
    Preferences preferences;
    const QString name = fileIn(dataFolder);
    if (!QFile::exists(name))
        return preferences;
    const QSettings file(name, QSettings::IniFormat);
    for (const Entry &entry : allEntries()) {
        const QString key = QString::fromLatin1(entry.key);
        if (file.contains(key))
            entry.read(preferences, plainText(file.value(key)));
    }
    return preferences;
}

Expected<void> Preferences::save(const QString &dataFolder) const
{
    const QString name = fileIn(dataFolder);
    if (!QDir().mkpath(dataFolder))
        return unexpected(Failure::Kind::FileTrouble, QStringLiteral("cannot make the folder ") + dataFolder);
    constexpr QFileDevice::Permissions ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    if (!QFile::exists(name)) {
        QFile fresh(name);
        if (!fresh.open(QIODevice::WriteOnly) || !fresh.setPermissions(ownerOnly))
            return unexpected(Failure::Kind::FileTrouble, QStringLiteral("cannot write ") + name);
    }
    QSettings file(name, QSettings::IniFormat);
    if (!file.isWritable())
        return unexpected(Failure::Kind::FileTrouble, QStringLiteral("cannot write ") + name);
    for (const Entry &entry : allEntries())
        file.setValue(QString::fromLatin1(entry.key), entry.text(*this));
    file.sync();
    if (file.status() == QSettings::AccessError || !QFile::setPermissions(name, ownerOnly))
        return unexpected(Failure::Kind::FileTrouble, QStringLiteral("cannot write ") + name);
    return {};
}

Expected<void> Preferences::set(const QString &key, const QString &value)
{
    for (const Entry &entry : allEntries()) {
        if (key != QLatin1String(entry.key))
            continue;
        if (!entry.read(*this, value))
            return unexpected(Failure::Kind::BadUsage,
                              key + QStringLiteral(" must be ") + QString::fromLatin1(entry.allowed));
        return {};
    }
    QStringList keys;
    for (const Entry &entry : allEntries())
        keys += QString::fromLatin1(entry.key);
    return unexpected(Failure::Kind::BadUsage,
                      QStringLiteral("there is no preference called \"") + key
                              + QStringLiteral("\"; there are: ") + keys.join(QStringLiteral(", ")));
}

QList<QPair<QString, QString>> Preferences::entries() const
{
    QList<QPair<QString, QString>> list;
    for (const Entry &entry : allEntries())
        list.append({QString::fromLatin1(entry.key), entry.text(*this)});
    return list;
}

} // namespace Matchbook

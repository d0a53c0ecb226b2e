// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secretnote.h"

#include "secretfile.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <algorithm>

namespace Matchbook {

namespace {

constexpr qint64 mostBytes = 1024 * 1024;

QSet<NetworkId> networksIn(const QJsonValue &array)
{
    QSet<NetworkId> networks;
    for (const QJsonValue &network : array.toArray())
        networks.insert(NetworkId{network.toInteger()});
    return networks;
}

QJsonArray arrayOf(const QSet<NetworkId> &networks)
{
    QList<NetworkId> sorted = networks.values();
    std::sort(sorted.begin(), sorted.end());
    QJsonArray array;
    for (const NetworkId network : sorted)
        array << network.value;
    return array;
}

} // namespace

SecretNote SecretNote::load(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject object = QJsonDocument::fromJson(file.read(mostBytes)).object();
    return {object[QStringLiteral("keychain_service")].toString(),
            networksIn(object[QStringLiteral("in_keychain")]),
            networksIn(object[QStringLiteral("asked_at_start")])};
}

Expected<void> SecretNote::save(const QString &name) const
{
    const QJsonObject object{{QStringLiteral("keychain_service"), service},
                             {QStringLiteral("in_keychain"), arrayOf(inKeychain)},
                             {QStringLiteral("asked_at_start"), arrayOf(askedAtStart)}};
    return writePrivateFile(name, QJsonDocument(object).toJson());
}

QString SecretNote::newService()
{
    const quint64 number = QRandomGenerator::system()->generate64();
    return QStringLiteral("matchbook-%1").arg(number, 16, 16, QLatin1Char('0'));
}

} // namespace Matchbook

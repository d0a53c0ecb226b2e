// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keychainnote.h"

#include "secretfile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <algorithm>

namespace Matchbook {

KeychainNote KeychainNote::load(const QString &name)
{
    const auto bytes = readPrivateFile(name);
    if (!bytes)
        return {};
    const QJsonObject object = QJsonDocument::fromJson(*bytes).object();
    KeychainNote note;
    note.service = object[QStringLiteral("service")].toString();
    const QJsonArray networks = object[QStringLiteral("networks")].toArray();
    for (const QJsonValue &network : networks)
        note.networks.insert(NetworkId{network.toInteger()});
    return note;
}

Expected<void> KeychainNote::save(const QString &name) const
{
    QList<NetworkId> sorted = networks.values();
    std::sort(sorted.begin(), sorted.end());
    QJsonArray array;
    for (const NetworkId network : sorted)
        array << network.value;
    const QJsonObject object{{QStringLiteral("service"), service}, {QStringLiteral("networks"), array}};
    return writePrivateFile(name, QJsonDocument(object).toJson());
}

QString KeychainNote::newService()
{
    const quint64 number = QRandomGenerator::system()->generate64();
    return QStringLiteral("matchbook-%1").arg(number, 16, 16, QLatin1Char('0'));
}

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secretfile.h"

#include "secrettext.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace Matchbook {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Matchbook::Secrets)
};

Unexpected notOurs(const QString &name)
{
    return unexpected(
            Failure::Kind::BadUsage,
            Texts::tr(
                    "%1 is no file of secrets. It holds one JSON object with a network's number and its secret: "
                    "{\"3\": \"THE SECRET\"}. See: matchbook network list")
                    .arg(name));
}

} // namespace

Expected<SecretsByNetwork> readSecretFile(const QString &name)
{
    const auto bytes = readPrivateFile(name);
    if (!bytes)
        return unexpected(bytes.error());
    const QJsonDocument document = QJsonDocument::fromJson(*bytes);
    if (!document.isObject())
        return notOurs(name);
    const QJsonObject object = document.object();
    SecretsByNetwork secrets;
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        bool isNumber = false;
        const NetworkId network{it.key().toLongLong(&isNumber)};
        const auto secret = secretFromText(it.value().toString().toUtf8());
        if (!isNumber || !network.isValid() || !secret)
            return notOurs(name);
        secrets.insert(network, *secret);
    }
    return secrets;
}

Expected<void> writeSecretFile(const QString &name, const SecretsByNetwork &secrets)
{
    if (secrets.isEmpty()) {
        QFile file(name);
        if (file.exists() && !file.remove())
            return unexpected(Failure::Kind::FileTrouble, name + QStringLiteral(": ") + file.errorString());
        return {};
    }
    QJsonObject object;
    for (auto it = secrets.cbegin(); it != secrets.cend(); ++it)
        object.insert(QString::number(it.key().value), QString::fromUtf8(it.value()));
    return writePrivateFile(name, QJsonDocument(object).toJson());
}

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "environmentsecrets.h"

#include "secrettext.h"

#include <QCoreApplication>

#include <cstring>
#include <optional>
#include <unistd.h>
#include <vector>

namespace Matchbook {

namespace {

constexpr char prefix[] = "MATCHBOOK_SECRET_";

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Matchbook::Secrets)
};

struct Variable {
    QByteArray name;
    QByteArray value;
};

std::vector<Variable> takeVariables()
{
    std::vector<Variable> taken;
    for (char **entry = environ; entry && *entry; ++entry) {
        char *equals = std::strchr(*entry, '=');
        if (!equals || std::strncmp(*entry, prefix, sizeof prefix - 1) != 0)
            continue;
        taken.push_back({QByteArray(*entry, equals - *entry), QByteArray(equals + 1)});
        // The kernel shows this very memory as the process's environment, also after unsetenv().
        std::memset(equals + 1, '*', std::strlen(equals + 1));
    }
    for (const Variable &variable : taken)
        qunsetenv(variable.name.constData());
    return taken;
}

} // namespace

Expected<SecretsByNetwork> takeSecretsFromEnvironment()
{
    SecretsByNetwork secrets;
    std::optional<Failure> trouble;
    for (const Variable &variable : takeVariables()) {
        bool isNumber = false;
        const NetworkId network{variable.name.mid(sizeof prefix - 1).toLongLong(&isNumber)};
        const auto secret = secretFromText(variable.value);
        const QString name = QString::fromLocal8Bit(variable.name);
        if (!isNumber || !network.isValid())
            trouble = {Failure::Kind::BadUsage,
                       Texts::tr("%1 names no network: its number goes there, as in MATCHBOOK_SECRET_3.")
                               .arg(name)};
        else if (!secret)
            trouble = {Failure::Kind::BadUsage, name + QStringLiteral(": ") + secret.error().detail};
        else
            secrets.insert(network, *secret);
    }
    if (trouble)
        return unexpected(*trouble);
    return secrets;
}

} // namespace Matchbook

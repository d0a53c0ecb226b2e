// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "commandline.h"
#include "secrets/secretstore.h"
#include "store/catalogue.h"
#include "store/database.h"

#include <QJsonObject>

namespace Matchbook {

/// What stands in the environment, which is emptied of it, and in the file named with --secrets-file. BadUsage if either cannot be
/// used.
Expected<GivenSecrets> givenSecretsOf(const CommandLine &line);
/// The secrets of the data folder, with those of the environment. To be asked once in a command.
Expected<SecretStore> secretStoreOf(const CommandLine &line);

/// The one line on standard input; without echo if a person types it.
Expected<QByteArray> secretFromInput();
/// Whether storeSecret() could keep one where \a line says; for before a network is added with it. A failure says what to do
/// instead.
Expected<void> checkPlaceForSecret(const CommandLine &line, SecretStore &store);
/// Keeps it where \a line says and tells every process. A failure says what to do instead.
Expected<SecretPlace> storeSecret(const CommandLine &line, Database &database, SecretStore &store,
                                  NetworkId network, const QByteArray &secret);

/// `{"set": true, "where": "keychain"}`; `where` is null without one.
QJsonObject secretJson(std::optional<SecretPlace> place);
/// Where it is, as the end of a sentence: `in the keychain`.
QString secretPlaceText(SecretPlace place);
/// What to run to give \a network its secret.
QString secretAdvice(NetworkId network);

} // namespace Matchbook

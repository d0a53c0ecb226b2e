// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secretwords.h"

#include "engine/secretneed.h"

#include <QCoreApplication>

namespace Matchbook {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Matchbook::SecretWords)
};

} // namespace

QString secretLabel(const NetworkPreset &preset)
{
    const QString &label = preset.postback.secret.label;
    return label.isEmpty() ? Words::tr("Secret") : label;
}

QString secretWhere(const NetworkPreset &preset)
{
    const SecretFacts &secret = preset.postback.secret;
    const QString form
            = secret.form.isEmpty() ? QString() : Words::tr("It looks like this: %1.").arg(secret.form);
    return QStringList{secret.where, form}.join(QLatin1Char(' ')).trimmed();
}

QString standingText(const NetworkPreset &preset, const SecretStanding &standing)
{
    if (!standing.place && !needsSecret(preset))
        return Words::tr("not entered, so what this network sends is not checked");
    if (!standing.place)
        return Words::tr("missing, so nothing that this network sends is believed");
    if (standing.isOutOfReach)
        return Words::tr("in the keychain, which cannot be opened at the moment");
    switch (*standing.place) {
    case SecretPlace::Environment:
        return Words::tr("set, in the environment of this run");
    case SecretPlace::GivenFile:
        return Words::tr("set, in the file named with --secrets-file");
    case SecretPlace::Keychain:
        return Words::tr("set, in the keychain");
    case SecretPlace::DataFile:
        return Words::tr("set, in a file that only you can read");
    case SecretPlace::Memory:
        return Words::tr("set, until Matchbook ends");
    }
    return {};
}

Tone standingTone(const NetworkPreset &preset, const SecretStanding &standing)
{
    const bool isMissing = !standing.place && needsSecret(preset);
    return isMissing || standing.isOutOfReach ? Tone::Red : Tone::Grey;
}

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/expected.h"

#include <QMap>
#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>

namespace Matchbook {

/// What was typed: words, options with a value (`--name X`, `--name=X`) and switches (`--json`).
class CommandLine
{
public:
    /// Splits \a arguments (without the program's name). \a switches take no value; every other option does.
    /// Fails with BadUsage if an option stands twice. A value that is missing is told by onlyKnown().
    static Expected<CommandLine> parse(const QStringList &arguments, const QSet<QString> &switches);

    const QStringList &words() const { return m_words; }
    bool has(const QString &name) const { return m_options.contains(name); }
    QString value(const QString &name, const QString &otherwise = {}) const
    {
        return m_options.value(name, otherwise);
    }
    /// The value of an option that must be there; BadUsage if it is not, or is empty.
    Expected<QString> required(const QString &name) const;
    /// BadUsage naming the first option that is not among \a known, or else the one that lacks its value.
    Expected<void> onlyKnown(const QSet<QString> &known) const;

private:
    QStringList m_words;
    QMap<QString, QString> m_options; ///< names without dashes
    QString m_withoutValue; ///< the last option, if it is no switch and nothing follows it
};

} // namespace Matchbook

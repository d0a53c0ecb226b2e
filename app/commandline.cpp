// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commandline.h"

namespace Matchbook {

Expected<CommandLine> CommandLine::parse(const QStringList &arguments, const QSet<QString> &switches)
{
    CommandLine line;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments.at(i);
        if (!argument.startsWith(QStringLiteral("--")) || argument.size() == 2) {
            line.m_words << argument;
            continue;
        }
        const qsizetype equals = argument.indexOf(QLatin1Char('='));
        const QString name = argument.mid(2, equals < 0 ? -1 : equals - 2);
        if (line.has(name))
            return unexpected(Failure::Kind::BadUsage, QStringLiteral("--%1 stands twice").arg(name));
        if (switches.contains(name)) {
            line.m_options.insert(name, QString());
        } else if (equals >= 0) {
            line.m_options.insert(name, argument.mid(equals + 1));
        } else if (i + 1 < arguments.size()) {
            line.m_options.insert(name, arguments.at(++i));
        } else {
            line.m_options.insert(name, QString());
            line.m_withoutValue = name;
        }
    }
    return line;
}

Expected<QString> CommandLine::required(const QString &name) const
{
    const QString found = value(name);
    if (found.trimmed().isEmpty())
        return unexpected(Failure::Kind::BadUsage, QStringLiteral("--%1 is missing").arg(name));
    return found;
}

Expected<void> CommandLine::onlyKnown(const QSet<QString> &known) const
{
    for (auto it = m_options.cbegin(); it != m_options.cend(); ++it) {
        if (!known.contains(it.key()))
            return unexpected(Failure::Kind::BadUsage,
                              QStringLiteral("--%1 is not an option of this command").arg(it.key()));
    }
    if (!m_withoutValue.isEmpty())
        return unexpected(Failure::Kind::BadUsage, QStringLiteral("--%1 needs a value").arg(m_withoutValue));
    return {};
}

} // namespace Matchbook

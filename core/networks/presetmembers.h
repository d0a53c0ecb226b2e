// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/expected.h"

#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <optional>
#include <utility>

namespace Matchbook {

/// Takes the members of a preset file one by one and remembers the first that is wrong, so that a preset's reader is a
/// list of members and one question at the end.
class PresetMembers
{
public:
    explicit PresetMembers(const QJsonObject &json) : m_json(json) { }

    /// The text of \a name; \a fallback where it is missing. Wrong if it is no text.
    QString text(const QString &name, const QString &fallback = {});
    /// The text of \a name. Wrong if it is missing or empty.
    QString requiredText(const QString &name);
    /// The list of texts in \a name; empty where it is missing. Wrong if it is anything but non-empty texts.
    QStringList texts(const QString &name);
    /// The whole number in \a name; 0 where it is missing. Wrong if it is none, or below 0.
    int count(const QString &name);
    /// The yes or no of \a name; nothing where it is missing.
    std::optional<bool> flag(const QString &name);
    /// The text of \a name if it is one of \a words; \a fallback where it is missing. Wrong if it is any other.
    QString word(const QString &name, const QStringList &words, const QString &fallback);
    /// The object in \a name; empty where it is missing.
    QJsonObject object(const QString &name);
    /// Texts by name in the object \a name, sorted by name; empty where it is missing.
    QList<std::pair<QString, QString>> namedTexts(const QString &name);

    /// Lets \a read take the members of the object \a name, also where that is missing, and passes on what is wrong.
    template<typename Read>
    void within(const QString &name, Read read)
    {
        PresetMembers inner(object(name));
        read(inner);
        adopt(name, inner);
    }
    /// Lets \a read take the members of each object in the list \a name, one after the other.
    template<typename Read>
    void forEach(const QString &name, Read read)
    {
        const QList<QJsonObject> items = objects(name);
        for (const QJsonObject &item : items) {
            PresetMembers inner(item);
            read(inner);
            adopt(name, inner);
        }
    }

    bool has(const QString &name) const { return m_json.contains(name); }
    /// Notes that \a name cannot be used.
    void reject(const QString &name, const QString &why);
    /// Rejects members that are none of \a known: a misspelt one would otherwise be silently without effect.
    void rejectOthersThan(const QStringList &known);

    bool isWrong() const { return !m_problem.isEmpty(); }
    Unexpected failure() const { return unexpected(Failure::Kind::BadInput, m_problem); }

private:
    QList<QJsonObject> objects(const QString &name);
    void adopt(const QString &name, const PresetMembers &inner);

    QJsonObject m_json;
    QString m_problem;
};

/// The JSON object in the file \a path. Fails with FileTrouble, or with BadInput if it is not one or is unusually large.
Expected<QJsonObject> readPresetFile(const QString &path);

/// True for an ID that may name a file: 1 to 64 lower-case letters, digits, `-` and `_`.
bool isPresetId(QStringView id);

} // namespace Matchbook

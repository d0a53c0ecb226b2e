// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "presetmembers.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace Matchbook {

namespace {

constexpr qint64 largestFile = 1024 * 1024;

} // namespace

QString PresetMembers::text(const QString &name, const QString &fallback)
{
    const QJsonValue value = m_json.value(name);
    if (value.isUndefined())
        return fallback;
    if (!value.isString())
        reject(name, QStringLiteral("must be a text"));
    return value.toString();
}

QString PresetMembers::requiredText(const QString &name)
{
    const QString value = text(name);
    if (value.isEmpty())
        reject(name, QStringLiteral("is missing"));
    return value;
}

QStringList PresetMembers::texts(const QString &name)
{
    const QJsonValue value = m_json.value(name);
    if (value.isUndefined())
        return {};
    QStringList list;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &item : array)
        list.append(item.toString());
    if (!value.isArray() || list.contains(QString()))
        reject(name, QStringLiteral("must be a list of texts"));
    return list;
}

QJsonObject PresetMembers::object(const QString &name)
{
    const QJsonValue value = m_json.value(name);
    if (!value.isUndefined() && !value.isObject())
        reject(name, QStringLiteral("must be an object"));
    return value.toObject();
}

int PresetMembers::count(const QString &name)
{
    const QJsonValue value = m_json.value(name);
    if (value.isUndefined())
        return 0;
    const int number = value.toInt(-1);
    if (number < 0)
        reject(name, QStringLiteral("must be a whole number"));
    return std::max(number, 0);
}

std::optional<bool> PresetMembers::flag(const QString &name)
{
    const QJsonValue value = m_json.value(name);
    if (value.isUndefined())
        return std::nullopt;
    if (!value.isBool())
        reject(name, QStringLiteral("must be true or false"));
    return value.toBool();
}

QString PresetMembers::word(const QString &name, const QStringList &words, const QString &fallback)
{
    const QString given = text(name, fallback);
    if (given != fallback && !words.contains(given))
        reject(name, QStringLiteral("must be one of: %1").arg(words.join(QStringLiteral(", "))));
    return given;
}

QList<std::pair<QString, QString>> PresetMembers::namedTexts(const QString &name)
{
    QList<std::pair<QString, QString>> list;
    const QJsonObject texts = object(name);
    for (auto it = texts.begin(); it != texts.end(); ++it) {
        if (!it.value().isString())
            reject(name, QStringLiteral("must hold texts only"));
        list.append({it.key(), it.value().toString()});
    }
    return list;
}

QList<QJsonObject> PresetMembers::objects(const QString &name)
{
    const QJsonValue value = m_json.value(name);
    if (value.isUndefined())
        return {};
    QList<QJsonObject> list;
    bool isList = value.isArray();
    const QJsonArray array = value.toArray();
    for (const QJsonValue &item : array) {
        isList = isList && item.isObject();
        list.append(item.toObject());
    }
    if (!isList)
        reject(name, QStringLiteral("must be a list of objects"));
    return list;
}

void PresetMembers::adopt(const QString &name, const PresetMembers &inner)
{
    if (inner.isWrong())
        reject(name, QStringLiteral("is wrong: ") + inner.m_problem);
}

void PresetMembers::reject(const QString &name, const QString &why)
{
    if (m_problem.isEmpty())
        m_problem = QStringLiteral("\"%1\" %2").arg(name, why);
}

void PresetMembers::rejectOthersThan(const QStringList &known)
{
    const QStringList names = m_json.keys();
    for (const QString &name : names) {
        if (!known.contains(name))
            reject(name, QStringLiteral("is not a member of a preset"));
    }
}

Expected<QJsonObject> readPresetFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unexpected(Failure::Kind::FileTrouble, file.errorString());
    if (file.size() > largestFile)
        return unexpected(Failure::Kind::BadInput, QStringLiteral("the file is larger than a preset can be"));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    if (error.error != QJsonParseError::NoError)
        return unexpected(Failure::Kind::BadInput,
                          QStringLiteral("%1 at byte %2").arg(error.errorString()).arg(error.offset));
    if (!document.isObject())
        return unexpected(Failure::Kind::BadInput, QStringLiteral("the file holds no JSON object"));
    return document.object();
}

bool isPresetId(QStringView id)
{
    constexpr qsizetype longest = 64;
    return !id.isEmpty() && id.size() <= longest && std::all_of(id.begin(), id.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_';
    });
}

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStringList>

namespace Matchbook {

/// As much of JSON Schema as the schemas in resources/ use: type, enum, pattern, minLength, minimum, items, properties,
/// required, additionalProperties, propertyNames and $ref into $defs.
class JsonSchema
{
public:
    explicit JsonSchema(const QString &path)
    {
        QFile file(path);
        if (file.open(QIODevice::ReadOnly))
            m_root = QJsonDocument::fromJson(file.readAll()).object();
    }

    const QJsonObject &root() const { return m_root; }

    /// The schema with its $ref, if it has one, put in.
    QJsonObject resolved(QJsonObject schema) const
    {
        const QString prefix = QStringLiteral("#/$defs/");
        while (schema.contains(QStringLiteral("$ref"))) {
            const QString name = schema.take(QStringLiteral("$ref")).toString().mid(prefix.size());
            const QJsonObject target = m_root[QStringLiteral("$defs")][name].toObject();
            for (auto it = target.begin(); it != target.end(); ++it)
                schema.insert(it.key(), it.value());
        }
        return schema;
    }

    /// What is wrong with \a value, each with the path to it; empty if it is valid.
    QStringList complaints(const QJsonValue &value) const
    {
        QStringList list;
        check(value, m_root, QStringLiteral("$"), list);
        return list;
    }

private:
    static bool hasType(const QJsonValue &value, const QString &type)
    {
        return (type == QStringLiteral("string") && value.isString())
                || (type == QStringLiteral("boolean") && value.isBool())
                || (type == QStringLiteral("integer") && value.isDouble())
                || (type == QStringLiteral("array") && value.isArray())
                || (type == QStringLiteral("object") && value.isObject());
    }

    void check(const QJsonValue &value, const QJsonObject &given, const QString &path,
               QStringList &list) const
    {
        const QJsonObject schema = resolved(given);
        const QString type = schema[QStringLiteral("type")].toString();
        if (!type.isEmpty() && !hasType(value, type))
            list << path + QStringLiteral(" is no ") + type;
        const QJsonArray words = schema[QStringLiteral("enum")].toArray();
        if (!words.isEmpty() && !words.contains(value))
            list << path + QStringLiteral(" is none of the words");
        const QRegularExpression pattern(schema[QStringLiteral("pattern")].toString());
        if (value.isString() && !pattern.match(value.toString()).hasMatch())
            list << path + QStringLiteral(" does not fit the pattern");
        if (value.isString() && value.toString().size() < schema[QStringLiteral("minLength")].toInt())
            list << path + QStringLiteral(" is too short");
        if (value.isDouble() && value.toInt(-1) < schema[QStringLiteral("minimum")].toInt())
            list << path + QStringLiteral(" is too small");
        const QJsonArray items = value.toArray();
        for (qsizetype i = 0; i < items.size(); ++i)
            check(items[i], schema[QStringLiteral("items")].toObject(), path + QStringLiteral("[%1]").arg(i),
                  list);
        if (value.isObject())
            checkMembers(value.toObject(), schema, path, list);
    }

    void checkMembers(const QJsonObject &object, const QJsonObject &schema, const QString &path,
                      QStringList &list) const
    {
        const QJsonArray required = schema[QStringLiteral("required")].toArray();
        for (const QJsonValue &name : required) {
            if (!object.contains(name.toString()))
                list << path + QStringLiteral(" has no ") + name.toString();
        }
        const QJsonObject properties = schema[QStringLiteral("properties")].toObject();
        const QJsonValue others = schema[QStringLiteral("additionalProperties")];
        for (auto it = object.begin(); it != object.end(); ++it) {
            const QString inner = path + u'.' + it.key();
            if (schema.contains(QStringLiteral("propertyNames")))
                check(it.key(), schema[QStringLiteral("propertyNames")].toObject(), inner, list);
            if (properties.contains(it.key()))
                check(it.value(), properties[it.key()].toObject(), inner, list);
            else if (others.isObject())
                check(it.value(), others.toObject(), inner, list);
            else if (others.isBool() && !others.toBool())
                list << inner + QStringLiteral(" is unknown");
        }
    }

    QJsonObject m_root;
};

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networkform.h"

#include "personalfields.h"

#include <QHash>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>

namespace Matchbook {

namespace {

constexpr int mostFields = 2000;
constexpr int deepest = 8;
/// A stranger's megabyte is no member's name, and would be copied for every member inside.
constexpr qsizetype longestName = 200;

QByteArray textOf(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? QByteArrayLiteral("true") : QByteArrayLiteral("false");
    if (!value.isDouble())
        return value.toString().toUtf8();
    const QVariant number = value.toVariant();
    if (number.typeId() == QMetaType::LongLong)
        return QByteArray::number(number.toLongLong());
    return QByteArray::number(value.toDouble(), 'f', QLocale::FloatingPointShortest);
}

void flatten(const QJsonValue &value, const QByteArray &name, int depth, QList<FormField> &fields)
{
    if (depth > deepest || fields.size() >= mostFields || name.size() > longestName)
        return;
    const QByteArray prefix = name.isEmpty() ? name : name + '.';
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            flatten(it.value(), prefix + it.key().toUtf8(), depth + 1, fields);
    } else if (value.isArray()) {
        const QJsonArray items = value.toArray();
        for (qsizetype i = 0; i < items.size() && fields.size() < mostFields; ++i)
            flatten(items[i], prefix + QByteArray::number(i), depth + 1, fields);
    } else {
        fields.append({name, textOf(value)});
    }
}

} // namespace

QList<FormField> networkForm(const ReceivedRequest &arrived)
{
    const QByteArray &raw = arrived.body.trimmed().isEmpty() ? arrived.query : arrived.body;
    if (!raw.contains('='))
        return {};
    QList<FormField> sent = decodeMultipart(raw, mostFields);
    if (sent.isEmpty())
        sent = decodeForm(raw, mostFields);
    if (sent.size() >= mostFields)
        return {};
    QList<FormField> fields;
    QHash<QByteArray, qsizetype> places;
    for (const FormField &field : std::as_const(sent)) {
        const auto known = places.constFind(field.name);
        if (known != places.cend()) {
            fields[*known].value = field.value;
            continue;
        }
        places.insert(field.name, fields.size());
        fields.append(field);
    }
    return fields;
}

QList<FormField> flattened(const QJsonObject &object)
{
    QList<FormField> fields;
    flatten(object, {}, 0, fields);
    return fields;
}

const QByteArray *valueOf(const QList<FormField> &fields, QByteArrayView name)
{
    const auto found = std::find_if(fields.cbegin(), fields.cend(),
                                    [name](const FormField &field) { return field.name == name; });
    return found == fields.cend() ? nullptr : &found->value;
}

bool tells(const QList<FormField> &fields, QByteArrayView name)
{
    const QByteArray *value = valueOf(fields, name);
    return value && !QByteArrayView(*value).trimmed().isEmpty();
}

ReceivedRequest withForm(const ReceivedRequest &arrived, const QList<FormField> &fields)
{
    ReceivedRequest kept = arrived;
    kept.query.clear();
    kept.body = encodedForm(fields);
    return kept;
}

} // namespace Matchbook

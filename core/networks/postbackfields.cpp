// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postbackfields.h"

#include "amount.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>
#include <deque>

namespace Matchbook {

namespace {

/// Of a JSON body, as decodeForm() has for a form.
constexpr int mostMembers = 256;
constexpr int deepestMember = 6;

QByteArray textOf(const QJsonValue &value)
{
    if (value.isString())
        return value.toString().toUtf8();
    if (value.isBool())
        return value.toBool() ? QByteArrayLiteral("true") : QByteArrayLiteral("false");
    if (!value.isDouble())
        return {};
    const QVariant number = value.toVariant();
    if (number.typeId() == QMetaType::LongLong)
        return QByteArray::number(number.toLongLong());
    return QByteArray::number(value.toDouble(), 'f', QLocale::FloatingPointShortest);
}

/// `&amp;payout=` is what a template leaves that was copied from a web page's source.
QByteArray fieldName(const QByteArray &name)
{
    const QByteArray lower = name.trimmed().toLower();
    return lower.startsWith("amp;") ? lower.sliced(4) : lower;
}

/// A preset names dozens of parameters and this is asked for each of them and each field, so nothing is converted for the
/// names of almost every postback, which are ASCII.
bool isCalled(const PostbackFields::Field &field, const QString &name)
{
    if (!field.asciiName)
        return field.name == name.toUtf8().toLower();
    const auto isSame = [](char lower, QChar c) {
        const char16_t unit = c.unicode();
        return (unit >= u'A' && unit <= u'Z' ? unit + (u'a' - u'A') : unit) == uchar(lower);
    };
    return std::equal(field.name.cbegin(), field.name.cend(), name.cbegin(), name.cend(), isSame);
}

bool isAscii(const QByteArray &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](char c) { return uchar(c) < 0x80; });
}

} // namespace

PostbackFields::PostbackFields(const ReceivedRequest &request)
{
    append(decodeForm(request.query));
    if (!appendJson(request.body))
        append(decodeBody(request.body));
}

void PostbackFields::append(const QList<FormField> &fields)
{
    m_fields.reserve(m_fields.size() + fields.size());
    for (const FormField &field : fields)
        append(fieldName(field.name), field.value, false);
}

void PostbackFields::append(const QByteArray &name, const QByteArray &value, bool jsonNumber)
{
    m_fields.append({name, value, jsonNumber, isAscii(name)});
}

bool PostbackFields::appendJson(const QByteArray &body)
{
    if (!body.trimmed().startsWith('{'))
        return false;
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject())
        return false;
    appendMembers(document.object());
    return true;
}

void PostbackFields::appendMembers(const QJsonObject &object)
{
    struct Level {
        QByteArray prefix;
        QJsonValue value;
        int depth;
    };
    // Level by level, so that the members of one large object do not leave out those that stand beside it.
    std::deque<Level> waiting{{{}, object, 1}};
    int count = 0;
    const auto take = [&](const Level &parent, const QByteArray &name, const QJsonValue &value) {
        ++count;
        append(parent.prefix + name, textOf(value), value.isDouble());
        if ((value.isObject() || value.isArray()) && parent.depth < deepestMember)
            waiting.push_back({parent.prefix + name + '.', value, parent.depth + 1});
    };
    for (; !waiting.empty() && count < mostMembers; waiting.pop_front()) {
        const Level level = waiting.front();
        const QJsonObject members = level.value.toObject();
        for (auto it = members.begin(); it != members.end() && count < mostMembers; ++it)
            take(level, fieldName(it.key().toUtf8()), it.value());
        const QJsonArray items = level.value.toArray();
        for (qsizetype i = 0; i < items.size() && count < mostMembers; ++i)
            take(level, QByteArray::number(i), items[i]);
    }
}

QList<const PostbackFields::Field *> PostbackFields::candidates(const QStringList &names) const
{
    QList<const Field *> found;
    for (const QString &name : names) {
        for (const Field &field : m_fields) {
            if (isCalled(field, name) && !QByteArrayView(field.value).trimmed().isEmpty())
                found.append(&field);
        }
    }
    return found;
}

const PostbackFields::Field *PostbackFields::firstPresent(const QStringList &names) const
{
    for (const QString &name : names) {
        for (const Field &field : m_fields) {
            if (isCalled(field, name))
                return &field;
        }
    }
    return nullptr;
}

bool PostbackFields::has(const QString &name) const
{
    const QByteArray wanted = name.toUtf8().toLower();
    return std::any_of(m_fields.begin(), m_fields.end(),
                       [&](const Field &field) { return field.name == wanted; });
}

bool PostbackFields::hasAmount(qint64 micros) const
{
    for (const Field &field : m_fields) {
        for (const auto mark : {DecimalMark::Point, DecimalMark::Comma}) {
            if (readAmount(field.value, mark).micros == micros)
                return true;
        }
    }
    return false;
}

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formdecoding.h"

namespace Matchbook {

namespace {

/// RFC 2046 allows 70 characters behind the two dashes.
constexpr qsizetype longestBoundary = 72;

/// Where the next line that begins with \a boundary starts at or behind \a from; -1 if there is none.
qsizetype nextBoundary(QByteArrayView body, QByteArrayView boundary, qsizetype from)
{
    for (qsizetype at = body.indexOf(boundary, from); at >= 0; at = body.indexOf(boundary, at + 1)) {
        const qsizetype end = at + boundary.size();
        const bool whole = end < body.size() && QByteArrayView("\r\n-").contains(body[end]);
        if (whole && at > 0 && body[at - 1] == '\n')
            return at;
    }
    return -1;
}

/// The value of \a parameter in a Content-Disposition line; null if it has none.
QByteArray parameterOf(QByteArrayView line, QByteArrayView parameter)
{
    const QByteArray lower = line.toByteArray().toLower();
    const QByteArray wanted = parameter.toByteArray() + '=';
    qsizetype at = lower.indexOf(wanted);
    while (at > 0 && lower[at - 1] != ' ' && lower[at - 1] != ';')
        at = lower.indexOf(wanted, at + 1);
    if (at <= 0)
        return {};
    QByteArrayView value = line.sliced(at + parameter.size() + 1);
    const bool quoted = value.startsWith('"');
    if (quoted)
        value = value.sliced(1);
    const qsizetype end = value.indexOf(quoted ? '"' : ';');
    const QByteArray text = (end < 0 ? value : value.first(end)).trimmed().toByteArray();
    return text.isEmpty() ? QByteArrayLiteral("") : text;
}

/// The field that \a part is, headers and value; without a name for files and what is no field.
FormField fieldOf(QByteArrayView part)
{
    FormField field;
    bool isFile = false;
    while (true) {
        const qsizetype end = part.indexOf('\n');
        if (end < 0)
            return {};
        const QByteArrayView line = part.first(end).trimmed();
        part = part.sliced(end + 1);
        if (line.isEmpty())
            break;
        constexpr QByteArrayView disposition = "content-disposition:";
        if (line.size() > disposition.size()
            && line.first(disposition.size()).compare(disposition, Qt::CaseInsensitive) == 0) {
            field.name = parameterOf(line, "name");
            isFile = !parameterOf(line, "filename").isNull();
        }
    }
    if (part.endsWith('\n'))
        part.chop(1);
    if (part.endsWith('\r'))
        part.chop(1);
    field.value = part.toByteArray();
    return isFile ? FormField() : field;
}

} // namespace

QList<FormField> decodeMultipart(QByteArrayView body, int limit)
{
    QList<FormField> fields;
    const qsizetype lineEnd = body.indexOf('\n');
    if (!body.startsWith("--") || lineEnd < 0)
        return fields;
    const QByteArrayView boundary = body.first(lineEnd).trimmed();
    if (boundary.size() <= 2 || boundary.size() > longestBoundary)
        return fields;
    qsizetype start = lineEnd + 1;
    while (fields.size() < limit) {
        const qsizetype end = nextBoundary(body, boundary, start);
        if (end < 0)
            break;
        const FormField field = fieldOf(body.sliced(start, end - start));
        if (!field.name.isEmpty())
            fields.append(field);
        const qsizetype next = body.indexOf('\n', end);
        if (next < 0)
            break;
        start = next + 1;
    }
    return fields;
}

QList<FormField> decodeBody(QByteArrayView raw)
{
    const QList<FormField> fields = decodeMultipart(raw);
    return fields.isEmpty() ? decodeForm(raw) : fields;
}

} // namespace Matchbook

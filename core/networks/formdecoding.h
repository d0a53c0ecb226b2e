// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace Matchbook {

/// One `name=value` of a query or form body, decoded once.
struct FormField {
    QByteArray name;
    QByteArray value;

    friend bool operator==(const FormField &, const FormField &) = default;
};

/// Splits form-encoded \a raw on `&` and the first `=`, then decodes: plus to space first, then percent escapes. Order and
/// duplicates are kept, empty items dropped, a malformed escape stays as it is, invalid UTF-8 stays bytes. A second `?` that
/// somebody's template left before a name is dropped. `a=1+2%2B&b=%zz` gives a=`1 2+`, b=`%zz`. At most \a limit fields.
QList<FormField> decodeForm(QByteArrayView raw, int limit = 256);

/// The text fields of a multipart/form-data body, which is known by its first line; files are left out, and so is a part that
/// is cut off. Order and duplicates are kept, nothing is decoded. Nothing for any other text. At most \a limit fields.
QList<FormField> decodeMultipart(QByteArrayView body, int limit = 256);

/// The fields of a query or body, form-encoded or multipart.
QList<FormField> decodeBody(QByteArrayView raw);

/// Percent escapes of \a text decoded once; malformed ones stay. Plus stays plus.
QByteArray percentDecoded(QByteArrayView text);

/// Bytes as text for people and TEXT columns: valid UTF-8 as it is, every other byte as `\xHH`, control characters too, and the
/// backslash of what would otherwise look like that.
QString displayText(QByteArrayView bytes);

/// The bytes that displayText() has made \a shown of.
QByteArray shownBytes(const QString &shown);

/// Percent-encodes everything but unreserved characters (RFC 3986), for a value put into a URL.
QByteArray percentEncoded(QByteArrayView bytes);

} // namespace Matchbook

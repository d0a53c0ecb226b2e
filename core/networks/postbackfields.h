// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formdecoding.h"
#include "vocabulary/receivedrequest.h"

#include <QJsonObject>
#include <QStringList>

namespace Matchbook {

/// The parameters of one postback, found by name without case: those of the query first, then those of the body. In a JSON
/// body a member inside another one is called `customer.email`, an item of a list by its number: `trackingcodes.0`.
class PostbackFields
{
public:
    struct Field {
        QByteArray name; ///< lower case
        QByteArray value;
        bool jsonNumber = false; ///< so its decimal mark can only be a point
        bool asciiName = true;
    };

    explicit PostbackFields(const ReceivedRequest &request);

    /// Every field with one of \a names whose value is more than white space: in the order of the names, then as sent.
    QList<const Field *> candidates(const QStringList &names) const;
    /// The first field with one of \a names, in the order of the names, also an empty one; null if there is none.
    const Field *firstPresent(const QStringList &names) const;
    /// True if any field, whatever its name, can be read as this amount.
    bool hasAmount(qint64 micros) const;

    /// True if there is a parameter called \a name, also an empty one.
    bool has(const QString &name) const;
    /// Every parameter, in the order sent.
    const QList<Field> &all() const { return m_fields; }

private:
    void append(const QList<FormField> &fields);
    void append(const QByteArray &name, const QByteArray &value, bool jsonNumber);
    bool appendJson(const QByteArray &body);
    void appendMembers(const QJsonObject &object);

    QList<Field> m_fields;
};

} // namespace Matchbook

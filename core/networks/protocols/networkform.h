// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networks/formdecoding.h"
#include "protocol.h"

#include <QJsonObject>

namespace Matchbook {

/// The fields of the form in \a arrived, of its body or, where that is empty, of its query, as the programs of the senders count
/// them: of several with one name only the last, in the place of the first. So nobody can put a second amount before the one
/// that was signed. Empty for anything else, and for more fields than any network sends.
QList<FormField> networkForm(const ReceivedRequest &arrived);

/// The members of \a object as the fields of a form, those of inner objects and lists named with points: `order.total`,
/// `purchases.0`. What lies too deep is left out.
QList<FormField> flattened(const QJsonObject &object);

/// The value of the field called \a name, in exactly these letters; null if there is none.
const QByteArray *valueOf(const QList<FormField> &fields, QByteArrayView name);

/// True if \a fields have one called \a name, and more than white space in it.
bool tells(const QList<FormField> &fields, QByteArrayView name);

/// \a arrived with \a fields in place of its query and its body.
ReceivedRequest withForm(const ReceivedRequest &arrived, const QList<FormField> &fields);

} // namespace Matchbook

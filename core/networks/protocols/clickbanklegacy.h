// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networks/formdecoding.h"

#include <QJsonObject>

namespace Matchbook {

/// ClickBank's notifications of before version 6: a form in clear text with the signature `cverify`. Version 1 was signed over a
/// fixed order of the fields that is not known, so its messages are not believed.

/// True if \a form is such a notification.
bool isClickBankForm(const QList<FormField> &form);

/// True if \a form was signed with \a secret.
bool isClickBankFormSigned(const QList<FormField> &form, const QByteArray &secret);

/// The same notification in the words of today's, so that one mapping reads both: `receipt` for `ctransreceipt`, cents as
/// dollars. Fields that today's have no word for keep theirs.
QJsonObject modernNotification(const QList<FormField> &form);

} // namespace Matchbook

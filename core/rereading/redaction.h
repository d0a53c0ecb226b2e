// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace Matchbook {

/// \a form (a query or a form-encoded body, raw) with every personal value replaced. What is not personal stays byte for byte.
QByteArray redactedForm(const QByteArray &form);
/// The same for any body: a JSON object member by member, anything else as a form.
QByteArray redactedBody(const QByteArray &body);

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace Matchbook {

/// \a form (a query or a form-encoded body, raw) with every personal value and every password replaced. What is neither
/// stays byte for byte; so do our own click IDs and placeholders that were not filled in, whatever they are called.
QByteArray redactedForm(const QByteArray &form);
/// The same for any body: JSON down to its last member, multipart part by part, anything else as a form. JSON in which
/// something is replaced is written anew: its numbers keep their value, not their zeros.
QByteArray redactedBody(const QByteArray &body);

} // namespace Matchbook

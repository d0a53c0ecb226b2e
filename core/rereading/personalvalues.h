// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <optional>

namespace Matchbook {

/// A parameter's name without what networks part its words by: `First-Name` and `first_name` are one. Decoded as often as
/// it was encoded.
QByteArray plainName(QByteArrayView name);
/// True for the plain \a name of something that holds a person's data or a password, whatever its value.
bool isPrivateName(const QByteArray &name);
/// `offer_name`, `event_name` and the like name no person. \a name is plain.
bool namesAThing(const QByteArray &name);
/// What stands in for a value that must not leave the computer; nothing if it may. \a name is plain, \a value as it stands
/// in the request. \a ofPerson: it is a part of something private.
std::optional<QByteArray> replacement(const QByteArray &name, const QByteArray &value, bool ofPerson = false);
/// \a text with every e-mail address in it replaced, for text that has no parameters.
QByteArray withoutMailAddresses(const QByteArray &text);

} // namespace Matchbook

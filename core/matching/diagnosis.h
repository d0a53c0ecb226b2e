// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networks/networkpreset.h"
#include "vocabulary/conversion.h"
#include "vocabulary/postback.h"

#include <QString>

namespace Matchbook {

/// How a network tells its sales, which decides what a person can change in its dashboard.
enum class Channel {
    Url, ///< by a postback URL with the network's macros in it
    Notification, ///< by a message of its own form
};
/// The channel of a postback whose preset is not at hand. Of notifications it knows those that are signed; a network that signs
/// its postback URL puts everything into the query.
inline Channel channelOf(Signature signature, const QByteArray &body)
{
    return signature == Signature::Unchecked || body.isEmpty() ? Channel::Url : Channel::Notification;
}
/// The channel of a network. Some sign the postback URL that the person gives them, so a protocol alone says nothing.
inline Channel channelOf(const NetworkPreset &preset)
{
    return preset.protocol.isEmpty() || !preset.postback.templates.isEmpty() ? Channel::Url
                                                                             : Channel::Notification;
}

/// One sentence for people: why the postback was judged so and, where something is wrong, what to do about it.
/// Translated. \a detail is what was stored beside the cause, \a match how the click was found: a match that needed a repair,
/// or a person, is explained too. Empty for a plain match.
QString explanation(PostbackOutcome outcome, PostbackCause cause, const QString &detail,
                    MatchKind match = MatchKind::None, Channel channel = Channel::Url);

/// A few words for a table's Because column: `ID cut to 16 of 20`. Translated. Empty for a plain match.
QString shortReason(PostbackOutcome outcome, PostbackCause cause, const QString &detail);

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/receivedrequest.h"

#include <functional>

namespace Matchbook {

struct ClickReply {
    enum class Kind {
        Redirect, ///< 302 to \a location
        UnknownKey, ///< 404
        NoOffer, ///< the campaign has no offer to send anybody to: 404 with a sentence
        Busy, ///< 503 + Retry-After
    };
    Kind kind = Kind::UnknownKey;
    QByteArray location;
};

struct PostbackReply {
    enum class Kind {
        Accepted, ///< 200, also for repeats and for what was not understood
        Refused, ///< 403: wrong signature, sender not allowed
        UnknownKey, ///< 404; the raw request went to quarantine
        Busy, ///< 503 + Retry-After: not stored, or stored and not believed for want of a secret
    };
    Kind kind = Kind::UnknownKey;
    QByteArray text; ///< the network's own answer text; empty: OK
};

/// What the listener hands whole requests to. Both functions are called in the listener's thread, and call
/// \a answer exactly once in that same thread: before they return, or later when the request is durably stored.
class RequestReceiver
{
public:
    virtual ~RequestReceiver() = default;

    /// An arrival at the tracking link with this key.
    virtual void receiveClick(const QByteArray &campaignKey, const ReceivedRequest &request,
                              std::function<void(const ClickReply &)> answer)
            = 0;

    /// A postback, or the same as a pixel. An empty key means that the path had none.
    virtual void receivePostback(const QByteArray &networkKey, bool pixel, const ReceivedRequest &request,
                                 std::function<void(const PostbackReply &)> answer)
            = 0;

    /// What is known of a request to a postback URL or pixel that was refused with \a status before it was whole. It has been
    /// answered. Ignored unless somebody wants to know.
    virtual void receiveRefused(const QByteArray &networkKey, bool pixel, const ReceivedRequest &request,
                                int status);
};

inline void RequestReceiver::receiveRefused(const QByteArray &, bool, const ReceivedRequest &, int) { }

} // namespace Matchbook

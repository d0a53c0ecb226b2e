// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "possibleactions.h"

#include "vocabulary/clickid.h"

namespace Matchbook {

PossibleActions possibleActions(const PostbackRow &postback)
{
    PossibleActions actions;
    const bool hasNetwork = postback.networkId.isValid();
    const bool open = hasNetwork && !postback.conversion.isValid();
    actions.replay = hasNetwork;
    switch (postback.cause) {
    case PostbackCause::ClickIdElsewhere:
        actions.readClickId = hasNetwork;
        [[fallthrough]];
    case PostbackCause::NoClickId:
    case PostbackCause::LiteralToken:
    case PostbackCause::ClickIdTruncated:
    case PostbackCause::ClickIdDamaged:
    case PostbackCause::ForeignClickId:
    case PostbackCause::UnknownClick:
    case PostbackCause::PurgedClick:
    case PostbackCause::WrongNetwork:
        actions.attach = open;
        actions.keep = open;
        break;
    case PostbackCause::UnknownStatus:
        // A placeholder means nothing: it has to be mended where it comes from.
        actions.mapStatus = hasNetwork && !looksLikePlaceholder(postback.causeDetail.toUtf8());
        actions.openNetwork = hasNetwork && !actions.mapStatus;
        break;
    case PostbackCause::AmbiguousAmount:
        actions.chooseReading = hasNetwork;
        break;
    case PostbackCause::UnknownKey:
    case PostbackCause::ExpiredKey:
        actions.give = !hasNetwork;
        break;
    case PostbackCause::RefusedRequest:
        actions.replay = false; // the rest of it is not known
        break;
    case PostbackCause::SignatureWrong:
    case PostbackCause::SecretMissing:
    case PostbackCause::UnreadableNotification:
    case PostbackCause::BadAmount:
    case PostbackCause::UnknownCurrency:
    case PostbackCause::SenderNotAllowed:
    case PostbackCause::RepeatsIgnored:
    case PostbackCause::IgnoredStatus:
        actions.openNetwork = hasNetwork;
        break;
    default:
        break;
    }
    return actions;
}

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "receiptnews.h"

namespace Matchbook {

void readReceiptNews(const PostbackFields &fields, const NetworkPreset &preset, const NewsWords &words,
                     PostbackReading &reading)
{
    reading.isReceipt = true;
    if (!reading.status && reading.problem == PostbackCause::None)
        reading.kind = NewsKind::Information;
    else
        readNews(fields, preset, words, reading);
    // Whoever overlooks the kind must not count it by the network's default status.
    if (reading.kind != NewsKind::Money && !reading.status)
        reading.status = ConversionStatus::Ignored;
}

void takeAs(ConversionStatus status, PostbackReading &reading)
{
    if (reading.problem != PostbackCause::UnknownStatus)
        return;
    reading.status = status;
    reading.problem = PostbackCause::None;
    reading.problemDetail.clear();
}

QString eventOfRole(const QString &role, const QString &event)
{
    const QString word = role.toLower();
    if (word.startsWith(QStringLiteral("vend")))
        return QStringLiteral("vendor_") + event;
    return word.startsWith(QStringLiteral("jv")) ? QStringLiteral("jv_") + event : event;
}

} // namespace Matchbook

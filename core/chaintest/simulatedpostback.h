// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networks/networkpreset.h"

#include <QByteArray>
#include <QString>

namespace Matchbook {

/// What a network would put in place of its macros. Texts as that network writes them.
struct SampleConversion {
    QByteArray clickId;
    QByteArray payout;
    QByteArray currency;
    QByteArray transactionId;
    QByteArray status;
    QByteArray event;
};

/// A conversion of \a clickId as the network would tell it: 12.34 with its decimal mark, its currency, one of its words for
/// approved, and a transaction ID that no sale has.
SampleConversion sampleFor(const QByteArray &clickId, const NetworkPreset &preset,
                           const AffiliateNetwork &network);

/// The query that the network would send: \a queryTemplate with each macro, in whatever dialect (`{x}`, `{{x}}`, `${X}`,
/// `#x#`, `##X##`, `[x]`, `[=x=]`, `[[[x]]]`, `%x%`, `@@X@@`, `__X__`, `<x>`), replaced by what the parameter it stands in
/// means to the preset. A macro in a parameter without a meaning becomes `test`; a written value stays as it is.
/// `clickid={aff_sub}&payout={payout}&status=approved` gives `clickid=m5gc…&payout=12.34&status=approved`.
QByteArray simulatedQuery(const QString &queryTemplate, const NetworkPreset &preset,
                          const SampleConversion &sample);

/// The names of the macros in \a queryTemplate, in whatever dialect: `cid=#s2#&p={payout}` gives s2 and payout.
QStringList macroNames(const QString &queryTemplate);

/// The template to simulate by: that of the preset's first URL, or one from the names it knows where it has none.
QString templateOf(const NetworkPreset &preset);

} // namespace Matchbook

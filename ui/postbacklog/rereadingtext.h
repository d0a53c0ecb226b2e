// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rereading/rereadingchoice.h"
#include "text/formats.h"
#include "widgets/celltable.h"

namespace Matchbook {

QString previewHeadline(const RereadingReport &report); ///< translated: `This would add 2 conversions`
QString appliedHeadline(const RereadingReport &report); ///< translated: `2 conversions added`
/// How many were added, changed, removed and left, and what is still not understood, by cause. Translated.
QString reportSentence(const RereadingReport &report, const Formats &formats);
/// Two rows for each currency and status, its conversions and its payout: before and afterwards.
QList<QList<Cell>> totalRows(const RereadingReport &report, const Formats &formats);

} // namespace Matchbook

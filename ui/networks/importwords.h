// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reportimport/importpreview.h"
#include "text/formats.h"

namespace Matchbook {

/// What importing would do: rows by what becomes of them, causes, and the totals that change; or, where a survey leaves something
/// open, what the person has to say first. Translated, like the others.
QString previewText(const ImportPreview &preview, const Formats &formats);
/// What to look at before importing: status words without a meaning, part refunds; empty if there is nothing.
QString doubtsText(const ImportDoubts &doubts, const Formats &formats);
/// What importing has done.
QString importedText(const ImportReport &report, const Formats &formats);

} // namespace Matchbook

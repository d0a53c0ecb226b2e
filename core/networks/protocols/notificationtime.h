// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringView>

#include <optional>

namespace Matchbook {

/// Unix ms of a time as networks write it: `20220810T162015-0700`, `2026-09-01T14:05:00-06:00`, `1700000000` (seconds). Nothing
/// for one without a zone, which could be any.
std::optional<qint64> notificationTime(QStringView text);

} // namespace Matchbook

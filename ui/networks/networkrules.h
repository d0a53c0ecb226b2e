// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networks/networkpanel.h"

namespace Matchbook {

/// A rule of a network and what is set, both for people.
using NetworkRule = std::pair<QString, QString>;

/// The rules by which \a subject is read and answered. Those that are about a URL are left out where none is called.
QList<NetworkRule> networkRules(const PanelSubject &subject, const Formats &formats);

/// A line for each status that \a preset has words for: first with a few of them, then with all.
std::pair<QStringList, QStringList> statusWordLines(const NetworkPreset &preset);

} // namespace Matchbook

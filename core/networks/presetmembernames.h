// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace Matchbook {

/// The members that preset files may have, by the object they are in; the readers refuse all others. The JSON schemas say
/// the same. `whole` is the file itself; `slot`, `sign`, `postbackTemplate` and `linkMacro` are the items of lists.
namespace NetworkPresetMembers {
QStringList whole();
QStringList offerLink();
QStringList slot();
QStringList sign();
QStringList postback();
QStringList secret();
QStringList postbackTemplate();
QStringList fields();
} // namespace NetworkPresetMembers

namespace TrafficSourceMembers {
QStringList whole();
QStringList linkMacro();
QStringList outbound();
} // namespace TrafficSourceMembers

/// `confirmed`, `single`, `unsure`: how well facts are known.
QStringList confidenceWords();

} // namespace Matchbook

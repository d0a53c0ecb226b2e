// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "judging.h"
#include "statement.h"
#include "vocabulary/click.h"

#include <QHash>

namespace Matchbook {

/// Clicks as the writer stores and finds them.
class ClickTable
{
public:
    explicit ClickTable(const Database &database);

    /// In the caller's transaction.
    Expected<void> insert(const NewClick &click);
    /// What matching must know of a stored click; nothing if there is none with this ID.
    Expected<std::optional<MatchedClick>> find(const ClickId &clickId);
    /// Looks whether what \a asked has in place of a click ID is a piece of one that was issued here, and says so.
    Expected<void> answerPiece(AskedQuestion &asked);
    /// User agents that a rolled-back transaction may have given IDs to are looked up again.
    void forgetUserAgents() { m_userAgents.clear(); }

private:
    Expected<std::optional<qint64>> userAgentId(const QString &text);

    Statement m_insert;
    Statement m_find;
    Statement m_findBeginning;
    Statement m_findAgent;
    Statement m_insertAgent;
    QHash<QString, qint64> m_userAgents;
};

} // namespace Matchbook

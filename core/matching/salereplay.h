// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "absence.h"
#include "repeatkind.h"

#include <QHash>

#include <vector>

namespace Matchbook {

/// Judges stored postbacks again, one after the other as they arrived, as if none of their conversions had ever been made. Pure:
/// works in memory, on what it is given.
class SaleReplay
{
public:
    /// What a conversion was after one of its postbacks.
    struct Step {
        PostbackId postback;
        qint64 time = 0; ///< when it arrived, Unix ms
        Conversion state;
    };
    /// A conversion that came out. Its ID is its place in sales(), counted from 1.
    struct Sale {
        Conversion conversion;
        QList<PostbackId> postbacks; ///< those that belong to it, the one that began it first
        QList<Step> history;
        QList<RawPostback> requests; ///< of the same postbacks
    };

    explicit SaleReplay(const ClickHistory &clicks) : m_clicks(clicks) { }

    /// A conversion that no postback explains stands as it is. Before any judge().
    void stand(const Conversion &conversion);
    /// \a question without conversions. \a id is the postback's, \a named the click ID it names, if any. Call in the order of
    /// arrival. The decision's conversion has the ID of its sale.
    MatchDecision judge(PostbackId id, MatchQuestion question, const std::optional<ClickId> &named,
                        const RawPostback &raw);

    const std::vector<Sale> &sales() const { return m_sales; }

private:
    QList<Conversion> found(const QHash<QString, QList<int>> &places, const QString &key) const;
    void keep(PostbackId id, MatchDecision &decision, const MatchQuestion &question, const RawPostback &raw);
    void remember(int place, const Conversion &conversion);

    ClickHistory m_clicks;
    std::vector<Sale> m_sales;
    QHash<QString, QList<int>> m_byTransaction; ///< `network:transaction`
    QHash<QString, QList<int>> m_byClick; ///< `network:click`
    QHash<QString, QList<int>> m_keyless; ///< likewise; those without a transaction ID
};

} // namespace Matchbook

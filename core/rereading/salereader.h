// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "matching/repeatkind.h"
#include "store/clicktable.h"
#include "store/conversiontable.h"
#include "store/judging.h"
#include "vocabulary/offer.h"

#include <QSet>

#include <memory>
#include <vector>

namespace Matchbook {

class PlannedSales;

/// A stored postback, ready to be judged again.
struct StoredPostback {
    PostbackId id;
    const JudgedNetwork *by = nullptr; ///< null in quarantine: not to be judged
    AskedQuestion asked;
    RawPostback raw;
    bool refused
            = false; ///< its sender was not allowed when it arrived, and nobody asks for it in spite of that
    Judgement before;
};

/// Postbacks and conversions that can change together, and nothing that they depend on is missing.
struct RelatedSales {
    std::vector<StoredPostback> postbacks; ///< in the order of arrival
    QHash<qint64, Conversion> conversions; ///< by ID
    QSet<qint64> explained; ///< conversions that have a postback
    QSet<std::pair<qint64, QString>> clicks; ///< network and click whose conversions are all here
};

/// Collects from the store what belongs to some postbacks: the conversions that they have or would join, all postbacks of
/// those, and so on. Reads only, on the connection it was given.
class SaleReader
{
public:
    SaleReader(Database &database, std::shared_ptr<const PresetCatalogue> presets);

    /// Reads the networks and offers as they are stored now. Before anything else.
    Expected<void> prepare(const OpeningSettings *opening = nullptr);
    const QHash<qint64, JudgedNetwork> &networks() const { return m_networks; }
    /// Who writes in the same transaction goes by it, too.
    ConversionTable &conversions() { return m_conversions; }

    /// These are read although their senders were not allowed when they arrived.
    void readEvenRefused(const QList<PostbackId> &ids);

    /// What is planned and not written is found as if it were; \a planned must outlive this.
    void readAlso(const PlannedSales &planned) { m_planned = &planned; }

    /// Which senders are allowed today does not matter: that was judged at arrival.
    /// \a told is asked after each postback with the number read so far; false ends the reading with Cancelled.
    Expected<RelatedSales> read(const QList<qint64> &ids, const std::function<bool(qint64)> &told = {});

private:
    Expected<std::optional<StoredPostback>> postback(qint64 id);
    void decide(StoredPostback &postback, bool decided, const QString &clickId) const;
    Expected<void> addConversions(const StoredPostback &postback, RelatedSales &sales,
                                  QList<qint64> &waiting);
    void addPlanned(size_t key, QList<qint64> &waiting);
    Expected<void> addConversion(const Conversion &conversion, RelatedSales &sales, QList<qint64> &waiting);
    Expected<std::optional<Conversion>> conversion(qint64 id);
    Expected<void> answerClicks(RelatedSales &sales);
    Expected<std::optional<MatchedClick>> click(const StoredPostback &postback,
                                                const QHash<QString, const Conversion *> &byClick);

    Database &m_database;
    std::shared_ptr<const PresetCatalogue> m_presets;
    QHash<qint64, JudgedNetwork> m_networks;
    QHash<qint64, Offer> m_offers;
    QSet<qint64> m_evenRefused;
    const PlannedSales *m_planned = nullptr;
    QSet<size_t> m_asked; ///< keys of planned sales that are looked up already
    ClickTable m_clicks;
    ConversionTable m_conversions;
    Statement m_postback;
    Statement m_conversion;
    Statement m_postbacksOf;
};

} // namespace Matchbook

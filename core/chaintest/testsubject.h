// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/catalogue.h"
#include "store/rows.h"

#include <optional>

namespace Matchbook {

class Database;

/// What one test is about, as the store knows it when the test begins. A value.
struct TestSubject {
    AffiliateNetwork network;
    QString campaignKey; ///< of a campaign that sends everybody to this network; empty if there is none
    QString campaignName;
    std::optional<Offer> offer; ///< the campaign's, else any of the network's
    QByteArray token; ///< marks clicks as tests until the run is over
    qint64 startedAt = 0; ///< Unix ms
    QString anyCampaignKey; ///< of any campaign here, by which this installation is known; empty if there is none
    PostbackId lastPostback; ///< the network's newest before the test
    PostbackId lastOfAll; ///< the newest of all networks, likewise
};

/// Questions of a test to the store. All run in the thread of the connection they get.

/// Reads what network \a id has, and opens a token for \a validMs. NotFound if there is no such network.
Expected<TestSubject> beginTest(Database &database, const Clock &clock, NetworkId id, qint64 validMs);

/// The newest click of the network since the test began, whatever kind it was recorded as, but no bot or link preview.
Expected<std::optional<ClickRow>> newestClick(Database &database, const TestSubject &subject);

/// Stores a test click that came through no tracking link and returns it.
Expected<ClickRow> storeDirectClick(Database &database, const TestSubject &subject, qint64 now);

/// The network's postbacks since the test began, oldest first.
Expected<QList<PostbackRow>> postbacksSince(Database &database, const TestSubject &subject);

/// The newest postback since the test began that came to another network's URL, or with a key that nobody has, and tells of
/// \a clickId or of no click that is known.
Expected<std::optional<PostbackRow>> strayPostback(Database &database, const TestSubject &subject,
                                                   const QString &clickId);
/// True where a postback tells of no click that is known.
bool tellsOfNoClick(const PostbackRow &row);

} // namespace Matchbook

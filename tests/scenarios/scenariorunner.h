// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rereading/rereadingapplication.h"
#include "support/storefixture.h"

#include <QMap>
#include <QRegularExpression>

namespace Matchbook {

/// Plays a scenario on a real store with a clock that stands still, and writes down what happened in the scenario's own words.
class ScenarioRunner
{
public:
    /// The scenario's lines, each `expect` replaced by what is the case. Where nothing differs, the scenario holds.
    QStringList play(const QStringList &lines);

private:
    QString played(const QString &line);
    QString setUp(const QString &verb, const QString &rest);
    QString happened(const QString &verb, const QString &rest);
    QString click(const QString &rest, bool late);
    QString postback(const QString &rest, bool pixel);
    QString mapping(const QString &rest);
    QString reread(const QString &rest);
    QString undo();
    QString decision(const QString &verb, const QString &rest);
    QString told(const QString &expectation);
    QString conversion(int number);
    QString revenue();
    QByteArray withIds(QByteArray query) const;
    void nameClicks(const QStringList &lines);

    QString applied(const RereadingChoice &choice);

    StoreFixture m_store;
    RereadingReport m_reread; ///< of the last re-reading
    QMap<QString, AffiliateNetwork> m_networks;
    QMap<QString, Campaign> m_campaigns;
    QMap<QString, Offer> m_offers; ///< by the campaign's name
    QMap<QString, ClickId> m_clicks; ///< by their names in the scenario: A1, A2 …
};

} // namespace Matchbook

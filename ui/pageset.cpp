// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pageset.h"

#include "campaigns/campaignspage.h"
#include "conversions/conversionspage.h"
#include "live/livepage.h"
#include "networks/networkspage.h"
#include "overview/overviewpage.h"
#include "postbacklog/postbacklogpage.h"
#include "reports/reportspage.h"
#include "settings/settingspage.h"

#include <QCoreApplication>

namespace Matchbook {

namespace {

/// Groups of the side bar.
enum Group { Results, Sources, Program };

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Matchbook::PageSet)
};

} // namespace

QList<PageEntry> pageSet(Engine &engine, Session &session)
{
    const auto icon = [](const char *name) -> QString {
        return QStringLiteral(":/icons/") + QString::fromLatin1(name) + QStringLiteral(".svg");
    };
    return {
            {QStringLiteral("overview"), Texts::tr("Overview"), icon("overview"),
             [&engine, &session] { return new OverviewPage(engine, session); }, Results},
            {QStringLiteral("live"), Texts::tr("Live"), icon("live"),
             [&engine, &session] { return new LivePage(engine, &session); }, Results},
            {QStringLiteral("campaigns"), Texts::tr("Campaigns"), icon("campaigns"),
             [&engine, &session] { return new CampaignsPage(engine, &session); }, Results},
            {QStringLiteral("conversions"), Texts::tr("Conversions"), icon("conversions"),
             [&engine, &session] { return new ConversionsPage(engine, &session); }, Results},
            {QStringLiteral("reports"), Texts::tr("Reports"), icon("reports"),
             [&engine, &session] { return new ReportsPage(engine, &session); }, Results},
            {QStringLiteral("networks"), Texts::tr("Networks"), icon("networks"),
             [&engine, &session] { return new NetworksPage(engine, &session); }, Sources},
            {QStringLiteral("postbacklog"), Texts::tr("Postback log"), icon("postbacklog"),
             [&engine, &session] { return new PostbackLogPage(engine, &session); }, Sources},
            {QStringLiteral("settings"), Texts::tr("Settings"), icon("settings"),
             [&engine] { return new SettingsPage(engine); }, Program},
    };
}

QString attentionPage()
{
    return QStringLiteral("postbacklog");
}

} // namespace Matchbook

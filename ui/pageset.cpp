// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pageset.h"

#include "overview/overviewpage.h"
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
    const auto icon = [](const char *name) {
        return QStringLiteral(":/icons/") + QString::fromLatin1(name) + QStringLiteral(".svg");
    };
    return {
            {QStringLiteral("overview"), Texts::tr("Overview"), icon("overview"),
             [&engine, &session] { return new OverviewPage(engine, session); }, Results},
            {QStringLiteral("settings"), Texts::tr("Settings"), icon("settings"),
             [&engine] { return new SettingsPage(engine); }, Program},
    };
}

QString attentionPage()
{
    return QStringLiteral("postbacklog");
}

} // namespace Matchbook

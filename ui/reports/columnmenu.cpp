// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "columnmenu.h"

#include "preferences/session.h"

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

constexpr auto columnsKey = "reports/columns"_L1;

} // namespace

ColumnMenu::ColumnMenu(Session *session, QWidget *parent) : QMenu(parent), m_session(session)
{
    setToolTipsVisible(true);
    const QStringList words
            = session ? session->choice(columnsKey).split(u',', Qt::SkipEmptyParts) : QStringList();
    for (const ReportColumn column : allReportColumns()) {
        const bool isShown = words.isEmpty() ? isShownAtFirst(column) : words.contains(columnWord(column));
        if (isShown)
            m_shown << column;
        QAction *action = addAction(columnTitle(column));
        action->setObjectName(columnWord(column));
        action->setToolTip(columnMeaning(column));
        action->setCheckable(true);
        action->setChecked(isShown);
        connect(action, &QAction::toggled, this, [this, column](bool shown) { show(column, shown); });
    }
}

void ColumnMenu::show(ReportColumn column, bool shown)
{
    m_shown.removeAll(column);
    if (shown)
        m_shown << column;
    QStringList words;
    for (const ReportColumn one : std::as_const(m_shown))
        words << QString(columnWord(one));
    if (m_session)
        m_session->setChoice(columnsKey, words.join(u','));
    Q_EMIT changed();
}

} // namespace Matchbook

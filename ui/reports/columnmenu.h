// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reportcolumns.h"

#include <QMenu>

namespace Matchbook {

class Session;

/// Which columns a report shows; remembered in the session.
class ColumnMenu : public QMenu
{
    Q_OBJECT
public:
    /// \a session may be null and must outlive the menu.
    explicit ColumnMenu(Session *session, QWidget *parent = nullptr);

    bool isShown(ReportColumn column) const { return m_shown.contains(column); }

Q_SIGNALS:
    void changed();

private:
    void show(ReportColumn column, bool shown);

    Session *m_session;
    QList<ReportColumn> m_shown;
};

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>

QT_BEGIN_NAMESPACE
class QSettings;
QT_END_NAMESPACE

namespace Matchbook {

/// How the person left the window. Lives in `session.ini` in the data folder (mode 0600); losing it costs nothing, so a
/// missing or unreadable file is simply an empty session. GUI thread only.
class Session
{
public:
    explicit Session(const QString &dataFolder);
    ~Session(); ///< writes what is not yet written
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    QByteArray windowGeometry() const; ///< QWidget::saveGeometry()
    void setWindowGeometry(const QByteArray &geometry);
    QString lastPage() const; ///< a page's ID; empty: none yet
    void setLastPage(const QString &page);
    /// Pixels, by column, of the table called \a table; empty if unknown or damaged.
    QList<int> columnWidths(const QString &table) const;
    void setColumnWidths(const QString &table, const QList<int> &widths);
    /// Any other small choice of a page, by `page/what`: the date preset, a splitter.
    QString choice(const QString &key, const QString &otherwise = {}) const;
    void setChoice(const QString &key, const QString &value);

private:
    std::unique_ptr<QSettings> m_file;
};

} // namespace Matchbook

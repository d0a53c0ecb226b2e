// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QVariantMap>
#include <QWidget>

namespace Matchbook {

/// One page of the window. Owns its models, filter and actions. Made on first visit or a little before, in the GUI thread.
class Page : public QWidget
{
    Q_OBJECT
public:
    /// \a id is the stable word in Session and in jumps (`overview`, `live`, `postbacklog`); \a title is for people.
    Page(const QString &id, const QString &title, QWidget *parent = nullptr)
        : QWidget(parent), m_id(id), m_title(title)
    {
        setObjectName(id);
        setAccessibleName(title);
    }

    const QString &id() const { return m_id; }
    const QString &title() const { return m_title; }

    /// Read again what is shown. Called when the page is shown, on F5, and when the store changed while it is visible,
    /// at most four times a second. Must not block.
    virtual void refresh() = 0;
    /// Somebody jumped here: narrow down to \a what. Known keys, all optional: `network`, `campaign`, `conversion`,
    /// `postback` (qint64 IDs), `clickId`, `word` (a status, an outcome, or one of the page's own
    /// lists: `attention`, `clicks`), `since`, `until` (Unix ms), `add` (bool: begin adding one). Called before refresh().
    virtual void open(const QVariantMap &what){Q_UNUSED(what)}

    Q_SIGNALS :
        /// Asks the window to show the page called \a id, narrowed down to \a what.
        void openPage(const QString &id, const QVariantMap &what);

private:
    QString m_id;
    QString m_title;
};

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pageentry.h"

#include <QHash>
#include <QMainWindow>
#include <QPointer>
#include <QVariantMap>

QT_BEGIN_NAMESPACE
class QStackedWidget;
class QTimer;
QT_END_NAMESPACE

namespace Matchbook {

class Session;
class SideBar;
class StatusLine;

/// What closing the window shall do.
enum class Closing {
    Quit,
    Hide, ///< go on listening, behind the tray icon
    Stay,
};

/// Navigation and pages; knows no feature.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    /// \a session and what \a pages make must outlive the window's use of them; \a status becomes the window's.
    MainWindow(const QList<PageEntry> &pages, StatusLine *status, Session &session,
               QWidget *parent = nullptr);

    /// Shows the page called \a id, making it on the first visit, narrowed down to \a what. Unknown IDs do nothing.
    void openPage(const QString &id, const QVariantMap &what = {});
    QString currentPage() const { return m_current; }
    Page *page(const QString &id) const { return m_made.value(id); } ///< null if not made yet
    void setBadge(const QString &id, int count);
    SideBar *sideBar() const { return m_sideBar; }
    /// Asked when the person closes the window; without it, closing quits.
    void setClosingDecision(std::function<Closing()> decide) { m_decide = std::move(decide); }

public Q_SLOTS:
    /// The store has changed: refreshes the visible page, at most four times a second.
    void storeChanged();
    /// Reads the visible page again, now.
    void refreshPage();
    /// Shows the window on top, also from the tray.
    void bringUp();

Q_SIGNALS:
    void hiddenToTray();

protected:
    void closeEvent(QCloseEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void addShortcuts();
    Page *makePage(const QString &id);
    void prepareSome();

    QList<PageEntry> m_entries;
    Session &m_session;
    SideBar *m_sideBar;
    QStackedWidget *m_stack;
    QHash<QString, Page *> m_made;
    QString m_current;
    std::function<Closing()> m_decide;
    QTimer *m_pause;
    QTimer *m_prepare; ///< runs while there are pages that nobody has visited
    QList<QPointer<QWidget>> m_unpolished; ///< of the page made last
    bool m_changed = false;
};

} // namespace Matchbook

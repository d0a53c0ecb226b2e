// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QNetworkAccessManager>
#include <QObject>
#include <QTimer>

namespace Matchbook {

class Engine;

/// Visitors and networks of the demo: opens tracking links and calls postback URLs over real HTTP at the running listener, and
/// nowhere else. A few requests a second, with the accidents that happen in life.
class Simulator : public QObject
{
    Q_OBJECT
public:
    /// \a engine must listen, and outlive it.
    explicit Simulator(Engine &engine, QObject *parent = nullptr);
    void start();

private:
    void readSettings();
    void sendVisitor();
    void visitorArrived(const QByteArray &location, const QString &networkKey);
    void sendPostback(const QString &clickId, const QString &networkKey);
    void call(const QString &networkKey, const QString &query, int afterMs);
    QString localUrl(const QString &path) const;

    Engine &m_engine;
    QNetworkAccessManager m_network;
    QTimer m_timer;
    QList<QPair<QString, QString>> m_keys; ///< of a campaign and of the network that pays for its offer
    int m_sales = 0;
};

} // namespace Matchbook

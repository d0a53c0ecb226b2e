// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "clickidsource.h"
#include "requestreceiver.h"
#include "snapshot.h"

#include <QObject>

namespace Matchbook {

class Writer;

/// What the program does: records clicks and receives postbacks. One for each listener thread; lives in it, and must outlive
/// the writer's stop().
class Tracker : public QObject, public RequestReceiver
{
    Q_OBJECT
public:
    Tracker(Writer &writer, const SnapshotShelf &snapshots, QObject *parent = nullptr);

    void receiveClick(const QByteArray &campaignKey, const ReceivedRequest &request,
                      std::function<void(const ClickReply &)> answer) override;
    void receivePostback(const QByteArray &networkKey, bool pixel, const ReceivedRequest &request,
                         std::function<void(const PostbackReply &)> answer) override;
    void receiveRefused(const QByteArray &networkKey, bool pixel, const ReceivedRequest &request,
                        int status) override;

private:
    Writer &m_writer;
    const SnapshotShelf &m_snapshots;
    ClickIdSource m_clickIds;
};

/// A visitor's address without the part that names one computer: `203.0.113.77` → `203.0.113.0`, IPv6 cut to /48.
QString networkPartOf(const QByteArray &address);

} // namespace Matchbook

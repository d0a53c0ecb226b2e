// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/plainclient.h"
#include "support/runninglistener.h"

#include <vector>

namespace Matchbook {

constexpr qint64 megabyte = 1024 * 1024;

/// Deadlines of about a second, so that tests need not wait long.
ListenerSettings quickSettings();

/// Memory of this process that is in use, in bytes. Listener and clients are both in it. Always 0 under
/// AddressSanitizer, which keeps what has been freed.
qint64 residentMemory();

/// Processor time that this process has used, in ms.
qint64 processorTime();

/// Clients from as many addresses as needed for the cap per address not to matter.
std::vector<PlainClient> connectMany(quint16 port, int count);

/// Sends \a beginning and then \a filler until \a total bytes are sent or the server takes no more; returns
/// how much it took.
qint64 pour(PlainClient &client, const QByteArray &beginning, const QByteArray &filler, qint64 total);

} // namespace Matchbook

#define VERIFY_SERVED(bystander)                                                                             \
    QTRY_VERIFY(bystander.answered() > 0);                                                                   \
    bystander.stop();                                                                                        \
    QVERIFY2(bystander.wasServed(), bystander.summary().constData())

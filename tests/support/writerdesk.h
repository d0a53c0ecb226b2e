// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storefixture.h"

#include "store/writer.h"

#include <QTest>

#include <algorithm>
#include <future>
#include <mutex>

namespace Matchbook {

/// A writer on a store that another connection has set up, and a person who waits for receipts in the main thread.
class WriterDesk : public QObject
{
public:
    explicit WriterDesk(std::function<int(int)> sync = ::fdatasync)
    {
        Writer::Listeners listeners;
        listeners.settingsChanged = [this](const Settings &settings) {
            const std::lock_guard lock(m_mutex);
            m_networks = settings.networks.size();
        };
        listeners.stateChanged = [this](const WriterState &state) {
            const std::lock_guard lock(m_mutex);
            m_states << state;
        };
        writer = std::make_unique<Writer>(store.file(), store.inFolder(QStringLiteral("spill.bin")),
                                          store.presets(), store.clock, listeners, std::move(sync));
        taken(writer->start());
    }
    ~WriterDesk() override { writer->stop(); }

    bool post(const std::variant<NewClick, RawPostback> &work)
    {
        return writer->post({work, [this](const WriteReceipt &receipt) { receipts << receipt; }, this});
    }
    int countOf(WriteReceipt::Result result) const
    {
        return int(std::count_if(receipts.cbegin(), receipts.cend(),
                                 [&](const WriteReceipt &receipt) { return receipt.result == result; }));
    }
    qsizetype networks()
    {
        const std::lock_guard lock(m_mutex);
        return m_networks;
    }
    WriterState state()
    {
        const std::lock_guard lock(m_mutex);
        return m_states.isEmpty() ? WriterState() : m_states.last();
    }
    bool wasInTrouble(Failure::Kind kind)
    {
        const std::lock_guard lock(m_mutex);
        return std::any_of(m_states.cbegin(), m_states.cend(),
                           [&](const WriterState &one) { return one.trouble && one.trouble->kind == kind; });
    }
    /// Stops the writer between two batches until the promise is kept.
    std::promise<void> hold()
    {
        std::promise<void> released;
        auto waiting = std::make_shared<std::promise<void>>();
        auto reached = waiting->get_future();
        auto future = std::make_shared<std::future<void>>(released.get_future());
        writer->postTask([waiting, future](Database &) {
            waiting->set_value();
            future->wait();
        });
        reached.wait();
        return released;
    }

    StoreFixture store;
    std::unique_ptr<Writer> writer;
    QList<WriteReceipt> receipts;

private:
    std::mutex m_mutex;
    qsizetype m_networks = -1;
    QList<WriterState> m_states;
};

} // namespace Matchbook

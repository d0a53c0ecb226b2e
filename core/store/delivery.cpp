// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "delivery.h"

#include <QHash>

#include <memory>

namespace Matchbook {

namespace {

using Receivers = QHash<QObject *, std::shared_ptr<std::vector<std::pair<std::function<void(const WriteReceipt &)>, WriteReceipt>>>>;

} // namespace

void deliver(std::vector<WriteJob> &jobs, std::vector<WriteReceipt> &receipts)
{
    Receivers receivers;
    for (size_t i = 0; i < jobs.size(); ++i) {
        auto &mail = receivers[jobs[i].home];
        if (!mail)
            mail = std::make_shared<Receivers::mapped_type::element_type>();
        mail->emplace_back(std::move(jobs[i].done), std::move(receipts[i]));
    }
    for (auto it = receivers.cbegin(); it != receivers.cend(); ++it) {
        QMetaObject::invokeMethod(
                it.key(),
                [mail = *it] {
                    for (const auto &[done, receipt] : *mail)
                        done(receipt);
                },
                Qt::QueuedConnection);
    }
}

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rereading/rereadingapplication.h"
#include "storefixture.h"

namespace Matchbook {

/// A store whose network is read again.
class RereadStore : public StoreFixture
{
public:
    void map(const std::function<void(NetworkMapping &)> &change)
    {
        change(network.mapping);
        taken(catalogue().updateNetwork(network));
        learnNetworks();
    }
    void mapWord(const QString &word, ConversionStatus status)
    {
        map([&](NetworkMapping &mapping) { mapping.statusWords.insert(word, status); });
    }
    RereadingChoice all() const { return RereadingChoice{network.id, {}, {}, 0, 0, {}, {}}; }
    RereadingReport preview(const RereadingChoice &choice)
    {
        return taken(previewRereading(database(), presets(), choice));
    }
    RereadingReport apply(const RereadingChoice &choice)
    {
        RereadingApplication application(presets(), choice, clock);
        while (taken(application.nextSlice(database())))
            continue;
        return application.report();
    }
    void undo()
    {
        RereadingUndo undo(presets(), clock);
        taken(undo.begin(database()));
        while (taken(undo.nextSlice(database())))
            continue;
    }
    PostbackRow newest() { return postbacks().first(); }
    Conversion conversion(int place = 0) { return conversions().at(place).conversion; }
    QByteArray later(const QByteArray &query)
    {
        clock.pass(60'000);
        postback(query);
        return query;
    }
};

} // namespace Matchbook

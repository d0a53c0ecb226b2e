// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secretasking.h"

#include "engine/engine.h"
#include "engine/secretsource.h"
#include "networks/effectivepreset.h"
#include "networks/secretdialog.h"

#include <QEvent>
#include <QWidget>

#include <algorithm>

namespace Matchbook {

SecretAsking::SecretAsking(Engine &engine, QWidget *window)
    : QObject(window), m_engine(engine), m_window(window)
{
    window->installEventFilter(this);
    // They may be read only after the window is up.
    connect(&SecretSource::of(engine), &SecretSource::changed, this, [this] {
        if (m_window->isVisible())
            askForNext();
    });
}

bool SecretAsking::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_window && event->type() == QEvent::Show)
        QMetaObject::invokeMethod(this, &SecretAsking::askForNext, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

void SecretAsking::askForNext()
{
    SecretSource &source = SecretSource::of(m_engine);
    const QList<NetworkId> wanted = source.toBeAsked();
    const auto next = std::find_if(wanted.cbegin(), wanted.cend(),
                                   [this](NetworkId network) { return !m_asked.contains(network.value); });
    if (next == wanted.cend() || m_window->findChild<SecretDialog *>())
        return;
    m_asked << next->value;
    m_engine.reader().ask<QList<AffiliateNetwork>>(
            this,
            [&clock = m_engine.clock()](Database &database) { return Catalogue(database, clock).networks(); },
            [this, id = *next, &source](const Expected<QList<AffiliateNetwork>> &networks) {
                if (!networks)
                    return;
                for (const AffiliateNetwork &network : *networks) {
                    if (network.id != id)
                        continue;
                    auto *dialog = new SecretDialog(id, network.name,
                                                    effectivePreset(network, *m_engine.presets()), source,
                                                    m_window);
                    dialog->setAttribute(Qt::WA_DeleteOnClose);
                    connect(dialog, &QObject::destroyed, this, &SecretAsking::askForNext);
                    dialog->open();
                }
            });
}

} // namespace Matchbook

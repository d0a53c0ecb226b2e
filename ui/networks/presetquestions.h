// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/affiliatenetwork.h"
#include "vocabulary/expected.h"

#include <QList>
#include <QString>

#include <functional>

QT_BEGIN_NAMESPACE
class QObject;
class QWidget;
QT_END_NAMESPACE

namespace Matchbook {

class Engine;

/// What to do with an imported preset whose ID is taken.
enum class TakenPreset { KeepBoth, Replace, Cancel };

/// Asks, in front of \a parent, what to do with a preset that would replace the one called \a name, by which \a networks
/// networks read.
TakenPreset askAboutTakenPreset(QWidget *parent, const QString &name, int networks);
/// Asks whether the built-in preset called \a name shall take the place of the person's own.
bool confirmRestoring(QWidget *parent, const QString &name, int networks);

/// Tells \a answer how many networks read by the preset \a id, be it over another one that extends it; -1 if the store
/// The networks whose preset is the one called \a id, or builds on it. The answer comes later in the main thread, unless \a asker has
/// died.
void askNetworksOn(Engine &engine, QObject *asker, const QString &id,
                   std::function<void(Expected<QList<AffiliateNetwork>>)> answer);
/// cannot be read. In the main thread, unless \a asker has died.
void countNetworksOn(Engine &engine, QObject *asker, const QString &id, std::function<void(int)> answer);

} // namespace Matchbook

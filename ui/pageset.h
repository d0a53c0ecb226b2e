// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pageentry.h"

#include <QList>

namespace Matchbook {

class Engine;
class Session;

/// Every page of the window, in the order of the side bar. \a engine and \a session must outlive the pages.
QList<PageEntry> pageSet(Engine &engine, Session &session);

/// The ID of the page where what needs attention is dealt with; its badge counts it.
QString attentionPage();

} // namespace Matchbook

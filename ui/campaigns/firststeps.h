// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace Matchbook {

class EmptyState;

/// What the Campaigns page says while there is no campaign, and while there is no offer.
EmptyState *firstCampaign(QWidget *parent);
EmptyState *firstOffer(QWidget *parent);

} // namespace Matchbook

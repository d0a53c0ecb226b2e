// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chaintest/followrules.h"
#include "vocabulary/affiliatenetwork.h"

#include <QWizard>

namespace Matchbook {

class Engine;

/// The test page of the wizard for a network that is there already: a wizard of that one page.
class NetworkTestDialog : public QWizard
{
    Q_OBJECT
public:
    /// \a engine must outlive it. \a rules say how far links are followed.
    NetworkTestDialog(Engine &engine, const AffiliateNetwork &network, const FollowRules &rules = {},
                      QWidget *parent = nullptr);
};

} // namespace Matchbook

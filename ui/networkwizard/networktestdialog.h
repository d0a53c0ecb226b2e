// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chaintest/followrules.h"
#include "testremedy.h"
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

    /// Where the person wanted to go when they left it; nothing if they closed it.
    std::optional<TestRemedy> wanted() const { return m_wanted; }

private:
    std::optional<TestRemedy> m_wanted;
};

} // namespace Matchbook

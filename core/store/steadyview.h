// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database.h"

namespace Matchbook {

/// Everything that is read on the connection while it lives is of one moment, whoever writes meanwhile; and many small
/// questions cost less, since none of them has to ask for its own moment.
class SteadyView
{
public:
    explicit SteadyView(Database &database);
    ~SteadyView();
    SteadyView(const SteadyView &) = delete;
    SteadyView &operator=(const SteadyView &) = delete;

    const Expected<void> &begun() const { return m_begun; }

private:
    Database &m_database;
    Expected<void> m_begun;
};

} // namespace Matchbook

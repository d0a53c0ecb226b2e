// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/affiliatenetwork.h"

#include <QDialog>

namespace Matchbook {

class Engine;

/// Offers to read a network's stored postbacks again, after its preset has changed.
class RereadDialog : public QDialog
{
    Q_OBJECT
public:
    /// \a engine must outlive it.
    RereadDialog(Engine &engine, const AffiliateNetwork &network, QWidget *parent = nullptr);
};

} // namespace Matchbook

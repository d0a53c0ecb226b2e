// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/identifiers.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace Matchbook {

class SecretForm;
class SecretSource;
struct NetworkPreset;

/// Asks for a network's secret.
class SecretDialog : public QDialog
{
    Q_OBJECT
public:
    /// \a name is what the person calls the network; \a source must outlive the dialog.
    SecretDialog(NetworkId network, const QString &name, const NetworkPreset &preset, SecretSource &source,
                 QWidget *parent = nullptr);

private:
    void save();

    SecretForm *m_form = nullptr;
    QPushButton *m_save = nullptr;
};

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/secretsource.h"
#include "networks/networkpreset.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace Matchbook {

class TonedLabel;

/// Whether a network has its secret, and the buttons to change that. Never what it is.
class SecretLine : public QWidget
{
    Q_OBJECT
public:
    explicit SecretLine(QWidget *parent = nullptr);

    void setStanding(const NetworkPreset &preset, const SecretStanding &standing);

Q_SIGNALS:
    void enterAsked();
    void removeAsked();

private:
    TonedLabel *m_text = nullptr;
    QPushButton *m_enter = nullptr;
    QPushButton *m_remove = nullptr;
};

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/failure.h"
#include "vocabulary/identifiers.h"

#include <QWidget>

#include <memory>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace Matchbook {

class TestDesk;
class TonedLabel;

/// Removes what the tests of a network have left in the store, and says how much that was.
class PurgeRow : public QWidget
{
    Q_OBJECT
public:
    explicit PurgeRow(const QString &databaseFile, QWidget *parent = nullptr);
    ~PurgeRow() override;

    void setNetwork(NetworkId network) { m_network = network; }
    /// While a test runs there is nothing to remove yet.
    void setIdle(bool idle);

Q_SIGNALS:
    void failed(const Matchbook::Failure &failure);

private:
    void purge();

    QString m_databaseFile;
    NetworkId m_network;
    bool m_idle = true;
    std::unique_ptr<TestDesk> m_desk; ///< made when something is to be removed
    QPushButton *m_purge;
    TonedLabel *m_purged;
};

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLocalServer>
#include <QObject>

namespace Matchbook {

/// One window for each data folder: a second one asks the first to come up, and ends.
class SingleInstance : public QObject
{
    Q_OBJECT
public:
    explicit SingleInstance(const QString &dataFolder, QObject *parent = nullptr);

    /// True if this is the first. Otherwise the first has been asked to come up.
    bool isFirst();

Q_SIGNALS:
    void bringUpWanted();

private:
    QString m_name;
    QLocalServer m_server;
};

} // namespace Matchbook

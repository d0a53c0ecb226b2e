// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hop.h"

#include <QNetworkAccessManager>
#include <QObject>

#include <functional>

namespace Matchbook {

/// How the listener was found.
struct FoundListener {
    bool publicAnswers = false; ///< through the public address
    bool localAnswers = false;
    bool isWell = false; ///< false: it says that it is in trouble
    bool isThisOne = false; ///< the public address knows a campaign that only this installation has
    bool isUnclear
            = false; ///< asked for that campaign, the public address neither redirected nor did it not know it
    bool anotherOne = false; ///< the public address is answered by another Matchbook
    bool somebodyElse = false; ///< the public address is answered by another program
    Hop::Trouble trouble = Hop::Trouble::None; ///< why the public address did not answer, else the local one
    QString detail;
    QString base; ///< what the test goes on with; empty if nobody answers
};

/// Asks the listener whether it is there: on the public address if one is set, then on this computer. Never blocks.
class ListenerProbe : public QObject
{
    Q_OBJECT
public:
    explicit ListenerProbe(QNetworkAccessManager &network, QObject *parent = nullptr);

    /// \a publicUrl may be empty. \a ownPath is that of a tracking link which only this installation knows, marked as a
    /// test; empty: there is none, and nobody can tell it from another Matchbook. found() follows once.
    void ask(const QString &publicUrl, const QString &localUrl, const QByteArray &ownPath);

Q_SIGNALS:
    void found(const Matchbook::FoundListener &listener);

private:
    struct Answer {
        bool isOurs = false;
        bool isWell = false;
        bool answered = false;
        Hop::Trouble trouble = Hop::Trouble::None;
        QString detail;
    };
    void askOne(const QString &base, std::function<void(const Answer &)> then);
    void askLocal(FoundListener soFar, const QString &localUrl);
    void askWhose(FoundListener soFar, const QString &localUrl, int attempts);

    QNetworkAccessManager &m_network;
    QByteArray m_ownPath;
};

} // namespace Matchbook

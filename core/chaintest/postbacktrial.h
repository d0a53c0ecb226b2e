// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hop.h"
#include "testsubject.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QObject>
#include <QTimer>

#include <functional>

namespace Matchbook {

class TestDesk;

/// What came of trying a postback.
struct TriedPostback {
    std::optional<PostbackRow> row; ///< as it was stored and judged
    int status = 0; ///< the HTTP answer to a simulated one; 0: none
    Hop::Trouble trouble = Hop::Trouble::None; ///< why there was no answer
    std::optional<PostbackRow>
            stray; ///< while waiting: one that came to another network's URL or with an unknown key
    int repeats = 0; ///< further postbacks of the same click that came with it
    std::optional<Failure> failure; ///< of the store
};

/// Gets one postback for a test: sends it as the network would, or waits for the network's own. Never blocks; tried() follows
/// once.
class PostbackTrial : public QObject
{
    Q_OBJECT
public:
    PostbackTrial(QNetworkAccessManager &network, TestDesk &desk, QObject *parent = nullptr);

    /// Sends a GET to \a url with the query \a query and looks for its row: the one with that query or that tells \a clickId,
    /// as a proxy may have written the query another way.
    void simulate(const TestSubject &subject, const QByteArray &url, const QByteArray &query,
                  const QString &clickId);
    /// Waits up to \a seconds for a postback of the network that tells \a clickId, or that tells of no click that is known:
    /// a test button seldom knows ours. Conversions of other clicks are business as usual and passed over.
    void waitFor(const TestSubject &subject, const QString &clickId, int seconds);

Q_SIGNALS:
    /// Not what is waited for, and worth knowing while waiting.
    void strayArrived(const Matchbook::PostbackRow &postback);
    void tried(const Matchbook::TriedPostback &postback);

private:
    using IsIt = std::function<bool(const PostbackRow &)>;
    void look(const IsIt &isIt);
    void lookAgain(const IsIt &isIt, int inMs);
    void lookForStray(bool isLast);
    void takeRows(const QList<PostbackRow> &rows, const IsIt &isIt);

    QNetworkAccessManager &m_network;
    TestDesk &m_desk;
    TestSubject m_subject;
    TriedPostback m_tried;
    QString m_waitedFor; ///< click ID; empty where nothing is waited for
    QTimer m_again;
    QElapsedTimer m_elapsed;
    qint64 m_patienceMs = 0;
    int m_companyMs = 0; ///< how long after the first postback others may still come with it
};

} // namespace Matchbook

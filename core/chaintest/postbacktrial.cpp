// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postbacktrial.h"

#include "plainanswer.h"
#include "testdesk.h"

#include <algorithm>

namespace Matchbook {

namespace {

constexpr int answerMs = 10'000;
constexpr int lookEveryMs = 300;
/// What is answered is stored, so its row is there at once; this is for a slow disk's other connection.
constexpr qint64 rowPatienceMs = 2'000;

/// A network that knows two postback URLs for one offer calls both at once.
constexpr int companyMs = 1'500;

} // namespace

PostbackTrial::PostbackTrial(QNetworkAccessManager &network, TestDesk &desk, QObject *parent)
    : QObject(parent), m_network(network), m_desk(desk)
{
    m_again.setSingleShot(true);
}

void PostbackTrial::simulate(const TestSubject &subject, const QByteArray &url, const QByteArray &query,
                             const QString &clickId)
{
    m_subject = subject;
    const QUrl address = QUrl::fromEncoded(query.isEmpty() ? url : QByteArray(url + '?' + query));
    // As it goes out: QUrl writes some escapes another way.
    const QByteArray sent = address.query(QUrl::FullyEncoded).toLatin1();
    fetchPlainly(m_network, address, answerMs, this, [this, sent, clickId](const PlainlyFetched &fetched) {
        m_tried.status = fetched.status;
        m_tried.trouble = fetched.trouble;
        const bool isStored = fetched.status == 200 || fetched.status == 403;
        if (!isStored) {
            Q_EMIT tried(m_tried);
            return;
        }
        m_patienceMs = rowPatienceMs;
        m_elapsed.start();
        look([sent, clickId](const PostbackRow &row) { return row.query == sent || row.clickId == clickId; });
    });
}

void PostbackTrial::waitFor(const TestSubject &subject, const QString &clickId, int seconds)
{
    m_subject = subject;
    m_waitedFor = clickId;
    m_patienceMs = qint64(seconds) * 1000;
    m_companyMs = companyMs;
    m_elapsed.start();
    look([clickId](const PostbackRow &row) { return row.clickId == clickId || tellsOfNoClick(row); });
}

void PostbackTrial::look(const IsIt &isIt)
{
    m_desk.ask<QList<PostbackRow>>(
            this, [subject = m_subject](Database &database) { return postbacksSince(database, subject); },
            [this, isIt](Expected<QList<PostbackRow>> rows) {
                if (rows)
                    return takeRows(*rows, isIt);
                m_tried.failure = rows.error();
                Q_EMIT tried(m_tried);
            });
}

void PostbackTrial::takeRows(const QList<PostbackRow> &rows, const IsIt &isIt)
{
    const bool wasThere = m_tried.row.has_value();
    const auto found = std::find_if(rows.cbegin(), rows.cend(), isIt);
    if (found != rows.cend()) {
        m_tried.row = *found;
        m_tried.repeats = int(std::count_if(found + 1, rows.cend(), [&](const PostbackRow &row) {
            return !row.clickId.isEmpty() && row.clickId == found->clickId;
        }));
    }
    if (m_tried.row && (wasThere || m_companyMs == 0)) {
        Q_EMIT tried(m_tried);
        return;
    }
    if (m_tried.row)
        return lookAgain(isIt, m_companyMs);
    const bool isOver = m_elapsed.elapsed() >= m_patienceMs;
    if (!m_waitedFor.isEmpty())
        lookForStray(isOver);
    else if (isOver)
        Q_EMIT tried(m_tried);
    if (!isOver)
        lookAgain(isIt, lookEveryMs);
}

void PostbackTrial::lookForStray(bool isLast)
{
    m_desk.ask<std::optional<PostbackRow>>(
            this,
            [subject = m_subject, id = m_waitedFor](Database &database) {
                return strayPostback(database, subject, id);
            },
            [this, isLast](const Expected<std::optional<PostbackRow>> &stray) {
                const bool isNew = stray && *stray && (!m_tried.stray || m_tried.stray->id != (*stray)->id);
                if (isNew)
                    m_tried.stray = *stray;
                if (isLast)
                    Q_EMIT tried(m_tried);
                else if (isNew)
                    Q_EMIT strayArrived(*m_tried.stray);
            });
}

void PostbackTrial::lookAgain(const IsIt &isIt, int inMs)
{
    m_again.disconnect(this);
    connect(&m_again, &QTimer::timeout, this, [this, isIt] { look(isIt); });
    m_again.start(inMs);
}

} // namespace Matchbook

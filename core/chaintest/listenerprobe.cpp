// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "listenerprobe.h"

#include "plainanswer.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

namespace Matchbook {

namespace {

constexpr int probeMs = 8'000;
/// A listener in another process hears of a new campaign within a second.
constexpr int ownAttempts = 4;
constexpr int ownAgainMs = 600;

} // namespace

ListenerProbe::ListenerProbe(QNetworkAccessManager &network, QObject *parent)
    : QObject(parent), m_network(network)
{ }

void ListenerProbe::askOne(const QString &base, std::function<void(const Answer &)> then)
{
    const QUrl url = QUrl::fromEncoded((base + QStringLiteral("/healthz")).toUtf8());
    fetchPlainly(m_network, url, probeMs, this, [then = std::move(then)](const PlainlyFetched &fetched) {
        Answer answer;
        answer.answered = fetched.status > 0;
        answer.trouble = fetched.trouble;
        answer.detail = fetched.detail;
        const QString status
                = QJsonDocument::fromJson(fetched.body).object().value(QStringLiteral("status")).toString();
        answer.isWell = fetched.status == 200 && status == QStringLiteral("ok");
        answer.isOurs = answer.isWell || (fetched.status == 503 && status == QStringLiteral("trouble"));
        then(answer);
    });
}

void ListenerProbe::ask(const QString &publicUrl, const QString &localUrl, const QByteArray &ownPath)
{
    m_ownPath = ownPath;
    if (publicUrl.isEmpty())
        return askLocal({}, localUrl);
    askOne(publicUrl, [this, publicUrl, localUrl](const Answer &answer) {
        FoundListener listener;
        listener.publicAnswers = answer.isOurs;
        listener.isWell = answer.isWell;
        listener.somebodyElse = answer.answered && !answer.isOurs;
        listener.trouble = answer.trouble;
        listener.detail = answer.detail;
        if (!answer.isOurs)
            return askLocal(listener, localUrl);
        listener.base = publicUrl;
        if (m_ownPath.isEmpty() || !answer.isWell) {
            Q_EMIT found(listener);
            return;
        }
        askWhose(listener, localUrl, ownAttempts);
    });
}

void ListenerProbe::askWhose(FoundListener soFar, const QString &localUrl, int attempts)
{
    const QUrl url = QUrl::fromEncoded(QByteArray(soFar.base.toUtf8() + m_ownPath));
    const auto then = [this, soFar, localUrl, attempts](const PlainlyFetched &fetched) {
        FoundListener listener = soFar;
        listener.isThisOne = fetched.status >= 300 && fetched.status < 400;
        listener.isUnclear = !listener.isThisOne;
        if (fetched.status != 404) {
            Q_EMIT found(listener);
            return;
        }
        if (attempts > 1) {
            QTimer::singleShot(ownAgainMs, this, [this, soFar, localUrl, attempts] {
                askWhose(soFar, localUrl, attempts - 1);
            });
            return;
        }
        listener.publicAnswers = false;
        listener.isUnclear = false;
        listener.anotherOne = true;
        listener.base.clear();
        askLocal(listener, localUrl);
    };
    fetchPlainly(m_network, url, probeMs, this, then, PlainMethod::Head);
}

void ListenerProbe::askLocal(FoundListener soFar, const QString &localUrl)
{
    askOne(localUrl, [this, soFar = std::move(soFar), localUrl](const Answer &answer) {
        FoundListener listener = soFar;
        listener.localAnswers = answer.isOurs;
        listener.isWell = answer.isWell;
        if (listener.trouble == Hop::Trouble::None && !listener.somebodyElse && !listener.anotherOne) {
            listener.trouble = answer.trouble;
            listener.detail = answer.detail;
            listener.somebodyElse = answer.answered && !answer.isOurs;
        }
        if (answer.isOurs)
            listener.base = localUrl;
        Q_EMIT found(listener);
    });
}

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ratedownload.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

namespace Matchbook {

namespace {

constexpr int mostMs = 60'000;
constexpr qint64 mostBytes = 64 * 1024 * 1024;
constexpr int daysInShortFile = 80; // of 90, so that a day that is published late is in it too

} // namespace

QString centralBankAddress()
{
    return QStringLiteral("https://www.ecb.europa.eu/stats/eurofxref");
}

QUrl rateFileFor(const QString &address, QDate newest, QDate today)
{
    const bool isRecent = newest.isValid() && newest.daysTo(today) <= daysInShortFile;
    return QUrl(address + QLatin1StringView(isRecent ? "/eurofxref-hist-90d.xml" : "/eurofxref-hist.xml"));
}

RateDownload::RateDownload(QNetworkAccessManager &network, QObject *parent)
    : QObject(parent), m_network(network)
{ }

void RateDownload::fetch(const QUrl &file, std::function<void(Expected<QByteArray>)> answer)
{
    QNetworkRequest request(file);
    request.setTransferTimeout(mostMs);
    request.setMaximumRedirectsAllowed(3);
    QNetworkReply *reply = m_network.get(request);
    reply->setParent(this);
    connect(reply, &QNetworkReply::downloadProgress, reply, [reply](qint64 received) {
        if (received > mostBytes)
            reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this,
            [this, reply, answer = std::move(answer)] { conclude(reply, answer); });
}

void RateDownload::conclude(QNetworkReply *reply, const std::function<void(Expected<QByteArray>)> &answer)
{
    reply->deleteLater();
    if (reply->error() == QNetworkReply::NoError)
        return answer(reply->readAll());
    answer(unexpected(Failure::Kind::FileTrouble,
                      tr("The exchange rates could not be fetched from %1 (%2).")
                              .arg(reply->url().toDisplayString(), reply->errorString())));
}

} // namespace Matchbook

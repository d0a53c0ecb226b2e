// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/expected.h"

#include <QDate>
#include <QObject>
#include <QUrl>

#include <functional>

QT_BEGIN_NAMESPACE
class QNetworkAccessManager;
class QNetworkReply;
QT_END_NAMESPACE

namespace Matchbook {

/// Where the European Central Bank publishes its reference rates, around 16:00 CET on every working day
/// (ecb.europa.eu, "Euro foreign exchange reference rates").
QString centralBankAddress();

/// The file below \a address that has every rate since \a newest, up to which all are stored: that of the last 90 days, or all since
/// 1999.
QUrl rateFileFor(const QString &address, QDate newest, QDate today);

/// Fetches a file of reference rates. Everything happens in the thread of its network.
class RateDownload : public QObject
{
    Q_OBJECT
public:
    /// \a network must outlive this.
    explicit RateDownload(QNetworkAccessManager &network, QObject *parent = nullptr);

    /// \a answer is called once, unless this dies before. FileTrouble if the file cannot be had within a minute or is larger than any of
    /// the bank's. What is in it is for ratesFromXml() to say.
    void fetch(const QUrl &file, std::function<void(Expected<QByteArray>)> answer);

private:
    void conclude(QNetworkReply *reply, const std::function<void(Expected<QByteArray>)> &answer);

    QNetworkAccessManager &m_network;
};

} // namespace Matchbook

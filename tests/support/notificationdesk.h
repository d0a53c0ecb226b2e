// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/rereadingdesk.h"
#include "enginefixture.h"
#include "matching/matchpostback.h"
#include "networks/newnetwork.h"
#include "networks/presetcatalogue.h"
#include "secrets/secrets.h"

#include <QDir>
#include <QSignalSpy>

namespace Matchbook {

/// A running engine with one network of a native protocol and its secret, to which messages are sent over real HTTP.
class NotificationDesk
{
public:
    NotificationDesk(const char *preset, const QByteArray &secret)
    {
        const NetworkPreset *known = m_fixture.engine.presets()->find(QString::fromLatin1(preset));
        if (!known)
            qFatal("there is no preset %s", preset);
        m_fixture.network = taken(m_fixture.catalogue().addNetwork(taken(newNetwork(*known))));
        m_fixture.campaign = m_fixture.addCampaign(QStringLiteral("Native"));
        const QByteArray link = "/c/" + m_fixture.campaign.key.toLatin1();
        useSecret(secret);
        if (!QTest::qWaitFor([&] { return request(m_fixture.port(), "HEAD", link).status == 302; }))
            qFatal("the campaign is not served");
    }

    void useSecret(const QByteArray &secret)
    {
        QHash<NetworkId, KeptSecret> secrets;
        if (!secret.isEmpty())
            secrets.insert(m_fixture.network.id, {secret, SecretPlace::Memory});
        m_fixture.engine.useSecrets(std::make_shared<const Secrets>(std::move(secrets)));
    }
    void keepOfBuyers(BuyerData buyers)
    {
        Preferences preferences = m_fixture.engine.preferences();
        preferences.buyerData = buyers;
        taken(m_fixture.engine.setPreferences(preferences));
    }

    QByteArray click()
    {
        const QByteArray id = m_fixture.click();
        if (id.isEmpty())
            qFatal("there was no redirect");
        return id;
    }
    PlainAnswer send(const ReceivedRequest &message)
    {
        PlainClient client(m_fixture.port());
        QByteArray text = message.method + " /postback/" + m_fixture.network.key.toLatin1();
        if (!message.query.isEmpty())
            text += '?' + message.query;
        text += " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n";
        for (const auto &[name, value] : message.headers)
            text += name + ": " + value + "\r\n";
        text += "Content-Length: " + QByteArray::number(message.body.size()) + "\r\n\r\n" + message.body;
        return client.isConnected() && client.send(text) ? client.readAnswer(true) : PlainAnswer();
    }

    /// Begins to send a body of so many bytes, and waits for the answer.
    PlainAnswer announce(qint64 bytes)
    {
        PlainClient client(m_fixture.port());
        const QByteArray head = "POST /postback/" + m_fixture.network.key.toLatin1()
                + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: " + QByteArray::number(bytes)
                + "\r\n\r\na=1";
        return client.isConnected() && client.send(head) ? client.readAnswer(true) : PlainAnswer();
    }

    PostbackRow newest()
    {
        const auto rows = m_fixture.postbacks();
        return rows.isEmpty() ? PostbackRow() : rows.first();
    }
    int conversions() { return int(m_fixture.conversions().size()); }
    qint64 confirmed() { return sum(&RevenueShares::confirmed); }
    qint64 refunded() { return sum(&RevenueShares::refunded); }
    static qint64 micros(const char *units) { return qRound64(QByteArray(units).toDouble() * 1e6); }
    QStringList problems() { return m_fixture.problems(); }
    /// Of the network, today.
    NetworkHealth health()
    {
        const qint64 now = m_fixture.clock.now();
        return taken(Lists(m_fixture.otherConnection()).networkHealth(now, now - 3'600'000, now - 86'400'000))
                .last();
    }
    PostbackCounts withoutMoney()
    {
        return taken(Lists(m_fixture.otherConnection()).postbacksWithoutMoney(0));
    }

    /// A person says that the newest request belongs to \a click. Why that failed; empty if it did not.
    QString attachNewest(const QByteArray &click)
    {
        RereadingDesk &desk = m_fixture.engine.rereadings();
        QString trouble = QStringLiteral("no answer");
        const auto applied = QObject::connect(&desk, &RereadingDesk::applied, [&] { trouble.clear(); });
        const auto failed
                = QObject::connect(&desk, &RereadingDesk::failed, [&](qint64, const Failure &failure) {
                      trouble = u"failed: " + failure.detail;
                  });
        PersonsDecision decision;
        decision.kind = PersonsDecision::Kind::Attach;
        decision.postback = newest().id;
        decision.clickId = QString::fromLatin1(click);
        desk.replay(decision.postback, decision);
        (void)QTest::qWaitFor([&] { return trouble != QStringLiteral("no answer"); });
        QObject::disconnect(applied);
        QObject::disconnect(failed);
        return trouble;
    }

    /// Reads the newest request again; what was reported of it.
    std::optional<RereadingReport> replayNewest()
    {
        RereadingDesk &desk = m_fixture.engine.rereadings();
        QSignalSpy freed(&desk, &RereadingDesk::freed);
        std::optional<RereadingReport> report;
        const auto applied = QObject::connect(&desk, &RereadingDesk::applied,
                                              [&](qint64, const RereadingReport &done) { report = done; });
        desk.replay(newest().id);
        (void)QTest::qWaitFor([&] { return !freed.isEmpty(); });
        QObject::disconnect(applied);
        return report;
    }

    /// True if any file of the data folder has \a bytes in it.
    bool storeHolds(const QByteArray &bytes)
    {
        if (bytes.isEmpty())
            return false;
        const auto files = QDir(m_fixture.folder()).entryInfoList(QDir::Files);
        return std::any_of(files.cbegin(), files.cend(), [&bytes](const QFileInfo &info) {
            QFile file(info.filePath());
            return file.open(QIODevice::ReadOnly) && file.readAll().contains(bytes);
        });
    }

private:
    qint64 sum(qint64 RevenueShares::*share)
    {
        qint64 sum = 0;
        const auto rows = m_fixture.conversions();
        for (const ConversionRow &row : rows)
            sum += revenueShares(row.conversion).*share;
        return sum;
    }

    EngineFixture m_fixture;
};

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networks/newnetwork.h"
#include "networks/presetcatalogue.h"
#include "support/ledger.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Matchbook;

namespace {

const PresetCatalogue &catalogue()
{
    static const PresetCatalogue presets;
    return presets;
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// An HTTP request as it stands in a file, with line feeds only.
ReceivedRequest requestOf(const QByteArray &text)
{
    ReceivedRequest request;
    const qsizetype empty = text.indexOf("\n\n");
    const QByteArray target = text.left(text.indexOf('\n')).split(' ').value(1);
    request.method = text.left(text.indexOf(' '));
    const qsizetype question = target.indexOf('?');
    request.path = target.left(question);
    request.query = question < 0 ? QByteArray() : target.mid(question + 1);
    request.body = text.mid(empty + 2).trimmed();
    return request;
}

QJsonObject expectationOf(const QString &path)
{
    return QJsonDocument::fromJson(contents(path)).object();
}

QString nameOf(const QString &folder, const QString &name, const char *ending)
{
    return folder + u'/' + name + QLatin1StringView(ending);
}

/// What became of the request, in the members that \a expected names.
QJsonObject outcomeOf(const MatchDecision &decision, const QJsonObject &expected)
{
    QJsonObject seen{{QStringLiteral("outcome"), QString(outcomeWord(decision.outcome))},
                     {QStringLiteral("cause"), QString(causeWord(decision.cause))}};
    if (expected.contains(QStringLiteral("after")))
        seen.insert(QStringLiteral("after"), expected[QStringLiteral("after")]);
    if (expected.contains(QStringLiteral("detail")))
        seen.insert(QStringLiteral("detail"), decision.detail);
    if (!decision.conversion)
        return seen;
    const Conversion &conversion = *decision.conversion;
    seen.insert(QStringLiteral("clickId"), conversion.clickId);
    seen.insert(QStringLiteral("payout"), conversion.payout.toDecimal());
    seen.insert(QStringLiteral("currency"), conversion.payout.currency.code());
    seen.insert(QStringLiteral("transactionId"), conversion.transactionId);
    seen.insert(QStringLiteral("status"), QString(statusWord(conversion.status)));
    seen.insert(QStringLiteral("event"), conversion.event);
    if (conversion.refundedMicros != 0)
        seen.insert(QStringLiteral("refunded"), microsToDecimal(conversion.refundedMicros));
    return seen;
}

} // namespace

class tst_Networks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyPresetThatSendsPostbacksHasItsSale_data()
    {
        QTest::addColumn<QString>("id");
        for (const NetworkPreset &preset : catalogue().all()) {
            if (preset.kind == PresetKind::Postback)
                QTest::newRow(qPrintable(preset.id)) << preset.id;
        }
    }
    void everyPresetThatSendsPostbacksHasItsSale()
    {
        QFETCH(QString, id);
        const QString folder = QStringLiteral(CASES "/") + id;
        QVERIFY(QFile::exists(nameOf(folder, QStringLiteral("sale"), ".http")));
        QVERIFY(QFile::exists(nameOf(folder, QStringLiteral("sale"), ".json")));
    }

    void everyFolderBelongsToAPreset()
    {
        const QStringList folders = QDir(QStringLiteral(CASES)).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        for (const QString &id : folders) {
            const NetworkPreset *preset = catalogue().find(id);
            QVERIFY2(preset && preset->kind == PresetKind::Postback, qPrintable(id));
        }
    }

    void aRequestAsTheNetworkSendsItBecomesWhatItMeans_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("name");
        const QStringList folders = QDir(QStringLiteral(CASES)).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        for (const QString &id : folders) {
            const QStringList files
                    = QDir(QStringLiteral(CASES "/") + id).entryList({QStringLiteral("*.http")}, QDir::Files);
            for (const QString &file : files) {
                const QString name = file.chopped(5);
                QTest::newRow(qPrintable(id + u'/' + name)) << id << name;
            }
        }
    }
    void aRequestAsTheNetworkSendsItBecomesWhatItMeans()
    {
        QFETCH(QString, id);
        QFETCH(QString, name);
        const QString folder = QStringLiteral(CASES "/") + id;
        const auto network = newNetwork(*catalogue().find(id));
        QVERIFY(network);
        Ledger ledger;
        ledger.network = *network;
        ledger.network.id = ledger.click.network;

        const QJsonObject expected = expectationOf(nameOf(folder, name, ".json"));
        QVERIFY2(!expected.isEmpty(), "there is no expectation beside the request");
        const QJsonArray earlier = expected[QStringLiteral("after")].toArray();
        for (const QJsonValue &before : earlier)
            ledger.receive(requestOf(contents(nameOf(folder, before.toString(), ".http"))));
        const MatchDecision decision = ledger.receive(requestOf(contents(nameOf(folder, name, ".http"))));
        const QJsonObject seen = outcomeOf(decision, expected);
        QVERIFY2(seen == expected, QJsonDocument(seen).toJson().constData());
    }

    /// A network that repeats itself must never be paid twice.
    void theSameRequestAgainChangesNothing_data() { everyPresetThatSendsPostbacksHasItsSale_data(); }
    void theSameRequestAgainChangesNothing()
    {
        QFETCH(QString, id);
        Ledger ledger;
        ledger.network = *newNetwork(*catalogue().find(id));
        ledger.network.id = ledger.click.network;
        const ReceivedRequest sale
                = requestOf(contents(QStringLiteral(CASES "/") + id + QStringLiteral("/sale.http")));
        ledger.receive(sale);
        const QString once = ledger.summary();
        const MatchDecision again = ledger.receive(sale);
        QCOMPARE(ledger.conversions.size(), 1);
        QCOMPARE(again.outcome, PostbackOutcome::Repeated);
        QCOMPARE(ledger.summary(), QString(once).replace(QStringLiteral(" x1"), QStringLiteral(" x2")));
    }
};

QTEST_APPLESS_MAIN(tst_Networks)
#include "tst_networks.moc"

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networks/newnetwork.h"
#include "networks/presetcatalogue.h"
#include "networks/protocols/protocol.h"
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
    const QByteArrayList lines = text.left(empty).split('\n').mid(1);
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        request.headers.append({line.left(colon).toLower(), line.mid(colon + 1).trimmed()});
    }
    return request;
}

/// What the file `secret.txt` in the preset's folder holds, where its protocol needs one.
QByteArray secretOf(const QString &id)
{
    return contents(QStringLiteral(CASES "/") + id + QStringLiteral("/secret.txt")).trimmed();
}

/// \a request as a protocol has opened it; as it is where plain postbacks are called.
OpenedNotification opened(const QString &id, const ReceivedRequest &request)
{
    const Protocol *protocol = protocolOf(*catalogue().find(id));
    return protocol ? protocol->open(request, secretOf(id), BuyerData::Left)
                    : OpenedNotification{Signature::Unchecked, request};
}

bool isBelieved(const QString &id, Signature signature)
{
    const Protocol *protocol = protocolOf(*catalogue().find(id));
    return signature == Signature::Right
            || (signature == Signature::Unchecked && (!protocol || !protocol->isSigned));
}

QString signatureWord(Signature signature)
{
    switch (signature) {
    case Signature::Unchecked:
        return QStringLiteral("unchecked");
    case Signature::Right:
        return QStringLiteral("right");
    case Signature::Wrong:
        return QStringLiteral("wrong");
    case Signature::NoSecret:
        return QStringLiteral("no_secret");
    case Signature::Unreadable:
        break;
    }
    return QStringLiteral("unreadable");
}

/// The words of an expectation for what is no money; empty for what is.
QString newsKindWord(NewsKind kind)
{
    switch (kind) {
    case NewsKind::Event:
        return QStringLiteral("event");
    case NewsKind::SetupTest:
        return QStringLiteral("setup_test");
    case NewsKind::Information:
        return QStringLiteral("information");
    case NewsKind::Money:
        break;
    }
    return {};
}

QJsonObject expectationOf(const QString &path)
{
    return QJsonDocument::fromJson(contents(path)).object();
}

QString nameOf(const QString &folder, const QString &name, const char *ending)
{
    return folder + u'/' + name + QLatin1StringView(ending);
}

/// What became of a request, in the members that \a expected names.
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

/// What becomes of \a request to a network with the preset \a id, in the members that \a expected names.
QJsonObject outcomeOf(Ledger &ledger, const QString &id, const ReceivedRequest &request,
                      const QJsonObject &expected)
{
    const OpenedNotification notification = opened(id, request);
    if (!isBelieved(id, notification.signature))
        return {{QStringLiteral("signature"), signatureWord(notification.signature)}};
    const PostbackReading reading = ledger.read(notification.kept);
    if (reading.kind == NewsKind::Money)
        return outcomeOf(ledger.receive(reading), expected);
    QJsonObject seen{{QStringLiteral("news"), newsKindWord(reading.kind)},
                     {QStringLiteral("word"), reading.newsWord}};
    if (expected.contains(QStringLiteral("after")))
        seen.insert(QStringLiteral("after"), expected[QStringLiteral("after")]);
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
            if (isReceived(preset.kind))
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
            QVERIFY2(preset && isReceived(preset->kind), qPrintable(id));
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
            outcomeOf(ledger, id, requestOf(contents(nameOf(folder, before.toString(), ".http"))), {});
        const QJsonObject seen
                = outcomeOf(ledger, id, requestOf(contents(nameOf(folder, name, ".http"))), expected);
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
                = opened(id,
                         requestOf(contents(QStringLiteral(CASES "/") + id + QStringLiteral("/sale.http"))))
                          .kept;
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

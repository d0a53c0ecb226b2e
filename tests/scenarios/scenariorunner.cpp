// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scenariorunner.h"

#include "reports/reportquery.h"
#include "rereading/personsdecisions.h"
#include "store/clickpurge.h"

namespace Matchbook {

namespace {

constexpr qint64 dayMs = 86'400'000;
constexpr qint64 firstMidnight = StillClock::usual - 10 * 3'600'000; // the usual time is ten o'clock

/// `Trail shoes` of `"Trail shoes" by northway`, and the rest.
std::pair<QString, QString> quotedName(const QString &text)
{
    const qsizetype end = text.indexOf(u'"', 1);
    return {text.mid(1, end - 1), text.mid(end + 1).trimmed()};
}

/// The word behind \a name in `by northway pays 20.00 USD`.
QString wordAfter(const QString &text, const char *name)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    return words.value(words.indexOf(QString::fromLatin1(name)) + 1);
}

bool has(const QString &text, const char *word)
{
    return text.split(u' ').contains(QString::fromLatin1(word));
}

QString unknown(const QString &line)
{
    return QStringLiteral("??? ") + line;
}

std::optional<qint64> timeOf(const QString &day, const QString &clock)
{
    const QTime time = QTime::fromString(clock, QStringLiteral("HH:mm"));
    if (!time.isValid())
        return std::nullopt;
    return firstMidnight + (day.isEmpty() ? 0 : day.toInt() - 1) * dayMs + time.msecsSinceStartOfDay();
}

const QRegularExpression &eventPattern()
{
    static const QRegularExpression pattern(
            QStringLiteral("^(?:day (\\d+) )?at (\\d\\d:\\d\\d) (\\S+) (.*)$"));
    return pattern;
}

} // namespace

QStringList ScenarioRunner::play(const QStringList &lines)
{
    nameClicks(lines);
    QStringList result;
    for (const QString &line : lines)
        result << played(line);
    for (const QString &problem : m_store.problems())
        result << unknown(problem);
    return result;
}

void ScenarioRunner::nameClicks(const QStringList &lines)
{
    for (const QString &line : lines) {
        const auto event = eventPattern().match(line.simplified());
        if (!event.hasMatch() || !event.captured(3).contains(QStringLiteral("click")))
            continue;
        const auto time = timeOf(event.captured(1), event.captured(2));
        const QString name = event.captured(4).section(u' ', 0, 0);
        m_clicks.insert(name, ClickId::make(time.value_or(0), quint64(m_clicks.size()) * 1'000'003));
    }
}

QString ScenarioRunner::played(const QString &line)
{
    const QString plain = line.simplified();
    if (plain.isEmpty() || plain.startsWith(u'#'))
        return line;
    const auto event = eventPattern().match(plain);
    QString complaint;
    if (event.hasMatch()) {
        const auto time = timeOf(event.captured(1), event.captured(2));
        m_store.clock.set(time.value_or(0));
        complaint = happened(event.captured(3), event.captured(4));
    } else {
        const QString verb = plain.section(u' ', 0, 0);
        const QString rest = plain.section(u' ', 1);
        if (verb == QStringLiteral("expect")) {
            const QString actual = told(rest);
            return actual == rest ? line
                                  : line.left(line.indexOf(verb)) + QStringLiteral("expect     ") + actual;
        }
        complaint = setUp(verb, rest);
    }
    return complaint.isEmpty() ? line : complaint;
}

QString ScenarioRunner::setUp(const QString &verb, const QString &rest)
{
    if (verb == QStringLiteral("network")) {
        AffiliateNetwork network = m_store.addNetwork(rest.section(u' ', 0, 0));
        if (has(rest, "repeats"))
            network.repeatPolicy = repeatPolicyFromWord(wordAfter(rest, "repeats")).value();
        if (has(rest, "usually"))
            network.defaultStatus = statusFromWord(wordAfter(rest, "usually")).value();
        taken(m_store.catalogue().updateNetwork(network));
        m_store.learnNetworks();
        m_networks.insert(network.name, network);
        return {};
    }
    if (verb == QStringLiteral("campaign")) {
        const auto [name, more] = quotedName(rest);
        if (!m_networks.contains(wordAfter(more, "by")))
            return unknown(rest);
        Offer offer = m_store.addOffer(name, m_networks.value(wordAfter(more, "by")));
        offer.defaultPayout.micros = taken(microsFromDecimal(wordAfter(more, "pays")));
        taken(m_store.catalogue().updateOffer(offer));
        m_offers.insert(name, offer);
        m_campaigns.insert(name, m_store.addCampaign(name, offer));
        return {};
    }
    return unknown(verb + u' ' + rest);
}

QString ScenarioRunner::happened(const QString &verb, const QString &rest)
{
    if (verb == QStringLiteral("click"))
        return click(rest, false);
    if (verb == QStringLiteral("lateclick"))
        return click(rest, true);
    if (verb == QStringLiteral("postback"))
        return postback(rest, false);
    if (verb == QStringLiteral("pixel"))
        return postback(rest, true);
    if (verb == QStringLiteral("map"))
        return mapping(rest);
    if (verb == QStringLiteral("reread"))
        return reread(rest);
    if (verb == QStringLiteral("undo"))
        return undo();
    if (verb == QStringLiteral("attach") || verb == QStringLiteral("keep"))
        return decision(verb, rest);
    if (verb == QStringLiteral("purge")) {
        taken(purgeClicks(m_store.database(), m_store.clock.now()));
        return {};
    }
    return unknown(verb + u' ' + rest);
}

QString ScenarioRunner::mapping(const QString &rest)
{
    const QString name = rest.section(u' ', 0, 0);
    if (!m_networks.contains(name))
        return unknown(rest);
    AffiliateNetwork &network = m_networks[name];
    const QString what = rest.section(u' ', 1, 1);
    const QString right = rest.section(u' ', 2).section(u'=', 1);
    const QString left = rest.section(u' ', 2).section(u'=', 0, 0);
    if (what == QStringLiteral("status"))
        network.mapping.statusWords.insert(left, statusFromWord(right).value());
    else if (const auto meaning = meaningFromWord(left))
        network.mapping.fields[*meaning] = QStringList{right};
    else
        return unknown(rest);
    taken(m_store.catalogue().updateNetwork(network));
    m_store.learnNetworks();
    return {};
}

QString ScenarioRunner::applied(const RereadingChoice &choice)
{
    RereadingApplication application(m_store.presets(), choice, m_store.clock);
    for (bool more = true; more;) {
        const auto slice = application.nextSlice(m_store.database());
        if (!slice)
            return unknown(slice.error().detail);
        more = *slice;
    }
    m_reread = application.report();
    return {};
}

QString ScenarioRunner::reread(const QString &rest)
{
    RereadingChoice choice;
    choice.network = m_networks.value(rest.section(u' ', 0, 0)).id;
    return choice.network.isValid() ? applied(choice) : unknown(rest);
}

QString ScenarioRunner::undo()
{
    RereadingUndo undo(m_store.presets(), m_store.clock);
    taken(undo.begin(m_store.database()));
    while (taken(undo.nextSlice(m_store.database())))
        continue;
    return {};
}

/// About the last postback.
QString ScenarioRunner::decision(const QString &verb, const QString &rest)
{
    PersonsDecision decision;
    decision.postback = m_store.postbacks().first().id;
    if (verb == QStringLiteral("attach")) {
        decision.kind = PersonsDecision::Kind::Attach;
        decision.clickId = m_clicks.value(rest.section(u' ', -1)).toString();
    }
    const auto choice = choiceOf(m_store.database(), decision.postback, decision);
    return choice ? applied(*choice) : unknown(rest);
}

QString ScenarioRunner::click(const QString &rest, bool late)
{
    const QString name = quotedName(rest.mid(rest.indexOf(u'"'))).first;
    if (!m_campaigns.contains(name))
        return unknown(rest);
    NewClick click = m_store.newClick();
    click.clickId = m_clicks.value(rest.section(u' ', 0, 0));
    click.campaign = m_campaigns.value(name).id;
    click.offer = m_offers.value(name).id;
    click.network = m_offers.value(name).network;
    if (has(rest, "source"))
        click.subIds[0] = wordAfter(rest, "source");
    if (late)
        return taken(m_store.writer().writeLate({click})).isEmpty() ? QString() : unknown(rest);
    m_store.write(click);
    return {};
}

QString ScenarioRunner::postback(const QString &rest, bool pixel)
{
    const QString network = rest.section(u' ', 0, 0);
    if (!m_networks.contains(network))
        return unknown(rest);
    QByteArray query = rest.section(u' ', 1).toUtf8();
    query.replace(' ', '&');
    RawPostback raw = m_store.newPostback(withIds(query));
    raw.key = m_networks.value(network).key.toLatin1();
    raw.pixel = pixel;
    m_store.write(raw);
    return {};
}

QByteArray ScenarioRunner::withIds(QByteArray query) const
{
    for (auto it = m_clicks.cbegin(); it != m_clicks.cend(); ++it) {
        const QByteArray name = '=' + it.key().toLatin1();
        const QByteArray id = '=' + it->bytes().toByteArray();
        query.replace(QByteArray(name + ".cut"), id.left(17));
        query.replace(QByteArray(name + ".upper"), id.toUpper());
        query.replace(QByteArray(name + ".encoded"), QByteArray("=%2520" + id.mid(1)));
        query.replace(name, id);
    }
    return query;
}

QString ScenarioRunner::told(const QString &expectation)
{
    const QString what = expectation.section(u' ', 0, 0);
    if (what == QStringLiteral("conversion"))
        return conversion(expectation.section(u' ', 1, 1).toInt());
    if (what == QStringLiteral("conversions"))
        return QStringLiteral("conversions %1").arg(m_store.conversions().size());
    if (what == QStringLiteral("reread"))
        return QStringLiteral("reread %1 added, %2 changed, %3 removed, %4 unchanged")
                .arg(m_reread.added)
                .arg(m_reread.changed)
                .arg(m_reread.removed)
                .arg(m_reread.unchanged);
    if (what == QStringLiteral("revenue"))
        return revenue();
    const QList<PostbackRow> postbacks = m_store.postbacks();
    const qsizetype place = what == QStringLiteral("earlier") ? 1 : 0;
    if (postbacks.size() <= place)
        return QStringLiteral("no postback");
    const PostbackRow &row = postbacks.at(place);
    const QString reason = row.cause == PostbackCause::None ? QString(matchWord(row.match))
                                                            : QString(causeWord(row.cause));
    return (place ? QStringLiteral("earlier ") : QString()) + outcomeWord(row.outcome) + QStringLiteral(", ")
            + reason;
}

QString ScenarioRunner::conversion(int number)
{
    const QList<ConversionRow> rows = m_store.conversions();
    if (number < 1 || number > rows.size())
        return QStringLiteral("no conversion %1").arg(number);
    const Conversion &found = rows.at(rows.size() - number).conversion;
    QString of = QStringLiteral("?");
    for (auto it = m_clicks.cbegin(); it != m_clicks.cend(); ++it) {
        if (it->toString() == found.clickId)
            of = it.key();
    }
    QString text = QStringLiteral("conversion %1 %2 of %3").arg(number).arg(found.event, of);
    if (!found.transactionId.isEmpty())
        text += QStringLiteral(" txid %1").arg(found.transactionId);
    text += QStringLiteral(": %1 %2 %3")
                    .arg(found.payout.toDecimal(), found.payout.currency.code(), statusWord(found.status));
    if (found.refundedMicros)
        text += QStringLiteral(", %1 back").arg(microsToDecimal(found.refundedMicros));
    return text + QStringLiteral(", told %1").arg(found.timesReceived);
}

QString ScenarioRunner::revenue()
{
    ReportQuestion question;
    question.range = {{2026, 10, 1}, {2026, 12, 31}, QTimeZone::utc()};
    const Metrics total = taken(runReport(m_store.database(), question)).total;
    return QStringLiteral("revenue %1 confirmed, %2 pending, %3 rejected, %4 refunded")
            .arg(microsToDecimal(total.revenueConfirmed), microsToDecimal(total.revenuePending),
                 microsToDecimal(total.revenueRejected), microsToDecimal(total.revenueRefunded));
}

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "presetfactsreading.h"

#include "addresslist.h"
#include "postbackurls.h"
#include "presetmembernames.h"

#include <QRegularExpression>

namespace Matchbook {

namespace {

ClickIdSlot readSlot(PresetMembers &members)
{
    ClickIdSlot slot;
    slot.parameter = members.requiredText(QStringLiteral("parameter"));
    slot.maxLength = members.count(QStringLiteral("maxLength"));
    slot.alphabet = members.text(QStringLiteral("alphabet"));
    slot.note = members.text(QStringLiteral("note"));
    members.rejectOthersThan(NetworkPresetMembers::slot());
    return slot;
}

LinkSign readSign(PresetMembers &members)
{
    LinkSign sign;
    sign.hosts = members.texts(QStringLiteral("hosts"));
    sign.path = members.text(QStringLiteral("path"));
    sign.parameters = members.texts(QStringLiteral("parameters"));
    sign.confidence = members.word(QStringLiteral("confidence"), confidenceWords(), QStringLiteral("unsure"));
    members.rejectOthersThan(NetworkPresetMembers::sign());
    if (sign.hosts.isEmpty() && sign.path.isEmpty() && sign.parameters.isEmpty())
        members.reject(QStringLiteral("hosts"),
                       QStringLiteral("is missing: a sign needs a host, a path or parameters"));
    return sign;
}

PostbackTemplate readTemplate(PresetMembers &members)
{
    PostbackTemplate one;
    const QString parameters = QStringLiteral("parameters");
    one.parameters = members.requiredText(parameters);
    if (one.parameters.startsWith(u'?') || one.parameters.contains(QChar::Space))
        members.reject(parameters, QStringLiteral("must be a query without its question mark and spaces"));
    const QString status = QStringLiteral("status");
    if (const QString word = members.text(status); !word.isEmpty()) {
        one.status = statusFromWord(word);
        if (!one.status)
            members.reject(status, QStringLiteral("is not a status"));
    }
    one.purpose = members.text(QStringLiteral("purpose"));
    members.rejectOthersThan(NetworkPresetMembers::postbackTemplate());
    return one;
}

SecretFacts readSecret(PresetMembers &members)
{
    SecretFacts secret;
    const QString name = QStringLiteral("secret");
    if (!members.has(name))
        return secret;
    members.within(name, [&](PresetMembers &inner) {
        secret.label = inner.requiredText(QStringLiteral("label"));
        secret.where = inner.requiredText(QStringLiteral("where"));
        secret.form = inner.text(QStringLiteral("form"));
        secret.optional = inner.flag(QStringLiteral("optional")).value_or(false);
        inner.rejectOthersThan(NetworkPresetMembers::secret());
    });
    return secret;
}

void readSenders(PresetMembers &members, PostbackFacts &facts)
{
    const QString senders = QStringLiteral("senders");
    facts.senders = members.texts(senders);
    if (const auto list = AddressList::parse(facts.senders); !list)
        members.reject(senders, QStringLiteral("has \"%1\", which is no address").arg(list.error().detail));
}

} // namespace

OfferLinkFacts readOfferLink(PresetMembers &members, QString &subIdParameter)
{
    OfferLinkFacts facts;
    members.within(QStringLiteral("offerLink"), [&](PresetMembers &link) {
        subIdParameter = link.text(QStringLiteral("subIdParameter"));
        facts.alternatives = link.texts(QStringLiteral("alternatives"));
        facts.alsoIn = link.texts(QStringLiteral("alsoIn"));
        const QString linkTemplate = QStringLiteral("template");
        facts.linkTemplate = link.text(linkTemplate);
        facts.clickIdInPath = link.flag(QStringLiteral("clickIdInPath")).value_or(false);
        const bool isWithoutId
                = !facts.linkTemplate.isEmpty() && !facts.linkTemplate.contains(QStringLiteral("{clickid}"));
        if (isWithoutId || (facts.clickIdInPath && facts.linkTemplate.isEmpty()))
            link.reject(linkTemplate, QStringLiteral("must show where the {clickid} is"));
        link.forEach(QStringLiteral("slots"),
                     [&](PresetMembers &slot) { facts.slotLimits.append(readSlot(slot)); });
        link.forEach(QStringLiteral("signs"),
                     [&](PresetMembers &sign) { facts.signs.append(readSign(sign)); });
        link.rejectOthersThan(NetworkPresetMembers::offerLink());
    });
    return facts;
}

PostbackFacts readPostbackFacts(PresetMembers &members)
{
    PostbackFacts facts;
    members.within(QStringLiteral("postback"), [&](PresetMembers &postback) {
        QStringList texts;
        postback.forEach(QStringLiteral("templates"), [&](PresetMembers &one) {
            facts.templates.append(readTemplate(one));
            texts.append(facts.templates.last().parameters);
        });
        facts.constants = readConstants(postback, texts);
        facts.methods = postback.texts(QStringLiteral("methods"));
        for (const QString &method : std::as_const(facts.methods)) {
            if (method != QStringLiteral("GET") && method != QStringLiteral("POST"))
                postback.reject(QStringLiteral("methods"), QStringLiteral("must be GET or POST"));
        }
        facts.steps = postback.texts(QStringLiteral("steps"));
        if (const auto button = postback.flag(QStringLiteral("testButton")))
            facts.testButton = *button ? Known::Yes : Known::No;
        facts.retry = postback.text(QStringLiteral("retry"));
        facts.expectedAnswer = postback.text(QStringLiteral("expectedAnswer"));
        facts.secret = readSecret(postback);
        readSenders(postback, facts);
        facts.delay = postback.text(QStringLiteral("delay"));
        facts.hints = postback.texts(QStringLiteral("hints"));
        postback.rejectOthersThan(NetworkPresetMembers::postback());
    });
    return facts;
}

QList<NamedConstant> readConstants(PresetMembers &members, const QStringList &templates)
{
    const QString constants = QStringLiteral("constants");
    QList<NamedConstant> list;
    QStringList named;
    const auto questions = members.namedTexts(constants);
    for (const auto &[name, question] : questions) {
        list.append({name, question});
        named.append(name);
    }
    QStringList needed = constantsIn(templates.join(u'\n'));
    needed.sort();
    named.sort();
    if (needed != named)
        members.reject(constants,
                       QStringLiteral("must explain exactly what the templates ask for: %1")
                               .arg(needed.join(QStringLiteral(", "))));
    return list;
}

PresetProvenance readProvenance(PresetMembers &members, const QStringList &memberNames)
{
    PresetProvenance provenance;
    provenance.confidence
            = members.word(QStringLiteral("confidence"), confidenceWords(), QStringLiteral("unsure"));
    const QString unverified = QStringLiteral("unverified");
    const auto doubts = members.namedTexts(unverified);
    for (const auto &[member, why] : doubts) {
        if (!memberNames.contains(member.section(u'.', 0, 0)))
            members.reject(unverified, QStringLiteral("names \"%1\", which is not a member").arg(member));
        if (!why.isEmpty())
            provenance.unverified.append({member, why});
    }
    provenance.sources = members.texts(QStringLiteral("sources"));
    const QString checked = QStringLiteral("checked");
    provenance.checked = members.text(checked);
    static const QRegularExpression month(QStringLiteral("\\A2[0-9]{3}-(0[1-9]|1[0-2])\\z"));
    if (!provenance.checked.isEmpty() && !month.match(provenance.checked).hasMatch())
        members.reject(checked, QStringLiteral("must be a month such as 2026-11"));
    return provenance;
}

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trafficsourcepreset.h"

#include "formdecoding.h"
#include "presetfactsreading.h"
#include "presetmembernames.h"
#include "presetmembers.h"
#include "vocabulary/clickid.h"

#include <QDir>
#include <QLoggingCategory>

#include <algorithm>
#include <limits>

namespace Matchbook {

namespace {

Q_LOGGING_CATEGORY(lcTrafficSources, "matchbook.trafficsources")

/// As for postbacks: nobody means more parameters than this.
constexpr int mostFields = 256;
constexpr qsizetype noRank = std::numeric_limits<qsizetype>::max();
/// The external ID, then sub1 … sub10.
constexpr size_t meanings = 1 + subIdCount;

QList<QByteArray> names(PresetMembers &members, const QString &member)
{
    QList<QByteArray> list;
    const QStringList texts = members.texts(member);
    for (const QString &text : texts)
        list.append(text.trimmed().toLower().toUtf8());
    return list;
}

bool sameName(QByteArrayView name, const QByteArray &lower)
{
    return name.size() == lower.size()
            && qstrnicmp(name.data(), name.size(), lower.data(), lower.size()) == 0;
}

qsizetype rankIn(const QList<QByteArray> &names, QByteArrayView name)
{
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (sameName(name, names[i]))
            return i;
    }
    return noRank;
}

bool isEncoded(QByteArrayView text)
{
    return text.contains('%') || text.contains('+');
}

QByteArray formDecoded(QByteArrayView text)
{
    QByteArray spaced = text.toByteArray();
    spaced.replace('+', ' ');
    return percentDecoded(spaced);
}

/// The best value found so far for one meaning. Points into the query, decoded only when all is read.
struct Best {
    QByteArrayView value;
    qsizetype rank = noRank;
};

using BestValues = std::array<Best, meanings>;

bool isUsable(QByteArrayView value)
{
    if (value.trimmed().isEmpty())
        return false;
    if (!isEncoded(value))
        return !looksLikeLiteralToken(value);
    const QByteArray decoded = formDecoded(value);
    return !QByteArrayView(decoded).trimmed().isEmpty() && !looksLikeLiteralToken(decoded);
}

void consider(QByteArrayView name, QByteArrayView value, const TrafficSourcePreset &preset, BestValues &best)
{
    for (size_t i = 0; i < meanings; ++i) {
        const auto &list = i == 0 ? preset.externalIdFields : preset.subIdFields[i - 1];
        const qsizetype rank = rankIn(list, name);
        if (rank < best[i].rank && isUsable(value))
            best[i] = {value, rank};
    }
}

void scan(QByteArrayView query, const TrafficSourcePreset &preset, BestValues &best)
{
    int count = 0;
    for (qsizetype start = 0; start < query.size() && count < mostFields;) {
        qsizetype end = query.indexOf('&', start);
        if (end < 0)
            end = query.size();
        QByteArrayView item = query.sliced(start, end - start);
        start = end + 1;
        while (item.startsWith('?'))
            item = item.sliced(1);
        const qsizetype equals = item.indexOf('=');
        if (equals < 0)
            continue;
        ++count;
        const QByteArrayView name = item.first(equals);
        if (isEncoded(name))
            consider(formDecoded(name), item.sliced(equals + 1), preset, best);
        else
            consider(name, item.sliced(equals + 1), preset, best);
    }
}

QString shown(const Best &best)
{
    if (best.rank == noRank)
        return {};
    return isEncoded(best.value) ? displayText(formDecoded(best.value)) : displayText(best.value);
}

void readSubIds(PresetMembers &members, TrafficSourcePreset &preset)
{
    const QString subIds = QStringLiteral("subIds");
    const bool isLeftOut = !members.has(subIds);
    members.within(subIds, [&](PresetMembers &lists) {
        QStringList known;
        for (int i = 0; i < subIdCount; ++i) {
            known.append(QStringLiteral("sub%1").arg(i + 1));
            preset.subIdFields[size_t(i)] = names(lists, known.last());
            if (isLeftOut)
                preset.subIdFields[size_t(i)] = {known.last().toUtf8()};
        }
        lists.rejectOthersThan(known);
    });
}

LinkMacro readLinkMacro(PresetMembers &members)
{
    LinkMacro macro;
    macro.parameter = members.requiredText(QStringLiteral("parameter"));
    macro.macro = members.requiredText(QStringLiteral("macro"));
    macro.meaning = members.requiredText(QStringLiteral("meaning"));
    members.rejectOthersThan(TrafficSourceMembers::linkMacro());
    return macro;
}

OutboundFacts readOutbound(PresetMembers &members)
{
    OutboundFacts facts;
    members.within(QStringLiteral("outbound"), [&](PresetMembers &outbound) {
        facts.urlTemplate = outbound.text(QStringLiteral("template"));
        facts.constants = readConstants(outbound, {facts.urlTemplate});
        facts.method = outbound.word(QStringLiteral("method"),
                                     {QStringLiteral("GET"), QStringLiteral("POST")}, {});
        facts.advice = outbound.text(QStringLiteral("advice"));
        outbound.rejectOthersThan(TrafficSourceMembers::outbound());
    });
    return facts;
}

} // namespace

Expected<TrafficSourcePreset> trafficSourceFromJson(const QJsonObject &json)
{
    PresetMembers members(json);
    TrafficSourcePreset preset;
    preset.id = members.requiredText(QStringLiteral("id"));
    if (!isPresetId(preset.id))
        members.reject(QStringLiteral("id"),
                       QStringLiteral("may hold only lower-case letters, digits, - and _"));
    preset.name = members.requiredText(QStringLiteral("name"));
    preset.externalIdFields = names(members, QStringLiteral("externalId"));
    readSubIds(members, preset);
    const QString cost = QStringLiteral("cost");
    preset.costFields = members.has(cost) ? names(members, cost) : QList<QByteArray>{"cost"};
    members.forEach(QStringLiteral("linkMacros"),
                    [&](PresetMembers &one) { preset.linkMacros.append(readLinkMacro(one)); });
    preset.autoTags = members.texts(QStringLiteral("autoTags"));
    preset.outbound = readOutbound(members);
    preset.hints = members.texts(QStringLiteral("hints"));
    PresetProvenance provenance = readProvenance(members, TrafficSourceMembers::whole());
    preset.confidence = provenance.confidence;
    preset.unverified = provenance.unverified;
    preset.sources = provenance.sources;
    preset.checked = provenance.checked;
    members.rejectOthersThan(TrafficSourceMembers::whole());
    if (members.isWrong())
        return members.failure();
    return preset;
}

bool namesASource(const TrafficSourcePreset &preset)
{
    return preset.id != QLatin1String("generic");
}

QList<TrafficSourcePreset> trafficSourcePresets()
{
    QList<TrafficSourcePreset> presets;
    const QFileInfoList files
            = QDir(QStringLiteral(":/trafficsources")).entryInfoList(QDir::Files, QDir::Name);
    for (const QFileInfo &file : files) {
        const auto json = readPresetFile(file.filePath());
        const auto preset = json ? trafficSourceFromJson(*json)
                                 : Expected<TrafficSourcePreset>(unexpected(json.error()));
        if (preset)
            presets.append(*preset);
        else
            qCWarning(lcTrafficSources).noquote()
                    << file.fileName() << "is left out:" << preset.error().detail;
    }
    std::sort(presets.begin(), presets.end(), [](const TrafficSourcePreset &a, const TrafficSourcePreset &b) {
        if (namesASource(a) != namesASource(b))
            return namesASource(b);
        return a.name.compare(b.name, Qt::CaseInsensitive) < 0;
    });
    return presets;
}

QString trackingLinkFor(const QString &trackingLink, const TrafficSourcePreset &preset)
{
    QString link = trackingLink;
    QChar separator = trackingLink.contains(u'?') ? u'&' : u'?';
    for (const LinkMacro &one : preset.linkMacros) {
        link += separator + one.parameter + u'=' + one.macro;
        separator = u'&';
    }
    return link;
}

SourceReading readArrival(const QByteArray &rawQuery, const TrafficSourcePreset &preset)
{
    SourceReading reading;
    if (rawQuery.isEmpty())
        return reading;
    BestValues best;
    scan(rawQuery, preset, best);
    reading.externalId = shown(best[0]);
    for (size_t i = 1; i < meanings; ++i)
        reading.subIds[i - 1] = shown(best[i]);
    return reading;
}

} // namespace Matchbook

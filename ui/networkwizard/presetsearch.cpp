// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "presetsearch.h"

#include "networks/presetaudience.h"
#include "networkwizard/presetwords.h"
#include "widgets/rowdelegate.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

constexpr auto genericId = "generic"_L1;

/// Letters and digits in lower case: `Max Bounty` finds MaxBounty.
QString plain(const QString &text)
{
    QString letters;
    for (const QChar c : text) {
        if (c.isLetterOrNumber())
            letters.append(c.toLower());
    }
    return letters;
}

/// 0: begins so, 1: holds it, 2: its platform does; nothing: not at all.
std::optional<int> rank(const NetworkPreset &preset, const QString &wanted)
{
    const QString name = plain(preset.name);
    if (name.startsWith(wanted))
        return 0;
    if (name.contains(wanted) || plain(preset.id).contains(wanted))
        return 1;
    if (plain(preset.platform).contains(wanted))
        return 2;
    return std::nullopt;
}

} // namespace

PresetSearch::PresetSearch(const PresetCatalogue &presets, QObject *parent)
    : QAbstractTableModel(parent), m_presets(presets)
{
    search({});
}

void PresetSearch::search(const QString &text)
{
    beginResetModel();
    m_found.clear();
    m_recognised.clear();
    m_isLink = looksLikeLink(text);
    if (m_isLink)
        findByLink(text);
    else
        findByName(plain(text));
    const NetworkPreset *generic = m_presets.find(genericId);
    if (generic && !m_found.contains(generic))
        m_found.append(generic);
    endResetModel();
}

void PresetSearch::findByName(const QString &text)
{
    QList<std::pair<int, const NetworkPreset *>> ranked;
    for (const NetworkPreset &preset : m_presets.all()) {
        if (const auto found = rank(preset, text))
            ranked.append({*found, &preset});
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    for (const auto &[order, preset] : std::as_const(ranked))
        m_found.append(preset);
}

void PresetSearch::findByLink(const QString &link)
{
    m_recognised = recogniseOfferLink(link, m_presets.all());
    for (const RecognisedPreset &one : std::as_const(m_recognised)) {
        if (const NetworkPreset *preset = m_presets.find(one.presetId))
            m_found.append(preset);
    }
}

const NetworkPreset *PresetSearch::at(int row) const
{
    return m_found.value(row);
}

int PresetSearch::rowOf(const QString &presetId) const
{
    const auto found = std::find_if(m_found.cbegin(), m_found.cend(),
                                    [&](const NetworkPreset *preset) { return preset->id == presetId; });
    return found == m_found.cend() ? -1 : int(found - m_found.cbegin());
}

std::optional<RecognisedPreset> PresetSearch::recognised(int row) const
{
    const NetworkPreset *preset = at(row);
    for (const RecognisedPreset &one : m_recognised) {
        if (preset && one.presetId == preset->id)
            return one;
    }
    return std::nullopt;
}

int PresetSearch::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_found.size());
}

int PresetSearch::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PresetSearch::data(const QModelIndex &index, int role) const
{
    const NetworkPreset *preset = at(index.row());
    if (!preset)
        return {};
    const QString obstacle
            = preset->id == genericId ? tr("Understands what is usual") : obstacleText(preset->kind);
    if (role == ToneRole) {
        if (index.column() == Platform || (index.column() == Known && !obstacle.isEmpty()))
            return int(Tone::Grey);
        return index.column() == Known ? QVariant(int(confidenceTone(preset->confidence))) : QVariant();
    }
    if (role == ForWhomRole || (role == Qt::ToolTipRole && index.column() == Name))
        return forWhom(m_presets, preset->id);
    if (role == Qt::AccessibleTextRole && index.column() == Name)
        return QString(preset->name % u' ' % forWhom(m_presets, preset->id)).trimmed();
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Name:
        return preset->name;
    case Platform:
        return preset->isPlatform                  ? tr("platform")
                : preset->platform == preset->name ? QString()
                                                   : preset->platform;
    case Known:
        return obstacle.isEmpty() ? confidenceText(preset->confidence) : obstacle;
    default:
        return {};
    }
}

QVariant PresetSearch::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Network");
    case Platform:
        return tr("Runs on");
    case Known:
        return tr("What is known");
    default:
        return {};
    }
}

bool looksLikeLink(const QString &text)
{
    const QString link = text.trimmed();
    if (link.contains("://"_L1))
        return true;
    const qsizetype dot = link.indexOf(u'.');
    const qsizetype rest = std::max(link.indexOf(u'/'), link.indexOf(u'?'));
    return dot > 0 && rest > dot && !link.contains(u' ');
}

} // namespace Matchbook

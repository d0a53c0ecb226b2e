// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reporttree.h"

#include "store/steadyview.h"

#include <algorithm>

namespace Matchbook {

namespace {

ReportNode *find(std::vector<ReportNode> &nodes, const ReportPart &part)
{
    const auto found = std::find_if(nodes.begin(), nodes.end(),
                                    [&part](const ReportNode &node) { return node.part == part; });
    return found == nodes.end() ? nullptr : &*found;
}

/// Puts the rows of one level below those of the levels before it. They come in the order of their parts, so that the node of the row
/// before is nearly always the one again.
void addLevel(std::vector<ReportNode> &nodes, const QList<ReportRow> &rows)
{
    QList<ReportPart> pathBefore;
    ReportNode *above = nullptr;
    for (const ReportRow &row : rows) {
        const QList<ReportPart> path = row.parts.first(row.parts.size() - 1);
        if (path != pathBefore || (!above && !path.isEmpty())) {
            std::vector<ReportNode> *level = &nodes;
            for (const ReportPart &part : path) {
                above = level ? find(*level, part) : nullptr;
                level = above ? &above->children : nullptr;
            }
            pathBefore = path;
        }
        if (path.isEmpty())
            nodes.push_back({row.parts.constLast(), row.metrics, nodes.size(), {}});
        else if (above)
            above->children.push_back({row.parts.constLast(), row.metrics, above->children.size(), {}});
    }
}

} // namespace

Expected<ReportTree> runReportTree(Database &database, const ReportQuestion &question, qint64 leastClicks)
{
    const SteadyView view(database);
    ReportTree tree;
    tree.question = question;
    const bool hasClicks = question.by.value(0) != ReportDimension::Status;
    tree.leastClicks = hasClicks ? leastClicks : 0;
    if (question.network.isValid()) {
        const auto names = namesOf(database, Named::Networks);
        if (!names)
            return unexpected(names.error());
        tree.network = names->value(question.network.value, QString::number(question.network.value));
    }
    ReportQuestion ask = question;
    for (qsizetype depth = 1; depth <= std::min(question.by.size(), mostDimensions); ++depth) {
        ask.by = question.by.first(depth);
        auto level = runReport(database, ask);
        if (!level)
            return unexpected(level.error());
        if (depth == 1) {
            tree.currency = level->currency;
            tree.total = level->total;
            tree.otherCurrencies = level->otherCurrencies;
            tree.leftOut = level->leftOut;
            ask.currency = level->currency; // the others must not pick another one
            level->rows.removeIf(
                    [&tree](const ReportRow &row) { return row.metrics.clicks < tree.leastClicks; });
        }
        addLevel(tree.nodes, level->rows);
    }
    return tree;
}

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pagedrowmodel.h"

#include <QCoreApplication>

namespace Matchbook {

/// Every request of a network with its judgement, newest first.
class PostbackModel : public PagedRowModel<PostbackRow>
{
    Q_DECLARE_TR_FUNCTIONS(Matchbook::PostbackModel)
public:
    enum Column { Time, Network, Outcome, Because, Payout, ClickId };

    explicit PostbackModel(RowSource<PostbackRow> source, QObject *parent = nullptr);

private:
    QVariant value(const PostbackRow &row, int column, int role) const override;
    qint64 idOf(const PostbackRow &row) const override { return row.id.value; }
    QString text(const PostbackRow &row, int column) const;
    QString toolTip(const PostbackRow &row, int column) const;
};

} // namespace Matchbook

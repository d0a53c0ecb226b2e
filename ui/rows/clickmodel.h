// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pagedrowmodel.h"

#include <QCoreApplication>

namespace Matchbook {

/// Arrivals at tracking links, newest first.
class ClickModel : public PagedRowModel<ClickRow>
{
    Q_DECLARE_TR_FUNCTIONS(Matchbook::ClickModel)
public:
    enum Column { Time, Campaign, Offer, ClickId, Kind, Device, ExternalId, SubId1, SubId2 };

    explicit ClickModel(RowSource<ClickRow> source, QObject *parent = nullptr);

private:
    QVariant value(const ClickRow &row, int column, int role) const override;
    qint64 idOf(const ClickRow &row) const override { return row.id; }
    QString text(const ClickRow &row, int column) const;
    QString toolTip(const ClickRow &row, int column) const;
};

} // namespace Matchbook

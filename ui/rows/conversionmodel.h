// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pagedrowmodel.h"

#include <QCoreApplication>

namespace Matchbook {

enum class ConversionColumn {
    Time,
    Network,
    Campaign,
    Offer,
    ClickId,
    AfterClick,
    Payout,
    Refunded,
    Status,
    Match,
    Event,
    TransactionId,
    ExternalId,
    Sub1,
    Sub2,
    Sub3,
    TimesReceived,
};

/// Conversions, newest first, in columns of one's choice.
class ConversionModel : public PagedRowModel<ConversionRow>
{
    Q_DECLARE_TR_FUNCTIONS(Matchbook::ConversionModel)
public:
    ConversionModel(RowSource<ConversionRow> source, const QList<ConversionColumn> &columns,
                    QObject *parent = nullptr);

    const QList<ConversionColumn> &columnKinds() const { return m_kinds; }

private:
    QVariant value(const ConversionRow &row, int column, int role) const override;
    qint64 idOf(const ConversionRow &row) const override { return row.conversion.id.value; }
    QString text(const ConversionRow &row, ConversionColumn column) const;
    QString toolTip(const ConversionRow &row, ConversionColumn column) const;
    QVariant tone(const ConversionRow &row, ConversionColumn column) const;
    QVariant raw(const ConversionRow &row, ConversionColumn column) const;

    QList<ConversionColumn> m_kinds;
};

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networks/presetexample.h"

#include <QTableWidget>

namespace Matchbook {

/// The parameters of a request, each with what it means, to be pointed at.
class PointingTable : public QTableWidget
{
    Q_OBJECT
public:
    explicit PointingTable(QWidget *parent = nullptr);

    void setFields(const QList<ExampleField> &fields);
    /// The parameter that is said to mean \a meaning; empty: none is.
    QString nameOf(ExampleField::Meaning meaning) const;
    /// Its value.
    QString valueOf(ExampleField::Meaning meaning) const;

Q_SIGNALS:
    void pointed();

private:
    int rowOf(ExampleField::Meaning meaning) const;
    void addRow(const ExampleField &field);
};

} // namespace Matchbook

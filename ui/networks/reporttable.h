// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reportimport/csvparser.h"
#include "reportimport/reportreading.h"

#include <QHash>
#include <QTableWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
QT_END_NAMESPACE

namespace Matchbook {

/// The first rows of a report with a box above each column that says what it stands for. No meaning stands above two columns: the
/// column chosen last has it.
class ReportTable : public QTableWidget
{
    Q_OBJECT
public:
    explicit ReportTable(QWidget *parent = nullptr);

    /// Shows a table; tells nobody.
    void setReport(const QStringList &columns, const QList<ReportLine> &rows,
                   const QMap<ColumnMeaning, QString> &meanings);
    QMap<ColumnMeaning, QString> meanings() const;

Q_SIGNALS:
    void meaningChosen();

private:
    void addBox(int column, const QString &name);
    QComboBox *box(int column) const;
    void keepUnique(int chosen);

    QStringList m_columns;
    QHash<int, std::pair<int, int>>
            m_takenFrom; ///< by column: from which one it has its meaning, and which. Arrow keys pass others on their way
};

} // namespace Matchbook

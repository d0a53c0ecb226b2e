// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reporttable.h"

#include <QComboBox>
#include <QHeaderView>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

constexpr int none = -1;
constexpr int widestColumn = 260;

QList<std::pair<int, QString>> choices()
{
    return {{none, ReportTable::tr("not used")},
            {int(ColumnMeaning::ClickId), ReportTable::tr("Click ID (sub ID)")},
            {int(ColumnMeaning::Payout), ReportTable::tr("Payout")},
            {int(ColumnMeaning::Currency), ReportTable::tr("Currency")},
            {int(ColumnMeaning::TransactionId), ReportTable::tr("Transaction ID")},
            {int(ColumnMeaning::Status), ReportTable::tr("Status")},
            {int(ColumnMeaning::Event), ReportTable::tr("Event")},
            {int(ColumnMeaning::Date), ReportTable::tr("Date of the sale")}};
}

} // namespace

ReportTable::ReportTable(QWidget *parent) : QTableWidget(parent)
{
    setObjectName("reportTable"_L1);
    setAccessibleName(tr("The first rows of the report, and what its columns mean"));
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::NoSelection);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void ReportTable::setReport(const QStringList &columns, const QList<ReportLine> &rows,
                            const QMap<ColumnMeaning, QString> &meanings)
{
    const QSignalBlocker quiet(this);
    if (columns != m_columns) {
        clear();
        m_takenFrom.clear();
        m_columns = columns;
        setColumnCount(int(columns.size()));
        setRowCount(1);
        setHorizontalHeaderLabels(columns);
        for (int column = 0; column < columns.size(); ++column)
            addBox(column, columns.at(column));
    }
    setRowCount(int(rows.size()) + 1);
    for (int row = 0; row < rows.size(); ++row) {
        for (int column = 0; column < columns.size(); ++column) {
            const QString &text = rows.at(row).cells.at(column);
            auto *item = new QTableWidgetItem(text.simplified());
            item->setToolTip(text);
            setItem(row + 1, column, item);
        }
    }
    for (int column = 0; column < columns.size(); ++column) {
        const auto meaning = meanings.key(columns.at(column), ColumnMeaning(none));
        const QSignalBlocker still(box(column));
        box(column)->setCurrentIndex(box(column)->findData(int(meaning)));
    }
    resizeColumnsToContents();
    for (int column = 0; column < columns.size(); ++column)
        setColumnWidth(column,
                       std::clamp(columnWidth(column), cellWidget(0, column)->sizeHint().width(),
                                  std::max(widestColumn, cellWidget(0, column)->sizeHint().width())));
}

void ReportTable::addBox(int column, const QString &name)
{
    auto *made = new QComboBox(this);
    made->setObjectName("means_"_L1 % name);
    made->setAccessibleName(tr("What the column %1 means").arg(name));
    const auto meanings = choices();
    for (const auto &[meaning, text] : meanings)
        made->addItem(text, meaning);
    setCellWidget(0, column, made);
    setRowHeight(0, made->sizeHint().height() + 4);
    connect(made, &QComboBox::currentIndexChanged, this, [this, column] {
        keepUnique(column);
        Q_EMIT meaningChosen();
    });
}

QComboBox *ReportTable::box(int column) const
{
    return qobject_cast<QComboBox *>(cellWidget(0, column));
}

void ReportTable::keepUnique(int chosen)
{
    const auto set = [this](int column, int index) {
        const QSignalBlocker still(box(column));
        box(column)->setCurrentIndex(index);
    };
    if (const auto taken = m_takenFrom.constFind(chosen); taken != m_takenFrom.cend()) {
        const auto [column, index] = *taken;
        m_takenFrom.erase(taken);
        if (box(column)->currentIndex() == 0)
            set(column, index);
    }
    const int index = box(chosen)->currentIndex();
    for (int column = 0; column < columnCount() && index != 0; ++column) {
        if (column == chosen || box(column)->currentIndex() != index)
            continue;
        set(column, 0);
        m_takenFrom.insert(chosen, {column, index});
    }
}

QMap<ColumnMeaning, QString> ReportTable::meanings() const
{
    QMap<ColumnMeaning, QString> found;
    for (int column = 0; column < columnCount(); ++column) {
        if (const int meaning = box(column)->currentData().toInt(); meaning != none)
            found.insert(ColumnMeaning(meaning), m_columns.at(column));
    }
    return found;
}

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cataloguetable.h"

#include "widgets/emptystate.h"
#include "widgets/tablesetup.h"

#include <QHeaderView>
#include <QTableView>

#include <algorithm>

namespace Matchbook {

CatalogueTable::CatalogueTable(const QString &name, const QString &title, const QStringList &columns,
                               const QList<int> &numberColumns, EmptyState *empty, Session *session,
                               QWidget *parent)
    : QStackedWidget(parent), m_model(columns, numberColumns), m_table(new QTableView(this))
{
    m_table->setAccessibleName(title);
    m_table->setModel(&m_model);
    dressTable(m_table, name, session);
    m_table->horizontalHeader()->setSortIndicator(0, Qt::AscendingOrder);
    m_table->setSortingEnabled(true);
    addWidget(m_table);
    addWidget(empty);
    setFocusProxy(m_table);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &CatalogueTable::chosen);
    connect(m_table, &QTableView::doubleClicked, this, &CatalogueTable::activated);
}

void CatalogueTable::setRows(const QList<ValueRow> &rows, bool nothing, bool figures, int stretched)
{
    if (m_wanted == 0)
        m_wanted = currentId();
    m_model.setRows(rows);
    setCurrentIndex(nothing ? 1 : 0);
    if (figures && !m_fitted && !rows.isEmpty()) {
        m_fitted = true;
        fitColumns(m_table, stretched);
    }
    selectWanted();
}

qint64 CatalogueTable::currentId() const
{
    return m_model.idAt(m_table->currentIndex().row());
}

void CatalogueTable::choose(qint64 id)
{
    m_wanted = id;
    selectWanted();
}

void CatalogueTable::selectWanted()
{
    const int wanted = m_model.rowOf(m_wanted);
    if (wanted >= 0)
        m_wanted = 0;
    const int row = wanted >= 0 ? wanted : std::max(0, m_table->currentIndex().row());
    if (row < m_model.rowCount() && row != m_table->currentIndex().row())
        m_table->selectRow(row);
}

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tablesetup.h"

#include "preferences/session.h"
#include "rowdelegate.h"

#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QStyle>
#include <QTableView>
#include <QTimer>

#include <algorithm>

namespace Matchbook {

namespace {

const char *const stretchedProperty = "stretchedColumn";

/// What a title needs. Where a style sheet gives it its padding, Qt's own hint counts a margin that is not drawn.
int titleWidth(const QHeaderView *header, int column)
{
    const bool padded = !qApp->styleSheet().isEmpty();
    const int margin = header->style()->pixelMetric(QStyle::PM_HeaderMargin, nullptr, header);
    return header->sectionSizeHint(column) - (padded ? 2 * margin : 0);
}

/// The widest column of plain text that can lose a letter and still show its title and \a least letters; -1: none.
int widestWithRoom(const QTableView *table, int stretched, int least)
{
    const QHeaderView *header = table->horizontalHeader();
    const int letter = table->fontMetrics().averageCharWidth();
    int widest = -1;
    for (int column = 0; column < header->count(); ++column) {
        const int side = table->model()->headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt();
        // A pill that is cut says nothing; a name behind a dot is as good as any other.
        const QAbstractItemDelegate *delegate = table->itemDelegateForColumn(column);
        const bool isDrawn = delegate && !qobject_cast<const DotDelegate *>(delegate);
        const int width = table->columnWidth(column);
        if (column == stretched || header->isSectionHidden(column) || isDrawn || !(side & Qt::AlignLeft)
            || width - letter < qMax(letter * least, titleWidth(header, column)))
            continue;
        if (widest < 0 || width > table->columnWidth(widest))
            widest = column;
    }
    return widest;
}

/// The stretched column shall show something, too: if the others leave it too little, the widest columns of text give way.
void makeRoom(QTableView *table, int stretched)
{
    const QAbstractItemView *view = table; // where the hint of a column is public
    const QHeaderView *header = table->horizontalHeader();
    const int letter = table->fontMetrics().averageCharWidth();
    int missing = qMax(qMin(view->sizeHintForColumn(stretched), letter * 20), titleWidth(header, stretched))
            - table->viewport()->width();
    for (int column = 0; column < header->count(); ++column) {
        if (column != stretched && !header->isSectionHidden(column))
            missing += table->columnWidth(column);
    }
    // A title that is cut looks broken, so names are shortened further before that.
    for (const int least : {12, 7}) {
        for (int widest = 0; missing > 0; missing -= letter) {
            widest = widestWithRoom(table, stretched, least);
            if (widest < 0)
                break;
            table->setColumnWidth(widest, table->columnWidth(widest) - letter);
        }
    }
}

/// Beside its title the sorted column has a mark.
void makeRoomForMark(QTableView *table)
{
    const QHeaderView *header = table->horizontalHeader();
    const int sorted = header->isSortIndicatorShown() ? header->sortIndicatorSection() : -1;
    if (sorted >= 0 && sorted < header->count() && !header->isSectionHidden(sorted)
        && header->sectionResizeMode(sorted) == QHeaderView::Interactive)
        table->setColumnWidth(sorted, qMax(table->columnWidth(sorted), header->sectionSizeHint(sorted)));
}

/// Lives with its table: copies rows, marks the row under the pointer, remembers the widths the person gives columns.
class TableManners final : public QObject
{
public:
    TableManners(QTableView *table, const QString &name, Session *session)
        : QObject(table), m_table(table), m_viewport(table->viewport()), m_name(name), m_session(session)
    {
        table->installEventFilter(this);
        table->viewport()->installEventFilter(this);
        table->viewport()->setMouseTracking(true);
        connect(table->horizontalHeader(), &QHeaderView::sectionResized, this, [this] {
            // Only a drag is the person's will; layouts resize sections, too.
            if (m_session && (QGuiApplication::mouseButtons() & Qt::LeftButton))
                saveWidths();
        });
        connect(table->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this,
                [this] { makeRoomForMark(m_table); });
        connect(table->horizontalHeader(), &QHeaderView::sectionCountChanged, this,
                [this] { restoreWidths(); });
        restoreWidths();
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::KeyPress
            && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
            const QString rows = selectedRowsAsText(m_table);
            if (!rows.isEmpty())
                QGuiApplication::clipboard()->setText(rows);
            return true;
        }
        if (watched == m_viewport) {
            if (event->type() == QEvent::Resize && m_table->property(stretchedProperty).isValid()
                && m_table->property(stretchedProperty).toInt() >= 0)
                fitColumns(m_table, m_table->property(stretchedProperty).toInt());
            if (event->type() == QEvent::MouseMove)
                hover(m_table->rowAt(static_cast<QMouseEvent *>(event)->position().toPoint().y()));
            else if (event->type() == QEvent::Leave)
                hover(-1);
        }
        return false;
    }

private:
    void hover(int row)
    {
        if (m_table->property("hoveredRow").toInt() == row)
            return;
        m_table->setProperty("hoveredRow", row);
        m_table->viewport()->update();
    }

    void saveWidths()
    {
        QList<int> widths;
        for (int column = 0; column < m_table->horizontalHeader()->count(); ++column)
            widths += m_table->columnWidth(column);
        m_session->setColumnWidths(m_name, widths);
        m_table->setProperty("widthsRemembered", true);
    }

    void restoreWidths()
    {
        const QList<int> widths = m_session ? m_session->columnWidths(m_name) : QList<int>();
        m_table->setProperty("widthsRemembered", false);
        if (widths.isEmpty() || widths.size() != m_table->horizontalHeader()->count())
            return;
        for (int column = 0; column < widths.size(); ++column)
            m_table->setColumnWidth(column, widths.at(column));
        m_table->setProperty("widthsRemembered", true);
    }

    QTableView *m_table;
    const QObject *m_viewport; ///< compared only: events still come while the table is being destroyed
    QString m_name;
    Session *m_session;
};

} // namespace

void dressTable(QTableView *table, const QString &name, Session *session)
{
    table->setObjectName(name);
    table->setShowGrid(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setWordWrap(false);
    table->setAlternatingRowColors(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setTabKeyNavigation(false);
    table->setItemDelegate(new RowDelegate(table));
    table->setProperty("hoveredRow", -1);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() * 7 / 4 + 2);
    QHeaderView *header = table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setMinimumSectionSize(table->fontMetrics().averageCharWidth() * 4);
    header->setStretchLastSection(true);
    new TableManners(table, name, session);
}

QString selectedRowsAsText(const QTableView *table)
{
    if (!table->selectionModel())
        return {};
    QModelIndexList selected = table->selectionModel()->selectedRows();
    std::sort(selected.begin(), selected.end(),
              [](const QModelIndex &left, const QModelIndex &right) { return left.row() < right.row(); });
    const QHeaderView *header = table->horizontalHeader();
    QStringList lines;
    for (const QModelIndex &row : std::as_const(selected)) {
        QStringList cells;
        for (int visual = 0; visual < header->count(); ++visual) {
            const int column = header->logicalIndex(visual);
            if (header->isSectionHidden(column))
                continue;
            QString cell = row.siblingAtColumn(column).data(Qt::DisplayRole).toString();
            for (const char16_t stop : {u'\t', u'\n', u'\r'})
                cell.replace(QChar(stop), QLatin1Char(' '));
            cells += cell;
        }
        lines += cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n'));
}

void fitColumns(QTableView *table, int stretched)
{
    const QAbstractItemModel *model = table->model();
    if (!model || table->property("widthsRemembered").toBool())
        return;
    const QAbstractItemView *view = table; // where the hint of a column is public
    QHeaderView *header = table->horizontalHeader();
    header->setResizeContentsPrecision(100);
    table->setProperty(stretchedProperty, stretched);
    if (stretched >= 0) {
        header->setStretchLastSection(false);
        for (int column = 0; column < header->count(); ++column)
            header->setSectionResizeMode(column,
                                         column == stretched ? QHeaderView::Stretch
                                                             : QHeaderView::Interactive);
    }
    // Qt would keep room for the mark of the sorted column in every one.
    const bool marked = header->isSortIndicatorShown();
    header->setSortIndicatorShown(false);
    for (int column = 0; column < header->count(); ++column) {
        if (column != stretched)
            table->setColumnWidth(column, qMax(view->sizeHintForColumn(column), titleWidth(header, column)));
    }
    if (stretched >= 0)
        makeRoom(table, stretched);
    header->setSortIndicatorShown(marked);
    makeRoomForMark(table);
}

void fitHeightToRows(QTableView *table, int maximumRows)
{
    const int rows = table->model() ? qMin(table->model()->rowCount(), maximumRows) : 0;
    const int header
            = table->horizontalHeader()->isHidden() ? 0 : table->horizontalHeader()->sizeHint().height();
    table->setVerticalScrollBarPolicy(rows < maximumRows ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    table->setFixedHeight(header + rows * table->verticalHeader()->defaultSectionSize() + 2);
}

} // namespace Matchbook

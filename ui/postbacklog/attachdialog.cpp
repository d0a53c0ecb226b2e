// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "attachdialog.h"

#include "store/lists.h"
#include "store/reader.h"
#include "vocabulary/clickid.h"
#include "widgets/celltable.h"
#include "widgets/tablesetup.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QTableView>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

constexpr int mostClicks = 50;
constexpr int typingPauseMs = 250;
constexpr qsizetype enoughOfAnId = 14; ///< its time and half of what is random
constexpr qint64 aroundMs = 60'000;
constexpr qint64 searchedBackMs = 90LL * 24 * 3600 * 1000;

/// A whole click ID names one click of any time; anything else is looked for among the clicks before the request.
RowFilter filterFor(const QString &search, const PostbackRow &postback)
{
    RowFilter filter;
    const auto whole = ClickId::parse(search.toLower().toLatin1());
    filter.search = whole ? search.toLower() : search;
    if (whole) {
        filter.since = whole->unixMs() - aroundMs;
        filter.until = whole->unixMs() + aroundMs;
        return filter;
    }
    if (search.isEmpty())
        filter.network = postback.networkId;
    filter.since = postback.time - searchedBackMs;
    filter.until = postback.time + 1;
    return filter;
}

} // namespace

AttachDialog::AttachDialog(Reader &reader, const PostbackRow &postback, const Formats &formats,
                           QWidget *parent)
    : FormDialog(tr("Attach to a click"), tr("Attach"), parent), m_reader(reader), m_postback(postback),
      m_formats(formats)
{
    setObjectName("attachDialog"_L1);
    setMinimumWidth(720);
    build();
    look();
    recheck();
}

void AttachDialog::build()
{
    m_search = new QLineEdit(this);
    m_search->setObjectName("clickSearch"_L1);
    m_search->setClearButtonEnabled(true);
    m_search->setPlaceholderText(tr("Click ID, external ID or part of the tracking link"));
    // What is left of a cut ID names its click as good as surely.
    if (m_postback.cause == PostbackCause::ClickIdTruncated && m_postback.clickId.size() >= enoughOfAnId)
        m_search->setText(m_postback.clickId.toLower());
    addField(tr("&Find"), m_search);
    m_model = new CellTable({{tr("Time")}, {tr("Click ID")}, {tr("Campaign")}, {tr("Offer")}, {tr("Sub 1")}},
                            this);
    m_table = new QTableView(this);
    m_table->setObjectName("clicks"_L1);
    m_table->setAccessibleName(tr("Clicks"));
    m_table->setModel(m_model);
    dressTable(m_table, u"attach_clicks"_s);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setMinimumHeight(280);
    addWide(m_table);
    m_lookSoon = new QTimer(this);
    m_lookSoon->setSingleShot(true);
    m_lookSoon->setInterval(typingPauseMs);
    connect(m_search, &QLineEdit::textChanged, m_lookSoon, qOverload<>(&QTimer::start));
    connect(m_lookSoon, &QTimer::timeout, this, &AttachDialog::look);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] { recheck(); });
}

void AttachDialog::look()
{
    const RowFilter filter = filterFor(m_search->text().trimmed(), m_postback);
    m_reader.ask<QList<ClickRow>>(
            this, [filter](Database &database) { return Lists(database).clicks(filter, mostClicks); },
            [this, request = ++m_request](const Expected<QList<ClickRow>> &clicks) {
                if (request == m_request)
                    take(clicks ? *clicks : QList<ClickRow>());
            });
}

void AttachDialog::take(const QList<ClickRow> &clicks)
{
    m_clicks = clicks;
    QList<QList<Cell>> rows;
    for (const ClickRow &click : clicks) {
        rows << QList<Cell>{{m_formats.dateAndTime(click.time), Tone::Grey},
                            {click.clickId, {}, true},
                            {click.campaign},
                            {click.offer},
                            {click.subIds.at(0)}};
    }
    m_model->setRows(rows);
    fitColumns(m_table, 2);
    const bool searched = !m_search->text().trimmed().isEmpty();
    setHelp(m_search,
            !clicks.isEmpty()
                    ? (searched ? tr("Clicks of every network that fit, newest first.")
                                : tr("The newest clicks of this network before the request."))
                    : tr("No click fits. A whole click ID finds it whenever it was; everything else is "
                         "looked for in the 90 days before the request."));
    if (searched && clicks.size() == 1)
        m_table->selectRow(0);
    recheck();
}

QString AttachDialog::clickId() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? QString() : m_clicks.value(rows.constFirst().row()).clickId;
}

void AttachDialog::check()
{
    setProblem(m_table, clickId().isEmpty() ? tr("Choose a click.") : QString());
}

void AttachDialog::save(const Saved &done)
{
    done({});
}

} // namespace Matchbook

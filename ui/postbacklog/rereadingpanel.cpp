// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rereadingpanel.h"

#include "postbacklog/rereadingtext.h"
#include "theme.h"
#include "widgets/celltable.h"
#include "widgets/flowlayout.h"
#include "widgets/tablesetup.h"
#include "widgets/tonedlabel.h"

#include <QBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

constexpr int mostTotals = 8;

} // namespace

RereadingPanel::RereadingPanel(QWidget *parent) : Card({}, parent)
{
    setObjectName("rereadingPanel"_L1);
    setAccessibleName(tr("Reading history again"));
    build();
    hide();
}

void RereadingPanel::build()
{
    m_headline = new QLabel(this);
    m_headline->setObjectName("rereadingHeadline"_L1);
    m_headline->setTextFormat(Qt::PlainText);
    m_headline->setWordWrap(true);
    m_headline->setFont(scaledFont(font(), 1.0, QFont::Bold));
    body()->addWidget(m_headline);
    m_sentence = new TonedLabel({}, Tone::Grey, this);
    m_sentence->setObjectName("rereadingSentence"_L1);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    body()->addWidget(m_sentence);
    m_bar = new QProgressBar(this);
    m_bar->setObjectName("rereadingProgress"_L1);
    m_bar->setAccessibleName(tr("How far it is"));
    m_bar->setTextVisible(false);
    m_bar->setMaximumHeight(8);
    body()->addWidget(m_bar);
    m_totals = new CellTable({{tr("Conversions")}, {tr("Before"), true}, {tr("After"), true}}, this);
    m_table = new QTableView(this);
    m_table->setAccessibleName(tr("Totals before and after"));
    m_table->setModel(m_totals);
    dressTable(m_table, u"rereading_totals"_s);
    body()->addWidget(m_table);
    auto *row = new FlowLayout(nullptr, Qt::LeftEdge);
    row->setSpacing(8);
    m_apply = addButton(row, "rereadingApply", tr("Apply"));
    setButtonKind(m_apply, "primary");
    m_undo = addButton(row, "rereadingUndo", tr("Undo"));
    m_cancel = addButton(row, "rereadingCancel", tr("Cancel"));
    m_dismiss = addButton(row, "rereadingDismiss", {});
    m_mappingBack = addButton(row, "mappingBack", tr("Take the setting back"));
    body()->addLayout(row);
    connect(m_apply, &QPushButton::clicked, this, &RereadingPanel::applyAsked);
    connect(m_undo, &QPushButton::clicked, this, &RereadingPanel::undoAsked);
    connect(m_cancel, &QPushButton::clicked, this, &RereadingPanel::cancelAsked);
    connect(m_mappingBack, &QPushButton::clicked, this, &RereadingPanel::mappingBackAsked);
    connect(m_dismiss, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT dismissed();
    });
}

QPushButton *RereadingPanel::addButton(QLayout *row, const char *name, const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(QLatin1StringView(name));
    row->addWidget(button);
    return button;
}

void RereadingPanel::say(const QString &headline, const QString &sentence,
                         std::initializer_list<QWidget *> shown)
{
    m_headline->setText(headline);
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    for (QWidget *part : std::initializer_list<QWidget *>{m_table, m_bar, m_apply, m_undo, m_cancel,
                                                          m_mappingBack, m_dismiss})
        part->setVisible(std::find(shown.begin(), shown.end(), part) != shown.end());
    m_dismiss->setText(tr("Close"));
    show();
}

void RereadingPanel::showWork(const QString &headline, bool cancellable)
{
    m_bar->setRange(0, 0);
    if (cancellable)
        say(headline, {}, {m_bar, m_cancel});
    else
        say(headline, {}, {m_bar});
    m_cancel->setEnabled(true);
}

void RereadingPanel::setProgress(qint64 done, qint64 total)
{
    // In thousandths: a history may be longer than an int.
    m_bar->setRange(0, 1000);
    m_bar->setValue(total > 0 ? int(done * 1000 / total) : 0);
}

void RereadingPanel::showTotals(const RereadingReport &report, const Formats &formats)
{
    m_totals->setRows(totalRows(report, formats));
    fitColumns(m_table, 0);
    fitHeightToRows(m_table, mostTotals);
    m_table->setVisible(m_totals->rowCount() > 0 && !report.cancelled);
}

void RereadingPanel::showPreview(const RereadingReport &report, const Formats &formats, bool mapped)
{
    const bool useful = report.added + report.changed + report.removed + report.understood > 0;
    say(previewHeadline(report),
        reportSentence(report, formats)
                % (useful ? '\n'_L1 % tr("Nothing else changes. You can undo it.") : QString()),
        {m_table, m_apply, m_dismiss, m_mappingBack});
    m_apply->setVisible(useful);
    m_mappingBack->setVisible(mapped);
    if (useful)
        m_dismiss->setText(mapped ? tr("Only from now on") : tr("Leave as it is"));
    showTotals(report, formats);
}

void RereadingPanel::showApplied(const RereadingReport &report, const Formats &formats, bool mapped,
                                 bool undoable)
{
    say(appliedHeadline(report), reportSentence(report, formats),
        {m_table, m_undo, m_dismiss, m_mappingBack});
    m_undo->setVisible(undoable && !report.cancelled);
    m_mappingBack->setVisible(mapped && report.cancelled);
    showTotals(report, formats);
}

void RereadingPanel::showUnchanged(const QString &headline, bool mapped)
{
    say(headline,
        mapped ? tr("The network's setting stays as you chose it, for what arrives from now on.") : QString(),
        {m_dismiss, m_mappingBack});
    m_mappingBack->setVisible(mapped);
}

void RereadingPanel::showNote(const QString &headline, const QString &sentence)
{
    say(headline, sentence, {m_dismiss});
}

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reportpicker.h"

#include "forms/filechoice.h"
#include "widgets/elidedlabel.h"
#include "widgets/emptystate.h"

#include <QFileInfo>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Matchbook {

ReportPicker::ReportPicker(const QString &advice, QWidget *parent)
    : QWidget(parent), m_row(new QWidget(this)), m_name(new ElidedLabel({}, m_row))
{
    const QString how = tr(
            "Download it from the network's dashboard as CSV and choose the file, or drop it here. You see what "
            "would come of it before anything is imported.");
    m_nothing = new EmptyState(u":/icons/networks.svg"_s, tr("Choose the report to import"),
                               advice.isEmpty() ? how : advice % u"\n"_s % how, tr("Choose &file…"), this);
    m_nothing->setObjectName("noReport"_L1);
    m_nothing->button()->setObjectName("chooseFirstFile"_L1);
    m_name->setObjectName("fileName"_L1);
    m_name->setElideMode(Qt::ElideMiddle);
    auto *another = new QPushButton(tr("Choose another &file…"), m_row);
    another->setObjectName("chooseFile"_L1);
    another->setAutoDefault(false);
    auto *across = new QHBoxLayout(m_row);
    across->setContentsMargins(0, 0, 0, 0);
    across->addWidget(m_name, 1);
    across->addWidget(another);
    m_row->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_row);
    column->addWidget(m_nothing, 1);
    connect(another, &QPushButton::clicked, this, &ReportPicker::choose);
    connect(m_nothing, &EmptyState::pressed, this, &ReportPicker::choose);
}

void ReportPicker::setFile(const QString &file)
{
    m_name->setText(QFileInfo(file).fileName());
    m_row->show();
    m_nothing->hide();
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ReportPicker::choose()
{
    const QString file
            = askForFile(this, tr("Choose the report"), tr("Tables (*.csv *.tsv *.txt);;All files (*)"));
    if (!file.isEmpty())
        Q_EMIT chosen(file);
}

} // namespace Matchbook

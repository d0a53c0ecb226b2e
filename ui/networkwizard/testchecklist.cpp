// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testchecklist.h"

#include "chaintest/stepsentences.h"
#include "networkwizard/hoplist.h"
#include "text/statuswords.h"
#include "theme.h"
#include "widgets/separator.h"
#include "widgets/tonedlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Matchbook {

TestChecklist::TestChecklist(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    setAccessibleName(tr("Steps of the test"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    for (int i = 0; i < chainStepCount; ++i)
        addRow(ChainStep::Kind(i));
    clear();
}

void TestChecklist::addRow(ChainStep::Kind kind)
{
    const QString word = stepWord(kind);
    auto *line = new QWidget(this);
    auto *across = new QHBoxLayout(line);
    across->setContentsMargins(0, 9, 0, 9);
    across->setSpacing(8);
    Row row{new TonedLabel({}, Tone::Grey, line), new QLabel(stepTitle(kind), line),
            new TonedLabel({}, Tone::Grey, line), new QWidget(line), new QVBoxLayout};
    row.mark->setObjectName(u"mark_"_s % word);
    row.mark->setFixedWidth(fontMetrics().horizontalAdvance(u"MM"_s));
    row.mark->setFont(scaledFont(font(), 1.1, QFont::Bold));
    row.mark->setAlignment(Qt::AlignTop);
    row.title->setTextFormat(Qt::PlainText);
    row.sentence->setObjectName(u"sentence_"_s % word);
    row.sentence->setFont(scaledFont(font(), 0.93));
    row.sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row.column->setSpacing(2);
    row.column->addWidget(row.title);
    row.column->addWidget(row.sentence);
    if (kind == ChainStep::Kind::Redirects) {
        m_hops = new HopList(line);
        row.column->addWidget(m_hops);
    }
    auto *repairs = new QVBoxLayout(row.repairs);
    repairs->setContentsMargins(0, 0, 0, 0);
    repairs->setSpacing(0);
    row.column->addWidget(row.repairs);
    across->addWidget(row.mark, 0, Qt::AlignTop);
    across->addLayout(row.column, 1);
    m_column->addWidget(line);
    m_column->addWidget(new Separator(this));
    m_rows.append(row);
}

void TestChecklist::clear()
{
    for (int i = 0; i < chainStepCount; ++i)
        setStep({ChainStep::Kind(i), ChainStep::State::Waiting, {}, {}, {}});
    setHops({}, {});
}

void TestChecklist::setStep(const ChainStep &step)
{
    const Row &row = m_rows.at(int(step.kind));
    setMark(row, step);
    row.sentence->setText(step.sentence);
    row.sentence->setVisible(!step.sentence.isEmpty());
    setRepairs(row, step);
}

void TestChecklist::setMark(const Row &row, const ChainStep &step)
{
    const auto mark = [&](const QString &text, Tone tone, const QString &word) {
        row.mark->setText(text);
        row.mark->setTone(tone);
        row.mark->setAccessibleName(word);
        row.mark->setToolTip(word);
    };
    switch (step.state) {
    case ChainStep::State::Waiting:
        return mark(u"·"_s, Tone::Grey, tr("to do"));
    case ChainStep::State::Running:
        return mark(u"…"_s, Tone::Amber, tr("running"));
    case ChainStep::State::Passed:
        if (step.isUnproven())
            return mark(QString(QChar(0x2713)), Tone::Amber, tr("passed, unproven"));
        return mark(QString(QChar(0x2713)), Tone::Green, tr("passed"));
    case ChainStep::State::Warning:
        return mark(u"!"_s, Tone::Amber, tr("warning"));
    case ChainStep::State::Failed:
        return mark(QString(QChar(0x2715)), Tone::Red, tr("failed"));
    case ChainStep::State::Skipped:
        return mark(u"–"_s, Tone::Grey, step.waitsForSale() ? tr("not tested yet") : tr("not tried"));
    }
}

void TestChecklist::setRepairs(const Row &row, const ChainStep &step)
{
    qDeleteAll(row.repairs->findChildren<QPushButton *>(Qt::FindDirectChildrenOnly));
    for (const Repair &repair : step.repairs) {
        auto *button = new QPushButton(repairText(repair), row.repairs);
        button->setObjectName(u"repair_"_s % repairWord(repair));
        button->setAutoDefault(false);
        button->setCursor(Qt::PointingHandCursor);
        const auto *word = std::get_if<MapStatusWord>(&repair);
        const bool asks = word && !word->suggested;
        setButtonKind(button, asks ? "menu" : "link");
        row.repairs->layout()->addWidget(button);
        row.repairs->layout()->setAlignment(button, Qt::AlignLeft);
        if (asks)
            button->setMenu(meanings(*word, button));
        else
            connect(button, &QPushButton::clicked, this, [this, repair] { Q_EMIT repairAsked(repair); });
    }
    const auto remedy = remedyOf(step);
    if (remedy)
        addRemedy(row, *remedy, step.cause);
    row.repairs->setVisible(remedy || !step.repairs.isEmpty());
}

void TestChecklist::addRemedy(const Row &row, TestRemedy remedy, const QString &cause)
{
    auto *button = new QPushButton(remedyText(remedy, cause), row.repairs);
    button->setObjectName("remedy"_L1);
    button->setAutoDefault(false);
    button->setCursor(Qt::PointingHandCursor);
    setButtonKind(button, "link");
    row.repairs->layout()->addWidget(button);
    row.repairs->layout()->setAlignment(button, Qt::AlignLeft);
    connect(button, &QPushButton::clicked, this, [this, remedy] { Q_EMIT remedyAsked(remedy); });
}

// What nobody can guess the person says.
QMenu *TestChecklist::meanings(const MapStatusWord &word, QWidget *parent)
{
    auto *menu = new QMenu(parent);
    for (const auto status :
         {ConversionStatus::Approved, ConversionStatus::Pending, ConversionStatus::Rejected,
          ConversionStatus::Refunded, ConversionStatus::ChargedBack, ConversionStatus::Ignored}) {
        MapStatusWord said = word;
        said.suggested = status;
        connect(menu->addAction(statusText(status)), &QAction::triggered, this,
                [this, said] { Q_EMIT repairAsked(said); });
    }
    return menu;
}

void TestChecklist::setHops(const QList<Hop> &hops, const IdTrace &trace)
{
    m_hops->setHops(hops, trace);
}

} // namespace Matchbook

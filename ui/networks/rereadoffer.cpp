// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rereadoffer.h"

#include "engine/rereadingdesk.h"
#include "failuretext.h"
#include "text/statuswords.h"
#include "widgets/tonedlabel.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

bool changesNothing(const RereadingReport &report)
{
    return report.added == 0 && report.changed == 0 && report.removed == 0;
}

QString countsText(const RereadingReport &report)
{
    QStringList parts;
    if (report.added > 0)
        parts += RereadOffer::tr("%n conversions added", nullptr, int(report.added));
    if (report.changed > 0)
        parts += RereadOffer::tr("%n changed", nullptr, int(report.changed));
    if (report.removed > 0)
        parts += RereadOffer::tr("%n removed", nullptr, int(report.removed));
    return parts.join(u", "_s);
}

} // namespace

QString totalsText(const RereadingReport &report, const Formats &formats)
{
    QStringList lines;
    StatusTotals keys = report.before;
    keys.insert(report.after);
    for (auto key = keys.keyBegin(); key != keys.keyEnd(); ++key) {
        const StatusTotal before = report.before.value(*key);
        const StatusTotal after = report.after.value(*key);
        if (before == after)
            continue;
        const Currency currency = Currency::fromCode(key->first).value_or(Currency());
        lines += RereadOffer::tr("%1: %2 (%3) → %4 (%5)", "status: conversions and payout before and after")
                         .arg(statusText(key->second), formats.count(before.conversions),
                              formats.money(Money{before.payoutMicros, currency}),
                              formats.count(after.conversions),
                              formats.money(Money{after.payoutMicros, currency}));
    }
    return lines.join(u'\n');
}

RereadOffer::RereadOffer(RereadingDesk &desk, const Formats &formats, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_formats(formats)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_text = new TonedLabel({}, Tone::Grey, this);
    m_text->setObjectName("rereadText"_L1);
    m_progress = new QProgressBar(this);
    m_progress->setTextVisible(false);
    buildButtons();
    listen();
    setIdle();
}

RereadOffer::~RereadOffer()
{
    if (m_job != 0 && m_task != Task::Undo)
        m_desk.cancel(m_job);
}

void RereadOffer::buildButtons()
{
    auto *row = new QHBoxLayout;
    const auto button = [this, row](const QString &text, const char *name) {
        auto *made = new QPushButton(text, this);
        made->setObjectName(QLatin1StringView(name));
        made->setAutoDefault(false);
        row->addWidget(made);
        return made;
    };
    m_apply = button(tr("&Read history again"), "rereadApply");
    m_undo = button(tr("&Undo"), "rereadUndo");
    m_cancel = button(tr("Cancel reading"), "rereadCancel");
    row->addStretch(1);
    auto *column = qobject_cast<QVBoxLayout *>(layout());
    column->addWidget(m_text);
    column->addWidget(m_progress);
    column->addLayout(row);
    m_apply->hide();
    m_undo->hide();
    connect(m_apply, &QPushButton::clicked, this, [this] { begin(Task::Apply); });
    connect(m_undo, &QPushButton::clicked, this, [this] { begin(Task::Undo); });
    connect(m_cancel, &QPushButton::clicked, this, &RereadOffer::cancel);
}

// The desk serves whoever asks, so it is looked whose answer comes.
void RereadOffer::listen()
{
    const auto isOurs = [this](qint64 job) { return m_job != 0 && job == m_job; };
    connect(&m_desk, &RereadingDesk::progressed, this, [this, isOurs](qint64 job, qint64 done, qint64 total) {
        if (!isOurs(job))
            return;
        m_progress->setMaximum(1000);
        m_progress->setValue(total > 0 ? int(done * 1000 / total) : 0);
    });
    connect(&m_desk, &RereadingDesk::previewed, this,
            [this, isOurs](qint64 job, const RereadingReport &report) {
                if (isOurs(job))
                    showPreview(report);
            });
    connect(&m_desk, &RereadingDesk::applied, this,
            [this, isOurs](qint64 job, const RereadingReport &report, qint64 begunAt) {
                if (isOurs(job))
                    showDone(report, begunAt);
            });
    connect(&m_desk, &RereadingDesk::undone, this, [this, isOurs](qint64 job) {
        if (isOurs(job))
            showUndone();
    });
    connect(&m_desk, &RereadingDesk::failed, this, [this, isOurs](qint64 job, const Failure &failure) {
        if (isOurs(job))
            showFailure(m_task, failure);
    });
    connect(&m_desk, &RereadingDesk::freed, this, [this] {
        if (m_task != Task::None && m_job == 0)
            begin(m_task);
    });
}

void RereadOffer::ask(NetworkId network)
{
    m_choice = {};
    m_choice.network = network;
    begin(Task::Preview);
}

void RereadOffer::begin(Task task)
{
    m_task = task;
    switch (task) {
    case Task::None:
        return;
    case Task::Preview:
        m_text->setText(tr("Looking what this means for what has arrived before …"));
        m_job = m_desk.preview(m_choice);
        break;
    case Task::Apply:
        m_text->setText(tr("Reading history again …"));
        m_job = m_desk.apply(m_choice);
        break;
    case Task::Undo:
        m_text->setText(tr("Taking it back …"));
        m_job = m_desk.undo(m_begunAt);
        break;
    }
    if (m_job == 0)
        m_text->setText(tr("History is just being read again for something else. This follows by itself."));
    m_progress->setMaximum(0);
    m_progress->show();
    m_cancel->setVisible(task != Task::Undo);
    m_apply->setEnabled(false);
    m_undo->setEnabled(false);
}

void RereadOffer::cancel()
{
    if (m_job != 0)
        m_desk.cancel(m_job);
    else
        showFailure(m_task, {Failure::Kind::Cancelled, {}});
}

void RereadOffer::showPreview(const RereadingReport &report)
{
    setIdle();
    if (changesNothing(report)) {
        m_text->setText(tr("The mapping is saved. It changes nothing of what has arrived before."));
        return;
    }
    m_apply->show();
    m_text->setText(tr("The mapping is saved. Read again by it, what has arrived before would give: %1.\n%2")
                            .arg(countsText(report), totalsText(report, m_formats)));
}

void RereadOffer::showDone(const RereadingReport &report, qint64 begunAt)
{
    setIdle();
    m_apply->hide();
    if (report.cancelled) {
        m_text->setText(tr("Cancelled; history is as it was."));
        return;
    }
    m_begunAt = begunAt;
    m_undo->setVisible(begunAt != 0);
    m_text->setText(
            tr("History was read again: %1.\n%2").arg(countsText(report), totalsText(report, m_formats)));
    Q_EMIT applied();
}

void RereadOffer::showUndone()
{
    setIdle();
    m_undo->hide();
    m_text->setText(tr("History is as it was before. The mapping stays, for what arrives from now on."));
    Q_EMIT applied();
}

void RereadOffer::showFailure(Task task, const Failure &failure)
{
    setIdle();
    const bool isUndo = task == Task::Undo;
    if (failure.kind == Failure::Kind::Cancelled)
        m_text->setText(tr("Cancelled; history is as it was."));
    else if (failure.kind == Failure::Kind::AlreadyExists)
        m_text->setText(tr("Another Matchbook is just reading history again. Try again when that is done."));
    else if (isUndo && failure.kind == Failure::Kind::BadUsage)
        m_text->setText(tr("History was read again once more since then; only the last time can be undone."));
    else if (isUndo && failure.kind == Failure::Kind::NotFound)
        m_text->setText(tr("This has been undone already."));
    else
        m_text->setText(failureText(failure));
}

void RereadOffer::setIdle()
{
    m_task = Task::None;
    m_job = 0;
    m_progress->hide();
    m_cancel->hide();
    m_apply->setEnabled(true);
    m_undo->setEnabled(true);
}

} // namespace Matchbook

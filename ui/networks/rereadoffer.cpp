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
    column->addWidget(m_text);
    column->addWidget(m_progress);
    column->addLayout(row);
    setIdle();
    m_apply->hide();
    m_undo->hide();
    connect(m_apply, &QPushButton::clicked, this, [this] {
        setAtWork(tr("Reading history again …"));
        m_desk.apply(m_choice);
    });
    connect(m_undo, &QPushButton::clicked, this, [this] {
        setAtWork(tr("Taking it back …"));
        m_desk.undo();
    });
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_desk.cancel(); });
    connect(&m_desk, &RereadingDesk::progressed, this, [this](qint64 done, qint64 total) {
        m_progress->setMaximum(1000);
        m_progress->setValue(total > 0 ? int(done * 1000 / total) : 0);
    });
    connect(&m_desk, &RereadingDesk::previewed, this, &RereadOffer::showPreview);
    connect(&m_desk, &RereadingDesk::applied, this, &RereadOffer::showDone);
    connect(&m_desk, &RereadingDesk::failed, this, &RereadOffer::showFailure);
    connect(&m_desk, &RereadingDesk::undone, this, [this] {
        if (!m_asked)
            return;
        setIdle();
        m_undo->hide();
        m_text->setText(tr("History is as it was before. The mapping stays, for what arrives from now on."));
        Q_EMIT applied();
    });
}

RereadOffer::~RereadOffer()
{
    if (m_asked && m_cancel->isVisibleTo(this))
        m_desk.cancel();
}

void RereadOffer::ask(NetworkId network)
{
    m_asked = true;
    m_choice = {};
    m_choice.network = network;
    setAtWork(tr("Looking what this means for what has arrived before …"));
    m_desk.preview(m_choice);
}

void RereadOffer::showPreview(const RereadingReport &report)
{
    if (!m_asked)
        return;
    setIdle();
    if (changesNothing(report)) {
        m_text->setText(tr("The mapping is saved. It changes nothing of what has arrived before."));
        return;
    }
    m_apply->show();
    m_text->setText(tr("The mapping is saved. Read again by it, what has arrived before would give: %1.\n%2")
                            .arg(countsText(report), totalsText(report, m_formats)));
}

void RereadOffer::showDone(const RereadingReport &report)
{
    if (!m_asked)
        return;
    setIdle();
    m_apply->hide();
    if (report.cancelled) {
        m_text->setText(tr("Cancelled; history is as it was."));
        return;
    }
    m_undo->show();
    m_text->setText(
            tr("History was read again: %1.\n%2").arg(countsText(report), totalsText(report, m_formats)));
    Q_EMIT applied();
}

void RereadOffer::showFailure(const Failure &failure)
{
    if (!m_asked)
        return;
    setIdle();
    m_text->setText(failure.kind == Failure::Kind::Cancelled ? tr("Cancelled; history is as it was.")
                                                             : failureText(failure));
}

void RereadOffer::setAtWork(const QString &text)
{
    m_text->setText(text);
    m_progress->setMaximum(0);
    m_progress->show();
    m_cancel->show();
    m_apply->setEnabled(false);
    m_undo->setEnabled(false);
}

void RereadOffer::setIdle()
{
    m_progress->hide();
    m_cancel->hide();
    m_apply->setEnabled(true);
    m_undo->setEnabled(true);
}

} // namespace Matchbook

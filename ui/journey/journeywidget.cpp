// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journeywidget.h"

#include "failuretext.h"
#include "journey/timelinestep.h"
#include "networks/formdecoding.h"
#include "text/statuswords.h"
#include "theme.h"
#include "widgets/banner.h"
#include "widgets/card.h"
#include "widgets/copyfield.h"
#include "widgets/statuspill.h"
#include "widgets/tonedlabel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

constexpr int copiedForMs = 2000;

} // namespace

JourneyWidget::JourneyWidget(AskJourney ask, const QString &hint, QWidget *parent)
    : QWidget(parent), m_ask(std::move(ask)), m_card(new Card(tr("Journey"), this)), m_hintText(hint)
{
    setObjectName("journey"_L1);
    setAccessibleName(tr("Journey"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    m_copyId = new QPushButton(tr("Copy click ID"), this);
    m_copyId->setObjectName("copyClickId"_L1);
    setButtonKind(m_copyId, "quiet");
    m_card->addToHeader(m_copyId);
    m_stack = new QStackedWidget(this);
    auto *nothing = new QWidget(this);
    auto *nothingColumn = new QVBoxLayout(nothing);
    nothingColumn->setContentsMargins(0, 0, 0, 0);
    m_hint = new TonedLabel(hint, Tone::Grey, nothing);
    m_hint->setObjectName("journeyHint"_L1);
    m_trouble = new Banner(Tone::Red, nothing);
    nothingColumn->addWidget(m_hint);
    nothingColumn->addWidget(m_trouble);
    nothingColumn->addStretch(1);
    m_scroll = new QScrollArea(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(buildBody());
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->widget()->setAutoFillBackground(false);
    m_stack->addWidget(nothing);
    m_stack->addWidget(m_scroll);
    m_card->body()->addWidget(m_stack, 1);
    connect(m_copyId, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_clickId->text());
        m_copyId->setText(tr("Copied"));
        QTimer::singleShot(copiedForMs, m_copyId, [this] { m_copyId->setText(tr("Copy click ID")); });
    });
    showSubject({});
}

QWidget *JourneyWidget::buildBody()
{
    auto *body = new QWidget(this);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 6, 0);
    column->setSpacing(6);
    auto *head = new QHBoxLayout;
    m_amount = new QLabel(body);
    m_amount->setObjectName("journeyAmount"_L1);
    m_amount->setTextFormat(Qt::PlainText);
    m_amount->setFont(scaledFont(font(), 1.3, QFont::Bold));
    m_pill = new StatusPill({}, Tone::Grey, body);
    m_pill->setObjectName("journeyStatus"_L1);
    head->addWidget(m_amount);
    head->addWidget(m_pill, 0, Qt::AlignVCenter);
    head->addStretch(1);
    column->addLayout(head);
    m_clickId = new QLabel(body);
    m_clickId->setObjectName("journeyClickId"_L1);
    m_clickId->setTextFormat(Qt::PlainText);
    m_clickId->setFont(monospacedFont(font()));
    m_clickId->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_clickId->setAccessibleName(tr("Click ID"));
    column->addWidget(m_clickId);
    column->addSpacing(8);
    m_timeline = new QWidget(body);
    m_timeline->setObjectName("journeyTimeline"_L1);
    auto *steps = new QVBoxLayout(m_timeline);
    steps->setContentsMargins(0, 0, 0, 0);
    steps->setSpacing(0);
    column->addWidget(m_timeline);
    m_rawTitle = new TonedLabel(tr("Raw request"), Tone::Grey, body);
    column->addWidget(m_rawTitle);
    m_raw = new CopyField(tr("Raw request"), body);
    m_raw->setObjectName("journeyRaw"_L1);
    column->addWidget(m_raw);
    column->addStretch(1);
    return body;
}

void JourneyWidget::setFormats(const Formats &formats, qint64 now)
{
    m_formats = formats;
    m_now = now;
}

void JourneyWidget::showSubject(const JourneySubject &subject)
{
    const bool other = subject != m_subject;
    m_subject = subject;
    ++m_request;
    if (subject.kind == JourneySubject::Kind::None) {
        m_hint->setText(m_hintText);
        m_hint->show();
        m_trouble->hide();
        m_copyId->hide();
        m_stack->setCurrentIndex(0);
        return;
    }
    if (other) {
        m_scroll->verticalScrollBar()->setValue(0);
        m_chosen = {};
    }
    m_ask(this, subject,
          [this, request = m_request](const Expected<Journey> &answer) { take(request, answer); });
}

void JourneyWidget::refresh()
{
    if (m_subject.kind != JourneySubject::Kind::None)
        showSubject(m_subject);
}

void JourneyWidget::take(int request, const Expected<Journey> &answer)
{
    if (request != m_request)
        return;
    if (answer) {
        m_stack->setCurrentIndex(1);
        present(*answer);
        return;
    }
    // A row that was chosen and is purged meanwhile is nobody's trouble.
    if (answer.error().kind == Failure::Kind::NotFound)
        return showSubject({});
    m_trouble->setMessage(Tone::Red, failureTitle(answer.error()), failureText(answer.error()));
    m_hint->hide();
    m_trouble->show();
    m_copyId->hide();
    m_stack->setCurrentIndex(0);
}

void JourneyWidget::present(const Journey &journey)
{
    m_journey = journey;
    const PostbackId selected{m_subject.kind == JourneySubject::Kind::Postback ? m_subject.id : 0};
    const PostbackRow *postback = mainPostback(journey, selected);
    presentHead(journey, postback);
    presentTimeline(journey);
    presentRaw(journey, m_chosen.isValid() ? mainPostback(journey, m_chosen) : postback);
}

void JourneyWidget::presentRaw(const Journey &journey, const PostbackRow *postback)
{
    QString raw;
    if (postback)
        raw = rawRequestText(*postback);
    else if (journey.click && !journey.click->query.isEmpty())
        raw = u'?' % displayText(journey.click->query);
    m_rawTitle->setText(postback ? tr("Raw request") : tr("What the tracking link carried"));
    if (postback && journey.postbacks.size() > 1)
        m_rawTitle->setText(tr("Raw request of %1").arg(m_formats.dateAndTime(postback->time)));
    m_rawTitle->setVisible(!raw.isEmpty());
    m_raw->setVisible(!raw.isEmpty());
    if (m_raw->text() != raw)
        m_raw->setText(raw);
}

void JourneyWidget::choose(PostbackId postback)
{
    m_chosen = postback;
    presentRaw(m_journey, mainPostback(m_journey, postback));
    m_scroll->ensureWidgetVisible(m_raw);
}

void JourneyWidget::presentHead(const Journey &journey, const PostbackRow *postback)
{
    QString clickId;
    if (journey.conversion) {
        const Conversion &conversion = journey.conversion->conversion;
        m_amount->setText(m_formats.money(conversion.payout));
        m_pill->setPill(statusText(conversion.status), statusTone(conversion.status));
        clickId = conversion.clickId;
    } else if (postback) {
        m_amount->setText(postback->payout ? m_formats.money(*postback->payout) : tr("No amount"));
        m_pill->setPill(outcomeText(*postback), outcomeTone(*postback));
        clickId = postback->clickId;
    } else {
        m_amount->setText(tr("Click"));
        m_pill->setPill(tr("No conversion yet"), Tone::Grey);
    }
    if (journey.click)
        clickId = journey.click->clickId;
    m_clickId->setText(clickId);
    m_clickId->setVisible(!clickId.isEmpty());
    m_copyId->setVisible(!clickId.isEmpty());
}

void JourneyWidget::presentTimeline(const Journey &journey)
{
    const QList<JourneyStep> steps = journeySteps(journey, m_formats);
    // What is being read or marked must not be replaced by the same.
    if (steps == m_steps)
        return;
    m_steps = steps;
    QLayout *layout = m_timeline->layout();
    while (QLayoutItem *item = layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (qsizetype i = 0; i < steps.size(); ++i) {
        auto *step = new TimelineStep(steps.at(i), m_formats, m_now, m_timeline);
        step->setEnds(i == 0, i == steps.size() - 1);
        connect(step, &TimelineStep::chosen, this, &JourneyWidget::choose);
        layout->addWidget(step);
    }
}

} // namespace Matchbook

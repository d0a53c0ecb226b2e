// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keydialog.h"

#include "failuretext.h"
#include "text/statuswords.h"
#include "theme.h"
#include "widgets/copyfield.h"
#include "widgets/tonedlabel.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

constexpr qint64 dayMs = 86'400'000;
constexpr int usualDays = 7;

} // namespace

KeyDialog::KeyDialog(const AffiliateNetwork &network, const KeyRotation &rotation, const Formats &formats,
                     QWidget *parent)
    : QDialog(parent), m_network(network), m_rotation(rotation), m_formats(formats)
{
    setObjectName("keyDialog"_L1);
    setWindowTitle(tr("New key for %1").arg(network.name));
    setMinimumWidth(520);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(14);
    buildQuestion(column);
    m_scroll = new QScrollArea(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->viewport()->setAutoFillBackground(false);
    auto *answer = new QWidget(m_scroll);
    answer->setAutoFillBackground(false);
    m_answer = new QVBoxLayout(answer);
    m_answer->setContentsMargins(0, 0, 0, 0);
    m_answer->setSpacing(10);
    m_scroll->setWidget(answer);
    m_scroll->hide();
    column->addWidget(m_scroll, 1);
    m_failure = new TonedLabel({}, Tone::Red, this);
    m_failure->setObjectName("failure"_L1);
    m_failure->hide();
    column->addWidget(m_failure);
    column->addStretch(1);
    auto *buttons = new QDialogButtonBox(this);
    m_rotate = buttons->addButton(tr("Make a new key"), QDialogButtonBox::ActionRole);
    m_rotate->setObjectName("rotate"_L1);
    setButtonKind(m_rotate, "primary");
    m_close = buttons->addButton(QDialogButtonBox::Cancel);
    m_close->setObjectName("close"_L1);
    column->addWidget(buttons);
    connect(m_rotate, &QPushButton::clicked, this, &KeyDialog::rotate);
    connect(buttons, &QDialogButtonBox::rejected, this, [this] { done(m_rotated ? Accepted : Rejected); });
}

void KeyDialog::buildQuestion(QVBoxLayout *column)
{
    m_question = new QWidget(this);
    auto *rows = new QVBoxLayout(m_question);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(12);
    rows->addWidget(new TonedLabel(
            tr("The key is the secret part of the postback URL. A new one is for when somebody else may know it. "
               "Afterwards the network has to be given the new URL."),
            Tone::Grey, m_question));
    m_days = new QSpinBox(m_question);
    m_days->setObjectName("keepDays"_L1);
    m_days->setRange(0, 365);
    m_days->setValue(usualDays);
    m_days->setSuffix(tr(" days"));
    m_days->setSpecialValueText(tr("not at all"));
    auto *form = new QFormLayout;
    form->addRow(tr("The &old URL works for"), m_days);
    rows->addLayout(form);
    column->addWidget(m_question);
}

void KeyDialog::rotate()
{
    m_rotate->setEnabled(false);
    m_failure->hide();
    const qint64 keepMs = m_days->value() * dayMs;
    const qint64 until = m_rotation.now() + keepMs;
    m_rotation.rotate(this, m_network.id, keepMs, [this, until](const Expected<AffiliateNetwork> &network) {
        if (network)
            return showUrls(*network, until);
        m_rotate->setEnabled(true);
        m_failure->setText(failureText(network.error()));
        m_failure->show();
    });
}

void KeyDialog::showUrls(const AffiliateNetwork &network, qint64 until)
{
    m_rotated = true;
    m_question->hide();
    m_rotate->hide();
    m_close->setText(tr("Close"));
    auto *note = new TonedLabel(
            m_days->value() == 0
                    ? tr("Paste this into the network's dashboard now: the old URL has stopped working.")
                    : tr("Paste this into the network's dashboard. The old URL works until %1; the Networks page "
                         "says as long as it is still used.")
                              .arg(m_formats.dateAndTime(until)),
            Tone::Grey, this);
    note->setObjectName("oldKeyNote"_L1);
    m_answer->addWidget(note);
    const auto urls = m_rotation.urls(network);
    for (const ReadyPostbackUrl &one : urls) {
        auto *field = new CopyField(tr("New postback URL"), this);
        field->setObjectName("newUrl"_L1);
        field->setText(one.url);
        field->setNote(
                one.purpose.isEmpty() && one.status
                        ? tr("If the dashboard has a field for each status: %1").arg(statusText(*one.status))
                        : one.purpose);
        m_answer->addWidget(field);
    }
    m_answer->addStretch(1);
    // Networks with a URL for each status have more of them than a small screen has room for.
    constexpr double shareOfScreen = 0.6;
    m_scroll->show();
    const QWidget *answer = m_scroll->widget();
    const int wanted = answer->heightForWidth(answer->sizeHint().width()) > 0
            ? answer->heightForWidth(width() - 2 * 20)
            : answer->sizeHint().height();
    m_scroll->setMinimumHeight(qMin(wanted, int(screen()->availableGeometry().height() * shareOfScreen)));
    adjustSize();
}

} // namespace Matchbook

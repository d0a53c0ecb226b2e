// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formdialog.h"

#include "failuretext.h"
#include "theme.h"
#include "widgets/tonedlabel.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QShowEvent>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Matchbook {

FormDialog::FormDialog(const QString &title, const QString &okText, QWidget *parent)
    : QDialog(parent), m_form(new QFormLayout), m_failure(new TonedLabel({}, Tone::Red, this))
{
    setWindowTitle(title);
    setMinimumWidth(520);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(14);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setVerticalSpacing(10);
    m_form->setHorizontalSpacing(14);
    column->addLayout(m_form);
    m_failure->setObjectName("failure"_L1);
    m_failure->hide();
    column->addWidget(m_failure);
    column->addStretch(1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    m_cancel = buttons->button(QDialogButtonBox::Cancel);
    m_ok->setObjectName("ok"_L1);
    m_ok->setText(okText);
    setButtonKind(m_ok, "primary");
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &FormDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &FormDialog::reject);
}

void FormDialog::addField(const QString &label, QWidget *field, const QString &help)
{
    auto *caption = new QLabel(label, this);
    caption->setBuddy(field);
    QString name = label;
    field->setAccessibleName(name.remove(u'&'));
    auto *note = new TonedLabel({}, Tone::Grey, this);
    note->setObjectName(field->objectName() % "Note"_L1);
    auto *column = new QVBoxLayout;
    column->setSpacing(3);
    column->addWidget(field);
    column->addWidget(note);
    m_form->addRow(caption, column);
    m_notes.insert(field, note);
    if (!m_firstField)
        m_firstField = field;
    // The buttons were there before, but are reached last.
    setTabOrder(field, m_ok);
    setTabOrder(m_ok, m_cancel);
    setHelp(field, help);
}

void FormDialog::addWide(QWidget *widget)
{
    m_form->addRow(widget);
}

void FormDialog::setHelp(QWidget *field, const QString &help)
{
    m_helps.insert(field, help);
    field->setAccessibleDescription(help);
    showNote(field);
}

void FormDialog::setProblem(QWidget *field, const QString &problem)
{
    m_problems.insert(field, problem);
    showNote(field);
}

void FormDialog::showNote(const QWidget *field)
{
    TonedLabel *note = m_notes.value(field);
    if (!note)
        return;
    const QString problem = m_edited.contains(field) ? m_problems.value(field) : QString();
    const QString text = problem.isEmpty() ? m_helps.value(field) : problem;
    note->setText(text);
    note->setVisible(!text.isEmpty());
    note->setTone(problem.isEmpty() ? Tone::Grey : Tone::Red);
}

void FormDialog::edited(QWidget *field)
{
    m_edited.insert(field);
    recheck();
}

void FormDialog::recheck()
{
    check();
    QString first;
    for (const QString &problem : std::as_const(m_problems))
        first = first.isEmpty() ? problem : first;
    m_ok->setEnabled(first.isEmpty() && !m_saving);
    m_ok->setToolTip(first);
    showBelow();
    growToContent();
}

// A disabled button alone would not say why.
void FormDialog::showBelow()
{
    QString below;
    for (auto problem = m_problems.cbegin(); problem != m_problems.cend(); ++problem) {
        if (below.isEmpty() && !m_notes.contains(problem.key()) && m_edited.contains(problem.key()))
            below = *problem;
    }
    if (!below.isEmpty())
        m_failure->setText(below);
    if (!below.isEmpty() || m_problemBelow)
        m_failure->setVisible(!below.isEmpty());
    m_problemBelow = !below.isEmpty();
}

// Wrapped notes need more height the narrower they are, which a dialog does not see to by itself.
void FormDialog::growToContent()
{
    if (!isVisible())
        return;
    layout()->activate();
    const int needed = layout()->totalHeightForWidth(width());
    if (needed > height())
        resize(width(), needed);
}

void FormDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    growToContent();
    if (m_firstField && !event->spontaneous())
        m_firstField->setFocus();
}

void FormDialog::accept()
{
    recheck();
    if (!m_ok->isEnabled())
        return;
    m_saving = true;
    m_ok->setEnabled(false);
    m_failure->hide();
    const QPointer<FormDialog> alive(this);
    save([alive](const std::optional<Failure> &failure) {
        if (alive)
            alive->finish(failure);
    });
}

void FormDialog::finish(const std::optional<Failure> &failure)
{
    m_saving = false;
    if (!failure) {
        QDialog::accept();
        return;
    }
    m_failure->setText(failureText(*failure));
    m_failure->show();
    recheck();
}

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wizardpage.h"

#include "failuretext.h"
#include "theme.h"
#include "widgets/banner.h"
#include "widgets/tonedlabel.h"

#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>
#include <QWizard>

#include <utility>

using namespace Qt::StringLiterals;

namespace Matchbook {

WizardPage::WizardPage(NetworkDraft &draft, const QString &step, QWidget *parent)
    : QWizardPage(parent), m_draft(draft), m_step(step)
{
    setAccessibleName(step);
    // The wizard gives its pages the role of a text field, in which labels would not have their own colours.
    setBackgroundRole(QPalette::Window);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(26, 22, 14, 8);
    column->setSpacing(6);
    m_title = new QLabel(this);
    m_title->setObjectName("heading"_L1);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_title->setFont(scaledFont(font(), 1.35, QFont::DemiBold));
    m_sentence = new TonedLabel({}, Tone::Grey, this);
    m_sentence->setObjectName("sentence"_L1);
    m_failure = new Banner(Tone::Red, this);
    m_failure->setObjectName("failure"_L1);
    m_failure->hide();
    column->addWidget(m_title);
    column->addWidget(m_sentence);
    column->addWidget(m_failure);
    column->addSpacing(6);
    buildScroll(column);
}

void WizardPage::buildScroll(QVBoxLayout *column)
{
    m_scroll = new QScrollArea(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new QWidget(m_scroll);
    m_body = new QVBoxLayout(content);
    m_body->setContentsMargins(0, 0, 12, 8);
    m_body->setSpacing(10);
    m_scroll->setWidget(content);
    m_scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    column->addWidget(m_scroll, 1);
}

void WizardPage::setHeading(const QString &title, const QString &sentence)
{
    m_title->setText(title);
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    setAccessibleDescription(title);
}

void WizardPage::reveal(QWidget *widget)
{
    QTimer::singleShot(0, widget, [this, widget] { m_scroll->ensureWidgetVisible(widget, 0, 8); });
}

void WizardPage::showFailure(const Failure &failure)
{
    m_failure->setMessage(Tone::Red, failureTitle(failure), failureText(failure));
    m_failure->show();
}

// The wizard wants an answer at once and the store gives it later. So the first Next stores, and what comes of it presses
// Next once more.
bool WizardPage::validatePage()
{
    if (m_saving)
        return false;
    if (m_saved) {
        m_saved = false;
        return true;
    }
    m_failure->hide();
    m_saving = true;
    m_asking = true;
    const QPointer<WizardPage> alive(this);
    save([alive](const std::optional<Failure> &failure) {
        if (alive)
            alive->takeSaved(failure);
    });
    m_asking = false;
    return std::exchange(m_saved, false);
}

// Enter on a button means that button, and Next everywhere else.
void WizardPage::keyPressEvent(QKeyEvent *event)
{
    auto *button = qobject_cast<QPushButton *>(focusWidget());
    const bool entered = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!button || !entered || !button->isEnabled() || event->isAutoRepeat())
        return QWizardPage::keyPressEvent(event);
    button->click();
    event->accept();
}

void WizardPage::leaveOut()
{
    if (m_saving)
        return;
    skip();
    m_saved = true;
    wizard()->next();
    m_saved = false;
}

void WizardPage::takeSaved(const std::optional<Failure> &failure)
{
    m_saving = false;
    // The page has said it in its own place.
    if (failure && failure->kind == Failure::Kind::Cancelled)
        return;
    if (failure)
        return showFailure(*failure);
    m_saved = true;
    // Somebody who has gone back meanwhile stays there.
    if (!m_asking && wizard() && wizard()->currentPage() == this)
        wizard()->next();
    if (!m_asking)
        m_saved = false;
}

TonedLabel *addFieldRow(QFormLayout *form, const QString &label, QWidget *field, const QString &help)
{
    auto *caption = new QLabel(label, field->parentWidget());
    caption->setBuddy(field);
    // Forms that stand below each other begin at the same edge.
    caption->setMinimumWidth(caption->fontMetrics().averageCharWidth() * 16);
    QString name = label;
    field->setAccessibleName(name.remove(u'&'));
    field->setAccessibleDescription(help);
    auto *note = new TonedLabel({}, Tone::Grey, field->parentWidget());
    note->setObjectName(field->objectName() % "Note"_L1);
    auto *column = new QVBoxLayout;
    column->setSpacing(3);
    column->addWidget(field);
    column->addWidget(note);
    form->addRow(caption, column);
    showNote(note, {}, help);
    return note;
}

void showNote(TonedLabel *note, const QString &problem, const QString &help)
{
    const QString &text = problem.isEmpty() ? help : problem;
    note->setTone(problem.isEmpty() ? Tone::Grey : Tone::Red);
    note->setText(text);
    note->setVisible(!text.isEmpty());
}

QFormLayout *makeForm()
{
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setVerticalSpacing(10);
    form->setHorizontalSpacing(14);
    return form;
}

QLabel *makeSectionTitle(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setFont(scaledFont(parent->font(), 1.0, QFont::DemiBold));
    return label;
}

} // namespace Matchbook

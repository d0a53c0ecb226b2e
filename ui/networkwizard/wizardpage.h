// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networkdraft.h"

#include <QWizardPage>

QT_BEGIN_NAMESPACE
class QFormLayout;
class QLabel;
class QScrollArea;
class QVBoxLayout;
QT_END_NAMESPACE

namespace Matchbook {

class Banner;
class TonedLabel;

/// One page of the wizard: a heading, a sentence, and a body that scrolls where there is no room. Next stores first, and goes
/// on only when that went well.
class WizardPage : public QWizardPage
{
    Q_OBJECT
public:
    /// A few words for the list of steps.
    QString step() const { return m_step; }
    /// What the button says that leaves this page out; empty if it cannot be left out.
    virtual QString skipText() const { return {}; }
    /// Goes on without storing what was entered here.
    void leaveOut();
    bool validatePage() override;
    /// Puts the keyboard where the page begins.
    virtual void focusFirst() { }

protected:
    WizardPage(NetworkDraft &draft, const QString &step, QWidget *parent);

    void setHeading(const QString &title, const QString &sentence);
    QVBoxLayout *body() const { return m_body; }
    NetworkDraft &draft() const { return m_draft; }
    /// Stores what was entered and calls \a done, at once or later, with what went wrong; with Cancelled if the page itself
    /// shows it.
    virtual void save(const NetworkDraft::Saved &done) { done({}); }
    /// The page is being left out.
    virtual void skip() { }
    void showFailure(const Failure &failure);
    /// Scrolls to \a widget of the body as soon as it has its place.
    void reveal(QWidget *widget);
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildScroll(QVBoxLayout *column);
    void takeSaved(const std::optional<Failure> &failure);

    NetworkDraft &m_draft;
    QString m_step;
    QLabel *m_title = nullptr;
    TonedLabel *m_sentence = nullptr;
    Banner *m_failure = nullptr;
    QScrollArea *m_scroll = nullptr;
    QVBoxLayout *m_body = nullptr;
    bool m_saving = false;
    bool m_asking = false; ///< inside validatePage()
    bool m_saved = false; ///< and the wizard has not gone on yet
};

/// Adds a row to \a form whose label is \a field's buddy and accessible name. Returns the note below the field.
TonedLabel *addFieldRow(QFormLayout *form, const QString &label, QWidget *field, const QString &help = {});
/// Shows \a problem in red, else \a help in grey, else nothing.
void showNote(TonedLabel *note, const QString &problem, const QString &help = {});
/// A form as the pages of the wizard have it.
QFormLayout *makeForm();
/// A small heading inside a page.
QLabel *makeSectionTitle(const QString &text, QWidget *parent);

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/failure.h"

#include <QDialog>
#include <QHash>
#include <QSet>

#include <functional>
#include <optional>

QT_BEGIN_NAMESPACE
class QFormLayout;
class QPushButton;
QT_END_NAMESPACE

namespace Matchbook {

class TonedLabel;

/// A dialog with fields, each with its problem beside it. OK stays disabled until no field has a problem; it saves
/// first, and the dialog closes only when that went well.
class FormDialog : public QDialog
{
    Q_OBJECT
public:
    using Saved = std::function<void(const std::optional<Failure> &)>;

    /// What is wrong with \a field; empty if nothing is.
    QString problem(const QWidget *field) const { return m_problems.value(field); }

protected:
    FormDialog(const QString &title, const QString &okText, QWidget *parent);

    /// Adds a row whose label is \a field's buddy and accessible name. \a help stands below in small letters.
    void addField(const QString &label, QWidget *field, const QString &help = {});
    /// A row as wide as the dialog, without a label.
    void addWide(QWidget *widget);
    void setHelp(QWidget *field, const QString &help);

    /// To be called by check(). A problem is shown once the person has been in the field, and keeps OK disabled at once;
    /// that of an addWide() is shown above the buttons.
    void setProblem(QWidget *field, const QString &problem);
    /// To be called by whatever changes a field.
    void edited(QWidget *field);
    /// Checks everything without a field having been edited.
    void recheck();

    /// Says through setProblem() what is wrong with every field.
    virtual void check() = 0;
    /// Stores what was entered and calls \a done, later, with what went wrong.
    virtual void save(const Saved &done) = 0;

private:
    void accept() override;
    void showEvent(QShowEvent *event) override;
    void growToContent();
    void showNote(const QWidget *field);
    void showBelow();
    void finish(const std::optional<Failure> &failure);

    QFormLayout *m_form = nullptr;
    TonedLabel *m_failure = nullptr;
    QPushButton *m_ok = nullptr;
    QPushButton *m_cancel = nullptr;
    QWidget *m_firstField = nullptr;
    QHash<const QWidget *, QString> m_problems;
    QHash<const QWidget *, QString> m_helps;
    QHash<const QWidget *, TonedLabel *> m_notes;
    QSet<const QWidget *> m_edited;
    bool m_saving = false;
    bool m_problemBelow = false; ///< m_failure tells a problem that has no place of its own
};

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "presetsearch.h"
#include "wizardpage.h"

QT_BEGIN_NAMESPACE
class QLineEdit;
class QTableView;
QT_END_NAMESPACE

namespace Matchbook {

class Card;

/// Which network pays: found by its name or by one of its offer links.
class ChoosePage : public WizardPage
{
    Q_OBJECT
public:
    explicit ChoosePage(NetworkDraft &draft, QWidget *parent = nullptr);

    void focusFirst() override;
    bool isComplete() const override;
    int nextId() const override;
    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void save(const NetworkDraft::Saved &done) override;

private:
    void buildSearch();
    void buildDetails();
    void search(const QString &text);
    void showSecondLines();
    void showChosen();
    void proposeName(const NetworkPreset &preset);
    QString nameProblem() const;
    const NetworkPreset *chosen() const;

    PresetSearch m_found;
    QLineEdit *m_search = nullptr;
    QTableView *m_table = nullptr;
    Card *m_details = nullptr;
    TonedLabel *m_reason = nullptr;
    TonedLabel *m_known = nullptr;
    Banner *m_obstacle = nullptr;
    QWidget *m_nameRow = nullptr;
    QLineEdit *m_name = nullptr;
    TonedLabel *m_nameNote = nullptr;
    QString m_proposed; ///< what the choice put into the name field, to be replaced by the next choice
};

} // namespace Matchbook

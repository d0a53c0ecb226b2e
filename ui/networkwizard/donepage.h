// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "testpage.h"
#include "wizardpage.h"

#include <QVariantMap>

QT_BEGIN_NAMESPACE
class QPushButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace Matchbook {

class CopyField;

/// What was made, what is still open, and where to look from now on.
class DonePage : public WizardPage
{
    Q_OBJECT
public:
    /// \a test is the page before.
    DonePage(NetworkDraft &draft, const TestPage &test, QWidget *parent = nullptr);

    void initializePage() override;
    void focusFirst() override;

Q_SIGNALS:
    void otherPageAsked(const QString &id, const QVariantMap &what);

private:
    void fill();
    void addLine(bool done, const QString &title, const QString &sentence);
    void addTestLine(const QString &name);
    /// The page Networks is opened with the import of the network's report.
    QPushButton *addLink(QVBoxLayout *column, const QString &text, const QString &page);
    QWidget *buildLinks();

    const TestPage &m_test;
    QWidget *m_list = nullptr;
    QVBoxLayout *m_lines = nullptr;
    TonedLabel *m_linkTitle = nullptr;
    CopyField *m_link = nullptr;
    QPushButton *m_import = nullptr;
    QPushButton *m_log = nullptr;
};

} // namespace Matchbook

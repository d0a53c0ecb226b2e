// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networkwizard/networkwizard.h"
#include "runningengine.h"
#include "support/taken.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

/// A person in front of the wizard: looks for things by their name, types, and presses buttons.
class WizardWalk
{
public:
    explicit WizardWalk(Matchbook::Engine &engine, const Matchbook::FollowRules &rules = {})
        : wizard(engine, std::make_shared<const Matchbook::PresetCatalogue>(), rules), m_engine(engine)
    {
        wizard.show();
    }

    /// On the page that is shown.
    template<typename Widget>
    Widget *find(const QString &name) const
    {
        auto *found = wizard.currentPage()->findChild<Widget *>(name);
        if (!found)
            qFatal("there is no %s on this page", qPrintable(name));
        return found;
    }
    QString text(const QString &label) const { return find<QLabel>(label)->text(); }
    void type(const QString &field, const QString &text) const
    {
        auto *edit = find<QLineEdit>(field);
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_Delete);
        QTest::keyClicks(edit, text);
    }
    void press(const QString &button) const { QTest::mouseClick(find<QPushButton>(button), Qt::LeftButton); }
    /// What is in the clipboard after pressing the Copy button of \a field; the button says so.
    QString copied(const QString &field) const
    {
        QGuiApplication::clipboard()->clear();
        auto *button = find<QWidget>(field)->findChild<QPushButton *>();
        QTest::mouseClick(button, Qt::LeftButton);
        return button->text() == QStringLiteral("Copied") ? QGuiApplication::clipboard()->text() : QString();
    }
    QPushButton *button(QWizard::WizardButton which) const
    {
        return qobject_cast<QPushButton *>(wizard.button(which));
    }
    /// Presses a button of the wizard; true once another page is shown.
    bool go(QWizard::WizardButton which) const
    {
        const int before = wizard.currentId();
        QTest::mouseClick(button(which), Qt::LeftButton);
        return QTest::qWaitFor([&] { return wizard.currentId() != before; });
    }
    bool next() const { return go(QWizard::NextButton); }
    bool back() const { return go(QWizard::BackButton); }
    bool skip() const { return go(QWizard::CustomButton1); }

    /// Chooses the network that is best for \a search and goes to its postback URL.
    bool choose(const QString &search) const
    {
        type(QStringLiteral("presetSearch"), search);
        return next();
    }
    QString chosen() const
    {
        return find<QTableView>(QStringLiteral("presets"))
                ->currentIndex()
                .siblingAtColumn(0)
                .data()
                .toString();
    }
    void pasteOffer(const QString &link) const
    {
        auto *field = find<QPlainTextEdit>(QStringLiteral("offerUrl"));
        field->selectAll();
        QGuiApplication::clipboard()->setText(link);
        QTest::keyClick(field, Qt::Key_V, Qt::ControlModifier);
    }

    Matchbook::Settings stored() const
    {
        std::optional<Matchbook::Settings> settings;
        m_engine.reader().ask<Matchbook::Settings>(
                &m_engine,
                [&clock = m_engine.clock()](Matchbook::Database &database) {
                    return Matchbook::Catalogue(database, clock).settings();
                },
                [&](Matchbook::Expected<Matchbook::Settings> answer) {
                    settings = Matchbook::taken(std::move(answer));
                });
        if (!QTest::qWaitFor([&] { return settings.has_value(); }))
            qFatal("the store does not answer");
        return *settings;
    }

    Matchbook::NetworkWizard wizard;

private:
    Matchbook::Engine &m_engine;
};

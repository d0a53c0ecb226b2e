// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "closingquestion.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace Matchbook {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Matchbook::ClosingQuestion)
};

} // namespace

std::optional<Closing> closingWithoutQuestion(const Preferences &preferences, bool listeningHere,
                                              bool trayAvailable)
{
    if (!listeningHere)
        return Closing::Quit;
    if (!preferences.askedAboutTray)
        return {};
    return preferences.keepListeningInTray && trayAvailable ? Closing::Hide : Closing::Quit;
}

Closing askAboutClosing(QWidget *window, Preferences &preferences, bool trayAvailable)
{
    QMessageBox box(QMessageBox::Question, QStringLiteral("Matchbook"), QString(), QMessageBox::NoButton,
                    window);
    QPushButton *keep = nullptr;
    if (trayAvailable) {
        box.setText(Texts::tr("Keep listening when the window is closed?"));
        box.setInformativeText(
                Texts::tr("Matchbook can stay in the tray and go on redirecting clicks and taking "
                          "postbacks. Your answer is remembered; Settings can change it."));
        keep = box.addButton(Texts::tr("&Keep listening"), QMessageBox::AcceptRole);
    } else {
        box.setText(Texts::tr("Closing stops listening."));
        box.setInformativeText(
                Texts::tr("This desktop has no tray in which Matchbook could stay. To listen without a "
                          "window, run “matchbook serve”."));
    }
    QPushButton *quit = box.addButton(Texts::tr("&Quit and stop listening"), QMessageBox::DestructiveRole);
    box.addButton(QMessageBox::Cancel);
    box.setDefaultButton(keep ? keep : quit);
    box.exec();
    if (box.clickedButton() == keep && keep) {
        preferences.askedAboutTray = true;
        preferences.keepListeningInTray = true;
        return Closing::Hide;
    }
    if (box.clickedButton() == quit) {
        preferences.askedAboutTray = true;
        preferences.keepListeningInTray = false;
        return Closing::Quit;
    }
    return Closing::Stay;
}

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "presetquestions.h"

#include "engine/engine.h"
#include "networks/presetfiles.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

class Texts
{
    Q_DECLARE_TR_FUNCTIONS(Matchbook::PresetQuestions)
};

QString usersText(int networks)
{
    if (networks < 0)
        return {};
    return networks == 0 ? Texts::tr("No network uses it.")
                         : Texts::tr("%n networks use it, be it through another preset.", nullptr, networks);
}

} // namespace

TakenPreset askAboutTakenPreset(QWidget *parent, const QString &name, int networks)
{
    QMessageBox box(QMessageBox::Question, Texts::tr("Import a preset"), QString(), QMessageBox::NoButton,
                    parent);
    box.setTextFormat(Qt::PlainText);
    box.setText(Texts::tr("Replace %1?").arg(name));
    box.setInformativeText(usersText(networks));
    QPushButton *both = box.addButton(Texts::tr("&Keep both"), QMessageBox::AcceptRole);
    both->setObjectName("keepBoth"_L1);
    QPushButton *replace = box.addButton(Texts::tr("&Replace"), QMessageBox::DestructiveRole);
    replace->setObjectName("replacePreset"_L1);
    box.addButton(QMessageBox::Cancel);
    box.setDefaultButton(both);
    box.exec();
    if (box.clickedButton() == both)
        return TakenPreset::KeepBoth;
    return box.clickedButton() == replace ? TakenPreset::Replace : TakenPreset::Cancel;
}

bool confirmRestoring(QWidget *parent, const QString &name, int networks)
{
    QMessageBox box(QMessageBox::Question, Texts::tr("Presets"), QString(), QMessageBox::NoButton, parent);
    box.setTextFormat(Qt::PlainText);
    box.setText(Texts::tr("Remove your own %1 and use the built-in preset again?").arg(name));
    box.setInformativeText(usersText(networks));
    QPushButton *restore = box.addButton(Texts::tr("&Restore"), QMessageBox::DestructiveRole);
    restore->setObjectName("confirmRestore"_L1);
    box.setDefaultButton(box.addButton(QMessageBox::Cancel));
    box.exec();
    return box.clickedButton() == restore;
}

void askNetworksOn(Engine &engine, QObject *asker, const QString &id,
                   std::function<void(Expected<QList<AffiliateNetwork>>)> answer)
{
    const Clock &clock = engine.clock();
    engine.reader().ask<QList<AffiliateNetwork>>(
            asker, [&clock](Database &database) { return Catalogue(database, clock).networks(); },
            [on = presetsOn(id, *engine.presets()),
             answer = std::move(answer)](Expected<QList<AffiliateNetwork>> networks) {
                if (networks)
                    networks->removeIf(
                            [&on](const AffiliateNetwork &network) { return !on.contains(network.preset); });
                answer(std::move(networks));
            });
}

void countNetworksOn(Engine &engine, QObject *asker, const QString &id, std::function<void(int)> answer)
{
    askNetworksOn(engine, asker, id,
                  [answer = std::move(answer)](const Expected<QList<AffiliateNetwork>> &networks) {
                      answer(networks ? int(networks->size()) : -1);
                  });
}

} // namespace Matchbook

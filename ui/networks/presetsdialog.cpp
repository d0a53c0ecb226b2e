// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "presetsdialog.h"

#include "engine/engine.h"
#include "failuretext.h"
#include "forms/filechoice.h"
#include "networks/presetdoubts.h"
#include "networks/preseteditor.h"
#include "networks/presetfiles.h"
#include "networks/presetid.h"
#include "networks/presetquestions.h"
#include "networks/rereaddialog.h"
#include "text/formats.h"
#include "widgets/celltable.h"
#include "widgets/rowdelegate.h"
#include "widgets/tablesetup.h"
#include "widgets/tonedlabel.h"

#include <QDir>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace Matchbook {

AskPresetPath AskPresetPath::inDialogs()
{
    return {[](QWidget *parent) {
                return askForFile(parent, PresetsDialog::tr("Import a preset"),
                                  PresetsDialog::tr("Presets (*.json)"));
            },
            [](QWidget *parent, const QString &proposed) {
                return askForNewFile(parent, PresetsDialog::tr("Export the preset"), proposed,
                                     PresetsDialog::tr("Presets (*.json)"));
            }};
}

PresetsDialog::PresetsDialog(Engine &engine, QWidget *parent, AskPresetPath ask)
    : QDialog(parent), m_engine(engine), m_ask(std::move(ask)), m_presets(engine.presets())
{
    setObjectName("presetsDialog"_L1);
    setWindowTitle(tr("Presets"));
    resize(720, 560);
    build();
    fill();
    select(u"generic"_s);
}

void PresetsDialog::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 16);
    column->setSpacing(10);
    column->addWidget(new TonedLabel(
            tr("A preset knows how a network writes. Copy one to change it, or share yours as one small file."),
            Tone::Grey, this));
    m_search = new QLineEdit(this);
    m_search->setObjectName("presetSearch"_L1);
    m_search->setPlaceholderText(tr("Search networks and platforms"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    column->addWidget(m_search);
    m_rows = new CellTable({{tr("Preset")}, {tr("Software")}, {tr("How well it is known")}, {tr("Whose")}},
                           this);
    m_found = new QSortFilterProxyModel(this);
    m_found->setSourceModel(m_rows);
    m_found->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_found->setFilterKeyColumn(-1);
    m_table = new QTableView(this);
    m_table->setAccessibleName(tr("Presets"));
    m_table->setModel(m_found);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    dressTable(m_table, u"presets"_s);
    column->addWidget(m_table, 1);
    m_note = new TonedLabel({}, Tone::Grey, this);
    m_note->setObjectName("presetNote"_L1);
    column->addWidget(m_note);
    buildButtons();
    connect(m_search, &QLineEdit::textChanged, m_found, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &PresetsDialog::showSelected);
}

void PresetsDialog::buildButtons()
{
    auto *row = new QHBoxLayout;
    const auto button = [this, row](const QString &text, const char *name, auto slot) {
        auto *made = new QPushButton(text, this);
        made->setObjectName(QLatin1StringView(name));
        made->setAutoDefault(false);
        row->addWidget(made);
        connect(made, &QPushButton::clicked, this, slot);
        return made;
    };
    m_copy = button(tr("&Copy…"), "copyPreset", &PresetsDialog::copy);
    m_edit = button(tr("&Edit…"), "editPreset", &PresetsDialog::edit);
    m_export = button(tr("E&xport…"), "exportPreset", &PresetsDialog::exportFile);
    m_import = button(tr("&Import…"), "importPreset", [this] { (void)takeIn(); });
    m_restore = button(tr("&Restore the built-in one…"), "restorePreset", &PresetsDialog::restore);
    row->addStretch(1);
    button(tr("Close"), "closePresets", &QDialog::accept);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
}

void PresetsDialog::fill()
{
    const QLocale locale = Formats::from(m_engine.preferences()).locale;
    QList<QList<Cell>> rows;
    const QList<NetworkPreset> &all = m_presets->all();
    for (const NetworkPreset &preset : all) {
        const QString whose = m_presets->replacesBuiltIn(preset.id)
                ? tr("yours, in place of the built-in one")
                : m_presets->isOwn(preset.id) ? tr("yours")
                                              : QString();
        rows += {{preset.name, {}, false, preset.id},
                 {preset.platform, Tone::Grey},
                 {presetConfidence(preset, locale),
                  preset.confidence == "confirmed"_L1 ? Tone::Grey : Tone::Amber},
                 {whose, Tone::Grey}};
    }
    m_rows->setRows(rows);
    fitColumns(m_table, 0);
}

QString PresetsDialog::selectedId() const
{
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? current.siblingAtColumn(0).data(RawRole).toString() : QString();
}

void PresetsDialog::select(const QString &id)
{
    m_search->clear();
    for (int row = 0; row < m_found->rowCount(); ++row) {
        if (m_found->index(row, 0).data(RawRole).toString() == id)
            m_table->selectRow(row);
    }
    m_table->scrollTo(m_table->currentIndex());
    showSelected();
}

void PresetsDialog::showSelected()
{
    const NetworkPreset *preset = m_presets->find(selectedId());
    const bool isOwn = preset && m_presets->isOwn(preset->id);
    m_copy->setEnabled(preset);
    m_export->setEnabled(preset);
    m_edit->setEnabled(isOwn);
    m_edit->setToolTip(isOwn ? QString()
                             : tr("Only presets of your own can be edited: copy this one first."));
    m_restore->setVisible(preset && m_presets->replacesBuiltIn(preset->id));
    const QStringList doubts = preset ? presetDoubts(*preset) : QStringList();
    say(preset && !preset->advice.isEmpty() ? preset->advice
                : doubts.isEmpty()          ? QString()
                                            : tr("Not verified: %1").arg(doubts.join(u' ')),
        true);
}

void PresetsDialog::copy()
{
    const NetworkPreset *preset = m_presets->find(selectedId());
    if (!preset)
        return;
    const QString name = tr("%1 (mine)").arg(preset->name);
    const QString id = freePresetId(name, *m_presets);
    const auto json = copiedPreset(*m_presets, preset->id, id, name);
    if (!json)
        return say(failureText(json.error()), false);
    PresetEditor editor(*json, *m_presets, ownFolder(), ExistingFile::Keep, this);
    if (editor.exec() == QDialog::Accepted)
        reload(id);
}

void PresetsDialog::edit()
{
    const QString id = selectedId();
    if (!m_presets->isOwn(id))
        return;
    PresetEditor editor(m_presets->wholeJson(id), *m_presets, ownFolder(), ExistingFile::Replace, this);
    if (editor.exec() != QDialog::Accepted)
        return;
    reload(id);
    offerRereading(id);
}

void PresetsDialog::offerRereading(const QString &id)
{
    askNetworksOn(m_engine, this, id, [this](const Expected<QList<AffiliateNetwork>> &networks) {
        if (!networks)
            return say(failureText(networks.error()), false);
        for (const AffiliateNetwork &network : *networks)
            RereadDialog(m_engine, network, this).exec();
    });
}

void PresetsDialog::exportFile()
{
    const QString id = selectedId();
    const QString path = m_ask.toWrite(this, id % ".json"_L1);
    if (path.isEmpty())
        return;
    const auto written = exportPreset(*m_presets, id, path, ExistingFile::Replace);
    say(written ? tr("Written: %1").arg(QDir::toNativeSeparators(path)) : failureText(written.error()),
        written.has_value());
}

bool PresetsDialog::takeIn()
{
    const QString path = m_ask.toRead(this);
    if (path.isEmpty())
        return false;
    const auto preset = importPreset(path, *m_presets, ownFolder());
    if (!preset && preset.error().kind == Failure::Kind::AlreadyExists
        && m_presets->find(preset.error().detail))
        askAboutTaken(path, preset.error().detail);
    else
        tellTakenIn(preset);
    return true;
}

void PresetsDialog::askAboutTaken(const QString &path, const QString &id)
{
    const QString name = m_presets->find(id)->name;
    countNetworksOn(m_engine, this, id, [this, path, name](int networks) {
        switch (askAboutTakenPreset(this, name, networks)) {
        case TakenPreset::KeepBoth:
            tellTakenIn(importPresetBeside(path, *m_presets, ownFolder(), tr("%1 (imported)")));
            break;
        case TakenPreset::Replace:
            tellTakenIn(importPreset(path, *m_presets, ownFolder(), ExistingFile::Replace));
            break;
        case TakenPreset::Cancel:
            break;
        }
    });
}

void PresetsDialog::tellTakenIn(const Expected<NetworkPreset> &preset)
{
    if (preset) {
        reload(preset->id);
        say(tr("%1 is among your presets now.").arg(preset->name), true);
        return;
    }
    const QString detail = preset.error().kind == Failure::Kind::BadInput
            ? tr("This file is no preset: %1.").arg(preset.error().detail)
            : failureText(preset.error());
    say(detail, false);
}

void PresetsDialog::restore()
{
    const QString id = selectedId();
    if (!m_presets->replacesBuiltIn(id))
        return;
    countNetworksOn(m_engine, this, id, [this, id, name = m_presets->find(id)->name](int networks) {
        if (!confirmRestoring(this, name, networks))
            return;
        const auto removed = removePreset(id, *m_presets, ownFolder());
        reload(id);
        say(removed ? tr("The built-in preset is used again.") : failureText(removed.error()),
            removed.has_value());
    });
}

void PresetsDialog::importFile()
{
    if (takeIn())
        exec();
}

void PresetsDialog::say(const QString &text, bool good)
{
    m_note->setTone(good ? Tone::Grey : Tone::Red);
    m_note->setText(text);
}

QString PresetsDialog::ownFolder() const
{
    return m_engine.dataFolder() % "/networks"_L1;
}

void PresetsDialog::reload(const QString &id)
{
    m_engine.reloadPresets();
    m_presets = m_engine.presets();
    fill();
    select(id);
}

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networks/presetcatalogue.h"

#include <QDialog>

#include <functional>
#include <memory>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;
QT_END_NAMESPACE

namespace Matchbook {

class CellTable;
class Engine;
class TonedLabel;

/// Where a preset is read from or written to. Tests answer it themselves; empty: the person thought better of it.
struct AskPresetPath {
    std::function<QString(QWidget *parent)> toRead;
    std::function<QString(QWidget *parent, const QString &proposed)> toWrite;

    static AskPresetPath inDialogs();
};

/// Every preset there is: copy one to edit it, share one as a small file, or take one in.
class PresetsDialog : public QDialog
{
    Q_OBJECT
public:
    /// \a engine must outlive it.
    explicit PresetsDialog(Engine &engine, QWidget *parent = nullptr,
                           AskPresetPath ask = AskPresetPath::inDialogs());

    /// Asks for a file, takes it in and shows the dialog with what became of it.
    void importFile();

private:
    void build();
    void buildButtons();
    void fill();
    void select(const QString &id);
    QString selectedId() const;
    void showSelected();
    void copy();
    void edit();
    void exportFile();
    /// Of every network on the preset that was changed.
    void offerRereading(const QString &id);
    void restore();
    bool takeIn();
    void askAboutTaken(const QString &path, const QString &id);
    void tellTakenIn(const Expected<NetworkPreset> &preset);
    void say(const QString &text, bool good);
    QString ownFolder() const;
    void reload(const QString &select);

    Engine &m_engine;
    AskPresetPath m_ask;
    std::shared_ptr<const PresetCatalogue> m_presets;
    QLineEdit *m_search = nullptr;
    CellTable *m_rows = nullptr;
    QSortFilterProxyModel *m_found = nullptr;
    QTableView *m_table = nullptr;
    TonedLabel *m_note = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_edit = nullptr;
    QPushButton *m_export = nullptr;
    QPushButton *m_import = nullptr;
    QPushButton *m_restore = nullptr;
};

} // namespace Matchbook

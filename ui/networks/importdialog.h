// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networks/networkpreset.h"
#include "reportimport/importpreview.h"
#include "text/formats.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QProgressBar;
class QPushButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace Matchbook {

class Engine;
class ImportDesk;
class ReportFormats;
class ReportPicker;
class ReportTable;
class TonedLabel;

/// Imports a network's report: a file is chosen or dropped, its columns are given their meanings, what would come of it is counted
/// without writing, and then it is imported. What is imported stays when the dialog is closed or the import cancelled.
class ImportDialog : public QDialog
{
    Q_OBJECT
public:
    /// \a preset is the network's; \a engine must outlive the dialog.
    ImportDialog(Engine &engine, const AffiliateNetwork &network, const NetworkPreset &preset,
                 QWidget *parent = nullptr);
    ~ImportDialog() override; ///< ends what it is at

    bool hasImported() const { return m_hasImported; }
    bool wantsLog() const { return m_wantsLog; } ///< the person wants to see the rows in the postback log

    /// Takes a report, as if it had been dropped.
    void setFile(const QString &file);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    enum class Task { None, Preview, Import };

    QWidget *buildBody(const QString &advice);
    void buildButtons(QVBoxLayout *column);
    void listen();
    void look();
    void begin(Task task);
    void cancel();
    void showPreview(const ImportPreview &preview);
    void showImported(const ImportReport &report);
    void showFailure(const Failure &failure);
    void setIdle();

    Engine &m_engine;
    ImportDesk &m_desk;
    const Formats m_formats;
    ImportChoice m_choice;
    ReportPicker *m_picker = nullptr;
    TonedLabel *m_guess = nullptr;
    ReportTable *m_table = nullptr;
    ReportFormats *m_reportFormats = nullptr;
    TonedLabel *m_text = nullptr;
    TonedLabel *m_doubts = nullptr; ///< what to look at before importing
    TonedLabel *m_failure = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_import = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_log = nullptr;
    Task m_task = Task::None; ///< at work, or to be done as soon as the desk is free
    qint64 m_job = 0; ///< the task's number at the desk; 0: it waits
    bool m_lookAgain = false; ///< something was chosen while it was being looked
    bool m_hasImported = false;
    bool m_wantsLog = false;
};

} // namespace Matchbook

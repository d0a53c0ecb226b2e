// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/trialreading.h"
#include "text/formats.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QPushButton;
class QTableView;
QT_END_NAMESPACE

namespace Matchbook {

class CellTable;
class CodeView;
class Engine;
class MappingForm;
class RereadOffer;
class TonedLabel;
struct Cell;

/// Edits what a network's parameters are called and its status words mean, while its last requests show what they would be
/// read as. Saving offers to read history again.
class MappingDialog : public QDialog
{
    Q_OBJECT
public:
    /// How many of the newest requests are shown.
    static constexpr int shownRequests = 50;

    /// \a engine must outlive it.
    MappingDialog(Engine &engine, const AffiliateNetwork &network, QWidget *parent = nullptr);

    /// True once a mapping was saved.
    bool hasSaved() const { return m_saved; }

private:
    void build();
    void buildPreview();
    void askRequests();
    void preview();
    void showArrived();
    void showReadings(const QList<TrialReading> &before, const QList<TrialReading> &after);
    void save();
    void offerHistory();

    Engine &m_engine;
    AffiliateNetwork m_network;
    Formats m_formats;
    QList<PostbackRow> m_requests; ///< newest first
    MappingForm *m_form = nullptr;
    TonedLabel *m_note = nullptr;
    CellTable *m_rows = nullptr;
    QTableView *m_table = nullptr;
    CodeView *m_arrived = nullptr;
    TonedLabel *m_failure = nullptr;
    RereadOffer *m_offer = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_close = nullptr;
    int m_asked = 0; ///< the newest preview; older ones are passed over
    bool m_saved = false;
};

/// One row of cells for each reading; what differs from \a before is blue, what cannot be read is red.
QList<QList<Cell>> trialRows(const QList<TrialReading> &before, const QList<TrialReading> &after,
                             const AffiliateNetwork &network, const Formats &formats);

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networks/presetexample.h"
#include "store/rows.h"
#include "text/formats.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QComboBox;
class QPushButton;
QT_END_NAMESPACE

namespace Matchbook {

class Engine;
class LearnRules;
class CodeView;
class PointingTable;
class RereadOffer;
class TonedLabel;

/// Makes a preset of a request that arrived: the person points at the parameters, and the network reads by it from then on.
/// Waits for a request where none has arrived.
class LearnDialog : public QDialog
{
    Q_OBJECT
public:
    /// \a engine must outlive it.
    LearnDialog(Engine &engine, const AffiliateNetwork &network, QWidget *parent = nullptr);

    bool hasLearned() const { return m_learned; }

private:
    void build();
    void buildButtons(QBoxLayout *column);
    void askRequests();
    void take(const QList<PostbackRow> &rows);
    void chooseRequest();
    void recheck();
    PointedFields pointed() const;
    Expected<QJsonObject> preset() const;
    void save();
    void useFor(const QString &presetId);
    void offerHistory();
    void fail(const Failure &failure);

    Engine &m_engine;
    AffiliateNetwork m_network;
    Formats m_formats;
    QList<PostbackRow> m_requests; ///< newest first
    TonedLabel *m_note = nullptr;
    QComboBox *m_request = nullptr;
    CodeView *m_arrived = nullptr;
    PointingTable *m_fields = nullptr;
    LearnRules *m_rules = nullptr;
    RereadOffer *m_offer = nullptr;
    TonedLabel *m_problem = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_close = nullptr;
    bool m_learned = false;
};

} // namespace Matchbook

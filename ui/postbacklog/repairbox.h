// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chaintest/repair.h"
#include "postbacklog/possibleactions.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace Matchbook {

/// What mends the selected request, right under the sentence that says what is wrong with it. Only what makes sense for that
/// request is there; where nothing does, it is hidden.
class RepairBox : public QWidget
{
    Q_OBJECT
public:
    explicit RepairBox(QWidget *parent = nullptr);

    /// \a network is the request's, null in quarantine; \a networks are those it could be given to;
    /// \a clickIdFields the parameters in which its click ID is looked for. Showing the same again leaves alone what the person
    /// is just choosing.
    void setPostback(const PostbackRow &postback, const AffiliateNetwork *network,
                     const QList<AffiliateNetwork> &networks, const QStringList &clickIdFields = {});

Q_SIGNALS:
    /// The person wants the network's settings mended so.
    void repairAsked(const Matchbook::Repair &repair);
    void attachAsked();
    void keepAsked();
    void giveAsked(Matchbook::NetworkId network);
    void networkAsked();

private:
    QWidget *buildClickIdButton();
    QWidget *buildStatusRow();
    QWidget *buildReadingRow();
    QWidget *buildGiveRow();
    QWidget *buildClickRow();
    void fillReadings(const AffiliateNetwork *network);
    void fillNetworks(const QList<AffiliateNetwork> &networks);
    void askStatus();

    PostbackRow m_postback;
    QStringList m_clickIdFields;
    QList<Repair> m_readings;
    QList<AffiliateNetwork> m_networks;
    QPushButton *m_readClickId = nullptr;
    QWidget *m_statusRow = nullptr;
    QLabel *m_statusLabel = nullptr;
    QComboBox *m_status = nullptr;
    QWidget *m_readingRow = nullptr;
    QLabel *m_readingLabel = nullptr;
    QList<QPushButton *> m_readingButtons;
    QWidget *m_giveRow = nullptr;
    QComboBox *m_give = nullptr;
    QWidget *m_clickRow = nullptr;
    QPushButton *m_network = nullptr;
};

} // namespace Matchbook

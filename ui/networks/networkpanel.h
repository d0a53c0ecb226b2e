// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networks/networkmapping.h"
#include "store/rows.h"
#include "text/formats.h"

#include <QWidget>

#include <optional>

QT_BEGIN_NAMESPACE
class QPushButton;
class QStackedWidget;
class QStandardItemModel;
class QTableView;
QT_END_NAMESPACE

namespace Matchbook {

class Card;
class CopyField;
class TonedLabel;

/// Everything about one network: its postback URL, what its parameters mean, and its rules.
class NetworkPanel : public QWidget
{
    Q_OBJECT
public:
    explicit NetworkPanel(QWidget *parent = nullptr);

    /// \a newest is the network's newest postback, if there ever was one.
    void setNetwork(const AffiliateNetwork &network, const NetworkPreset &preset, const QString &postbackUrl,
                    const std::optional<PostbackRow> &newest);
    void clear();

Q_SIGNALS:
    void editAsked();
    void postbacksAsked();

private:
    QWidget *buildBody();
    void fillMapping(const NetworkPreset &preset, const std::optional<PostbackRow> &newest);
    void fillRules(const AffiliateNetwork &network, const NetworkPreset &preset);

    Card *m_card = nullptr;
    QPushButton *m_edit = nullptr;
    QStackedWidget *m_stack = nullptr;
    CopyField *m_url = nullptr;
    TonedLabel *m_help = nullptr;
    QTableView *m_mapping = nullptr;
    QStandardItemModel *m_mappingModel = nullptr;
    QTableView *m_rules = nullptr;
    QStandardItemModel *m_rulesModel = nullptr;
    QList<MappedField> m_fields; ///< as shown
    AffiliateNetwork m_network; ///< whose rules are shown
};

} // namespace Matchbook

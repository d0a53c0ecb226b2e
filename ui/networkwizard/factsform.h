// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networks/networkpreset.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
class QFormLayout;
class QLineEdit;
QT_END_NAMESPACE

namespace Matchbook {

class CurrencyCombo;
class TonedLabel;

/// What Matchbook takes for granted about a network, to be changed; what is not verified says so and why.
class FactsForm : public QWidget
{
    Q_OBJECT
public:
    explicit FactsForm(QWidget *parent = nullptr);

    /// Shows \a network as it is stored, and what \a preset doubts.
    void setNetwork(const AffiliateNetwork &network, const NetworkPreset &preset);
    /// The network that was shown, with what was changed.
    AffiliateNetwork network() const;
    /// The parameters behind each postback URL, as changed.
    QStringList queries() const;
    /// Why what was entered cannot be stored; empty if it can.
    QString problem() const;

Q_SIGNALS:
    void edited();

private:
    void build();
    void addDoubt(QWidget *field, const QStringList &members, const QString &otherwise = {});
    void fillQueries();
    void fillOtherDoubts();

    AffiliateNetwork m_network;
    NetworkPreset m_preset;
    QFormLayout *m_form = nullptr;
    int m_ownRows = 0; ///< rows that every network has
    QLineEdit *m_subId = nullptr;
    CurrencyCombo *m_currency = nullptr;
    QComboBox *m_decimal = nullptr;
    QComboBox *m_status = nullptr;
    QHash<QWidget *, TonedLabel *> m_notes;
    QStringList m_doubtsShown; ///< members whose doubt stands beside a field
    QList<QLineEdit *> m_queries;
    TonedLabel *m_others = nullptr;
};

} // namespace Matchbook

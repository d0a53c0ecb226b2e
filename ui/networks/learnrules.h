// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networks/presetexample.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QLineEdit;
QT_END_NAMESPACE

namespace Matchbook {

class CurrencyCombo;

/// What cannot be pointed at in a request: what its status word means, what holds where nothing is sent, and the name.
/// Begins with what the network reads by today.
class LearnRules : public QWidget
{
    Q_OBJECT
public:
    /// \a known is the network's preset with its own mapping over it.
    LearnRules(const AffiliateNetwork &network, const NetworkPreset &known, QWidget *parent = nullptr);

    /// The request's own status word; empty: it has none. A word that the network knows is answered already, for any other
    /// nothing is chosen.
    void setStatusWord(const QString &word);
    QString name() const;
    /// What is missing before it can be learned; empty: nothing. Translated.
    QString problem() const;
    /// Puts what was chosen into \a fields.
    void fill(PointedFields &fields) const;

Q_SIGNALS:
    void edited();

private:
    const QHash<QString, ConversionStatus> m_words; ///< known ones
    QString m_word; ///< lower case
    QLabel *m_statusLabel = nullptr;
    QComboBox *m_status = nullptr; ///< what the request's own status word means
    QComboBox *m_defaultStatus = nullptr;
    CurrencyCombo *m_currency = nullptr;
    QComboBox *m_decimal = nullptr;
    QLineEdit *m_name = nullptr;
};

} // namespace Matchbook

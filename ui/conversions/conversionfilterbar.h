// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/rows.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QTimer;
QT_END_NAMESPACE

namespace Matchbook {

class ChoiceCombo;
struct CatalogueContents;

/// Narrows the conversions down to a network, a campaign, a status and a text.
class ConversionFilterBar : public QWidget
{
    Q_OBJECT
public:
    explicit ConversionFilterBar(QWidget *parent = nullptr);

    void setContents(const CatalogueContents &contents);
    /// What is chosen; its times are left open.
    RowFilter filter() const;
    /// Chooses what a jump names by `network`, `campaign`, `word` and `clickId`, and nothing else. Tells nobody.
    void choose(const QVariantMap &what);
    void clear() { choose({}); }

Q_SIGNALS:
    /// The person chose something, or has paused typing.
    void changed();

private:
    ChoiceCombo *m_network = nullptr;
    ChoiceCombo *m_campaign = nullptr;
    ChoiceCombo *m_offer = nullptr;
    ChoiceCombo *m_status = nullptr;
    QLineEdit *m_search = nullptr;
    QTimer *m_searchSoon = nullptr;
};

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/campaign.h"
#include "vocabulary/currency.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QComboBox;
class QLineEdit;
QT_END_NAMESPACE

namespace Matchbook {

class CopyField;
class TonedLabel;

/// The first campaign of a new network, if the person wants one: its name, where the visitors come from, and its link.
class FirstCampaign : public QWidget
{
    Q_OBJECT
public:
    explicit FirstCampaign(QWidget *parent = nullptr);

    bool isWanted() const;
    /// Without offers, which are the caller's.
    Campaign campaign() const;
    /// Proposes \a name until the person types one.
    void proposeName(const QString &name);
    /// What is to be copied into the ad; empty while there is no campaign.
    void setTrackingLink(const QString &link);
    /// Why it cannot be made; empty if it can or is not wanted.
    QString problem() const;

Q_SIGNALS:
    void edited();

private:
    void build();
    void fillSources();

    QCheckBox *m_wanted = nullptr;
    QWidget *m_fields = nullptr;
    QLineEdit *m_name = nullptr;
    QComboBox *m_source = nullptr;
    TonedLabel *m_linkTitle = nullptr;
    CopyField *m_link = nullptr;
};

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/rows.h"

#include <QObject>
#include <QTimeZone>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QTimer;
QT_END_NAMESPACE

namespace Matchbook {

class ChoiceCombo;
class PageHeader;
class PeriodCombo;
struct Formats;
class SegmentedButton;
struct CatalogueContents;

/// What narrows the postback log down: the controls in the page's header, and the filter that they say.
class PostbackFilters : public QObject
{
    Q_OBJECT
public:
    /// Adds its controls to \a header, whose children they become and who must outlive it.
    explicit PostbackFilters(PageHeader *header);

    void setNetworks(const CatalogueContents &contents);
    /// How many requests of the last 30 days wait for a person.
    void setAttention(int count);
    /// What the controls say at \a now (Unix ms), where \a zone says when a day begins.
    RowFilter filter(qint64 now, const Formats &formats) const;
    bool showsAttention() const; ///< what waits for a person, and nothing else narrows it down but the period

    /// These choose without telling anybody.
    void clear();
    void setNetwork(NetworkId network); ///< invalid: all; it need not be among setNetworks() yet
    void setCause(const QString &word); ///< a cause word; empty: all
    void setWord(const QString &word); ///< a section (`attention`) or an outcome word, which is part of one

Q_SIGNALS:
    /// The person chose something else.
    void changed();

private:
    void build(PageHeader *header);
    void chooseSection();

    SegmentedButton *m_segments = nullptr;
    ChoiceCombo *m_network = nullptr;
    ChoiceCombo *m_cause = nullptr;
    PeriodCombo *m_period = nullptr;
    QLineEdit *m_search = nullptr;
    QTimer *m_searchSoon = nullptr;
    NetworkId m_wanted; ///< somebody asked for it before the networks were there
    bool m_ownPeriod = false; ///< the period is that of the section, not the person's choice
};

/// Where the 30 days begin of which the section that waits for a person shows and counts. Unix ms.
qint64 attentionSince(qint64 now, const Formats &formats);

} // namespace Matchbook

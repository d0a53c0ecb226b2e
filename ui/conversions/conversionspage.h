// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "page.h"
#include "rows/conversionmodel.h"
#include "vocabulary/daterange.h"

#include <functional>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
class QStackedWidget;
QT_END_NAMESPACE

namespace Matchbook {

class Banner;
class Card;
class ConversionFilterBar;
class EmptyState;
class Engine;
class JourneyWidget;
class PeriodCombo;
class RowView;
class Session;

/// Asks the person for a file to write; empty: never mind. \a proposed is a file name.
using AskFileName = std::function<QString(QWidget *parent, const QString &proposed)>;
QString askFileNameInDialog(QWidget *parent, const QString &proposed);

/// Every conversion: filtered, added up, exported; the selected one's journey beside the table.
class ConversionsPage : public Page
{
    Q_OBJECT
public:
    /// \a session may be null; it and \a engine must outlive the page.
    ConversionsPage(Engine &engine, Session *session, QWidget *parent = nullptr,
                    AskFileName askFileName = askFileNameInDialog);

    void refresh() override;
    void open(const QVariantMap &what) override;

private:
    void buildHeader();
    void buildBody();
    QWidget *tableStack();
    RowFilter filter() const;
    DateRange range() const;
    void choosePeriod(qint64 since, qint64 until);
    void filterNow();
    void showEverything();
    void indexArrived();
    void sayWhyEmpty();
    void askTotals();
    void exportCsv();

    Engine &m_engine;
    Session *m_session;
    AskFileName m_askFileName;
    ConversionModel m_model;
    PeriodCombo *m_period = nullptr;
    QPushButton *m_export = nullptr;
    ConversionFilterBar *m_filters = nullptr;
    Card *m_card = nullptr;
    Banner *m_banner = nullptr;
    QStackedWidget *m_stack = nullptr;
    RowView *m_view = nullptr;
    EmptyState *m_nothing = nullptr;
    EmptyState *m_filtered = nullptr;
    QLabel *m_totals = nullptr;
    JourneyWidget *m_journey = nullptr;
    /// The person asked for other rows, which are not there yet: the journey shall be of one of them.
    bool m_choosesAnew = false;
    qint64 m_wantedId = 0; ///< somebody jumped to this row, which is not there yet
    bool m_totalsAsked = false;
    bool m_totalsAgain = false;
};

} // namespace Matchbook

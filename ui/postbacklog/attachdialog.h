// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "forms/formdialog.h"
#include "store/rows.h"
#include "text/formats.h"

QT_BEGIN_NAMESPACE
class QLineEdit;
class QTableView;
class QTimer;
QT_END_NAMESPACE

namespace Matchbook {

class CellTable;
class Reader;

/// Lets the person say which click a request belongs to: one of the network's newest before it, or any found by its click
/// ID, an external ID or a parameter of its link.
class AttachDialog : public FormDialog
{
    Q_OBJECT
public:
    /// \a reader must outlive the dialog.
    AttachDialog(Reader &reader, const PostbackRow &postback, const Formats &formats,
                 QWidget *parent = nullptr);

    QString clickId() const; ///< of the chosen click; empty if none is

private:
    void build();
    void look();
    void take(const QList<ClickRow> &clicks);
    void check() override;
    void save(const Saved &done) override;

    Reader &m_reader;
    const PostbackRow m_postback;
    const Formats m_formats;
    QList<ClickRow> m_clicks;
    CellTable *m_model = nullptr;
    QLineEdit *m_search = nullptr;
    QTableView *m_table = nullptr;
    QTimer *m_lookSoon = nullptr;
    int m_request = 0; ///< answers to older questions are dropped
};

} // namespace Matchbook

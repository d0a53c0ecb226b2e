// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networks/networkpreset.h"
#include "store/rows.h"
#include "text/formats.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QStandardItemModel;
class QTableView;
QT_END_NAMESPACE

namespace Matchbook {

class Card;
class CodeView;
class CopyField;
class RepairBox;
class StatusPill;
class TonedLabel;

/// Explains one request: what became of it and why, what mends it, what arrived and how each parameter was read, and its
/// bytes.
class PostbackInspector : public QWidget
{
    Q_OBJECT
public:
    explicit PostbackInspector(QWidget *parent = nullptr);

    /// \a preset is the network's, with its own mapping over it; null in quarantine.
    void setPostback(const PostbackRow &postback, const NetworkPreset *preset, const Formats &formats);
    /// What mends the request; to be filled after setPostback() and listened to.
    RepairBox *repairs() const { return m_repairs; }
    /// Shows \a hint instead.
    void clear(const QString &hint);
    PostbackId shown() const { return m_shown; }

Q_SIGNALS:
    /// The person wants to see the conversion behind the request.
    void conversionAsked(ConversionId id);
    void replayAsked();
    void saveCaseAsked();

private:
    QWidget *buildBody();
    void addActions(QBoxLayout *column, QWidget *body);
    void fillFields(const PostbackRow &postback, const NetworkPreset *preset);

    PostbackId m_shown;
    ConversionId m_conversion;
    Card *m_card = nullptr;
    QStackedWidget *m_stack = nullptr;
    QScrollArea *m_scroll = nullptr;
    TonedLabel *m_hint = nullptr;
    StatusPill *m_pill = nullptr;
    QLabel *m_headline = nullptr;
    TonedLabel *m_sentence = nullptr;
    QPushButton *m_toConversion = nullptr;
    RepairBox *m_repairs = nullptr;
    QPushButton *m_replay = nullptr;
    TonedLabel *m_fieldsTitle = nullptr;
    QTableView *m_fields = nullptr;
    QStandardItemModel *m_fieldModel = nullptr;
    CodeView *m_json = nullptr; ///< of a notification, whose members lie inside each other
    TonedLabel *m_sender = nullptr;
    CopyField *m_raw = nullptr;
};

} // namespace Matchbook

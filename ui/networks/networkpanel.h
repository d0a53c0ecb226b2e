// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/secretsource.h"
#include "networks/networkmapping.h"
#include "networks/postbackurls.h"
#include "store/rows.h"
#include "text/formats.h"

#include <QWidget>

#include <optional>

QT_BEGIN_NAMESPACE
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QStandardItemModel;
class QTableView;
QT_END_NAMESPACE

namespace Matchbook {

class Banner;
class Card;
class CopyField;
class TonedLabel;
class PostbackUrlFields;
class StatusUrls;
class SecretLine;

/// What the panel shows of a network.
struct PanelSubject {
    NetworkHealth health;
    NetworkPreset preset; ///< with what the network does otherwise
    QList<ReadyPostbackUrl> urls;
    QList<ReadyPostbackUrl> statusUrls; ///< one for each status, where the network has no macro for it
    QString pixelUrl; ///< empty: its kind has none
    std::optional<SecretStanding> secret; ///< nothing: it takes none
    std::optional<PostbackRow> newest; ///< its newest postback, if there ever was one
    qint64 now = 0; ///< Unix ms
};

/// Everything about one network: its postback URLs, what its parameters and words mean, and its rules.
class NetworkPanel : public QWidget
{
    Q_OBJECT
public:
    explicit NetworkPanel(QWidget *parent = nullptr);

    void setSubject(const PanelSubject &subject, const Formats &formats);
    void clear();
    /// Brings the postback URL into view and its button into focus.
    void showUrl();

Q_SIGNALS:
    void testAsked();
    void editAsked();
    void mappingAsked();
    void keyAsked();
    void secretAsked();
    void secretRemovalAsked();
    void exampleAsked();
    void reportAsked();
    void postbacksAsked();

private:
    QWidget *buildBody();
    QWidget *buildButtons();
    void showWay(const NetworkPreset &preset);
    void fillMapping(const PanelSubject &subject);
    void fillWords(const NetworkPreset &preset);
    void fillRules(const PanelSubject &subject, const Formats &formats);

    Card *m_card = nullptr;
    QPushButton *m_test = nullptr;
    QPushButton *m_edit = nullptr;
    QStackedWidget *m_stack = nullptr;
    QScrollArea *m_scroll = nullptr;
    QWidget *m_buttons = nullptr;
    Banner *m_reportOnly = nullptr;
    TonedLabel *m_where = nullptr;
    PostbackUrlFields *m_urls = nullptr;
    TonedLabel *m_steps = nullptr;
    StatusUrls *m_statusUrls = nullptr;
    SecretLine *m_secret = nullptr;
    TonedLabel *m_help = nullptr;
    TonedLabel *m_pixelWhere = nullptr;
    CopyField *m_pixel = nullptr;
    TonedLabel *m_doubts = nullptr;
    QTableView *m_mapping = nullptr;
    QStandardItemModel *m_mappingModel = nullptr;
    TonedLabel *m_words = nullptr;
    QTableView *m_rules = nullptr;
    QStandardItemModel *m_rulesModel = nullptr;
    QPushButton *m_postbacks = nullptr;
    QList<QWidget *> m_ofUrl; ///< buttons that mean nothing where no URL is called
    QList<MappedField> m_fields; ///< as shown
    QList<std::pair<QString, QString>> m_shownRules;
};

} // namespace Matchbook

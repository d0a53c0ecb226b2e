// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "journey/journeysteps.h"
#include "journey/journeysubject.h"
#include "text/formats.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;
QT_END_NAMESPACE

namespace Matchbook {

class Banner;
class Card;
class CopyField;
class StatusPill;
class TonedLabel;

/// The one inspector for a click, a conversion or a postback: what it is worth, its timeline and the raw request.
class JourneyWidget : public QWidget
{
    Q_OBJECT
public:
    /// \a hint is what stands there while nothing is chosen.
    JourneyWidget(AskJourney ask, const QString &hint, QWidget *parent = nullptr);

    void setFormats(const Formats &formats, qint64 now);
    /// Asks for the journey and shows it when it comes; a subject of kind None empties the inspector.
    void showSubject(const JourneySubject &subject);
    /// Asks again for what is shown.
    void refresh();
    const JourneySubject &subject() const { return m_subject; }

private:
    QWidget *buildBody();
    void take(int request, const Expected<Journey> &answer);
    void present(const Journey &journey);
    void presentHead(const Journey &journey, const PostbackRow *postback);
    void presentRaw(const Journey &journey, const PostbackRow *postback);
    void presentTimeline(const Journey &journey);
    void choose(PostbackId postback);

    AskJourney m_ask;
    JourneySubject m_subject;
    int m_request = 0;
    Formats m_formats;
    qint64 m_now = 0;
    Card *m_card = nullptr;
    QPushButton *m_copyId = nullptr;
    QStackedWidget *m_stack = nullptr;
    QScrollArea *m_scroll = nullptr;
    TonedLabel *m_hint = nullptr;
    Banner *m_trouble = nullptr;
    QLabel *m_amount = nullptr;
    StatusPill *m_pill = nullptr;
    QLabel *m_clickId = nullptr;
    QWidget *m_timeline = nullptr;
    QLabel *m_rawTitle = nullptr;
    CopyField *m_raw = nullptr;
    QString m_hintText;
    QList<JourneyStep> m_steps; ///< as shown
    Journey m_journey; ///< as shown
    PostbackId m_chosen; ///< on the timeline; invalid: none was
};

} // namespace Matchbook

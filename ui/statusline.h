// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/engine.h"
#include "text/formats.h"
#include "tone.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace Matchbook {

class ElidedLabel;

/// The window's lower edge: where we listen, when the last postback came, what waits for the person, zone and currency. While nobody
/// listens, a click on it asks for the explanation.
class StatusLine : public QWidget
{
    Q_OBJECT
public:
    explicit StatusLine(const Clock &clock, QWidget *parent = nullptr);

    void setState(const EngineState &state);
    void setFormats(const Formats &formats, Currency currency);
    void setLastPostback(qint64 unixMs); ///< 0: none ever came
    void setProblems(int count);

    QString stateText() const;
    QString lastPostbackText() const;

Q_SIGNALS:
    void problemsClicked();
    void explanationWanted(); ///< why nobody listens
    void listeningWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void tell();
    void showProblems();

    const Clock &m_clock;
    EngineState m_state;
    Formats m_formats;
    qint64 m_lastPostback = -1;
    ElidedLabel *m_stateLabel;
    ElidedLabel *m_last;
    QPushButton *m_problems;
    QPushButton *m_listen;
    int m_problemCount = 0; ///< without that nobody listens
    ElidedLabel *m_zone;
};

/// Green: listening, here or elsewhere; amber: something is not right with the store; red: not listening.
Tone stateTone(const EngineState &state);
/// `Listening · http://127.0.0.1:8130`, or what is wrong, translated.
QString stateSentence(const EngineState &state);

} // namespace Matchbook

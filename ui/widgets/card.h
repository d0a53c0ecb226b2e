// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QVBoxLayout;
QT_END_NAMESPACE

namespace Matchbook {

class ElidedLabel;

/// A box with a border and rounded corners: a title, something at its right, and a body.
class Card : public QFrame
{
    Q_OBJECT
public:
    explicit Card(const QString &title = {}, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    QString title() const;
    /// Muted text at the right of the title.
    void setNote(const QString &note);
    /// Adds \a widget (a link button, a legend) at the right end of the title's line.
    /// With a \a stretch it takes the room that the title leaves.
    void addToHeader(QWidget *widget, int stretch = 0);
    /// Where the content goes.
    QVBoxLayout *body() const { return m_body; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QHBoxLayout *m_header;
    QVBoxLayout *m_body;
    ElidedLabel *m_title;
    ElidedLabel *m_note;
};

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tone.h"

#include <QLabel>

#include <optional>

namespace Matchbook {

/// A label of one line that shortens its text with … when there is no room, and then shows it whole as a tooltip.
class ElidedLabel : public QLabel
{
    Q_OBJECT
public:
    explicit ElidedLabel(const QString &text = {}, QWidget *parent = nullptr);

    void setText(const QString &text);
    QString text() const { return m_text; }
    void setElideMode(Qt::TextElideMode mode);
    /// Writes in the colour of \a tone; Tone::Grey is muted text. Follows the theme.
    void setTone(std::optional<Tone> tone);

    /// Writes larger, smaller or bolder than the widget's font says, and follows that font.
    void setTextFont(double factor, QFont::Weight weight = QFont::Normal);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showWhole();
    QFont textFont() const;

    QString m_text;
    Qt::TextElideMode m_mode = Qt::ElideRight;
    std::optional<Tone> m_tone;
    double m_factor = 1;
    QFont::Weight m_weight = QFont::Normal;
};

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tone.h"

#include <QLabel>

namespace Matchbook {

/// A wrapping label written in the colour of a tone (Tone::Grey: muted text); follows the theme.
class TonedLabel : public QLabel
{
    Q_OBJECT
public:
    explicit TonedLabel(const QString &text = {}, Tone tone = Tone::Grey, QWidget *parent = nullptr);

    void setTone(Tone tone);

protected:
    void changeEvent(QEvent *event) override;

private:
    void dress();

    Tone m_tone;
    bool m_dressing = false;
};

} // namespace Matchbook

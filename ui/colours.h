// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tone.h"

#include <QColor>
#include <QList>

QT_BEGIN_NAMESPACE
class QPalette;
class QWidget;
QT_END_NAMESPACE

namespace Matchbook {

/// Text in a tone, and the soft ground on which a pill or a banner puts it.
struct ToneColours {
    QColor text; ///< readable on the card, on the window and on \a ground
    QColor ground;
};

/// Every colour of the program, once for light and once for dark.
struct Colours {
    bool dark = false;
    QColor window; ///< behind the cards
    QColor card; ///< cards, side bar, status bar, tables, buttons
    QColor field; ///< code boxes and other insets
    QColor border; ///< of cards and controls
    QColor rowLine; ///< between the rows of a table
    QColor text;
    QColor mutedText;
    QColor accent; ///< links, primary buttons, the chosen page
    QColor onAccent; ///< text on \a accent
    QColor accentGround; ///< selected row, chosen page, checked segment
    QColor accentText; ///< accent-coloured text on \a accentGround and on cards
    QColor hover; ///< a row or a button under the pointer
    QList<QColor> chart; ///< told apart by the colour-blind
    QColor chartLine; ///< the line over the bars
    QColor chartGrid;

    const ToneColours &tone(Tone tone) const { return m_tones[int(tone)]; }
    /// The colour of a network in every chart: it follows from the network's ID alone, so no filter changes it.
    QColor network(qint64 networkId) const;

    static const Colours &light();
    static const Colours &darkOnes();
    /// The set that a palette belongs to, told by its window colour. Widgets ask with their own, and ask again after
    /// QEvent::PaletteChange.
    static const Colours &of(const QPalette &palette);
    static const Colours &of(const QWidget *widget);

    ToneColours m_tones[6];
};

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "colours.h"

#include <QPalette>
#include <QWidget>

namespace Matchbook {

namespace {

QColor rgb(uint value)
{
    return QColor::fromRgb(QRgb(value));
}

Colours makeLight()
{
    Colours c;
    c.window = rgb(0xf3f4f6);
    c.card = rgb(0xffffff);
    c.field = rgb(0xf3f4f6);
    c.border = rgb(0xdce0e6);
    c.rowLine = rgb(0xe2e5ea);
    c.text = rgb(0x1b212c);
    c.mutedText = rgb(0x5b6376);
    c.accent = rgb(0x0b63c5);
    c.onAccent = rgb(0xffffff);
    c.accentGround = rgb(0xe6f0fb);
    c.accentText = rgb(0x0a5cb8);
    c.hover = rgb(0xf1f4f8);
    c.m_tones[int(Tone::Grey)] = {c.mutedText, rgb(0xeceef2)};
    c.m_tones[int(Tone::Green)] = {rgb(0x146c3d), rgb(0xdff3e6)};
    c.m_tones[int(Tone::Amber)] = {rgb(0x815600), rgb(0xfdf0d2)};
    c.m_tones[int(Tone::Red)] = {rgb(0xad2118), rgb(0xfde6e4)};
    c.m_tones[int(Tone::Violet)] = {rgb(0x5f3dc0), rgb(0xebe6fb)};
    c.m_tones[int(Tone::Blue)] = {rgb(0x0a5cb8), rgb(0xe3effc)};
    c.chart = {rgb(0x0b69d0), rgb(0xe08a00), rgb(0x16926a), rgb(0xb0489b),
               rgb(0x56b4e9), rgb(0xd1495b), rgb(0x5e4fa2), rgb(0x8c8c2f)};
    c.chartLine = rgb(0x1b212c);
    c.chartGrid = rgb(0xdfe2e8);
    return c;
}

Colours makeDark()
{
    Colours c;
    c.dark = true;
    c.window = rgb(0x15181d);
    c.card = rgb(0x1e2229);
    c.field = rgb(0x15181d);
    c.border = rgb(0x343a44);
    c.rowLine = rgb(0x2d323b);
    c.text = rgb(0xe8eaee);
    c.mutedText = rgb(0xa0a8b5);
    c.accent = rgb(0x4da0ff);
    c.onAccent = rgb(0x0a1420);
    c.accentGround = rgb(0x1b2d44);
    c.accentText = rgb(0x62acff);
    c.hover = rgb(0x262b34);
    c.m_tones[int(Tone::Grey)] = {c.mutedText, rgb(0x2b3039)};
    c.m_tones[int(Tone::Green)] = {rgb(0x4cc98a), rgb(0x16311f)};
    c.m_tones[int(Tone::Amber)] = {rgb(0xebb44b), rgb(0x372a12)};
    c.m_tones[int(Tone::Red)] = {rgb(0xff8278), rgb(0x40201e)};
    c.m_tones[int(Tone::Violet)] = {rgb(0xb6a2ff), rgb(0x2b2447)};
    c.m_tones[int(Tone::Blue)] = {rgb(0x74b6ff), rgb(0x1a2c44)};
    c.chart = {rgb(0x58a6ff), rgb(0xf2a93b), rgb(0x4cc38a), rgb(0xdd8ac9),
               rgb(0x9ad8ff), rgb(0xff7b86), rgb(0xa596f0), rgb(0xc9c766)};
    c.chartLine = rgb(0xffffff);
    c.chartGrid = rgb(0x343a44);
    return c;
}

} // namespace

const Colours &Colours::light()
{
    static const Colours colours = makeLight();
    return colours;
}

const Colours &Colours::darkOnes()
{
    static const Colours colours = makeDark();
    return colours;
}

const Colours &Colours::of(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128 ? darkOnes() : light();
}

const Colours &Colours::of(const QWidget *widget)
{
    return of(widget->palette());
}

QColor Colours::network(qint64 networkId) const
{
    const qint64 count = chart.size();
    return chart.at(((networkId - 1) % count + count) % count);
}

} // namespace Matchbook

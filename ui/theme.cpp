// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "theme.h"

#include "widgets/wheelguard.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QFontMetrics>
#include <QPalette>
#include <QStyle>
#include <QStyleFactory>
#include <QStyleHints>
#include <QVariant>
#include <QWidget>

#include <algorithm>

namespace Matchbook {

namespace {

QPalette paletteFor(const Colours &c)
{
    QPalette palette;
    palette.setColor(QPalette::Window, c.window);
    palette.setColor(QPalette::WindowText, c.text);
    palette.setColor(QPalette::Base, c.card);
    palette.setColor(QPalette::AlternateBase, c.field);
    palette.setColor(QPalette::Text, c.text);
    palette.setColor(QPalette::Button, c.card);
    palette.setColor(QPalette::ButtonText, c.text);
    palette.setColor(QPalette::BrightText, c.tone(Tone::Red).text);
    palette.setColor(QPalette::ToolTipBase, c.card);
    palette.setColor(QPalette::ToolTipText, c.text);
    palette.setColor(QPalette::PlaceholderText, c.mutedText);
    palette.setColor(QPalette::Highlight, c.accent);
    palette.setColor(QPalette::HighlightedText, c.onAccent);
    palette.setColor(QPalette::Link, c.accentText);
    palette.setColor(QPalette::LinkVisited, c.accentText);
    palette.setColor(QPalette::Light, c.card.lighter(110));
    palette.setColor(QPalette::Midlight, c.border.lighter(105));
    palette.setColor(QPalette::Mid, c.border);
    palette.setColor(QPalette::Dark, c.border.darker(120));
    palette.setColor(QPalette::Shadow, c.dark ? QColor(0, 0, 0) : c.border.darker(150));
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, c.mutedText);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, c.border);
    return palette;
}

QString sizeOf(const QFont &font)
{
    return font.pointSizeF() > 0 ? QString::number(font.pointSizeF(), 'f', 2) + QStringLiteral("pt")
                                 : QString::number(font.pixelSize()) + QStringLiteral("px");
}

} // namespace

Theme::Theme(QApplication &application) : m_application(application)
{
    application.installEventFilter(new WheelGuard(this));
    m_startedDark = application.palette().color(QPalette::Window).lightness() < 128;
    application.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this,
            [this] { apply(m_choice); });
#endif
    apply(QStringLiteral("system"));
}

bool Theme::systemIsDark() const
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const auto scheme = QGuiApplication::styleHints()->colorScheme();
    if (scheme != Qt::ColorScheme::Unknown)
        return scheme == Qt::ColorScheme::Dark;
#endif
    return m_startedDark;
}

void Theme::apply(const QString &choice)
{
    m_choice = choice;
    m_dark = choice == QLatin1String("dark") || (choice != QLatin1String("light") && systemIsDark());
    m_application.setPalette(paletteFor(colours()));
    m_application.setStyleSheet(styleSheetFor(colours()));
}

const Colours &Theme::colours() const
{
    return m_dark ? Colours::darkOnes() : Colours::light();
}

QFont scaledFont(const QFont &base, double factor, QFont::Weight weight)
{
    QFont font = base;
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(qRound(font.pixelSize() * factor));
    font.setWeight(weight);
    return font;
}

QFont monospacedFont(const QFont &base)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (base.pointSizeF() > 0)
        font.setPointSizeF(base.pointSizeF() * 0.94);
    else
        font.setPixelSize(base.pixelSize());
    return font;
}

QString styleSheetFor(const Colours &c)
{
    QFile file(QStringLiteral(":/ui/matchbook.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    const QFontMetrics metrics(QGuiApplication::font());
    const int unit = metrics.height(); // everything grows with the font
    const int ring
            = qMax(12, unit * 3 / 4) / 2 * 2; // even, so that half of it with its border is a whole radius
    const std::pair<const char *, QString> words[] = {
            {"@window", c.window.name()},
            {"@card", c.card.name()},
            {"@field", c.field.name()},
            {"@border", c.border.name()},
            {"@rowLine", c.rowLine.name()},
            {"@text", c.text.name()},
            {"@mutedText", c.mutedText.name()},
            {"@accentGround", c.accentGround.name()},
            {"@accentText", c.accentText.name()},
            {"@onAccent", c.onAccent.name()},
            {"@accentStrong", (c.dark ? c.accent.lighter(110) : c.accent.darker(112)).name()},
            {"@accent", c.accent.name()},
            {"@hover", c.hover.name()},
            {"@padTiny", QString::number(qMax(1, unit / 8)) + QStringLiteral("px")},
            {"@padLow", QString::number(qMax(2, unit / 4)) + QStringLiteral("px")},
            {"@padSmall", QString::number(qMax(3, unit * 3 / 8)) + QStringLiteral("px")},
            {"@pad", QString::number(qMax(6, unit * 5 / 8)) + QStringLiteral("px")},
            {"@padCell", QString::number(qMax(3, unit / 3) + 2) + QStringLiteral("px")},
            {"@arrow", QString::number(qMax(8, unit * 5 / 8)) + QStringLiteral("px")},
            {"@ring", QString::number(ring) + QStringLiteral("px")},
            {"@roundRing", QString::number(ring / 2 + 1) + QStringLiteral("px")},
            {"@sizeSmall", sizeOf(scaledFont(QGuiApplication::font(), 0.92, QFont::DemiBold))},
            {"@mode", c.dark ? QStringLiteral("dark") : QStringLiteral("light")},
    };
    // Longest names first, since one is the beginning of another.
    QList<std::pair<QString, QString>> sorted;
    for (const auto &[word, value] : words)
        sorted.append({QString::fromLatin1(word), value});
    std::sort(sorted.begin(), sorted.end(),
              [](const auto &left, const auto &right) { return left.first.size() > right.first.size(); });
    for (const auto &[word, value] : std::as_const(sorted))
        sheet.replace(word, value);
    return sheet;
}

void setButtonKind(QWidget *button, const char *kind)
{
    button->setProperty("kind", QString::fromLatin1(kind));
    // A button that has been measured already keeps its old looks otherwise.
    button->style()->unpolish(button);
    button->style()->polish(button);
}

} // namespace Matchbook

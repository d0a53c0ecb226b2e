// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "colours.h"
#include "theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QImage>
#include <QPushButton>
#include <QRadioButton>
#include <QSet>
#include <QTest>

#include <cmath>

using namespace Matchbook;

namespace {

double channel(int value)
{
    const double share = value / 255.0;
    return share <= 0.03928 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

/// Relative luminance and contrast as WCAG 2 defines them.
double luminance(const QColor &colour)
{
    return 0.2126 * channel(colour.red()) + 0.7152 * channel(colour.green())
            + 0.0722 * channel(colour.blue());
}

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

const QList<Tone> allTones = {Tone::Grey, Tone::Green, Tone::Amber, Tone::Red, Tone::Violet, Tone::Blue};

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void contrastIsMeasuredRight();
    void everyTextHasEnoughContrast_data();
    void everyTextHasEnoughContrast();
    void chartColoursStandOutFromTheCard_data();
    void chartColoursStandOutFromTheCard();
    void boxesAndRingsAreSeenOnWhatTheyStandOn_data();
    void boxesAndRingsAreSeenOnWhatTheyStandOn();
    void aNetworkKeepsItsColour();
    void paletteTellsWhichSetBelongsToIt();
    void choiceOfThemeReachesWidgets();
    void styleSheetHasNoWordLeftUnreplaced();
};

void TestTheme::contrastIsMeasuredRight()
{
    QVERIFY(std::abs(contrast(Qt::black, Qt::white) - 21.0) < 0.01);
    QVERIFY(std::abs(contrast(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01);
}

void TestTheme::everyTextHasEnoughContrast_data()
{
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("ground");
    for (const Colours *c : {&Colours::light(), &Colours::darkOnes()}) {
        const char *set = c->dark ? "dark" : "light";
        const std::pair<const char *, QColor> grounds[] = {{"window", c->window},
                                                           {"card", c->card},
                                                           {"field", c->field},
                                                           {"hover", c->hover},
                                                           {"accentGround", c->accentGround}};
        for (const auto &[name, ground] : grounds) {
            QTest::addRow("%s text on %s", set, name) << c->text << ground;
            QTest::addRow("%s muted text on %s", set, name) << c->mutedText << ground;
            QTest::addRow("%s accent text on %s", set, name) << c->accentText << ground;
            for (const Tone tone : allTones)
                QTest::addRow("%s tone %d on %s", set, int(tone), name) << c->tone(tone).text << ground;
        }
        for (const Tone tone : allTones) {
            QTest::addRow("%s pill %d", set, int(tone)) << c->tone(tone).text << c->tone(tone).ground;
            // banners: title, sentence and link stand on the tone's ground, too
            QTest::addRow("%s banner title %d", set, int(tone)) << c->text << c->tone(tone).ground;
            QTest::addRow("%s banner sentence %d", set, int(tone)) << c->mutedText << c->tone(tone).ground;
            QTest::addRow("%s banner link %d", set, int(tone)) << c->accentText << c->tone(tone).ground;
        }
        QTest::addRow("%s primary button", set) << c->onAccent << c->accent;
        const QColor pressed = c->dark ? c->accent.lighter(110) : c->accent.darker(112);
        QTest::addRow("%s primary button under the pointer", set) << c->onAccent << pressed;
    }
}

void TestTheme::everyTextHasEnoughContrast()
{
    QFETCH(QColor, text);
    QFETCH(QColor, ground);
    const double found = contrast(text, ground);
    QVERIFY2(found >= 4.5,
             qPrintable(QStringLiteral("%1 on %2: %3").arg(text.name(), ground.name()).arg(found)));
}

void TestTheme::chartColoursStandOutFromTheCard_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addRow("light") << false;
    QTest::addRow("dark") << true;
}

void TestTheme::chartColoursStandOutFromTheCard()
{
    QFETCH(bool, dark);
    const Colours &colours = dark ? Colours::darkOnes() : Colours::light();
    QSet<QRgb> seen;
    for (const QColor &colour : colours.chart) {
        QVERIFY2(contrast(colour, colours.card) >= 2.0, qPrintable(colour.name()));
        seen += colour.rgb();
    }
    QCOMPARE(seen.size(), colours.chart.size());
    QVERIFY(contrast(colours.chartLine, colours.card) >= 4.5);
}

void TestTheme::boxesAndRingsAreSeenOnWhatTheyStandOn_data()
{
    QTest::addColumn<QString>("theme");
    QTest::addColumn<bool>("round");
    QTest::addColumn<bool>("checked");
    for (const char *theme : {"light", "dark"}) {
        for (const bool round : {true, false}) {
            for (const bool checked : {true, false})
                QTest::addRow("%s %s %s", theme, round ? "ring" : "box", checked ? "checked" : "empty")
                        << QString::fromLatin1(theme) << round << checked;
        }
    }
}

// What is drawn left of the text has to hold against the window and against a card, wherever the button stands.
void TestTheme::boxesAndRingsAreSeenOnWhatTheyStandOn()
{
    QFETCH(QString, theme);
    QFETCH(bool, round);
    QFETCH(bool, checked);
    Theme dress(*qApp);
    dress.apply(theme);
    QWidget window;
    QAbstractButton *button = round ? static_cast<QAbstractButton *>(new QRadioButton(&window))
                                    : static_cast<QAbstractButton *>(new QCheckBox(&window));
    button->setCheckable(true);
    button->setChecked(checked);
    button->resize(button->sizeHint().expandedTo(QSize(24, 24)));
    const QImage picture = button->grab().toImage();
    const QColor ground = dress.colours().window;
    // On its middle line, where there is no text yet.
    double best = 0;
    for (int x = 0; x < picture.width() / 2; ++x) {
        best = std::max(best, contrast(picture.pixelColor(x, picture.height() / 2), ground));
    }
    QVERIFY2(best >= 3.0, qPrintable(QString::number(best)));
    QVERIFY(contrast(dress.colours().mutedText, dress.colours().card) >= 3.0);
    dress.apply(QStringLiteral("light"));
}

void TestTheme::aNetworkKeepsItsColour()
{
    for (const Colours *colours : {&Colours::light(), &Colours::darkOnes()}) {
        QCOMPARE(colours->network(1), colours->chart.at(0));
        QCOMPARE(colours->network(3), colours->chart.at(2));
        QCOMPARE(colours->network(1 + colours->chart.size()), colours->chart.at(0));
        QVERIFY(colours->network(0).isValid()); // no network: still some colour, no crash
        QVERIFY(colours->network(-5).isValid());
    }
}

void TestTheme::paletteTellsWhichSetBelongsToIt()
{
    QPalette palette;
    palette.setColor(QPalette::Window, Colours::darkOnes().window);
    QVERIFY(Colours::of(palette).dark);
    palette.setColor(QPalette::Window, Colours::light().window);
    QVERIFY(!Colours::of(palette).dark);
}

void TestTheme::choiceOfThemeReachesWidgets()
{
    Theme theme(*qApp);
    QWidget window;
    QPushButton button(&window);
    theme.apply(QStringLiteral("dark"));
    QVERIFY(theme.colours().dark);
    QVERIFY(Colours::of(&button).dark);
    theme.apply(QStringLiteral("light"));
    QVERIFY(!Colours::of(&button).dark);
    theme.apply(QStringLiteral("nonsense")); // means the system's, which was light when the test began
    QVERIFY(!theme.colours().dark);
}

void TestTheme::styleSheetHasNoWordLeftUnreplaced()
{
    const QString sheet = styleSheetFor(Colours::light());
    QVERIFY(sheet.size() > 500);
    QVERIFY2(!sheet.contains(QLatin1Char('@')), qPrintable(sheet.mid(sheet.indexOf(QLatin1Char('@')), 30)));
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"

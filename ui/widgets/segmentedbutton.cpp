// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "segmentedbutton.h"

#include "colours.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QPainter>

namespace Matchbook {

namespace {

/// One choice; the frame around all of them is the parent's.
class Segment final : public QAbstractButton
{
public:
    using QAbstractButton::QAbstractButton;

    QSize sizeHint() const override
    {
        const QFontMetrics metrics(bold());
        return {metrics.horizontalAdvance(text()) + metrics.height() * 3 / 2, metrics.height() * 7 / 4 + 2};
    }
    QSize minimumSizeHint() const override
    {
        const QFontMetrics metrics(bold());
        return {metrics.horizontalAdvance(text()) + 8, sizeHint().height()};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Colours &colours = Colours::of(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (isChecked() || underMouse()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(isChecked() ? colours.accentGround : colours.hover);
            painter.drawRoundedRect(rect(), 4, 4);
        }
        if (hasFocus()) {
            painter.setPen(colours.accent);
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5), 4, 4);
        }
        painter.setFont(isChecked() ? bold() : font());
        painter.setPen(isChecked() ? colours.accentText : colours.mutedText);
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextShowMnemonic, text());
    }

private:
    QFont bold() const
    {
        QFont strong = font();
        strong.setWeight(QFont::DemiBold);
        return strong;
    }
};

} // namespace

SegmentedButton::SegmentedButton(QWidget *parent) : QWidget(parent), m_group(new QButtonGroup(this))
{
    m_layout = new QHBoxLayout(this);
    m_layout->setContentsMargins(1, 1, 1, 1);
    m_layout->setSpacing(1);
    m_group->setExclusive(true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(m_group, &QButtonGroup::buttonClicked, this,
            [this](QAbstractButton *button) { Q_EMIT chosen(button->objectName()); });
}

void SegmentedButton::addSegment(const QString &id, const QString &text)
{
    auto *button = new Segment(this);
    button->setObjectName(id);
    button->setText(text);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAttribute(Qt::WA_Hover);
    button->setChecked(m_group->buttons().isEmpty());
    m_group->addButton(button);
    m_layout->addWidget(button);
}

void SegmentedButton::setSegmentText(const QString &id, const QString &text)
{
    if (QAbstractButton *button = segment(id); button && button->text() != text) {
        button->setText(text);
        button->updateGeometry();
    }
}

QString SegmentedButton::current() const
{
    const QAbstractButton *button = m_group->checkedButton();
    return button ? button->objectName() : QString();
}

void SegmentedButton::setCurrent(const QString &id)
{
    if (QAbstractButton *button = segment(id))
        button->setChecked(true);
}

QAbstractButton *SegmentedButton::segment(const QString &id) const
{
    const auto buttons = m_group->buttons();
    for (QAbstractButton *button : buttons) {
        if (button->objectName() == id)
            return button;
    }
    return nullptr;
}

void SegmentedButton::paintEvent(QPaintEvent *)
{
    const Colours &colours = Colours::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colours.border);
    painter.setBrush(colours.card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    const auto buttons = m_group->buttons();
    for (qsizetype i = 1; i < buttons.size(); ++i) {
        const int x = buttons.at(i)->x() - 1;
        painter.drawLine(x, 1, x, height() - 2);
    }
}

} // namespace Matchbook

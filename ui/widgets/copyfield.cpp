// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "copyfield.h"

#include "theme.h"
#include "tonedlabel.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextBlock>
#include <QTextLayout>
#include <QTimer>
#include <QVBoxLayout>

namespace Matchbook {

namespace {

/// How many lines of \a room pixels \a text takes, broken anywhere.
int linesOf(const QString &text, const QFont &font, qreal room)
{
    QTextLayout layout(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine())
        line.setLineWidth(qMax(room, qreal(1)));
    layout.endLayout();
    return qMax(1, layout.lineCount());
}

} // namespace

CopyField::CopyField(const QString &name, QWidget *parent) : QWidget(parent)
{
    setAccessibleName(name);
    m_text = new QPlainTextEdit(this);
    m_text->setReadOnly(true);
    m_text->setAccessibleName(name);
    m_text->setProperty("kind", QStringLiteral("code"));
    m_text->setFont(monospacedFont(font()));
    m_text->setWordWrapMode(QTextOption::WrapAnywhere);
    m_text->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->setTabChangesFocus(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->document()->setDocumentMargin(7);
    m_text->installEventFilter(this);
    m_button = new QPushButton(tr("Copy"), this);
    m_button->setAccessibleName(tr("Copy %1").arg(name));
    // Wide enough for both texts, so that nothing jumps when it is pressed.
    m_button->setText(tr("Copied"));
    const int wide = m_button->sizeHint().width();
    m_button->setText(tr("Copy"));
    m_button->setMinimumWidth(wide);
    m_note = new TonedLabel({}, Tone::Grey, this);
    m_back = new QTimer(this);
    m_back->setSingleShot(true);
    m_back->setInterval(2000);
    connect(m_back, &QTimer::timeout, this, [this] { m_button->setText(tr("Copy")); });
    connect(m_button, &QPushButton::clicked, this, &CopyField::copy);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_text);
    auto *row = new QHBoxLayout;
    row->addWidget(m_button);
    row->addWidget(m_note, 1);
    layout->addLayout(row);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    fitHeight();
}

void CopyField::setText(const QString &text)
{
    if (text == m_text->toPlainText())
        return;
    m_text->setPlainText(text);
    m_back->stop();
    m_button->setText(tr("Copy"));
    m_button->setEnabled(!text.isEmpty());
    fitHeight();
}

QString CopyField::text() const
{
    return m_text->toPlainText();
}

void CopyField::setNote(const QString &note)
{
    m_note->setText(note);
}

void CopyField::copy()
{
    QGuiApplication::clipboard()->setText(text());
    m_button->setText(tr("Copied"));
    m_back->start();
}

bool CopyField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text && (event->type() == QEvent::Resize || event->type() == QEvent::FontChange))
        fitHeight();
    return QWidget::eventFilter(watched, event);
}

void CopyField::fitHeight()
{
    // The document counts its lines only when it is painted, which is too late.
    const int frame = 2;
    const qreal room = m_text->contentsRect().width() - 2 * m_text->document()->documentMargin() - frame;
    int lines = 0;
    for (QTextBlock block = m_text->document()->begin(); block.isValid() && lines < 12; block = block.next())
        lines += linesOf(block.text(), m_text->font(), room);
    lines = qBound(1, lines, 12);
    m_text->setVerticalScrollBarPolicy(lines == 12 ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    const int margin = int(2 * m_text->document()->documentMargin()) + 4;
    const int height = lines * m_text->fontMetrics().lineSpacing() + margin;
    if (m_text->height() != height || m_text->minimumHeight() != height)
        m_text->setFixedHeight(height);
}

} // namespace Matchbook

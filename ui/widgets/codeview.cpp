// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "codeview.h"

#include "theme.h"

#include <QScrollBar>

namespace Matchbook {

CodeView::CodeView(const QString &name, int least, int most, QWidget *parent)
    : QPlainTextEdit(parent), m_least(least), m_most(most)
{
    setReadOnly(true);
    setAccessibleName(name);
    setProperty("kind", QStringLiteral("code"));
    setFont(monospacedFont(font()));
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    document()->setDocumentMargin(7);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void CodeView::setText(const QString &text)
{
    if (text == toPlainText())
        return;
    setPlainText(text);
    updateGeometry();
}

int CodeView::heightOf(int lines) const
{
    return QFontMetrics(font()).lineSpacing() * lines + 2 * qRound(document()->documentMargin()) + 4
            + horizontalScrollBar()->sizeHint().height();
}

QSize CodeView::sizeHint() const
{
    return {QFontMetrics(font()).averageCharWidth() * 60, heightOf(qBound(m_least, blockCount(), m_most))};
}

QSize CodeView::minimumSizeHint() const
{
    return {QFontMetrics(font()).averageCharWidth() * 20, heightOf(qBound(1, blockCount(), m_least))};
}

} // namespace Matchbook

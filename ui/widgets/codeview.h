// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPlainTextEdit>

namespace Matchbook {

/// Lines to read and to copy from, monospaced: long ones are scrolled, so that their indentation stays readable. As high as
/// its text, between two limits.
class CodeView : public QPlainTextEdit
{
    Q_OBJECT
public:
    /// \a least and \a most are lines.
    CodeView(const QString &name, int least, int most, QWidget *parent = nullptr);

    /// Leaves the place where the person reads alone if the text is the same.
    void setText(const QString &text);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

private:
    int heightOf(int lines) const;

    int m_least;
    int m_most;
};

} // namespace Matchbook

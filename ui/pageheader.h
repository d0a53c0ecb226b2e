// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QLabel;
QT_END_NAMESPACE

namespace Matchbook {

class FlowLayout;

/// The top of a page: its title at the left, its controls at the right.
class PageHeader : public QWidget
{
    Q_OBJECT
public:
    explicit PageHeader(const QString &title, QWidget *parent = nullptr);

    /// Adds \a control at the right end; tab order follows the order of adding.
    void addControl(QWidget *control);

    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QBoxLayout *m_layout;
    QLabel *m_title;
    FlowLayout *m_controls;
};

/// The layout that every page has: margins and gaps of the pictures, with \a header on top. Belongs to \a page.
QBoxLayout *pageLayout(QWidget *page, PageHeader *header);

} // namespace Matchbook

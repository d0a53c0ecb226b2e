// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networks/postbackurls.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace Matchbook {

class PostbackUrlFields;

/// One postback URL for each status, for a network without a macro for it; folded away until somebody asks.
class StatusUrls : public QWidget
{
    Q_OBJECT
public:
    explicit StatusUrls(QWidget *parent = nullptr);

    /// Hides itself if there are none.
    void setUrls(QList<ReadyPostbackUrl> urls);

private:
    QPushButton *m_unfold;
    PostbackUrlFields *m_urls;
};

} // namespace Matchbook

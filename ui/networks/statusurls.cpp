// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "statusurls.h"

#include "networks/postbackurlfields.h"
#include "text/statuswords.h"
#include "theme.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Matchbook {

StatusUrls::StatusUrls(QWidget *parent)
    : QWidget(parent), m_unfold(new QPushButton(tr("One URL for each status"), this)),
      m_urls(new PostbackUrlFields(u"statusUrl"_s, this))
{
    m_unfold->setObjectName("perStatus"_L1);
    m_unfold->setToolTip(tr("For a network that has no macro for the status"));
    m_unfold->setCheckable(true);
    setButtonKind(m_unfold, "link");
    m_urls->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_unfold, 0, Qt::AlignLeft);
    column->addWidget(m_urls);
    connect(m_unfold, &QPushButton::toggled, m_urls, &PostbackUrlFields::setVisible);
}

void StatusUrls::setUrls(QList<ReadyPostbackUrl> urls)
{
    for (ReadyPostbackUrl &one : urls)
        one.purpose = one.status ? statusText(*one.status) : QString();
    m_urls->setUrls(urls, {});
    setVisible(!urls.isEmpty());
}

} // namespace Matchbook

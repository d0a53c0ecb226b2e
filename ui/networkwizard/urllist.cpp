// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "urllist.h"

#include "text/statuswords.h"
#include "theme.h"
#include "widgets/copyfield.h"
#include "widgets/tonedlabel.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Matchbook {

UrlList::UrlList(const QString &what, QWidget *parent)
    : QWidget(parent), m_what(what), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(4);
}

void UrlList::setUrls(const QList<ReadyPostbackUrl> &urls)
{
    while (m_rows.size() < urls.size()) {
        const int number = int(m_rows.size()) + 1;
        auto *purpose = new TonedLabel({}, Tone::Grey, this);
        purpose->setObjectName(u"%1Purpose%2"_s.arg(m_what).arg(number));
        auto *url = new CopyField(number == 1 ? tr("Postback URL") : tr("Postback URL %1").arg(number), this);
        url->setObjectName(u"%1%2"_s.arg(m_what).arg(number));
        url->button()->setAutoDefault(false);
        connect(url->button(), &QPushButton::clicked, this, &UrlList::copied);
        m_column->addWidget(purpose);
        m_column->addWidget(url);
        m_rows.append({purpose, url});
    }
    for (int i = 0; i < m_rows.size(); ++i) {
        const Row &row = m_rows.at(i);
        row.purpose->setVisible(i < urls.size());
        row.url->setVisible(i < urls.size());
        if (i < urls.size())
            showRow(row, urls.at(i), i + 1, urls.size());
    }
}

void UrlList::showRow(const Row &row, const ReadyPostbackUrl &url, int number, qsizetype count)
{
    QString purpose = url.purpose;
    if (purpose.isEmpty() && url.status)
        purpose = statusText(*url.status);
    else if (purpose.isEmpty() && count > 1)
        purpose = tr("URL %1").arg(number);
    else if (url.status)
        purpose = tr("%1 · every call of it means: %2").arg(purpose, statusText(*url.status));
    row.purpose->setText(purpose);
    row.purpose->setVisible(!purpose.isEmpty());
    row.url->setText(url.url);
    row.url->button()->setEnabled(url.missing.isEmpty());
    row.url->setNote(url.missing.isEmpty() ? QString()
                                           : tr("Fill in first, above: %1").arg(url.missing.join(u", "_s)));
}

} // namespace Matchbook

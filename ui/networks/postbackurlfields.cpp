// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postbackurlfields.h"

#include "widgets/copyfield.h"
#include "widgets/tonedlabel.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Matchbook {

PostbackUrlFields::PostbackUrlFields(const QString &name, QWidget *parent)
    : QWidget(parent), m_name(name), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(6);
}

void PostbackUrlFields::setUrls(const QList<ReadyPostbackUrl> &urls, const QString &note)
{
    for (qsizetype i = 0; i < urls.size(); ++i) {
        if (i == m_fields.size()) {
            m_purposes.append(new TonedLabel({}, Tone::Grey, this));
            m_fields.append(new CopyField(tr("Postback URL"), this));
            m_fields.constLast()->setObjectName(i == 0 ? m_name : m_name + QString::number(i + 1));
            m_column->addWidget(m_purposes.constLast());
            m_column->addWidget(m_fields.constLast());
        }
        const ReadyPostbackUrl &one = urls.at(i);
        m_purposes.at(i)->setText(one.purpose);
        m_purposes.at(i)->setVisible(!one.purpose.isEmpty());
        m_fields.at(i)->setText(one.url);
        m_fields.at(i)->setNote(i == urls.size() - 1 ? note : QString());
        m_fields.at(i)->show();
    }
    for (qsizetype i = urls.size(); i < m_fields.size(); ++i) {
        m_fields.at(i)->hide();
        m_purposes.at(i)->hide();
    }
}

} // namespace Matchbook

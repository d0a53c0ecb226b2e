// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networks/postbackurls.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace Matchbook {

class CopyField;
class TonedLabel;

/// The postback URLs of a network, each to be copied: most have one, some one for each status.
class PostbackUrlFields : public QWidget
{
    Q_OBJECT
public:
    /// The fields are called \a name, name2, name3 ….
    explicit PostbackUrlFields(const QString &name, QWidget *parent = nullptr);

    /// \a note stands beside the last button.
    void setUrls(const QList<ReadyPostbackUrl> &urls, const QString &note);
    CopyField *first() const { return m_fields.value(0); }

private:
    const QString m_name;
    QVBoxLayout *m_column;
    QList<CopyField *> m_fields;
    QList<TonedLabel *> m_purposes;
};

} // namespace Matchbook

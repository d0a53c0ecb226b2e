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

/// The postback URLs to paste, each with what it is for and its Copy button. One that is not complete cannot be copied.
class UrlList : public QWidget
{
    Q_OBJECT
public:
    /// \a what begins the object names of its fields.
    explicit UrlList(const QString &what, QWidget *parent = nullptr);

    void setUrls(const QList<ReadyPostbackUrl> &urls);

Q_SIGNALS:
    void copied();

private:
    struct Row {
        TonedLabel *purpose;
        CopyField *url;
    };
    void showRow(const Row &row, const ReadyPostbackUrl &url, int number, qsizetype count);

    QString m_what;
    QVBoxLayout *m_column;
    QList<Row> m_rows;
};

} // namespace Matchbook

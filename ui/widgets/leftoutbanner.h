// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "banner.h"
#include "reports/reportquery.h"
#include "text/formats.h"

namespace Matchbook {

/// What figures leave out because no exchange rate is known, with a link to where rates come from. Hidden while nothing is left out.
class LeftOutBanner : public Banner
{
    Q_OBJECT
public:
    explicit LeftOutBanner(QWidget *parent = nullptr);

    /// \a currency is that of the figures, \a wanted the one that was asked for.
    void setLeftOut(const QList<LeftOut> &leftOut, Currency currency, Currency wanted,
                    const Formats &formats);

Q_SIGNALS:
    void openPage(const QString &id, const QVariantMap &what);
};

} // namespace Matchbook

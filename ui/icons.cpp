// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "icons.h"

#include <QPainter>
#include <QSvgRenderer>

namespace Matchbook {

QPixmap tintedIcon(const QString &file, const QColor &colour, int side, qreal devicePixelRatio)
{
    QSvgRenderer renderer(file);
    if (!renderer.isValid())
        return {};
    const int pixels = qRound(side * devicePixelRatio);
    QPixmap pixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), colour);
    painter.end();
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

QIcon applicationIcon()
{
    QIcon icon;
    for (const int side : {16, 22, 32, 48, 64, 128, 256}) {
        QSvgRenderer renderer(QStringLiteral(":/icons/matchbook.svg"));
        QPixmap pixmap(side, side);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        renderer.render(&painter);
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording.h"

#include <QCoreApplication>
#include <QTranslator>

namespace Matchbook {

void installWording()
{
    auto *translator = new QTranslator(QCoreApplication::instance());
    if (translator->load(QStringLiteral(":/i18n/matchbook_en.qm")))
        QCoreApplication::installTranslator(translator);
}

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "silencenotice.h"

#include "failuretext.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace Matchbook {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Matchbook::SilenceNotice)
};

QString reasonFor(const EngineState &state)
{
    if (!state.trouble)
        return Texts::tr("Nothing keeps Matchbook from listening.");
    const QString text = failureText(*state.trouble);
    return state.trouble->detail.isEmpty() ? text : text + QStringLiteral("\n\n") + state.trouble->detail;
}

} // namespace

void explainSilence(QWidget *window, Engine &engine)
{
    const auto *shown = window->findChild<QMessageBox *>(QStringLiteral("silence"));
    if (shown && shown->isVisible())
        return;
    auto *box
            = new QMessageBox(QMessageBox::Warning, QStringLiteral("Matchbook"),
                              Texts::tr("Matchbook is not listening: clicks are not redirected and postbacks "
                                        "do not arrive."),
                              QMessageBox::Close, window);
    box->setObjectName(QStringLiteral("silence"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(reasonFor(engine.state()));
    const QPushButton *start = box->addButton(Texts::tr("&Start listening"), QMessageBox::AcceptRole);
    QObject::connect(start, &QPushButton::clicked, window, [window, &engine] {
        // Another explanation, if there is one, comes when this one has gone.
        QMetaObject::invokeMethod(
                window, [window, &engine] { startListening(window, engine); }, Qt::QueuedConnection);
    });
    box->open();
}

void startListening(QWidget *window, Engine &engine)
{
    const Preferences preferences = engine.preferences();
    if (!engine.listen(preferences.bindAddress, preferences.port) && !engine.state().isHeard())
        explainSilence(window, engine);
}

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "requestactions.h"

#include "engine/engine.h"
#include "failuretext.h"
#include "forms/filechoice.h"
#include "networks/protocols/insenvelope.h"
#include "postbacklog/attachdialog.h"
#include "postbacklog/historyrepair.h"
#include "postbacklog/postbackinspector.h"
#include "postbacklog/repairbox.h"
#include "postbacklog/requestquestions.h"
#include "postbacklog/rereadingpanel.h"
#include "store/trialreading.h"

#include <QDir>
#include <QFileDialog>

using namespace Qt::StringLiterals;

namespace Matchbook {

RequestActions::RequestActions(Engine &engine, HistoryRepair &history, RereadingPanel &panel,
                               PostbackInspector &inspector, QWidget *page)
    : QObject(page), m_engine(engine), m_history(history), m_panel(panel), m_page(page)
{
    listenTo(inspector);
}

void RequestActions::listenTo(PostbackInspector &inspector)
{
    const RepairBox *repairs = inspector.repairs();
    connect(repairs, &RepairBox::repairAsked, this, &RequestActions::mend);
    connect(repairs, &RepairBox::attachAsked, this, &RequestActions::attach);
    connect(repairs, &RepairBox::keepAsked, this, [this] {
        decide({PersonsDecision::Kind::Keep, {}, {}, {}});
    });
    connect(repairs, &RepairBox::giveAsked, this, [this](NetworkId network) {
        decide({PersonsDecision::Kind::Adopt, {}, {}, network});
    });
    connect(repairs, &RepairBox::networkAsked, this, [this] { Q_EMIT networkAsked(m_request.networkId); });
    connect(&inspector, &PostbackInspector::replayAsked, this, [this] {
        choose({m_request.id.value}, [this](const RereadingChoice &choice) { m_history.readAgain(choice); });
    });
    connect(&inspector, &PostbackInspector::saveCaseAsked, this, &RequestActions::saveCase);
}

void RequestActions::mend(const Repair &repair)
{
    RereadingChoice choice;
    choice.network = m_request.networkId;
    choice.causes = {QString(causeWord(m_request.cause))};
    m_history.change(m_request.networkId, repair, choice);
}

void RequestActions::decide(PersonsDecision decision)
{
    decision.postback = m_request.id;
    m_history.decide(m_request.id, decision);
}

// The log goes on behind the dialog, so what it was asked about is remembered.
void RequestActions::attach()
{
    const PostbackId asked = m_request.id;
    AttachDialog dialog(m_engine.reader(), m_request, Formats::from(m_engine.preferences()), m_page);
    if (dialog.exec() == QDialog::Accepted)
        m_history.decide(asked, PersonsDecision{PersonsDecision::Kind::Attach, asked, dialog.clickId(), {}});
}

void RequestActions::saveCase()
{
    const PostbackId asked = m_request.id;
    const bool isEncrypted = looksLikeInsEnvelope(receivedRequest(m_request));
    QFileDialog dialog(m_page,
                       isEncrypted ? tr("Save as test case: the message as it came, encrypted")
                                   : tr("Save as test case: the request, without keys and personal values"));
    lookAtNamesOnly(dialog);
    dialog.setFileMode(QFileDialog::Directory);
    dialog.setOption(QFileDialog::ShowDirsOnly);
    dialog.setLabelText(QFileDialog::Accept, tr("Save here"));
    if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty())
        return;
    // A folder of its own, so that no file of the person's is overwritten.
    const QString folder
            = dialog.selectedFiles().constFirst() % "/request-"_L1 % QString::number(asked.value);
    m_engine.reader().ask<bool>(
            this, [asked, folder](Database &database) { return saveRequest(database, asked, folder); },
            [this, folder, isEncrypted](const Expected<bool> &saved) {
                if (saved)
                    m_panel.showNote(tr("Saved as a test case"), savedText(folder, isEncrypted));
                else
                    m_panel.showNote(failureTitle(saved.error()), failureText(saved.error()));
            });
}

QString RequestActions::savedText(const QString &folder, bool isEncrypted)
{
    const QString what = isEncrypted
            ? tr("It holds the message as it came, without the secret: only who has the secret of the network can read "
                 "what it says of the buyer.")
            : tr("It holds the request, without keys and personal values, and what became of it.");
    return QDir::toNativeSeparators(folder) % u'\n' % what;
}

void RequestActions::replayAll(const QList<qint64> &ids)
{
    choose(ids, [this](const RereadingChoice &choice) { m_history.preview(choice); });
}

void RequestActions::choose(const QList<qint64> &ids, std::function<void(const RereadingChoice &)> what)
{
    m_engine.reader().ask<RereadingChoice>(
            this, [ids](Database &database) { return choiceOfRequests(database, ids); },
            [this, what = std::move(what)](const Expected<RereadingChoice> &choice) {
                if (choice)
                    what(*choice);
                else if (choice.error().kind == Failure::Kind::BadUsage)
                    m_panel.showNote(tr("These are requests of several networks"),
                                     tr("Select requests of one network; the filter above helps."));
                else
                    m_panel.showNote(failureTitle(choice.error()), failureText(choice.error()));
            });
}

} // namespace Matchbook

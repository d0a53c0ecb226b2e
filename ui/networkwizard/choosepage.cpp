// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "choosepage.h"

#include "networkwizard/networkwizard.h"
#include "networkwizard/presetdelegate.h"
#include "networkwizard/presetwords.h"
#include "widgets/banner.h"
#include "widgets/card.h"
#include "widgets/tablesetup.h"
#include "widgets/tonedlabel.h"

#include <QCoreApplication>
#include <QFormLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Matchbook {

ChoosePage::ChoosePage(NetworkDraft &draft, QWidget *parent)
    : WizardPage(draft, tr("Choose network"), parent), m_found(draft.presets())
{
    setObjectName("choosePage"_L1);
    setHeading(tr("Which network pays you?"),
               tr("Type a part of its name, or paste one of its offer links."));
    buildSearch();
    buildDetails();
    connect(&draft, &NetworkDraft::loaded, this, [this] {
        if (const NetworkPreset *preset = chosen())
            proposeName(*preset);
    });
    search({});
}

void ChoosePage::buildSearch()
{
    m_search = new QLineEdit(this);
    m_search->setObjectName("presetSearch"_L1);
    m_search->setPlaceholderText(tr("Name of the network, or an offer link"));
    m_search->setAccessibleName(tr("Search networks"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_table = new QTableView(this);
    m_table->setAccessibleName(tr("Networks found"));
    m_table->setModel(&m_found);
    dressTable(m_table, u"presets"_s);
    m_table->setItemDelegateForColumn(PresetSearch::Name, new PresetDelegate(m_table));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setMinimumHeight(fontMetrics().height() * 8);
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(PresetSearch::Name, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(PresetSearch::Platform, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(PresetSearch::Known, QHeaderView::ResizeToContents);
    body()->addWidget(m_search);
    body()->addWidget(m_table, 1);
    connect(m_search, &QLineEdit::textChanged, this, &ChoosePage::search);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ChoosePage::showChosen);
}

void ChoosePage::buildDetails()
{
    m_details = new Card({}, this);
    m_details->setObjectName("presetDetails"_L1);
    m_reason = new TonedLabel({}, Tone::Blue, m_details);
    m_reason->setObjectName("reason"_L1);
    m_known = new TonedLabel({}, Tone::Grey, m_details);
    m_known->setObjectName("confidence"_L1);
    m_obstacle = new Banner(Tone::Amber, m_details);
    m_obstacle->setObjectName("obstacle"_L1);
    m_nameRow = new QWidget(m_details);
    auto *form = makeForm();
    form->setContentsMargins(0, 4, 0, 0);
    m_nameRow->setLayout(form);
    m_name = new QLineEdit(m_nameRow);
    m_name->setObjectName("networkName"_L1);
    m_name->setMaxLength(120);
    m_nameNote = addFieldRow(form, tr("&Call it"), m_name);
    m_details->body()->addWidget(m_reason);
    m_details->body()->addWidget(m_known);
    m_details->body()->addWidget(m_obstacle);
    m_details->body()->addWidget(m_nameRow);
    body()->addWidget(m_details);
    connect(m_name, &QLineEdit::textChanged, this, [this] {
        showNote(m_nameNote, chosen() ? nameProblem() : QString());
        Q_EMIT completeChanged();
    });
}

void ChoosePage::focusFirst()
{
    m_search->setFocus();
}

void ChoosePage::search(const QString &text)
{
    const NetworkPreset *before = chosen();
    const QString id = before ? before->id : QString();
    m_found.search(text);
    showSecondLines();
    draft().pastedLink = m_found.isLink() ? text.trimmed() : QString();
    // With nothing typed nothing has been chosen yet, unless the person did.
    const int again = m_found.rowOf(id);
    const bool narrowed = !text.trimmed().isEmpty();
    if (narrowed)
        m_table->selectRow(0);
    else if (again >= 0)
        m_table->selectRow(again);
    showChosen();
}

// The rows have a fixed height, so that hundreds of them are not measured at every letter.
void ChoosePage::showSecondLines()
{
    const QAbstractItemView *view = m_table; // where the hint of a row is public
    for (int row = 0; row < m_found.rowCount(); ++row) {
        const QModelIndex name = m_found.index(row, PresetSearch::Name);
        m_table->setRowHeight(row,
                              name.data(PresetSearch::ForWhomRole).toString().isEmpty()
                                      ? m_table->verticalHeader()->defaultSectionSize()
                                      : view->sizeHintForIndex(name).height());
    }
}

void ChoosePage::showChosen()
{
    const NetworkPreset *preset = chosen();
    m_details->setVisible(preset);
    if (preset) {
        const auto recognised = m_found.recognised(m_table->currentIndex().row());
        QString reason = recognised ? tr("Recognised by your link: %1").arg(recognised->why) : QString();
        if (recognised && recognised->confidence != "confirmed"_L1)
            reason += u' ' % tr("That is not certain; choose another one if it is wrong.");
        else if (!recognised && m_found.isLink())
            reason = tr(
                    "No network is known by this link. Type its name, or go on with this one: it understands what is "
                    "usual.");
        m_details->setTitle(preset->platform.isEmpty() || preset->platform == preset->name
                                    ? preset->name
                                    : tr("%1, on %2").arg(preset->name, preset->platform));
        m_reason->setText(reason);
        m_reason->setVisible(!reason.isEmpty());
        const bool possible = preset->kind != PresetKind::Closed;
        m_known->setText(
                preset->id == "generic"_L1 ? tr(
                        "For a network that is not in the list. Matchbook understands the usual parameter "
                        "names; the network's macros are asked for on the next page.")
                                           : confidenceSentence(preset->confidence));
        const bool isTold = isReceived(preset->kind);
        m_known->setVisible(isTold);
        m_obstacle->setMessage(possible ? Tone::Blue : Tone::Amber, obstacleTitle(*preset), preset->advice);
        m_obstacle->setVisible(!isTold);
        m_nameRow->setVisible(possible);
        proposeName(*preset);
    }
    Q_EMIT completeChanged();
}

void ChoosePage::proposeName(const NetworkPreset &preset)
{
    const QString typed = m_name->text().trimmed();
    if (!typed.isEmpty() && typed != m_proposed)
        return;
    m_proposed = draft().isStored() && draft().preset().id == preset.id ? draft().network().name
            : preset.id == "generic"_L1                                 ? QString()
                                                                        : draft().freeName(preset.name);
    m_name->setText(m_proposed);
}

QString ChoosePage::nameProblem() const
{
    const QString name = m_name->text().trimmed();
    if (name.isEmpty())
        return tr("Give the network a name.");
    return draft().takenNames().contains(name, Qt::CaseInsensitive)
            ? tr("There is a network called “%1” already.").arg(name)
            : QString();
}

bool ChoosePage::isComplete() const
{
    const NetworkPreset *preset = chosen();
    return preset && preset->kind != PresetKind::Closed && nameProblem().isEmpty();
}

/// What calls no URL has no postback URL to paste.
int ChoosePage::nextId() const
{
    const NetworkPreset *preset = chosen();
    return preset && !isReceived(preset->kind) ? int(NetworkWizard::Offer) : WizardPage::nextId();
}

void ChoosePage::save(const NetworkDraft::Saved &done)
{
    draft().storeChoice(chosen()->id, m_name->text().trimmed(), done);
}

const NetworkPreset *ChoosePage::chosen() const
{
    return m_table ? m_found.at(m_table->currentIndex().row()) : nullptr;
}

// The arrow keys move through the list while the person types.
bool ChoosePage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up || key == Qt::Key_PageDown || key == Qt::Key_PageUp) {
            QCoreApplication::sendEvent(m_table, event);
            return true;
        }
    }
    return WizardPage::eventFilter(watched, event);
}

} // namespace Matchbook

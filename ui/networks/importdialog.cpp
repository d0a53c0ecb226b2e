// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importdialog.h"

#include "engine/engine.h"
#include "engine/importdesk.h"
#include "failuretext.h"
#include "networks/importwords.h"
#include "networks/reportformats.h"
#include "networks/reportpicker.h"
#include "networks/reporttable.h"
#include "theme.h"
#include "widgets/tonedlabel.h"

#include <QDialogButtonBox>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

QString droppedFile(const QMimeData *dropped)
{
    const QList<QUrl> urls = dropped->urls();
    return urls.size() == 1 ? urls.constFirst().toLocalFile() : QString();
}

} // namespace

ImportDialog::ImportDialog(Engine &engine, const AffiliateNetwork &network, const NetworkPreset &preset,
                           QWidget *parent)
    : QDialog(parent), m_engine(engine), m_desk(engine.imports()),
      m_formats(Formats::from(engine.preferences()))
{
    m_choice.network = network.id;
    m_choice.reading.zone = reportZoneOf(network, m_formats.zone);
    setObjectName("importDialog"_L1);
    setWindowTitle(tr("Import a report of %1").arg(network.name));
    setAcceptDrops(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 16);
    column->setSpacing(12);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(buildBody(preset.advice));
    scroll->viewport()->setAutoFillBackground(false);
    scroll->widget()->setAutoFillBackground(false);
    column->addWidget(scroll, 1);
    buildButtons(column);
    listen();
    setIdle();
    resize(QSize(1000, 660).boundedTo(screen()->availableSize() - QSize(40, 60)));
}

ImportDialog::~ImportDialog()
{
    if (m_job != 0)
        m_desk.cancel(m_job);
}

QWidget *ImportDialog::buildBody(const QString &advice)
{
    auto *body = new QWidget(this);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    m_picker = new ReportPicker(advice, body);
    column->addWidget(m_picker, 1);
    const auto label = [body, column](const char *name, Tone tone) {
        auto *made = new TonedLabel({}, tone, body);
        made->setObjectName(QLatin1StringView(name));
        made->setTextFormat(Qt::PlainText);
        made->hide();
        column->addWidget(made);
        return made;
    };
    m_guess = label("guessNote", Tone::Amber);
    m_table = new ReportTable(body);
    m_table->setMinimumHeight(fontMetrics().height() * 9);
    m_table->hide();
    column->addWidget(m_table, 1);
    m_reportFormats = new ReportFormats(m_choice.reading.zone, body);
    m_reportFormats->hide();
    column->addWidget(m_reportFormats);
    m_failure = label("failure", Tone::Red);
    m_text = label("importText", Tone::Grey);
    m_doubts = label("importDoubts", Tone::Amber);
    m_progress = new QProgressBar(body);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress"));
    column->addWidget(m_progress);
    column->addStretch(0);
    connect(m_picker, &ReportPicker::chosen, this, &ImportDialog::setFile);
    connect(m_table, &ReportTable::meaningChosen, this, [this] {
        m_choice.reading.columns = m_table->meanings();
        look();
    });
    connect(m_reportFormats, &ReportFormats::chosen, this, &ImportDialog::look);
    return body;
}

void ImportDialog::buildButtons(QVBoxLayout *column)
{
    auto *buttons = new QDialogButtonBox(this);
    const auto button = [buttons](const QString &text, const char *name) {
        auto *made = buttons->addButton(text, QDialogButtonBox::ActionRole);
        made->setObjectName(QLatin1StringView(name));
        made->setAutoDefault(false);
        return made;
    };
    m_log = button(tr("Show in the postback &log"), "showLog");
    m_cancel = button(tr("Cancel import"), "cancelImport");
    m_import = button(tr("&Import"), "import");
    setButtonKind(m_import, "primary");
    auto *close = buttons->addButton(QDialogButtonBox::Close);
    close->setObjectName("close"_L1);
    close->setAutoDefault(false);
    m_log->hide(); // not sooner: the box shows all of them whenever one is added
    column->addWidget(buttons);
    connect(m_import, &QPushButton::clicked, this, [this] { begin(Task::Import); });
    connect(m_cancel, &QPushButton::clicked, this, &ImportDialog::cancel);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_log, &QPushButton::clicked, this, [this] {
        m_wantsLog = true;
        accept();
    });
}

void ImportDialog::listen()
{
    const auto isOurs = [this](qint64 job) { return m_job != 0 && job == m_job; };
    connect(&m_desk, &ImportDesk::progressed, this, [this, isOurs](qint64 job, double done) {
        if (isOurs(job))
            m_progress->setValue(int(done * 100));
    });
    connect(&m_desk, &ImportDesk::previewed, this, [this, isOurs](qint64 job, const ImportPreview &preview) {
        if (isOurs(job))
            showPreview(preview);
    });
    connect(&m_desk, &ImportDesk::imported, this, [this, isOurs](qint64 job, const ImportReport &report) {
        if (isOurs(job))
            showImported(report);
    });
    connect(&m_desk, &ImportDesk::failed, this, [this, isOurs](qint64 job, const Failure &failure) {
        if (isOurs(job))
            showFailure(failure);
    });
    connect(&m_desk, &ImportDesk::freed, this, [this] {
        if (m_task != Task::None && m_job == 0)
            begin(m_task);
    });
}

void ImportDialog::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_task != Task::Import && !droppedFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void ImportDialog::dropEvent(QDropEvent *event)
{
    if (m_task == Task::Import)
        return;
    event->acceptProposedAction();
    setFile(droppedFile(event->mimeData()));
}

void ImportDialog::setFile(const QString &file)
{
    m_choice.file = file;
    m_choice.reading.columns.clear();
    m_reportFormats->forget();
    m_picker->setFile(file);
    qobject_cast<QBoxLayout *>(m_picker->parentWidget()->layout())->setStretchFactor(m_picker, 0);
    // The rows of the file before would be taken for this one's, most of all if this one cannot be read.
    for (QWidget *part : std::initializer_list<QWidget *>{m_log, m_guess, m_table, m_reportFormats, m_doubts})
        part->hide();
    look();
}

/// Counts what would come of it. What is being counted already is out of date.
void ImportDialog::look()
{
    if (m_choice.file.isEmpty() || m_task == Task::Import)
        return;
    m_reportFormats->putInto(m_choice.reading);
    m_lookAgain = m_job != 0;
    if (m_lookAgain)
        m_desk.cancel(m_job);
    else
        begin(Task::Preview);
}

void ImportDialog::begin(Task task)
{
    m_task = task;
    m_failure->hide();
    m_doubts->hide();
    m_text->setText(task == Task::Import ? tr("Importing …") : tr("Looking what would come of it …"));
    m_text->show();
    m_progress->setValue(0);
    m_progress->show();
    m_import->setEnabled(false);
    m_cancel->setVisible(task == Task::Import);
    m_table->setEnabled(task != Task::Import);
    m_reportFormats->setEnabled(task != Task::Import);
    m_job = task == Task::Import ? m_desk.apply(m_choice) : m_desk.preview(m_choice);
    if (m_job == 0)
        m_text->setText(tr("Another report is just being imported. This follows by itself."));
}

void ImportDialog::cancel()
{
    if (m_job != 0)
        m_desk.cancel(m_job);
    else
        showFailure({Failure::Kind::Cancelled, {}});
}

void ImportDialog::showPreview(const ImportPreview &preview)
{
    setIdle();
    if (std::exchange(m_lookAgain, false))
        return begin(Task::Preview);
    const ReportSurvey &survey = preview.survey;
    m_table->setReport(survey.columns, survey.first, survey.reading.columns);
    m_table->show();
    m_reportFormats->setSurvey(survey);
    m_reportFormats->show();
    m_guess->setText(tr("What the columns mean is guessed from their names and contents. Check it."));
    m_guess->setVisible(survey.guessed);
    m_text->setText(previewText(preview, m_formats));
    m_doubts->setText(doubtsText(preview.doubts, m_formats));
    m_doubts->setVisible(!preview.doubts.isEmpty());
    m_import->setEnabled(!survey.isOpen());
}

void ImportDialog::showImported(const ImportReport &report)
{
    setIdle();
    m_hasImported = true;
    m_log->show();
    m_guess->hide();
    m_text->setText(importedText(report, m_formats));
    m_import->setEnabled(report.cancelled);
}

void ImportDialog::showFailure(const Failure &failure)
{
    const bool wasImport = m_task == Task::Import;
    setIdle();
    if (std::exchange(m_lookAgain, false))
        return begin(Task::Preview);
    const bool isCancelled = failure.kind == Failure::Kind::Cancelled;
    m_text->setText(tr("Nothing was imported. Choose another file, or mend this one and choose it again."));
    m_text->setVisible(!wasImport && !isCancelled);
    const bool isSentence = failure.detail.endsWith(u'.');
    if (isCancelled)
        m_failure->setText(tr("Cancelled. Nothing was imported."));
    else
        m_failure->setText(isSentence ? failure.detail : failureText(failure));
    m_failure->show();
    m_import->setEnabled(wasImport);
}

void ImportDialog::setIdle()
{
    m_task = Task::None;
    m_job = 0;
    m_progress->hide();
    m_cancel->hide();
    m_import->setEnabled(false);
    m_table->setEnabled(true);
    m_reportFormats->setEnabled(true);
}

} // namespace Matchbook

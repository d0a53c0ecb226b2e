// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "payoutchart.h"

#include "chartlegend.h"
#include "charttable.h"
#include "forms/filechoice.h"
#include "stackedbarview.h"
#include "theme.h"
#include "widgets/tablesetup.h"
#include "widgets/tonedlabel.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QStackedLayout>
#include <QTableView>
#include <QTimer>

namespace Matchbook {

namespace {

/// More bars than this are narrower than a pixel or two, and each is an item to lay out.
constexpr int mostBars = 400;
constexpr int pauseMs = 250;

} // namespace

PayoutChart::PayoutChart(QWidget *parent)
    : QWidget(parent), m_pause(new QTimer(this)), m_stack(new QStackedLayout(this)),
      m_view(new StackedBarView(this)), m_table(new QTableView(this)),
      m_nothing(new TonedLabel(tr("Nothing earned and nothing spent in this period."), Tone::Grey, this)),
      m_model(new ChartTable(this)), m_legend(new ChartLegend(this)), m_menu(new QMenu(this)),
      m_menuButton(new QPushButton(this))
{
    m_table->setModel(m_model);
    dressTable(m_table, QStringLiteral("payoutchart"));
    m_table->setAccessibleName(tr("Payout per day as a table"));
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_nothing);
    m_nothing->setAlignment(Qt::AlignCenter);
    setMinimumHeight(fontMetrics().height() * 11);
    m_pause->setSingleShot(true);
    m_pause->setInterval(pauseMs);
    connect(m_pause, &QTimer::timeout, this, [this] {
        if (m_waiting)
            redraw();
    });
    connect(m_view, &StackedBarView::dayChosen, this, &PayoutChart::dayChosen);

    m_tableAction = m_menu->addAction(tr("Show as &table"));
    m_tableAction->setCheckable(true);
    connect(m_tableAction, &QAction::toggled, this, &PayoutChart::setTableShown);
    m_menu->addSeparator();
    connect(m_menu->addAction(tr("&Copy image")), &QAction::triggered, this, &PayoutChart::copyImage);
    connect(m_menu->addAction(tr("&Save image…")), &QAction::triggered, this, &PayoutChart::saveImage);
    m_menuButton->setText(tr("More"));
    m_menuButton->setAccessibleName(tr("Chart: table and image"));
    m_menuButton->setMenu(m_menu);
    setButtonKind(m_menuButton, "menu");
    describe();
}

QWidget *PayoutChart::legend() const
{
    return m_legend;
}

void PayoutChart::setSeries(const ChartSeries &series, Currency currency, const Formats &formats)
{
    m_next = series;
    m_currency = currency;
    m_formats = formats;
    m_waiting = true;
    if (!m_pause->isActive())
        redraw();
}

void PayoutChart::redraw()
{
    m_waiting = false;
    m_pause->start();
    ++m_redraws;
    m_series = thinned(m_next, mostBars);
    m_view->show(m_series, m_currency, m_formats);
    m_model->setSeries(thinned(m_next), m_currency, m_formats);
    fitColumns(m_table);
    m_legend->setSeries(m_series.isEmpty() ? ChartSeries() : m_series);
    showRightWidget(tableShown());
    describe();
}

void PayoutChart::describe()
{
    const QString name = tr("Payout per day");
    m_view->setAccessibleName(name);
    setAccessibleName(name);
    qint64 total = 0;
    for (const NamedSeries &stack : m_series.stacks) {
        for (const qint64 value : stack.values)
            total += value;
    }
    const QString text = m_series.days.isEmpty()
            ? tr("Nothing to show yet.")
            : tr("%1 to %2, %3 in total, by network. The same numbers are there as a table.")
                      .arg(m_formats.date(m_series.days.first()), m_formats.date(m_series.days.last()),
                           m_formats.money({total, m_currency}));
    m_view->setAccessibleDescription(text);
    setAccessibleDescription(text);
}

void PayoutChart::showRightWidget(bool table)
{
    QWidget *drawing = m_series.isEmpty() ? static_cast<QWidget *>(m_nothing) : m_view;
    m_stack->setCurrentWidget(table ? m_table : drawing);
}

bool PayoutChart::tableShown() const
{
    return m_stack->currentWidget() == m_table;
}

void PayoutChart::setTableShown(bool shown)
{
    if (shown == tableShown())
        return;
    m_tableAction->setChecked(shown);
    showRightWidget(shown);
    m_legend->setVisible(!shown);
    Q_EMIT tableToggled(shown);
}

QImage PayoutChart::image() const
{
    const qreal ratio = devicePixelRatioF();
    const int above = m_legend->sizeHint().height() + 12;
    QImage picture(QSize(m_view->width(), m_view->height() + above) * ratio,
                   QImage::Format_ARGB32_Premultiplied);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Colours::of(this).card);
    QPainter painter(&picture);
    ChartLegend legend;
    legend.setPalette(palette());
    legend.setFont(m_legend->font());
    legend.setSeries(m_series);
    legend.resize(m_view->width() - 12, legend.sizeHint().height());
    painter.drawPixmap(6, 6, legend.grab());
    m_view->render(&painter, QRectF(0, above, m_view->width(), m_view->height()));
    return picture;
}

void PayoutChart::copyImage()
{
    QGuiApplication::clipboard()->setImage(image());
}

void PayoutChart::saveImage()
{
    const QImage picture = image();
    auto *dialog = new QFileDialog(window(), tr("Save image"), QString(), tr("PNG images (*.png)"));
    lookAtNamesOnly(*dialog);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("png"));
    dialog->selectFile(QStringLiteral("payout-per-day.png"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this, picture](const QString &file) {
        if (!picture.save(file, "PNG"))
            Q_EMIT saveFailed(file);
    });
    dialog->open();
}

void PayoutChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    // Afterwards: Qt tells widgets of a new palette in no particular order, and the view may not have its own yet.
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        QTimer::singleShot(0, m_view, [this] { m_view->dress(); });
}

void PayoutChart::contextMenuEvent(QContextMenuEvent *event)
{
    m_menu->popup(event->globalPos());
}

} // namespace Matchbook

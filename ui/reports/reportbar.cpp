// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reportbar.h"

#include "forms/choicecombo.h"
#include "widgets/flowlayout.h"
#include "widgets/tonedlabel.h"

#include <QComboBox>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStandardItemModel>

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

constexpr int mostLeastClicks = 1'000'000;

} // namespace

QString dimensionName(ReportDimension dimension)
{
    switch (dimension) {
    case ReportDimension::Campaign:
        return ReportBar::tr("Campaign");
    case ReportDimension::Offer:
        return ReportBar::tr("Offer");
    case ReportDimension::Network:
        return ReportBar::tr("Network");
    case ReportDimension::TrafficSource:
        return ReportBar::tr("Traffic source");
    case ReportDimension::Status:
        return ReportBar::tr("Status");
    case ReportDimension::Day:
        return ReportBar::tr("Day");
    case ReportDimension::Week:
        return ReportBar::tr("Week");
    case ReportDimension::Month:
        return ReportBar::tr("Month");
    case ReportDimension::HourOfDay:
        return ReportBar::tr("Hour of day");
    case ReportDimension::DayOfWeek:
        return ReportBar::tr("Day of week");
    }
    return {};
}

ReportBar::ReportBar(QWidget *parent) : QWidget(parent)
{
    setProperty("kind", u"clear"_s);
    auto *flow = new FlowLayout(this, Qt::LeftEdge);
    flow->setContentsMargins(0, 0, 0, 0);
    const auto label = [this, flow](const QString &text) {
        auto *made = new TonedLabel(text, Tone::Grey, this);
        made->setWordWrap(false);
        flow->addWidget(made);
        return made;
    };
    label(tr("Group by"));
    m_first = addDimensions(u"by1"_s, tr("Group by"), false);
    m_second = addDimensions(u"by2"_s, tr("Then by"), true);
    m_third = addDimensions(u"by3"_s, tr("Then by"), true);
    m_network = new ChoiceCombo(tr("All networks"), tr("Network"), this);
    m_network->setObjectName("network"_L1);
    m_leastClicks = new QSpinBox(this);
    m_leastClicks->setObjectName("leastClicks"_L1);
    m_leastClicks->setAccessibleName(tr("At least so many clicks"));
    m_leastClicks->setRange(0, mostLeastClicks);
    m_leastClicks->setSpecialValueText(tr("Any clicks"));
    m_leastClicks->setPrefix(tr("≥ "));
    m_leastClicks->setSuffix(tr(" clicks"));
    m_basis = new QComboBox(this);
    m_basis->setObjectName("basis"_L1);
    m_basis->setAccessibleName(tr("Date of conversions"));
    m_basis->addItem(tr("by conversion date"), int(DateBasis::Conversion));
    m_basis->addItem(tr("by click date"), int(DateBasis::Click));
    m_basis->addItem(tr("by status date"), int(DateBasis::Status));
    for (QWidget *control :
         std::initializer_list<QWidget *>{m_first, m_second, m_third, m_network, m_leastClicks, m_basis})
        flow->addWidget(control);
    m_note = label({});
    m_note->setObjectName("reportNote"_L1);
    for (QComboBox *combo : {m_first, m_second, m_third})
        connect(combo, &QComboBox::currentIndexChanged, this, [this] {
            offerRest();
            Q_EMIT changed();
        });
    connect(m_basis, &QComboBox::currentIndexChanged, this, &ReportBar::changed);
    connect(m_network, &ChoiceCombo::chosen, this, &ReportBar::changed);
    connect(m_leastClicks, &QSpinBox::valueChanged, this, &ReportBar::changed);
    offerRest();
}

QComboBox *ReportBar::addDimensions(const QString &name, const QString &accessible, bool mayBeNone)
{
    auto *combo = new QComboBox(this);
    combo->setObjectName(name);
    combo->setAccessibleName(accessible);
    if (mayBeNone)
        combo->addItem(tr("then by…"), -1);
    for (const QString &word : dimensionWords()) {
        const auto dimension = dimensionFromWord(word);
        combo->addItem(dimensionName(*dimension), int(*dimension));
    }
    return combo;
}

/// What is chosen in one box is not offered in those after it, and the third only makes sense after the second.
void ReportBar::offerRest()
{
    const auto offer = [](QComboBox *combo, const QList<int> &taken) {
        auto *model = qobject_cast<QStandardItemModel *>(combo->model());
        for (int i = 0; model && i < combo->count(); ++i)
            model->item(i)->setEnabled(!taken.contains(combo->itemData(i).toInt()));
        if (taken.contains(combo->currentData().toInt())) {
            const QSignalBlocker quiet(combo);
            combo->setCurrentIndex(0);
        }
    };
    const int first = m_first->currentData().toInt();
    offer(m_second, {first});
    const int second = m_second->currentData().toInt();
    m_third->setEnabled(second >= 0);
    if (second < 0) {
        const QSignalBlocker quiet(m_third);
        m_third->setCurrentIndex(0);
    }
    offer(m_third, second < 0 ? QList<int>{first} : QList<int>{first, second});
}

QList<ReportDimension> ReportBar::by() const
{
    QList<ReportDimension> list;
    for (const QComboBox *combo : {m_first, m_second, m_third}) {
        if (combo->currentData().toInt() >= 0)
            list << ReportDimension(combo->currentData().toInt());
    }
    return list;
}

DateBasis ReportBar::basis() const
{
    return DateBasis(m_basis->currentData().toInt());
}

NetworkId ReportBar::network() const
{
    return NetworkId{m_network->id()};
}

qint64 ReportBar::leastClicks() const
{
    return m_leastClicks->value();
}

QString ReportBar::choice() const
{
    QStringList words;
    for (const ReportDimension dimension : by())
        words << QString(dimensionWord(dimension));
    return words.join(u',') + u'/' + QString(basisWord(basis()));
}

void ReportBar::setChoice(const QString &choice)
{
    const QStringList words = choice.section(u'/', 0, 0).split(u',');
    const QList<QComboBox *> combos{m_first, m_second, m_third};
    for (qsizetype i = 0; i < combos.size(); ++i) {
        const auto dimension = dimensionFromWord(words.value(i));
        const QSignalBlocker quiet(combos.at(i));
        if (dimension)
            combos.at(i)->setCurrentIndex(combos.at(i)->findData(int(*dimension)));
        else if (i > 0)
            combos.at(i)->setCurrentIndex(0);
    }
    if (const auto basis = basisFromWord(choice.section(u'/', 1))) {
        const QSignalBlocker quiet(m_basis);
        m_basis->setCurrentIndex(m_basis->findData(int(*basis)));
    }
    offerRest();
}

void ReportBar::setContents(const CatalogueContents &contents)
{
    m_network->setChoices(networkChoices(contents));
}

void ReportBar::setNote(const QString &note)
{
    m_note->setText(note);
}

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postbackfilters.h"

#include "forms/catalogueedits.h"
#include "forms/choicecombo.h"
#include "forms/periodcombo.h"
#include "pageheader.h"
#include "postbacklog/causewords.h"
#include "text/formats.h"
#include "widgets/segmentedbutton.h"

#include <QAbstractItemView>
#include <QLineEdit>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

constexpr int typingPauseMs = 250;

struct Section {
    QString id;
    QStringList words;
};

QList<Section> sections()
{
    return {{u"all"_s, {}},
            {u"attention"_s, {u"unmatched"_s, u"not_understood"_s, u"refused"_s}},
            {u"matched"_s, {u"matched"_s, u"changed"_s}},
            {u"repeated"_s, {u"repeated"_s}}};
}

} // namespace

qint64 attentionSince(qint64 now, const Formats &formats)
{
    const auto days = periodRange(u"30days", formats.day(now), formats.zone);
    return days ? days->startMs() : 0;
}

PostbackFilters::PostbackFilters(PageHeader *header) : QObject(header)
{
    build(header);
    m_searchSoon = new QTimer(this);
    m_searchSoon->setSingleShot(true);
    connect(m_segments, &SegmentedButton::chosen, this, &PostbackFilters::chooseSection);
    connect(m_network, &ChoiceCombo::chosen, this, [this] {
        m_wanted = {};
        Q_EMIT changed();
    });
    connect(m_cause, &ChoiceCombo::chosen, this, &PostbackFilters::changed);
    connect(m_period, &PeriodCombo::chosen, this, [this] {
        m_ownPeriod = false;
        Q_EMIT changed();
    });
    connect(m_search, &QLineEdit::textChanged, this, [this] { m_searchSoon->start(typingPauseMs); });
    connect(m_searchSoon, &QTimer::timeout, this, &PostbackFilters::changed);
}

void PostbackFilters::build(PageHeader *header)
{
    m_segments = new SegmentedButton(header);
    m_segments->setObjectName("outcomes"_L1);
    m_segments->setAccessibleName(tr("Which requests"));
    m_segments->addSegment(u"all"_s, tr("All"));
    m_segments->addSegment(u"attention"_s, tr("Needs attention"));
    m_segments->addSegment(u"matched"_s, tr("Matched"));
    m_segments->addSegment(u"repeated"_s, tr("Repeated"));
    m_network = new ChoiceCombo(tr("All networks"), tr("Network"), header);
    m_network->setObjectName("network"_L1);
    m_cause = new ChoiceCombo(tr("Every cause"), tr("Cause"), header);
    m_cause->setObjectName("cause"_L1);
    m_cause->setChoices(causeChoices());
    // As wide as what is usually chosen; its list is as wide as it needs to be.
    for (ChoiceCombo *combo : {m_network, m_cause}) {
        combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        combo->setMinimumContentsLength(12);
    }
    m_cause->view()->setMinimumWidth(m_cause->view()->sizeHintForColumn(0) + 24);
    m_period = new PeriodCombo(header);
    m_period->setWord(u"all"_s);
    m_search = new QLineEdit(header);
    m_search->setObjectName("search"_L1);
    m_search->setPlaceholderText(tr("Search…"));
    m_search->setAccessibleName(tr("Search"));
    m_search->setToolTip(tr("Part of a click ID, a transaction ID or the request"));
    m_search->setClearButtonEnabled(true);
    m_search->setFixedWidth(150);
    for (QWidget *control :
         std::initializer_list<QWidget *>{m_segments, m_network, m_cause, m_period, m_search})
        header->addControl(control);
}

// What waits for a person is that of the last 30 days, as the badge counts it, and the period says so.
void PostbackFilters::chooseSection()
{
    const bool attention = m_segments->current() == "attention"_L1;
    if (attention && m_period->word() == "all"_L1) {
        m_period->setWord(u"30days"_s);
        m_ownPeriod = true;
    } else if (!attention && m_ownPeriod) {
        m_period->setWord(u"all"_s);
        m_ownPeriod = false;
    }
    Q_EMIT changed();
}

void PostbackFilters::setNetworks(const CatalogueContents &contents)
{
    m_network->setChoices(networkChoices(contents));
    m_network->view()->setMinimumWidth(m_network->view()->sizeHintForColumn(0) + 24);
    if (m_wanted.isValid())
        m_network->setValue(m_wanted.value);
}

void PostbackFilters::setAttention(int count)
{
    m_segments->setSegmentText(u"attention"_s,
                               count > 0 ? tr("Needs attention %1").arg(count) : tr("Needs attention"));
}

RowFilter PostbackFilters::filter(qint64 now, const Formats &formats) const
{
    RowFilter filter;
    for (const Section &section : sections()) {
        if (section.id == m_segments->current())
            filter.words = section.words;
    }
    filter.withoutTests = m_segments->current() == "attention"_L1;
    if (m_period->word() != "all"_L1) {
        const DateRange range = m_period->range(now, formats);
        filter.since = range.startMs();
        filter.until = range.endMs();
    }
    filter.network = m_wanted.isValid() ? m_wanted : NetworkId{m_network->id()};
    if (!m_cause->word().isEmpty())
        filter.causes = {m_cause->word()};
    filter.search = m_search->text().trimmed();
    return filter;
}

bool PostbackFilters::showsAttention() const
{
    return m_segments->current() == "attention"_L1 && m_period->word() == "30days"_L1
            && m_cause->word().isEmpty() && m_network->id() == 0 && m_search->text().trimmed().isEmpty();
}

void PostbackFilters::clear()
{
    m_segments->setCurrent(u"all"_s);
    setNetwork({});
    m_cause->setValue({});
    m_period->setWord(u"all"_s);
    m_ownPeriod = false;
    const bool blocked = m_search->blockSignals(true);
    m_search->clear();
    m_search->blockSignals(blocked);
}

void PostbackFilters::setNetwork(NetworkId network)
{
    m_wanted = network;
    m_network->setValue(network.isValid() ? QVariant(network.value) : QVariant());
}

void PostbackFilters::setCause(const QString &word)
{
    m_cause->setValue(word.isEmpty() ? QVariant() : QVariant(word));
}

void PostbackFilters::setWord(const QString &word)
{
    for (const Section &section : sections()) {
        if (section.id == word || section.words.contains(word))
            m_segments->setCurrent(section.id);
    }
    if (m_segments->current() == "attention"_L1 && m_period->word() == "all"_L1) {
        m_period->setWord(u"30days"_s);
        m_ownPeriod = true;
    }
}

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulatedpostback.h"

#include "networks/formdecoding.h"

#include <QRegularExpression>

#include <algorithm>

namespace Matchbook {

namespace {

/// Longer forms first. %x% must not be taken for two percent escapes with something between them.
const QRegularExpression &macroPattern()
{
    static const QRegularExpression pattern(
            QStringLiteral("\\[\\[\\[[^\\]&]+\\]\\]\\]|\\[=?[^\\]&]+\\]"
                           "|\\{\\{[^}&]+\\}\\}|\\$?\\{[^}&]+\\}|%7B[\\w.:$-]+?%7D"
                           "|##[^#&]+##|#[^#&]+#|@@[^@&]+@@|__[A-Za-z0-9]+(?:_[A-Za-z0-9]+)*__"
                           "|%(?![0-9A-Fa-f]{2}(?:%|[^%]*$))[A-Za-z][\\w.-]*%|<[^>&]+>"));
    return pattern;
}

bool names(const QStringList &fields, const QString &name)
{
    return fields.contains(name, Qt::CaseInsensitive);
}

QByteArray meaningOf(const QString &name, const NetworkPreset &preset, const SampleConversion &sample)
{
    const std::pair<const QStringList &, const QByteArray &> meanings[]
            = {{preset.clickIdFields, sample.clickId},   {preset.payoutFields, sample.payout},
               {preset.currencyFields, sample.currency}, {preset.transactionFields, sample.transactionId},
               {preset.statusFields, sample.status},     {preset.eventFields, sample.event}};
    for (const auto &[fields, value] : meanings) {
        if (names(fields, name))
            return value;
    }
    return "test";
}

QByteArray wordFor(ConversionStatus status, const NetworkPreset &preset)
{
    QStringList words;
    for (auto it = preset.statusWords.cbegin(); it != preset.statusWords.cend(); ++it) {
        if (*it == status)
            words << it.key();
    }
    const QString usual = statusWord(status);
    if (words.isEmpty() || words.contains(usual))
        return words.isEmpty() ? QByteArray() : usual.toUtf8();
    return std::min_element(words.cbegin(), words.cend())->toUtf8();
}

} // namespace

SampleConversion sampleFor(const QByteArray &clickId, const NetworkPreset &preset,
                           const AffiliateNetwork &network)
{
    // The network writes as its preset knows, whatever the person has set: that is what the test is to find out.
    const DecimalMark mark
            = preset.decimalMark == DecimalMark::Auto ? network.decimalMark : preset.decimalMark;
    SampleConversion sample;
    sample.clickId = clickId;
    sample.payout = mark == DecimalMark::Comma ? "12,34" : "12.34";
    sample.currency = network.defaultCurrency.code().toLatin1();
    sample.transactionId = "TEST-" + clickId.right(10);
    sample.status = wordFor(ConversionStatus::Approved, preset);
    sample.event = preset.defaultEvent.toUtf8();
    return sample;
}

QByteArray simulatedQuery(const QString &queryTemplate, const NetworkPreset &preset,
                          const SampleConversion &sample)
{
    QByteArray query;
    QString text = queryTemplate.trimmed();
    while (text.startsWith(u'?') || text.startsWith(u'&'))
        text.remove(0, 1);
    for (const QString &item : text.split(u'&', Qt::SkipEmptyParts)) {
        const qsizetype equals = item.indexOf(u'=');
        const QString name = equals < 0 ? item : item.first(equals);
        QString value = equals < 0 ? QString() : item.sliced(equals + 1);
        const QByteArray meaning = percentEncoded(meaningOf(name, preset, sample));
        value.replace(macroPattern(), QString::fromLatin1(meaning));
        query += (query.isEmpty() ? "" : "&") + name.toUtf8() + (equals < 0 ? "" : "=") + value.toUtf8();
    }
    return query;
}

QStringList macroNames(const QString &queryTemplate)
{
    static const QRegularExpression dress(QStringLiteral("^(?:%7B|[^A-Za-z0-9]+)|(?:%7D|[^A-Za-z0-9]+)$"));
    QStringList names;
    for (auto found = macroPattern().globalMatch(queryTemplate); found.hasNext();) {
        QString name = found.next().captured();
        names << name.remove(dress);
    }
    return names;
}

QString templateOf(const NetworkPreset &preset)
{
    if (!preset.postbackParameters.isEmpty())
        return preset.postbackParameters;
    const std::pair<const QStringList &, const char *> fields[] = {{preset.clickIdFields, "{clickid}"},
                                                                   {preset.payoutFields, "{payout}"},
                                                                   {preset.currencyFields, "{currency}"},
                                                                   {preset.transactionFields, "{txid}"},
                                                                   {preset.statusFields, "{status}"}};
    QStringList items;
    for (const auto &[names, macro] : fields) {
        if (!names.isEmpty())
            items << names.first() + QLatin1Char('=') + QLatin1StringView(macro);
    }
    return items.join(u'&');
}

} // namespace Matchbook

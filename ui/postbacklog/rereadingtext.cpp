// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rereadingtext.h"

#include "postbacklog/causewords.h"
#include "text/statuswords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

class Texts
{
    Q_DECLARE_TR_FUNCTIONS(Matchbook::RereadingText)
};

QString payoutOf(const StatusTotal &total, const QString &currency, const Formats &formats)
{
    return formats.money(Money{total.payoutMicros, Currency::fromCode(currency).value_or(Currency::usd())});
}

} // namespace

QString previewHeadline(const RereadingReport &report)
{
    if (report.added == 1)
        return Texts::tr("This would add one conversion");
    if (report.added > 1)
        return Texts::tr("This would add %1 conversions").arg(report.added);
    if (report.changed == 1)
        return Texts::tr("This would change one conversion");
    if (report.changed > 1)
        return Texts::tr("This would change %1 conversions").arg(report.changed);
    if (report.removed == 1)
        return Texts::tr("This would remove one conversion");
    if (report.removed > 1)
        return Texts::tr("This would remove %1 conversions").arg(report.removed);
    if (report.understood == 1)
        return Texts::tr("This would make sense of one request and change no conversion");
    if (report.understood > 1)
        return Texts::tr("This would make sense of %1 requests and change no conversion")
                .arg(report.understood);
    return Texts::tr("Nothing stored would change");
}

QString appliedHeadline(const RereadingReport &report)
{
    if (report.cancelled)
        return Texts::tr("Cancelled: everything is as it was");
    if (report.added == 1)
        return Texts::tr("One conversion was added");
    if (report.added > 1)
        return Texts::tr("%1 conversions were added").arg(report.added);
    if (report.changed == 1)
        return Texts::tr("One conversion was changed");
    if (report.changed > 1)
        return Texts::tr("%1 conversions were changed").arg(report.changed);
    if (report.removed == 1)
        return Texts::tr("One conversion was removed");
    if (report.removed > 1)
        return Texts::tr("%1 conversions were removed").arg(report.removed);
    if (report.understood == 1)
        return Texts::tr("One request makes sense now, no conversion changed");
    if (report.understood > 1)
        return Texts::tr("%1 requests make sense now, no conversion changed").arg(report.understood);
    return Texts::tr("Read again: no conversion changed");
}

QString reportSentence(const RereadingReport &report, const Formats &formats)
{
    if (report.cancelled)
        return {};
    QStringList parts{Texts::tr("Requests read: %1").arg(formats.count(report.postbacks)),
                      Texts::tr("added: %1").arg(formats.count(report.added)),
                      Texts::tr("changed: %1").arg(formats.count(report.changed))};
    if (report.removed > 0)
        parts << Texts::tr("removed: %1").arg(formats.count(report.removed));
    parts << Texts::tr("unchanged: %1").arg(formats.count(report.unchanged));
    if (report.understood > 0)
        parts << Texts::tr("make sense now: %1").arg(formats.count(report.understood));
    QString sentence = parts.join(u" · "_s);
    QStringList causes;
    for (auto it = report.notUnderstood.cbegin(); it != report.notUnderstood.cend(); ++it) {
        const QString name = causeText(causeFromWord(it.key()));
        causes << (name.isEmpty() ? it.key() : name) % ' '_L1 % formats.count(it.value());
    }
    if (!causes.isEmpty())
        sentence += '\n'_L1 % Texts::tr("Still without a conversion: %1").arg(causes.join(u", "_s));
    return sentence;
}

QList<QList<Cell>> totalRows(const RereadingReport &report, const Formats &formats)
{
    StatusTotals all = report.before;
    for (auto it = report.after.cbegin(); it != report.after.cend(); ++it)
        all.insert(it.key(), *it);
    QList<QList<Cell>> rows;
    for (auto it = all.cbegin(); it != all.cend(); ++it) {
        const auto &[currency, status] = it.key();
        const StatusTotal before = report.before.value(it.key());
        const StatusTotal after = report.after.value(it.key());
        const bool same = before == after;
        const std::optional<Tone> muted = same ? std::optional(Tone::Grey) : std::nullopt;
        const std::optional<Tone> news = same ? muted : std::optional(Tone::Blue);
        // Two lines, so that both columns stay readable beside a narrow name.
        rows << QList<Cell>{{statusText(status), muted},
                            {formats.count(before.conversions), Tone::Grey},
                            {formats.count(after.conversions), news}}
             << QList<Cell>{{currency, Tone::Grey},
                            {payoutOf(before, currency, formats), Tone::Grey},
                            {payoutOf(after, currency, formats), news}};
    }
    return rows;
}

} // namespace Matchbook

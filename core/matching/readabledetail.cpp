// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "readabledetail.h"

#include "vocabulary/conversion.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace Matchbook {

namespace {

ReadableStep splitStep(QStringView text)
{
    const qsizetype mark = text.indexOf(u'>');
    if (mark < 0)
        return {text.toString(), text.toString()};
    return {text.first(mark).toString(), text.sliced(mark + 1).toString()};
}

QString withLocalMark(QString amount)
{
    return amount.replace(u'.', QLocale().decimalPoint());
}

} // namespace

QString quotedDetail(const QString &detail, qsizetype longest)
{
    if (detail.isEmpty())
        return {};
    const bool cut = detail.size() > longest;
    return QLocale().quoteString(cut ? QString(detail.left(longest) + u'…') : detail);
}

QString timeDetail(const QString &detail)
{
    bool isNumber = false;
    const qint64 time = detail.toLongLong(&isNumber);
    return isNumber ? QLocale().toString(QDateTime::fromMSecsSinceEpoch(time), QLocale::ShortFormat) : detail;
}

QString statusDetail(QStringView word)
{
    if (word == u"waits_for_sale")
        return QCoreApplication::translate("Diagnosis", "waiting for its sale");
    const auto status = statusFromWord(word);
    if (!status)
        return word.toString();
    switch (*status) {
    case ConversionStatus::Pending:
        return QCoreApplication::translate("Diagnosis", "pending");
    case ConversionStatus::Approved:
        return QCoreApplication::translate("Diagnosis", "approved");
    case ConversionStatus::Rejected:
        return QCoreApplication::translate("Diagnosis", "rejected");
    case ConversionStatus::Refunded:
        return QCoreApplication::translate("Diagnosis", "refunded");
    case ConversionStatus::ChargedBack:
        return QCoreApplication::translate("Diagnosis", "charged back");
    case ConversionStatus::Test:
        return QCoreApplication::translate("Diagnosis", "test");
    case ConversionStatus::Ignored:
        return QCoreApplication::translate("Diagnosis", "ignored");
    }
    return word.toString();
}

ReadableStep statusStepOf(QStringView detail)
{
    const qsizetype blank = detail.indexOf(u' ');
    const ReadableStep words = splitStep(blank < 0 ? detail : detail.first(blank));
    return {statusDetail(words.before), statusDetail(words.after)};
}

ReadableStep payoutStepOf(QStringView detail)
{
    ReadableStep amounts = splitStep(detail);
    return {withLocalMark(amounts.before), withLocalMark(amounts.after)};
}

QStringView payoutPartOf(QStringView detail)
{
    const qsizetype blank = detail.indexOf(u' ');
    return blank < 0 ? QStringView() : detail.sliced(blank + 1);
}

} // namespace Matchbook

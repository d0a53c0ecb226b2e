// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "newswords.h"

#include "networks/formdecoding.h"
#include "vocabulary/clickid.h"

namespace Matchbook {

namespace {

constexpr qsizetype longestWord = 100;

const QByteArray *firstValue(const PostbackFields &fields, const QStringList &names)
{
    const auto candidates = fields.candidates(names);
    return candidates.isEmpty() ? nullptr : &candidates.first()->value;
}

void makeNews(PostbackReading &reading, NewsKind kind, const QByteArray &word)
{
    reading.kind = kind;
    reading.newsWord = displayText(QByteArrayView(word).trimmed()).left(longestWord);
    reading.payoutMicros.reset();
    reading.problem = PostbackCause::None;
    reading.problemDetail.clear();
    reading.contradiction.clear();
}

} // namespace

void readNews(const PostbackFields &fields, const NetworkPreset &preset, const NewsWords &words,
              PostbackReading &reading)
{
    const QByteArray *value = firstValue(fields, preset.statusFields);
    if (!value)
        return;
    const QByteArray word = value->trimmed().toLower();
    if (reading.problem == PostbackCause::UnknownStatus && words.allKnown)
        makeNews(reading, NewsKind::Information, *value);
    else if (reading.status == ConversionStatus::Test && words.setupTests.contains(word))
        makeNews(reading, NewsKind::SetupTest, *value);
    else if (reading.status == ConversionStatus::Ignored)
        makeNews(reading, words.information.contains(word) ? NewsKind::Information : NewsKind::Event, *value);
}

void markTest(PostbackReading &reading)
{
    reading.status = ConversionStatus::Test;
    reading.problem = PostbackCause::None;
    reading.problemDetail.clear();
}

QString rebillEvent()
{
    return QStringLiteral("rebill");
}

bool says(const PostbackFields &fields, const char *name, QByteArrayView value)
{
    const QByteArray *said = firstValue(fields, {QString::fromLatin1(name)});
    return said && said->trimmed().compare(value, Qt::CaseInsensitive) == 0;
}

QString textOf(const PostbackFields &fields, const char *name)
{
    const QByteArray *said = firstValue(fields, {QString::fromLatin1(name)});
    return said && !looksLikeLiteralToken(*said) ? displayText(QByteArrayView(*said).trimmed()) : QString();
}

} // namespace Matchbook

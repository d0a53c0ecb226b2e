// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "amount.h"

#include "vocabulary/clickid.h"
#include "vocabulary/money.h"

#include <algorithm>

namespace Matchbook {

namespace {

constexpr qsizetype longestAmount = 64;
constexpr qint64 microsPerUnit = 1000000;
constexpr qint64 mostUnits = largestAmountMicros / microsPerUnit;
constexpr int microDigits = 6;

struct Symbol {
    const char *text; ///< UTF-8
    const char *code; ///< empty: dollars of some kind
};

/// Longer ones first, so that `US$` is not taken for `$`. Signs of several currencies (¥, kr) are left out on purpose.
constexpr Symbol symbols[] = {
        {"US$", "USD"}, {"AU$", "AUD"}, {"CA$", "CAD"}, {"NZ$", "NZD"}, {"HK$", "HKD"}, {"MX$", "MXN"},
        {"NT$", "TWD"}, {"A$", "AUD"},  {"C$", "CAD"},  {"S$", "SGD"},  {"R$", "BRL"},  {"$", ""},
        {"€", "EUR"},   {"£", "GBP"},   {"₽", "RUB"}, {"₹", "INR"},   {"₴", "UAH"},   {"₩", "KRW"},
        {"₪", "ILS"},   {"₫", "VND"},   {"₺", "TRY"},   {"₱", "PHP"},   {"₦", "NGN"},   {"₸", "KZT"},
        {"฿", "THB"},   {"zł", "PLN"},  {"Kč", "CZK"},
};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// True for what has none of the signs in it that have more than one spelling.
bool isPlain(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return uchar(c) < 0x80 && c != '\t'; });
}

/// \a text with every kind of space as one ' ', every apostrophe as '\'' and the typographic minus as '-'.
QByteArray simplified(QByteArrayView text)
{
    QByteArray out = text.toByteArray();
    if (isPlain(text))
        return out.trimmed();
    for (const char *space : {"\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89", "\t"})
        out.replace(space, " ");
    out.replace("\xE2\x80\x99", "'");
    out.replace("\xE2\x88\x92", "-");
    return out.trimmed();
}

/// What surrounds the number, taken off while the text is peeled from both ends.
struct Dress {
    bool negative = false;
    bool dollar = false;
    bool contradictory = false;
    std::optional<Currency> currency;

    void name(Currency found)
    {
        contradictory = contradictory || (currency && *currency != found);
        currency = found;
    }
};

bool peelSymbol(QByteArrayView &text, Dress &dress)
{
    for (const Symbol &symbol : symbols) {
        const QByteArrayView sign(symbol.text);
        if (text.startsWith(sign))
            text = text.sliced(sign.size());
        else if (text.endsWith(sign))
            text.chop(sign.size());
        else
            continue;
        const auto currency = Currency::fromCode(QString::fromLatin1(symbol.code));
        if (currency)
            dress.name(*currency);
        else
            dress.dollar = true;
        return true;
    }
    return false;
}

bool peelCode(QByteArrayView &text, Dress &dress)
{
    const auto take = [&](QByteArrayView code) {
        const auto currency = Currency::fromCode(QString::fromLatin1(code.data(), code.size()));
        if (currency)
            dress.name(*currency);
        return currency.has_value();
    };
    if (text.size() <= 3)
        return false;
    if (!isLetter(text[3]) && take(text.first(3))) {
        text = text.sliced(3);
        return true;
    }
    if (!isLetter(text[text.size() - 4]) && take(text.last(3))) {
        text.chop(3);
        return true;
    }
    return false;
}

bool peelSign(QByteArrayView &text, Dress &dress, bool &signSeen)
{
    if (signSeen || text.isEmpty())
        return false;
    if (text.startsWith('-') || text.startsWith('+')) {
        dress.negative = text[0] == '-';
        text = text.sliced(1);
    } else if (text.size() > 2 && text.startsWith('(') && text.endsWith(')')) {
        dress.negative = true;
        text = text.sliced(1, text.size() - 2);
    } else {
        return false;
    }
    signSeen = true;
    return true;
}

Dress undress(QByteArrayView &text)
{
    Dress dress;
    // Nothing that can be peeled off begins or ends in a digit, and almost every amount does.
    if (!text.isEmpty() && isDigit(text.front()) && isDigit(text.back()))
        return dress;
    bool signSeen = false;
    while (peelSign(text, dress, signSeen) || peelSymbol(text, dress) || peelCode(text, dress))
        text = text.trimmed();
    return dress;
}

/// True for `1,234,567`: groups of three behind a first one of one to three.
bool isGrouped(QByteArrayView whole, char separator)
{
    qsizetype group = 0;
    bool first = true;
    for (const char c : whole) {
        if (c != separator) {
            ++group;
            continue;
        }
        if (first ? group < 1 || group > 3 : group != 3)
            return false;
        first = false;
        group = 0;
    }
    return first || group == 3;
}

/// The two halves of a number without their marks, or why there are none.
struct Halves {
    QByteArray whole;
    QByteArray fraction;
    PostbackCause problem = PostbackCause::None;
};

Halves split(QByteArrayView number, char decimal, char grouping)
{
    const qsizetype mark = decimal ? number.lastIndexOf(decimal) : -1;
    QByteArrayView whole = mark < 0 ? number : number.first(mark);
    const QByteArrayView fraction = mark < 0 ? QByteArrayView() : number.sliced(mark + 1);
    Halves halves{whole.toByteArray(), fraction.toByteArray(), PostbackCause::None};
    if (grouping && whole.contains(grouping)) {
        if (!isGrouped(whole, grouping))
            halves.problem = PostbackCause::BadAmount;
        halves.whole.replace(QByteArrayView(&grouping, 1), QByteArrayView());
    }
    const bool digitsOnly = std::all_of(halves.whole.begin(), halves.whole.end(), isDigit)
            && std::all_of(halves.fraction.begin(), halves.fraction.end(), isDigit);
    if (!digitsOnly || (halves.whole.isEmpty() && halves.fraction.isEmpty()))
        halves.problem = PostbackCause::BadAmount;
    return halves;
}

/// Which of the two marks, if any, must be the decimal one when nobody has told.
Halves splitByEvidence(QByteArrayView number)
{
    const qsizetype points = std::count(number.begin(), number.end(), '.');
    const qsizetype commas = std::count(number.begin(), number.end(), ',');
    if (points == 0 && commas == 0)
        return split(number, 0, 0);
    if (points > 0 && commas > 0) {
        const bool pointLast = number.lastIndexOf('.') > number.lastIndexOf(',');
        return pointLast ? split(number, '.', ',') : split(number, ',', '.');
    }
    const char mark = points > 0 ? '.' : ',';
    if (points + commas > 1)
        return split(number, 0, mark);

    const qsizetype before = number.indexOf(mark);
    const qsizetype after = number.size() - before - 1;
    const bool couldBeGroup = after == 3 && before >= 1 && before <= 3 && number[0] != '0';
    Halves halves = split(number, mark, 0);
    if (couldBeGroup && halves.problem == PostbackCause::None)
        halves.problem = PostbackCause::AmbiguousAmount;
    return halves;
}

Halves halvesOf(QByteArrayView number, DecimalMark mark)
{
    for (const char spaced : {' ', '\''}) {
        if (!number.contains(spaced))
            continue;
        // Groups are told apart by something that is no mark, so a point or comma can only be the decimal one.
        const bool comma = mark == DecimalMark::Comma || (mark == DecimalMark::Auto && number.contains(','));
        return split(number, comma ? ',' : '.', spaced);
    }
    switch (mark) {
    case DecimalMark::Point:
        return split(number, '.', ',');
    case DecimalMark::Comma:
        return split(number, ',', '.');
    case DecimalMark::Auto:
        break;
    }
    return splitByEvidence(number);
}

/// Nothing if it is too large.
std::optional<qint64> microsOf(const Halves &halves)
{
    qint64 units = 0;
    for (const char c : halves.whole) {
        units = units * 10 + (c - '0');
        if (units > mostUnits)
            return std::nullopt;
    }
    qint64 micros = 0;
    for (int i = 0; i < microDigits; ++i)
        micros = micros * 10 + (i < halves.fraction.size() ? halves.fraction[i] - '0' : 0);
    if (halves.fraction.size() > microDigits && halves.fraction[microDigits] >= '5')
        ++micros;
    micros += units * microsPerUnit;
    if (micros > largestAmountMicros)
        return std::nullopt;
    return micros;
}

} // namespace

bool isDollar(Currency currency)
{
    static constexpr char codes[]
            = "ARS AUD BBD BMD BND BSD BZD CAD CLP COP DOP FJD GYD HKD JMD KYD LRD MXN NAD NZD SBD "
              "SGD SRD TTD TWD USD UYU XCD";
    return currency.isValid() && QByteArrayView(codes).contains(currency.code().toLatin1());
}

ReadAmount readAmount(QByteArrayView text, DecimalMark mark)
{
    ReadAmount result;
    if (text.size() > longestAmount || looksLikeLiteralToken(text)) {
        result.problem = PostbackCause::BadAmount;
        return result;
    }
    const QByteArray plain = simplified(text);
    if (plain.isEmpty())
        return result;

    QByteArrayView number(plain);
    const Dress dress = undress(number);
    const bool otherThanDollar = dress.dollar && dress.currency && !isDollar(*dress.currency);
    const Halves halves = halvesOf(number, mark);
    const auto micros = halves.problem == PostbackCause::None ? microsOf(halves) : std::nullopt;
    if (dress.contradictory || otherThanDollar)
        result.problem = PostbackCause::BadAmount;
    else if (halves.problem != PostbackCause::None)
        result.problem = halves.problem;
    else if (result.tooLarge = !micros; result.tooLarge)
        result.problem = PostbackCause::BadAmount;
    else
        result.micros = dress.negative ? -*micros : *micros;
    result.currency = dress.currency;
    result.dollarSign = dress.dollar;
    return result;
}

} // namespace Matchbook

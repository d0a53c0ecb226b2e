// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "currency.h"

namespace Matchbook {

namespace {

/// ISO 4217 codes in use, sorted, together with those replaced so recently that networks still send them
/// (ANG, BGN, HRK, SLL, ZWL). Fund codes, metals and test codes are left out: nobody is paid in them.
constexpr char codes[]
        = "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP "
          "BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP "
          "GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS "
          "KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR "
          "MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF "
          "SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD "
          "TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG ZWL ";
constexpr char withoutDecimals[] = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF ";
constexpr char withThreeDecimals[] = "BHD IQD JOD KWD LYD OMR TND ";

bool listed(QByteArrayView code, QByteArrayView list)
{
    for (qsizetype i = 0; i + 3 <= list.size(); i += 4) {
        if (list.sliced(i, 3) == code)
            return true;
    }
    return false;
}

/// Asked several times for each stored row, so it makes use of the order.
bool isInUse(QByteArrayView code)
{
    const QByteArrayView list(codes, sizeof codes - 1);
    qsizetype first = 0;
    qsizetype last = list.size() / 4;
    while (first < last) {
        const qsizetype middle = (first + last) / 2;
        const int order = list.sliced(middle * 4, 3).compare(code);
        if (order == 0)
            return true;
        if (order < 0)
            first = middle + 1;
        else
            last = middle;
    }
    return false;
}

} // namespace

std::optional<Currency> Currency::fromCode(QStringView code)
{
    if (code.size() != 3)
        return std::nullopt;
    Currency currency;
    for (qsizetype i = 0; i < 3; ++i) {
        const char16_t c = code[i].unicode();
        const bool lower = c >= u'a' && c <= u'z';
        if (!lower && !(c >= u'A' && c <= u'Z'))
            return std::nullopt;
        currency.m_code[size_t(i)] = char(lower ? c - u'a' + u'A' : c);
    }
    if (!isInUse(QByteArrayView(currency.m_code.data(), 3)))
        return std::nullopt;
    return currency;
}

Currency Currency::usd()
{
    Currency currency;
    currency.m_code = {'U', 'S', 'D'};
    return currency;
}

int Currency::minorDigits() const
{
    const QByteArrayView code(m_code.data(), 3);
    if (listed(code, withoutDecimals))
        return 0;
    return listed(code, withThreeDecimals) ? 3 : 2;
}

} // namespace Matchbook

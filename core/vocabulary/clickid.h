// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QString>

#include <array>
#include <compare>
#include <optional>

namespace Matchbook {

/// Our own identifier of a click: `m`, 8 characters of time, 10 random characters, 1 check character.
///
/// Time is 40-bit milliseconds since 2020-01-01 UTC, big-endian, in lower-case Crockford base 32, so IDs sort by time.
/// The check character is `alphabet[(1*v1 + 2*v2 + … + 18*v18) mod 31]`. It finds typing and cutting accidents;
/// it is not a signature.
class ClickId
{
public:
    static constexpr int length = 20;
    static constexpr qint64 epochMs = 1577836800000; ///< 2020-01-01T00:00:00Z

    /// An ID made of a time (Unix ms; clamped to the 40 bits it has) and 50 random bits.
    static ClickId make(qint64 unixMs, quint64 random50);
    /// The ID that these 20 characters spell, if they are exactly one with a right check character. Case matters.
    static std::optional<ClickId> parse(QByteArrayView text);

    QByteArrayView bytes() const { return {m_text.data(), length}; }
    QString toString() const { return QString::fromLatin1(m_text.data(), length); }
    /// The time inside the ID, Unix ms.
    qint64 unixMs() const;

    friend bool operator==(const ClickId &, const ClickId &) = default;
    friend auto operator<=>(const ClickId &, const ClickId &) = default;

private:
    std::array<char, length> m_text{};
};

/// What a text that should have been a click ID looks like.
enum class ClickIdShape {
    WellFormed,
    Empty, ///< also `0`, which networks send for "none"
    LiteralToken, ///< a network's macro that was never replaced: {aff_sub}, #s2#, [x], %x%, ${X}; also null, undefined
    Truncated, ///< begins like one of ours and is shorter; at least 9 characters, or it could be anybody's
    Damaged, ///< as long as one of ours and begins like one, but the check character is wrong
    Foreign, ///< nothing of ours
};

/// Names the shape of \a text. `m5gc77g00` is Truncated, `{aff_sub}` a LiteralToken, `QXJ4...` Foreign.
ClickIdShape clickIdShape(QByteArrayView text);

/// True for a network's placeholder that was never replaced: {status}, [x], #x#, %x%, ${X}.
bool looksLikePlaceholder(QByteArrayView text);

/// True for text that is a network's placeholder, or a word such as `null`, rather than a value.
bool looksLikeLiteralToken(QByteArrayView text);

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/expected.h"

#include <QHostAddress>
#include <QList>
#include <QPair>
#include <QStringList>

#include <optional>

namespace Matchbook {

/// IP addresses and CIDR blocks: who is trusted, who may send. A value; IPv4 and IPv4-mapped IPv6 are the
/// same thing.
class AddressList
{
public:
    AddressList() = default;
    /// Reads `127.0.0.1`, `10.0.0.0/8`, `2001:db8::/32`. Names are not resolved. Fails with BadInput, the
    /// detail being the entry that could not be understood. Empty entries are skipped.
    static Expected<AddressList> parse(const QStringList &entries);

    /// The addresses by which a computer talks to itself: 127.0.0.0/8 and ::1.
    static AddressList loopback();

    /// Takes over the entries of \a other.
    void add(const AddressList &other) { m_blocks.append(other.m_blocks); }
    bool contains(const QHostAddress &address) const;
    bool isEmpty() const { return m_blocks.isEmpty(); }

    friend bool operator==(const AddressList &, const AddressList &) = default;

private:
    QList<QPair<QHostAddress, int>> m_blocks; ///< network address and prefix length
};

/// An IP address written in full; nothing for names and for abbreviations such as `10.1`.
std::optional<QHostAddress> parseAddress(const QString &text);

/// The IPv4 address inside an IPv4-mapped IPv6 one, else \a address without its scope.
QHostAddress plainAddress(const QHostAddress &address);

} // namespace Matchbook

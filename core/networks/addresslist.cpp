// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "addresslist.h"

namespace Matchbook {

namespace {

constexpr int mappedPrefix = 96; // ::ffff:0:0/96 holds the IPv4 addresses

int prefixLength(const QString &text, int longest)
{
    bool isNumber = false;
    const int length = text.toInt(&isNumber);
    return isNumber && !text.startsWith(u'+') && length >= 0 && length <= longest ? length : -1;
}

} // namespace

std::optional<QHostAddress> parseAddress(const QString &text)
{
    const QHostAddress address(text);
    if (address.protocol() == QAbstractSocket::IPv6Protocol)
        return address;
    // Qt completes shortened addresses, of which nobody can say whether they were meant.
    if (address.protocol() == QAbstractSocket::IPv4Protocol && text.count(u'.') == 3)
        return address;
    return {};
}

QHostAddress plainAddress(const QHostAddress &address)
{
    // toIPv4Address() alone would take :: for 0.0.0.0, too.
    static const QHostAddress mapped(QStringLiteral("::ffff:0.0.0.0"));
    if (address.protocol() == QAbstractSocket::IPv6Protocol && address.isInSubnet(mapped, mappedPrefix))
        return QHostAddress(address.toIPv4Address());
    QHostAddress plain = address;
    plain.setScopeId({});
    return plain;
}

Expected<AddressList> AddressList::parse(const QStringList &entries)
{
    AddressList list;
    for (const QString &entry : entries) {
        const QString text = entry.trimmed();
        if (text.isEmpty())
            continue;
        const auto slash = text.indexOf(u'/');
        const auto written = parseAddress(slash < 0 ? text : text.first(slash));
        if (!written)
            return unexpected(Failure::Kind::BadInput, text);

        const QHostAddress address = plainAddress(*written);
        const bool isIPv4 = written->protocol() == QAbstractSocket::IPv4Protocol;
        const int longest = isIPv4 ? 32 : 128;
        int length = slash < 0 ? longest : prefixLength(text.sliced(slash + 1), longest);
        if (length >= 0 && !isIPv4 && address.protocol() == QAbstractSocket::IPv4Protocol)
            length -= mappedPrefix;
        if (length < 0)
            return unexpected(Failure::Kind::BadInput, text);
        list.m_blocks.append({address, length});
    }
    return list;
}

AddressList AddressList::loopback()
{
    AddressList list;
    list.m_blocks.append({QHostAddress(QStringLiteral("127.0.0.0")), 8});
    list.m_blocks.append({QHostAddress(QHostAddress::LocalHostIPv6), 128});
    return list;
}

bool AddressList::contains(const QHostAddress &address) const
{
    if (m_blocks.isEmpty())
        return false;
    const QHostAddress plain = plainAddress(address);
    for (const auto &[network, length] : m_blocks) {
        // A prefix of 0 must not match across protocols.
        if (plain.protocol() == network.protocol() && plain.isInSubnet(network, length))
            return true;
    }
    return false;
}

} // namespace Matchbook

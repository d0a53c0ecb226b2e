// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "publicaddress.h"

#include "networks/addresslist.h"

namespace Matchbook {

namespace {

/// RFC 6890 and its successors, IPv4 and IPv6. Whatever carries an IPv4 address inside is refused as a whole where no web
/// server has such an address anyway.
const AddressList &specialAddresses()
{
    static const AddressList list = [] {
        const char *const blocks[]
                = {"0.0.0.0/8",     "10.0.0.0/8",      "100.64.0.0/10",  "127.0.0.0/8",    "169.254.0.0/16",
                   "172.16.0.0/12", "192.0.0.0/24",    "192.0.2.0/24",   "192.88.99.0/24", "192.168.0.0/16",
                   "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4",    "240.0.0.0/4",
                   "::/96",         "64:ff9b:1::/48",  "100::/64",       "2001::/23",      "2001:db8::/32",
                   "2002::/16",     "3fff::/20",       "5f00::/16",      "fc00::/7",       "fe80::/10",
                   "fec0::/10",     "ff00::/8"};
        QStringList texts;
        for (const char *block : blocks)
            texts << QString::fromLatin1(block);
        const auto parsed = AddressList::parse(texts);
        Q_ASSERT(parsed);
        return parsed ? *parsed : AddressList();
    }();
    return list;
}

} // namespace

bool isPublicAddress(const QHostAddress &address)
{
    const QHostAddress plain = plainAddress(address);
    if (plain.isNull() || specialAddresses().contains(plain))
        return false;
    // Networks that speak IPv6 only give every IPv4 web server such an address, so here the inner one decides.
    static const QHostAddress nat64(QStringLiteral("64:ff9b::"));
    if (plain.protocol() == QAbstractSocket::IPv6Protocol && plain.isInSubnet(nat64, 96)) {
        const Q_IPV6ADDR bytes = plain.toIPv6Address();
        const quint32 inner = quint32(bytes[12]) << 24 | quint32(bytes[13]) << 16 | quint32(bytes[14]) << 8
                | quint32(bytes[15]);
        return isPublicAddress(QHostAddress(inner));
    }
    return true;
}

} // namespace Matchbook

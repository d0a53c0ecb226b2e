// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrettext.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <unistd.h>

namespace Matchbook {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Matchbook::Secrets)
};

Unexpected refused(const QString &sentence)
{
    return unexpected(Failure::Kind::BadUsage, sentence);
}

bool isText(const QByteArray &bytes)
{
    const bool hasControls = std::any_of(bytes.cbegin(), bytes.cend(),
                                         [](char byte) { return quint8(byte) < 0x20 || byte == 0x7f; });
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = decoder(bytes);
    return !hasControls && !decoder.hasError() && !decoded.isEmpty();
}

} // namespace

Expected<QByteArray> secretFromText(const QByteArray &text)
{
    QByteArray line = text;
    while (!line.isEmpty() && QByteArray(" \t\r\n").contains(line.back()))
        line.chop(1);
    while (line.startsWith(' ') || line.startsWith('\t'))
        line.remove(0, 1);
    if (line.isEmpty())
        return refused(Texts::tr("The secret is empty."));
    if (line.size() > longestSecret)
        return refused(Texts::tr("This is longer than 4,096 bytes, so it is no network's secret."));
    if (line.contains('\n') || line.contains('\r'))
        return refused(Texts::tr("A secret is one line, and this is more than one."));
    if (!isText(line))
        return refused(Texts::tr("This is not text, so it is no network's secret."));
    return line;
}

Expected<QByteArray> secretFromDescriptor(int descriptor)
{
    QByteArray text;
    // Two bytes more for a line end.
    while (text.size() <= longestSecret + 2 && !text.contains('\n')) {
        char buffer[1024];
        const ssize_t count = ::read(descriptor, buffer, sizeof buffer);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return unexpected(Failure::Kind::FileTrouble, QString::fromLocal8Bit(std::strerror(errno)));
        if (count == 0)
            break;
        text.append(buffer, count);
    }
    return secretFromText(text);
}

} // namespace Matchbook

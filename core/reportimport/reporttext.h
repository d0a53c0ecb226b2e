// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/expected.h"

#include <QFile>
#include <QStringConverter>

#include <optional>

namespace Matchbook {

/// A text file of whatever encoding, as text, a piece at a time. UTF-8 and UTF-16 with or without a byte order mark; what is
/// neither is taken for Windows-1252, in which every byte means something. A value of one thread.
class ReportText
{
public:
    /// Fails with FileTrouble, or with BadInput and a sentence for what is no text: a workbook, a web page, an archive.
    Expected<void> open(const QString &path);
    /// From the beginning again.
    Expected<void> rewind();
    /// The next piece; empty at the end. BadInput if the file ends within a character.
    Expected<QString> next();

    qint64 size() const { return m_file.size(); } ///< bytes
    qint64 position() const { return m_file.pos(); } ///< bytes read so far

private:
    Expected<void> sniff();
    Expected<void> findEncoding(const QByteArray &start);

    QFile m_file;
    std::optional<QStringConverter::Encoding> m_encoding; ///< nothing: Windows-1252
    QStringDecoder m_decoder;
};

} // namespace Matchbook

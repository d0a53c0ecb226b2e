// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reporttext.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace Matchbook {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(ReportFile)
};

constexpr qint64 pieceSize = 65'536;

/// What Windows-1252 has between 0x80 and 0x9F, where ISO 8859-1 has control characters.
constexpr std::array<char16_t, 32> windowsCharacters{0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020,
                                                     0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D,
                                                     0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D,
                                                     0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
                                                     0x0153, 0x009D, 0x017E, 0x0178};

QString fromWindows1252(const QByteArray &bytes)
{
    QString text = QString::fromLatin1(bytes);
    for (QChar &c : text) {
        if (c.unicode() >= 0x80 && c.unicode() < 0xA0)
            c = windowsCharacters[c.unicode() - 0x80];
    }
    return text;
}

/// What \a start shows that is no table in text; empty for what may be one.
QString otherKind(const QByteArray &start)
{
    if (start.startsWith("PK\x03\x04") || start.startsWith("\xD0\xCF\x11\xE0"))
        return Words::tr("This is a workbook or an archive. Save the table as CSV and import that file.");
    if (start.startsWith("%PDF"))
        return Words::tr("This is a PDF document. Export the report as CSV.");
    const QByteArray text = start.trimmed().left(15).toLower();
    if (text.startsWith("<!doctype") || text.startsWith("<html") || text.startsWith("<?xml"))
        return Words::tr("This is a web page or an XML document. Export the report as CSV.");
    if (text.startsWith('{') || text.startsWith('['))
        return Words::tr("This is JSON. Export the report as CSV.");
    return {};
}

std::optional<QStringConverter::Encoding> markedEncoding(const QByteArray &start)
{
    if (start.startsWith("\xEF\xBB\xBF"))
        return QStringConverter::Utf8;
    if (start.startsWith("\xFF\xFE"))
        return QStringConverter::Utf16LE;
    if (start.startsWith("\xFE\xFF"))
        return QStringConverter::Utf16BE;
    // A table begins with a name, and those are mostly ASCII.
    if (start.size() >= 4 && start.at(0) != 0 && start.at(1) == 0 && start.at(2) != 0 && start.at(3) == 0)
        return QStringConverter::Utf16LE;
    if (start.size() >= 4 && start.at(0) == 0 && start.at(1) != 0 && start.at(2) == 0 && start.at(3) != 0)
        return QStringConverter::Utf16BE;
    return std::nullopt;
}

} // namespace

Expected<void> ReportText::open(const QString &path)
{
    m_file.setFileName(path);
    if (!m_file.open(QIODevice::ReadOnly) || m_file.isSequential())
        return unexpected(Failure::Kind::FileTrouble,
                          m_file.isSequential() ? Words::tr("%1 is no file.").arg(path)
                                                : path + QStringLiteral(": ") + m_file.errorString());
    if (m_file.size() == 0)
        return unexpected(Failure::Kind::BadInput, Words::tr("The file is empty."));
    return sniff();
}

Expected<void> ReportText::sniff()
{
    const QByteArray start = m_file.peek(64);
    if (const QString kind = otherKind(start); !kind.isEmpty())
        return unexpected(Failure::Kind::BadInput, kind);
    m_encoding = markedEncoding(start);
    if (!m_encoding) {
        QStringDecoder utf8(QStringConverter::Utf8);
        m_encoding = QStringConverter::Utf8;
        while (!m_file.atEnd()) {
            const QString text = utf8(m_file.read(pieceSize));
            if (utf8.hasError()) {
                m_encoding.reset();
                break;
            }
        }
    }
    return rewind();
}

Expected<void> ReportText::rewind()
{
    if (!m_file.seek(0))
        return unexpected(Failure::Kind::FileTrouble, m_file.errorString());
    if (m_encoding)
        m_decoder = QStringDecoder(*m_encoding);
    return {};
}

Expected<QString> ReportText::next()
{
    const QByteArray bytes = m_file.read(pieceSize);
    if (bytes.isEmpty() && m_file.error() != QFileDevice::NoError)
        return unexpected(Failure::Kind::FileTrouble, m_file.errorString());
    const QString text = m_encoding ? QString(m_decoder(bytes)) : fromWindows1252(bytes);
    if (m_encoding && m_decoder.hasError())
        return unexpected(Failure::Kind::BadInput,
                          Words::tr("The file holds bytes that are no text in its encoding."));
    if (text.contains(QChar(0)))
        return unexpected(Failure::Kind::BadInput, Words::tr("This is no text file."));
    const bool isWide = m_encoding && *m_encoding != QStringConverter::Utf8;
    if (m_file.atEnd() && isWide && m_file.size() % 2 != 0)
        return unexpected(Failure::Kind::BadInput,
                          Words::tr("The file ends in the middle of a character: it is cut off."));
    // A piece may hold nothing but a mark, and that is not the end.
    return text.isEmpty() && !m_file.atEnd() ? next() : Expected<QString>(text);
}

} // namespace Matchbook

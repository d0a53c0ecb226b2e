// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "outputfile.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cstdio>

namespace Matchbook {

namespace {

bool isReplaceable(const QString &name)
{
    const QFileInfo info(name);
    return !OutputFile::isStandardOutput(name) && (!info.exists() || info.isFile());
}

} // namespace

OutputFile::OutputFile(const QString &name) : m_name(name), m_appearsWhole(isReplaceable(name))
{
    if (m_appearsWhole)
        m_file = std::make_unique<QSaveFile>(name);
    else
        m_file = std::make_unique<QFile>(name);
}

OutputFile::~OutputFile() = default;

Expected<void> OutputFile::open()
{
    bool opened = false;
    if (isStandardOutput(m_name))
        opened = static_cast<QFile *>(m_file.get())->open(stdout, QIODevice::WriteOnly);
    else
        opened = m_file->open(QIODevice::WriteOnly);
    return opened ? Expected<void>() : trouble();
}

Expected<void> OutputFile::write(const QByteArray &bytes)
{
    return m_file->write(bytes) == bytes.size() ? Expected<void>() : trouble();
}

Expected<void> OutputFile::commit()
{
    const bool done = m_appearsWhole ? static_cast<QSaveFile *>(m_file.get())->commit() : m_file->flush();
    return done ? Expected<void>() : trouble();
}

Expected<void> OutputFile::writeWhole(const QString &name, const QByteArray &bytes)
{
    OutputFile file(name);
    if (auto opened = file.open(); !opened)
        return opened;
    if (auto written = file.write(bytes); !written)
        return written;
    return file.commit();
}

Unexpected OutputFile::trouble() const
{
    return unexpected(Failure::Kind::FileTrouble, m_name + QStringLiteral(": ") + m_file->errorString());
}

} // namespace Matchbook

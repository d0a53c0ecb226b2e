// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "expected.h"

#include <QByteArray>
#include <QString>

#include <memory>

QT_BEGIN_NAMESPACE
class QFileDevice;
QT_END_NAMESPACE

namespace Matchbook {

/// A file that a person has named. A regular one appears whole, or not at all, when commit() succeeds. A device or a pipe is never
/// replaced by a file: what is written goes straight to it. `-` is standard output. Every failure is FileTrouble and
/// names the file.
class OutputFile
{
public:
    explicit OutputFile(const QString &name);
    ~OutputFile(); ///< without commit() a regular file stays as it was

    /// Waits for a reader if it is a pipe.
    Expected<void> open();
    Expected<void> write(const QByteArray &bytes);
    Expected<void> commit();

    /// All of it in one go.
    static Expected<void> writeWhole(const QString &name, const QByteArray &bytes);
    static bool isStandardOutput(const QString &name) { return name == QLatin1StringView("-"); }

private:
    Unexpected trouble() const;

    QString m_name;
    bool m_appearsWhole;
    std::unique_ptr<QFileDevice> m_file;
};

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "autostart.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

namespace Matchbook {

namespace {

constexpr qint64 longestFile = 64 * 1024;

/// A value of type string: \ becomes \\, and a line has to stay one.
QString stringValue(QString text)
{
    text.replace(u'\\', QStringLiteral("\\\\"));
    text.replace(u'\n', QStringLiteral("\\n"));
    text.replace(u'\r', QStringLiteral("\\r"));
    return text;
}

/// One argument of Exec, before it becomes a value of type string: `a "b"` → `"a \"b\""`, `100%` → `"100%%"`.
QString argument(const QString &text)
{
    QString quoted;
    for (const QChar letter : text) {
        if (letter == u'"' || letter == u'`' || letter == u'$' || letter == u'\\')
            quoted += u'\\';
        if (letter == u'%')
            quoted += u'%';
        quoted += letter;
    }
    return u'"' + quoted + u'"';
}

/// Every data folder has its own file, so that switching one on switches no other off.
QString fileName(const QString &dataFolder)
{
    QString name = QStringLiteral("org.matchbook.Matchbook");
    if (!dataFolder.isEmpty())
        name += u'-'
                + QString::fromLatin1(
                        QCryptographicHash::hash(dataFolder.toUtf8(), QCryptographicHash::Sha256)
                                .toHex()
                                .left(8));
    return name + QStringLiteral(".desktop");
}

} // namespace

Autostart::Autostart(const QString &program, const QString &dataFolder)
    : m_program(program), m_dataFolder(dataFolder.isEmpty() ? QString() : QDir(dataFolder).absolutePath()),
      m_file(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
             + QStringLiteral("/autostart/") + fileName(m_dataFolder))
{ }

bool Autostart::isSupported()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    return true;
#else
    return false;
#endif
}

bool Autostart::isOn() const
{
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QList<QByteArray> lines = file.read(longestFile).split('\n');
    for (const QByteArray &line : lines) {
        const QByteArray value = line.mid(line.indexOf('=') + 1).trimmed().toLower();
        const QByteArray key = line.left(line.indexOf('=')).trimmed();
        if ((key == "Hidden" && value == "true") || (key == "X-GNOME-Autostart-enabled" && value == "false"))
            return false;
    }
    return true;
}

QByteArray Autostart::contents() const
{
    QString command = argument(m_program) + QStringLiteral(" --tray");
    if (!m_dataFolder.isEmpty())
        command += QStringLiteral(" --data-dir ") + argument(m_dataFolder);
    const QString text = QStringLiteral("[Desktop Entry]\n"
                                        "Type=Application\n"
                                        "Name=Matchbook\n"
                                        "Comment=Track clicks and receive postbacks\n"
                                        "TryExec=%1\n"
                                        "Exec=%2\n"
                                        "Icon=org.matchbook.Matchbook\n"
                                        "Terminal=false\n"
                                        "X-GNOME-Autostart-enabled=true\n");
    return text.arg(stringValue(m_program), stringValue(command)).toUtf8();
}

Expected<void> Autostart::set(bool on) const
{
    if (!on) {
        if (!QFileInfo::exists(m_file) || QFile::remove(m_file))
            return {};
        return unexpected(Failure::Kind::FileTrouble, m_file);
    }
    QSaveFile file(m_file);
    const QByteArray wanted = contents();
    if (!QDir().mkpath(QFileInfo(m_file).path()) || !file.open(QIODevice::WriteOnly)
        || file.write(wanted) != wanted.size() || !file.commit())
        return unexpected(Failure::Kind::FileTrouble, m_file);
    return {};
}

} // namespace Matchbook

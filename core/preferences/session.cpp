// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session.h"

#include <QDir>
#include <QFile>
#include <QSettings>
#include <QStringList>

namespace Matchbook {

namespace {

constexpr int widestColumn = 10000;

} // namespace

Session::Session(const QString &dataFolder)
{
    const QString name = QDir(dataFolder).filePath(QStringLiteral("session.ini"));
    if (QDir().mkpath(dataFolder) && !QFile::exists(name)) {
        QFile file(name);
        if (file.open(QIODevice::WriteOnly))
            file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    }
    m_file = std::make_unique<QSettings>(name, QSettings::IniFormat);
    m_file->setFallbacksEnabled(false);
}

Session::~Session() = default;

QByteArray Session::windowGeometry() const
{
    return QByteArray::fromBase64(m_file->value(QStringLiteral("window/geometry")).toString().toLatin1());
}

void Session::setWindowGeometry(const QByteArray &geometry)
{
    m_file->setValue(QStringLiteral("window/geometry"), QString::fromLatin1(geometry.toBase64()));
}

QString Session::lastPage() const
{
    return choice(QStringLiteral("window/page"));
}

void Session::setLastPage(const QString &page)
{
    setChoice(QStringLiteral("window/page"), page);
}

QList<int> Session::columnWidths(const QString &table) const
{
    QList<int> widths;
    const QString text = choice(QStringLiteral("columns/") + table);
    const auto parts = QStringView(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QStringView part : parts) {
        bool ok = false;
        const int width = part.toInt(&ok);
        if (!ok || width < 0 || width > widestColumn)
            return {};
        widths += width;
    }
    return widths;
}

void Session::setColumnWidths(const QString &table, const QList<int> &widths)
{
    QStringList parts;
    for (const int width : widths)
        parts += QString::number(width);
    setChoice(QStringLiteral("columns/") + table, parts.join(QLatin1Char(' ')));
}

QString Session::choice(const QString &key, const QString &otherwise) const
{
    return m_file->value(key, otherwise).toString();
}

void Session::setChoice(const QString &key, const QString &value)
{
    if (m_file->value(key).toString() != value || !m_file->contains(key))
        m_file->setValue(key, value);
}

} // namespace Matchbook

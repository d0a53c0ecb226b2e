// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "currencies/ratedownload.h"
#include "vocabulary/exchangerate.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <optional>

namespace Matchbook {

class Clock;
class Reader;
class Writer;
struct Preferences;

/// What came of taking rates in.
struct RateIntake {
    qsizetype rates = 0;
    qint64 changed = 0; ///< new ones and different ones
    QDate first;
    QDate last;
};

/// Takes exchange rates into the store: from a file, as a person types them, and, if the preferences want it, the central bank's
/// by itself. Lives in the engine's thread; files are read in the reader's, and rates are written in slices between the writer's
/// batches.
class RateDesk : public QObject
{
    Q_OBJECT
public:
    using Answer = std::function<void(const Expected<RateIntake> &)>;

    /// \a writer, \a reader and \a clock must outlive this.
    RateDesk(Writer &writer, Reader &reader, const Clock &clock, QObject *parent = nullptr);

    /// From where, and whether by itself. Looks at once if it has just been switched on.
    void setPreferences(const Preferences &preferences);

    /// Each calls \a answer once, unless \a asker has died. Failures: of readRateFile(), of RateDownload, of the store. What was written
    /// before a failure of the store stays, the oldest first; doing it again does the rest.
    void importFile(const QString &path, QObject *asker, Answer answer);
    void download(QObject *asker, Answer answer);
    void put(QList<ExchangeRate> rates, QObject *asker, Answer answer);
    void remove(const ExchangeRate &rate, QObject *asker, std::function<void(const Expected<bool> &)> answer);

    /// Why the last download did not succeed; nothing after one that did.
    const std::optional<Failure> &trouble() const { return m_trouble; }
    bool isDownloading() const { return m_downloading; }

Q_SIGNALS:
    void changed(); ///< the rates, or how the download is

private:
    void look();
    void fetch(QDate newest, QPointer<QObject> asker, Answer answer);
    void read(std::function<Expected<QList<ExchangeRate>>()> file, QPointer<QObject> asker, Answer answer);
    void store(QList<ExchangeRate> rates, qsizetype from, RateIntake soFar, QPointer<QObject> asker,
               Answer answer);
    void conclude(const Expected<RateIntake> &intake);

    Writer &m_writer;
    Reader &m_reader;
    const Clock &m_clock;
    QNetworkAccessManager m_network;
    RateDownload m_download;
    QTimer m_looks;
    QString m_address;
    bool m_byItself = false;
    bool m_downloading = false;
    qint64 m_nextTry = 0; ///< Unix ms
    std::optional<Failure> m_trouble;
};

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ratedesk.h"

#include "currencies/ratefile.h"
#include "preferences/preferences.h"
#include "store/exchangerates.h"
#include "store/reader.h"
#include "store/writer.h"
#include "vocabulary/clock.h"

#include <QBuffer>
#include <QDateTime>

#include <algorithm>

namespace Matchbook {

namespace {

constexpr qsizetype ratesAtOnce = 2'000; // some milliseconds, in which no postback is written
constexpr int lookMs = 15 * 60 * 1000;
constexpr qint64 hourMs = 3'600'000;
constexpr qint64 pauseAfterSuccess = 20 * hourMs; // on the bank's holidays there is nothing newer
constexpr qint64 pauseAfterFailure = hourMs;
constexpr qint64 publishedBy = 15 * hourMs + hourMs / 2; ///< UTC; around 16:00 CET

/// The newest day whose rates are out by now, as far as the calendar tells.
QDate newestPublished(qint64 now)
{
    QDate day = QDateTime::fromMSecsSinceEpoch(now - publishedBy, QTimeZone::utc()).date();
    while (day.dayOfWeek() > Qt::Friday)
        day = day.addDays(-1);
    return day;
}

QDate dayOf(qint64 unixMs)
{
    return QDateTime::fromMSecsSinceEpoch(unixMs, QTimeZone::utc()).date();
}

Unexpected stopped()
{
    return unexpected(Failure::Kind::Cancelled);
}

} // namespace

RateDesk::RateDesk(Writer &writer, Reader &reader, const Clock &clock, QObject *parent)
    : QObject(parent), m_writer(writer), m_reader(reader), m_clock(clock), m_download(m_network)
{
    m_looks.setInterval(lookMs);
    m_looks.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_looks, &QTimer::timeout, this, &RateDesk::look);
}

void RateDesk::setPreferences(const Preferences &preferences)
{
    const QString address
            = preferences.ratesAddress.isEmpty() ? centralBankAddress() : preferences.ratesAddress;
    const bool isNew = preferences.downloadRates && (!m_byItself || address != m_address);
    m_address = address;
    m_byItself = preferences.downloadRates;
    if (!m_byItself)
        return m_looks.stop();
    if (!isNew)
        return;
    m_nextTry = 0;
    m_looks.start();
    look();
}

void RateDesk::look()
{
    if (m_downloading || m_clock.now() < m_nextTry)
        return;
    m_reader.ask<QDate>(
            this, [](Database &database) { return newestCentralBankDay(database); },
            [this](const Expected<QDate> &newest) {
                const bool isUpToDate
                        = newest && newest->isValid() && *newest >= newestPublished(m_clock.now());
                if (!isUpToDate && !m_downloading && m_byItself)
                    download(this, [](const Expected<RateIntake> &) {});
            });
}

void RateDesk::download(QObject *asker, Answer answer)
{
    m_downloading = true;
    Q_EMIT changed();
    const QPointer<QObject> alive(asker);
    m_reader.ask<QDate>(
            this, [](Database &database) { return newestCentralBankDay(database); },
            [this, alive, answer = std::move(answer)](const Expected<QDate> &newest) {
                fetch(newest ? *newest : QDate(), alive, answer);
            });
}

void RateDesk::fetch(QDate newest, QPointer<QObject> asker, Answer answer)
{
    const auto concluding = [this, asker, answer = std::move(answer)](const Expected<RateIntake> &intake) {
        conclude(intake);
        if (asker)
            answer(intake);
    };
    m_download.fetch(rateFileFor(m_address, newest, dayOf(m_clock.now())),
                     [this, concluding](const Expected<QByteArray> &file) {
                         if (!file)
                             return concluding(unexpected(file.error()));
                         const auto parse = [bytes = *file]() mutable {
                             QBuffer buffer(&bytes);
                             buffer.open(QIODevice::ReadOnly);
                             return ratesFromXml(buffer);
                         };
                         read(parse, this, concluding);
                     });
}

void RateDesk::conclude(const Expected<RateIntake> &intake)
{
    m_downloading = false;
    m_trouble = intake ? std::nullopt : std::optional(intake.error());
    m_nextTry = m_clock.now() + (intake ? pauseAfterSuccess : pauseAfterFailure);
    Q_EMIT changed();
}

void RateDesk::importFile(const QString &path, QObject *asker, Answer answer)
{
    read([path] { return readRateFile(path); }, asker, std::move(answer));
}

/// A large file takes a second, in which neither a window nor the listener may wait.
void RateDesk::read(std::function<Expected<QList<ExchangeRate>>()> file, QPointer<QObject> asker,
                    Answer answer)
{
    m_reader.ask<QList<ExchangeRate>>(
            this, [file = std::move(file)](Database &) { return file(); },
            [this, asker, answer = std::move(answer)](const Expected<QList<ExchangeRate>> &rates) {
                if (rates)
                    return put(*rates, asker, answer);
                if (asker)
                    answer(unexpected(rates.error()));
            });
}

/// The oldest first: what breaks off half-way leaves no gap below the newest day.
void RateDesk::put(QList<ExchangeRate> rates, QObject *asker, Answer answer)
{
    std::stable_sort(rates.begin(), rates.end(),
                     [](const ExchangeRate &a, const ExchangeRate &b) { return a.day < b.day; });
    store(std::move(rates), 0, {}, asker, std::move(answer));
}

void RateDesk::store(QList<ExchangeRate> rates, qsizetype from, RateIntake soFar, QPointer<QObject> asker,
                     Answer answer)
{
    const auto tell = [this, asker, answer](const Expected<RateIntake> &intake) {
        if (asker)
            answer(intake);
        Q_EMIT changed();
    };
    if (from >= rates.size()) {
        soFar.rates = rates.size();
        soFar.first = rates.isEmpty() ? QDate() : rates.constFirst().day;
        soFar.last = rates.isEmpty() ? QDate() : rates.constLast().day;
        return tell(soFar);
    }
    const auto write = [this, rates, from, soFar, asker, answer, tell](Database &database) {
        const auto put = putExchangeRates(database, rates.mid(from, ratesAtOnce));
        const auto goOn = [this, rates, from, soFar, asker, answer, tell, put]() mutable {
            if (!put)
                return tell(unexpected(put.error()));
            soFar.changed += *put;
            store(rates, from + ratesAtOnce, soFar, asker, answer);
        };
        QMetaObject::invokeMethod(this, goOn, Qt::QueuedConnection);
    };
    if (!m_writer.postTask(write))
        tell(stopped());
}

void RateDesk::remove(const ExchangeRate &rate, QObject *asker,
                      std::function<void(const Expected<bool> &)> answer)
{
    const QPointer<QObject> alive(asker);
    const auto write = [this, rate, alive, answer](Database &database) {
        const auto removed = removeExchangeRate(database, rate);
        const auto tell = [this, alive, answer, removed] {
            if (alive)
                answer(removed);
            Q_EMIT changed();
        };
        QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
    };
    if (!m_writer.postTask(write))
        answer(unexpected(Failure::Kind::Cancelled));
}

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oskeychain.h"

#include <qt6keychain/keychain.h>

#include <QThread>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>

namespace Matchbook {

namespace {

std::optional<KeychainTrouble> troubleOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::NoError:
    case QKeychain::EntryNotFound:
        return std::nullopt;
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return KeychainTrouble::Refused;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return KeychainTrouble::Missing;
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::OtherError:
        return KeychainTrouble::Failed;
    }
    return KeychainTrouble::Failed;
}

std::atomic<int> runningJobs = 0;

/// Lives in the thread where all jobs run. QtKeychain keeps one queue for the whole process, in the thread that used it
/// first, and some of its calls wait for D-Bus. So that thread belongs to nobody and never ends: it may hang.
QObject *jobsPlace()
{
    static QObject *const place = [] {
        auto *thread = new QThread;
        thread->setObjectName(QStringLiteral("keychain"));
        auto *made = new QObject;
        made->moveToThread(thread);
        thread->start();
        return made;
    }();
    return place;
}

/// What a job leaves behind. Shared, because the job may end after nobody waits any more.
struct Outcome {
    std::mutex mutex;
    std::condition_variable isThere;
    std::optional<Keychain::Answer> answer;
};

class QtKeychain : public Keychain
{
public:
    explicit QtKeychain(int patienceMs) : m_patience(patienceMs) { }

    Answer read(const QString &service, const QString &entry) override
    {
        return run([service] { return new QKeychain::ReadPasswordJob(service); }, entry);
    }
    std::optional<KeychainTrouble> write(const QString &service, const QString &entry,
                                         const QByteArray &secret) override
    {
        return run(
                       [service, secret] {
                           auto *job = new QKeychain::WritePasswordJob(service);
                           job->setTextData(QString::fromUtf8(secret));
                           return job;
                       },
                       entry)
                .trouble;
    }
    std::optional<KeychainTrouble> remove(const QString &service, const QString &entry) override
    {
        return run([service] { return new QKeychain::DeletePasswordJob(service); }, entry).trouble;
    }

private:
    template<typename MakeJob>
    Answer run(MakeJob makeJob, const QString &entry)
    {
        auto outcome = std::make_shared<Outcome>();
        ++runningJobs;
        QMetaObject::invokeMethod(jobsPlace(), [makeJob, entry, outcome] {
            QKeychain::Job *job
                    = makeJob(); // deletes itself when it has finished, also if that is long after
            job->setKey(entry);
            QObject::connect(job, &QKeychain::Job::finished, job, [outcome](QKeychain::Job *done) {
                --runningJobs;
                Answer answer;
                answer.trouble = troubleOf(done->error());
                const auto *reading = qobject_cast<QKeychain::ReadPasswordJob *>(done);
                if (reading && done->error() == QKeychain::NoError)
                    answer.secret = reading->textData().toUtf8();
                const std::lock_guard held(outcome->mutex);
                outcome->answer = answer;
                outcome->isThere.notify_all();
            });
            job->start();
        });
        std::unique_lock held(outcome->mutex);
        if (!outcome->isThere.wait_for(held, m_patience, [&] { return outcome->answer.has_value(); }))
            return {std::nullopt, KeychainTrouble::Silent};
        return *outcome->answer;
    }

    const std::chrono::milliseconds m_patience;
};

} // namespace

std::unique_ptr<Keychain> osKeychain(int patienceMs)
{
    return std::make_unique<QtKeychain>(patienceMs);
}

bool isKeychainBuiltIn()
{
    return true;
}

bool isKeychainBusy()
{
    return runningJobs > 0;
}

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "preferences/preferences.h"
#include "store/catalogue.h"
#include "store/reader.h"
#include "vocabulary/expected.h"

#include <QObject>
#include <QTimeZone>

#include <memory>

namespace Matchbook {

class Clock;
class PresetCatalogue;
class ImportDesk;
class RateDesk;
class RereadingDesk;
class Secrets;
struct WriterState;

/// Where the listener is, and how the program is. A value; shown in the status bar.
struct EngineState {
    bool listening = false; ///< in this process
    bool listeningElsewhere = false; ///< in another process on the same data folder
    QString address; ///< http://127.0.0.1:8130
    std::optional<Failure> trouble; ///< of the store or the listener; nothing while all is well
    qint64 spilledClicks = 0; ///< waiting in the spill file to be read back
    qint64 lostClicks = 0; ///< neither stored nor spilled, since the start
    std::optional<Failure> reserveTrouble; ///< why a full disk would lose clicks at once

    bool isHeard() const { return listening || listeningElsewhere; }

    friend bool operator==(const EngineState &, const EngineState &) = default;
};

/// Opens a data folder and owns the threads: listener, writer and reader. Lives in the main thread; every function
/// is called there and none but start(), listen() and stop() waits.
class Engine : public QObject
{
    Q_OBJECT
public:
    Engine(const QString &dataFolder, const Clock &clock, QObject *parent = nullptr);
    ~Engine() override; ///< stops if need be

    /// Creates or opens the store, migrates it, reads the spill file back and starts the writer.
    /// Failures: StoreReadOnly, StoreNewer, StoreDamaged, StoreLocked, StoreFull, StoreTrouble.
    Expected<void> start();
    /// Opens the listening port; 0 picks a free one. Fails with AlreadyListening if another process listens for this
    /// data folder, PortInUse, AddressUnavailable, StoreReadOnly. Asking again while listening moves the listener. After
    /// AlreadyListening this process takes over as soon as the other one ends.
    Expected<void> listen(const QString &address, quint16 port);
    /// Stops accepting, drains the queue, delivers the answers, closes everything. Nothing acknowledged is lost.
    void stop();

    EngineState state() const;
    const Clock &clock() const;
    const QString &dataFolder() const;
    Preferences preferences() const;
    /// Saves; takes over at once what needs no restart, and moves the listener if address or port changed.
    Expected<void> setPreferences(const Preferences &preferences);

    /// What begins every tracking link and postback URL: the public URL, else the address listened on.
    QString baseUrl() const;
    /// Whatever begins tracking links of this installation, for isOwnTrackingLink().
    QList<QByteArray> ownBases() const;
    QString trackingLink(const Campaign &campaign) const; ///< baseUrl()/c/KEY
    QString postbackUrl(
            const AffiliateNetwork &network) const; ///< baseUrl()/postback/KEY with its parameters

    /// Every preset there is, the person's own included. There from start() on; what another process writes is in it a
    /// second later. Who keeps it beyond a question or a dialog has to take it anew when presetsChanged().
    std::shared_ptr<const PresetCatalogue> presets() const;
    /// Reads the presets again after a file of the person's own folder was written; postbacks are read by them at once.
    void reloadPresets();

    /// Notifications are opened with these from now on. None before the first call.
    void useSecrets(std::shared_ptr<const Secrets> secrets);

    /// For questions; also says when the store changed.
    Reader &reader();
    /// Reads stored postbacks again. There from start() to stop().
    RereadingDesk &rereadings();
    /// Imports networks' reports. There from start() to stop().
    ImportDesk &imports();
    /// Takes exchange rates in. There from start() to stop().
    RateDesk &rates();

    /// Runs \a change on the writing connection, then \a answer in the main thread unless \a asker has died.
    template<typename T>
    void edit(QObject *asker, std::function<Expected<T>(Catalogue &)> change,
              std::function<void(Expected<T>)> answer)
    {
        const QPointer<QObject> alive(asker);
        postEdit([this, alive, change = std::move(change), answer = std::move(answer)](Catalogue &catalogue) {
            auto result = std::make_shared<Expected<T>>(change(catalogue));
            QMetaObject::invokeMethod(
                    this,
                    [alive, answer, result] {
                        if (alive)
                            answer(std::move(*result));
                    },
                    Qt::QueuedConnection);
        });
    }

Q_SIGNALS:
    void stateChanged(const Matchbook::EngineState &state);
    void preferencesChanged(const Matchbook::Preferences &preferences);
    void presetsChanged();

private:
    void postEdit(std::function<void(Catalogue &)> change);
    Expected<void> takeLock();
    Expected<void> openListeners(const QString &address, quint16 port);
    void closeListeners();
    void keepDaysIn(const QTimeZone &zone);
    void noteListeningElsewhere();
    void takeOver();
    void noteForeignPresets();
    void publishOpening();
    void noteWriterState(const WriterState &writer);
    void noteListenTrouble(std::optional<Failure> trouble);
    void setState(const std::function<void(EngineState &)> &change);

    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failuretext.h"

#include <QCoreApplication>

namespace Matchbook {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Matchbook::FailureText)
};

struct Said {
    QString title;
    QString todo;
};

Said said(Failure::Kind kind)
{
    using Kind = Failure::Kind;
    switch (kind) {
    case Kind::BadUsage:
        return {Texts::tr("This cannot be done this way."),
                Texts::tr("Check what was entered and try again.")};
    case Kind::BadInput:
        return {Texts::tr("A value cannot be understood."), Texts::tr("Correct it and try again.")};
    case Kind::NotFound:
        return {Texts::tr("It is no longer there."),
                Texts::tr("Perhaps it was removed elsewhere; press F5 to see what there is now.")};
    case Kind::AlreadyExists:
        return {Texts::tr("There is one with this name already."), Texts::tr("Choose another name.")};
    case Kind::PortInUse:
        return {Texts::tr("Another program uses this port."),
                Texts::tr("Choose another port in Settings, or close the other program and try again.")};
    case Kind::AddressUnavailable:
        return {Texts::tr("This computer cannot listen on this address."),
                Texts::tr(
                        "Choose an address of this computer in Settings. Ports below 1024 need special rights.")};
    case Kind::AlreadyListening:
        return {Texts::tr("Another Matchbook listens for this data folder."),
                Texts::tr("Nothing is lost: this window shows what the other one receives.")};
    case Kind::StoreReadOnly:
        return {Texts::tr("The data folder cannot be written."),
                Texts::tr("Give yourself the right to write there, or start with another data folder.")};
    case Kind::StoreFull:
        return {Texts::tr("The disk is full."),
                Texts::tr(
                        "Make room. Clicks are still redirected and postbacks are sent again by most networks.")};
    case Kind::StoreLocked:
        return {Texts::tr("Another program holds the data file."),
                Texts::tr("Close it (a backup or a database browser, perhaps) and try again.")};
    case Kind::StoreDamaged:
        return {Texts::tr("The data file is damaged."),
                Texts::tr(
                        "Close Matchbook, keep a copy of the file, and put your newest backup in its place.")};
    case Kind::StoreNewer:
        return {Texts::tr("The data was written by a newer Matchbook."),
                Texts::tr("Update this program; it changes nothing until then.")};
    case Kind::StoreGone:
        return {Texts::tr("The data file was deleted, moved or replaced while Matchbook runs."),
                Texts::tr(
                        "Put the file back, or restart Matchbook to go on with what lies there now. Until then "
                        "clicks are still redirected, and postbacks are sent again by most networks.")};
    case Kind::StoreLogAlone:
        return {Texts::tr("The data file is missing, but its log is still there."),
                Texts::tr(
                        "Put the data file back beside its log: the two belong together. To begin anew, move the log to "
                        "another folder first.")};
    case Kind::StoreTrouble:
        return {Texts::tr("The data file gave an unexpected answer."),
                Texts::tr("Try again. If it stays so, restart Matchbook; the log has the details.")};
    case Kind::FileTrouble:
        return {Texts::tr("The file could not be read or written."),
                Texts::tr(
                        "Check that the folder exists, has room and may be written, or choose another file.")};
    case Kind::Cancelled:
        return {Texts::tr("Cancelled."), Texts::tr("Nothing was changed.")};
    }
    return {};
}

} // namespace

QString failureTitle(const Failure &failure)
{
    return said(failure.kind).title;
}

QString failureText(const Failure &failure)
{
    const Said texts = said(failure.kind);
    return texts.title + QLatin1Char(' ') + texts.todo;
}

} // namespace Matchbook

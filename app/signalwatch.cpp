// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "signalwatch.h"

#include <QSocketNotifier>

#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

namespace Matchbook {

namespace {

// A signal handler may do hardly anything but write a byte.
int wires[2] = {-1, -1};

void onSignal(int)
{
    const char byte = 1;
    (void)!::write(wires[0], &byte, 1);
}

void handle(int number, void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    sigaction(number, &action, nullptr);
}

} // namespace

SignalWatch::SignalWatch(QObject *parent) : QObject(parent)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, wires) != 0)
        return;
    auto *notifier = new QSocketNotifier(wires[1], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        (void)!::read(wires[1], &byte, 1);
        Q_EMIT endWanted();
    });
    handle(SIGTERM, onSignal);
    handle(SIGINT, onSignal);
    // A client that leaves must not end the program.
    handle(SIGPIPE, SIG_IGN);
}

SignalWatch::~SignalWatch()
{
    handle(SIGTERM, SIG_DFL);
    handle(SIGINT, SIG_DFL);
    for (int &wire : wires) {
        ::close(wire);
        wire = -1;
    }
}

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networksecret.h"
#include "secrets/secrettext.h"

#include <QTextStream>

#include <termios.h>
#include <unistd.h>

namespace Matchbook {

namespace {

/// While it lives, a terminal does not show what is typed.
class EchoOff
{
public:
    EchoOff()
    {
        if (::tcgetattr(STDIN_FILENO, &m_before) != 0)
            return;
        termios silent = m_before;
        silent.c_lflag &= ~tcflag_t(ECHO);
        m_isOff = ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent) == 0;
    }
    ~EchoOff()
    {
        if (m_isOff)
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    EchoOff(const EchoOff &) = delete;
    EchoOff &operator=(const EchoOff &) = delete;

private:
    termios m_before = {};
    bool m_isOff = false;
};

} // namespace

Expected<QByteArray> secretFromInput()
{
    if (::isatty(STDIN_FILENO) == 0)
        return secretFromDescriptor(STDIN_FILENO);
    QTextStream terminal(stderr);
    terminal << "Secret (it is not shown): " << Qt::flush;
    const EchoOff echoOff;
    auto secret = secretFromDescriptor(STDIN_FILENO);
    terminal << Qt::endl;
    return secret;
}

} // namespace Matchbook

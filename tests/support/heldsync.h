// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <atomic>
#include <cerrno>
#include <functional>
#include <thread>
#include <unistd.h>

namespace Matchbook {

/// A disk whose syncs a test holds back or lets fail.
class HeldSync
{
public:
    ~HeldSync() { isHeld = false; }

    /// To be given to a Writer, which this must outlive.
    std::function<int(int)> function()
    {
        return [this](int descriptor) {
            ++begun;
            while (isHeld)
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            if (error != 0) {
                errno = error;
                return -1;
            }
            return ::fdatasync(descriptor);
        };
    }

    std::atomic<bool> isHeld = false;
    std::atomic<int> error = 0; ///< an errno; 0 lets syncs succeed
    std::atomic<int> begun = 0;
};

} // namespace Matchbook

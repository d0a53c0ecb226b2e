# SPDX-FileCopyrightText: 2026 The Matchbook authors
# SPDX-License-Identifier: GPL-3.0-or-later

# The options that every target of ours shares; linked privately.
add_library(matchbook_options INTERFACE)
target_compile_options(matchbook_options INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow)
if(CCACHE)
    # Without it GCC's preprocessed output does not name the precompiled header, and ccache keeps nothing.
    target_compile_options(matchbook_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
endif()
# GCC 12 and 13 take what std::optional and std::variant leave unset for a mistake of ours when they optimise.
target_compile_options(matchbook_options INTERFACE
    $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,14>>:-Wno-maybe-uninitialized>)
target_compile_definitions(matchbook_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH QT_USE_QSTRINGBUILDER QT_NO_KEYWORDS)
if(MATCHBOOK_WERROR)
    target_compile_options(matchbook_options INTERFACE -Werror)
endif()
if(MATCHBOOK_SANITIZE)
    target_compile_options(matchbook_options INTERFACE -fsanitize=address,undefined -fno-omit-frame-pointer
        -fno-sanitize-recover=undefined)
    target_link_options(matchbook_options INTERFACE -fsanitize=address,undefined)
endif()

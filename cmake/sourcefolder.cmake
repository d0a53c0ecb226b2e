# SPDX-FileCopyrightText: 2026 The Matchbook authors
# SPDX-License-Identifier: GPL-3.0-or-later

# matchbook_sources(<target> <name>...): adds name.cpp and name.h of this folder to the target.
# A name may carry an ending; then it is taken as it is.
function(matchbook_sources target)
    foreach(name IN LISTS ARGN)
        if(name MATCHES "\\.(h|cpp)$")
            target_sources(${target} PRIVATE ${name})
        else()
            target_sources(${target} PRIVATE ${name}.cpp ${name}.h)
        endif()
    endforeach()
endfunction()

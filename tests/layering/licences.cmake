# SPDX-FileCopyrightText: 2026 The Matchbook authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Every file that can carry a comment begins with its copyright and licence (files that cannot are named in .reuse/dep5).
#
#   cmake -DROOT=<source tree> -P licences.cmake

cmake_minimum_required(VERSION 3.25)
include(${CMAKE_CURRENT_LIST_DIR}/checking.cmake)

# Spelled in two parts, so that licence scanners do not take these lines for this file's own.
set(copyright "SPDX-FileCopyright" "Text: [0-9]+ .+")
set(licence "SPDX-License-" "Identifier: GPL-3\\.0-or-later")
list(JOIN copyright "" copyright)
list(JOIN licence "" licence)

set(globs "")
foreach(folder app core ui tests cmake packaging resources translations docs)
    foreach(ending h cpp cmake sh sql py lua service CMakeLists.txt)
        if(ending STREQUAL "CMakeLists.txt")
            list(APPEND globs ${ROOT}/${folder}/CMakeLists.txt)
        else()
            list(APPEND globs ${ROOT}/${folder}/*.${ending})
        endif()
    endforeach()
endforeach()
file(GLOB_RECURSE files RELATIVE ${ROOT} ${globs})
if(EXISTS ${ROOT}/CMakeLists.txt)
    list(APPEND files CMakeLists.txt)
endif()

foreach(file IN LISTS files)
    math(EXPR fileCount "${fileCount} + 1")
    file(READ ${ROOT}/${file} head LIMIT 400)
    if(NOT head MATCHES "${copyright}" OR NOT head MATCHES "${licence}")
        complain(${file} "lacks the two SPDX lines at its top")
    endif()
endforeach()

report("Licence lines")

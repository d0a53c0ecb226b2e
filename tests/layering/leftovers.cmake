# SPDX-FileCopyrightText: 2026 The Matchbook authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Nothing is left behind in the tree: no path of somebody's own machine, no unfinished mark, no half-done merge.
#
#   cmake -DROOT=<source tree> -P leftovers.cmake

cmake_minimum_required(VERSION 3.25)
include(${CMAKE_CURRENT_LIST_DIR}/checking.cmake)

# Each pattern has a bracket in it so that this file does not match itself.
set(machinePath "[^A-Za-z0-9_.](/ho[m]e/[a-z]|/ro[o]t/|/wo[r]k/|/Us[e]rs/|\\.\\./sh[a]red|C:\\\\[A-Z])")
set(unfinished "(^|[^A-Za-z])(TO[D]O|FIX[M]E|HA[C]K)([^A-Za-z]|$)")
set(merge "(^|\n)(<<<<<<[<] |>>>>>>[>] )")

set(globs "")
foreach(folder app core ui tests cmake packaging resources translations docs .ci)
    foreach(ending h cpp cmake sh sql json md txt ts qss desktop xml service scenario py lua run)
        list(APPEND globs ${ROOT}/${folder}/*.${ending})
    endforeach()
endforeach()
file(GLOB_RECURSE files RELATIVE ${ROOT} ${globs})
file(GLOB top RELATIVE ${ROOT} ${ROOT}/*.md ${ROOT}/CMakeLists.txt ${ROOT}/CMakePresets.json ${ROOT}/.ci/run)
list(APPEND files ${top})

foreach(file IN LISTS files)
    math(EXPR fileCount "${fileCount} + 1")
    file(READ ${ROOT}/${file} text)
    if(text MATCHES "${machinePath}")
        complain(${file} "mentions a path of somebody's machine (${CMAKE_MATCH_1})")
    endif()
    if(text MATCHES "${unfinished}")
        complain(${file} "is marked as unfinished (${CMAKE_MATCH_2})")
    endif()
    if(text MATCHES "${merge}")
        complain(${file} "has the marks of an unfinished merge")
    endif()
endforeach()

report("Leftovers")

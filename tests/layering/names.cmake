# SPDX-FileCopyrightText: 2026 The Matchbook authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Names say what a thing is: no vague file or class names, file names in lower case, no singletons of our own.
#
#   cmake -DROOT=<source tree> -P names.cmake

cmake_minimum_required(VERSION 3.25)
include(${CMAKE_CURRENT_LIST_DIR}/checking.cmake)

set(vague "(manager|helpers?|utils?|utilities|handler|processor|controller|service|common|misc|info|data|base|impl)")
set(vagueClass "(Manager|Helpers?|Utils?|Utilities|Handler|Processor|Controller|Service|Common|Misc|Info|Impl)")
set(allowedNames database) # the field's word, not a vague one

sources(files app ui core tests)
foreach(file IN LISTS files)
    math(EXPR fileCount "${fileCount} + 1")
    get_filename_component(name ${file} NAME_WE)
    if(NOT name MATCHES "^[a-z0-9]+$" AND NOT file MATCHES "^tests/")
        complain(${file} "is not lower case and joined: payoutchart.h")
    endif()
    if(name MATCHES "${vague}$" AND NOT name IN_LIST allowedNames)
        complain(${file} "has a vague name (${CMAKE_MATCH_1}); what is it, or which two things?")
    endif()
    file(READ ${ROOT}/${file} text)
    if(text MATCHES "(class|struct)[ \t]+([A-PR-Z][A-Za-z0-9]*${vagueClass}|Q[a-z][A-Za-z0-9]*${vagueClass}[ \t\n]*[:{])[ \t\n:{;]")
        complain(${file} "has a class with a vague name (${CMAKE_MATCH_2})")
    endif()
    if(text MATCHES "static[^;\n]*[ *&]instance\\(" OR text MATCHES "[^A-Za-z0-9_]([A-PR-Z][A-Za-z0-9]*::instance\\()")
        complain(${file} "has a singleton; hand the object over in constructors")
    endif()
endforeach()

report("Names")

# SPDX-FileCopyrightText: 2026 The Matchbook authors
# SPDX-License-Identifier: GPL-3.0-or-later

# No file over 300 lines, the main window at most 250, no function over 60; functions over 40 and the longest ones are
# listed so that they are seen. A function is what stands between `{` and `}` in the first column, as clang-format puts them.
#
#   cmake -DROOT=<source tree> -P lengths.cmake

cmake_minimum_required(VERSION 3.25)
include(${CMAKE_CURRENT_LIST_DIR}/checking.cmake)

set(fileLimit 300)
set(windowLimit 250)
set(functionLimit 60)
set(functionAim 40)

# Files that may be longer, each with its reason in a comment.
set(mayBeLonger "")

set(longestFile 0)
set(longestFunction 0)
sources(files app ui core)
foreach(file IN LISTS files)
    math(EXPR fileCount "${fileCount} + 1")
    lines(text ${ROOT}/${file})
    list(LENGTH text length)
    math(EXPR length "${length} - 1") # what follows the last newline is no line
    if(length GREATER longestFile)
        set(longestFile ${length})
        set(longestFileName ${file})
    endif()
    if(file MATCHES "(^|/)mainwindow\\.(h|cpp)$" AND length GREATER windowLimit)
        complain(${file} "has ${length} lines; the main window may have ${windowLimit}: navigation and pages, no feature logic")
    elseif(length GREATER fileLimit AND NOT file IN_LIST mayBeLonger)
        complain(${file} "has ${length} lines; ${fileLimit} are the limit: which two things is it?")
    endif()

    set(number 0)
    set(start 0)
    set(previous "")
    set(name "")
    foreach(line IN LISTS text)
        math(EXPR number "${number} + 1")
        if(line STREQUAL "{")
            set(start ${number})
            set(name "${previous}")
        elseif(line MATCHES "^}" AND start GREATER 0)
            math(EXPR body "${number} - ${start} - 1")
            set(start 0)
            if(line STREQUAL "}" AND body GREATER longestFunction)
                set(longestFunction ${body})
                set(longestFunctionPlace "${file}: ${name}")
            endif()
            if(line STREQUAL "}" AND body GREATER functionLimit)
                complain(${file} "has a function of ${body} lines (${name}); ${functionAim} is the aim, ${functionLimit} the limit")
            elseif(line STREQUAL "}" AND body GREATER functionAim)
                message(STATUS "over ${functionAim} lines: ${body} in ${file} (${name})")
            endif()
        endif()
        if(line MATCHES "^[A-Za-z]")
            set(previous "${line}")
        endif()
    endforeach()
endforeach()

if(fileCount GREATER 0)
    message(STATUS "longest file: ${longestFile} lines, ${longestFileName}")
    message(STATUS "longest function: ${longestFunction} lines, ${longestFunctionPlace}")
endif()
report("Lengths")

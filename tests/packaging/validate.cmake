# SPDX-FileCopyrightText: 2026 The Matchbook authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Runs a validator and passes on its verdict; where it is not installed, the test counts as skipped and says so.
#
#   cmake [-DTOLERATE=<regular expression>] -P validate.cmake -- TOOL ARGUMENT...
#
# A validator that marks each finding with E:, W: or I: in front is overruled if every error and warning matches TOLERATE.

cmake_minimum_required(VERSION 3.25)

set(command "")
foreach(number RANGE 1 ${CMAKE_ARGC})
    if(started)
        list(APPEND command ${CMAKE_ARGV${number}})
    elseif(CMAKE_ARGV${number} STREQUAL "--")
        set(started ON)
    endif()
endforeach()
list(GET command 0 tool)
find_program(found ${tool})
if(NOT found)
    message(STATUS "SKIPPED: ${tool} is not installed (packaging/test.sh installs it)")
    return()
endif()
execute_process(COMMAND ${command} RESULT_VARIABLE result OUTPUT_VARIABLE said ERROR_VARIABLE said)
if(NOT result EQUAL 0 AND TOLERATE)
    string(REGEX REPLACE "[][;]" "~" findings "${said}")
    string(REPLACE "\n" ";" findings "${findings}")
    list(FILTER findings INCLUDE REGEX "^[EW]:")
    list(LENGTH findings all)
    list(FILTER findings EXCLUDE REGEX "${TOLERATE}")
    list(LENGTH findings left)
    if(all GREATER 0 AND left EQUAL 0)
        set(result 0)
    endif()
endif()
if(NOT result EQUAL 0)
    message(FATAL_ERROR "${tool} is not content:\n${said}")
endif()

# SPDX-FileCopyrightText: 2026 The Matchbook authors
# SPDX-License-Identifier: GPL-3.0-or-later

# What the checks share: which files they look at and how they complain.
# Each check is called with -DROOT=<source tree> and ends with report().

cmake_minimum_required(VERSION 3.25)

set(problems "")
set(fileCount 0)

# complain(<path> <sentence>): remembers a violation. Paths are shown relative to ROOT.
macro(complain path sentence)
    string(APPEND problems "  ${path}: ${sentence}\n")
endmacro()

# sources(<variable> <folder>...): the .h and .cpp files below these folders of ROOT, relative to ROOT.
function(sources variable)
    set(found "")
    foreach(folder IN LISTS ARGN)
        file(GLOB_RECURSE files RELATIVE ${ROOT} ${ROOT}/${folder}/*.h ${ROOT}/${folder}/*.cpp)
        list(APPEND found ${files})
    endforeach()
    set(${variable} "${found}" PARENT_SCOPE)
endfunction()

# lines(<variable> <file>): the lines of a file as a list that survives brackets, backslashes and semicolons; these
# are turned into harmless characters.
function(lines variable file)
    file(READ ${file} text)
    string(REGEX REPLACE "[][;\\]" "~" text "${text}")
    string(REPLACE "\n" ";" text "${text}")
    set(${variable} "${text}" PARENT_SCOPE)
endfunction()

# report(<what>): fails the check if anything was complained about or nothing was looked at.
macro(report what)
    if(fileCount EQUAL 0)
        message(FATAL_ERROR "${what}: no file was looked at below ${ROOT}")
    endif()
    if(problems)
        message(FATAL_ERROR "${what}:\n${problems}")
    endif()
    message(STATUS "${what}: nothing to complain about in ${fileCount} files")
endmacro()

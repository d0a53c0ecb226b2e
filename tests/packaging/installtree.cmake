# SPDX-FileCopyrightText: 2026 The Matchbook authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Installs into an empty folder and looks whether everything is there, the program able to start and the names in order.
#
#   cmake -DBUILD=<build folder> -DTARGET=<folder> -P installtree.cmake

cmake_minimum_required(VERSION 3.25)

file(REMOVE_RECURSE ${TARGET})
execute_process(COMMAND ${CMAKE_COMMAND} --install ${BUILD} --prefix ${TARGET} RESULT_VARIABLE result
    OUTPUT_VARIABLE said ERROR_VARIABLE said)
if(NOT result EQUAL 0)
    message(FATAL_ERROR "Installing failed:\n${said}")
endif()

foreach(file
        bin/matchbook
        lib/systemd/user/matchbook.service
        share/applications/org.matchbook.Matchbook.desktop
        share/icons/hicolor/scalable/apps/org.matchbook.Matchbook.svg
        share/metainfo/org.matchbook.Matchbook.metainfo.xml)
    if(NOT EXISTS ${TARGET}/${file})
        message(FATAL_ERROR "${file} was not installed")
    endif()
endforeach()

execute_process(COMMAND ${TARGET}/bin/matchbook --version RESULT_VARIABLE result OUTPUT_VARIABLE said ERROR_VARIABLE said)
if(NOT result EQUAL 0 OR NOT said MATCHES "[0-9]+\\.[0-9]+\\.[0-9]+")
    message(FATAL_ERROR "The installed program does not tell its version: ${said}")
endif()
file(READ ${TARGET}/share/applications/org.matchbook.Matchbook.desktop desktop)
if(NOT desktop MATCHES "\nExec=matchbook\n" OR NOT desktop MATCHES "\nIcon=org\\.matchbook\\.Matchbook\n")
    message(FATAL_ERROR "The desktop file names a program or an icon that is not installed")
endif()
file(REMOVE_RECURSE ${TARGET})

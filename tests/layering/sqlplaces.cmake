# SPDX-FileCopyrightText: 2026 The Matchbook authors
# SPDX-License-Identifier: GPL-3.0-or-later

# SQL lives in .sql files, one question each, so that it can be read, prepared and tested as a whole.
# Looks for string literals that begin like a statement, raw strings included.
#
#   cmake -DROOT=<source tree> -P sqlplaces.cmake

cmake_minimum_required(VERSION 3.25)
include(${CMAKE_CURRENT_LIST_DIR}/checking.cmake)

# PRAGMA takes no bound values and is about a connection or the file, not about what is stored in it: it stays beside the
# code that opens, checks and keeps the file.
set(mayPragma "^core/store/[a-z]+\\.cpp$")

set(opening "\"([a-z]*\\()?[ \t\r\n]*")
set(statement "(SELECT|INSERT (OR [A-Z]+ )?INTO|REPLACE INTO|UPDATE|DELETE FROM|CREATE (UNIQUE )?(TABLE|INDEX|TRIGGER|VIEW)|DROP (TABLE|INDEX)|ALTER TABLE|WITH [a-z_]+( *\\([^)]*\\))? AS)[ \t\r\n\"]")
set(lowerCase "(select [^\"]* from|insert into|delete from|update [a-z_]+ set|create table) ")

sources(files app ui core)
foreach(file IN LISTS files)
    math(EXPR fileCount "${fileCount} + 1")
    file(READ ${ROOT}/${file} text)
    foreach(pattern ${statement} ${lowerCase})
        if(text MATCHES "${opening}${pattern}")
            complain(${file} "has SQL in a string (${CMAKE_MATCH_2} …); give the question a .sql file in core/store/sql")
        endif()
    endforeach()
    if(text MATCHES "${opening}PRAGMA[ \t]" AND NOT file MATCHES "${mayPragma}")
        complain(${file} "has a PRAGMA in a string; that is for core/store")
    endif()
endforeach()

report("SQL in .sql files only")

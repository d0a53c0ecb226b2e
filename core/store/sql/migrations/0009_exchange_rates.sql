-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What one unit of a currency is worth in another, in millionths of millionths, from a day on.
CREATE TABLE exchange_rate (
    from_currency TEXT NOT NULL,
    to_currency TEXT NOT NULL,
    day INTEGER NOT NULL, -- days since 1970-01-01
    source INTEGER NOT NULL, -- 0 typed, 1 from a file, 2 the European Central Bank
    picos INTEGER NOT NULL CHECK (picos > 0),
    PRIMARY KEY (from_currency, to_currency, day, source)
) STRICT, WITHOUT ROWID;

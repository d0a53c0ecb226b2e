-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- wrk script: postbacks for known click IDs, each with a transaction ID of its own.
-- Environment: CLICK_IDS (a file, one a line), POSTBACK_PATH (/postback/KEY), RUN (any text, new for each run).

local ids = {}
for line in io.lines(os.getenv("CLICK_IDS")) do
    ids[#ids + 1] = line
end
local path = os.getenv("POSTBACK_PATH")
local run = os.getenv("RUN") or "r"
local sent = 0

function init(args)
    math.randomseed(os.time())
end

function request()
    sent = sent + 1
    local id = ids[math.random(#ids)]
    return wrk.format("GET", path .. "?clickid=" .. id .. "&payout=12.50&currency=USD&status=approved&txid=" .. run .. sent)
end

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "protocol.h"

#include "awin.h"
#include "clickbankins.h"
#include "digistore24ipn.h"
#include "jvzipn.h"
#include "paykickstart.h"
#include "signedpostbacks.h"
#include "thrivecart.h"
#include "warriorplus.h"

#include <algorithm>
#include <vector>

namespace Matchbook {

namespace {

const std::vector<Protocol> &protocols()
{
    static const std::vector<Protocol> all{
            clickBankIns(),          jvzIpn1(),         jvzIpn2(),
            warriorPlus(),           digistore24Ipn(),  payKickstart(),
            payKickstartAffiliate(), thriveCart(),      awinTransactions(),
            acornPostback(),         cpaleadPostback(),
    };
    return all;
}

} // namespace

const Protocol *protocolNamed(QStringView id)
{
    const auto found = std::find_if(protocols().cbegin(), protocols().cend(),
                                    [id](const Protocol &protocol) { return protocol.id == id; });
    return found == protocols().cend() ? nullptr : &*found;
}

const Protocol *protocolOf(const NetworkPreset &preset)
{
    return preset.protocol.isEmpty() ? nullptr : protocolNamed(preset.protocol);
}

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hopsentences.h"

#include "networks/formdecoding.h"
#include "urlplaces.h"

#include <QCoreApplication>

#include <algorithm>

namespace Matchbook {

using Form = IdAtHop::Form;
using Trouble = Hop::Trouble;

namespace {

struct Said {
    Q_DECLARE_TR_FUNCTIONS(Matchbook::HopSentences)
};

/// `hop 3 (shop.example)`
QString hopName(const QList<Hop> &hops, qsizetype index)
{
    const QString host = index < hops.size() ? displayText(hostOf(hops.at(index).url)) : QString();
    return host.isEmpty() ? Said::tr("hop %1").arg(index + 1)
                          : Said::tr("hop %1 (%2)").arg(index + 1).arg(host);
}

QString placeName(const QString &parameter)
{
    return parameter.isEmpty() ? Said::tr("the path") : Said::tr("the parameter %1").arg(parameter);
}

QString lostSentence(const QString &here, const QString &before, const IdAtHop &id)
{
    switch (id.form) {
    case Form::EncodedTwice:
        return Said::
                tr("At %1 the click ID is encoded twice (%2): %3 encodes what is encoded already. Matchbook reads such an "
                   "ID, but others may not; ask whoever runs %3 to pass the link on as it is.")
                        .arg(here, id.found, before);
    case Form::UpperCased:
    case Form::LowerCased:
        return Said::
                tr("At %1 the click ID has changed between small and capital letters (%2): %3 rewrites links. Matchbook "
                   "still reads it; let the redirect keep the letters as they are.")
                        .arg(here, id.found, before);
    case Form::Cut:
        return Said::
                tr("At %1 only %2 characters of the click ID are left in %3: the field is too short. Let the offer link "
                   "carry the click ID in a longer sub ID field.")
                        .arg(here)
                        .arg(id.kept)
                        .arg(placeName(id.parameter));
    case Form::LiteralMacro:
        return Said::
                tr("At %1 there is the macro %2 instead of the click ID: %3 does not know this macro. Copy the macro from "
                   "that dashboard exactly as it is written there.")
                        .arg(here, id.found, before);
    case Form::Changed:
        return Said::
                tr("At %1 %2 holds %3 instead of the click ID: %4 puts a value of its own there. Use another sub ID field "
                   "for the click ID.")
                        .arg(here, placeName(id.parameter), id.found, before);
    case Form::InFragment:
        return Said::
                tr("At %1 the click ID stands behind the # of the address, which browsers send to no server, so the "
                   "network never gets it. Put the parameters before the #.")
                        .arg(here);
    default:
        return Said::
                tr("At %1 the click ID is gone: it was lost on the way from %2, which does not pass the parameters on. "
                   "Switch on passing parameters there, or use a link that does.")
                        .arg(here, before);
    }
}

} // namespace

QString idSentence(const QList<Hop> &hops, const IdTrace &trace, qsizetype index)
{
    const IdAtHop &id = trace.hops.at(index);
    const QString here = hopName(hops, index);
    if (id.form == Form::NotYet)
        return Said::tr("At %1 the link is still our own.").arg(here);
    if (id.form == Form::HandedOver) {
        if (id.found.isEmpty())
            return Said::tr("At %1 the click ID is not expected any more.").arg(here);
        return Said::
                tr("At %1 the way goes on with %2=%3 in place of the click ID: %4 has taken it and uses an identifier of "
                   "its own, as networks do.")
                        .arg(here, id.parameter, id.found, hopName(hops, index - 1));
    }
    if (id.form == Form::Intact) {
        if (id.movedFrom.isEmpty())
            return Said::tr("At %1 the click ID is in order, in %2.").arg(here, placeName(id.parameter));
        return Said::tr("At %1 the click ID is in order; it has moved from %2 to %3.")
                .arg(here, placeName(id.movedFrom), placeName(id.parameter));
    }
    const bool isOfferLink = index == 0 || trace.hops.at(index - 1).form == Form::NotYet;
    if (id.form == Form::Missing && isOfferLink)
        return Said::
                tr("The offer link at %1 has no place for the click ID. Put {clickid} into it, or name the network's sub "
                   "ID parameter in its settings.")
                        .arg(here);
    return lostSentence(here, hopName(hops, std::max<qsizetype>(0, index - 1)), id);
}

QString idWords(const IdAtHop &id)
{
    switch (id.form) {
    case Form::NotYet:
        return Said::tr("our own link");
    case Form::Intact:
        return id.movedFrom.isEmpty()
                ? Said::tr("in order")
                : Said::tr("in order, moved from %1 to %2")
                          .arg(id.movedFrom, id.parameter.isEmpty() ? Said::tr("the path") : id.parameter);
    case Form::EncodedTwice:
        return Said::tr("encoded twice");
    case Form::UpperCased:
        return Said::tr("in capital letters");
    case Form::LowerCased:
        return Said::tr("in small letters");
    case Form::Cut:
        return Said::tr("cut to %1 characters").arg(id.kept);
    case Form::LiteralMacro:
        return Said::tr("macro %1 not replaced").arg(id.found);
    case Form::Changed:
        return Said::tr("changed to %1").arg(id.found);
    case Form::InFragment:
        return Said::tr("behind the #, where no server sees it");
    case Form::Missing:
        return Said::tr("gone");
    case Form::HandedOver:
        return Said::tr("taken over");
    }
    return {};
}

QString noRedirectSentence(const QList<Hop> &hops)
{
    if (hops.first().trouble == Trouble::None)
        return Said::tr(
                "The tracking link answered with a page instead of a redirect, so it does not lead to Matchbook.");
    return troubleSentence(hops, 0);
}

QString troubleSentence(const QList<Hop> &hops, qsizetype index)
{
    const Hop &hop = hops.at(index);
    const QString here = hopName(hops, index);
    switch (hop.trouble) {
    case Trouble::None:
        return Said::tr("At %1 a page answers.").arg(here);
    case Trouble::NameNotFound:
        return Said::
                tr("The name of %1 does not exist. Check how it is written, or ask whoever gave you the link.")
                        .arg(here);
    case Trouble::PrivateAddress:
        return Said::
                tr("At %1 the link leads to %2, an address inside a private network, which is not followed.")
                        .arg(here, hop.detail);
    case Trouble::Refused:
        return Said::tr("At %1 nobody answers: the connection was refused.").arg(here);
    case Trouble::Tls:
        return Said::
                tr("At %1 the encrypted connection is not to be trusted: %2. Browsers will stop your visitors there.")
                        .arg(here, hop.detail);
    case Trouble::NoAnswer:
        return Said::tr("At %1 no answer came in time.").arg(here);
    case Trouble::Broken:
        return Said::tr("At %1 something answered that is not a web page.").arg(here);
    case Trouble::ErrorStatus:
        return Said::tr("At %1 the answer is error %2.").arg(here, hop.detail);
    case Trouble::BadTarget:
        return hop.detail.isEmpty()
                ? Said::tr("At %1 there is a redirect that does not say where to.").arg(here)
                : Said::tr("A redirect leads to %1, which is not an address.").arg(hop.detail);
    case Trouble::NotWeb:
        return Said::tr("At %1 the link leaves the web for another program (%2).").arg(here, hop.detail);
    case Trouble::Loop:
        return Said::tr("At %1 the redirects go in a circle.").arg(here);
    case Trouble::TooManyHops:
        return Said::tr("After %1 hops there was still no page.").arg(hop.detail);
    case Trouble::TooLong:
        return Said::tr("At %1 the time was over: the whole chain took too long.").arg(here);
    case Trouble::Cancelled:
        return Said::tr("The test was stopped.");
    }
    return {};
}

} // namespace Matchbook

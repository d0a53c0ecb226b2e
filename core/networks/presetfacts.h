// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/conversion.h"

#include <QLatin1StringView>
#include <QList>
#include <QStringList>

#include <optional>

namespace Matchbook {

/// How a network tells that something was sold.
enum class PresetKind {
    Postback, ///< calls a URL of ours with its macros filled in
    Native, ///< posts a message of its own form, which a protocol of ours opens
    Report, ///< nothing in real time: its report has to be imported
    Closed, ///< takes no more affiliates
};
QLatin1StringView presetKindWord(PresetKind kind); ///< postback, native, report, closed
std::optional<PresetKind> presetKindFromWord(QStringView word);
/// True if the network calls a URL of ours, in whatever form.
inline bool isReceived(PresetKind kind)
{
    return kind == PresetKind::Postback || kind == PresetKind::Native;
}

/// In what unit an amount is written.
enum class AmountUnit {
    Whole, ///< dollars: `10.00`
    Cents, ///< hundredths: `1000`
    CentsWithoutMark, ///< hundredths, unless there is a decimal mark: `1000` and `10.00` are the same
};
QLatin1StringView amountUnitWord(AmountUnit unit); ///< whole, cents, cents_without_mark
std::optional<AmountUnit> amountUnitFromWord(QStringView word);

/// A fact that is not to be relied on, and why. The sentence is for people.
struct UnverifiedMember {
    QString member; ///< path of the member in the preset: `statusWords`, `postback.parameters`
    QString why;

    friend bool operator==(const UnverifiedMember &, const UnverifiedMember &) = default;
};

/// Why \a member, or the object that it is in, is not to be relied on; empty if nothing is known against it.
QString doubtIn(const QList<UnverifiedMember> &unverified, const QString &member);

/// What fits into one sub ID parameter. What is not documented stays empty.
struct ClickIdSlot {
    QString parameter;
    int maxLength = 0; ///< characters; 0: no limit is documented
    QString alphabet; ///< ranges and single characters, as in `a-z0-9_`; empty: not documented
    QString note; ///< a sentence about anything else, such as how it spills over; may be empty

    friend bool operator==(const ClickIdSlot &, const ClickIdSlot &) = default;
};

/// By what a pasted offer link shows whose it is. Everything that is given must be there.
struct LinkSign {
    QStringList hosts; ///< the link's host is one of them or below one
    QString path; ///< the link's path holds this text
    QStringList parameters; ///< every one is in the link's query, compared without case
    QString confidence; ///< confirmed, single, unsure

    friend bool operator==(const LinkSign &, const LinkSign &) = default;
};

/// The way out: how our click ID gets into an offer link.
struct OfferLinkFacts {
    QStringList alternatives; ///< other sub ID parameters that come back as well
    QStringList alsoIn; ///< parameters that carry the click ID a second time
    QString linkTemplate; ///< an offer link with `{clickid}` at its place and the person's own parts as `<name>`
    bool clickIdInPath
            = false; ///< the click ID is part of the link's path, not a parameter: only the template says where
    QList<ClickIdSlot> slotLimits; ///< by parameter; one that is missing has no documented limits
    QList<LinkSign> signs;

    friend bool operator==(const OfferLinkFacts &, const OfferLinkFacts &) = default;
};

/// Something that only the person's own account shows, asked for by name: `<aid>` in a template.
struct NamedConstant {
    QString name;
    QString question; ///< a sentence: what it is and where it is found

    friend bool operator==(const NamedConstant &, const NamedConstant &) = default;
};

/// One query to paste behind the postback URL.
struct PostbackTemplate {
    QString parameters; ///< in the network's own macros; text that never passes through QUrl
    std::optional<ConversionStatus> status; ///< the only status it stands for; nothing: all of them
    QString purpose; ///< which field of the dashboard, or which event, it is for; empty: the only one there is

    friend bool operator==(const PostbackTemplate &, const PostbackTemplate &) = default;
};

/// What signs or encrypts the messages of a native network, for the field where it is entered.
struct SecretFacts {
    QString label; ///< as the dashboard calls it: `Secret key`; empty: there is none
    QString where; ///< a sentence: where it is found or made up
    QString form; ///< what it looks like: `up to 16 digits and capital letters`; empty: not known
    bool optional = false; ///< messages without it are believed as long as none is entered

    friend bool operator==(const SecretFacts &, const SecretFacts &) = default;
};

/// Yes, no, or nobody wrote it down.
enum class Known { Unknown, No, Yes };

/// The way back: what is pasted where, and how the network behaves. Empty sentences mean that it is not documented.
struct PostbackFacts {
    QList<PostbackTemplate> templates; ///< none: the macros are not known, copy them from the dashboard
    QList<NamedConstant> constants; ///< every `<name>` of the templates
    QStringList methods; ///< GET, POST
    QStringList steps; ///< the way through the dashboard, one menu or button each; empty: not known
    Known testButton = Known::Unknown;
    QString retry; ///< what happens when we do not answer
    QString expectedAnswer; ///< the text the answer must hold; empty: none is required
    SecretFacts secret;
    QStringList senders; ///< published addresses or CIDR blocks
    QString delay; ///< how long postbacks are held back, or until approval
    QStringList hints; ///< sentences that spare people a mistake

    friend bool operator==(const PostbackFacts &, const PostbackFacts &) = default;
};

} // namespace Matchbook

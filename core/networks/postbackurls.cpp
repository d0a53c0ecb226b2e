// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postbackurls.h"

#include "formdecoding.h"
#include "statusmeaning.h"

#include <algorithm>

namespace Matchbook {

namespace {

bool mayNameConstant(QStringView name)
{
    constexpr qsizetype longest = 40;
    return !name.isEmpty() && name.size() <= longest && std::all_of(name.begin(), name.end(), [](QChar c) {
        return c.isLetterOrNumber() || c == u'_' || c == u'-' || c == u' ';
    });
}

struct Constant {
    qsizetype start = 0;
    qsizetype end = 0; ///< behind the `>`
    QString name;
};

/// The first `<name>` of \a text at or behind \a from.
std::optional<Constant> nextConstant(const QString &text, qsizetype from)
{
    for (qsizetype open = text.indexOf(u'<', from); open >= 0; open = text.indexOf(u'<', open + 1)) {
        const qsizetype close = text.indexOf(u'>', open);
        if (close < 0)
            return std::nullopt;
        const QString name = text.mid(open + 1, close - open - 1);
        if (mayNameConstant(name))
            return Constant{open, close + 1, name};
    }
    return std::nullopt;
}

} // namespace

QStringList constantsIn(const QString &text)
{
    QStringList names;
    for (auto found = nextConstant(text, 0); found; found = nextConstant(text, found->end)) {
        if (!names.contains(found->name))
            names.append(found->name);
    }
    return names;
}

QString withConstants(const QString &text, const QHash<QString, QString> &constants, QStringList *missing)
{
    QString out;
    qsizetype done = 0;
    for (auto found = nextConstant(text, 0); found; found = nextConstant(text, found->end)) {
        out += QStringView(text).mid(done, found->start - done);
        done = found->end;
        const QString value = constants.value(found->name).trimmed();
        if (!value.isEmpty()) {
            out += QString::fromLatin1(percentEncoded(value.toUtf8()));
            continue;
        }
        out += QStringView(text).mid(found->start, found->end - found->start);
        if (missing && !missing->contains(found->name))
            missing->append(found->name);
    }
    return out + QStringView(text).mid(done);
}

QList<ReadyPostbackUrl> postbackUrls(const QString &receiverUrl, const NetworkPreset &preset,
                                     const QHash<QString, QString> &constants)
{
    if (!isReceived(preset.kind))
        return {};
    if (preset.postback.templates.isEmpty())
        return {ReadyPostbackUrl{receiverUrl, {}, {}, {}}};
    QList<ReadyPostbackUrl> urls;
    for (const PostbackTemplate &one : preset.postback.templates) {
        ReadyPostbackUrl ready;
        ready.url = receiverUrl + u'?' + withConstants(one.parameters, constants, &ready.missing);
        ready.purpose = one.purpose;
        ready.status = one.status;
        urls.append(ready);
    }
    return urls;
}

QList<ReadyPostbackUrl> statusUrls(const QString &receiverUrl, const NetworkPreset &preset,
                                   const QHash<QString, QString> &constants)
{
    const QList<PostbackTemplate> &templates = preset.postback.templates;
    if (preset.kind != PresetKind::Postback || templates.size() != 1 || preset.statusFields.isEmpty()
        || tellsStatus(preset))
        return {};
    QList<ReadyPostbackUrl> urls;
    for (const auto status :
         {ConversionStatus::Approved, ConversionStatus::Pending, ConversionStatus::Rejected,
          ConversionStatus::Refunded, ConversionStatus::ChargedBack}) {
        ReadyPostbackUrl ready;
        // Before the macros: one that is not replaced may cut off what is behind it.
        ready.url = receiverUrl + u'?' + preset.statusFields.first() + u'=' + statusWord(status) + u'&'
                + withConstants(templates.first().parameters, constants, &ready.missing);
        ready.status = status;
        urls.append(ready);
    }
    return urls;
}

QString firstPostbackUrl(const QString &receiverUrl, const NetworkPreset &preset)
{
    const auto urls = postbackUrls(receiverUrl, preset);
    return urls.isEmpty() ? receiverUrl : urls.first().url;
}

QString pixelUrl(const QString &baseUrl, const QString &networkKey, const NetworkPreset &preset)
{
    if (preset.kind != PresetKind::Postback)
        return {};
    return firstPostbackUrl(baseUrl + QStringLiteral("/pixel/") + networkKey + QStringLiteral(".gif"),
                            preset);
}

} // namespace Matchbook

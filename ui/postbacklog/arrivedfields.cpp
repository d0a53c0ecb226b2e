// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "arrivedfields.h"

#include "networks/formdecoding.h"
#include "networks/importedrow.h"
#include "networks/statusmeaning.h"
#include "text/statuswords.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Matchbook::ArrivedFields)
};

QList<FormField> bodyFields(const QByteArray &body)
{
    const QJsonDocument json = QJsonDocument::fromJson(body);
    if (!json.isObject())
        return decodeBody(body);
    QList<FormField> fields;
    const QJsonObject object = json.object();
    for (auto member = object.begin(); member != object.end(); ++member) {
        const QByteArray value = member->isObject() || member->isArray()
                ? QJsonDocument::fromVariant(member->toVariant()).toJson(QJsonDocument::Compact)
                : member->toVariant().toString().toUtf8();
        fields.append({member.key().toUtf8(), value});
    }
    return fields;
}

// The first of a meaning's names that is there with a value wins; the other candidates are not read.
const FormField *winner(const QList<FormField> &fields, const QStringList &names)
{
    for (const QString &name : names) {
        for (const FormField &field : fields) {
            if (!field.value.isEmpty()
                && QString::fromUtf8(field.name).compare(name, Qt::CaseInsensitive) == 0)
                return &field;
        }
    }
    return nullptr;
}

bool causedBy(const PostbackRow &postback, std::initializer_list<PostbackCause> causes)
{
    return std::find(causes.begin(), causes.end(), postback.cause) != causes.end();
}

} // namespace

QList<ArrivedField> arrivedFields(const PostbackRow &postback, const NetworkPreset *preset)
{
    QList<FormField> fields = decodeForm(postback.query);
    if (!postback.body.isEmpty())
        fields.append(bodyFields(postback.body));
    QList<ArrivedField> arrived;
    for (const FormField &field : fields)
        arrived.append({displayText(field.name), displayText(field.value), {}, true});
    if (!preset)
        return arrived;
    // A row of a report says itself what is what.
    std::optional<NetworkPreset> own;
    if (ReceivedRequest request; (request.method = postback.method) == importMethod) {
        request.body = postback.body;
        own = rulesOf(request, *preset, {}).preset;
        preset = &*own;
    }
    const auto mean = [&](const QStringList &names, const QString &meaning, bool understood) {
        if (const FormField *field = winner(fields, names)) {
            ArrivedField &target = arrived[field - fields.constData()];
            target.meaning = meaning;
            target.understood = understood;
        }
    };
    mean(preset->offerFields, Words::tr("offer"), true);
    mean(preset->eventFields, Words::tr("event"), true);
    const FormField *status = winner(fields, preset->statusFields);
    const auto known = status ? statusMeant(*preset, QString::fromUtf8(status->value)) : std::nullopt;
    mean(preset->statusFields,
         known ? Words::tr("status: %1").arg(statusText(*known).toLower()) : Words::tr("status: ?"),
         known.has_value());
    mean(preset->transactionFields, Words::tr("transaction ID"), true);
    mean(preset->currencyFields, Words::tr("currency"),
         !causedBy(postback, {PostbackCause::UnknownCurrency}));
    mean(preset->payoutFields,
         postback.payout ? Words::tr("payout, %1").arg(postback.payout->currency.code())
                         : Words::tr("payout"),
         !causedBy(postback, {PostbackCause::BadAmount, PostbackCause::AmbiguousAmount}));
    if (causedBy(postback, {PostbackCause::ClickIdElsewhere}))
        mean({postback.causeDetail}, Words::tr("click ID, not read"), false);
    mean(preset->clickIdFields, Words::tr("click ID"),
         !causedBy(postback,
                   {PostbackCause::LiteralToken, PostbackCause::ClickIdTruncated,
                    PostbackCause::ClickIdDamaged, PostbackCause::ForeignClickId,
                    PostbackCause::UnknownClick}));
    return arrived;
}

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clickidfield.h"

#include "clickidrepair.h"
#include "vocabulary/clickid.h"

namespace Matchbook {

namespace {

using Field = PostbackFields::Field;

/// True for one of our click IDs, also in capitals, with white space around it or encoded too often.
bool holdsClickId(QByteArrayView value)
{
    const QByteArrayView text = value.trimmed();
    if (text.size() < ClickId::length || ClickId::parse(text))
        return text.size() >= ClickId::length;
    const MatchKind match = repairClickId(text).match;
    return match != MatchKind::None && match != MatchKind::Trimmed;
}

/// `tid` is a transaction ID at most networks and the click ID at a few. Without a preset that says which, its value does.
const Field *clickIdInTid(const QList<const Field *> &transactions)
{
    for (const Field *field : transactions) {
        if (field->name == "tid" && holdsClickId(field->value))
            return field;
    }
    return nullptr;
}

/// True for what was one of our click IDs before it was cut or changed, or something was attached to it.
bool wasClickId(QByteArrayView value)
{
    if (repairClickId(value).id)
        return true;
    const ClickIdShape shape = clickIdShape(value.trimmed());
    return shape == ClickIdShape::Truncated || shape == ClickIdShape::Damaged;
}

template<typename Condition>
const Field *firstOf(const QList<const Field *> &candidates, Condition condition)
{
    for (const Field *field : candidates) {
        if (condition(field->value))
            return field;
    }
    return nullptr;
}

} // namespace

const PostbackFields::Field *clickIdField(const PostbackFields &fields, const NetworkPreset &preset)
{
    const auto candidates = fields.candidates(preset.clickIdFields);
    if (const PostbackFields::Field *ours = firstOf(candidates, holdsClickId))
        return ours;
    if (const PostbackFields::Field *tid = clickIdInTid(fields.candidates(preset.transactionFields)))
        return tid;
    if (const PostbackFields::Field *damaged = firstOf(candidates, wasClickId))
        return damaged;
    return fields.firstPresent(preset.clickIdFields);
}

const PostbackFields::Field *anyClickId(const PostbackFields &fields)
{
    for (const PostbackFields::Field &field : fields.all()) {
        if (holdsClickId(field.value))
            return &field;
    }
    return nullptr;
}

} // namespace Matchbook

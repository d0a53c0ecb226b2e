// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/receivedrequest.h"

#include <QList>
#include <QPair>

namespace Matchbook {

/// What a network's own program is about to send: fields in the order sent, set by name.
class SenderForm
{
public:
    SenderForm() = default;
    SenderForm(std::initializer_list<QPair<QByteArray, QByteArray>> fields) : m_fields(fields) { }

    /// This form with \a value in the field \a name, which is added if there is none.
    SenderForm with(const QByteArray &name, const QByteArray &value) const
    {
        SenderForm form = *this;
        for (auto &field : form.m_fields) {
            if (field.first == name) {
                field.second = value;
                return form;
            }
        }
        form.m_fields.append({name, value});
        return form;
    }
    SenderForm without(const QByteArray &name) const
    {
        SenderForm form = *this;
        form.m_fields.removeIf([&name](const auto &field) { return field.first == name; });
        return form;
    }

    const QList<QPair<QByteArray, QByteArray>> &fields() const { return m_fields; }

    /// As http_build_query() writes it.
    QByteArray encoded() const
    {
        QByteArray text;
        for (const auto &[name, value] : m_fields) {
            if (!text.isEmpty())
                text += '&';
            text += name.toPercentEncoding().replace("%20", "+") + '='
                    + value.toPercentEncoding().replace("%20", "+");
        }
        return text;
    }

    ReceivedRequest posted() const { return post(encoded(), "application/x-www-form-urlencoded"); }
    ReceivedRequest asQuery() const
    {
        ReceivedRequest request;
        request.method = "GET";
        request.path = "/postback/key";
        request.query = encoded();
        return request;
    }

    static ReceivedRequest post(const QByteArray &body, const QByteArray &contentType)
    {
        ReceivedRequest request;
        request.method = "POST";
        request.path = "/postback/key";
        request.body = body;
        request.headers = {{"content-type", contentType}};
        return request;
    }

private:
    QList<QPair<QByteArray, QByteArray>> m_fields;
};

} // namespace Matchbook

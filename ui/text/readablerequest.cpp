// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "readablerequest.h"

#include "networks/formdecoding.h"

#include <QStringList>

namespace Matchbook {

namespace {

constexpr qsizetype longestText = 64 * 1024;
constexpr int deepestIndent = 16;

/// JSON parted into lines by its own brackets and commas. Nothing else of it is touched, as Qt's writer would sort the members
/// and write the numbers anew.
class JsonLines
{
public:
    explicit JsonLines(const QByteArray &json)
    {
        for (const char c : json)
            take(c);
        end();
    }
    QStringList lines() const { return m_lines; }

private:
    void take(char c)
    {
        if (m_inText || c == '"') {
            m_line += c;
            m_inText = c == '"' && !m_escaped ? !m_inText : m_inText;
            m_escaped = m_inText && c == '\\' && !m_escaped;
        } else if (c == '{' || c == '[') {
            m_line += c;
            end();
            ++m_depth;
        } else if (c == '}' || c == ']') {
            end();
            m_depth = qMax(0, m_depth - 1);
            m_line += c;
        } else if (c == ',') {
            m_line += c;
            end();
        } else if (c == ':') {
            m_line += ": ";
        } else if (c != ' ' && c != '\t' && c != '\r' && c != '\n') {
            m_line += c;
        }
    }
    void end()
    {
        if (!m_line.isEmpty())
            m_lines += QString(2 * qMin(m_depth, deepestIndent), QLatin1Char(' ')) + displayText(m_line);
        m_line.clear();
    }

    QStringList m_lines;
    QByteArray m_line;
    int m_depth = 0;
    bool m_inText = false;
    bool m_escaped = false;
};

QStringList formLines(const QList<FormField> &fields)
{
    QStringList lines;
    for (const FormField &field : fields)
        lines += displayText(field.name) + QStringLiteral(" = ") + displayText(field.value);
    return lines;
}

} // namespace

bool looksLikeJson(const QByteArray &body)
{
    const QByteArray text = body.trimmed();
    return (text.startsWith('{') && text.endsWith('}')) || (text.startsWith('[') && text.endsWith(']'));
}

QString readableRequest(const QByteArray &query, const QByteArray &body)
{
    QStringList lines = formLines(decodeForm(query.first(qMin(query.size(), longestText))));
    const QByteArray shown = body.first(qMin(body.size(), longestText));
    lines += looksLikeJson(body) ? JsonLines(shown).lines() : formLines(decodeBody(shown));
    if (body.size() > longestText)
        lines += QStringLiteral("…");
    return lines.join(QLatin1Char('\n'));
}

} // namespace Matchbook

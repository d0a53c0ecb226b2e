// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QList>

#include <algorithm>

namespace Matchbook {

/// The rows that were read lately, by their ID, in pages of which the 50 used last are kept. A row is stale once
/// expire() was called after it was read: it can still be shown, but should be asked for again.
template<typename Row>
class RowPages
{
public:
    static constexpr int pageRows = 256;
    static constexpr int maxPages = 50;

    /// The row with this ID, or nullptr. Counts as use of its page.
    const Row *find(qint64 id)
    {
        const auto found = m_rows.constFind(id);
        if (found == m_rows.constEnd())
            return nullptr;
        m_pages[found->page].lastUse = ++m_clock;
        return found->gone ? nullptr : &found->row;
    }

    /// True unless the row was read, or found to be gone, since the last expire().
    bool needs(qint64 id) const
    {
        const auto found = m_rows.constFind(id);
        return found == m_rows.constEnd() || found->age != m_age;
    }

    /// Takes in what was read for \a ids; those without a row are remembered as gone, so that nobody asks for ever.
    template<typename IdOf>
    void insert(const QList<qint64> &ids, const QList<Row> &rows, IdOf idOf)
    {
        const qint64 page = ++m_nextPage;
        for (const qint64 id : ids)
            put(id, Entry{Row(), page, m_age, true});
        for (const Row &row : rows)
            put(idOf(row), Entry{row, page, m_age, false});
        if (m_pages.contains(page))
            m_pages[page].lastUse = ++m_clock;
        while (m_pages.size() > maxPages)
            dropOldest();
    }

    void expire() { ++m_age; }
    void clear()
    {
        m_rows.clear();
        m_pages.clear();
    }
    qsizetype pageCount() const { return m_pages.size(); }
    qsizetype rowCount() const { return m_rows.size(); }

private:
    struct Entry {
        Row row;
        qint64 page = 0;
        quint64 age = 0;
        bool gone = false;
    };
    struct Page {
        QList<qint64> ids;
        quint64 lastUse = 0;
        int alive = 0;
    };

    void put(qint64 id, Entry entry)
    {
        const auto old = m_rows.find(id);
        if (old != m_rows.end() && old->page != entry.page) {
            const auto page = m_pages.find(old->page);
            if (page != m_pages.end() && --page->alive == 0)
                m_pages.erase(page);
        }
        if (old == m_rows.end() || old->page != entry.page) {
            Page &page = m_pages[entry.page];
            page.ids.append(id);
            ++page.alive;
        }
        m_rows.insert(id, std::move(entry));
    }

    void dropOldest()
    {
        const auto oldest
                = std::min_element(m_pages.cbegin(), m_pages.cend(),
                                   [](const Page &a, const Page &b) { return a.lastUse < b.lastUse; });
        const qint64 page = oldest.key();
        const QList<qint64> ids = oldest->ids;
        m_pages.erase(oldest);
        for (const qint64 id : ids) {
            const auto row = m_rows.constFind(id);
            if (row != m_rows.constEnd() && row->page == page)
                m_rows.erase(row);
        }
    }

    QHash<qint64, Entry> m_rows;
    QHash<qint64, Page> m_pages;
    qint64 m_nextPage = 0;
    quint64 m_clock = 0;
    quint64 m_age = 0;
};

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "runningengine.h"

#include "postbacklog/postbacklogpage.h"
#include "rows/rowmodel.h"
#include "rows/rowview.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>

#include <memory>

namespace Matchbook {

/// The postback log's page in front of a listener that really listens, and what a person does there. For a test class to
/// inherit.
class PostbackLogOnScreen
{
protected:
    /// False if the listener did not start.
    bool openLog()
    {
        m_running = std::make_unique<RunningEngine>();
        if (!m_running->start() || !m_running->setUp())
            return false;
        m_page = std::make_unique<PostbackLogPage>(m_running->engine(), nullptr);
        m_page->resize(1100, 900);
        m_page->show();
        QObject::connect(&m_running->engine().reader(), &Reader::storeChanged, m_page.get(),
                         [this] { m_page->refresh(); });
        m_page->refresh();
        return true;
    }
    void closeLog()
    {
        m_page.reset();
        m_running.reset();
    }

    RowView *view() { return m_page->findChild<RowView *>(QStringLiteral("postbacks")); }
    QString cell(int row, int column) { return view()->model()->index(row, column).data().toString(); }
    template<typename T = QPushButton>
    T *part(const char *name)
    {
        return m_page->findChild<T *>(QString::fromLatin1(name));
    }
    void press(const char *name)
    {
        auto *button = part<QPushButton>(name);
        QVERIFY2(button && button->isEnabled(), name);
        QTRY_VERIFY2(button->isVisible(), name);
        QTest::mouseClick(button, Qt::LeftButton);
    }
    QString headline() { return part<QLabel>("rereadingHeadline")->text(); }
    bool send(const QString &query) { return m_running->postback(query) == 200; }
    int conversions()
    {
        int count = -1;
        m_running->engine().reader().ask<RowIndex>(
                m_page.get(), [](Database &database) { return Lists(database).conversionIndex({}); },
                [&count](const Expected<RowIndex> &index) { count = index ? int(index->count()) : -2; });
        return QTest::qWaitFor([&count] { return count != -1; }) ? count : -3;
    }

    std::unique_ptr<RunningEngine> m_running;
    std::unique_ptr<PostbackLogPage> m_page;
};

} // namespace Matchbook

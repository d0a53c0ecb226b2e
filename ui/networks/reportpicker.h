// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace Matchbook {

class ElidedLabel;
class EmptyState;

/// Asks for the file of a report. As long as none is chosen it says what to choose and where to get it; afterwards it is one
/// line with the file's name.
class ReportPicker : public QWidget
{
    Q_OBJECT
public:
    /// \a advice says where the network's report comes from; may be empty.
    explicit ReportPicker(const QString &advice, QWidget *parent = nullptr);

    /// \a file is the one that is looked at from now on.
    void setFile(const QString &file);

Q_SIGNALS:
    void chosen(const QString &file);

private:
    void choose();

    EmptyState *m_nothing;
    QWidget *m_row;
    ElidedLabel *m_name;
};

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QComboBox>

namespace Matchbook {

/// Chooses a time zone by its IANA name, found by any part of it; or none.
class ZoneCombo : public QComboBox
{
    Q_OBJECT
public:
    /// \a none is the entry for "no zone".
    explicit ZoneCombo(const QString &none, QWidget *parent = nullptr);

    /// A name that the list lacks, such as UTC+08:00, joins it; empty chooses none.
    void setZone(const QString &id);
    /// The chosen name; empty for none.
    QString zone() const;
    /// Why what was typed is no zone; empty if it is one, or none.
    QString problem() const;
};

} // namespace Matchbook

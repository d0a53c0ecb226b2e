// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networks/offerlinkrecognition.h"
#include "networks/presetcatalogue.h"

#include <QAbstractTableModel>

#include <optional>

namespace Matchbook {

/// Every network that a search leaves, the best first: by name, by platform, or by a pasted offer link. "Any other network"
/// is always among them.
class PresetSearch : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Platform, Known, ColumnCount };
    /// One sentence below the name: which users of the network the preset is for; empty for most.
    static constexpr int ForWhomRole = Qt::UserRole + 200;

    /// \a presets must outlive it.
    explicit PresetSearch(const PresetCatalogue &presets, QObject *parent = nullptr);

    /// \a text is part of a name, or an offer link.
    void search(const QString &text);
    /// Whether what was searched for is a link.
    bool isLink() const { return m_isLink; }
    const NetworkPreset *at(int row) const;
    int rowOf(const QString &presetId) const; ///< -1 if the search leaves it out
    /// Why the network in \a row was recognised by its link, and how surely.
    std::optional<RecognisedPreset> recognised(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void findByName(const QString &text);
    void findByLink(const QString &link);

    const PresetCatalogue &m_presets;
    QList<const NetworkPreset *> m_found;
    QList<RecognisedPreset> m_recognised;
    bool m_isLink = false;
};

/// True for text that is a link rather than a name: `https://…`, `trk.example.com/?a=7`.
bool looksLikeLink(const QString &text);

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networks/networkpreset.h"
#include "vocabulary/networkmapping.h"

#include <QMap>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLineEdit;
class QTableWidget;
QT_END_NAMESPACE

namespace Matchbook {

/// What a network's parameters are called and what its status words mean, to be edited. What is left empty is as in the
/// preset.
class MappingForm : public QWidget
{
    Q_OBJECT
public:
    /// \a preset is what holds where \a mapping says nothing.
    MappingForm(const NetworkPreset &preset, const NetworkMapping &mapping, QWidget *parent = nullptr);

    /// Only what differs from the preset.
    NetworkMapping mapping() const;

Q_SIGNALS:
    void edited();

private:
    QWidget *buildFields();
    QWidget *buildWords();
    void addRow(const QString &word, ConversionStatus status);
    void addWord();

    NetworkPreset m_preset;
    NetworkMapping m_mapping; ///< as it was
    QMap<FieldMeaning, QLineEdit *> m_fields;
    QLineEdit *m_defaultEvent = nullptr;
    QTableWidget *m_words = nullptr;
    QLineEdit *m_newWord = nullptr;
    QComboBox *m_newStatus = nullptr;
};

/// `Click ID` and so on, translated.
QString meaningText(FieldMeaning meaning);
QList<FieldMeaning> allMeanings();

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "forms/formdialog.h"
#include "networks/presetfiles.h"

#include <QJsonObject>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLineEdit;
QT_END_NAMESPACE

namespace Matchbook {

class CurrencyCombo;
class MappingForm;
struct NetworkMapping;

/// Edits a preset of the person's own and writes its file. What the dialog does not show of the preset stays as it is.
class PresetEditor : public FormDialog
{
    Q_OBJECT
public:
    /// \a json is a whole preset; \a presets must outlive the dialog. With \a existing Keep the preset is a new one.
    PresetEditor(const QJsonObject &json, const PresetCatalogue &presets, const QString &ownFolder,
                 ExistingFile existing, QWidget *parent = nullptr);

    /// As edited.
    QJsonObject json() const;

private:
    void build(const NetworkPreset &preset);
    void check() override;
    QString otherUrlsProblem(const NetworkMapping &mapping) const;
    void save(const Saved &done) override;

    QJsonObject m_json;
    const PresetCatalogue &m_presets;
    QString m_ownFolder;
    ExistingFile m_existing;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_subId = nullptr;
    QLineEdit *m_parameters = nullptr;
    CurrencyCombo *m_currency = nullptr;
    QComboBox *m_decimal = nullptr;
    QComboBox *m_repeats = nullptr;
    MappingForm *m_mapping = nullptr;
};

} // namespace Matchbook

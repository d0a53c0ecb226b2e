// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networks/networkpreset.h"

#include <QHash>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QFormLayout;
class QLineEdit;
QT_END_NAMESPACE

namespace Matchbook {

/// What only the person's own account shows and a postback URL needs: the named constants of its templates or, where the
/// network's macros are not known, those macros.
class AccountFields : public QWidget
{
    Q_OBJECT
public:
    explicit AccountFields(QWidget *parent = nullptr);

    /// Asks for what \a preset needs; hides itself where that is nothing.
    void setPreset(const NetworkPreset &preset);
    bool asksForMacros() const { return m_asksForMacros; }

    QHash<QString, QString> constants() const;
    /// `clickid={aff_sub}&payout={payout}`: the parameters with the macros as typed; empty while there is none for the click ID.
    QString query() const;

Q_SIGNALS:
    void edited();

private:
    void addField(const QString &name, const QString &label, const QString &help);
    void askForMacros(const NetworkPreset &preset);

    QFormLayout *m_form = nullptr;
    QList<std::pair<QString, QLineEdit *>> m_fields; ///< constant or parameter, and where it is typed
    bool m_asksForMacros = false;
};

} // namespace Matchbook

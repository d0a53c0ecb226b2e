// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/expected.h"
#include "vocabulary/identifiers.h"

#include <QWidget>

#include <functional>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QRadioButton;
QT_END_NAMESPACE

namespace Matchbook {

class SecretSource;
class TonedLabel;

/// Takes a network's secret, masked, and stores it in the keychain. If that is of no use, it asks where else the secret may be
/// kept; nothing is stored there unasked.
class SecretForm : public QWidget
{
    Q_OBJECT
public:
    /// \a source must outlive it.
    explicit SecretForm(SecretSource &source, QWidget *parent = nullptr);

    /// \a label is what the network calls its secret.
    void setNetwork(NetworkId network, const QString &label);
    bool isEmpty() const;
    /// Stores what was typed and calls \a done once, later or at once: true if it is stored. If not, the form says why.
    void save(const std::function<void(bool)> &done);
    void clear();

Q_SIGNALS:
    void edited();

private:
    void buildPlaces();
    void takeAnswer(const Expected<void> &answer);
    void showProblem(const QString &problem);

    SecretSource &m_source;
    NetworkId m_network;
    QLineEdit *m_secret = nullptr;
    TonedLabel *m_problem = nullptr;
    QWidget *m_places = nullptr;
    QRadioButton *m_inKeychain = nullptr;
    QRadioButton *m_inFile = nullptr;
    QRadioButton *m_inMemory = nullptr;
};

} // namespace Matchbook

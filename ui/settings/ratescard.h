// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/card.h"

#include <QList>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace Matchbook {

class Engine;
class TonedLabel;
struct Failure;
struct RateIntake;
struct RatePair;

/// What the Settings page says of exchange rates: which there are, how new they are, and where more come from.
class RatesCard : public Card
{
    Q_OBJECT
public:
    /// \a engine must outlive the card.
    explicit RatesCard(Engine &engine, QWidget *parent = nullptr);

    /// Reads again what is stored.
    void refresh();
    /// Takes a file in, as if it had been chosen.
    void importFile(const QString &path);

private:
    void buildButtons();
    void fetch();
    void chooseFile();
    void showAll();
    void showPairs(const QList<RatePair> &pairs);
    void showIntake(const RateIntake &intake);
    void showFailure(const Failure &failure);
    static QString sentenceOf(const Failure &failure);

    Engine &m_engine;
    TonedLabel *m_state;
    TonedLabel *m_news; ///< what came of the last action
    TonedLabel *m_trouble; ///< why the last download failed
    QPushButton *m_fetch = nullptr;
};

} // namespace Matchbook

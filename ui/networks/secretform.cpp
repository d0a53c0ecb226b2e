// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secretform.h"

#include "engine/secretsource.h"
#include "failuretext.h"
#include "secrets/secrettext.h"
#include "theme.h"
#include "widgets/tonedlabel.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Matchbook {

SecretForm::SecretForm(SecretSource &source, QWidget *parent) : QWidget(parent), m_source(source)
{
    m_secret = new QLineEdit(this);
    m_secret->setObjectName("secret"_L1);
    m_secret->setEchoMode(QLineEdit::Password);
    m_secret->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    auto *reveal = new QPushButton(tr("Show"), this);
    reveal->setObjectName("revealSecret"_L1);
    reveal->setToolTip(tr("Shows what was typed as long as it is pressed"));
    reveal->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->addWidget(m_secret, 1);
    row->addWidget(reveal);
    m_problem = new TonedLabel({}, Tone::Red, this);
    m_problem->setObjectName("secretProblem"_L1);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(row);
    column->addWidget(m_problem);
    buildPlaces();
    column->addWidget(m_places);
    connect(reveal, &QPushButton::pressed, m_secret, [this] { m_secret->setEchoMode(QLineEdit::Normal); });
    connect(reveal, &QPushButton::released, m_secret, [this] { m_secret->setEchoMode(QLineEdit::Password); });
    connect(m_secret, &QLineEdit::textChanged, this, &SecretForm::edited);
    setFocusProxy(m_secret);
}

void SecretForm::buildPlaces()
{
    m_places = new QWidget(this);
    m_places->setObjectName("secretPlaces"_L1);
    auto *column = new QVBoxLayout(m_places);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(new TonedLabel(tr("Where shall Matchbook keep it?"), Tone::Grey, m_places));
    const auto place = [this, column](const QString &text, const char *name) {
        auto *button = new QRadioButton(text, m_places);
        button->setObjectName(QLatin1StringView(name));
        column->addWidget(button);
        return button;
    };
    m_inFile = place(tr("In a &file that only your user can read; it is not encrypted"), "placeFile");
    m_inFile->setToolTip(m_source.file());
    m_inMemory = place(tr("&Nowhere: Matchbook asks for it at every start"), "placeMemory");
    m_inKeychain = place(tr("In the &keychain: try again, I have unlocked it"), "placeKeychain");
    m_places->hide();
}

void SecretForm::setNetwork(NetworkId network, const QString &label)
{
    m_network = network;
    m_secret->setAccessibleName(label);
    // Whoever chose that once is not asked again, and may change it.
    if (m_source.toBeAsked().contains(network)) {
        m_inMemory->setChecked(true);
        m_places->show();
    }
}

bool SecretForm::isEmpty() const
{
    return m_secret->text().isEmpty();
}

void SecretForm::clear()
{
    m_secret->clear();
    showProblem({});
    m_places->hide();
}

void SecretForm::save(const std::function<void(bool)> &done)
{
    const auto secret = secretFromText(m_secret->text().toUtf8());
    const bool asks = !m_places->isHidden();
    const bool isChosen = m_inFile->isChecked() || m_inMemory->isChecked() || m_inKeychain->isChecked();
    if (!secret || (asks && !isChosen)) {
        showProblem(secret ? tr("Choose below where Matchbook shall keep it.") : secret.error().detail);
        return done(false);
    }
    const SecretPlace place = !asks || m_inKeychain->isChecked() ? SecretPlace::Keychain
            : m_inFile->isChecked()                              ? SecretPlace::DataFile
                                                                 : SecretPlace::Memory;
    setEnabled(false);
    m_source.write(m_network, *secret, place, this, [this, done](const Expected<void> &answer) {
        takeAnswer(answer);
        done(answer.has_value());
    });
}

void SecretForm::takeAnswer(const Expected<void> &answer)
{
    setEnabled(true);
    if (answer)
        return clear();
    const Failure &failure = answer.error();
    const bool isSaid = failure.kind == Failure::Kind::NotFound || failure.kind == Failure::Kind::BadUsage;
    showProblem(isSaid ? failure.detail : failureText(failure));
    m_places->setVisible(m_places->isVisible() || failure.kind == Failure::Kind::NotFound);
    m_secret->setFocus();
}

void SecretForm::showProblem(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

} // namespace Matchbook

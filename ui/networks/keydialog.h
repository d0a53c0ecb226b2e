// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networks/postbackurls.h"
#include "text/formats.h"
#include "vocabulary/affiliatenetwork.h"
#include "vocabulary/expected.h"

#include <QDialog>

#include <functional>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
class QSpinBox;
class QScrollArea;
class QVBoxLayout;
QT_END_NAMESPACE

namespace Matchbook {

class TonedLabel;

/// What the dialog needs to be done. Answers come later, in the main thread, unless the asker has died.
struct KeyRotation {
    /// Gives the network a new key; the one of before works for so many more milliseconds.
    std::function<void(QObject *asker, NetworkId network, qint64 keepMs,
                       std::function<void(Expected<AffiliateNetwork>)> answer)>
            rotate;
    std::function<QList<ReadyPostbackUrl>(const AffiliateNetwork &)> urls;
    std::function<qint64()> now; ///< Unix ms
};

/// Gives a network a new key and shows the new postback URL, or URLs, to copy.
class KeyDialog : public QDialog
{
    Q_OBJECT
public:
    KeyDialog(const AffiliateNetwork &network, const KeyRotation &rotation, const Formats &formats,
              QWidget *parent = nullptr);

    /// True once there is a new key.
    bool hasRotated() const { return m_rotated; }

private:
    void buildQuestion(QVBoxLayout *column);
    void rotate();
    void showUrls(const AffiliateNetwork &network, qint64 until);

    AffiliateNetwork m_network;
    KeyRotation m_rotation;
    Formats m_formats;
    QWidget *m_question = nullptr;
    QSpinBox *m_days = nullptr;
    TonedLabel *m_failure = nullptr;
    QScrollArea *m_scroll = nullptr;
    QVBoxLayout *m_answer = nullptr;
    QPushButton *m_rotate = nullptr;
    QPushButton *m_close = nullptr;
    bool m_rotated = false;
};

} // namespace Matchbook

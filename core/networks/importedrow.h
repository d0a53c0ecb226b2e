// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networkpreset.h"
#include "vocabulary/receivedrequest.h"

#include <QMap>

namespace Matchbook {

/// The method of what did not arrive but was read from a network's report.
inline constexpr QByteArrayView importMethod{"IMPORT"};
inline bool isImportedRow(const ReceivedRequest &request)
{
    return QByteArrayView(request.method) == importMethod;
}

/// One row of a network's report, with what the person says of its columns.
struct ImportedRow {
    QMap<FieldMeaning, QString> cells; ///< as they stand in the file; those that mean something
    QList<std::pair<QString, QString>> columns; ///< every column of the row: name and cell
    DecimalMark decimalMark = DecimalMark::Auto; ///< of the payout
    std::optional<ConversionStatus>
            statusMeant; ///< by the usual words, where neither network nor preset knows the row's; counts only until they do
    QString place; ///< `commissions.csv, line 17`
    std::optional<qint64>
            happenedAt; ///< by its date column, Unix ms; in the body, as its sale is dated by it
    qint64 importedAt = 0; ///< Unix ms; when it came here, like the arrival of a postback
};

/// The row as a request: a JSON object with the meanings as names and every column as it stands in the file, so that it is judged, shown
/// and read again like any postback. The same row of the same file makes the same body.
ReceivedRequest requestOf(const ImportedRow &row);

/// What requestOf() has made is read by, in place of the network's own: the names and the decimal mark that stand in it. A negative
/// amount takes money back, whatever the status beside it.
struct ImportedRowRules {
    NetworkPreset preset;
    AffiliateNetwork network;
    std::optional<qint64> happenedAt; ///< as ImportedRow has it
};
ImportedRowRules rulesOf(const ReceivedRequest &imported, const NetworkPreset &preset,
                         const AffiliateNetwork &network);

/// A transaction ID for a row that has none: the same for the same \a identity, which is what does not change about a sale, and another
/// for each \a occurrence of it, counted from 1.
QString madeUpTransaction(const QByteArray &identity, int occurrence);
bool isMadeUpTransaction(QStringView transactionId);

} // namespace Matchbook

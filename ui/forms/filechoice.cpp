// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "filechoice.h"

#include <QAbstractFileIconProvider>
#include <QApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QStyle>

namespace Matchbook {

namespace {

class NameIcons final : public QAbstractFileIconProvider
{
public:
    QIcon icon(IconType type) const override
    {
        return QApplication::style()->standardIcon(type == Folder || type == Drive ? QStyle::SP_DirIcon
                                                                                   : QStyle::SP_FileIcon);
    }
    QIcon icon(const QFileInfo &file) const override { return icon(file.isDir() ? Folder : File); }
    QString type(const QFileInfo &file) const override
    {
        return file.isDir() ? QFileDialog::tr("Folder") : file.suffix();
    }
};

QString chosenIn(QFileDialog &dialog)
{
    lookAtNamesOnly(dialog);
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
}

} // namespace

void lookAtNamesOnly(QFileDialog &dialog)
{
    static NameIcons icons; // the dialog does not own it, and it has no state
    dialog.setOption(QFileDialog::DontUseNativeDialog);
    dialog.setOption(QFileDialog::DontUseCustomDirectoryIcons);
    dialog.setIconProvider(&icons);
}

QString askForFile(QWidget *parent, const QString &title, const QString &filter)
{
    QFileDialog dialog(parent, title, {}, filter);
    dialog.setFileMode(QFileDialog::ExistingFile);
    return chosenIn(dialog);
}

QString askForNewFile(QWidget *parent, const QString &title, const QString &proposed, const QString &filter)
{
    QFileDialog dialog(parent, title, {}, filter);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.selectFile(proposed);
    return chosenIn(dialog);
}

} // namespace Matchbook

// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace {

struct PluralText {
    QString context;
    QString source;
    QString comment;
    QStringList forms;
    bool finished = true;
};

PluralText readMessage(QXmlStreamReader &xml, const QString &context)
{
    PluralText text{context, {}, {}, {}, true};
    while (xml.readNextStartElement()) {
        if (xml.name() == "source"_L1) {
            text.source = xml.readElementText();
        } else if (xml.name() == "comment"_L1) {
            text.comment = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            text.finished = !xml.attributes().hasAttribute("type"_L1);
            while (xml.readNextStartElement())
                text.forms += xml.readElementText();
        } else {
            xml.skipCurrentElement();
        }
    }
    return text;
}

QList<PluralText> readTexts(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<PluralText> texts;
    QString context;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (!xml.readNext() || !xml.isStartElement())
            continue;
        if (xml.name() == "name"_L1)
            context = xml.readElementText();
        else if (xml.name() == "message"_L1)
            texts += readMessage(xml, context);
    }
    return texts;
}

/// The texts with %n that the sources ask for, as far as they stand on one line.
QStringList pluralSourcesInCode()
{
    static const QRegularExpression inCode(
            uR"re((?:\btr\(|translate\("[A-Za-z:]+",\s*)"([^"\n]*%n[^"\n]*)")re"_s);
    QStringList found;
    for (const QString &folder : {u"core"_s, u"ui"_s, u"app"_s}) {
        QDirIterator files(QStringLiteral(TRANSLATIONS "/../") + folder, {u"*.cpp"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QString code = QString::fromUtf8(file.readAll());
            for (auto match = inCode.globalMatch(code); match.hasNext();)
                found += match.next().captured(1);
        }
    }
    return found;
}

} // namespace

class TranslationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLanguageIsCompiledInAndLoads()
    {
        const QStringList files = QDir(QStringLiteral(TRANSLATIONS)).entryList({u"*.ts"_s});
        QVERIFY(files.contains("matchbook_en.ts"_L1));
        for (QString name : files) {
            QTranslator translator;
            name.replace(".ts"_L1, ".qm"_L1);
            QVERIFY2(translator.load(u":/i18n/"_s + name), qPrintable(name));
        }
    }

    void everyPluralHasBothItsEnglishForms()
    {
        QTranslator translator;
        QVERIFY(translator.load(u":/i18n/matchbook_en.qm"_s));
        const QList<PluralText> texts = readTexts(QStringLiteral(TRANSLATIONS "/matchbook_en.ts"));
        for (const PluralText &text : texts) {
            QVERIFY2(text.finished, qPrintable(text.source));
            QCOMPARE(text.forms.size(), 2);
            for (int n : {1, 2}) {
                const QString shown = translator.translate(text.context.toUtf8(), text.source.toUtf8(),
                                                           text.comment.toUtf8(), n);
                QVERIFY2(!shown.isEmpty(), qPrintable(text.source));
                QCOMPARE(shown, text.forms.at(n - 1));
            }
        }
    }

    void everyPluralInTheSourcesIsInTheEnglishFile()
    {
        QStringList known;
        for (const PluralText &text : readTexts(QStringLiteral(TRANSLATIONS "/matchbook_en.ts")))
            known += text.source;
        for (const QString &source : pluralSourcesInCode())
            QVERIFY2(known.contains(source), qPrintable(u"run the target update_translations: "_s + source));
    }
};

QTEST_GUILESS_MAIN(TranslationsTest)
#include "tst_translations.moc"

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "apierrortext.h"
#include "fieldtable.h"
#include "filter.h"
#include "lead.h"
#include "resources.h"
#include "testprogram.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

namespace tst_translation {

using namespace Leadline;
using namespace Qt::StringLiterals;

namespace {

struct Message
{
    QString source;
    QStringList translations;
    bool isUnfinished = false;
};

QList<Message> messagesOf(const QString &fileName)
{
    QFile file(QStringLiteral(LEADLINE_TRANSLATIONS "/") + fileName);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<Message> messages;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "source"_L1)
            messages.append({xml.readElementText(), {}});
        else if (xml.name() == "translation"_L1) {
            messages.last().isUnfinished = xml.attributes().hasAttribute("type"_L1);
            messages.last().translations.append(
                xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed());
        }
    }
    return messages;
}

/// "%1", "%2" and "%n" of a text, each once.
QStringList placesOf(const QString &text)
{
    static const QRegularExpression place(u"%[0-9n]"_s);
    QStringList places;
    for (auto match = place.globalMatch(text); match.hasNext();)
        places.append(match.next().captured());
    places.sort();
    places.removeDuplicates();
    return places;
}

} // namespace

class TestTranslation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        initResources();
        // Before the field tables are made: their titles are taken once.
        QVERIFY(m_german.load(QLocale(u"de_AT"_s), u"leadline"_s, u"_"_s, u":/i18n"_s));
        QCoreApplication::installTranslator(&m_german);
    }

    void isWhole()
    {
        const QList<Message> messages = messagesOf(u"leadline_de.ts"_s);
        QVERIFY(messages.size() > 500);
        for (const Message &message : messages) {
            QVERIFY2(!message.isUnfinished, qPrintable(message.source));
            for (const QString &translation : message.translations) {
                QVERIFY2(!translation.isEmpty(), qPrintable(message.source));
                QVERIFY2(placesOf(translation) == placesOf(message.source), qPrintable(translation));
            }
        }
    }

    /// Functions that translate by a name of their own, which the tool that collects the texts cannot see.
    void speaksGermanBelowTheScreen()
    {
        QCOMPARE(builtInFields<Lead>().list().find(u"name"_s)->title, u"Firmenname"_s);
        QCOMPARE(operatorName(FilterOperator::Contains), u"enthält"_s);
        QCOMPARE(apiErrorText({.kind = ApiError::Kind::NotFound}), u"Das gibt es in Close nicht mehr."_s);
    }

    void countsInEnglish()
    {
        QTranslator english;
        QVERIFY(english.load(QLocale(QLocale::English), u"leadline"_s, u"_"_s, u":/i18n"_s));
        const char *text = "%n record(s) are now %1.";
        QCOMPARE(english.translate("Leadline::StatusMenu", text, nullptr, 1), u"%n record is now %1."_s);
        QCOMPARE(english.translate("Leadline::StatusMenu", text, nullptr, 2), u"%n records are now %1."_s);
    }

private:
    QTranslator m_german;
};

LEADLINE_TEST(tst_translation, QTEST_GUILESS_MAIN, TestTranslation)

} // namespace tst_translation

#include "tst_translation.moc"

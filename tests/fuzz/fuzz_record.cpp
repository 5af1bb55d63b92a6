// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "activity.h"
#include "codec.h"
#include "columnblock.h"
#include "event.h"
#include "money.h"
#include "opportunitytotals.h"
#include "organization.h"
#include "searchtext.h"
#include "smartview.h"
#include "timestamp.h"

#include <cstdlib>

using namespace Leadline;
using namespace Qt::StringLiterals;

namespace {

void check(bool holds)
{
    if (!holds)
        std::abort();
}

template <typename R>
void decodeAs(const QByteArray &body)
{
    const FieldTable<R> &table = builtInFields<R>();
    if (const auto page = decodePage<R>(body)) {
        const ColumnBlock block = columnBlock(table, page->records);
        check(block.rows == size_t(page->records.size()) && block.search.size() == block.rows);
    }
    if (const auto record = decodeRecord<R>(body)) {
        check(!record->id.isEmpty());
        const QVariantMap values = table.values(*record);
        check(changedBody(table.list(), values, values).isEmpty());
        createdBody(table.list(), values);
    }
}

void decodeAll(const QByteArray &body)
{
    decodeAs<Lead>(body);
    decodeAs<Contact>(body);
    decodeAs<Opportunity>(body);
    decodeAs<Task>(body);
    decodeOpportunityTotals(body);
    decodeOpportunityPage(body);
    decodeActivities(body);
    decodeEvents(body);
    decodeSmartViews(body);
    decodeMe(body);
    decodeOrganization(body);
    decodeUsers(body);
    if (const auto schema = decodeCustomFieldSchema(body))
        builtInFields<Lead>().withCustomFields(*schema);
}

void readTexts(const QByteArray &bytes)
{
    const std::string_view view(bytes.constData(), size_t(bytes.size()));
    if (const auto day = parseDay(view))
        check(day->isValid());
    if (const auto moment = parseTimestamp(view)) {
        const QString text = timestampText(QDateTime::fromMSecsSinceEpoch(*moment, Qt::UTC));
        // Year 1 and an offset can lead out of the years that four digits write.
        if (text.size() == 29 && text.at(0) != u'-' && !text.startsWith(u"0000"_s))
            check(parseTimestamp(text.toStdString()) == moment);
    }
    const QString text = QString::fromUtf8(bytes);
    static const QLocale locales[] = {QLocale(u"en_US"_s), QLocale(u"de_AT"_s), QLocale(u"en_IN"_s)};
    for (const QLocale &locale : locales) {
        MoneyParser parser(u"EUR"_s, locale);
        if (!parser.parse(text)) {
            check(!parser.problemText().isEmpty());
            continue;
        }
        const qint64 minor = parser.result().minor;
        check(minor >= 0);
        MoneyParser again(u"EUR"_s, locale);
        check(again.parse(formatMoney(minor, u"EUR"_s, ValuePeriod::OneTime, locale)));
        check(again.result().minor == minor);
    }
    for (const char byte : foldedForSearch(text))
        check(quint8(byte) >= 0x20);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, size_t size);

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    decodeAll(bytes);
    if (size <= 128)
        readTexts(bytes);
    return 0;
}

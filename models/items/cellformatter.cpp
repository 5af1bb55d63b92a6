// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "cellformatter.h"

#include "columnstore.h"
#include "contactdetails.h"

#include <QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

constexpr QChar NoBreakSpace(0x00A0);

/// The locale's long date without the day of the week and with the month's short name: the order is right
/// everywhere and no number can be taken for another.
QString mediumDateFormat(const QLocale &locale)
{
    static const QRegularExpression weekday(u"dddd?[,.]?\\s*(?:,|'de')?\\s*|,?\\s*dddd?"_s);
    QString format = locale.dateFormat(QLocale::LongFormat);
    format.remove(weekday);
    format.replace("MMMM"_L1, "MMM"_L1);
    return format.trimmed();
}

QString oneLine(QString text)
{
    if (text.size() > 512)
        text.truncate(512); // no cell is that wide
    for (QChar &c : text) {
        if (c == u'\n' || c == u'\r' || c == u'\t')
            c = u' ';
    }
    return text;
}

QString textOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

} // namespace

CellFormatter::CellFormatter(Directory directory, QLocale locale, std::function<QDateTime()> now)
    : m_directory(std::move(directory))
    , m_locale(std::move(locale))
    , m_now(std::move(now))
    , m_dateFormat(mediumDateFormat(m_locale))
{
}

QString CellFormatter::date(const QDate &day) const
{
    return m_locale.toString(day, m_dateFormat);
}

QString CellFormatter::exact(const QDateTime &moment) const
{
    const QDateTime local = moment.toLocalTime();
    return date(local.date()) + u' ' + m_locale.toString(local.time(), QLocale::ShortFormat);
}

QString CellFormatter::relative(const QDateTime &moment) const
{
    const QDateTime current = now().toLocalTime();
    const QDateTime local = moment.toLocalTime();
    const qint64 minutes = local.secsTo(current) / 60;
    const qint64 days = local.date().daysTo(current.date());
    if (minutes < 0 || days < 0) {
        if (days == 0)
            return minutes > -5 ? tr("Now") : tr("Today");
        return days == -1 ? tr("Tomorrow") : shortDay(local.date(), current.date(), m_locale);
    }
    if (minutes == 0)
        return tr("Now");
    if (minutes < 60)
        return tr("%1 min").arg(minutes);
    if (minutes < 4 * 60)
        return tr("%1 h").arg(minutes / 60);
    if (days == 0)
        return tr("Today");
    if (days == 1)
        return tr("Yesterday");
    if (days < 7)
        return tr("%1 days").arg(days);
    if (days < 14)
        return tr("1 week");
    if (days < 28)
        return tr("%1 weeks").arg(days / 7);
    return shortDay(local.date(), current.date(), m_locale);
}

QString CellFormatter::money(qint64 minor, const QString &period) const
{
    return formatMoney(minor, m_directory.currency(), periodFromKey(period), m_locale);
}

QString CellFormatter::symbol(const Field &field, const QString &value) const
{
    switch (field.type) {
    case FieldType::LeadStatus:
    case FieldType::OpportunityStatus:
    case FieldType::Pipeline: {
        const QString name = m_directory.nameOf(value);
        return name.isEmpty() && !value.isEmpty() ? tr("Unknown") : name;
    }
    case FieldType::User:
    case FieldType::Users: {
        const QString name = m_directory.nameOf(value);
        return name.isEmpty() && !value.isEmpty() ? tr("Former user") : name;
    }
    case FieldType::Period:
        if (value == "one_time"_L1)
            return tr("One-time");
        if (value == "monthly"_L1)
            return tr("Monthly");
        return value == "annual"_L1 ? tr("Annual") : value;
    default:
        break;
    }
    // Close's own words are lower case ("active"); custom choices are what people typed.
    if (field.flags.testFlag(FieldFlag::Custom) || value.isEmpty())
        return value;
    return value.at(0).toUpper() + value.mid(1);
}

QString CellFormatter::symbols(const Field &field, const QString &joined) const
{
    if (!joined.contains(ListSeparator))
        return symbol(field, joined);
    QStringList names;
    for (const QString &value : joined.split(ListSeparator))
        names.append(symbol(field, value));
    return names.join(u", "_s);
}

QString CellFormatter::integer(const Field &field, qint64 value, const QString &period) const
{
    switch (field.type) {
    case FieldType::Boolean:
        return value != 0 ? tr("Yes") : tr("No");
    case FieldType::Percent:
        return m_locale.toString(value) + NoBreakSpace + m_locale.percent();
    case FieldType::Money:
        return money(value, period);
    case FieldType::Date:
        return date(QDate::fromJulianDay(value));
    case FieldType::Moment:
        return relative(QDateTime::fromMSecsSinceEpoch(value, Qt::UTC));
    default:
        return m_locale.toString(value);
    }
}

QString CellFormatter::text(const TableData &data, int index, quint32 row) const
{
    const Field &field = data.fields.at(index);
    const ColumnData &column = data.columns[size_t(index)];
    if (column.isBlank(row))
        return field.type == FieldType::Money ? u"—"_s : QString();
    switch (column.storage) {
    case Storage::Text:
        return oneLine(textOf(column.text(row)));
    case Storage::Id:
        return textOf(column.id(row));
    case Storage::Symbol:
        return symbols(field, column.dictionary.at(column.symbol(row)));
    case Storage::Real:
        return m_locale.toString(column.real(row), 'g', 12);
    case Storage::Integer: {
        QString period;
        if (field.type == FieldType::Money && !field.unitKey.isEmpty()) {
            const int unit = data.fields.indexOf(field.unitKey);
            if (unit >= 0 && data.columns[size_t(unit)].storage == Storage::Symbol)
                period = data.columns[size_t(unit)].dictionary.at(data.columns[size_t(unit)].symbol(row));
        }
        return integer(field, column.integer(row), period);
    }
    case Storage::None:
        break;
    }
    return {};
}

QString CellFormatter::toolTip(const TableData &data, int index, quint32 row) const
{
    const Field &field = data.fields.at(index);
    const ColumnData &column = data.columns[size_t(index)];
    if (column.isBlank(row))
        return {};
    if (field.type == FieldType::Moment)
        return exact(QDateTime::fromMSecsSinceEpoch(column.integer(row), Qt::UTC));
    if (column.storage == Storage::Text && field.type == FieldType::LongText)
        // Qt guesses whether a tool tip is rich text; so that text from the CRM never is, it is marked up.
        return u"<qt>"_s + textOf(column.text(row)).left(2000).toHtmlEscaped().replace(u'\n', "<br>"_L1) +
               u"</qt>"_s;
    return {};
}

QString CellFormatter::text(const Field &field, const QVariant &value, const QString &period) const
{
    if (isBlank(value))
        return field.type == FieldType::Money ? u"—"_s : QString();
    switch (storageOf(field.type)) {
    case Storage::Integer:
        return integer(field, integerCell(field.type, value), period);
    case Storage::Real:
        return m_locale.toString(value.toDouble(), 'g', 12);
    case Storage::Symbol:
        return symbols(field, textCell(field.type, value));
    case Storage::Text:
    case Storage::Id:
        return textCell(field.type, value).replace(ListSeparator, u", "_s);
    case Storage::None:
        break;
    }
    return {};
}

QString shortDay(const QDate &day, const QDate &today, const QLocale &locale)
{
    QString format = mediumDateFormat(locale);
    if (day.year() == today.year()) {
        // The year goes with what joins it to the rest: ", yyyy", "de yyyy", "yyyy年".
        static const QRegularExpression year(u"(?:,|\\s*'de')?\\s*y{2,4}(?:年|년|\\s*'г'\\.?)?\\s*"_s);
        format.remove(year);
        while (!format.isEmpty()
               && (format.front() == u'.' || format.front() == u',' || format.front().isSpace()))
            format.remove(0, 1);
    }
    return locale.toString(day, format.trimmed());
}

} // namespace Leadline

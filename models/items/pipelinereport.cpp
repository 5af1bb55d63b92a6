// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "pipelinereport.h"

#include "pipelinemodel.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

struct PipelineReport
{
    Q_DECLARE_TR_FUNCTIONS(Leadline::PipelineReport)
};

QStringList cellsOf(const QString &title, const QString &type, const PipelineTotals &totals,
                    const QString &currency)
{
    QStringList cells{title, type, QString::number(totals.count)};
    for (const auto *sums : {&totals.values, &totals.expected}) {
        for (const qint64 sum : *sums)
            cells.append(plainAmount(sum));
        cells.append(plainAmount(sums == &totals.values ? totals.annualizedValue() : totals.annualizedExpected()));
    }
    cells.append(currency);
    return cells;
}

QJsonObject sumsOf(const std::array<qint64, 3> &sums, qint64 annualized)
{
    return {{u"one_time"_s, sums[size_t(ValuePeriod::OneTime)]},
            {u"monthly"_s, sums[size_t(ValuePeriod::Monthly)]},
            {u"annual"_s, sums[size_t(ValuePeriod::Annual)]},
            {u"annualized"_s, annualized}};
}

QJsonObject jsonOf(const PipelineTotals &totals)
{
    return {{u"count"_s, qint64(totals.count)},
            {u"other_currencies"_s, qint64(totals.otherCurrencies)},
            {u"value"_s, sumsOf(totals.values, totals.annualizedValue())},
            {u"expected"_s, sumsOf(totals.expected, totals.annualizedExpected())}};
}

QByteArray jsonReport(const PipelineModel &model)
{
    const Directory &directory = model.source()->table()->directory();
    QJsonArray groups;
    for (int group = 0; group < model.groupCount(); ++group) {
        QJsonObject object = jsonOf(model.groupTotals(group));
        object.insert(u"key"_s, model.groupKey(group));
        object.insert(u"title"_s, model.groupTitle(group));
        object.insert(u"type"_s, model.groupType(group));
        groups.append(object);
    }
    const QJsonObject report{{u"organization"_s, directory.organization().name},
                             {u"pipeline"_s, model.pipeline().isEmpty() ? QJsonValue() : model.pipeline()},
                             {u"grouped_by"_s, groupingKey(model.grouping())},
                             {u"currency"_s, directory.currency()},
                             {u"groups"_s, groups},
                             {u"active"_s, jsonOf(model.totals(u"active"_s))},
                             {u"total"_s, jsonOf(model.totals())}};
    return QJsonDocument(report).toJson(QJsonDocument::Indented);
}

/// A title may hold what parts the columns.
QString markdownCell(QString text)
{
    return text.replace(u'\\', u"\\\\"_s).replace(u'|', u"\\|"_s).simplified();
}

QByteArray markdownReport(const PipelineModel &model)
{
    QString text = u"| %1 | %2 | %3 | %4 |\n|---|---:|---:|---:|\n"_s
                       .arg(groupingName(model.grouping()), PipelineReport::tr("Opportunities"),
                            PipelineReport::tr("Value"), PipelineReport::tr("Expected"));
    const auto row = [&](const QString &title, const PipelineTotals &totals) {
        text += u"| %1 | %2 | %3 | %4 |\n"_s.arg(
            markdownCell(title), model.formatter().locale().toString(totals.count),
            model.headline(totals.headlineValue(), totals.headlinePeriod()),
            model.headline(totals.headlineExpected(), totals.headlinePeriod()));
    };
    for (int group = 0; group < model.groupCount(); ++group)
        row(model.groupTitle(group), model.groupTotals(group));
    row(PipelineReport::tr("All that are open"), model.totals(u"active"_s));
    row(PipelineReport::tr("All"), model.totals());
    return text.toUtf8();
}

} // namespace

std::optional<ReportFormat> reportFormatFromKey(const QString &key)
{
    if (key == "csv"_L1)
        return ReportFormat::Csv;
    if (key == "json"_L1)
        return ReportFormat::Json;
    return key == "md"_L1 ? std::optional(ReportFormat::Markdown) : std::nullopt;
}

ExportedTable pipelineTotalsTable(const PipelineModel &model)
{
    const QString currency = model.source()->table()->directory().currency();
    ExportedTable table;
    table.titles = {groupingName(model.grouping()),
                    PipelineReport::tr("State"),
                    PipelineReport::tr("Opportunities"),
                    PipelineReport::tr("Value, one-time"),
                    PipelineReport::tr("Value, monthly"),
                    PipelineReport::tr("Value, annual"),
                    PipelineReport::tr("Value over a year"),
                    PipelineReport::tr("Expected, one-time"),
                    PipelineReport::tr("Expected, monthly"),
                    PipelineReport::tr("Expected, annual"),
                    PipelineReport::tr("Expected over a year"),
                    PipelineReport::tr("Currency")};
    for (int group = 0; group < model.groupCount(); ++group)
        table.rows.append(
            cellsOf(model.groupTitle(group), model.groupType(group), model.groupTotals(group), currency));
    table.rows.append(cellsOf(PipelineReport::tr("All"), {}, model.totals(), currency));
    return table;
}

ExportedTable pipelineTable(const PipelineModel &model)
{
    ExportedTable table;
    table.titles.append(groupingName(model.grouping()));
    for (int column = 0; column < PipelineModel::ColumnCount; ++column)
        table.titles.append(model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    for (int group = 0; group < model.groupCount(); ++group) {
        for (int row = 0; row < model.groupSize(group); ++row) {
            QStringList cells{model.groupTitle(group)};
            for (int column = 0; column < PipelineModel::ColumnCount; ++column)
                cells.append(model.index(row, column, model.index(group, 0)).data().toString());
            table.rows.append(cells);
        }
    }
    return table;
}

QByteArray pipelineCsv(const PipelineModel &model)
{
    // One mark of the byte order is enough.
    return toCsv(pipelineTable(model)) + "\r\n" + toCsv(pipelineTotalsTable(model)).mid(csvBegin().size());
}

QByteArray pipelineReport(const PipelineModel &model, ReportFormat format)
{
    switch (format) {
    case ReportFormat::Json:
        return jsonReport(model);
    case ReportFormat::Markdown:
        return markdownReport(model);
    case ReportFormat::Csv:
        break;
    }
    // Without the mark of the byte order, which the next program in a pipe would take for text.
    return toCsv(pipelineTotalsTable(model)).mid(csvBegin().size());
}

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tableexport.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace Leadline {

class PipelineModel;

/// How the sums of a pipeline are written.
enum class ReportFormat { Csv, Json, Markdown };

/// The format of a word: "csv", "json", "md".
std::optional<ReportFormat> reportFormatFromKey(const QString &key);

/// The groups of a pipeline with their sums, and the sums of all: what the filters let through. JSON has whole
/// minor units, as Close has; the others amounts of money.
QByteArray pipelineReport(const PipelineModel &model, ReportFormat format);

/// The same sums as cells; the last row is that of all.
ExportedTable pipelineTotalsTable(const PipelineModel &model);
/// The opportunities, group by group, folded ones too.
ExportedTable pipelineTable(const PipelineModel &model);
/// A file of both, parted by a blank line, after RFC 4180.
QByteArray pipelineCsv(const PipelineModel &model);

} // namespace Leadline

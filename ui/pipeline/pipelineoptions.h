// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

class QMenu;
class QWidget;

namespace Leadline {

class PipelinePage;

/// The menu of a pipeline page: what it is grouped by, how close cards stand, what they and the list show, export.
/// Deletes itself when it closes.
QMenu *pipelineOptionsMenu(PipelinePage &page, QWidget *parent);
/// The columns the list shows until others are chosen, by PipelineModel::columnKey().
QStringList defaultPipelineColumns();

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace Leadline {

class PipelineBoard;

/// Makes every PipelineBoard a list of lists for assistive technology: its columns, and in each its cards.
/// May be called more than once.
void installPipelineAccess();
/// To be called when a board goes.
void forgetPipelineAccess(PipelineBoard *board);
/// Says that the focus is on the card with \a id.
void announcePipelineFocus(PipelineBoard *board, const QString &id);

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "editconflict.h"

#include <utility>

namespace Leadline {

EditConflict::EditConflict(RecordKind kind, QString id, QList<FieldConflict> fields)
    : m_kind(kind)
    , m_id(std::move(id))
    , m_fields(std::move(fields))
{
}

EditConflict::~EditConflict()
{
    giveUp();
}

void EditConflict::decide(const QMap<QString, Choice> &choices)
{
    onGivenUp = nullptr;
    if (const Decide run = std::exchange(onDecided, nullptr))
        run(choices);
}

void EditConflict::giveUp()
{
    onDecided = nullptr;
    if (const auto run = std::exchange(onGivenUp, nullptr))
        run();
}

} // namespace Leadline

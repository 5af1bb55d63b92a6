// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "filterbar.h"

#include "chip.h"
#include "filterpopup.h"
#include "pageheader.h"
#include "recordtablemodel.h"

#include <QMenu>

#include <algorithm>

namespace Leadline {

FilterBar::FilterBar(RecordTableModel *model, PageHeader *header, QObject *parent)
    : QObject(parent)
    , m_model(model)
    , m_header(header)
{
    update();
}

void FilterBar::setLeadingChip(const QString &text, std::function<void()> removed)
{
    m_leadingText = text;
    m_leadingRemoved = std::move(removed);
    update();
}

void FilterBar::update()
{
    m_header->clearTrailing();
    if (!m_leadingText.isEmpty()) {
        auto *chip = new Chip(m_leadingText);
        connect(chip, &Chip::removed, this, [this] { m_leadingRemoved(); });
        connect(chip, &Chip::clicked, this, [this] { m_leadingRemoved(); });
        m_header->addTrailing(chip);
    }
    for (qsizetype i = 0; i < m_model->filterSet().filters.size(); ++i)
        addChip(i);
    auto *add = new Chip(tr("+ Filter"), false);
    add->setAccessibleName(tr("Add filter"));
    connect(add, &Chip::clicked, this, [this, add] { chooseField(add); });
    m_header->addTrailing(add);
}

void FilterBar::addChip(qsizetype index)
{
    const Filter &filter = m_model->filterSet().filters.at(index);
    auto *chip = new Chip(describe(filter, m_model->table()->fields(), m_model->formatter()));
    connect(chip, &Chip::clicked, this, [this, index, chip] { edit(index, chip); });
    connect(chip, &Chip::removed, this, [this, index] { removeFilter(index); });
    m_header->addTrailing(chip);
}

void FilterBar::chooseField(QWidget *anchor)
{
    auto *menu = new QMenu(anchor);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const Field &field) {
        QAction *action = menu->addAction(QString(field.title).replace(u'&', QStringLiteral("&&")));
        connect(action, &QAction::triggered, this, [this, key = field.key, type = field.type, anchor] {
            QList<Filter> filters = m_model->filterSet().filters;
            Filter filter{.key = key, .op = operatorsFor(type).first()};
            if (filter.op == FilterOperator::InRange)
                filter.preset = DatePreset::ThisMonth;
            filters.append(filter);
            m_model->setFilters(filters);
            edit(filters.size() - 1, anchor);
        });
    };
    const FieldList &fields = m_model->table()->fields();
    const auto offered = [](const Field &field) {
        return field.flags.testFlag(FieldFlag::Filterable) && field.type != FieldType::LeadReference
            && !operatorsFor(field.type).isEmpty();
    };
    for (const Field &field : fields) {
        if (offered(field) && !field.flags.testFlag(FieldFlag::Custom))
            add(field);
    }
    menu->addSeparator();
    for (const Field &field : fields) {
        if (offered(field) && field.flags.testFlag(FieldFlag::Custom))
            add(field);
    }
    menu->popup(anchor->mapToGlobal(QPoint(0, anchor->height() + 4)));
}

void FilterBar::edit(qsizetype index, QWidget *anchor)
{
    const Filter filter = m_model->filterSet().filters.at(index);
    const Field *field = m_model->table()->fields().find(filter.key);
    if (!field)
        return;
    m_popup = new FilterPopup(*field, filter, m_model->facets(filter.key), m_model->formatter(),
                              anchor->window());
    connect(m_popup, &FilterPopup::filterChanged, this,
            [this, index](const Filter &changed) { setFilter(index, changed); });
    connect(m_popup, &QObject::destroyed, this, &FilterBar::dropIneffective);
    m_popup->popupBelow(anchor);
}

void FilterBar::setFilter(qsizetype index, const Filter &filter)
{
    QList<Filter> filters = m_model->filterSet().filters;
    if (index >= filters.size())
        return;
    filters[index] = filter;
    m_model->setFilters(filters);
    Q_EMIT filtersChanged();
}

void FilterBar::removeFilter(qsizetype index)
{
    QList<Filter> filters = m_model->filterSet().filters;
    filters.removeAt(index);
    m_model->setFilters(filters);
    update();
    Q_EMIT filtersChanged();
}

void FilterBar::dropIneffective()
{
    QList<Filter> filters = m_model->filterSet().filters;
    filters.removeIf([](const Filter &filter) { return !filter.isEffective(); });
    m_model->setFilters(filters);
    update();
    Q_EMIT filtersChanged();
}

void FilterBar::clearAll()
{
    m_model->setFilterSet({});
    update();
    Q_EMIT filtersChanged();
}

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "generatedtable.h"

#include "itemroles.h"
#include "schema.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

/// Draws text and nothing else, as a table's own delegate does.
class TextDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int alignment = index.data(Qt::TextAlignmentRole).toInt();
        painter->drawText(option.rect.adjusted(10, 0, -10, 0), alignment | Qt::TextSingleLine,
                          index.data().toString());
    }
};

} // namespace

GeneratedTable::GeneratedTable()
    : m_fields(builtInFields<Lead>().withCustomFields(LeadGenerator::schema()))
    , m_table(m_fields.list())
{
    m_table.setLocale(QLocale(u"en_US"_s));
    m_table.setDirectory(LeadGenerator::directory());
}

Times GeneratedTable::load(int rows)
{
    Times times;
    for (int from = 0; from < rows; from += 1000) {
        const ColumnBlock page = columnBlock(m_fields, m_generator.leads(from, qMin(1000, rows - from)));
        times.measure([&] { m_table.merge(page); });
    }
    return times;
}

ColumnBlock GeneratedTable::changedPage(int rows, int round)
{
    QList<Lead> leads = m_generator.leads(rows + round * 50, 50);
    for (int i = 0; i < 50; ++i) {
        Lead known = m_generator.lead((round * 7919 + i * 104729) % rows);
        known.statusId = m_generator.lead(i).statusId;
        known.dateUpdated = known.dateUpdated.addDays(20 + round);
        if (i % 5 == 0)
            known.contacts.first().name += u" Meier"_s;
        leads.append(known);
    }
    return columnBlock(m_fields, leads);
}

void GeneratedTable::show(QTableView &view, QAbstractItemModel &model) const
{
    view.setModel(&model);
    view.setItemDelegate(new TextDelegate(&view));
    view.setShowGrid(false);
    view.verticalHeader()->hide();
    view.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view.verticalHeader()->setDefaultSectionSize(32);
    view.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    for (int i = 0; i < model.columnCount(); ++i) {
        const QString key = model.headerData(i, Qt::Horizontal, FieldKeyRole).toString();
        view.setColumnWidth(i, m_fields.list().find(key)->width);
    }
    view.resize(1800, 1000);
    view.show();
    if (!QTest::qWaitForWindowExposed(&view))
        std::fputs("The window is not exposed: nothing is painted.\n", stderr);
    paint();
}

QStringList GeneratedTable::keystrokes()
{
    const QString word = u"anders"_s;
    QStringList texts;
    for (qsizetype i = 1; i <= word.size(); ++i)
        texts.append(word.left(i));
    for (qsizetype i = word.size() - 1; i > 0; --i)
        texts.append(word.left(i));
    return texts;
}

void GeneratedTable::paint()
{
    QCoreApplication::sendPostedEvents();
}

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "tableexporter.h"

#include "filesaving.h"
#include "messagebar.h"
#include "recordexport.h"
#include "recordlistpage.h"
#include "recordtablemodel.h"
#include "tableview.h"

#include <QFileInfo>
#include <QHeaderView>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace Leadline {

TableExporter::TableExporter(RecordListPage *page, MessageBar *messages)
    : QObject(page)
    , m_page(page)
    , m_messages(messages)
{
}

TableExporter::~TableExporter()
{
    m_isEnding = true; // the pool is waited for
}

void TableExporter::ask(const QStringList &ids)
{
    askWhereToSave({.title = tr("Export as CSV"),
                    .name = m_page->title(),
                    .suffix = u"csv"_s,
                    .filter = tr("CSV (*.csv)")},
                   m_page->window(), [self = QPointer(this), ids](const QString &path) {
                       if (self)
                           self->write(ids, path);
                   });
}

std::vector<quint32> TableExporter::rowsOf(const QStringList &ids) const
{
    const RecordTableModel *model = m_page->model();
    if (ids.isEmpty())
        return model->visibleRows();
    std::vector<quint32> rows;
    for (const QString &id : ids) {
        if (const int row = model->table()->rowOf(id); row >= 0)
            rows.push_back(quint32(row));
    }
    return rows;
}

std::vector<int> TableExporter::fields() const
{
    const QHeaderView *header = m_page->table()->horizontalHeader();
    std::vector<int> fields;
    for (int visual = 0; visual < header->count(); ++visual) {
        const int column = header->logicalIndex(visual);
        if (!header->isSectionHidden(column))
            fields.push_back(m_page->model()->fieldOf(column));
    }
    return fields;
}

void TableExporter::write(const QStringList &ids, const QString &path)
{
    RecordExport records{m_page->model()->table()->data(), m_page->model()->formatter(), rowsOf(ids), fields()};
    m_messages->post({.id = u"export"_s,
                      .text = tr("Writing %1…").arg(QFileInfo(path).fileName()),
                      .dismissible = false});
    m_pool.start([this, path, records = std::move(records)] {
        QSaveFile file(path);
        const bool isDone =
            file.open(QIODevice::WriteOnly) && writeCsv(records, file, m_isEnding) && file.commit();
        const QString error = isDone ? QString() : file.errorString();
        QMetaObject::invokeMethod(
            this, [this, path, error] { tellSaved(m_messages, path, error); }, Qt::QueuedConnection);
    });
}

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractTableModel>

namespace Leadline {
class FormDialog;
class MainWindow;
class StatusPalette;
class TableView;
} // namespace Leadline

/// A small table of made-up leads, enough to see every kind of cell.
class GalleryModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit GalleryModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

    QList<QStringList> rows;
    int sortedColumn = -1;
};

/// The real window, filled with the gallery's leads.
void fillGallery(Leadline::MainWindow *window, GalleryModel *model);
/// The small widgets in all their states.
QWidget *galleryKit();
Leadline::FormDialog *galleryForm(Leadline::MainWindow *window);

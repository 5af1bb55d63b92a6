// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace Leadline {

class DesktopLink;
class TextBlock;
struct DetailLine;

/// A label and a value that may be copied or lead somewhere.
class DetailRow : public QWidget
{
    Q_OBJECT

public:
    /// Where the values begin.
    static constexpr int LabelWidth = 110;

    explicit DetailRow(QWidget *parent = nullptr);

    void setDetail(const DetailLine &line);
    /// The field whose value it is.
    QString key() const { return m_key; }
    /// What shows the value.
    QWidget *shown() const;

private:
    QString m_key;
    TextBlock *m_label;
    TextBlock *m_value;
    DesktopLink *m_link;
};

} // namespace Leadline

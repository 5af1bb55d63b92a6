// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QToolButton;

namespace Leadline {

class Button;
class LeadView;
class Session;
class StatusPalette;

/// A lead as a page of its own: the way back, the neighbours in the list it was opened from, its link, Edit,
/// and the lead below them in two columns.
class LeadPage : public QWidget
{
    Q_OBJECT

public:
    /// \a palette is not owned.
    explicit LeadPage(StatusPalette *palette, QWidget *parent = nullptr);

    /// Not owned; nullptr while nobody is signed in.
    void setSession(Session *session);
    LeadView *view() const { return m_view; }
    void setLead(const QString &id, const QString &highlightedRecordId = {});
    /// Whether the list it was opened from has records before and behind this one.
    void setNeighbours(bool hasPrevious, bool hasNext);

Q_SIGNALS:
    // What is asked for in the lead below the header comes from view().
    void backRequested();
    void previousRequested();
    void nextRequested();
    void editRequested(const QString &leadId);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QUrl closePage() const;
    void copyLink();
    void updateButtons();

    LeadView *m_view;
    Button *m_back;
    Button *m_previous;
    Button *m_next;
    Button *m_openInClose;
    Button *m_copyLink;
    Button *m_edit;
    bool m_isWritable = true;
};

} // namespace Leadline

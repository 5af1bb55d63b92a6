// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>
#include <QPointer>

class QBoxLayout;
class QHBoxLayout;
class QScrollArea;
class QVBoxLayout;

namespace Leadline {

class Button;
class ElidedLabel;
class FormRow;
class MessageBar;

/// The frame of every create and edit form: title, scrolling rows, a panel at the side, and a footer
/// with a hint, Cancel and the primary button. Window-modal: shown with open(), never run with exec().
/// In a narrow dialog the panel stands below the rows. It dims its parent's window while it is up. Ctrl+Enter
/// triggers the primary button.
class FormDialog : public QDialog
{
    Q_OBJECT

public:
    explicit FormDialog(const QString &title, QWidget *parent = nullptr);
    ~FormDialog() override;

    void addRow(FormRow *row);
    /// Rows that lay themselves out, at the width of a row. Takes ownership.
    void addForm(QWidget *form);
    /// A line and, unless empty, a title above the rows that follow. What is answered is both.
    QWidget *addSection(const QString &title);
    /// Something that is not a field, in the editors' column (links).
    void addUnderFields(QWidget *widget);

    /// A panel of 300 at the side, by which a dialog on screen grows; null takes it away. Takes ownership.
    void setSidePanel(QWidget *panel);
    /// As high as its rows need, within the look's measure; \a width in pixels at 100 %.
    void fitContent(int width);
    void setTitle(const QString &title);
    /// Scrolls so that \a field is seen.
    void ensureVisible(QWidget *field);
    /// A further button before Cancel. Takes ownership.
    void addFooterButton(QWidget *button);
    /// The quiet word in the footer ("Draft saved").
    void setHint(const QString &hint);
    void setPrimaryText(const QString &text);
    /// While a save is under way: the primary button is off, the fields stay readable.
    void setBusy(bool busy);

    Button *primaryButton() const { return m_primary; }
    Button *cancelButton() const { return m_cancel; }
    MessageBar *messageBar() const { return m_messages; }

Q_SIGNALS:
    void primaryTriggered();

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildFooter(QVBoxLayout *outer);
    void arrange();
    void orderStops();
    void place();

    ElidedLabel *m_title;
    QScrollArea *m_scroll;
    MessageBar *m_messages;
    QVBoxLayout *m_rows;
    QBoxLayout *m_middle;
    QList<QPointer<QHBoxLayout>> m_underFields;
    QWidget *m_side = nullptr;
    QWidget *m_footer;
    ElidedLabel *m_hint;
    Button *m_cancel;
    Button *m_primary;
    QPointer<QWidget> m_dim;
    QPointer<QWidget> m_first;
};

/// A veil over \a window's whole face, below its dialogs; the caller deletes it.
QWidget *createDim(QWidget *window);

} // namespace Leadline

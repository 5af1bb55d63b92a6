// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "formdialog.h"

#include "button.h"
#include "elidedlabel.h"
#include "formrow.h"
#include "messagebar.h"
#include "style.h"
#include "tokens.h"

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>
#include <QWindow>

namespace Leadline {

using namespace Qt::StringLiterals;

namespace {

constexpr int TitleHeight = 54;
constexpr int SideWidth = 300;
constexpr int LeastHeightBeside = 480; ///< so that a panel has room for a card or two
constexpr int DialogPadding = 24;
/// Narrower than this a panel leaves the fields no room beside it.
constexpr int PanelBelow = 760;
constexpr int LowestPanel = 200;

class Dim : public QWidget
{
public:
    explicit Dim(QWidget *window)
        : QWidget(window)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setGeometry(window->rect());
        window->installEventFilter(this);
        raise();
        show();
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Resize)
            setGeometry(parentWidget()->rect());
        return QWidget::eventFilter(watched, event);
    }

    void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(rect(), QColor(12, 18, 28, 89)); }
};

/// A panel on the window's ground instead of the dialog's, with a line before it.
class SidePanel : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Tokens t = Tokens::of(palette());
        painter.fillRect(rect(), t.window);
        if (width() != SideWidth)
            painter.fillRect(0, 0, width(), 1, t.line);
        else
            painter.fillRect(QRect(layoutDirection() == Qt::RightToLeft ? width() - 1 : 0, 0, 1, height()),
                             t.line);
    }
};

class Separator : public QWidget
{
public:
    explicit Separator(QWidget *parent)
        : QWidget(parent)
    {
        setFixedHeight(1);
    }

protected:
    void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(rect(), Tokens::of(palette()).line); }
};

} // namespace

QWidget *createDim(QWidget *window)
{
    return new Dim(window);
}

FormDialog::FormDialog(const QString &title, QWidget *parent)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint)
    , m_title(new ElidedLabel(title, this))
    , m_scroll(new QScrollArea(this))
    , m_messages(new MessageBar(this))
    , m_middle(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_footer(new QWidget(this))
    , m_hint(new ElidedLabel(QString(), m_footer))
    , m_cancel(new Button(tr("Cancel"), m_footer))
    , m_primary(new Button(Button::Kind::Primary, QString(), m_footer))
{
    setWindowTitle(title);
    setWindowModality(Qt::WindowModal);
    setAccessibleName(title);
    setTextRole(m_title, TextRole::Title);
    QFont titleFont = m_title->font();
    titleFont.setPixelSize(16);
    m_title->setFont(titleFont);
    m_title->setContentsMargins(DialogPadding, 0, DialogPadding, 0);
    m_title->setFixedHeight(TitleHeight - 1);

    QScrollArea *const scroll = m_scroll;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    // The area itself is no stop for Tab; the fields in it are.
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget(scroll);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(DialogPadding, 18, DialogPadding, 18);
    column->setSpacing(0);
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(10);
    column->addLayout(m_rows);
    // A stretch, as an alignment at the top cuts rows whose height depends on their width.
    column->addStretch(1);
    scroll->setWidget(content);
    content->installEventFilter(this);
    content->setAutoFillBackground(false);

    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(1, 1, 1, 1);
    outer->setSpacing(0);
    outer->addWidget(m_title);
    outer->addWidget(new Separator(this));
    outer->addWidget(m_messages);
    m_middle->setSpacing(0);
    m_middle->addWidget(scroll, 1);
    outer->addLayout(m_middle, 1);
    buildFooter(outer);
    resize(940, 646);
}

FormDialog::~FormDialog()
{
    delete m_dim;
}

void FormDialog::buildFooter(QVBoxLayout *outer)
{
    setTextRole(m_hint, TextRole::Secondary);
    auto *row = new QHBoxLayout(m_footer);
    row->setContentsMargins(DialogPadding, 14, DialogPadding, 14);
    row->setSpacing(8);
    row->addWidget(m_hint, 1);
    row->addWidget(m_cancel);
    row->addWidget(m_primary);
    outer->addWidget(new Separator(this));
    outer->addWidget(m_footer);

    const QKeySequence keys(Qt::CTRL | Qt::Key_Return);
    m_primary->setShortcutHint(QKeySequence(Qt::CTRL | Qt::Key_Enter).toString(QKeySequence::NativeText));
    for (const QKeySequence &each : {keys, QKeySequence(Qt::CTRL | Qt::Key_Enter)}) {
        auto *shortcut = new QShortcut(each, this);
        connect(shortcut, &QShortcut::activated, this, [this] {
            if (m_primary->isEnabled())
                Q_EMIT primaryTriggered();
        });
    }
    connect(m_primary, &QPushButton::clicked, this, &FormDialog::primaryTriggered);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
}

void FormDialog::addRow(FormRow *row)
{
    if (!m_first)
        m_first = row->editor();
    m_rows->addWidget(row);
}

void FormDialog::addForm(QWidget *form)
{
    m_rows->addWidget(form);
}

QWidget *FormDialog::addSection(const QString &title)
{
    auto *section = new QWidget(this);
    auto *column = new QVBoxLayout(section);
    column->setContentsMargins(0, m_rows->count() > 0 ? 8 : 0, 0, 0);
    column->setSpacing(13);
    if (m_rows->count() > 0)
        column->addWidget(new Separator(section));
    if (!title.isEmpty()) {
        auto *label = new ElidedLabel(title, section);
        setTextRole(label, TextRole::Strong);
        column->addWidget(label);
    }
    m_rows->addWidget(section);
    return section;
}

void FormDialog::fitContent(int width)
{
    constexpr int Highest = 646;
    // Room for one error, so that the first one pushes nothing out of sight.
    constexpr int ErrorLine = 24;
    QWidget *content = m_scroll->widget();
    content->layout()->activate();
    const int inner = width - 2 - (m_side ? SideWidth : 0);
    const int rows = content->layout()->hasHeightForWidth() ? content->layout()->heightForWidth(inner)
                                                            : content->sizeHint().height();
    const int frame = TitleHeight + m_footer->sizeHint().height() + 3;
    resize(width, qMin(rows + frame + ErrorLine, Highest));
}

void FormDialog::setTitle(const QString &title)
{
    m_title->setText(title);
    setWindowTitle(title);
    setAccessibleName(title);
}

void FormDialog::ensureVisible(QWidget *field)
{
    constexpr int Margin = 40;
    if (!field || !m_scroll->widget()->isAncestorOf(field))
        return;
    // All of it: QScrollArea's own way is content with a cursor that is seen in half a field.
    const int top = field->mapTo(m_scroll->widget(), QPoint()).y();
    m_scroll->ensureVisible(0, top + field->height(), 0, Margin);
    m_scroll->ensureVisible(0, top, 0, Margin);
}

void FormDialog::addUnderFields(QWidget *widget)
{
    auto *row = new QHBoxLayout;
    row->addWidget(widget);
    row->addStretch(1);
    m_rows->addLayout(row);
    m_underFields.append(row);
    arrange();
    if (isVisible())
        orderStops();
}

/// What is beside what, for the width there is.
void FormDialog::arrange()
{
    const bool isNarrow = width() < PanelBelow;
    m_middle->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    if (m_side) {
        m_side->setMinimumWidth(isNarrow ? 0 : SideWidth);
        m_side->setMaximumWidth(isNarrow ? QWIDGETSIZE_MAX : SideWidth);
        m_side->setMaximumHeight(isNarrow ? LowestPanel : QWIDGETSIZE_MAX);
    }
    const int rows = width() - 2 - 2 * DialogPadding - (m_side && !isNarrow ? SideWidth : 0);
    const int indent = rows < FormRow::StackBelow ? 0 : FormRow::LabelWidth + FormRow::Gap;
    for (const QPointer<QHBoxLayout> &row : std::as_const(m_underFields)) {
        if (row)
            row->setContentsMargins(indent, 0, 0, 0);
    }
}

/// The footer was made before the rows, and Tab reaches it after them.
void FormDialog::orderStops()
{
    QWidget *before = nullptr;
    for (QWidget *each = nextInFocusChain(); each != this; each = each->nextInFocusChain()) {
        if (m_scroll->widget()->isAncestorOf(each) && each->focusPolicy() & Qt::TabFocus)
            before = each;
    }
    for (int i = 0; before && i < m_footer->layout()->count(); ++i) {
        QWidget *button = m_footer->layout()->itemAt(i)->widget();
        if (!button || !(button->focusPolicy() & Qt::TabFocus))
            continue;
        setTabOrder(before, button);
        before = button;
    }
}

void FormDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    arrange();
}

void FormDialog::setSidePanel(QWidget *panel)
{
    const bool had = m_side != nullptr;
    delete m_side;
    m_side = nullptr;
    const int wider = (panel ? SideWidth : 0) - (had ? SideWidth : 0);
    if (isVisible() && wider != 0) {
        resize(width() + wider, panel ? qMax(height(), LeastHeightBeside) : height());
        place();
    }
    if (!panel)
        return;
    m_side = new SidePanel(this);
    auto *column = new QVBoxLayout(m_side);
    column->setContentsMargins(21, 18, 20, 18);
    column->addWidget(panel);
    m_middle->addWidget(m_side);
    arrange();
}

void FormDialog::addFooterButton(QWidget *button)
{
    auto *row = static_cast<QHBoxLayout *>(m_footer->layout());
    row->insertWidget(row->indexOf(m_cancel), button);
}

void FormDialog::setHint(const QString &hint)
{
    m_hint->setText(hint);
}

void FormDialog::setPrimaryText(const QString &text)
{
    m_primary->setText(text);
    m_primary->updateGeometry();
}

void FormDialog::setBusy(bool busy)
{
    m_primary->setEnabled(!busy);
}

void FormDialog::showEvent(QShowEvent *event)
{
    if (QWidget *window = parentWidget() ? parentWidget()->window() : nullptr; window && !m_dim)
        m_dim = createDim(window);
    place();
    orderStops();
    if (m_first && !(focusWidget() && focusWidget() != m_cancel))
        m_first->setFocus(Qt::OtherFocusReason); // a Tab would select the text
    QDialog::showEvent(event);
}

bool FormDialog::eventFilter(QObject *watched, QEvent *event)
{
    // An error or a line more moves what is below it; what has the keyboard stays in sight.
    if (watched == m_scroll->widget() && event->type() == QEvent::Resize)
        QMetaObject::invokeMethod(
            this, [this] { ensureVisible(focusWidget()); }, Qt::QueuedConnection);
    return QDialog::eventFilter(watched, event);
}

/// In the middle of the window, and no larger than it.
void FormDialog::place()
{
    const QWidget *window = parentWidget() ? parentWidget()->window() : nullptr;
    if (!window)
        return;
    const QRect face(window->mapToGlobal(QPoint(0, 0)), window->size());
    resize(qMin(width(), face.width() - 32), qMin(height(), face.height() - 2 * 24));
    const int y = qMin(56, (face.height() - height()) / 2);
    move(face.left() + (face.width() - width()) / 2, face.top() + y);
}

void FormDialog::hideEvent(QHideEvent *event)
{
    QDialog::hideEvent(event);
    delete m_dim;
}

void FormDialog::mousePressEvent(QMouseEvent *event)
{
    // Without a frame of the desktop's, the title moves the dialog.
    if (event->button() == Qt::LeftButton && event->position().y() < TitleHeight && windowHandle())
        windowHandle()->startSystemMove();
    else
        QDialog::mousePressEvent(event);
}

void FormDialog::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens t = Tokens::of(palette());
    painter.fillRect(rect(), t.surface);
    paintBox(&painter, rect(), 0, t.surface, t.line);
}

} // namespace Leadline

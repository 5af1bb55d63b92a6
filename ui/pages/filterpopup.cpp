// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "filterpopup.h"

#include "cellformatter.h"
#include "money.h"

#include <QComboBox>
#include <QDateEdit>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace Leadline {

namespace {

constexpr int PopupWidth = 264;
constexpr int ListHeight = 240;

} // namespace

FilterPopup::FilterPopup(const Field &field, const Filter &filter, const QList<Facet> &facets,
                         const CellFormatter &formatter, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_field(field)
    , m_filter(filter)
    , m_facets(facets)
    , m_formatter(formatter)
    , m_column(new QVBoxLayout(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameStyle(QFrame::StyledPanel);
    setAccessibleName(tr("Filter by %1").arg(field.title));
    setFixedWidth(PopupWidth);
    m_column->setContentsMargins(12, 12, 12, 12);
    m_column->setSpacing(8);
    auto *title = new QLabel(field.title, this);
    title->setTextFormat(Qt::PlainText);
    QFont bold = title->font();
    bold.setWeight(QFont::DemiBold);
    title->setFont(bold);
    m_column->addWidget(title);
    addOperators(m_column);
    showEditor();
}

void FilterPopup::addOperators(QVBoxLayout *column)
{
    m_operators = new QComboBox(this);
    m_operators->setAccessibleName(tr("Condition"));
    for (const FilterOperator op : operatorsFor(m_field.type))
        m_operators->addItem(operatorName(op), int(op));
    m_operators->setCurrentIndex(qMax(0, m_operators->findData(int(m_filter.op))));
    connect(m_operators, &QComboBox::activated, this, [this] {
        m_filter.op = static_cast<FilterOperator>(m_operators->currentData().toInt());
        showEditor();
        change();
    });
    column->addWidget(m_operators);
}

void FilterPopup::showEditor()
{
    delete m_editor;
    m_editor = createEditor();
    if (m_editor) {
        m_column->addWidget(m_editor);
        setFocusProxy(m_editor);
        m_editor->setFocus();
    } else {
        setFocusProxy(m_operators);
        m_operators->setFocus();
    }
    adjustSize();
}

QWidget *FilterPopup::createEditor()
{
    switch (m_filter.op) {
    case FilterOperator::IsAnyOf:
    case FilterOperator::IsNoneOf:
        return createValueList();
    case FilterOperator::Contains:
    case FilterOperator::DoesNotContain:
        return createTextEdit();
    case FilterOperator::InRange:
        return createDateRange();
    case FilterOperator::Between:
        return createNumberRange();
    default:
        return nullptr;
    }
}

QWidget *FilterPopup::createValueList()
{
    auto *list = new QListWidget(this);
    list->setAccessibleName(m_field.title);
    list->setUniformItemSizes(true);
    QList<Facet> facets = m_facets;
    for (const QString &value : m_filter.values) {
        if (std::none_of(facets.cbegin(), facets.cend(), [&](const Facet &f) { return f.value == value; }))
            facets.append({value, 0});
    }
    const bool isOfUsers = m_field.type == FieldType::User || m_field.type == FieldType::Users;
    const QString me = isOfUsers ? m_formatter.directory().currentUser().id : QString();
    std::stable_partition(facets.begin(), facets.end(), [&](const Facet &f) { return f.value == me; });
    for (const Facet &facet : facets) {
        if (facet.value.isEmpty())
            continue;
        const QString name = m_formatter.symbol(m_field, facet.value);
        const QString count = m_formatter.locale().toString(facet.count);
        auto *item = new QListWidgetItem(
            facet.value == me ? tr("%1 (me, %2)").arg(name, count) : tr("%1 (%2)").arg(name, count), list);
        item->setData(Qt::UserRole, facet.value);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(m_filter.values.contains(facet.value) ? Qt::Checked : Qt::Unchecked);
    }
    list->setFixedHeight(qMin(ListHeight, qMax(1, list->count()) * 28 + 8));
    list->setCurrentRow(0);
    connect(list, &QListWidget::itemChanged, this, [this, list] {
        m_filter.values.clear();
        for (int i = 0; i < list->count(); ++i) {
            if (list->item(i)->checkState() == Qt::Checked)
                m_filter.values.append(list->item(i)->data(Qt::UserRole).toString());
        }
        change();
    });
    return list;
}

QWidget *FilterPopup::createTextEdit()
{
    auto *edit = new QLineEdit(m_filter.text, this);
    edit->setAccessibleName(m_field.title);
    edit->setClearButtonEnabled(true);
    connect(edit, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter.text = text;
        change();
    });
    connect(edit, &QLineEdit::returnPressed, this, &QWidget::close);
    return edit;
}

QWidget *FilterPopup::createDateRange()
{
    auto *editor = new QWidget(this);
    auto *column = new QVBoxLayout(editor);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto *presets = new QComboBox(editor);
    presets->setAccessibleName(tr("Range"));
    for (const DatePreset preset : datePresets())
        presets->addItem(presetName(preset), int(preset));
    presets->setCurrentIndex(presets->findData(int(m_filter.preset)));
    column->addWidget(presets);

    auto *days = new QWidget(editor);
    auto *form = new QFormLayout(days);
    form->setContentsMargins(0, 0, 0, 0);
    const auto addDay = [&](const QString &name, QVariant Filter::*bound, const QDate &otherwise) {
        auto *edit = new QDateEdit(days);
        edit->setCalendarPopup(true);
        edit->setAccessibleName(name);
        const QDate day = (m_filter.*bound).toDate();
        edit->setDate(day.isValid() ? day : otherwise);
        form->addRow(name, edit);
        connect(edit, &QDateEdit::dateChanged, this, [this, bound](const QDate &date) {
            m_filter.*bound = date;
            change();
        });
    };
    const QDate today = m_formatter.now().date();
    addDay(tr("From"), &Filter::from, today.addMonths(-1));
    addDay(tr("To"), &Filter::to, today);
    days->setVisible(m_filter.preset == DatePreset::Custom);
    column->addWidget(days);
    editor->setFocusProxy(presets);
    connect(presets, &QComboBox::activated, this, [this, presets, days, today] {
        m_filter.preset = static_cast<DatePreset>(presets->currentData().toInt());
        const bool custom = m_filter.preset == DatePreset::Custom;
        m_filter.from = custom ? QVariant(today.addMonths(-1)) : QVariant();
        m_filter.to = custom ? QVariant(today) : QVariant();
        days->setVisible(custom);
        adjustSize();
        change();
    });
    return editor;
}

QLineEdit *FilterPopup::createBoundEdit(const QString &name, QVariant Filter::*bound)
{
    auto *edit = new QLineEdit(this);
    edit->setAccessibleName(name);
    edit->setPlaceholderText(tr("any"));
    const QVariant held = m_filter.*bound;
    if (held.isValid()) {
        const QLocale &locale = m_formatter.locale();
        edit->setText(m_field.type == FieldType::Money
                          ? formatMoney(held.toLongLong(), QString(), ValuePeriod::OneTime, locale)
                          : locale.toString(held.toDouble(), 'f', QLocale::FloatingPointShortest));
    }
    connect(edit, &QLineEdit::textChanged, this, [this, edit, bound](const QString &text) {
        QVariant value;
        bool understood = true;
        if (m_field.type == FieldType::Money && !text.trimmed().isEmpty()) {
            MoneyParser parser(m_formatter.directory().currency(), m_formatter.locale());
            understood = parser.parse(text);
            value = QVariant(parser.result().minor);
        } else if (!text.trimmed().isEmpty()) {
            const double number = m_formatter.locale().toDouble(text, &understood);
            value = m_field.type == FieldType::Number ? QVariant(number) : QVariant(qint64(number));
        }
        edit->setProperty("invalid", !understood);
        edit->update();
        if (understood) {
            m_filter.*bound = value;
            change();
        }
    });
    connect(edit, &QLineEdit::returnPressed, this, &QWidget::close);
    return edit;
}

QWidget *FilterPopup::createNumberRange()
{
    auto *editor = new QWidget(this);
    auto *form = new QFormLayout(editor);
    form->setContentsMargins(0, 0, 0, 0);
    auto *from = createBoundEdit(tr("From"), &Filter::from);
    form->addRow(tr("From"), from);
    form->addRow(tr("To"), createBoundEdit(tr("To"), &Filter::to));
    editor->setFocusProxy(from);
    return editor;
}

void FilterPopup::change()
{
    Q_EMIT filterChanged(m_filter);
}

void FilterPopup::popupBelow(QWidget *anchor)
{
    adjustSize();
    QPoint at = anchor->mapToGlobal(QPoint(0, anchor->height() + 4));
    const QRect room = anchor->screen()->availableGeometry();
    at.setX(qBound(room.left() + 8, at.x(), room.right() - width() - 8));
    at.setY(qBound(room.top() + 8, at.y(), room.bottom() - height() - 8));
    move(at);
    show();
}

} // namespace Leadline

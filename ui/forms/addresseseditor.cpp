// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "addresseseditor.h"

#include "choicebox.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>

#include <algorithm>

namespace Leadline {

using namespace Qt::StringLiterals;

namespace {

/// Of the two controls at the end of a line, wide enough for the words in them.
constexpr int AddressSideWidth = 128;

enum Part { Street, Supplement, Zip, City, State, Country, PartCount };

/// What stands in a blank part, and what a screen reader calls it.
QString titleOf(int part)
{
    switch (part) {
    case Street:
        return AddressesEditor::tr("Street");
    case Supplement:
        return AddressesEditor::tr("Building, floor");
    case Zip:
        return AddressesEditor::tr("Postcode");
    case City:
        return AddressesEditor::tr("City");
    case State:
        return AddressesEditor::tr("State");
    default:
        return AddressesEditor::tr("Country (DE)");
    }
}

/// Close's key of a part.
QString keyOf(int part)
{
    static const std::array<QString, PartCount> keys{u"address_1"_s, u"address_2"_s, u"zipcode"_s,
                                                     u"city"_s,      u"state"_s,     u"country"_s};
    return keys[size_t(part)];
}

/// The part that Close's \a key names; the first one for any other.
int partOf(const QString &key)
{
    for (int part = 0; part < PartCount; ++part) {
        if (keyOf(part) == key)
            return part;
    }
    return Street;
}

QString PostalAddress::*memberOf(int part)
{
    switch (part) {
    case Street:
        return &PostalAddress::address1;
    case Supplement:
        return &PostalAddress::address2;
    case Zip:
        return &PostalAddress::zipcode;
    case City:
        return &PostalAddress::city;
    case State:
        return &PostalAddress::state;
    default:
        return &PostalAddress::country;
    }
}

const QStringList &labels()
{
    static const QStringList list{u"business"_s, u"mailing"_s, u"other"_s};
    return list;
}

PostalAddress blankAddress()
{
    PostalAddress address;
    address.label = labels().first();
    return address;
}

} // namespace

QString addressLabel(const QString &label)
{
    if (label == "business"_L1)
        return AddressesEditor::tr("business");
    if (label == "mailing"_L1)
        return AddressesEditor::tr("mailing");
    return label == "other"_L1 ? AddressesEditor::tr("other") : label;
}

struct AddressesEditor::Block
{
    QWidget *box = nullptr;
    ChoiceBox *label = nullptr;
    std::array<QLineEdit *, PartCount> edits{};

    bool isBlank() const
    {
        return std::all_of(edits.begin(), edits.end(),
                           [](const QLineEdit *edit) { return edit->text().trimmed().isEmpty(); });
    }
    bool holds(const QObject *control) const
    {
        return control == label || std::find(edits.begin(), edits.end(), control) != edits.end();
    }
};

AddressesEditor::AddressesEditor(const Field &field, const FormContext &context, QWidget *parent)
    : FieldEditor(field, context, parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(12);
    setValue({});
}

AddressesEditor::~AddressesEditor() = default;

void AddressesEditor::setValue(const QVariant &value)
{
    auto addresses = value.value<QList<PostalAddress>>();
    if (addresses.isEmpty())
        addresses.append(blankAddress());
    // Blocks that are there are filled again: new ones would stand at the end of the Tab order.
    while (m_blocks.size() > size_t(addresses.size()))
        drop(m_blocks.size() - 1);
    for (qsizetype i = 0; i < addresses.size(); ++i) {
        if (size_t(i) < m_blocks.size())
            fill(*m_blocks[size_t(i)], addresses.at(i));
        else
            append(addresses.at(i));
    }
    arrange();
}

void AddressesEditor::fill(Block &block, const PostalAddress &address)
{
    QStringList known = labels();
    if (!address.label.isEmpty() && !known.contains(address.label))
        known.append(address.label);
    block.label->clear();
    for (const QString &label : std::as_const(known))
        block.label->addItem(addressLabel(label), label);
    block.label->setCurrentIndex(int(known.indexOf(address.label)));
    for (int part = 0; part < PartCount; ++part) {
        block.edits[size_t(part)]->setText(address.*memberOf(part));
        block.edits[size_t(part)]->setCursorPosition(0);
    }
}

void AddressesEditor::append(const PostalAddress &address)
{
    auto block = std::make_unique<Block>();
    block->box = new QWidget(this);
    auto *grid = new QGridLayout(block->box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(8);
    block->label = new ChoiceBox(block->box);
    block->label->setFixedWidth(AddressSideWidth);
    for (int part = 0; part < PartCount; ++part) {
        auto *edit = new QLineEdit(block->box);
        edit->setPlaceholderText(titleOf(part));
        block->edits[size_t(part)] = edit;
        watch(edit);
        connect(edit, &QLineEdit::textEdited, this, &FieldEditor::changed);
    }
    watch(block->label);
    connect(block->label, &QComboBox::activated, this, &FieldEditor::changed);
    grid->addWidget(block->edits[Street], 0, 0, 1, 2);
    grid->addWidget(block->label, 0, 2);
    grid->addWidget(block->edits[Supplement], 1, 0, 1, 3);
    grid->addWidget(block->edits[Zip], 2, 0);
    grid->addWidget(block->edits[City], 2, 1, 1, 2);
    grid->addWidget(block->edits[State], 3, 0, 1, 2);
    grid->addWidget(block->edits[Country], 3, 2);
    grid->setColumnMinimumWidth(0, 110);
    grid->setColumnStretch(1, 1);
    block->edits[Zip]->setMaximumWidth(110);
    block->edits[Country]->setFixedWidth(AddressSideWidth);
    block->edits[Country]->setMaxLength(2);
    fill(*block, address);
    m_blocks.push_back(std::move(block));
}

void AddressesEditor::arrange()
{
    QWidget *before = nullptr;
    for (const auto &block : m_blocks) {
        m_column->removeWidget(block->box);
        m_column->addWidget(block->box);
        block->box->show();
        const std::array<QWidget *, PartCount + 1> order{
            block->edits[Street], block->label,        block->edits[Supplement], block->edits[Zip],
            block->edits[City],   block->edits[State], block->edits[Country]};
        for (QWidget *control : order) {
            if (before)
                setTabOrder(before, control);
            before = control;
        }
    }
    setFocusProxy(m_blocks.front()->edits[Street]);
    setAccessibleNames(m_name);
    Q_EMIT controlChanged();
}

void AddressesEditor::setAccessibleNames(const QString &name)
{
    m_name = name;
    for (size_t i = 0; i < m_blocks.size(); ++i) {
        const QString own = i == 0 ? name : tr("%1 %2").arg(name).arg(i + 1);
        m_blocks[i]->label->setAccessibleName(tr("%1 type").arg(own));
        for (int part = 0; part < PartCount; ++part)
            m_blocks[i]->edits[size_t(part)]->setAccessibleName(tr("%1: %2").arg(own, titleOf(part)));
    }
}

PostalAddress AddressesEditor::addressOf(const Block &block) const
{
    PostalAddress address;
    address.label = block.label->currentId();
    for (int part = 0; part < PartCount; ++part)
        address.*memberOf(part) = block.edits[size_t(part)]->text().trimmed();
    address.country = address.country.toUpper();
    return address;
}

QVariant AddressesEditor::value() const
{
    QList<PostalAddress> addresses;
    for (const auto &block : m_blocks) {
        if (!block->isBlank())
            addresses.append(addressOf(*block));
    }
    return addresses.isEmpty() ? QVariant() : QVariant::fromValue(addresses);
}

FieldProblem AddressesEditor::problem() const
{
    for (size_t i = 0; i < m_blocks.size(); ++i) {
        const QString country = addressOf(*m_blocks[i]).country;
        const bool letters =
            std::all_of(country.cbegin(), country.cend(), [](QChar c) { return c >= u'A' && c <= u'Z'; });
        if (!country.isEmpty() && (country.size() != 2 || !letters))
            return {tr("The country is two letters. Examples: DE, US"), int(i), keyOf(Country)};
    }
    return {};
}

void AddressesEditor::mark(const FieldProblem &problem)
{
    for (size_t i = 0; i < m_blocks.size(); ++i) {
        const bool mine = problem && qMax(0, problem.entry) == int(i);
        for (int part = 0; part < PartCount; ++part)
            setInvalid(m_blocks[i]->edits[size_t(part)], mine && part == partOf(problem.part));
    }
}

void AddressesEditor::focusEntry(int entry)
{
    const Block &block = *m_blocks[size_t(qBound(0, entry, int(m_blocks.size()) - 1))];
    for (QLineEdit *edit : block.edits) {
        if (edit->property("invalid").toBool()) {
            edit->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
    block.edits[Street]->setFocus(Qt::OtherFocusReason);
}

int AddressesEditor::entryOfSent(int sent) const
{
    for (size_t i = 0; i < m_blocks.size(); ++i) {
        if (!m_blocks[i]->isBlank() && sent-- == 0)
            return int(i);
    }
    return 0;
}

void AddressesEditor::addEntry()
{
    auto blank =
        std::find_if(m_blocks.begin(), m_blocks.end(), [](const auto &block) { return block->isBlank(); });
    if (blank == m_blocks.end()) {
        append(blankAddress());
        arrange();
        blank = m_blocks.end() - 1;
    }
    (*blank)->edits[Street]->setFocus(Qt::OtherFocusReason);
}

void AddressesEditor::drop(size_t at)
{
    // Out of the list first: a field that has the focus reports its loss while it goes.
    const std::unique_ptr<Block> gone = std::move(m_blocks[at]);
    m_blocks.erase(m_blocks.begin() + std::ptrdiff_t(at));
    delete gone->box;
}

void AddressesEditor::remove(size_t at)
{
    if (m_blocks.size() > 1)
        drop(at);
    else
        fill(*m_blocks.front(), blankAddress());
    arrange();
    focusEntry(int(at));
    Q_EMIT changed();
}

void AddressesEditor::move(size_t at, int by)
{
    const auto to = std::ptrdiff_t(at) + by;
    if (to < 0 || to >= std::ptrdiff_t(m_blocks.size()))
        return;
    std::swap(m_blocks[at], m_blocks[size_t(to)]);
    arrange();
    focusEntry(int(to));
    Q_EMIT changed();
}

bool AddressesEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return FieldEditor::eventFilter(watched, event);
    const auto at = std::find_if(m_blocks.begin(), m_blocks.end(),
                                 [&](const auto &block) { return block->holds(watched); });
    const auto *key = static_cast<QKeyEvent *>(event);
    const Qt::KeyboardModifiers modifiers = key->modifiers() & ~Qt::KeypadModifier;
    const bool adds = modifiers == Qt::AltModifier && key->key() == Qt::Key_Insert;
    const bool removes = modifiers == Qt::ControlModifier && key->key() == Qt::Key_Delete;
    const bool moves =
        modifiers == Qt::AltModifier && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down);
    if (at == m_blocks.end() || !(adds || removes || moves))
        return FieldEditor::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride)
        event->accept();
    else if (adds)
        addEntry();
    else if (removes)
        remove(size_t(at - m_blocks.begin()));
    else
        move(size_t(at - m_blocks.begin()), key->key() == Qt::Key_Up ? -1 : 1);
    return true;
}

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "leadeditor.h"

#include "searchtext.h"
#include "session.h"
#include "textscan.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QFocusEvent>
#include <QLineEdit>
#include <QStandardItemModel>

#include <algorithm>
#include <string>

namespace Leadline {

using namespace Qt::StringLiterals;

namespace {

constexpr int IdRole = Qt::UserRole;
constexpr size_t MostOffers = 50;

struct Match
{
    quint32 row;
    int rank; ///< 0: the name begins with what was typed, 1: one of its words, 2: somewhere in it
    QByteArray name; ///< folded
};

/// The rows whose names hold every word of \a typed, best first. A name is folded only where one of the words
/// was found, so that a hundred thousand leads are looked through between two keystrokes.
std::vector<Match> matches(const TableData &data, const QString &typed)
{
    const QList<QByteArray> words = searchWords(typed);
    const int nameField = data.fields.indexOf(u"shown_name"_s);
    std::vector<Match> found;
    if (words.isEmpty() || nameField < 0)
        return found;
    const ColumnData &names = data.columns[size_t(nameField)];
    RowSet rows(data.rows);
    for (quint32 piece = 0; piece < data.pieces(); ++piece) {
        const std::string_view word(words.first().constData(), size_t(words.first().size()));
        scanPiece(names.texts.piece(piece), word, TableData::first(piece), rows);
        // Names that are not plain.
        scanPiece(data.search.piece(piece), word, TableData::first(piece), rows);
    }
    rows.intersect(data.live);
    const QByteArray whole = foldedForSearch(typed.trimmed());
    for (quint32 row = 0; row < data.rows; ++row) {
        if (!rows.contains(row))
            continue;
        QByteArray name = foldedUtf8(names.text(row));
        if (!containsWords({name.constData(), size_t(name.size())}, words))
            continue;
        const int rank = name.startsWith(whole) ? 0 : name.contains(' ' + whole) ? 1 : 2;
        found.push_back({row, rank, std::move(name)});
    }
    const auto before = [](const Match &a, const Match &b) {
        return a.rank != b.rank ? a.rank < b.rank : a.name < b.name;
    };
    const size_t shown = std::min(found.size(), MostOffers);
    std::partial_sort(found.begin(), found.begin() + std::ptrdiff_t(shown), found.end(), before);
    found.resize(shown);
    return found;
}

} // namespace

LeadEditor::LeadEditor(const Field &field, const FormContext &context, QWidget *parent)
    : FieldEditor(field, context, parent)
    , m_edit(new QLineEdit(this))
    , m_offers(new QStandardItemModel(this))
{
    setControl(m_edit);
    m_edit->setPlaceholderText(tr("Type a company's name"));
    auto *completer = new QCompleter(m_offers, this);
    completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    completer->setMaxVisibleItems(10);
    m_edit->setCompleter(completer);
    connect(m_edit, &QLineEdit::textEdited, this, [this](const QString &typed) {
        m_id.clear();
        offer(typed);
        Q_EMIT changed();
    });
    connect(completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            [this](const QModelIndex &index) { choose(index.data(IdRole).toString()); });
}

void LeadEditor::offer(const QString &typed)
{
    m_offers->clear();
    if (!context().session)
        return;
    const RecordTable *leads = context().session->leads();
    for (const Match &match : matches(leads->data(), typed)) {
        auto *item = new QStandardItem(leads->valueAt(u"shown_name"_s, match.row).toString());
        item->setData(leads->idAt(match.row), IdRole);
        m_offers->appendRow(item);
    }
}

QString LeadEditor::nameOf(const QString &id) const
{
    const RecordTable *leads = context().session->leads();
    const int row = leads->rowOf(id);
    if (row >= 0)
        return leads->valueAt(u"shown_name"_s, quint32(row)).toString();
    const auto known = context().session->knownLead(id);
    return known ? known->displayName : id;
}

void LeadEditor::choose(const QString &id)
{
    m_id = id;
    m_edit->setText(nameOf(id));
    Q_EMIT changed();
}

QVariant LeadEditor::value() const
{
    return m_id.isEmpty() ? QVariant() : QVariant(m_id);
}

void LeadEditor::setValue(const QVariant &value)
{
    m_id = value.toString();
    m_edit->setText(m_id.isEmpty() ? QString() : nameOf(m_id));
    m_edit->setCursorPosition(0);
}

QString LeadEditor::unreadText() const
{
    return m_id.isEmpty() && !m_edit->text().trimmed().isEmpty() ? m_edit->text() : QString();
}

void LeadEditor::restoreText(const QString &text)
{
    m_id.clear();
    m_edit->setText(text);
    offer(text);
}

FieldProblem LeadEditor::problem() const
{
    if (!isUnread())
        return {};
    return {m_offers->rowCount() == 0 ? tr("No lead has this name.")
                                      : tr("Choose one of the leads in the list.")};
}

/// A name that is typed in full, and the only one that fits, needs no choosing.
void LeadEditor::commit()
{
    if (!isUnread() || !context().session)
        return;
    const QByteArray typed = foldedForSearch(m_edit->text().trimmed());
    offer(m_edit->text());
    QStringList same;
    for (int row = 0; row < m_offers->rowCount(); ++row) {
        const QStandardItem *item = m_offers->item(row);
        if (foldedForSearch(item->text()) == typed)
            same.append(item->data(IdRole).toString());
    }
    if (same.size() == 1)
        choose(same.first());
}

void LeadEditor::setReadOnly(bool readOnly)
{
    m_edit->setReadOnly(readOnly);
}

bool LeadEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut &&
        static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason)
        commit();
    return FieldEditor::eventFilter(watched, event);
}

} // namespace Leadline

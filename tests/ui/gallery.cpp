// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "gallery.h"

#include "button.h"
#include "card.h"
#include "celldelegate.h"
#include "cellroles.h"
#include "chip.h"
#include "confidencebar.h"
#include "elidedlabel.h"
#include "emptystate.h"
#include "formrow.h"
#include "formdialog.h"
#include "history.h"
#include "icons.h"
#include "linkbutton.h"
#include "mainwindow.h"
#include "messagebar.h"
#include "pageheader.h"
#include "pill.h"
#include "searchbox.h"
#include "segmentedcontrol.h"
#include "sidebar.h"
#include "skeletonrows.h"
#include "statusstrip.h"
#include "tableview.h"
#include "toolbar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Leadline;
using namespace Qt::StringLiterals;

GalleryModel::GalleryModel(QObject *parent)
    : QAbstractTableModel(parent)
{
    const QString text = uR"(Nordlicht Solar GmbH|Qualified|Jonas Falk|€ 48,000|1|12 min|Hamburg
Bluebird Logistics|Trial|Priya Nair|€ 12,400 /mo|4|1 h|Rotterdam
Café Saudade Lda|Potential|Inês Duarte|—|3|1 h|Lisboa
Atelier Moreau|Customer|Camille Moreau|€ 9,900 /yr|2|3 h|Lyon
株式会社あおぞら|Interested|田中 美咲|€ 24,500|1|Today|東京
Hargreaves & Sons Ltd|Qualified|Tom Hargreaves|€ 26,750|4|Today|Leeds
Ciudad Verde S.A.|Potential|Lucía Paredes|—|3|Yesterday|Quito
Fjordkraft Maritim AS|Trial|Sindre Aas|€ 36,400|2|Yesterday|Bergen
Zielona Energia|Qualified|Marta Kowalska|€ 31,200|1|Yesterday|Kraków
Quartz & Willow|Customer|Dana Price|€ 2,150 /mo|4|2 days|Austin
الواحة للتجارة|Interested|ليلى حداد|€ 18,000|3|2 days|عمّان
Redwood Dental Group|Bad Fit|Sam Okafor|—|2|3 days|Portland
Bergmann Präzision AG|Qualified|Uta Bergmann|€ 112,000|1|3 days|Stuttgart
Harbour Street Bakery|Potential|Niamh Kelly|—|4|4 days|Galway
Orbit Freight Systems|Trial|Luis Ortega|€ 64,300|3|5 days|Monterrey
Donaudampfschifffahrtselektrizitätenhauptbetriebswerk <b>GmbH</b>|Customer|Rolf Ahlers|€ 7,400 /yr|2|6 days|Bremen
Sunrise Yoga Collective|Interested|Mei Lin|€ 890 /mo|1|1 week|Singapore
Kestrel Aerospace|Qualified|Grace Whitfield|€ 240,000|4|1 week|Bristol
Palmera Hoteles|Potential|Andrés Gil|—|3|1 week|Palma
Iron Harbor Brewing|Customer|Kate Doyle|€ 1,200 /mo|2|2 weeks|Halifax
Vetro Nobile S.r.l.|Trial|Paolo Conti|€ 15,600|1|2 weeks|Murano
Tamarind Foods|Qualified|Ravi Menon|€ 33,900|4|3 weeks|Pune)"_s;
    for (const QString &line : text.split(u'\n'))
        rows.append(line.split(u'|'));
}

int GalleryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(rows.size());
}

int GalleryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 7;
}

QVariant GalleryModel::data(const QModelIndex &index, int role) const
{
    const QString text = rows.value(index.row()).value(index.column());
    if (role == Qt::DisplayRole)
        return text;
    if (role == CellRole::Tone && index.column() == 1) {
        static const QStringList order{u"Potential"_s,  u"Trial"_s,    u"Qualified"_s,
                                       u"Interested"_s, u"Customer"_s, u"Bad Fit"_s};
        return int(order.indexOf(text));
    }
    return {};
}

QVariant GalleryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return QStringList{u"Name"_s,    u"Status"_s, u"Primary contact"_s, u"Open value"_s, u"Contacts"_s,
                       u"Updated"_s, u"City"_s}
        .value(section);
}

void GalleryModel::sort(int column, Qt::SortOrder)
{
    sortedColumn = column;
}

namespace {

QWidget *leadsPage(GalleryModel *model)
{
    auto *page = new QWidget;
    auto *header = new PageHeader(u"Leads"_s);
    header->setCountText(u"22 of 412"_s);
    header->addTrailing(new Chip(u"Status: 6 of 6"_s));
    header->addTrailing(new Chip(u"Updated: last month"_s));
    header->addTrailing(new Chip(u"+ Filter"_s, false));
    auto *table = new TableView(u"Leads"_s);
    table->setModel(model);
    table->setColumns({{u"name"_s, CellKind::Strong, 212, true},
                       {u"status"_s, CellKind::Pill, 119, true},
                       {u"contact"_s, CellKind::Text, 166, true},
                       {u"value"_s, CellKind::Number, 105, true},
                       {u"contacts"_s, CellKind::Secondary, 68, true},
                       {u"updated"_s, CellKind::Secondary, 93, true},
                       {u"city"_s, CellKind::Secondary, 84, true}});
    table->horizontalHeader()->setSortIndicator(0, Qt::AscendingOrder);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    column->addWidget(table, 1);
    page->setFocusProxy(table);
    return page;
}

QWidget *headed(const QString &title, const QString &count, const QString &link)
{
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    auto *label = new ElidedLabel(title);
    setTextRole(label, TextRole::Strong);
    row->addWidget(label);
    if (!count.isEmpty()) {
        auto *figure = new ElidedLabel(count);
        setTextRole(figure, TextRole::Secondary);
        row->addWidget(figure);
    }
    row->addStretch(1);
    row->addWidget(new LinkButton(link));
    return line;
}

QWidget *pane()
{
    auto *pane = new QWidget;
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(20, 18, 20, 20);
    column->setSpacing(8);
    auto *title = new ElidedLabel(u"Bergmann Präzision AG"_s);
    setTextRole(title, TextRole::Title);
    column->addWidget(title);
    auto *line = new QHBoxLayout;
    auto *pill = new PillLabel;
    pill->setPill(u"Qualified"_s, Tone::Accent);
    line->addWidget(pill);
    line->addWidget(new LinkButton(u"bergmann-praezision.example"_s));
    line->addStretch(1);
    column->addLayout(line);
    column->addSpacing(8);
    column->addWidget(headed(u"Contacts"_s, u"2"_s, u"Add"_s));
    auto *card = new Card;
    auto *name = new ElidedLabel(u"Uta Bergmann"_s);
    setTextRole(name, TextRole::Strong);
    card->column()->addWidget(name);
    card->column()->addWidget(new LinkButton(u"uta@bergmann-praezision.example"_s));
    column->addWidget(card);
    auto *money = new Card;
    auto *bar = new ConfidenceBar;
    bar->setValue(70);
    money->column()->addWidget(new QLabel(u"€ 112,000"_s));
    money->column()->addSpacing(8);
    money->column()->addWidget(bar);
    column->addWidget(money);
    column->addStretch(1);
    return pane;
}

} // namespace

void fillGallery(MainWindow *window, GalleryModel *model)
{
    Sidebar *sidebar = window->sidebar();
    sidebar->setOrganization(u"Lumen Optics"_s, u"Ana Reyes"_s);
    sidebar->setCount(u"leads"_s, u"412"_s, u"412 leads"_s);
    sidebar->setCount(u"contacts"_s, u"731"_s, u"731 contacts"_s);
    sidebar->setCount(u"opportunities"_s, u"186"_s, u"186 opportunities"_s);
    sidebar->setCount(u"tasks"_s, u"9"_s, u"9 open tasks"_s);
    sidebar->setSmartViews({{u"a"_s, u"Qualified, no next step"_s, u"23"_s, u"23 leads"_s},
                            {u"b"_s, u"Trials ending this week"_s, u"8"_s, u"8 leads"_s},
                            {u"c"_s, u"Customers in DACH"_s, u"64"_s, u"64 leads"_s},
                            {u"d"_s, u"Stalled over 30 days"_s, u"17"_s, u"17 leads"_s}});
    sidebar->setFooter(u"Since yesterday"_s, u"14"_s, u"14 changes"_s);
    sidebar->setActive(u"leads"_s);
    window->toolbar()->setSyncState(u"Up to date"_s, Tone::Good);
    window->toolbar()->search()->setPlaceholderText(u"Search leads. Enter asks Close"_s);
    window->statusStrip()->setCountText(u"22 of 412 leads, 1 selected"_s);
    window->statusStrip()->setSyncText(u"Synced 12 s ago"_s);
    window->statusStrip()->setBudgetText(u"API budget 96 %"_s);
    window->history()->visit(u"a"_s);
    window->history()->visit(u"b"_s);
    window->history()->visit(u"c"_s);
    window->history()->goBack();
    window->addPage(u"leads"_s, leadsPage(model));
    window->showPage(u"leads"_s);
    window->setRecordPane(pane());
    window->showWorkspace();
}

QWidget *galleryKit()
{
    auto *kit = new QWidget;
    auto *column = new QVBoxLayout(kit);
    auto *first = new QHBoxLayout;
    auto *disabled = new Button(Button::Kind::Primary, u"Disabled"_s);
    disabled->setEnabled(false);
    auto *plain = new Button(u"Disabled"_s);
    plain->setEnabled(false);
    for (QWidget *widget : std::initializer_list<QWidget *>{
             new Button(u"Normal"_s), new Button(Button::Kind::Primary, u"Primary"_s),
             new Button(Button::Kind::Quiet, u"Quiet"_s), disabled, plain, new QPushButton(u"Plain button"_s),
             new SegmentedControl({u"Board"_s, u"List"_s, u"Forecast"_s})})
        first->addWidget(widget);
    column->addLayout(first);
    auto *second = new QHBoxLayout;
    auto *checked = new QCheckBox(u"Checked"_s);
    checked->setChecked(true);
    auto *off = new QCheckBox(u"Disabled"_s);
    off->setEnabled(false);
    auto *radio = new QRadioButton(u"Choice"_s);
    radio->setChecked(true);
    auto *field = new QLineEdit;
    field->setPlaceholderText(u"Placeholder"_s);
    auto *date = new QDateEdit(QDate(2026, 11, 24));
    date->setCalendarPopup(true);
    for (QWidget *widget :
         std::initializer_list<QWidget *>{checked, new QCheckBox(u"Not checked"_s), off, radio,
                                          new QRadioButton(u"Other"_s), new QSpinBox, date, field})
        second->addWidget(widget);
    column->addLayout(second);
    auto *third = new QHBoxLayout;
    for (const QString &name : iconNames()) {
        auto *label = new QLabel;
        label->setPixmap(icon(name).pixmap(QSize(16, 16), 1.0));
        third->addWidget(label);
    }
    column->addLayout(third);
    auto *fourth = new QHBoxLayout;
    auto *empty = new EmptyState;
    empty->setContent(u"No leads match"_s, u"Clear the search, or ask Close with Enter."_s,
                      u"Clear Search"_s);
    fourth->addWidget(empty);
    auto *skeleton = new SkeletonRows;
    fourth->addWidget(skeleton, 1);
    skeleton->start();
    auto *menu = new QMenu(kit);
    QAction *pinned = menu->addAction(icon(u"pin"_s), u"Pin"_s);
    pinned->setShortcut(QKeySequence(u"Ctrl+P"_s));
    QAction *shown = menu->addAction(u"Status"_s);
    shown->setCheckable(true);
    shown->setChecked(true);
    menu->addSeparator();
    menu->addMenu(u"More"_s);
    menu->addAction(u"Not now"_s)->setEnabled(false);
    menu->setActiveAction(pinned);
    menu->setAttribute(Qt::WA_DontShowOnScreen);
    menu->setWindowFlags(Qt::Widget);
    fourth->addWidget(menu, 0, Qt::AlignTop);
    menu->show();
    column->addLayout(fourth, 1);
    kit->resize(1000, 420);
    return kit;
}

FormDialog *galleryForm(MainWindow *window)
{
    auto *form = new FormDialog(u"New Lead"_s, window);
    const auto text = [](const QString &value) { return new QLineEdit(value); };
    const auto combo = [](const QStringList &items) {
        auto *box = new QComboBox;
        box->addItems(items);
        return box;
    };
    form->addRow(new FormRow(u"Company name"_s, u"Company name"_s, text(u"Bergman Präzision"_s)));
    form->addRow(new FormRow(u"Website"_s, u"Website"_s, text(u"bergmann-praezision.example"_s)));
    form->addRow(new FormRow(u"Industry"_s, u"Industry"_s, combo({u"Manufacturing"_s})));
    auto *description = new QPlainTextEdit(u"Met at the Hannover fair, precision milling, 180 people"_s);
    description->setFixedHeight(56);
    description->setTabChangesFocus(true);
    form->addRow(new FormRow(u"Description"_s, u"Description"_s, description));
    form->addSection(u"Primary contact"_s);
    form->addRow(new FormRow(u"Name"_s, u"Contact name"_s, text(u"Uta Bergmann"_s)));
    form->addRow(new FormRow(u"Title"_s, u"Contact title"_s, text(u"Managing Director"_s)));
    auto *email = new FormRow(u"Email"_s, u"Contact email"_s, text(u"uta@bergmann"_s));
    email->addBeside(combo({u"office"_s, u"home"_s}), 96);
    email->setError(u"This address has no domain ending. Example: name@company.com"_s);
    email->setObjectName(u"email"_s);
    form->addRow(email);
    form->addUnderFields(new LinkButton(u"Add another contact"_s));
    form->setHint(u"Draft saved"_s);
    form->setPrimaryText(u"Create Lead"_s);
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    auto *title = new ElidedLabel(u"Possible duplicate"_s);
    setTextRole(title, TextRole::Strong);
    column->addWidget(title);
    auto *card = new Card;
    auto *name = new ElidedLabel(u"Bergmann Präzision AG"_s);
    setTextRole(name, TextRole::Strong);
    card->column()->addWidget(name);
    column->addWidget(card);
    column->addStretch(1);
    form->setSidePanel(side);
    return form;
}

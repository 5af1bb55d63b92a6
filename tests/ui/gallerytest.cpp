// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "gallery.h"

#include "button.h"
#include "celldelegate.h"
#include "chip.h"
#include "elidedlabel.h"
#include "formrow.h"
#include "formdialog.h"
#include "history.h"
#include "icons.h"
#include "mainwindow.h"
#include "messagebar.h"
#include "navigationlist.h"
#include "organizationtile.h"
#include "plaintext.h"
#include "searchbox.h"
#include "sidebar.h"
#include "signinpage.h"
#include "skeletonrows.h"
#include "statuspalette.h"
#include "tableview.h"
#include "testprogram.h"
#include "theme.h"
#include "tokens.h"
#include "toolbar.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QCursor>
#include <QHeaderView>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QPlainTextEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWindow>

namespace ui_gallery {

using namespace Leadline;
using namespace Qt::StringLiterals;

/// The widgets on a real window, light and dark. With LEADLINE_PICTURES set to a folder it also leaves
/// pictures there, to be looked at.
class GalleryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void themeFollowsTheDesktop();
    void contrastOfText_data();
    void contrastOfText();
    void statusTonesFollowFirstSight();
    void everyIconIsDrawnAndTinted();
    void accessibleNames();
    void sidebarKeyboard();
    void rowsAreAsHighAsTheLook();
    void longNamesElideInTheMiddle();
    void copiesRowsAsTextAndHtml();
    void columnLayoutComesBack();
    void columnsMenuHidesAndKeepsOne();
    void searchKeys();
    void searchHintGivesWay();
    void historyMovesBackAndForward();
    void areasCycleWithF6();
    void messagesQueue();
    void chipIsRemovedByKeyAndCross();
    void fieldErrorReachesTheScreenReader();
    void formTabsFromFieldsToFooter();
    void formSubmitsWithCtrlEnterUnlessBusy();
    void signInHandsOverTheWholeKey();
    void signInSaysWhatIsWrong();
    void skeletonWaits();
    void germanLengthsFit();
    void pictures_data();
    void pictures();

private:
    Theme *m_theme = nullptr;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<GalleryModel> m_model;
};

void GalleryTest::initTestCase()
{
    QCursor::setPos(1400, 880);
    m_theme = new Theme(qApp, this);
    m_theme->setMode(Theme::Mode::Light);
}

void GalleryTest::init()
{
    m_model = std::make_unique<GalleryModel>();
    m_window = std::make_unique<MainWindow>();
    fillGallery(m_window.get(), m_model.get());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void GalleryTest::cleanup()
{
    m_window.reset();
    m_model.reset();
    m_theme->setMode(Theme::Mode::Light);
}

void GalleryTest::pictures_data()
{
    QTest::addColumn<Theme::Mode>("mode");
    QTest::newRow("light") << Theme::Mode::Light;
    QTest::newRow("dark") << Theme::Mode::Dark;
    QTest::newRow("contrast") << Theme::Mode::HighContrast;
}

void GalleryTest::pictures()
{
    QFETCH(Theme::Mode, mode);
    m_theme->setMode(mode);
    QTRY_COMPARE(m_window->sidebar()->palette().color(QPalette::Window),
                 QApplication::palette().color(QPalette::Window));
    const QString folder = qEnvironmentVariable("LEADLINE_PICTURES");
    const QString suffix = QLatin1StringView(QTest::currentDataTag());
    const auto keep = [&](const QString &name, QWidget *widget) {
        const QPixmap picture = widget->grab();
        QCOMPARE(picture.isNull(), false);
        if (!folder.isEmpty())
            QVERIFY(picture.save(folder + u'/' + name + u'-' + suffix + u".png"_s));
    };
    auto *table = m_window->findChild<TableView *>();
    table->selectRow(12);
    keep(u"leads"_s, m_window.get());

    FormDialog *form = galleryForm(m_window.get());
    form->open();
    QVERIFY(QTest::qWaitForWindowExposed(form));
    QPixmap both = m_window->grab();
    {
        QPainter painter(&both);
        painter.drawPixmap(form->mapToGlobal(QPoint()) - m_window->mapToGlobal(QPoint()), form->grab());
    }
    if (!folder.isEmpty())
        QVERIFY(both.save(folder + u"/form-"_s + suffix + u".png"_s));
    form->reject();
    delete form;

    m_window->messageBar()->post({u"offline"_s,
                                  MessageBar::Kind::Warning,
                                  u"No connection. You see the copy of 12 minutes ago; changes wait here."_s,
                                  {{u"Try again"_s, [] {}, true}},
                                  true});
    m_window->setRecordPaneVisible(false);
    QTRY_COMPARE(table->width(), m_window->width() - m_window->sidebar()->width());
    keep(u"message"_s, m_window.get());
    m_window->messageBar()->clearAll();

    std::unique_ptr<QWidget> kit(galleryKit());
    kit->show();
    QVERIFY(QTest::qWaitForWindowExposed(kit.get()));
    keep(u"kit"_s, kit.get());
    kit.reset();

    m_window->signInPage()->keyEdit()->setKey(u"api_12345678901234567890"_s);
    m_window->signInPage()->showError(
        u"Close does not know this key. Keys are made in Close under Settings, Developer, API Keys."_s,
        u"Open that page"_s);
    m_window->showSignIn();
    keep(u"sign-in"_s, m_window.get());
}

namespace {

QAccessibleInterface *accessible(QObject *object)
{
    return QAccessible::queryAccessibleInterface(object);
}

QString accessibleName(QObject *object)
{
    return accessible(object)->text(QAccessible::Name);
}

} // namespace

void GalleryTest::themeFollowsTheDesktop()
{
    // The offscreen platform's palette is a light one.
    m_theme->setMode(Theme::Mode::System);
    QVERIFY(!m_theme->isDark());
    QVERIFY(!m_theme->isHighContrast());
    QCOMPARE(QApplication::palette().color(QPalette::Window), Tokens::lightTokens().window);
    m_theme->setMode(Theme::Mode::Dark);
    QVERIFY(m_theme->isDark());
    // Widgets and their labels follow, without being told.
    QTRY_COMPARE(Tokens::of(m_window->toolbar()->palette()).dark, true);
    QPalette strong;
    strong.setColor(QPalette::Window, Qt::black);
    strong.setColor(QPalette::Base, Qt::black);
    strong.setColor(QPalette::WindowText, Qt::white);
    strong.setColor(QPalette::Text, Qt::white);
    QVERIFY(Theme::isHighContrastPalette(strong));
    QVERIFY(Tokens::of(strong).highContrast);
    QVERIFY(!Theme::isHighContrastPalette(Tokens::darkTokens().palette()));

    // A change of the desktop's theme brings the palette back after somebody else set another.
    m_theme->setMode(Theme::Mode::Light);
    QSignalSpy applied(m_theme, &Theme::applied);
    QEvent change(QEvent::ThemeChange);
    QApplication::sendEvent(m_window->windowHandle(), &change);
    QTRY_COMPARE(applied.size(), 1);
}

void GalleryTest::contrastOfText_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void GalleryTest::contrastOfText()
{
    QFETCH(bool, dark);
    const Tokens t = dark ? Tokens::darkTokens() : Tokens::lightTokens();
    const auto check = [](const char *what, const QColor &text, const QColor &ground) {
        const double ratio = contrastRatio(text, ground);
        QVERIFY2(ratio >= 4.5, qPrintable("%1: %2"_L1.arg(QLatin1StringView(what), QString::number(ratio))));
    };
    for (const QColor &ground : {t.window, t.surface, t.field, t.sidebar, t.hover}) {
        check("text", t.text, ground);
        check("text2", t.text2, ground);
        check("text3", t.text3, ground);
    }
    for (const QColor &ground : {t.window, t.surface, t.hover, t.selection})
        check("accent", t.accent, ground);
    // Hints turn to text2 on a selected row.
    check("text on selection", t.text, t.selection);
    check("text2 on selection", t.text2, t.selection);
    check("on accent", t.onAccent, t.accent);
    for (int colour = 0; colour < organizationColours(); ++colour)
        check("organization", t.onAccent, t.tone(organizationTone(colour)));
    for (const Tone tone : {Tone::Grey, Tone::Warn, Tone::Accent, Tone::Violet, Tone::Good, Tone::Bad}) {
        check("pill", t.tone(tone), t.toneSoft(tone));
        check("tone on surface", t.tone(tone), t.surface);
        check("message", t.text, t.toneSoft(tone));
    }
    check("action in message", t.accent, t.accentSoft);
    check("error beside sign-in", t.bad, t.window);
    check("menu hint", t.text2, t.selection);
}

void GalleryTest::statusTonesFollowFirstSight()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"settings.ini"_s);
    {
        QSettings settings(file, QSettings::IniFormat);
        StatusPalette tones(&settings);
        using Kind = StatusPalette::Kind;
        QCOMPARE(tones.tone(Kind::Lead, u"stat_1"_s), Tone::Grey);
        QCOMPARE(tones.tone(Kind::Lead, u"stat_2"_s), Tone::Accent);
        QCOMPARE(tones.tone(Kind::Lead, u"stat_3"_s), Tone::Good);
        QCOMPARE(tones.tone(Kind::ActiveOpportunity, u"stat_a"_s), Tone::Grey);
        QCOMPARE(tones.tone(Kind::ActiveOpportunity, u"stat_b"_s), Tone::Warn);
        QCOMPARE(tones.tone(Kind::WonOpportunity, u"stat_w"_s), Tone::Good);
        QCOMPARE(tones.tone(Kind::LostOpportunity, u"stat_l"_s), Tone::Bad);
        tones.setTone(Kind::Lead, u"stat_1"_s, Tone::Violet);
    }
    QSettings settings(file, QSettings::IniFormat);
    StatusPalette again(&settings);
    QCOMPARE(again.tone(StatusPalette::Kind::Lead, u"stat_2"_s), Tone::Accent);
    QCOMPARE(again.tone(StatusPalette::Kind::Lead, u"stat_1"_s), Tone::Violet);
    QCOMPARE(again.tone(StatusPalette::Kind::Lead, u"stat_4"_s), Tone::Warn);
}

void GalleryTest::everyIconIsDrawnAndTinted()
{
    const QStringList names = iconNames();
    QVERIFY(names.size() >= 30);
    for (const QString &name : names) {
        for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
            m_theme->setMode(mode);
            const QColor expected = Tokens::of(QApplication::palette()).text2;
            const QImage image =
                icon(name).pixmap(QSize(16, 16), 2.0).toImage().convertToFormat(QImage::Format_ARGB32);
            QCOMPARE(image.size(), QSize(32, 32));
            bool full = false;
            for (int y = 0; y < 32 && !full; ++y) {
                for (int x = 0; x < 32 && !full; ++x)
                    full = image.pixelColor(x, y) == expected;
            }
            QVERIFY2(full, qPrintable(name));
        }
    }
}

void GalleryTest::accessibleNames()
{
    Sidebar *sidebar = m_window->sidebar();
    QCOMPARE(accessibleName(sidebar->sections()), u"Sections"_s);
    QStringList names;
    QStringList descriptions;
    QAccessibleInterface *list = accessible(sidebar->sections());
    for (int i = 0; i < list->childCount(); ++i) {
        names.append(list->child(i)->text(QAccessible::Name));
        descriptions.append(list->child(i)->text(QAccessible::Description));
    }
    QCOMPARE(names, QStringList({u"Leads"_s, u"Contacts"_s, u"Opportunities"_s, u"Pipeline"_s, u"Tasks"_s}));
    QCOMPARE(descriptions.at(0), u"412 leads"_s);
    QCOMPARE(accessibleName(m_window->toolbar()->search()), u"Search"_s);
    QCOMPARE(accessibleName(m_window->toolbar()->refreshButton()), u"Refresh"_s);
    QCOMPARE(accessibleName(m_window->toolbar()->newLeadButton()), u"New Lead"_s);
    QCOMPARE(accessibleName(m_window->toolbar()->newOpportunityButton()), u"New Opportunity"_s);
    QCOMPARE(accessibleName(m_window->findChild<TableView *>()), u"Leads"_s);
    // A label with a name of its own would hide its text on Qt 6.4.
    QStringList labels;
    const auto children = m_window->findChildren<QLabel *>();
    for (QLabel *label : children)
        labels.append(accessibleName(label));
    QVERIFY(labels.contains(u"22 of 412 leads, 1 selected"_s));
    QVERIFY(labels.contains(u"Up to date"_s));
}

void GalleryTest::sidebarKeyboard()
{
    Sidebar *sidebar = m_window->sidebar();
    QSignalSpy sections(sidebar, &Sidebar::sectionActivated);
    QSignalSpy views(sidebar, &Sidebar::smartViewActivated);
    sidebar->sections()->setFocus();
    QTest::keyClick(sidebar->sections(), Qt::Key_Down);
    QCOMPARE(sections.size(), 0);
    QTest::keyClick(sidebar->sections(), Qt::Key_Return);
    QCOMPARE(sections.size(), 1);
    QCOMPARE(sections.at(0).at(0).toString(), u"contacts"_s);
    QCOMPARE(sidebar->sections()->active(), u"contacts"_s);
    for (int i = 0; i < 4; ++i)
        QTest::keyClick(sidebar->sections(), Qt::Key_Down);
    QTRY_VERIFY(sidebar->smartViews()->hasFocus());
    QTest::keyClick(sidebar->smartViews(), Qt::Key_Return);
    QCOMPARE(views.size(), 1);
    QCOMPARE(views.at(0).at(0).toString(), u"a"_s);
    // One place at a time.
    QCOMPARE(sidebar->sections()->active(), QString());
    QTest::mouseClick(sidebar->sections()->viewport(), Qt::LeftButton, {},
                      QPoint(60, 3 * NavigationList::RowPitch + 10));
    QCOMPARE(sections.last().at(0).toString(), u"pipeline"_s);
    QCOMPARE(sidebar->smartViews()->active(), QString());
}

void GalleryTest::rowsAreAsHighAsTheLook()
{
    auto *table = m_window->findChild<TableView *>();
    QCOMPARE(table->rowHeight(0), 32);
    QCOMPARE(table->horizontalHeader()->height(), 30);
    table->setCompact(true);
    QCOMPARE(table->rowHeight(0), 26);
    QCOMPARE(m_window->sidebar()->width(), 216);
    QCOMPARE(m_window->toolbar()->height(), 52);
    QCOMPARE(m_window->recordPane()->width(), 375); // and one pixel of line
    QCOMPARE(m_window->toolbar()->newLeadButton()->height(), 32);
}

void GalleryTest::longNamesElideInTheMiddle()
{
    ElidedLabel label(u"Donaudampfschifffahrtselektrizitätenhauptbetriebswerk"_s);
    label.resize(120, 20);
    QVERIFY(label.isElided());
    QCOMPARE(accessibleName(&label), u"Donaudampfschifffahrtselektrizitätenhauptbetriebswerk"_s);
    label.resize(label.sizeHint());
    QVERIFY(!label.isElided());

    auto *table = m_window->findChild<TableView *>();
    const QModelIndex longName = m_model->index(15, 0);
    QVERIFY(table->cellDelegate()->isElided(table->visualRect(longName), longName));
    QVERIFY(!table->cellDelegate()->isElided(table->visualRect(m_model->index(0, 0)), m_model->index(0, 0)));
    // Markup in a name must stay text in the tooltip.
    QVERIFY(plainToolTip(longName.data().toString()).contains("&lt;b&gt;"_L1));
}

void GalleryTest::copiesRowsAsTextAndHtml()
{
    auto *table = m_window->findChild<TableView *>();
    table->horizontalHeader()->moveSection(6, 0);
    table->setColumnHidden(1, true);
    table->selectRow(15);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
    const QMimeData *data = QApplication::clipboard()->mimeData();
    QCOMPARE(data->text(),
             u"Bremen\tDonaudampfschifffahrtselektrizitätenhauptbetriebswerk <b>GmbH</b>\tRolf Ahlers\t"
             "€ 7,400 /yr\t2\t6 days\n"_s);
    QVERIFY(data->html().contains("<td>Bremen</td>"_L1));
    QVERIFY(data->html().contains("&lt;b&gt;GmbH"_L1));
}

void GalleryTest::columnLayoutComesBack()
{
    auto *table = m_window->findChild<TableView *>();
    table->horizontalHeader()->moveSection(6, 1);
    table->horizontalHeader()->resizeSection(0, 300);
    table->setColumnHidden(4, true);
    table->horizontalHeader()->setSortIndicator(3, Qt::DescendingOrder);
    const QJsonObject layout = table->columnLayout();
    QCOMPARE(layout.value(u"version"_s).toInt(), 1);
    QCOMPARE(layout.value(u"columns"_s).toArray().at(1).toObject().value(u"key"_s).toString(), u"city"_s);

    table->resetColumnLayout();
    QCOMPARE(table->horizontalHeader()->sectionSize(0), 212);
    QVERIFY(!table->isColumnHidden(4));
    QCOMPARE(table->horizontalHeader()->visualIndex(6), 6);

    m_model->sortedColumn = -1;
    table->setColumnLayout(layout);
    QCOMPARE(table->horizontalHeader()->sectionSize(0), 300);
    QVERIFY(table->isColumnHidden(4));
    QCOMPARE(table->horizontalHeader()->visualIndex(6), 1);
    QCOMPARE(table->columnLayout(), layout);
    // A layout of another version is somebody else's.
    QJsonObject foreign = layout;
    foreign.insert(u"version"_s, 2);
    table->resetColumnLayout();
    table->setColumnLayout(foreign);
    QVERIFY(!table->isColumnHidden(4));
}

void GalleryTest::columnsMenuHidesAndKeepsOne()
{
    auto *table = m_window->findChild<TableView *>();
    QSignalSpy changed(table, &TableView::columnLayoutChanged);
    std::unique_ptr<QMenu> menu(table->createColumnsMenu(nullptr));
    QCOMPARE(menu->actions().at(1)->text(), u"Status"_s);
    menu->actions().at(1)->trigger();
    QVERIFY(table->isColumnHidden(1));
    QVERIFY(changed.size() > 0);
    for (int i = 2; i < 7; ++i)
        menu->actions().at(i)->trigger();
    menu.reset(table->createColumnsMenu(nullptr));
    QVERIFY(!menu->actions().at(0)->isEnabled());
    QVERIFY(menu->actions().at(1)->isEnabled());
}

void GalleryTest::searchKeys()
{
    SearchBox *search = m_window->toolbar()->search();
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(search->hasFocus());
    QSignalSpy submitted(search, &SearchBox::submitted);
    QTest::keyClicks(search, u"falk"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(submitted.size(), 1);
    QCOMPARE(submitted.at(0).at(0).toString(), u"falk"_s);
    QTest::keyClick(search, Qt::Key_Escape);
    QCOMPARE(search->text(), QString());
}

/// The key stands in the box only where it does not lie over what the box is for.
void GalleryTest::searchHintGivesWay()
{
    SearchBox search;
    search.setPlaceholderText(u"Search leads. Enter asks Close"_s);
    for (const int width : {160, 480}) {
        search.setShortcutHint({});
        search.resize(width, 32);
        const QImage without = search.grab().toImage();
        search.setShortcutHint(u"Ctrl+F"_s);
        QCOMPARE(search.grab().toImage() != without, width == 480);
    }
}

void GalleryTest::historyMovesBackAndForward()
{
    History history;
    QSignalSpy revisited(&history, &History::revisited);
    history.visit(u"leads"_s);
    QVERIFY(!history.canGoBack());
    history.visit(u"lead/a"_s);
    history.visit(u"lead/a"_s);
    history.visit(u"lead/b"_s);
    history.goBack();
    history.goBack();
    QCOMPARE(history.current(), u"leads"_s);
    history.goForward();
    QCOMPARE(revisited.last().at(0).toString(), u"lead/a"_s);
    history.visit(u"contacts"_s);
    QVERIFY(!history.canGoForward());
}

void GalleryTest::areasCycleWithF6()
{
    auto *table = m_window->findChild<TableView *>();
    m_window->activateWindow();
    m_window->toolbar()->search()->setFocus();
    QTest::keyClick(m_window.get(), Qt::Key_F6);
    QTRY_VERIFY(table->hasFocus());
    QTest::keyClick(m_window.get(), Qt::Key_F6);
    QTRY_VERIFY(m_window->recordPane()->isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(m_window.get(), Qt::Key_F6);
    QTRY_VERIFY(m_window->sidebar()->sections()->hasFocus());
    QTest::keyClick(m_window.get(), Qt::Key_F6, Qt::ShiftModifier);
    QTRY_VERIFY(m_window->recordPane()->isAncestorOf(QApplication::focusWidget()));
}

void GalleryTest::messagesQueue()
{
    MessageBar *bar = m_window->messageBar();
    QVERIFY(!bar->isVisible());
    int retried = 0;
    bar->post({u"offline"_s,
               MessageBar::Kind::Warning,
               u"No connection."_s,
               {{u"Try again"_s, [&] { ++retried; }, true}},
               true});
    bar->post({u"key"_s, MessageBar::Kind::Error, u"Close does not know this key."_s, {}, true});
    QVERIFY(bar->isVisible());
    QCOMPARE(bar->current(), u"offline"_s);
    QCOMPARE(bar->waiting(), 1);
    QCOMPARE(accessible(bar)->role(), QAccessible::AlertMessage);
    QCOMPARE(accessibleName(bar), u"No connection."_s);
    // The same id again takes the message's place instead of joining the queue.
    bar->post({u"offline"_s,
               MessageBar::Kind::Warning,
               u"Still no connection."_s,
               {{u"Try again"_s, [&] { ++retried; }, true}},
               true});
    QCOMPARE(bar->waiting(), 1);
    QCOMPARE(bar->text(), u"Still no connection."_s);
    QAbstractButton *action = nullptr;
    const auto buttons = bar->findChildren<QAbstractButton *>();
    for (QAbstractButton *button : buttons) {
        if (button->text() == "Try again"_L1 && button->isVisible())
            action = button;
    }
    QVERIFY(action);
    QTest::mouseClick(action, Qt::LeftButton);
    QCOMPARE(retried, 1);
    QCOMPARE(bar->current(), u"key"_s);
    bar->setFocus();
    QTest::keyClick(bar, Qt::Key_Escape);
    QVERIFY(!bar->isVisible());
}

void GalleryTest::chipIsRemovedByKeyAndCross()
{
    Chip chip(u"Status: Trial"_s);
    chip.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chip));
    QSignalSpy removed(&chip, &Chip::removed);
    QSignalSpy clicked(&chip, &Chip::clicked);
    QTest::keyClick(&chip, Qt::Key_Delete);
    QCOMPARE(removed.size(), 1);
    QTest::mouseClick(&chip, Qt::LeftButton, {}, QPoint(chip.sizeHint().width() - 12, 12));
    QCOMPARE(removed.size(), 2);
    QCOMPARE(clicked.size(), 0);
    QTest::mouseClick(&chip, Qt::LeftButton, {}, QPoint(20, 12));
    QCOMPARE(removed.size(), 2);
    QCOMPARE(clicked.size(), 1);
}

void GalleryTest::fieldErrorReachesTheScreenReader()
{
    auto *editor = new QLineEdit;
    FormRow row(u"Email"_s, u"Contact email"_s, editor);
    QCOMPARE(accessibleName(editor), u"Contact email"_s);
    row.setError(u"This address has no domain ending."_s);
    QCOMPARE(accessible(editor)->text(QAccessible::Description), u"This address has no domain ending."_s);
    QCOMPARE(editor->property("invalid").toBool(), true);
    row.setError(QString());
    QCOMPARE(accessible(editor)->text(QAccessible::Description), QString());
    QCOMPARE(editor->property("invalid").toBool(), false);
}

void GalleryTest::formTabsFromFieldsToFooter()
{
    std::unique_ptr<FormDialog> form(galleryForm(m_window.get()));
    form->open();
    QTRY_COMPARE(QApplication::activeWindow(), form.get());
    QStringList order;
    for (int i = 0; i < 12; ++i) {
        QWidget *focus = QApplication::focusWidget();
        QVERIFY(focus);
        order.append(accessibleName(focus));
        QTest::keyClick(focus, Qt::Key_Tab);
    }
    QCOMPARE(order.mid(0, 4),
             QStringList({u"Company name"_s, u"Website"_s, u"Industry"_s, u"Description"_s}));
    QCOMPARE(order.at(6), u"Contact email"_s);
    QVERIFY(order.indexOf(u"Cancel"_s) > order.indexOf(u"Add another contact"_s));
    QCOMPARE(order.indexOf(u"Create Lead"_s), order.indexOf(u"Cancel"_s) + 1);
}

void GalleryTest::formSubmitsWithCtrlEnterUnlessBusy()
{
    std::unique_ptr<FormDialog> form(galleryForm(m_window.get()));
    form->open();
    QTRY_COMPARE(QApplication::activeWindow(), form.get());
    QSignalSpy triggered(form.get(), &FormDialog::primaryTriggered);
    QTest::keyClick(form.get(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(triggered.size(), 1);
    form->setBusy(true);
    QTest::keyClick(form.get(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(triggered.size(), 1);
    QSignalSpy rejected(form.get(), &QDialog::rejected);
    QTest::keyClick(form.get(), Qt::Key_Escape);
    QCOMPARE(rejected.size(), 1);
}

void GalleryTest::signInHandsOverTheWholeKey()
{
    SignInPage *page = m_window->signInPage();
    m_window->showSignIn();
    QSignalSpy verify(page, &SignInPage::verifyRequested);
    KeyEdit *key = page->keyEdit();
    QTest::keyClicks(key, u"api_abc.DEF"_s);
    QCOMPARE(key->key(), u"api_abc.DEF"_s);
    QCOMPARE(key->displayText(), QString(7, QChar(0x2022)));
    QTest::keyClick(key, Qt::Key_Return);
    QCOMPARE(verify.size(), 1);
    QCOMPARE(verify.at(0).at(0).toString(), u"api_abc.DEF"_s);
    key->setText(u"  api_pasted  "_s);
    QCOMPARE(key->key(), u"api_pasted"_s);
    page->setBusy(true);
    QTest::keyClick(key, Qt::Key_Return);
    QCOMPARE(verify.size(), 1);
    page->reset();
    QCOMPARE(key->key(), QString());
}

void GalleryTest::signInSaysWhatIsWrong()
{
    SignInPage *page = m_window->signInPage();
    m_window->showSignIn();
    QSignalSpy verify(page, &SignInPage::verifyRequested);
    QTest::keyClick(page->keyEdit(), Qt::Key_Return);
    QCOMPARE(verify.size(), 0);
    QVERIFY(!page->error().isEmpty());
    QCOMPARE(accessible(page->keyEdit())->text(QAccessible::Description), page->error());
    QTest::keyClicks(page->keyEdit(), u"a"_s);
    QCOMPARE(page->error(), QString());

    // Without an error too, the page says where a key comes from, with a link in the colour of the look.
    const auto hint = [page]() -> QLabel * {
        for (auto *label : page->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains("href='keys'"_L1))
                return label;
        }
        return nullptr;
    };
    QVERIFY(hint());
    QVERIFY(hint()->text().contains("Settings, Developer, API Keys"_L1));
    for (const Theme::Mode mode : {Theme::Mode::Dark, Theme::Mode::Light}) {
        m_theme->setMode(mode);
        QTRY_VERIFY(hint()->text().contains(Tokens::of(page->palette()).accent.name()));
    }
    QSignalSpy keysPage(page, &SignInPage::openKeysPageRequested);
    Q_EMIT hint()->linkActivated(u"keys"_s);
    QCOMPARE(keysPage.size(), 1);
}

void GalleryTest::skeletonWaits()
{
    QWidget page;
    SkeletonRows rows(&page);
    page.show();
    rows.start();
    QVERIFY(!rows.isVisible());
    QTRY_VERIFY(rows.isVisible());
    QVERIFY(rows.areRowsShown());
    rows.stop();
    rows.start();
    rows.stop();
    QVERIFY(!rows.isWaiting());
    QVERIFY(!rows.isVisible());
}

void GalleryTest::germanLengthsFit()
{
    Toolbar *bar = m_window->toolbar();
    bar->newLeadButton()->setText(u"Neuer Interessent"_s);
    bar->newOpportunityButton()->setText(u"Neue Verkaufschance"_s);
    bar->setSyncState(u"Wird gerade abgeglichen, 1.200 von 98.410"_s, Tone::Accent);
    m_window->resize(1100, 700);
    QTRY_COMPARE(m_window->width(), 1100);
    QTRY_VERIFY(bar->newLeadButton()->geometry().right() < bar->width());
    for (Button *button : {bar->newLeadButton(), bar->newOpportunityButton()})
        QVERIFY(button->width() >= button->sizeHint().width());
    QVERIFY(bar->search()->width() >= 160);
    QVERIFY(!bar->newLeadButton()->geometry().intersects(bar->newOpportunityButton()->geometry()));
}

LEADLINE_TEST(ui_gallery, QTEST_MAIN, GalleryTest)

} // namespace ui_gallery

#include "gallerytest.moc"

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "accessiblenames.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QAccessibleWidget>
#include <QComboBox>
#include <QLineEdit>

namespace Leadline {

using namespace Qt::StringLiterals;

namespace {

class NamedComboBox : public QAccessibleWidget
{
public:
    explicit NamedComboBox(QWidget *widget)
        : QAccessibleWidget(widget, QAccessible::ComboBox)
    {
    }

    QString text(QAccessible::Text which) const override
    {
        const QString own = QAccessibleWidget::text(which);
        if (which == QAccessible::Value || (which == QAccessible::Name && own.isEmpty()))
            return combo()->currentText();
        return own;
    }

    int childCount() const override { return combo()->isEditable() ? 2 : 1; }

    QAccessibleInterface *child(int index) const override
    {
        if (index == 0)
            return QAccessible::queryAccessibleInterface(combo()->view());
        return index == 1 ? QAccessible::queryAccessibleInterface(combo()->lineEdit()) : nullptr;
    }

    int indexOfChild(const QAccessibleInterface *child) const override
    {
        if (child->object() == combo()->view())
            return 0;
        return combo()->isEditable() && child->object() == combo()->lineEdit() ? 1 : -1;
    }

    QAccessible::State state() const override
    {
        QAccessible::State result = QAccessibleWidget::state();
        result.expandable = true;
        result.expanded = combo()->view()->isVisible();
        result.editable = combo()->isEditable();
        return result;
    }

    QStringList actionNames() const override { return {showMenuAction(), pressAction()}; }

    void doAction(const QString &name) override
    {
        if (name != showMenuAction() && name != pressAction())
            return;
        if (combo()->view()->isVisible())
            combo()->hidePopup();
        else
            combo()->showPopup();
    }

private:
    QComboBox *combo() const { return static_cast<QComboBox *>(widget()); }
};

QAccessibleInterface *comboFactory(const QString &className, QObject *object)
{
    if (className == "QComboBox"_L1 && qobject_cast<QComboBox *>(object))
        return new NamedComboBox(static_cast<QWidget *>(object));
    return nullptr;
}

} // namespace

void installAccessibleNames()
{
    QAccessible::installFactory(comboFactory); // the same one again is ignored
}

} // namespace Leadline

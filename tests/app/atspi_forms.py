# SPDX-FileCopyrightText: 2026 The Leadline authors
# SPDX-License-Identifier: MIT
"""A screen reader finds the other tables, and each field and button of the forms New Opportunity and Edit Lead, by
their names."""
import time

from atspisession import Program, children, descendants, fail, press, pyatspi, wait_for

FIELDS = ["Lead", "Status", "Value", "Confidence", "Note"]


def showing(program, name):
    """The button of that name that can be seen; what was asked before is forgotten, as it may have been hidden then."""
    for window in children(program.application()):
        for accessible in descendants(window):
            if accessible.name == name and accessible.getRole() == pyatspi.ROLE_PUSH_BUTTON:
                accessible.clear_cache()
                if accessible.getState().contains(pyatspi.STATE_SHOWING):
                    return accessible
    return None


with Program("--demo") as program:
    # A lead is edited from the pane beside the table: Down leads from the search box to the first row. At first: without
    # a window manager no keys reach the window any more behind a dialog.
    leads = program.find(pyatspi.ROLE_TABLE, "Leads")
    wait_for("rows", lambda: (leads.clear_cache(), leads.queryTable().nRows > 0)[1])
    search = program.find(pyatspi.ROLE_TEXT, "Search")

    def edit_of_a_row():
        # To the table and to a row; again until the window has the keyboard.
        search.queryComponent().grabFocus()
        for _ in range(2):
            pyatspi.Registry.generateKeyboardEvent(116, None, pyatspi.KEY_PRESSRELEASE)
        time.sleep(0.5)
        return showing(program, "Edit lead")

    press(wait_for("Edit lead", edit_of_a_row))
    form = program.form()
    if form.accessible.name != "Edit Lead":
        fail(f"the form is called {form.accessible.name!r}")
    form.wait_for_fields(["Company name", "Website", "Status", "Description"])
    form.button("Save")
    form.press("Cancel")
    program.wait_for_no_form()

    for table in ("Leads", "Contacts", "Opportunities"):
        program.go_to(table)
        program.find(pyatspi.ROLE_TABLE, table)

    press(program.find(pyatspi.ROLE_PUSH_BUTTON, "New Opportunity"))
    form = program.form()
    form.wait_for_fields(FIELDS)
    form.button("Create Opportunity")
    form.press("Cancel")
    program.wait_for_no_form()

# SPDX-FileCopyrightText: 2026 The Leadline authors
# SPDX-License-Identifier: MIT
"""A screen reader reads the Leads table of the demo, finds the sections and opens and leaves the New Lead form."""
from atspisession import Program, children, fail, press, pyatspi, wait_for

LEADS = 400
SECTIONS = ["Leads", "Contacts", "Opportunities", "Pipeline"]
FIELDS = ["Company name", "Website", "Description", "Status", "Contact name", "Contact title", "Contact email",
          "Contact phone"]


with Program("--demo") as program:
    table = program.find(pyatspi.ROLE_TABLE, "Leads")
    wait_for(f"{LEADS} rows of Leads", lambda: table.queryTable().nRows == LEADS)

    sections = program.find(pyatspi.ROLE_LIST, "Sections")
    names = [item.name for item in children(sections) if item.getRole() == pyatspi.ROLE_LIST_ITEM]
    if names[:len(SECTIONS)] != SECTIONS:
        fail(f"the sections are named {names}")

    # The window's text of the count, which is its name.
    program.find(pyatspi.ROLE_LABEL, f"{LEADS} of {LEADS} leads")

    program.find(pyatspi.ROLE_TEXT, "Search")
    program.find(pyatspi.ROLE_PUSH_BUTTON, "Refresh")
    press(program.find(pyatspi.ROLE_PUSH_BUTTON, "New Lead"))
    form = program.form()
    form.wait_for_fields(FIELDS)
    form.button("Create Lead")
    form.press("Cancel")
    program.wait_for_no_form()
    if table.queryTable().nRows != LEADS:
        fail(f"{table.queryTable().nRows} leads after Cancel")

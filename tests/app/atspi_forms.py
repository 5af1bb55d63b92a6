# SPDX-FileCopyrightText: 2026 The Leadline authors
# SPDX-License-Identifier: MIT
"""A screen reader finds the other tables, and each field and button of the New Opportunity form, by their names."""
from atspisession import Program, press, pyatspi

FIELDS = ["Lead", "Status", "Value", "Confidence", "Note"]


with Program("--demo") as program:
    for table in ("Leads", "Contacts", "Opportunities"):
        program.go_to(table)
        program.find(pyatspi.ROLE_TABLE, table)

    press(program.find(pyatspi.ROLE_PUSH_BUTTON, "New Opportunity"))
    form = program.form()
    form.wait_for_fields(FIELDS)
    form.button("Create Opportunity")
    form.press("Cancel")
    program.wait_for_no_form()

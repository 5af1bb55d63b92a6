# SPDX-FileCopyrightText: 2026 The Leadline authors
# SPDX-License-Identifier: MIT
"""A screen reader finds the program and its window by name, and what the sign-in page asks for."""
from atspisession import Program, fail, pyatspi

with Program() as program:
    application = program.application()
    if application.name != "leadline":
        fail(f"the application is named {application.name!r}")
    window = program.window()
    if window.getRole() != pyatspi.ROLE_FRAME:
        fail(f"the window's role is {window.getRoleName()}")
    if "Leadline" not in window.name:
        fail(f"the window is named {window.name!r}")
    program.find(pyatspi.ROLE_PASSWORD_TEXT, "API key")
    for name in ("Verify and Sign In", "Try the Demo"):
        program.find(pyatspi.ROLE_PUSH_BUTTON, name)

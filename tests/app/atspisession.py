# SPDX-FileCopyrightText: 2026 The Leadline authors
# SPDX-License-Identifier: MIT
"""The program as a screen reader meets it: started as a process of its own and read over AT-SPI.

Scripts end with 0, or with 1 and a line on stderr. Without a display or an accessibility bus they are skipped
(77), except in the test session of packaging/test.sh, which has both.
"""
import os
import subprocess
import sys
import time

SKIPPED = 77
PATIENCE = 60.0


def fail(message):
    print(f"{os.path.basename(sys.argv[0])}: {message}", file=sys.stderr)
    sys.exit(1)


def skip_unless_there(condition, message):
    if not condition:
        if "LEADLINE_TEST_SESSION" in os.environ:
            fail(message)
        print(f"{os.path.basename(sys.argv[0])}: skipped, {message}", file=sys.stderr)
        sys.exit(SKIPPED)


skip_unless_there(os.environ.get("DISPLAY"), "there is no display")
skip_unless_there(os.environ.get("DBUS_SESSION_BUS_ADDRESS"), "there is no session bus")
try:
    import pyatspi
except ImportError:
    skip_unless_there(False, "python3-pyatspi is not installed")


def wait_for(what, condition):
    """What condition() returns once that is true; fails when it is not in time."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            found = condition()
        except Exception:  # An accessible that went away between two questions.
            found = None
        if found:
            return found
        if time.monotonic() > deadline:
            fail(f"no {what} within {PATIENCE:.0f} s")
        time.sleep(0.05)


def children(accessible):
    return [child for child in (accessible.getChildAtIndex(i) for i in range(accessible.childCount)) if child]


def descendants(accessible):
    """All below it, nearest first, without the cells of tables: a big one has millions."""
    level = children(accessible)
    while level:
        below = []
        for child in level:
            yield child
            if child.getRole() not in (pyatspi.ROLE_TABLE, pyatspi.ROLE_TREE_TABLE):
                below += children(child)
        level = below


def press(button):
    """Presses a button; one of a page that is still coming offers nothing before it can be seen."""
    action = button.queryAction()

    def names():
        return [action.getName(i).lower() for i in range(action.nActions)]

    wait_for(f"way to press {button.name!r}", lambda: "press" in names())
    action.doAction(names().index("press"))


class Form:
    """The dialog that is open."""

    def __init__(self, accessible):
        self.accessible = accessible

    def wait_for_fields(self, names):
        """Waits until controls of all these names are in it; the labels before them do not count."""

        def named():
            return {accessible.name for accessible in descendants(self.accessible)
                    if accessible.getRole() not in (pyatspi.ROLE_LABEL, pyatspi.ROLE_PUSH_BUTTON)}

        wait_for(f"fields {names}", lambda: named().issuperset(names))

    def button(self, name):
        buttons = {accessible.name: accessible for accessible in descendants(self.accessible)
                   if accessible.getRole() == pyatspi.ROLE_PUSH_BUTTON}
        if name not in buttons:
            fail(f"the form has no {name!r} among {sorted(buttons)}")
        return buttons[name]

    def press(self, name):
        press(self.button(name))


class Program:
    """The program under test. To be used in a with statement."""

    def __init__(self, *arguments):
        self.process = subprocess.Popen([sys.argv[1], *arguments], stdin=subprocess.DEVNULL)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def application(self):
        def find():
            if self.process.poll() is not None:
                fail(f"the program ended with {self.process.returncode}")
            for application in children(pyatspi.Registry.getDesktop(0)):
                if application.get_process_id() == self.process.pid:
                    return application
            return None

        return wait_for("application on the accessibility bus", find)

    def window(self):
        return wait_for("window", lambda: next(iter(children(self.application())), None))

    def find(self, role, name):
        """The accessible of this role (pyatspi.ROLE_...) and exactly this name."""

        def look():
            for window in children(self.application()):
                for accessible in descendants(window):
                    if accessible.getRole() == role and accessible.name == name:
                        return accessible
            return None

        return wait_for(f"{role} named {name!r}", look)

    def _dialog(self):
        for window in children(self.application()):
            for accessible in [window, *descendants(window)]:
                if (accessible.getRole() == pyatspi.ROLE_DIALOG
                        and accessible.getState().contains(pyatspi.STATE_SHOWING)):
                    return accessible
        return None

    def form(self):
        return Form(wait_for("form", self._dialog))

    def wait_for_no_form(self):
        wait_for("end of the form", lambda: self._dialog() is None)

    def go_to(self, section):
        """Activates a section of the sidebar."""
        for item in children(self.find(pyatspi.ROLE_LIST, "Sections")):
            if item.name == section:
                item.queryAction().doAction(0)
                return
        fail(f"there is no section called {section!r}")

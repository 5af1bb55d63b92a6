# SPDX-FileCopyrightText: 2026 The Leadline authors
# SPDX-License-Identifier: MIT
"""A screen reader reads the pipeline of the demo: the board's columns and their cards, what is said when a card is
moved, the sums with their shares, and the list."""
from atspisession import Program, children, descendants, fail, pyatspi, wait_for


def announced(program):
    """The names of all labels: the one that tells of moves is among them."""
    return [accessible.name for window in children(program.application()) for accessible in descendants(window)
            if accessible.getRole() == pyatspi.ROLE_LABEL]


with Program("--demo") as program:
    program.find(pyatspi.ROLE_TABLE, "Leads")
    program.go_to("Pipeline")
    board = program.find(pyatspi.ROLE_LIST, "Pipeline")
    columns = wait_for("columns", lambda: [column for column in children(board)
                                           if column.getRole() == pyatspi.ROLE_LIST and column.childCount > 0])
    first = columns[0]
    if not first.name.startswith("Demo booked, ") or "expected" not in first.name:
        fail(f"the first column is called {first.name!r}")
    card = first.getChildAtIndex(0)
    if card.getRole() != pyatspi.ROLE_LIST_ITEM or "€" not in card.name:
        fail(f"the first card is a {card.getRoleName()} called {card.name!r}")
    lead = card.name.split(",")[0]
    board.queryComponent().grabFocus()
    action = card.queryAction()
    names = [action.getName(i).lower() for i in range(action.nActions)]
    action.doAction(names.index("setfocus"))
    wait_for("selected card", lambda: card.getState().contains(pyatspi.STATE_SELECTED))
    # Ctrl+Right, to the window that has the keyboard.
    pyatspi.Registry.generateKeyboardEvent(37, None, pyatspi.KEY_PRESS)
    pyatspi.Registry.generateKeyboardEvent(114, None, pyatspi.KEY_PRESSRELEASE)
    pyatspi.Registry.generateKeyboardEvent(37, None, pyatspi.KEY_RELEASE)
    said = wait_for("announcement of the move",
                    lambda: [name for name in announced(program) if name.startswith("Moved " + lead)])[0]
    if " opportunities, " not in said or "€" not in said:
        fail(f"a move is told as {said!r}")
    # It is read in the column it went to, as new there.
    wait_for("moved card", lambda: [card for column in children(board) for card in children(column)
                                    if card.name.startswith(lead + ",") and "0 days in stage" in card.name])
    sums = wait_for("sums", lambda: [accessible for window in children(program.application())
                                     for accessible in descendants(window) if accessible.name.startswith("Totals: ")])[0]
    if "%" not in sums.description:
        fail(f"the shares are described as {sums.description!r}")
    # A value of the card is changed where it stands.
    action.doAction([action.getName(i) for i in range(action.nActions)].index("Change confidence"))

    def field():
        board.clear_cache()
        return [accessible for child in children(board)[len(columns):] for accessible in descendants(child)
                if accessible.getRole() == pyatspi.ROLE_TEXT and accessible.name == "Confidence"]

    wait_for("field of the confidence", field)
    pyatspi.Registry.generateKeyboardEvent(9, None, pyatspi.KEY_PRESSRELEASE)  # Esc
    program.find(pyatspi.ROLE_RADIO_BUTTON, "List").queryAction().doAction(0)
    rows = program.find(pyatspi.ROLE_TREE, "Pipeline")
    wait_for("groups of the list",
             lambda: [cell for cell in (rows.getChildAtIndex(i) for i in range(min(rows.childCount, 40)))
                      if cell and cell.name.startswith("Demo booked, ")])

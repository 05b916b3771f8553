"""Serve one voter by ear: what a screen reader is told, and real keys of a real screen.

Run by the system's own Python, which alone has the reader's library, inside a session bus and on
an X screen: ``screen_reader.py FILE PROGRAM …``. Prints what was heard as one JSON object.
"""

import json
import subprocess
import sys
import time

import pyatspi

PATIENCE_S = 40.0
BALLOTS = 5
PASSPHRASE, NAME = "training", "омаров"
# Letters that no key bears are lost at times, so the keyboard is given both alphabets.
KEYBOARD = ("setxkbmap", "-layout", "us,kz")


def main(program):
    """Start the program, serve a voter, and tell what was heard."""
    subprocess.run(KEYBOARD, check=True)
    children = [subprocess.Popen(["openbox"]), subprocess.Popen(program)]
    try:
        print(json.dumps(serve(), ensure_ascii=False))
    finally:
        for child in children:
            child.terminate()
            child.wait(10)


def serve():
    """Type the passphrase and a PIN that is shown, find a voter, issue, and listen."""
    heard = {"asked": said(wait_for(focused_field))}
    type_text(PASSPHRASE)
    press("Return")
    wait_for(member_row)
    press("Down", "Down")
    heard["member"] = row = wait_for(chosen_member)
    type_text(row[-1].split()[1])
    press("Return")
    wait_for(lambda: "·" in (member_row() or [""])[-1])
    go_on().queryAction().doAction(0)
    heard["field"] = said(wait_for(search_field))
    type_text(NAME)
    heard["hits"] = wait_for(hits)
    press("Return")
    heard["ballots"] = wait_for(ballots)
    time.sleep(0.2)
    press("Return")
    heard["answer"] = wait_for(answer)
    return heard


def everything():
    """Give all that is showing, as a reader walks it."""
    for application in pyatspi.Registry.getDesktop(0):
        if application is not None and "precinct" in (application.name or ""):
            yield from walk(application)


def walk(node):
    """Give a node and all below it that is showing."""
    for child in node:
        if child is None:
            continue
        if child.getState().contains(pyatspi.STATE_SHOWING):
            yield child
            yield from walk(child)


def of_role(*roles):
    """Give all that is showing of some roles."""
    return [node for node in everything() if node.getRole() in roles]


def focused_field():
    """Give the field that has the focus, where a key would go."""
    fields = of_role(pyatspi.ROLE_PASSWORD_TEXT, pyatspi.ROLE_TEXT)
    return next((f for f in fields if f.getState().contains(pyatspi.STATE_FOCUSED)), None)


def member_row():
    """Give the third row of the members: the deputy, who may issue; with the PIN of training."""
    rows = table_rows()
    return rows[2] if len(rows) > 2 and "PIN" in rows[2][-1] else None


def chosen_member():
    """Give the deputy's row once it is the chosen one."""
    cell = of_role(pyatspi.ROLE_TABLE)[0].queryTable().getAccessibleAt(2, 0)
    return member_row() if cell.getState().contains(pyatspi.STATE_SELECTED) else None


def go_on():
    """Give the button that leads to the voters: the last that can be pressed beside the table."""
    table = of_role(pyatspi.ROLE_TABLE)[0]
    buttons = [
        node
        for node in walk(table.parent)
        if node.getRole() == pyatspi.ROLE_PUSH_BUTTON
        and node.getState().contains(pyatspi.STATE_ENABLED)
    ]
    return buttons[-1]


def search_field():
    """Give the search field once it has the focus."""
    found = focused_field()
    return found if found and found.getRole() == pyatspi.ROLE_TEXT else None


def hits():
    """Give the rows that were found, once the whole name was typed."""
    rows = [row for row in table_rows() if row[0]]
    return rows if search_field() and text_of(search_field()) == NAME and rows else None


def ballots():
    """Give the names of the ballots that are ticked."""
    boxes = of_role(pyatspi.ROLE_CHECK_BOX)
    ticked = [said(box) for box in boxes if box.getState().contains(pyatspi.STATE_CHECKED)]
    named = [name for name in ticked if name[1:2] == ","]
    return named if len(named) == BALLOTS else None


def answer():
    """Give the sentence that says what was issued, once the field has the focus again."""
    labels = [said(label) for label in of_role(pyatspi.ROLE_LABEL)]
    told = [words for words in labels if words.startswith("№") and words.count("·") == 2]
    return told[0] if told and search_field() else None


def table_rows():
    """Read the table that is showing, row by row."""
    found = of_role(pyatspi.ROLE_TABLE)
    if not found:
        return []
    table = found[0].queryTable()
    return [
        [said(table.getAccessibleAt(row, column)) for column in range(table.nColumns)]
        for row in range(table.nRows)
    ]


def said(node):
    """Give what a reader says of a node."""
    return node.name or ""


def text_of(node):
    """Give what stands in a field."""
    return node.queryText().getText(0, -1)


def wait_for(question, *given):
    """Ask until there is an answer."""
    until = time.monotonic() + PATIENCE_S
    while True:
        try:
            found = question(*given)
        except (LookupError, NotImplementedError, RuntimeError):
            found = None
        if found:
            return found
        if time.monotonic() > until:
            names = [(n.getRoleName(), n.name) for n in everything()]
            sys.exit(f"{question.__name__} was never heard; instead: {names}")
        time.sleep(0.1)


def type_text(text):
    """Type letters on the real keyboard of the screen, each when the one before was heard."""
    field = wait_for(focused_field)
    for count, letter in enumerate(text, 1):
        subprocess.run(["xdotool", "type", letter], check=True)
        wait_for(holds, field, count)


def holds(field, count):
    """Tell whether so many letters stand in a field; of a hidden one no more is heard."""
    return field.queryText().characterCount == count


def press(*keys):
    """Press keys by their names."""
    for key in keys:
        time.sleep(0.12)
        subprocess.run(["xdotool", "key", key], check=True)


if __name__ == "__main__":
    main(sys.argv[1:])

"""No page writes words of its own, and Qt's own words follow the language."""

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialogButtonBox

from precinct_app.texts import LANGUAGES

UI = Path(__file__).resolve().parents[2] / "ui"
PAGES = sorted(UI.glob("*.py"))

SHOWING = {
    "setText", "setToolTip", "setAccessibleName", "setAccessibleDescription", "setTitle",
    "setWindowTitle", "setPlaceholderText", "setStatusTip", "setWhatsThis", "addItem", "addItems",
    "addButton", "addTab", "setInformativeText", "setHorizontalHeaderLabels", "setLabelText",
    "QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QGroupBox", "QAction",
    "QTableWidgetItem", "drawText",
}  # fmt: skip


def test_the_buttons_of_qt_speak_the_language_too(stages, qtbot):
    stage = stages("sign_in")
    kinds = QDialogButtonBox.StandardButton
    box = QDialogButtonBox(kinds.Ok | kinds.Cancel | kinds.Save | kinds.Discard)
    qtbot.addWidget(box)
    shown: dict[str, list[list[str]]] = {}
    for code in (*LANGUAGES, LANGUAGES[0]):
        stage.language.switch(code)
        stage.settle()
        shown.setdefault(code, []).append([button.text() for button in box.buttons()])
    assert "Cancel" in shown["en"][0]
    assert shown["kk"][0] == shown["kk"][1]
    for one, other in (("kk", "ru"), ("kk", "en"), ("ru", "en")):
        alike = set(shown[one][0]) & set(shown[other][0])
        assert alike <= {"OK", "ОК"}


def test_a_date_of_qt_speaks_the_language_too(stages):
    from PySide6.QtCore import QDate, QLocale

    stage = stages("sign_in")
    shown = set()
    for code in LANGUAGES:
        stage.language.switch(code)
        shown.add(QLocale().toString(QDate(2023, 3, 19), "d MMMM"))
    assert len(shown) == len(LANGUAGES)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_no_page_writes_words_of_its_own(page):
    tree = ast.parse(page.read_text("utf-8"))
    shown = [text for call in ast.walk(tree) if shows(call) for text in literals(call)]
    assert shown == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_no_page_holds_cyrillic_letters(page):
    tree = ast.parse(page.read_text("utf-8"))
    held = [n.value for n in ast.walk(tree) if isinstance(n, ast.Constant)]
    assert [text for text in held if isinstance(text, str) and re.search("[Ѐ-ӿ]", text)] == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("label.setText('Voter')", ["Voter"]),
        ("QLabel(f'{name} issued')", [" issued"]),
        ("label.setText(say('voter.title'))", []),
        ("label.setText(f'{a} · {say(b)}')", []),
        ("dress(label, 'title')", []),
        ("label.setText(f'F{place}')", []),
        ("table.setHorizontalHeaderLabels(['No.'])", ["No."]),
    ],
)
def test_words_of_its_own_are_found(line, found):
    calls = [node for node in ast.walk(ast.parse(line)) if shows(node)]
    assert [text for call in calls for text in literals(call)] == found


def shows(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call):
        return False
    called = node.func
    name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
    return name in SHOWING


def literals(node: ast.AST) -> list[str]:
    """Words written out among what a call is handed; F1 is a key, and a call in it is apart."""
    found: list[str] = []
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Constant) and isinstance(child.value, str):
            found += [child.value] if re.search(r"[^\W\d_]{2}", child.value) else []
        elif not isinstance(child, ast.Call):
            found += literals(child)
    return found

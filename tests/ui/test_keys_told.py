"""On a newcomer's way each step tells its key."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel

from precinct_app.texts import LANGUAGES

WAY = {
    "passphrase": ("Enter",),
    "sign_in": ("Enter", "↑ ↓", "Ctrl+1 … Ctrl+8", "F12"),
    "setup-members": ("Enter", "Tab"),
    "setup-list_act": ("Enter", "Tab"),
    "setup-receipts": ("Enter", "Tab"),
    "stock": ("Enter", "Tab"),
    "voter": ("Enter",),
    "voter-hits": ("Enter", "↑ ↓", "Esc"),
    "voter-namesakes": ("↑ ↓",),
    "voter-card": ("Enter", "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F10", "F11", "Esc"),
    "voter-served": ("F8", "F9", "Esc"),
    "voter-nobody_issues": ("Ctrl+1 … Ctrl+8",),
    "box_spoiled": ("Esc",),
    "curtain": ("F12",),
}


@pytest.mark.parametrize("scene", WAY)
def test_the_keys_of_a_step_stand_on_its_page(stages, scene):
    stage = stages(scene)
    for code in LANGUAGES:
        stage.language.switch(code)
        stage.settle()
        said = " ".join(
            widget.text()
            for kind in (QLabel, QAbstractButton)
            for widget in stage.window.findChildren(kind)
            if widget.isVisible()
        )
        missing = [key for key in WAY[scene] if key not in said]
        assert missing == [], (code, said)

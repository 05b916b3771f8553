"""The Qt that is pinned does not eat references to None.

PySide6-Essentials 6.12.0 on Python 3.11 drops one with each call that returns nothing, and
the process aborts after some thousand calls.
"""

import os
import subprocess
import sys

CALLS = 50_000
TOLERANCE = 500  # other code holds and drops None all the while

PROGRAM = f"""
import sys
from PySide6.QtWidgets import QApplication, QWidget

application = QApplication([])
widget = QWidget()
widget.update()
before = sys.getrefcount(None)
for _ in range({CALLS}):
    widget.update()
print(sys.getrefcount(None) - before)
"""


def test_fifty_thousand_calls_leave_the_references_to_none_where_they_were():
    surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env=surroundings,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert abs(int(done.stdout)) < TOLERANCE

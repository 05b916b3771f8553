"""A session that answers late, as a slow disk or a colleague's laptop would."""

from PySide6.QtCore import QTimer

from ui.session import Session

DELAY_MS = 300


class SlowSession(Session):
    """Answers 300 ms after it was asked."""

    def _answer(self, work, *, painted):
        assert painted in {True, False}
        QTimer.singleShot(DELAY_MS, self, work)

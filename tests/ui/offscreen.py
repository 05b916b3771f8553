"""The one application that the figures of the window share."""

import os
import sys

from PySide6.QtWidgets import QApplication


def application() -> QApplication:
    """Give the application of this process, without a screen; Qt allows no second one."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    standing = QApplication.instance()
    return standing if isinstance(standing, QApplication) else QApplication(sys.argv[:1])

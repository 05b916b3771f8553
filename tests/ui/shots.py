"""Write a picture of every page in every language."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QApplication, QDialog

from precinct_app.texts import LANGUAGES
from tests.ui.scenes import DRESSED, LOOKS, SCENES
from tests.ui.stage import Stage

MISUSED = 2
# Always the same place: a picture shows where a file lies.
FOLDER = Path(tempfile.gettempdir()) / "precinct-shots"

SHADE = QColor(0, 0, 0, 60)


def main(given: Sequence[str]) -> int:
    """Write the pictures into a folder; further words choose among the pages."""
    if not given or given[0].startswith("-"):
        print("usage: dev.py shots DIR [PAGE ...]", file=sys.stderr)
        return MISUSED
    target, wanted = Path(given[0]), given[1:]
    target.mkdir(parents=True, exist_ok=True)
    application = QApplication(sys.argv[:1])
    for name in SCENES:
        if not wanted or any(name.startswith(page) for page in wanted):
            for picture in shoot(application, name, target):
                print(picture, flush=True)
    application.closeAllWindows()
    return 0


def shoot(application: QApplication, name: str, target: Path) -> Iterator[Path]:
    """Stage one scene, and take a picture in each language and look."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    os.environ["PRECINCT_HOME"] = str(FOLDER / "home")
    stage = Stage(application, FOLDER)
    try:
        SCENES[name](stage)
        for language in LANGUAGES:
            stage.language.switch(language)
            yield _grab(stage, target / f"{name}-{language}.png")
        for look in LOOKS if name in DRESSED else ():
            stage.wear(look.theme, look.scale)
            yield _grab(stage, target / f"{name}-{look.name}-{stage.language.code}.png")
    finally:
        stage.close()
        shutil.rmtree(FOLDER, ignore_errors=True)


def _grab(stage: Stage, file: Path) -> Path:
    """Save what a person sees: the window, and in its middle whatever box is open."""
    stage.settle()
    picture = stage.window.grab()
    painter = QPainter(picture)
    for box in stage.window.findChildren(QDialog):
        if box.isVisible():
            painter.fillRect(picture.rect(), SHADE)
            painter.drawPixmap((picture.rect().center() - box.rect().center()), box.grab())
    painter.end()
    if not picture.save(str(file)):
        raise OSError(f"no picture can be written here: {file}")
    return file


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

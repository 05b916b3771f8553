"""The language of the window, switched while it runs."""

import re
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from precinct_app import texts
from precinct_app.errors import Saying
from precinct_app.texts import LANGUAGES

if TYPE_CHECKING:
    from precinct_app.domain.election import Election, Words

# A space that no line is broken at: also between thousands in Kazakh and Russian.
HARD_SPACE = "\N{NO-BREAK SPACE}"
# An entry, and perhaps its row: the first laptop's own bear the number alone.
_ENTRY = re.compile(r"(1-(?P<first>\d+)|(?P<other>\d+-\d+))(:.*)?")


class Language(QObject):
    """All words of the window in the language that is on; ``changed`` says it is another now."""

    changed = Signal()

    def __init__(self, code: str = LANGUAGES[0]) -> None:
        super().__init__()
        self._qt = QTranslator(self)
        self.code = code
        self._install()

    def switch(self, code: str) -> None:
        """Speak another language from now on, Qt's own buttons included."""
        if code not in LANGUAGES or code == self.code:
            return
        self.code = code
        self._install()
        self.changed.emit()

    def next(self) -> None:
        """Speak the next of the languages."""
        self.switch(LANGUAGES[(LANGUAGES.index(self.code) + 1) % len(LANGUAGES)])

    def text(self, code: str, /, **facts: str | int) -> str:
        """Give a text of the window, with its facts; KeyError for a code that has none."""
        return texts.text(self.code, "ui", code, **facts)

    def word(self, section: str, code: str) -> str:
        """Give a word for a code of the domain: ``role``, ``phase``, ``cause``."""
        return texts.text(self.code, section, code)

    def say(self, error: Saying, election: "Election | None" = None) -> str:
        """Say a no, with what to do now; an entry by its number, as the journal shows it."""
        found = _ENTRY.fullmatch(str(error.facts.get("entry", "")))
        if found is None:
            return texts.say(self.code, error, election)
        entry = self.text("entry.number", number=found["first"] or found["other"])
        return texts.say(self.code, error, election, entry=entry)

    def article(self, article: str) -> str:
        """Name an article of the law; empty for none."""
        return texts.article_text(self.code, article) if article else ""

    def of(self, words: "Words") -> str:
        """Choose among the three texts of an election file."""
        return str(getattr(words, self.code))

    def number(self, amount: int) -> str:
        """Write a whole number with its thousands apart."""
        return f"{amount:,}".replace(",", "," if self.code == "en" else HARD_SPACE)

    def percent(self, part: int, whole: int) -> str:
        """Write a share with one decimal."""
        share = f"{100 * part / whole:.1f}" if whole else "0.0"
        if self.code == "en":
            return f"{share}%"
        return f"{share.replace('.', ',')}{HARD_SPACE}%"

    def clock(self, moment: datetime | str, *, seconds: bool = False) -> str:
        """Write the time of day of a moment; ISO 8601 text is read first."""
        found = datetime.fromisoformat(moment) if isinstance(moment, str) else moment
        return found.strftime("%H:%M:%S" if seconds else "%H:%M")

    def day(self, found: date) -> str:
        """Write a date in figures, as the papers of the country do."""
        return found.strftime("%d.%m.%Y")

    def birth(self, text: str) -> str:
        """Write a birth date of the list, or the year alone where it has no more."""
        return self.day(date.fromisoformat(text)) if len(text) == len("YYYY-MM-DD") else text

    def _install(self) -> None:
        QLocale.setDefault(QLocale(self.code))
        QCoreApplication.removeTranslator(self._qt)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._qt.load(f"qtbase_{self.code}", folder):
            QCoreApplication.installTranslator(self._qt)

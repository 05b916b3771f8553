"""A page of acts: what can be done stands at the left, the form of one at the right."""

from functools import partial

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QStackedWidget, QWidget

from precinct_app.domain.fold import VERBS
from ui.button import Button
from ui.column import Column
from ui.forms.form import VerbForm
from ui.forms.pages import PAGES
from ui.keystrokes import Keystrokes
from ui.language import Language
from ui.session import Session
from ui.theme import dress

ROUND_THE_ACTS = 50


class ActsPage(QWidget):
    """The forms are made when they are asked for: nobody opens all of them on one day."""

    def __init__(
        self, session: Session, language: Language, keystrokes: Keystrokes, code: str
    ) -> None:
        super().__init__()
        self._session, self._language, self._keystrokes = session, language, keystrokes
        self.code, self.title = code, QLabel()
        self.acts = {name: Button("entry") for name in PAGES[code]}
        self.forms: dict[str, VerbForm] = {}
        self._left, self._stack = Column(fills=True), QStackedWidget()
        self._lay_out()
        language.changed.connect(self.retranslate)
        self.retranslate()
        self.show_act(PAGES[code][0])

    @property
    def shown(self) -> str:
        """The act whose form is shown."""
        return next(name for name, button in self.acts.items() if button.isChecked())

    def come(self) -> None:
        """Be shown: the form that is open takes the focus."""
        self.retranslate()
        self.forms[self.shown].come()

    def show_act(self, name: str) -> None:
        """Show the form of an act."""
        if name not in self.forms:
            verb = VERBS[name]
            form = VerbForm(self._session, self._language, self._keystrokes, verb)
            self.forms[name] = form
            self._stack.addWidget(form)
        self.acts[name].setChecked(True)
        self._stack.setCurrentWidget(self.forms[name])
        if self.isVisible():
            self.forms[name].come()

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        say = self._language
        self.title.setText(say.text(f"page.{self.code}"))
        self.setAccessibleName(self.title.text())
        for name, button in self.acts.items():
            button.setText(say.text(f"verb.{name}"))
        self._fit()

    def _fit(self) -> None:
        """Make the acts as wide as the widest of them."""
        widest = max(button.sizeHint().width() for button in self.acts.values())
        bar = self._left.area.verticalScrollBar().sizeHint().width()
        self._left.setFixedWidth(widest + bar + ROUND_THE_ACTS)

    def _lay_out(self) -> None:
        dress(self.title, "large")
        group = QButtonGroup(self)
        self._left.rows.setSpacing(6)
        self._left.add(self.title)
        for name, button in self.acts.items():
            button.setCheckable(True)
            button.clicked.connect(partial(self._show, name))
            group.addButton(button)
            self._left.add(button)
        self._left.rows.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._left)
        row.addWidget(self._stack, 1)

    def _show(self, name: str, _checked: bool = False) -> None:
        self.show_act(name)

"""What few precincts state of themselves: other hours of the law, region, pages of the list."""

from dataclasses import replace
from typing import get_args

from PySide6.QtWidgets import QGridLayout, QWidget

from precinct_app.domain.election import Election
from precinct_app.domain.precinct import Moment, Precinct, Span, moment, report_moments, span
from precinct_app.errors import Reason, Refusal
from ui.field import Field
from ui.language import Language
from ui.tick import Tick

# Those of voting stand on the page itself, and the end of the count follows from them.
MOMENTS: tuple[Moment, ...] = (
    "station_opens",
    "boxes",
    "outside_applications",
    "certificates_close",
)
SPANS: tuple[Span, ...] = get_args(Span)
COLUMNS = 4


class PrecinctMore(QWidget):
    """Every line may stay empty: then what the law and the election say holds, as shown in it."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self.times = {name: Field(language, f"more.{name}") for name in MOMENTS}
        self.spans = {name: Field(language, f"more.{name}") for name in SPANS}
        self.report_hours = Field(language, "more.report_hours")
        self.region, self.pages = Field(language, "more.region"), Field(language, "more.pages")
        self.closed = Tick()
        self.fields = [*self.times.values(), *self.spans.values(), self.region, self.report_hours]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(18)
        for place, field in enumerate([*self.times.values(), *self.spans.values(), self.region]):
            grid.addWidget(field, place // COLUMNS, place % COLUMNS)
        grid.addWidget(self.report_hours, 2, 0, 1, 2)
        grid.addWidget(self.pages, 2, 2, 1, 2)
        grid.addWidget(self.closed, 3, 0, 1, COLUMNS)
        for column in range(COLUMNS):
            grid.setColumnStretch(column, 1)
        language.changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Say what no field says by itself in the language that is on."""
        self.closed.setText(self._language.text("more.closed"))

    def show_law(self, election: Election) -> None:
        """Show what holds where nothing is typed."""
        plain = Precinct("1")
        for name, field in self.times.items():
            field.hint(self._language.clock(moment(election, plain, name)))
        for length, field in self.spans.items():
            field.hint(str(span(election, plain, length)))
        hours = report_moments(election, plain)
        self.report_hours.hint(", ".join(self._language.clock(hour) for hour in hours))

    def stated(self, precinct: Precinct) -> Precinct:
        """Put what was typed into a precinct; Refusal for a length that is no number."""
        times: dict[str, str] = dict(precinct.times)
        times |= {str(name): field.typed for name, field in self.times.items() if field.typed}
        spans = {name: field.typed for name, field in self.spans.items() if field.typed}
        if not all(typed.isdecimal() for typed in spans.values()):
            raise Refusal(Reason.BAD_ARGUMENT, argument="spans")
        hours = [hour.strip() for hour in self.report_hours.typed.split(",")]
        return replace(
            precinct,
            region=self.region.typed,
            closed=self.closed.isChecked(),
            times=times,
            spans={name: int(typed) for name, typed in spans.items()},
            report_hours=tuple(hours) if self.report_hours.typed else (),
        )

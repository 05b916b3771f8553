"""What did not go as it should: incidents, complaints, those who were not served."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

IncidentKind = Literal["incident", "complaint", "not_served"]

# Why somebody came and was not served, with the article of the law; practice has none.
NOT_SERVED: Mapping[str, str] = {
    "not_on_list": "24(3)",
    "other_precinct": "25(3)",
    "not_confirmed": "26(2)",
    "no_document": "41",
    "for_another": "41(1)",
    "marked_already": "41(1)",
    "certificate_issued": "41(6-1)",
    "certificate_refused": "41(6-1)",
    "application_late": "41(6)",
    "after_the_end": "43(1)",
    "suspended": "",
    "left": "",
}


class Incident(NamedTuple):
    """One of them under its number; never a voter's name.

    ``cause`` (of NOT_SERVED) and ``sent_to`` belong to somebody who was not served; ``beside`` is
    what was written to it later.
    """

    number: int
    kind: IncidentKind
    entry: str
    text: str
    article: str
    paper: str
    answer: str = ""
    cause: str = ""
    sent_to: str = ""
    beside: tuple[str, ...] = ()

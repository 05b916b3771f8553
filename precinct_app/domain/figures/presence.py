"""Who is present, as the opening protocol states it."""

from collections.abc import Callable, Mapping

from precinct_app.domain.figures.tally import Tally
from precinct_app.domain.present import PersonKind


def _present(kind: PersonKind) -> Callable[[Tally, str], int]:
    return lambda tally, _ballot: tally.present[kind]


PRESENT: Mapping[str, Callable[[Tally, str], int | Mapping[str, int] | None]] = {
    "present_party_observers": _present(PersonKind.PARTY_OBSERVER),
    "present_other_observers": _present(PersonKind.OTHER_OBSERVER),
    "present_foreign_observers": _present(PersonKind.FOREIGN_OBSERVER),
    "present_proxies": _present(PersonKind.PROXY),
    "present_media": _present(PersonKind.MEDIA),
    "present_foreign_media": _present(PersonKind.FOREIGN_MEDIA),
}

"""No refusal of any rule is left unshown."""

from precinct_app.domain.fold import VERBS
from tests.domain.parts import (
    test_access,
    test_additions,
    test_announcing,
    test_applications,
    test_bags,
    test_certificates,
    test_closing,
    test_commission,
    test_corrections,
    test_decisions,
    test_handover,
    test_held_by_figures,
    test_issuing,
    test_opening,
    test_people,
    test_setup,
    test_spoiled,
    test_stock,
    test_trip_results,
    test_trips,
    test_unused,
)
from tests.domain.refusals import reasons_by_rule

SHOWN = [
    *test_setup.REFUSALS,
    *test_access.REFUSALS,
    *test_stock.REFUSALS,
    *test_handover.REFUSALS,
    *test_opening.REFUSALS,
    *test_issuing.REFUSALS,
    *test_spoiled.REFUSALS,
    *test_corrections.REFUSALS,
    *test_decisions.REFUSALS,
    *test_commission.REFUSALS,
    *test_people.REFUSALS,
    *test_additions.REFUSALS,
    *test_certificates.REFUSALS,
    *test_applications.REFUSALS,
    *test_trips.REFUSALS,
    *test_bags.REFUSALS,
    *test_trip_results.REFUSALS,
    *test_closing.REFUSALS,
    *test_unused.REFUSALS,
    *test_announcing.REFUSALS,
    *test_held_by_figures.REFUSALS,
]


def test_every_refusal_of_every_rule_is_shown_and_no_other():
    shown = {
        name: {no.reason.name for no in SHOWN if no.name == name} for name in reasons_by_rule()
    }
    assert shown == reasons_by_rule()


def test_every_verb_was_looked_at():
    assert set(VERBS) <= set(reasons_by_rule())


def test_every_refusal_has_a_sentence_of_its_own():
    sentences = [no.sentence for no in SHOWN]
    assert sorted(set(sentences)) == sorted(sentences)

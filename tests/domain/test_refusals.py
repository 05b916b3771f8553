"""No refusal of any rule is left unshown."""

from precinct_app.domain.fold import VERBS
from tests.domain.parts import (
    test_access,
    test_additions,
    test_announcing,
    test_applications,
    test_bags,
    test_below_zero,
    test_boxes,
    test_catching_up,
    test_certificates,
    test_closing,
    test_commission,
    test_corrections,
    test_count,
    test_decisions,
    test_envelopes,
    test_handover,
    test_held_by_figures,
    test_incidents,
    test_issuing,
    test_losses,
    test_opening,
    test_packs,
    test_people,
    test_protocol,
    test_publishing,
    test_readiness,
    test_receipts,
    test_road,
    test_setup,
    test_spoiled,
    test_stock,
    test_suspension,
    test_taking_back,
    test_trip_results,
    test_trips,
    test_turnout,
    test_unsealing,
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
    *test_below_zero.REFUSALS,
    *test_trip_results.REFUSALS,
    *test_closing.REFUSALS,
    *test_unused.REFUSALS,
    *test_announcing.REFUSALS,
    *test_held_by_figures.REFUSALS,
    *test_readiness.REFUSALS,
    *test_boxes.REFUSALS,
    *test_taking_back.REFUSALS,
    *test_suspension.REFUSALS,
    *test_receipts.REFUSALS,
    *test_losses.REFUSALS,
    *test_envelopes.REFUSALS,
    *test_catching_up.REFUSALS,
    *test_incidents.REFUSALS,
    *test_turnout.REFUSALS,
    *test_unsealing.REFUSALS,
    *test_count.REFUSALS,
    *test_protocol.REFUSALS,
    *test_publishing.REFUSALS,
    *test_packs.REFUSALS,
    *test_road.REFUSALS,
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

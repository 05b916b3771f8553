"""The way back from each act of the day.

A table from a verb to the verb that leads back from it, or to one of two words (practice 1.7).
"""

from collections.abc import Mapping

# The same verb states it anew; what was stated before stays in the journal.
AGAIN = "again"
# The fact stands, and a correction is recorded beside it.
BESIDE = "beside"

WAYS_BACK: Mapping[str, str] = {
    "name_member": AGAIN,
    "set_options": AGAIN,
    "drop_option": BESIDE,
    "state_list_act": AGAIN,
    "sign_in": "sign_out",
    "sign_out": "sign_in",
    "lift_wait": BESIDE,
    "receive_ballots": BESIDE,
    "count_pack": BESIDE,
    "hand_out_ballots": "put_in_safe",
    "put_in_safe": "hand_out_ballots",
    "hand_over_ballots": "call_off_handover",
    "take_ballots": "hand_over_ballots",
    "call_off_handover": "hand_over_ballots",
    "open_voting": BESIDE,
    "end_voting": BESIDE,
    "issue_ballots": "take_back",
    "decline_ballots": "issue_ballots",
    "defer_ballots": "issue_ballots",
    "name_assistant": AGAIN,
    "add_note": BESIDE,
    "exchange_ballot": "take_back",
    "return_ballot": "take_back",
    "take_back": "issue_ballots",
    "move_mark": "move_mark",
    "charge_to_another": "charge_to_another",
}

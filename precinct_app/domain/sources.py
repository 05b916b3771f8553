"""The figures that a line of a form may name as its source.

A line that is typed from papers names ``counted`` instead. Figures are reckoned from the day, per
ballot kind unless said otherwise; shares are in hundredths of a percent.
"""

# Those present, as the opening protocol states them.
PRESENT = (
    "present_party_observers",
    "present_other_observers",
    "present_foreign_observers",
    "present_proxies",
    "present_media",
    "present_foreign_media",
)

# The list of voters; those of the day as a whole are ``served`` and ``served_by_hour``.
VOTERS = (
    "voters_listed",
    "voters_at_opening",
    "voters_added",
    "voters_on_certificates",
    "certificates_issued",
    "voters_struck",
    "voters_received",
    "voters_outside",
    "received_on_certificates",
    "served_without_kind",
    "served",
    "served_by_hour",
    "applications_signed",
    "took_part",
)

# The account of a kind: what came in, and where each paper is.
ACCOUNT = (
    "received",
    "first_receipts",
    "later_receipts",
    "allowed_with_reserve",
    "surplus",
    "missing",
    "sent_back",
    "in_safe",
    "in_bags",
    "exchanged",
    "returned",
    "damaged",
    "withdrawn",
    "cancelled",
    "not_dropped",
)

# One member's stack of a kind.
STACK = (
    "handed_in",
    "issued_by_member",
    "stack_handed_out",
    "stack_damaged",
    "stack_withdrawn",
    "stack_back",
    "stack_missing",
    "stack_surplus",
)

SHARES = ("share", "share_against_all")

# What is stated in words and is no number.
WORDING = frozenset({"precinct_place", "box_seals"})

FIGURES = frozenset((*PRESENT, *VOTERS, *ACCOUNT, *STACK, *SHARES, *WORDING))

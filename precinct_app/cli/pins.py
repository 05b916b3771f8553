"""The PINs that a script or a command is given."""

import json
import os

from precinct_app.errors import Reason, Refusal

NAME = "PRECINCT_PINS"


def given_pins() -> dict[str, str]:
    """Read PRECINCT_PINS: a JSON object, member to PIN."""
    text = os.environ.get(NAME) or "{}"
    try:
        found = json.loads(text)
        text.encode()
        json.dumps(found, ensure_ascii=False).encode()
    except (RecursionError, ValueError) as error:
        raise Refusal(Reason.BAD_ARGUMENT, argument=NAME) from error
    if not isinstance(found, dict):
        raise Refusal(Reason.BAD_ARGUMENT, argument=NAME)
    return {str(member): str(pin) for member, pin in found.items()}

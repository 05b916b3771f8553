"""How members are named where there is little room."""


def short_name(name: str) -> str:
    """Shorten a full name to the surname and the first initial."""
    surname, *rest = name.split() or [""]
    return f"{surname} {rest[0][0]}." if rest else surname

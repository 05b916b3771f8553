"""Text as people type or paste it, made fit for the journal."""

import unicodedata


def tidy(text: str) -> str:
    """Compose letters, drop what can't be printed, keep one space between words.

    What is pasted brings non-breaking spaces, line ends and invisible signs with it.
    """
    shown = "".join(sign for sign in text if sign.isprintable() or sign.isspace())
    return " ".join(unicodedata.normalize("NFC", shown).split())

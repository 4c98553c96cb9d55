"""Text brought to one form, so that spellings that differ only in looks compare as one."""

from __future__ import annotations

import unicodedata


def fold(text: str) -> str:
    """Bring text to one form: full-width to plain, accents off, small letters, single blanks.

    Example:
        >>> fold("  Shōwa 16,  Floréal")
        'showa 16, floreal'
    """
    apart = unicodedata.normalize("NFKD", text)
    plain = unicodedata.normalize("NFC", "".join(c for c in apart if not unicodedata.combining(c)))
    return " ".join(plain.replace("\u2013", "-").replace("\u2014", "-").casefold().split())

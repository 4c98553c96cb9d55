"""Text brought to one form, so that spellings that differ only in looks compare as one."""

from __future__ import annotations

import re
import unicodedata

# A note's number, a fraction, a number in a circle: as plain text they would be other numbers.
_LOST = re.compile("<(?:super|sub|fraction|circle)>")


def fold(text: str) -> str:
    """Bring text to one form: full-width to plain, accents off, small letters, single blanks.

    Example:
        >>> fold("  Shōwa 16,  Floréal")
        'showa 16, floreal'
    """
    apart = unicodedata.normalize("NFKD", text)
    plain = unicodedata.normalize("NFC", "".join(c for c in apart if not unicodedata.combining(c)))
    return " ".join(plain.replace("\u2013", "-").replace("\u2014", "-").casefold().split())


def lost_sign(text: str) -> str:
    """Return the first sign that means another thing once the text is folded; empty if there is none.

    Example:
        >>> lost_sign("8¹ May 1945"), lost_sign("8 May, Shōwa 20")
        ('¹', '')
    """
    before = ""
    for sign in unicodedata.normalize("NFD", text):
        if _LOST.match(unicodedata.decomposition(sign)) or (unicodedata.combining(sign) and not before.isalpha()):
            return sign
        before = before if unicodedata.combining(sign) else sign
    return ""

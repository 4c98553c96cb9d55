"""Parties: codes and names, and names that trip programs up."""

from __future__ import annotations

from hypothesis import strategies as st

from treatyclock.law.parties import PARTY_CODE, Party
from treatyclock.testing import checked
from treatyclock.testing.strategies.zones import zones

_STATES = (
    ("FRA", "France"),
    ("JPN", "Japan"),
    ("SUN", "Union of Soviet Socialist Republics"),
    ("USA", "United States of America"),
    ("GBR", "United Kingdom of Great Britain and Northern Ireland"),
    ("POL", "Poland"),
    ("TUR", "Turkey"),
    ("RUR", "Ruritania"),
)
# What real lists of parties hold, and what breaks programs that split, fold, sort or quote names.
_AWKWARD = (
    "Türkiye",
    "Côte d'Ivoire",
    "Co\u0302te d'Ivoire",  # the same letters, made of others
    "São Tomé and Príncipe",
    "Lao People's Democratic Republic",
    "Korea, Republic of",
    'the so-called "Free State"',
    "Straße, straSSe",
    "I\u017ftanbul \u0130\u0131Ii",  # letters whose small and capital forms are no pair
    "日本国",
    "大韓民國",
    "العراق",
    "ישראל",
    "Ελλάς",
    "Россия",
    "ประเทศไทย",
    "A\u200bB",  # a blank without width
    "\u200fabc\u200e",  # marks of the direction of writing
    "e\u0301" * 12,
    "🇺🇳",
    " padded ",
    "back\\slash and #hash",
    "NULL",
    "nan",
)
_MOST_CODE = 16


def parties(*, awkward: bool = False) -> st.SearchStrategy[Party]:
    """Return a strategy for parties of a treaty, by code and name; examples shrink to France.

    Args:
        awkward: Whether to draw names and codes that trip programs up: accents in two spellings, letters of many
            scripts, signs that are not seen, quotes, commas, names that look like no value, codes that differ in the
            size of a letter alone or look like numbers. All are names that a treaty file can hold.

    Raises:
        hypothesis.errors.InvalidArgument: If the option is neither True nor False.

    Example:
        >>> from hypothesis import find
        >>> party = find(parties(), lambda party: True)
        >>> party.id, party.name, party.clock
        ('FRA', 'France', None)
        >>> find(parties(awkward=True), lambda party: not party.name.isascii()).name
        'Türkiye'
    """
    clocks = st.none() | zones().map(lambda each: each.key)
    usual = st.sampled_from(_STATES).flatmap(
        lambda state: st.builds(Party, id=st.just(state[0]), name=st.just(state[1]), clock=clocks)
    )
    if not checked.flag("awkward", awkward):
        return usual
    codes = st.sampled_from(("AAA", "aaa", "A", "e1", "E10", "NaN", "None", "true", "a_b", "X" * _MOST_CODE))
    letters = st.from_regex(PARTY_CODE, fullmatch=True)
    names = st.sampled_from(_AWKWARD) | st.text(_PRINTED, min_size=1, max_size=60).filter(str.strip)
    return st.builds(Party, id=codes | letters, name=names, clock=clocks)


# What a treaty file holds: no control characters, and none that turn the direction of writing.
_PRINTED = st.characters(
    exclude_categories=("Cs", "Cc"), exclude_characters="\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)

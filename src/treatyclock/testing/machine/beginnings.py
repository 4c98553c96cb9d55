"""The treaties with which a story may begin: their parties and final clauses."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from hypothesis import strategies as st

_PERIODS = ("P30D", "P1M", "P3M", "P6M", "P1Y")
_TERMS = ("P1Y", "P5Y", "P10Y", "P18M")
_FIRST_DAY = st.sampled_from(("not counted", "counted"))

_NOTICE = st.fixed_dictionaries(
    {"when": st.just("at any time"), "notice": st.sampled_from(("P3M", "P6M", "P1M", "P1Y")), "first_day": _FIRST_DAY}
)
_NOTICE_BEFORE_END = st.fixed_dictionaries(
    {
        "when": st.just("at the end of the term"),
        "notice": st.sampled_from(("P6M", "P3M", "P1Y")),
        "first_day": _FIRST_DAY,
    }
)
_MIDNIGHTS = ("+00:00", "+09:00", "-05:00", "Europe/Moscow", "Asia/Tokyo", "America/New_York")
_COUNTING = st.fixed_dictionaries(
    {"midnight": st.sampled_from(_MIDNIGHTS), "month_end": st.sampled_from(("clamp", "roll"))}
)
_ENTRY = st.fixed_dictionaries(
    {"when": st.sampled_from(({"instruments": 2}, "ratified by all", "signed"))},
    optional={"delay": st.sampled_from(_PERIODS)},
)
_OTHERS: Mapping[str, st.SearchStrategy[Mapping[str, Any]]] = {
    "denunciation": _NOTICE | _NOTICE_BEFORE_END,
    "joining": st.fixed_dictionaries({"delay": st.sampled_from(_PERIODS)}),
    "minimum_parties": st.just({"number": 2}),
    "renewal": st.just({"then": "indefinite"})
    | st.fixed_dictionaries({"block": st.sampled_from(_TERMS), "times": st.sampled_from((1, 2, "for ever"))}),
    "sunset": st.fixed_dictionaries(
        {"lasts": st.sampled_from(_TERMS), "from": st.just("the end"), "first_day": st.just("not counted")}
    ),
    "suspension": st.fixed_dictionaries({}, optional={"notice": st.sampled_from(("P30D", "P3M"))}),
    "term": st.fixed_dictionaries(
        {"lasts": st.sampled_from(_TERMS), "from": st.just("entry into force"), "first_day": _FIRST_DAY}
    ),
}

CLAUSES = tuple(sorted(_OTHERS))
"""The clauses that a treaty of the machine may have, beside those on entry into force and on how days are counted."""


@st.composite
def beginnings(draw: st.DrawFn, parties: Sequence[str], clauses: Collection[str]) -> dict[str, Any]:
    """Draw the tables of a treaty of two or more of some parties, with some of some clauses, and no acts."""
    number = draw(st.integers(2, len(parties)))
    drawn = draw(st.fixed_dictionaries({}, optional={name: _OTHERS[name] for name in sorted(clauses)}))
    if "term" not in drawn:
        drawn.pop("renewal", None)  # there would be nothing to renew
        if drawn.get("denunciation", {}).get("when") == "at the end of the term":
            drawn["denunciation"] = {**drawn["denunciation"], "when": "at any time"}
    if "minimum_parties" in drawn:  # as many as there are, mostly: then the first to leave is one too few
        drawn["minimum_parties"] = {"number": draw(st.sampled_from(range(number, 1, -1)))}
    named = {code: code.title() for code in parties[:number]}
    return {"parties": named, "counting": draw(_COUNTING), "entry_into_force": draw(_ENTRY), **drawn}

"""Terms, deadlines, windows and lock-ins that do not fit together, and such as do."""

from __future__ import annotations

import pytest

from small_treaties import BOTH, SIGNED, act, clause, entry, findings, text_of_two
from treatyclock.lint.rules import terms

FROM_ENTRY = clause("term", lasts="P5Y", from_="entry into force", first_day="counted")
ONCE = clause("renewal", block="P5Y", times=1)


def window(every: str, lasts: str, **more: str) -> str:
    return clause("denunciation", when="in a window", notice="P1Y", window={"every": every, "lasts": lasts, **more})


def locked(lasts: str, bars: str = "exit", when: str = "at any time") -> str:
    return clause("denunciation", when=when, notice="P1D", lock_in={"lasts": lasts, "bars": bars})


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ([FROM_ENTRY], []),
        ([clause("term", lasts="P5Y", from_="exchange of instruments")], ["anchor-without-act term.from"]),
        ([clause("term", lasts="P5Y", from_="signature")], []),
        ([clause("term", until_event="over")], ["event-without-act term.until_event"]),
        ([clause("term", until_event="over"), act("event", "AAA", "1940-01-01", id="over")], []),
        ([FROM_ENTRY, ONCE, clause("denunciation", when="at the end of the term", notice="P5Y1D")],
         ["notice-longer-than-term denunciation.notice"]),
        ([FROM_ENTRY, ONCE, clause("denunciation", when="at the end of the term", notice="P5Y")],
         ["deadline-before-entry denunciation.notice"]),  # 14 January 1935 less five years: a day before entry
        ([FROM_ENTRY, ONCE, clause("denunciation", when="at the end of the term", notice="P4Y")], []),
        ([window("P1Y", "P1Y")], ["window-always-open denunciation.window.lasts"]),
        ([window("P1Y", "P364D")], []),
        ([window("P5Y", "P1M"), FROM_ENTRY], ["window-never-opens denunciation.window.every"]),
        ([window("P4Y", "P1M"), FROM_ENTRY], []),
        ([window("P5Y", "P1M"), FROM_ENTRY, ONCE], []),
        ([window("P10Y", "P1M"), clause("term", until="1940-01-14")], ["window-never-opens denunciation.window.every"]),
        ([window("P10Y", "P1M"), clause("term", until="1940-01-15")], []),
        ([locked("P5Y"), FROM_ENTRY], ["lock-in-longer-than-term denunciation.lock_in.lasts"]),
        ([locked("P4Y"), FROM_ENTRY], []),
        ([locked("P5Y", when="at the end of the term"), FROM_ENTRY, ONCE],
         ["lock-in-without-effect denunciation.lock_in.lasts"]),
        ([locked("P5Y", "notice", when="at the end of the term"), FROM_ENTRY, ONCE], []),
        ([clause("review", after="P6Y"), FROM_ENTRY], ["review-after-end review.after"]),
        ([clause("review", after="P5Y"), FROM_ENTRY], []),
        ([clause("retroactive_effect", from_="1930-01-15")], ["retroactive-from-later retroactive_effect.from"]),
        ([clause("retroactive_effect", from_="1930-01-14")], []),
    ],
)  # fmt: skip
def test_what_does_not_fit_together(parts: list[str], found: list[str]) -> None:
    assert findings(text_of_two(SIGNED, *parts), terms) == found


def test_an_event_of_a_condition_that_has_not_come() -> None:
    text = text_of_two(
        entry({"all_of": [{"event": "the-league"}, {"ratified_by": "AAA"}]}), act("signature", BOTH, "1930")
    )
    assert findings(text, terms) == ["event-without-act entry_into_force.when"]

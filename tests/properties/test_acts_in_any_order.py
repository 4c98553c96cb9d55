"""Laws on acts that nobody put together: notices with second thoughts, ends, returns, provisional application.

The treaties are of three, with everything chosen that could be open, so that each law is about the law alone.
"""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import treatyclock as tc
from small_treaties import ALL, act, clause, entry, ratified, reading, text_of_three
from treatyclock.intervals import Timeline

PARTIES = ALL.split()
SUBJECTS: list[dict[str, Any]] = [
    {},
    {"between": ("AAA", "BBB")},
    *[dict[str, Any](party=party) for party in PARTIES],
]
BEGINS = entry({"instruments": 2}) + ratified(AAA="1936-01-01", BBB="1936-01-01")
CHOICES = {"effect_day": "last in force", "notice_first_day": "counted", "first_day": "counted", "lock_in": "exit"}
MINE = "".join(
    reading(f"{clock.split()[0]}-{nobody.split()[0]}", choose=CHOICES | {
        "notice_clock": clock, "nobody_left": nobody, "one_left": "goes on", "followed_notice": "falls",
        "sunset_first_day": "counted",
    })
    for clock in ("goes on", "begins anew") for nobody in ("has ended", "can be joined")
)  # fmt: skip
READINGS = ("goes-has", "goes-can", "begins-has", "begins-can")

EXITS = st.sampled_from(
    (
        clause("denunciation", when="at any time", notice="P6M"),
        clause("denunciation", when="at any time", notice="P3M", lands="the first of the next month"),
        clause("denunciation", when="at any time", notice="P6M", stay=True),
        clause("term", lasts="P3Y", from_="entry into force")
        + clause("renewal", block="P3Y", times="for ever")
        + clause("denunciation", when="at the end of the term", notice="P1Y"),
        clause("term", lasts="P3Y", from_="entry into force")
        + clause("renewal", then="indefinite")
        + clause("denunciation", when="at the end of the term", notice="P1Y", notice_when_indefinite="P6M"),
        clause("denunciation", when="in a window", notice="P6M")
        + '[denunciation.window]\nevery = "P2Y"\nlasts = "P1Y"\n',
        clause("denunciation", when="on a fixed day", chain="P2M")
        + '[denunciation.day]\non = "06-30"\ncut_off = "01-01"\n',
    )
)
DAYS = st.integers(0, 3000).map(lambda days: date(1936, 2, 1) + timedelta(days=days))


@st.composite
def notices(draw: st.DrawFn, party: str, number: int) -> list[str]:
    """A notice, and what is done about it on later days, no two on one day."""
    name, day = f"n-{party.lower()}-{number}", draw(DAYS)
    found = [act("withdrawal", party, str(day), id=name)]
    for step in range(draw(st.integers(0, 4))):
        day += timedelta(days=draw(st.integers(1, 400)))
        kind = draw(st.sampled_from(("suspension of a notice", "resumption of a notice") * 3 + ("rescission",)))
        found.append(act(kind, party, str(day), id=f"{name}-{step}", of=name))
    return found


@st.composite
def acts(draw: st.DrawFn) -> list[str]:
    """What three parties do, in the order in which it was drawn."""
    found: list[str] = []
    for party in PARTIES:
        for number in range(draw(st.integers(0, 2))):
            found += draw(notices(party, number))
        for number in range(draw(st.integers(0, 2))):
            found.append(act("accession", party, str(draw(DAYS)), id=f"joins-{party.lower()}-{number}"))
        for kind in ("provisional application", "end of provisional application"):
            for number in range(draw(st.integers(0, 2))):
                day = str(draw(DAYS) - timedelta(days=1000))
                found.append(act(kind, party, day, id=f"{kind[:3]}-{party.lower()}-{number}"))
        if draw(st.booleans()):
            found.append(act("end of membership", party, f"{draw(DAYS)}T12:00Z", id=f"out-{party.lower()}"))
            found.append(act("membership", party, str(draw(DAYS)), id=f"in-{party.lower()}"))
        if draw(st.booleans()):
            found.append(act("suspension", party, str(draw(DAYS)), id=f"sleeps-{party.lower()}"))
            found.append(
                act("resumption", party, "1945-01-01", id=f"wakes-{party.lower()}", of=f"sleeps-{party.lower()}")
            )
    return found


def treaty(exits: str, drawn: list[str], *more: str) -> tc.Treaty:
    return tc.loads(text_of_three(BEGINS, clause("tied_to", organisation="the Union"), exits, *drawn, *more, MINE))


def lines(found: tc.Treaty, by: str) -> list[Timeline[frozenset[tc.Status]]]:
    return [found.timeline(reading=by, **subject) for subject in SUBJECTS]


def in_force(line: Timeline[frozenset[tc.Status]]) -> Timeline[frozenset[bool]]:
    return line.map(lambda statuses: frozenset(status.in_force for status in statuses))


PROVISIONAL = clause(
    "provisional_application", by="who declares it", notice="P60D", first_day="counted", survives="P1Y"
)
often = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@often
@given(EXITS, acts(), st.randoms(use_true_random=False), st.sampled_from(READINGS))
def test_the_order_of_the_file_does_not_matter(exits: str, drawn: list[str], chance: Random, by: str) -> None:
    shuffled = list(drawn)
    chance.shuffle(shuffled)
    assert lines(treaty(exits, drawn, PROVISIONAL), by) == lines(treaty(exits, shuffled, PROVISIONAL), by)


@often
@given(EXITS, acts(), st.sampled_from(READINGS))
def test_it_is_in_force_generally_just_when_it_is_for_somebody(exits: str, drawn: list[str], by: str) -> None:
    found = treaty(exits, drawn)
    generally = in_force(found.timeline(reading=by))
    each = [in_force(found.timeline(reading=by, party=party)) for party in PARTIES]
    anybody = each[0].combine(_any, *each[1:])
    assert generally == anybody


def _any(*several: frozenset[bool]) -> frozenset[bool]:
    if frozenset({True}) in several:
        return frozenset({True})
    return frozenset(value for each in several for value in each)


@often
@given(EXITS, acts(), st.sampled_from(READINGS))
def test_provisional_application_makes_nobody_a_party_and_unmakes_none(exits: str, drawn: list[str], by: str) -> None:
    without, applied = treaty(exits, drawn), treaty(exits, drawn, PROVISIONAL)
    assert list(map(in_force, lines(without, by))) == list(map(in_force, lines(applied, by)))


@often
@given(EXITS, notices("AAA", 1), DAYS, st.integers(1, 900), st.sampled_from(READINGS))
def test_a_pause_never_brings_the_end_of_a_notice_forward(
    exits: str, drawn: list[str], stopped: date, pause: int, by: str
) -> None:
    notice = drawn[:1]
    stop = act("suspension of a notice", "AAA", str(stopped), of="n-aaa-1")
    again = act("resumption of a notice", "AAA", str(stopped + timedelta(days=pause)), of="n-aaa-1")
    given_on = next(line for line in notice[0].splitlines() if line.startswith("on = "))[6:16]
    if str(stopped) <= given_on:
        return
    plain = in_force(treaty(exits, notice).timeline(party="AAA", reading=by))
    paused = in_force(treaty(exits, [*notice, again, stop]).timeline(party="AAA", reading=by))
    # Whenever it is in force without the pause, it is with it.
    assert not plain.combine(lambda one, other: one == {True} and other != {True}, paused).map(bool).values.count(True)

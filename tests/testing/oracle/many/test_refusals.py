"""Where the law has no answer the oracle refuses, and says of what (VCLT 24, 25, 54, 68)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from small_specifications import AT_ANY_TIME, CONSENTED, THREE, A, B, C, act, noon, treaty
from treatyclock.testing.oracle.days import Moment, Period, UnsettledError
from treatyclock.testing.oracle.many.standing import lives, statuses
from treatyclock.testing.oracle.many.treaty import (
    Condition,
    Delay,
    Exit,
    Grace,
    Joining,
    Provisional,
    RecordedEnd,
    Side,
    Spec,
    Sunset,
    Term,
)

NOTICE = act("notice", "denunciation", A, date(1937, 3, 1))
BACK = act("back", "rescission", A, date(1937, 9, 1), of="notice")
OVER = act("over", "termination by consent", THREE, date(1938, 1, 1))
LONGER = act("longer", "extension of the term", THREE, date(1938, 1, 1), until=date(1941, 12, 31))
TO_1939 = Term(until=date(1939, 12, 31))
AT_ONCE = Exit("at any time", first_day_counts=False)
RUNS = replace(AT_ANY_TIME, while_provisional="its period runs")
SIGNED = act("signed", "signature", THREE, date(1936, 1, 1))
APPLIED = Provisional(notice=Grace(Period(months=6), first_day_counts=False))
NOBODY: dict[str, date] = {}
JOINING: dict[str, Any] = {"condition": Condition("instruments", number=2), "joining": Joining()}
OF_TWO: dict[str, Any] = {**JOINING, "consents": {A: CONSENTED, B: CONSENTED}}
OF_ALL_OR_NOBODY = (Side((A, B), alone=False), Side((C,)))
TOGETHER = replace(NOTICE, by=(A, B))

REFUSED: dict[str, Spec] = {
    # counts
    "a notice of the day on which it takes effect": treaty(
        replace(NOTICE, when=Moment(datetime(1937, 3, 2, 15), 0)),
        exit=replace(AT_ANY_TIME, notice=Period(days=1), from_first_of_month=True, first_day_counts=None),
    ),
    "a notice resumed on the day of exits": treaty(
        NOTICE,
        act("stopped", "suspension of a notice", A, date(1937, 4, 1), of="notice"),
        act("resumed", "resumption of a notice", A, date(1938, 12, 31), of="notice"),
        exit=Exit("on a fixed day", on=(12, 31), cut_off=(6, 30), first_day_counts=False),
    ),
    # agreement and term
    "two acts of one day that say the same": treaty(replace(OVER, by=(A,)), replace(OVER, id="also", by=(B, C))),
    "a consent between two acts that say the same": treaty(
        replace(OVER, by=(A,), effective=date(1939, 1, 1)),
        act("again", "ratification", A, date(1938, 2, 1)),
        replace(OVER, id="also", by=(B, C), when=date(1938, 3, 1), effective=date(1939, 1, 1)),
    ),
    "two agreements of one day on the last day": treaty(
        LONGER, replace(LONGER, id="also", until=date(1942, 12, 31)), term=TO_1939
    ),
    "a last day agreed for a treaty that has no term": treaty(LONGER),
    "an extension of a term that is not bound to a day": treaty(
        LONGER, act("peace", "event", A, date(1939, 1, 1)), term=Term(until_event=("peace",))
    ),
    # consents and provisional application
    "a notice on the day on which provisional application begins": treaty(
        SIGNED,
        replace(NOTICE, when=date(1936, 6, 1)),
        consents=NOBODY,
        condition=Condition("instruments", number=3),
        provisional=replace(APPLIED, since=date(1936, 6, 1)),
        exit=RUNS,
    ),
    "a notice while the end of provisional application is pending": treaty(
        SIGNED,
        act("stop", "end of provisional application", A, date(1937, 2, 1)),
        NOTICE,
        consents=NOBODY,
        condition=Condition("instruments", number=3),
        provisional=APPLIED,
        exit=RUNS,
    ),
    "a notice at the end of the time of provisional application": treaty(
        SIGNED,
        replace(NOTICE, when=date(1937, 1, 1)),
        consents=NOBODY,
        condition=Condition("instruments", number=3),
        provisional=replace(APPLIED, lasts=Period(years=1)),
        exit=RUNS,
    ),
    "provisional application declared and ended on one day": treaty(
        SIGNED,
        act("stop", "end of provisional application", A, SIGNED.when),
        consents=NOBODY,
        condition=Condition("instruments", number=3),
        provisional=APPLIED,
    ),
    "provisional application begun on the day on which all end the treaty": treaty(
        SIGNED,
        replace(OVER, when=SIGNED.when),
        consents=NOBODY,
        condition=Condition("instruments", number=3),
        provisional=APPLIED,
    ),
    "whether others on that side applied it provisionally when a notice was given": treaty(
        SIGNED,
        act("stop", "end of provisional application", A, date(1937, 2, 1)),
        consents=NOBODY,
        condition=Condition("instruments", number=3),
        provisional=replace(APPLIED, ends_for_all=True, until=date(1939, 1, 1)),
        sides=OF_ALL_OR_NOBODY,
    ),
    "a State that has left declares that it applies the treaty provisionally": treaty(
        NOTICE,
        act("declares", "provisional application", A, date(1940, 1, 1)),
        provisional=replace(APPLIED, declared=True),
        exit=AT_ANY_TIME,
    ),
    "all agree on a notice that is over before the treaty was in force": treaty(
        SIGNED,
        NOTICE,
        act("agreed", "extension of a notice", THREE, date(1937, 3, 1), until=date(1942, 1, 1), of="notice"),
        condition=Condition("instruments", number=3),
        delay=Delay(Period(years=5)),
        provisional=Provisional(),
        exit=RUNS,
    ),
    # sides
    "a State joins its side after a notice of that side": treaty(
        replace(NOTICE, by=(A,)),
        act("joins", "accession", B, date(1938, 1, 1)),
        exit=AT_ANY_TIME,
        sides=OF_ALL_OR_NOBODY,
        consents={A: CONSENTED, C: CONSENTED},
        **JOINING,
    ),
    "a part of a side's notice that falls, and an effect in spite of that": treaty(
        replace(TOGETHER, recorded=date(1938, 3, 1)), BACK, exit=AT_ANY_TIME, sides=OF_ALL_OR_NOBODY
    ),
    "another on that side consents on the day of the notice": treaty(
        replace(NOTICE, when=CONSENTED), exit=AT_ANY_TIME, sides=OF_ALL_OR_NOBODY
    ),
    "an exit recorded or agreed on, by a notice of some on a side": treaty(
        replace(NOTICE, recorded=date(1938, 3, 1)), exit=AT_ANY_TIME, sides=OF_ALL_OR_NOBODY
    ),
    # standing
    "an objection on the day on which its author leaves": treaty(
        act("joins", "accession", C, date(1937, 2, 1)),
        replace(NOTICE, by=(B,)),
        act("objects", "objection to an accession", B, NOTICE.when, of="joins"),
        exit=AT_ONCE,
        **OF_TWO,
    ),
    "effect that survives from an earlier time as a party": treaty(
        replace(NOTICE, by=(C,)),
        act("again", "ratification", C, date(1940, 1, 1)),
        act("leaves", "denunciation", C, date(1941, 1, 1)),
        exit=AT_ANY_TIME,
        sunset=Sunset(Period(years=20), from_notice=False, first_day_counts=False),
        condition=Condition("instruments", number=2),
        joining=Joining(),
    ),
    "a State that is perhaps released from all others, where more hangs on that": treaty(
        *(
            replace(OVER, id=f"over-{day}", by=pair, effective=date(1938, 2, day))
            for day, pair in enumerate(((A, B), (A, C), (B, C)), 1)
        ),
        sunset=Sunset(Period(years=20), from_notice=False, first_day_counts=False),
    ),
    # consents
    "a later consent from an earlier day": treaty(
        act("recorded", "accession", C, date(1935, 12, 1), recorded=date(1936, 6, 1), counts=False),
        act("counted", "accession", C, date(1936, 1, 15)),
        consents={A: CONSENTED, B: CONSENTED},
        condition=Condition("instruments", number=3),
        joining=Joining(delay=Delay(Period(months=6))),
    ),
    # entry
    "a succession that does not say from when": treaty(act("succeeds", "succession", C, date(1938, 1, 1)), **OF_TWO),
    "an end recorded for what never entered into force by the acts on record": treaty(
        consents={A: CONSENTED}, condition=Condition("instruments", number=3), end=RecordedEnd(date(1939, 1, 1))
    ),
    "survival from a notice, where only the end is recorded": treaty(
        sunset=Sunset(Period(years=20), from_notice=True, first_day_counts=False), end=RecordedEnd(date(1939, 1, 1))
    ),
    "a consent too late for the fixed day, and no rule for who joins later": treaty(
        act("joins", "accession", C, date(1937, 1, 1)),
        consents={A: CONSENTED, B: CONSENTED},
        condition=Condition("instruments", number=2),
        on=date(1938, 1, 1),
        met_by=date(1936, 6, 1),
    ),
}


def asked_each_year(spec: Spec) -> None:
    found = lives(spec)
    for year in range(1936, 1945):
        for party in (None, *THREE):
            statuses(found, party, noon(date(year, 6, 1)))


@pytest.mark.parametrize("why", sorted(REFUSED))
def test_where_the_law_has_no_answer_the_oracle_refuses(why: str) -> None:
    with pytest.raises(UnsettledError, match=why):
        asked_each_year(REFUSED[why])

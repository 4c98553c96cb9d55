"""A treaty beside another, against an evaluator that shares no code with the library; and what must hold of any two."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import treatyclock as tc
from compared import beside, differences_beside
from treatyclock.errors import UnusableRecordError
from treatyclock.instants import to_datetime
from treatyclock.testing.oracle.beside import Ends
from treatyclock.testing.oracle.days import UnsettledError
from treatyclock.testing.oracle.two.life import Life
from treatyclock.testing.specifications.choices import Drawn
from treatyclock.testing.specifications.two import instant

SOME = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def drawn(draw: st.DrawFn) -> tuple[tuple[str, str, list[Life], Ends], list[datetime]]:
    """Two treaties to which the law has an answer so far, and instants to ask about."""
    dice = Drawn(draw)
    try:
        text, other, own, ends, turning = beside(dice)
    except UnsettledError:
        assume(False)
        raise
    return (text, other, own, ends), [instant(dice, turning) for _ in range(4)]


@SOME
@given(drawn())
def test_the_engine_and_the_oracle_agree(found: tuple[tuple[str, str, list[Life], Ends], list[datetime]]) -> None:
    (text, other, own, ends), instants = found
    treaty = tc.loads(text).beside(tc.loads(other))
    for at in instants:
        try:
            assert not list(differences_beside(treaty, own, ends, at))
        except UnusableRecordError:
            assume(False)


@SOME
@given(
    st.sampled_from(["+03:00", "Asia/Tokyo"]),
    st.dates(date(1930, 1, 2), date(1960, 12, 31)),
    st.integers(-3000, 3000),
)
def test_an_instant_has_just_one_of_two_where_the_later_ends_the_earlier(clock: str, first: date, minutes: int) -> None:
    earlier, later = plain("earlier", clock, "1930-01-01"), plain("later", clock, first.isoformat())
    begins = tc.moment(f"{first}T00:00", zone=clock).span.start
    assert begins is not None
    at = to_datetime(begins) + timedelta(minutes=minutes)
    found = [each.in_force(at).truth.value for each in (earlier.beside(later), later.beside(earlier))]
    assert found == (["no", "yes"] if minutes >= 0 else ["yes", "no"])


def plain(id: str, clock: str, day: str) -> tc.Treaty:
    return tc.from_dict({
        "schema": 1,
        "id": id,
        "title": id.title(),
        "parties": {code: {"name": code, "clock": clock} for code in ("AAA", "BBB")},
        "entry_into_force": {"recorded": day, "ref": "art. 1"},
        **({"other_treaty": {"treaty": "earlier", "effect": "ends", "ref": "art. 2"}} if id == "later" else {}),
    })  # fmt: skip

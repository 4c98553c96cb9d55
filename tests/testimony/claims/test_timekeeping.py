"""Claims about clocks: differences and offsets, on a date or at any time."""

from __future__ import annotations

from datetime import timedelta

import pytest

import treatyclock as tc
from testimony_cases import case, changed, claim
from treatyclock.errors import CaseFileError
from treatyclock.testimony.claims.timekeeping import ClockDifference, ClockOffset
from treatyclock.testimony.encoding import model_of
from treatyclock.testimony.nodes import WayToRead
from treatyclock.testimony.variants import Stands


@pytest.mark.parametrize(
    ("by", "text"),
    [
        ("-PT2H", 'Berlin was 2 h behind Moscow ("-PT2H")'),
        ("-PT3H/-PT2H", 'Berlin was 2 h to 3 h behind Moscow ("-PT3H/-PT2H")'),
        ("-PT1H/PT2H", 'Berlin was at most 1 h behind and at most 2 h ahead of Moscow ("-PT1H/PT2H")'),
        ("PT2H", 'Berlin was 2 h ahead of Moscow ("PT2H")'),
    ],
)
def test_a_clock_behind_another_is_said_to_be_behind(by: str, text: str) -> None:
    made = case(claim("p", clock="berlin", ahead_of="moscow", by=by, on="1945-08-08"))
    (found,) = made.claims
    assert isinstance(found, ClockDifference)
    assert found.sentence(made) == text
    told = tc.reconcile(made).to_dict()["claims"]
    assert [each["text"] for each in told if each["id"] == "p"] == [f"{text} [one]"]


def test_an_offset_has_a_sentence() -> None:
    made = case(claim("p", clock="moscow", offset="+04:00", on="1945-08-08"))
    (found,) = made.claims
    assert isinstance(found, ClockOffset)
    assert (found.offset, found.clocks_named) == (timedelta(hours=4), ("moscow",))
    assert found.sentence(made) == "Moscow stood at +04:00"


def ways(claims: str) -> list[WayToRead]:
    assumption = model_of(case(claims)).assumptions[-1]
    return [each.read for each in assumption.variants if isinstance(each, Stands)]


@pytest.mark.parametrize(
    ("on", "periods"), [({}, [8, 9]), ({"on": "1936-12-01"}, [8]), ({"on": "1937-06-01"}, [9])]
)  # fmt: skip
def test_a_date_chooses_the_period(on: dict[str, str], periods: list[int]) -> None:
    for said in (
        claim("p", clock="manchukuo", ahead_of="tokyo", by="PT0S", **on),
        claim("p", clock="manchukuo", offset="+08:00", **on),
    ):
        assert [read.clocks[0].period.offset // 3_600_000_000 for read in ways(changed(said))] == periods


def test_the_way_in_which_it_is_read_names_the_clock_that_changed() -> None:
    said = claim("p", clock="tokyo", ahead_of="manchukuo", by="PT1H")
    made, read = case(changed(said)), ways(changed(said))
    assert [made.claims[-1].way_text(made, each, read) for each in read] == [
        "about the time when Manchuria stood at +08:00",
        "about the time when Manchuria stood at +09:00",
    ]


def test_a_clock_is_not_ahead_of_itself() -> None:
    with pytest.raises(CaseFileError, match="is not one clock ahead of another"):
        case(claim("p", clock="moscow", ahead_of="moscow", by="PT1H"))
    with pytest.raises(CaseFileError, match="is more than one clock"):
        case(claim("p", clock=["moscow", "tokyo"], offset="+04:00"))

"""An act: which of its dates a rule runs from, and whether it counts by itself."""

from __future__ import annotations

import pickle
from dataclasses import replace

import pytest

from treatyclock.civil.moments.moment import Moment
from treatyclock.civil.moments.read import moment
from treatyclock.errors import WrongTypeError
from treatyclock.law.acts.act import Act, ActDate, surely_before
from treatyclock.law.acts.consent import RATIFICATION
from treatyclock.law.acts.operation import CLAIMED_SUSPENSION

DATED, SENT, RECEIVED, CIRCULATED, DOMESTIC = map(
    moment, ("1936-02-01", "1936-02-02", "1936-02-03", "1936-02-04", "1936-01-31")
)
PLAIN = Act(id="r", kind=RATIFICATION, by=("AAA",), dated=DATED)
WHOLE = replace(PLAIN, sent=SENT, received=RECEIVED, circulated=CIRCULATED, domestic=DOMESTIC)


@pytest.mark.parametrize(
    ("which", "when"),
    [
        (ActDate.DATED, DATED), (ActDate.SENT, SENT), (ActDate.RECEIVED, RECEIVED), (ActDate.CIRCULATED, CIRCULATED),
        (ActDate.DOMESTIC, DOMESTIC),
    ],
)  # fmt: skip
def test_the_date_that_a_rule_runs_from(which: ActDate, when: Moment) -> None:
    assert WHOLE.when(which) is when
    assert PLAIN.when(which) is DATED


def test_receipt_stands_for_what_it_does_unless_the_rule_says_otherwise() -> None:
    assert WHOLE.when() is RECEIVED
    assert replace(WHOLE, circulated=None).when(ActDate.CIRCULATED) is RECEIVED
    assert replace(WHOLE, received=None).when() is DATED
    assert replace(WHOLE, sent=None).when(ActDate.SENT) is DATED


def test_what_counts_only_by_a_reading() -> None:
    assert not PLAIN.needs_reading
    assert replace(PLAIN, disputed=True).needs_reading
    assert replace(PLAIN, kind=CLAIMED_SUSPENSION).needs_reading


@pytest.mark.parametrize(
    ("one", "other", "before"),
    [
        ("1936-01-01", "1936-01-02", True), ("1936-01-01", "1936-01-01", False), ("1936-01", "1936-01-31", False),
        ("1936-01-01T12:00Z", "1936-01-01", False), ("1936-01-01T12:00Z", "1936-01-01T12:01Z", True),
        ("1936-01-01T12:00Z", "1936-01-01T12:00Z", False),
        ("1936-01-02T00:30+09:00", "1936-01-01T16:00Z", True),  # hours compare as instants, not as printed
        ("1936-01-02T00:30+09:00", "1936-01-02", False),  # an hour and a date as printed
    ],
)  # fmt: skip
def test_what_surely_came_before(one: str, other: str, before: bool) -> None:
    assert surely_before(moment(one), moment(other)) == before


@pytest.mark.parametrize(
    "wrong",
    [{"kind": "ratification"}, {"dated": "1936"}, {"received": "1936"}, {"until": 5}, {"by": "AAA"}, {"by": ["AAA"]}],
)
def test_what_is_no_act(wrong: dict[str, object]) -> None:
    with pytest.raises(WrongTypeError, match="hint: "):
        replace(PLAIN, **wrong)  # type: ignore[arg-type]


def test_it_travels_and_compares_by_value() -> None:
    assert pickle.loads(pickle.dumps(WHOLE)) == WHOLE
    assert hash(WHOLE) == hash(replace(WHOLE))
    assert WHOLE != PLAIN

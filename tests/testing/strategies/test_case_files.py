"""Case files: their claims can all be true but for what was planted, and that is told."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

import treatyclock as tc
from treatyclock.formats.cases.grammar import KINDS
from treatyclock.testing.strategies import CaseFile, PlantedConflict, case_files

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]


@settings(max_examples=12, deadline=None, suppress_health_check=SLOW)
@given(case_files(conflicts=0))
def test_without_a_planted_conflict_all_claims_can_be_true(file: CaseFile) -> None:
    assert file.planted == () and tc.reconcile(file.case).consistent


@settings(max_examples=12, deadline=None, suppress_health_check=SLOW)
@given(case_files(conflicts=(1, 2), claims=(1, 3)))
def test_what_was_planted_is_in_conflict_and_nothing_else(file: CaseFile) -> None:
    for each in file.planted:
        assert not tc.reconcile(file.case, only=each.claims).consistent, each.why
    assert tc.reconcile(file.case, without=[each.wrong for each in file.planted]).consistent


def test_every_kind_of_claim_is_drawn() -> None:
    drawn: set[str] = set()

    @settings(max_examples=60, deadline=None, suppress_health_check=SLOW, phases=[Phase.generate])
    @given(case_files(conflicts=0, events=(2, 4), claims=(4, 8)))
    def collect(file: CaseFile) -> None:
        drawn.update(kind for kind in KINDS if f"\n{kind} = " in file.text)

    collect()
    assert drawn == set(KINDS)


@settings(max_examples=5, deadline=None, suppress_health_check=SLOW)
@given(case_files())
def test_the_repr_makes_an_equal_file(file: CaseFile) -> None:
    assert eval(repr(file), {"CaseFile": CaseFile, "PlantedConflict": PlantedConflict}) == file


def test_it_shrinks_to_one_claim_about_one_event() -> None:
    few = case_files(conflicts=0, events=(1, 2), clocks=(1, 2), claims=(1, 2))
    case = find(few, lambda file: True, settings=settings(max_examples=5, database=None)).case
    assert (len(case.events), len(case.clocks), len(case.claims)) == (1, 1, 1)


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ({"conflicts": -1}, "conflicts=-1"),
        ({"conflicts": (2, 1)}, r"conflicts=\(2, 1\)"),
        ({"events": 0}, "events=0"),
        ({"events": 1.5}, "events=1.5"),
        ({"clocks": 99}, "clocks=99"),
        ({"claims": True}, "claims=True"),
        ({"zones": ["UTC"]}, "zones"),
    ],
)
def test_what_cannot_be_is_refused(asked: dict[str, Any], named: str) -> None:
    with pytest.raises(InvalidArgument, match=named):
        case_files(**asked)


def test_a_label_is_no_zone_of_a_clock() -> None:
    label = st.sampled_from(tc.label("Moscow time").candidates())
    with pytest.raises(InvalidArgument, match="zones drew"):
        find(case_files(zones=label), lambda file: True)

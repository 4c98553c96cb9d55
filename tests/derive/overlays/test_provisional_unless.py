"""What lets provisional application go on beyond its last day, if it has come about by then."""

from __future__ import annotations

import pytest

import treatyclock as tc
from small_treaties import act, clause, entry, three
from treatyclock.errors import TreatyFileError


def applied(met: str = "", **more: object) -> tc.Treaty:
    text = entry("ratified by all")
    text += clause("provisional_application", until="1932-12-31", unless={"event": "met"}, **more)
    text += act("signature", "AAA BBB", "1930-01-15")
    return three(text, act("event", "AAA", met, id="met") if met else "")


@pytest.mark.parametrize(
    ("met", "status"),
    [("", "signatory"), ("1932-12-31", "provisionally applying"), ("1933-01-01", "signatory")],
)
def test_it_goes_on_if_the_condition_is_met_by_its_last_day(met: str, status: str) -> None:
    treaty = applied(met)
    assert [each.value for each in treaty.status("1932-06-01", party="AAA")] == ["provisionally applying"]
    assert [each.value for each in treaty.status("1933-06-01", party="AAA")] == [status]


def test_a_vague_day_leaves_it_open() -> None:
    vague = applied("[1932-12-30..1933-01-02]").in_force("1933-06-01", party="AAA")
    assert sorted(each.value for each in vague.status) == ["provisionally applying", "signatory"]
    assert [each.key for each in vague.depends_on] == ["provisional application to go on after 1932-12-31"]


def test_by_what_was_known_it_ended_as_long_as_nobody_knew_of_the_condition() -> None:
    early = applied("1932-06-01").status("1933-06-01", party="AAA", known_as_of="1932-01-01")
    assert [each.value for each in early] == ["signatory"]


def test_the_argument_tells_why() -> None:
    told = " ".join(applied("1932-06-01").in_force("1933-06-01", party="AAA").explain().split())
    assert "and not after 31 December 1932 unless the event met has happened by then" in told
    assert "what was to come about by its last day did so" in told
    over = " ".join(applied().in_force("1933-06-01", party="AAA").explain().split())
    assert "what was to come about by its last day did so" not in over


def test_it_belongs_to_a_last_day() -> None:
    text = entry("ratified by all") + clause("provisional_application", unless={"event": "met"})
    with pytest.raises(TreatyFileError, match="belongs to until"):
        three(text)

"""Flaws: what is wrong at a path, and the fault that a user reads of it."""

from __future__ import annotations

import pytest

from treatyclock.formats.documents.flaws import MOST_FLAWS, Flaw, FlawLog, TooManyFlawsError, key_text


def test_a_path_is_written_as_people_count() -> None:
    assert key_text(()) == ""
    assert key_text(("reading", 0, "choose", "midnight", 1)) == "reading[1].choose.midnight[2]"


def test_a_fault_names_the_file_the_line_and_the_key() -> None:
    flaw = Flaw(("act", 1, "by", 0), "XXX", "is not a party of this treaty", "the only choice is `AAA`")
    fault = flaw.as_fault(file="pact.toml", line=7, structural=False)
    assert str(fault) == (
        "pact.toml:7: act[2].by[1]: is not a party of this treaty: `XXX`\n  hint: the only choice is `AAA`"
    )
    assert fault.structural is False
    inside = flaw.as_fault(file="<act>", line=None, structural=True, inside=("act", 1))
    assert (inside.key, inside.line) == ("by[1]", None)


@pytest.mark.parametrize(("value", "told"), [(None, None), ("a", "a"), (5, "5"), (["a"], "['a']")])
def test_a_value_is_told_as_it_stands(value: object, told: str | None) -> None:
    assert Flaw(("a",), value, "p", "h").as_fault(file="f", line=None, structural=True).value == told


def test_a_path_to_something_refused_is_broken() -> None:
    log = FlawLog.of([Flaw(("act", 0, "on"), 5, "p", "h")])
    assert log.refused == {("act", 0, "on")}
    assert log.broken == {(), ("act",), ("act", 0), ("act", 0, "on")}
    assert FlawLog.of([]).broken == frozenset()


def test_a_log_is_full_at_last() -> None:
    log = FlawLog.of([])
    for number in range(1, MOST_FLAWS):
        log.add(Flaw(("act", number), None, "p", "h"))
    with pytest.raises(TooManyFlawsError):
        log.add(Flaw(("act", 0), None, "p", "h"))
    assert len(log.found) == MOST_FLAWS

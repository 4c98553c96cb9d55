"""Conflicts in words: what each claim says, and two bounds that exclude each other."""

from __future__ import annotations

import pytest

from testimony_cases import changed, claim, reconcile
from treatyclock.show.testimony._proofs import conflict_lines

NOON = claim("x", event="e", at="1945-08-08T12:00", clock="moscow")


def sums(claims: str) -> list[str]:
    """Return the last line of each conflict."""
    found = reconcile(claims)
    assert not found.consistent
    return [list(conflict_lines(found.case, found.model, each))[-1].strip() for each in found.conflicts.found]


@pytest.mark.parametrize(
    ("claims", "text"),
    [
        (
            claim("x", event="e", after="f", gap="PT1H") + claim("y", event="f", after="e", gap="PT1H"),
            "so the answer would come both at least 1 h after and at least 1 h before the call",
        ),
        (
            claim("x", event="e", after="f") + claim("y", event="f", after="e"),
            "so the answer would come both after and before the call",
        ),
        (
            NOON + claim("y", event="e", at="1945-08-08T14:00", clock="moscow"),
            "so the clock of Moscow at the call would show both 1945-08-08 14:00 or later"
            " and 1945-08-08 12:00 or earlier",
        ),
        (
            claim("x", clock="moscow", ahead_of="tokyo", by="PT1H", on="1945-08-08")
            + claim("y", clock="tokyo", ahead_of="moscow", by="PT1H", on="1945-08-08"),
            "so Tokyo would be both at least 1 h ahead of and at least 1 h behind Moscow",
        ),
        (
            claim("x", clock="moscow", offset="+04:00", on="1945-08-08"),
            "so Moscow would be both at least 4 h ahead of and at most 3 h ahead of UTC",
        ),
        (claim("x", event="e", at="1945-04-02T02:30", clock="berlin"), "no clock showed that time"),
    ],
)  # fmt: skip
def test_the_sum_that_cannot_be(claims: str, text: str) -> None:
    assert text in sums(claims)


def test_each_premise_is_told_with_its_sources() -> None:
    found = reconcile(NOON + claim("y", "two", event="e", at="1945-08-08T14:00", clock="moscow"))
    (conflict,) = found.conflicts.found
    assert list(conflict_lines(found.case, found.model, conflict))[:1] == ["x, y cannot both be true:"]
    lines = "\n".join(conflict_lines(found.case, found.model, conflict))
    assert "    y: the call came at 1945-08-08 14:00 on the clock of Moscow [two]" in lines


def test_each_way_to_settle_what_is_open_is_refuted() -> None:
    found = reconcile(changed(claim("a", clock="tokyo", ahead_of="manchukuo", by="PT3H")))
    (conflict,) = found.conflicts.found
    lines = list(conflict_lines(found.case, found.model, conflict))
    assert [line.strip() for line in lines if line.startswith("  if")] == [
        "if a is about the time when Manchuria stood at +08:00:",
        "if a is about the time when Manchuria stood at +09:00:",
    ]


def test_a_proof_for_several_dates_names_them_and_tells_the_one_that_is_nearest() -> None:
    found = reconcile(claim("x", event="e", dated="[1941-04-01,1941-04-05,1941-04-09]", clock="moscow") +
                      claim("y", event="e", dated="[1941-04-03,1941-04-07]", clock="moscow"))  # fmt: skip
    (conflict,) = found.conflicts.found
    lines = list(conflict_lines(found.case, found.model, conflict))
    assert lines[1:5] == [
        "  if x is dated 1941-04-01:",
        "    x: the call is dated 1941-04-01 on the clock of Moscow [one]",
        "    y: the call is dated 1941-04-03 on the clock of Moscow [one]",
        "    so the clock of Moscow at the call would show both 1941-04-03 00:00 or later"
        " and 1941-04-01 23:59 or earlier",
    ]
    start = lines.index("  if x is dated 1941-04-01 or x is dated 1941-04-05, and y is dated 1941-04-07:")
    assert lines[start + 1] == "    x: the call is dated 1941-04-05 on the clock of Moscow [one]"

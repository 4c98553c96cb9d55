"""Parts of a treaty: what does not hang together in one."""

from treatyclock.law.parts import ConsentTo, TreatyPart


def test_a_part_outlasts_the_treaty_always_or_only_if_agreed() -> None:
    part = TreatyPart(id="annex", consent=ConsentTo.TREATY, outlasts_treaty=True, outlasts_if_agreed=True)
    assert [where for where, *_ in part.problems(["AAA", "BBB"])] == ["outlasts_if_agreed"]


def test_a_part_is_for_two_at_least() -> None:
    part = TreatyPart(id="annex", consent=ConsentTo.TREATY, not_for=("AAA",))
    assert [where for where, *_ in part.problems(["AAA", "BBB"])] == ["not_for"]

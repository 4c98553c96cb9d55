"""A part of a treaty within the treaty as a whole."""

import treatyclock as tc
from small_treaties import ALL, BOTH, act, clause, entry, text_of_three, text_of_two

PART = clause("[part]", id="annex", consent="its own")


def _dates(*acts: str) -> tuple[object, object]:
    found = tc.loads(text_of_two(entry("ratified by all"), PART, *acts)).dates(part="annex")
    return found.entry_into_force[0].value, found.last_day_in_force[0].value


def _of_the_annex(on: str) -> str:
    return act("ratification", BOTH, on, id="annex-ratified", part="annex")


def test_no_part_is_in_force_before_the_whole() -> None:
    whole = act("ratification", BOTH, "1950-06-01")
    assert _dates(whole, _of_the_annex("1950-01-01")) == (("1950-06-01",), ())
    assert _dates(whole, _of_the_annex("1951-01-01")) == (("1951-01-01",), ())
    assert _dates(_of_the_annex("1950-01-01")) == ((), ())


def test_no_part_is_in_force_longer_than_the_whole() -> None:
    over = act("termination by consent", BOTH, "1960-03-31", effective="1960-03-31", effect_day="last in force")
    whole = act("ratification", BOTH, "1950-06-01")
    assert _dates(whole, _of_the_annex("1951-01-01"), over) == (("1951-01-01",), ("1960-03-31",))


def test_no_part_is_applied_provisionally_once_the_whole_ended_before_its_entry() -> None:
    sides = clause("[side]", parties=["AAA", "BBB"]) + clause("[side]", parties="CCC")
    applied = clause("provisional_application", by="who has consented")
    leaves = clause(
        "denunciation", when="at any time", notice="P1Y", first_day="counted", while_provisional="its period runs"
    )
    head = (entry({"instruments": 3}, delay="P5Y"), applied, leaves, sides, act("ratification", ALL, "1950-01-01"))
    found = tc.loads(text_of_three(*head, clause("[part]", id="annex"), act("denunciation", BOTH, "1951-01-01")))
    for part in ("annex", None):
        days = [found.status(day, party="CCC", part=part) for day in ("1951-12-31", "1952-01-01")]
        assert [each.value for several in days for each in several] == ["provisionally applying", "contracting State"]


def test_the_argument_tells_what_the_whole_decides() -> None:
    text = text_of_two(
        entry("ratified by all"), PART, act("ratification", BOTH, "1950-06-01"), _of_the_annex("1950-01-01")
    )
    told = tc.loads(text).in_force("1950-07-01", part="annex").explain()
    assert "The treaty as a whole: " in told
    assert "no part is in force before the whole: on 1 June 1950" in " ".join(told.split())

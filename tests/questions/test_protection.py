"""Is something protected on a day that was made on another: worked out on paper from a sunset of ten years."""

import pytest

import treatyclock as tc
from small_treaties import SIGNED, act, clause, entry, ratified, three, two
from treatyclock.errors import ReversedDaysError

# In force from 15 January 1930; notice on 1 July 1939, out on 1 January 1940; ten years from that day.
EXIT = clause("denunciation", when="at any time", notice="P6M", first_day="counted")
NOTICE = act("denunciation", "AAA", "1939-07-01", id="notice")


def treaty(**covers: str) -> tc.Treaty:
    counted = {"lasts": "P10Y", "first_day": "counted", "termination_day": "first out"}
    return two(SIGNED, EXIT, clause("sunset", **counted, **covers), NOTICE)


@pytest.mark.parametrize(
    ("made_before", "made", "on", "truth"),
    [
        ("the end", "1935-01-01", "1936-01-01", "yes"),  # in force
        ("the end", "1929-01-01", "1936-01-01", "yes"),
        ("the end", "1939-12-31", "1949-12-31", "yes"),
        ("the end", "1940-01-01", "1949-12-31", "no"),
        ("the end", "1939-12-31", "1950-01-01", "no"),
        ("the end", "1939-10-01", "1945-01-01", "yes"),
        ("the notice", "1939-06-30", "1945-01-01", "yes"),
        ("the notice", "1939-07-01", "1945-01-01", "unknown"),
        ("the notice", "1939-10-01", "1945-01-01", "no"),
        ("1938-01-01", "1937-12-31", "1945-01-01", "yes"),
        ("1938-01-01", "1938-01-01", "1945-01-01", "no"),
        (None, "1939-12-31", "1945-01-01", "yes"),
        (None, "1940-06-01", "1945-01-01", "unknown"),
        (None, "1940-06-01", "1950-01-01", "no"),
        ("the end", "1939", "1949-12-31", "yes"),
        ("the end", "1939-12-31", "1949", "yes"),
        ("the end", "[1939-12-30..1940-01-02]", "1945-01-01", "unknown"),
    ],
)
def test_by_hand(made_before: str | None, made: str, on: str, truth: str) -> None:
    found = treaty(**({} if made_before is None else {"made_before": made_before}))
    assert found.protected(on, made=made).truth.value == truth


def test_it_says_on_what_it_depends() -> None:
    silent = treaty().protected("1945-01-01", made="1940-06-01")
    assert [each.key for each in silent.depends_on] == ["made_before"]
    assert str(silent).startswith("Unknown whether it is protected on 1 January 1945, made 1 June 1940.\n")
    open_ = two(SIGNED, EXIT.replace('first_day = "counted"\n', ""), clause("sunset", lasts="P10Y"), NOTICE)
    found = open_.protected("1949-12-31", made="1935", party="AAA")
    assert found.truth is tc.Truth.UNKNOWN
    assert {"notice_first_day", "sunset_first_day"} <= {each.key for each in found.depends_on}


def test_the_days_beside_it() -> None:
    found = treaty(made_before="the end").protected("1945-01-01", made="1935-01-01", between=("AAA", "BBB"))
    assert [each.value for each in found.made_by] == [("1939-12-31",)]
    assert found.truth is tc.Truth.YES
    found = treaty(made_before="the end").protected("1945-01-01", made="1935-01-01")
    assert [each.value for each in found.protected_until] == [("1949-12-31",)]
    assert found.to_dict()["protected_until"] == [{"days": ["1949-12-31"], "under": {}}]
    assert "what was made by 31 December 1939 is covered until 31 December 1949" in " ".join(str(found).split())
    assert bool(found) and repr(found) == "<Protection yes: made 1935-01-01, on 1945-01-01, two>"


def test_without_a_sunset_and_made_too_late() -> None:
    assert two(SIGNED, EXIT, NOTICE).protected("1945-01-01", made="1935-01-01").truth is tc.Truth.NO
    with pytest.raises(ReversedDaysError):
        treaty().protected("1945-01-01", made="1946-01-01")


def test_the_clause_says_what_it_covers() -> None:
    told = " ".join(treaty(made_before="the notice").in_force("1945", party="AAA").explain().split())
    assert "for 10 years from the end; it covers what was made before the notice." in told


@pytest.mark.parametrize(
    ("made", "truth"),
    [
        ("1920-01-01", "no"), ("1934-12-31", "no"), ("1935-01-01", "yes"), ("1938-05-01", "yes"),
        ("1943-01-01", "no"), ("[1934-12-01..1935-02-01]", "unknown"),
    ],
)  # fmt: skip
def test_what_must_have_been_made_while_it_was_in_force(made: str, truth: str) -> None:
    text = entry("fixed date", on="1935-01-01") + act("signature", "AAA BBB", "1934-01-01")
    over = clause("term", until="1940-12-31") + clause("sunset", made_before="the end", made_after="entry into force")
    assert two(text, over).protected("1945-01-01", made=made).truth.value == truth


def test_what_was_made_between_two_times_of_being_in_force_is_not_covered() -> None:
    out = clause("denunciation", when="at any time", notice="P1Y", first_day="not counted")
    left = [act("denunciation", "CCC", "1937-01-01", id="first"), act("denunciation", "CCC", "1944-01-01", id="second")]
    rules = clause("sunset", made_before="the end", made_after="entry into force")
    joined = ratified(AAA="1930-01-01", BBB="1930-01-01", CCC="1935-01-01") + act("accession", "CCC", "1940-01-01")
    found = three(entry({"instruments": 2}), joined, out, rules, *left)
    made = ["1934-01-01", "1936-01-01", "1939-01-01", "1941-01-01", "1946-01-01"]
    told = [found.protected("1950-01-01", made=day, party="CCC").truth.value for day in made]
    assert told == ["no", "yes", "no", "yes", "no"]
    assert "from 1 January 1935 to 1 January 1945, while it was in force" in str(
        found.protected("1950", made="1941", party="CCC")
    )


def test_where_several_clauses_say_what_survives() -> None:
    common = {"first_day": "counted", "termination_day": "first out", "made_before": "the end"}
    investments = clause("[sunset]", lasts="P10Y", covers="investments", **common)
    found = two(SIGNED, EXIT, clause("[sunset]", lasts="P5Y", covers="information", **common), investments, NOTICE)
    told = {on: found.protected(on, made="1935-01-01") for on in ("1936", "1944-12-31", "1945-01-01", "1950-01-01")}
    assert [each.truth.value for each in told.values()] == ["yes", "yes", "unknown", "no"]
    assert [each.text for each in told["1945-01-01"].depends_on] == ["what is it: information or investments?"]
    assert told["1945-01-01"].status == frozenset({tc.Status.SURVIVING})
    assert found.protected("1942", made="1941").truth is tc.Truth.NO  # made too late for both
    assert str(found.sunset_end()) == "1949-12-31 (over from 1950-01-01)"
    one = found.protected("1945-01-01", made="1935-01-01", party="AAA", choose={"month_end": "clamp"})
    assert one.truth is tc.Truth.UNKNOWN
    assert "month_end" in str(one)


def test_of_several_the_one_without_limit_goes_on_longest() -> None:
    limited = clause("[sunset]", lasts="P5Y", first_day="counted", termination_day="first out")
    for text in (clause("[sunset]") + limited, limited + clause("[sunset]")):
        found = two(SIGNED, EXIT, text, NOTICE)
        assert str(found.sunset_end()) == ".."
        assert found.status("1970-01-01") == frozenset({tc.Status.SURVIVING})

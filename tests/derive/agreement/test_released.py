"""Two of three that agree to end the treaty: between themselves it is open, and for all others it goes on."""

from __future__ import annotations

from small_treaties import BOTH, HALF_A_YEAR, TWO_OF_THREE, act, clause, ratified, said, three, truth

JOINED = ratified(CCC="1937-05-01")
END = act("termination by consent", BOTH, "1940-03-01", id="end")


def between(pair: str, at: str, *acts: str) -> str:
    return truth(three(TWO_OF_THREE, JOINED, END, *acts), at, between=tuple(pair.split()))


def test_between_the_two_it_is_open_and_for_others_not() -> None:
    assert [between(pair, "1941-01-01") for pair in ("AAA BBB", "BBB AAA", "AAA CCC", "BBB CCC")] == [
        "unknown", "unknown", "yes", "yes",
    ]  # fmt: skip
    assert between("AAA BBB", "1940-02-01") == "yes"
    assert [truth(three(TWO_OF_THREE, JOINED, END), "1941-01-01", party=party) for party in BOTH.split()] == ["yes"] * 2


def test_where_a_third_agrees_later_it_was_open_until_then() -> None:
    third = act("termination by consent", "CCC", "1942-01-01")
    assert [between("AAA BBB", at, third) for at in ("1941-01-01", "1943-01-01")] == ["unknown", "no"]


def test_whether_who_left_and_came_back_is_bound_again_is_open() -> None:
    again = HALF_A_YEAR + act("withdrawal", "AAA", "1941-01-01") + act("accession", "AAA", "1943-01-01")
    assert [between("AAA BBB", at, again) for at in ("1941-02-01", "1942-01-01", "1943-02-01")] == [
        "unknown", "no", "unknown",
    ]  # fmt: skip
    assert truth(three(TWO_OF_THREE, JOINED, END, again), "1943-02-01", party="AAA") == "yes"


def test_the_argument_says_that_it_is_open() -> None:
    answer = three(TWO_OF_THREE, JOINED, END).in_force("1941-01-01", between=("AAA", "BBB"))
    assert "if these two could end it between themselves alone, the treaty ends between them" in said(answer)
    assert [each.key for each in answer.depends_on] == ["the treaty ended between AAA and BBB by end"]
    dates = three(TWO_OF_THREE, JOINED, END).dates(between=("AAA", "BBB"))
    assert {each.value for each in dates.last_day_in_force} == {("1940-03-01",), ()}


def test_agreed_before_entry_it_is_open_too_unless_one_consents_later() -> None:
    early = act("termination by consent", BOTH, "1935-06-01", id="early")
    late = clause("entry_into_force", when={"instruments": 3}, not_before="1936-01-01")
    for text, expected in (
        (late + ratified(AAA="1935-01-01", BBB="1935-02-01", CCC="1935-03-01"), "unknown"),
        (late + ratified(AAA="1935-01-01", BBB="1935-07-01", CCC="1935-03-01"), "yes"),
        (late + ratified(AAA="1935-01-01", BBB="1935", CCC="1935-03-01"), "unknown"),
    ):
        found = three(text, early)
        assert found.in_force("1937", between=("AAA", "BBB")).truth.value == expected
        assert found.in_force("1937", between=("AAA", "CCC"))

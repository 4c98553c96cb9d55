"""In force at any time, at every time; the next change; and who was a party at a time."""

import pytest

import treatyclock as tc
from small_treaties import HALF_A_YEAR, ONE_IS_ENOUGH, SIGNED, act, clause, three, two
from treatyclock.errors import ReversedDaysError, TimeFormatError

TERM = clause("term", lasts="P5Y", from_="entry into force")
TREATY = two(SIGNED, TERM)  # from 15 January 1930 to 14 or 15 January 1935
BACK = act("withdrawal", "AAA", "1940-01-01") + act("accession", "AAA", "1950-01-01")
THREE = three(ONE_IS_ENOUGH, HALF_A_YEAR, BACK)


@pytest.mark.parametrize(
    ("first", "last", "ever", "always"),
    [
        ("1929-01-01", "1930-01-14", "no", "no"),
        ("1929-01-01", "1930-01-15", "yes", "no"),
        ("1930-01-15", "1935-01-14", "yes", "yes"),
        ("1930-01-15", "1935-01-15", "yes", "unknown"),
        ("1935-01-15", "1940-01-01", "unknown", "no"),
        ("1935-01-16", "1940-01-01", "no", "no"),
        ("1931", "1933", "yes", "yes"),
    ],
)
def test_ever_and_always(first: str, last: str, ever: str, always: str) -> None:
    assert TREATY.ever(first, last).value == ever
    assert TREATY.always(first, last).value == always


def test_of_a_state_that_was_away() -> None:
    assert (THREE.ever("1939", "1955", party="AAA").value, THREE.always("1939", "1955", party="AAA").value) == (
        "yes",
        "no",
    )
    assert THREE.always("1939", "1955", party="BBB").value == "yes"
    with pytest.raises(ReversedDaysError):
        THREE.ever("1955", "1939")
    for asked in (lambda: THREE.ever("1940-01-01T12:00Z", "1950"), lambda: THREE.next_change("1940-01-01T12:00Z")):
        with pytest.raises(TimeFormatError, match="no hour and no clock"):
            asked()


def test_the_next_change() -> None:
    days = ["1929-01-01"]
    while (stage := THREE.next_change(days[-1], party="AAA")) is not None:
        days.append(str(stage.first_day))
    assert days[-2:] == ["1940-07-01", "1950-01-01"]
    assert THREE.next_change("1950-01-01", party="AAA") is None


def test_who_was_a_party() -> None:
    found = THREE.parties("1945-01-01")
    assert (found.yes, found.no, found.unknown) == (("BBB",), ("AAA", "CCC"), ())
    assert THREE.parties("1940-06-30").yes == ("AAA", "BBB")
    assert [each.id for each in found] == ["AAA", "BBB", "CCC"]
    assert (found.complete, found.by_date, repr(found)) == (
        True, True, "<PartiesAt 1945-01-01 of three: 1 parties, 2 not, 0 unknown>",
    )  # fmt: skip
    assert str(found) == "parties        1  B\nno parties     2  A; C"


def test_of_whom_it_is_open_and_who_may_be_missing() -> None:
    assert TREATY.parties("1935-01-15").unknown == ("AAA", "BBB")
    assert TREATY.parties("1946-04-26T00:00", zone="Asia/Tokyo").by_date is False
    assert str(TREATY.parties("1936")).startswith("parties        0\n")
    found = tc.load("open-skies-1992").parties("2021-01-01")
    assert not found.complete
    assert "The list of parties is in part" in str(found)
    assert found.to_dict()["parties"][0]["truth"] in ("yes", "no", "unknown")


def test_it_agrees_with_the_question_about_each() -> None:
    treaty = tc.load("whaling-1946")
    for day in ("1951-01-01", "1959-07-01", "2019-06-30", "2019-07-01"):
        for each in treaty.parties(day):
            answer = treaty.in_force(day, party=each.id)
            assert (each.truth, each.status) == (answer.truth, answer.status)

"""Days of entry into force on which all agree by notes, once they have consented: days by hand."""

import pytest

from small_treaties import ALL, BOTH, act, entry, three, truth, two

LATER = [
    (["1955-05-20:1955-06-20", "1955-05-25:1955-07-20"], ["1955-07-20"]),  # the later agreement replaces the earlier
    (["1955-05-20:1955-06-20", "1955-06-10:1955-07-20"], ["1955-07-20"]),  # made before the day agreed on, not in force
    (["1955-05-20:1955-06-20", "1955-06-22:1955-07-20"], ["1955-06-20"]),  # in force already
    (["1955-05-20:1955-06-20", "1955-06-20:1955-07-20"], ["1955-06-20", "1955-07-20"]),  # on that very day
    (["1955-05-20:1955-06-20", "1955-05-20:1955-07-20"], ["1955-06-20", "1955-07-20"]),  # nobody knows which was last
    (["1955-05-20:1955-06-20", "1955-05-25:1955-06-08"], ["1955-06-08"]),  # back to the day of the clause
]


@pytest.mark.parametrize(("noted", "entered"), LATER)
def test_a_later_agreement_replaces_an_earlier_one(noted: list[str], entered: list[str]) -> None:
    both = act("notification of completion", BOTH, "1955-05-09")
    for number, each in enumerate(noted):
        on, day = each.split(":")
        both += act("exchange of notes", BOTH, on, id=f"notes-{number}", effective=day)
    found = two(entry("ratified by all", delay="P30D", or_as_agreed=True), both).dates().entry_into_force
    assert sorted({value for each in found for value in each.value}) == entered


def test_each_stands_by_what_it_named_last() -> None:
    clause = entry("ratified by all", delay="P30D", or_as_agreed=True)
    one, other = BOTH.split()
    both = act("notification of completion", BOTH, "1955-05-09")
    apart = act("exchange of notes", one, "1955-05-20", effective="1955-07-01")
    apart += act("exchange of notes", other, "1955-05-22", effective="1955-08-01")
    assert truth(two(clause, both + apart), "1955-06-08") == "yes"
    agreed = act("exchange of notes", one, "1955-05-24", id="again", effective="1955-08-01")
    (found,) = two(clause, both + apart + agreed).dates().entry_into_force
    assert found.value == ("1955-08-01",)


def test_notes_may_name_the_day_that_the_text_leaves_to_them_after_the_consents() -> None:
    both = act("notification of completion", BOTH, "1955-05-09") + act(
        "exchange of notes", BOTH, "1955-05-20", effective="1955-07-01"
    )
    (found,) = two(entry("ratified by all", as_agreed=True), both).dates().entry_into_force
    assert found.value == ("1955-07-01",)


def test_the_argument_rests_on_the_last_agreement_alone() -> None:
    both = act("notification of completion", BOTH, "1955-05-09")
    for number, day in enumerate(("1955-06-20", "1955-07-20")):
        both += act("exchange of notes", BOTH, f"1955-05-2{number}", id=f"notes-{number}", effective=day)
    told = str(two(entry("ratified by all", delay="P30D", or_as_agreed=True), both).in_force("1956").explain())
    assert "those who consented agreed on 20 July 1955 for the entry into force" in told
    assert "agreed on 20 June 1955" not in told


GONE = act("withdrawal of consent", "AAA", "1956-01-01")


@pytest.mark.parametrize(
    ("by", "on", "in_1959"),
    [
        ("BBB CCC", "1957-01-01", "yes"),  # A has no say any more
        ("BBB", "1957-01-01", "no"),  # C has one
        ("BBB CCC", "1955-12-31", "no"),  # A had one then
        ("BBB CCC", "1956-01-01", "unknown"),  # on the very day
    ],
)
def test_who_has_taken_back_its_consent_need_not_agree(by: str, on: str, in_1959: str) -> None:
    clause = entry({"instruments": 2}, delay="P5Y", or_as_agreed=True)
    head = clause + act("ratification", ALL, "1955-01-01") + GONE
    assert truth(three(head, act("exchange of notes", by, on, effective="1958-01-01")), "1959-01-01") == in_1959


def test_one_alone_that_is_left_agrees_with_nobody() -> None:
    clause = entry({"instruments": 2}, delay="P5Y", or_as_agreed=True)
    head = clause + act("ratification", BOTH, "1955-01-01") + GONE
    assert (
        truth(three(head, act("exchange of notes", "BBB", "1957-01-01", effective="1958-01-01")), "1959-01-01") == "no"
    )

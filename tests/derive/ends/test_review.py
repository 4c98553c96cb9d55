"""A conference decides whether it goes on: decided, decided otherwise, decided too late, and not decided."""

from __future__ import annotations

import pytest

from small_treaties import ALL, ONE_IS_ENOUGH, act, clause, ends, said, three, truth

REVIEW = ONE_IS_ENOUGH + clause("review", after="P10Y")  # by 1 January 1946


AT_NEW_YEAR_1956 = ["1955-12-31", "1956-01-01"]


def decided(on: str = "1945-06-01", **what: str) -> str:
    return act("decision of a conference", ALL, on, id=f"decision-{on[:13].lower()}", **what)


@pytest.mark.parametrize(
    ("acts", "last"),
    [
        (decided(outcome="indefinite"), ["none"]),
        (decided(until="1950-12-31"), ["1950-12-31"]),
        (decided(outcome="ends"), ["1945-06-01"]),
        (decided(outcome="ends", effective="1946-01-01"), ["1945-12-31", "1946-01-01"]),
        # The last one counts, as long as the treaty has not ended.
        (decided("1945-01-01", outcome="ends", effective="1946-01-01") + decided(outcome="indefinite"), ["none"]),
        (decided("1945-01-01", until="1950-12-31") + decided(until="1960-12-31"), ["1960-12-31"]),
        (decided("1945-01-01", until="1950-12-31") + decided(outcome="ends", effective="1956-01-01"), AT_NEW_YEAR_1956),
        ("", ["none", "1946-01-01", "1945-12-31"]),
    ],
)
def test_what_follows_from_the_conference(acts: str, last: list[str]) -> None:
    assert ends(three(REVIEW, acts)) == last


def test_while_nothing_is_decided_the_future_is_open() -> None:
    answer = three(REVIEW).in_force("1950")
    assert answer.truth.value == "unknown"
    assert [(each.kind, each.key) for each in answer.depends_on] == [("fact", "decision")]
    assert three(REVIEW).in_force("1945-12-31").truth.value == "yes"


def test_a_decision_on_an_end_is_told_in_plain_words() -> None:
    text = said(three(REVIEW, decided(until="1950-12-31")).in_force("1960"))
    assert "by that decision the treaty ends with 31 December 1950" in text
    assert "with between" not in said(three(REVIEW, decided(outcome="ends")).in_force("1960"))


def test_without_a_clause_no_conference_decides() -> None:
    assert ends(three(ONE_IS_ENOUGH, decided(outcome="ends"))) == ["none"]


FOR_TEN_YEARS = decided("1945-01-01", until="1955-12-31")


@pytest.mark.parametrize(
    ("acts", "last"),
    [
        (FOR_TEN_YEARS + decided("1956-01-05", outcome="indefinite"), ["1955-12-31"]),
        (FOR_TEN_YEARS + decided("1956-01-05", until="1960-12-31"), ["1955-12-31"]),
        (FOR_TEN_YEARS + decided("1954-01-05", outcome="indefinite", effective="1956-06-01"), ["1955-12-31"]),
        (decided("1945-01-01", outcome="ends") + decided("1956-01-05", outcome="indefinite"), ["1945-01-01"]),
        (
            clause("term", until="1950-12-31", ref="art. 8") + decided("1951-06-01", outcome="indefinite"),
            ["1950-12-31"],
        ),
        (
            decided("1945-01-01T10:00+00:00", outcome="ends") + decided("1945-01-01T11:00+00:00", outcome="indefinite"),
            ["1945-01-01"],
        ),
    ],
    ids=["made late", "made late for years", "effective late", "after the end", "after the term", "an hour late"],
)
def test_a_decision_after_the_end_revives_nothing(acts: str, last: list[str]) -> None:
    assert ends(three(REVIEW, acts)) == last


def test_a_decision_that_revives_nothing_is_told() -> None:
    text = said(three(REVIEW, FOR_TEN_YEARS, decided("1956-01-05", outcome="indefinite")).in_force("1960"))
    assert "the decision took effect after 31 December 1955, the last day in force by an earlier decision" in text


def test_two_late_decisions_revive_no_more_than_one() -> None:
    late = decided("1956-01-05", outcome="indefinite") + decided("1957-01-05", until="1970-12-31")
    assert ends(three(REVIEW, FOR_TEN_YEARS, late)) == ["1955-12-31"]


def test_a_last_day_before_its_decision_is_open() -> None:
    treaty = three(REVIEW, FOR_TEN_YEARS, decided("1954-01-05", until="1953-12-31"))
    assert ends(treaty) == ["1953-12-31", "1955-12-31"]
    assert [truth(treaty, day) for day in ("1953-06-01", "1954-06-01", "1956-06-01")] == ["yes", "unknown", "no"]
    assert "reach back to 1953-12-31" in treaty.in_force("1954-06-01").depends_on[0].text


def test_a_last_day_before_its_only_decision_decides_nothing_for_sure() -> None:
    treaty = three(REVIEW, decided("1954-01-05", until="1953-12-31"))
    assert [truth(treaty, day) for day in ("1945-06-01", "1960")] == ["yes", "unknown"]


def test_a_decision_after_the_end_may_reach_back_to_an_earlier_end() -> None:
    treaty = three(REVIEW, FOR_TEN_YEARS, decided("1957-01-05", until="1953-12-31"))
    assert [truth(treaty, day) for day in ("1953-06-01", "1954-06-01", "1956-06-01")] == ["yes", "unknown", "no"]
    assert ends(three(REVIEW, FOR_TEN_YEARS, decided("1958-01-05", until="1957-12-31"))) == ["1955-12-31"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("1945-01-01", {"until": "1955-12-31", "id": "a"}), ("1945-01-01", {"outcome": "indefinite", "id": "b"})),
        (("1945-01-01", {"until": "1955-12-31", "id": "b"}), ("1945-01-01", {"outcome": "indefinite", "id": "a"})),
        (("1945", {"until": "1955-12-31", "id": "a"}), ("1945-06-01", {"outcome": "indefinite", "id": "b"})),
        (("1945-01-01", {"until": "1955-12-31", "id": "a"}), ("not known", {"outcome": "indefinite", "id": "b"})),
    ],
    ids=["one day", "one day, other names", "vague", "not known"],
)
def test_which_decision_is_the_later_one_is_open_whatever_their_order(
    one: tuple[str, dict[str, str]], other: tuple[str, dict[str, str]]
) -> None:
    acts = [act("decision of a conference", ALL, on, **what) for on, what in (one, other)]
    for order in (acts, acts[::-1]):
        treaty = three(REVIEW, *order)
        assert set(ends(treaty)) == {"1955-12-31", "none"}
        assert [truth(treaty, day) for day in ("1950", "1960")] == ["yes", "unknown"]
        assert "a before b" in {each.key for each in treaty.in_force("1960").depends_on}


def test_one_decision_recorded_twice_asks_nothing() -> None:
    same = [act("decision of a conference", ALL, "1945-01-01", until="1955-12-31", id=name) for name in "ab"]
    answer = three(REVIEW, *same).in_force("1950")
    assert (answer.truth.value, answer.depends_on) == ("yes", ())


# --- what all agree on beside the conference -----------------------------------------------------


def extended(on: str, until: str = "1965-12-31", **more: str) -> str:
    return act("extension of the term", ALL, on, id=f"extension-{on}", until=until, **more)


@pytest.mark.parametrize(
    ("acts", "last"),
    [
        (extended("1954-06-01"), ["1965-12-31"]),
        (extended("1955-12-31"), ["1965-12-31"]),  # on the last day the treaty is still in force
        (extended("1956-01-01"), ["1955-12-31"]),
        (extended("1954-06-01", effective="1956-06-01"), ["1955-12-31"]),
        (extended("1954-06-01") + extended("1960-06-01", "1970-12-31"), ["1970-12-31"]),
        (extended("1954-06-01", "1958-12-31") + extended("1960-06-01", "1970-12-31"), ["1958-12-31"]),
        (extended("1954-06-01") + decided("1960-01-01", outcome="indefinite"), ["none"]),
        (extended("1954-06-01") + decided("1966-01-01", outcome="indefinite"), ["1965-12-31"]),
        (extended("1954-06-01") + decided("1960-01-01", outcome="ends"), ["1960-01-01"]),
        # The conference, which decided later, put the day that all had agreed on before off, or brought it forward.
        (extended("1944-06-01"), ["1955-12-31"]),
        (extended("1954-06-01", "1953-12-31"), ["1955-12-31"]),
    ],
    ids=[
        "in time", "on the last day", "late", "in force late", "twice", "the second late", "then decided",
        "then decided late", "then ended", "before the conference", "to a day before it",
    ],
)  # fmt: skip
def test_all_may_agree_to_put_off_the_end_that_a_conference_decided_on(acts: str, last: list[str]) -> None:
    assert ends(three(REVIEW, FOR_TEN_YEARS, acts)) == last


def test_an_extension_by_some_does_not_put_off_what_a_conference_decided() -> None:
    some = act("extension of the term", "AAA", "1954-06-01", until="1965-12-31")
    assert ends(three(REVIEW, FOR_TEN_YEARS, some)) == ["1955-12-31"]


def test_the_argument_tells_that_all_put_the_end_off() -> None:
    text = said(three(REVIEW, FOR_TEN_YEARS, extended("1954-06-01")).in_force("1970"))
    assert "in force before the treaty had ended by that decision, so it ends with 31 December 1965" in text
    assert "went on without a term" not in text


def test_a_last_day_agreed_after_the_conference_made_the_treaty_indefinite_may_be_its_last() -> None:
    treaty = three(REVIEW, decided("1945-01-01", outcome="indefinite"), extended("1954-06-01"))
    assert [truth(treaty, day) for day in ("1960", "1970")] == ["yes", "unknown"]
    key = "the treaty to end with the day named by extension-1954-06-01"
    assert [each.key for each in treaty.in_force("1970").depends_on] == [key]


def test_an_extension_that_no_decision_came_before_leaves_the_conference_open() -> None:
    treaty = three(REVIEW, extended("1945-01-01"))
    assert [truth(treaty, day) for day in ("1945-06-01", "1950", "1970")] == ["yes", "unknown", "unknown"]


# --- a conference on a treaty that has a term -----------------------------------------------------

TERM = clause("term", until="1946-12-31")
RENEWED = clause("renewal", block="P5Y", times=2)  # up to the ends of 1951 and 1956
TO_GO_ON = decided("1945-06-01", outcome="indefinite")


@pytest.mark.parametrize(
    ("acts", "last"),
    [
        (TO_GO_ON, ["none"]),
        (RENEWED + TO_GO_ON, ["none"]),
        (decided("1945-06-01", until="1955-12-31"), ["1955-12-31"]),
        (RENEWED + decided("1945-06-01", until="1955-12-31"), ["1955-12-31"]),
        (decided("1945-06-01", until="1946-06-30"), ["1946-06-30"]),
        (decided("1945-06-01", outcome="ends"), ["1945-06-01"]),
        (decided("1945-06-01", until="1946-06-30") + extended("1946-06-01"), ["1965-12-31"]),
        (decided("1945-06-01", until="1955-12-31") + extended("1955-06-01"), ["1965-12-31"]),
        (decided("1945-06-01", until="1955-12-31") + decided("1955-06-01", outcome="indefinite"), ["none"]),
        (decided("1945-06-01", until="1955-12-31") + decided("1956-06-01", outcome="indefinite"), ["1955-12-31"]),
        (TO_GO_ON + decided("1950-06-01", until="1955-12-31"), ["1955-12-31"]),
        (extended("1945-01-01", "1948-12-31") + TO_GO_ON, ["none"]),
        (act("termination by consent", ALL, "1945-01-01") + TO_GO_ON, ["1945-01-01"]),
    ],
)
def test_a_decision_to_go_on_lifts_the_term(acts: str, last: list[str]) -> None:
    assert ends(three(REVIEW, TERM, acts)) == last


@pytest.mark.parametrize("on", ["1946-06-01", "1950-06-01"])
def test_a_last_day_agreed_once_the_term_is_lifted_may_be_the_last(on: str) -> None:
    treaty = three(REVIEW, TERM, TO_GO_ON, extended(on))
    assert [truth(treaty, day) for day in ("1960", "1970")] == ["yes", "unknown"]
    assert "not in force before the term had ended" not in said(treaty.in_force("1960"))


def test_a_conference_may_lift_the_last_day_that_was_agreed_once_the_term_was_lifted() -> None:
    again = decided("1950-06-01", outcome="indefinite")
    assert ends(three(REVIEW, TERM, TO_GO_ON, extended("1949-06-01"), again)) == ["none"]


def test_the_argument_tells_that_the_decision_lifts_the_term() -> None:
    text = said(three(REVIEW, TERM, TO_GO_ON).in_force("1960"))
    assert "the decision took effect before the term had ended, so the treaty goes on without a term" in text
    longer = said(three(REVIEW, TERM, decided("1945-06-01", until="1955-12-31")).in_force("1950"))
    assert "the decision took effect before the treaty had ended, so the term ends with 31 December 1955" in longer


def test_whether_the_term_is_lifted_is_open_where_the_order_of_decisions_is() -> None:
    said_both = (("a", {"until": "1955-12-31"}), ("b", {"outcome": "indefinite"}))
    both = [act("decision of a conference", ALL, "1945-01-01", id=name, **what) for name, what in said_both]
    assert set(ends(three(REVIEW, TERM, *both))) == {"1955-12-31", "none"}


def test_a_notice_for_the_end_of_the_term_that_a_decision_then_lifts_is_open() -> None:
    right = clause("denunciation", when="at the end of the term", notice="P6M", first_day="counted")
    notice = act("withdrawal", "AAA", "1945-01-10", id="n")
    treaty = three(REVIEW, TERM, right, notice, TO_GO_ON)
    assert [truth(treaty, "1950", party=each) for each in ("AAA", "BBB")] == ["unknown", "yes"]
    assert "a conference decided that the treaty goes on beyond that term" in said(treaty.in_force("1950", party="AAA"))


@pytest.mark.parametrize(("more", "stays"), [({}, "yes"), ({"notice_when_indefinite": "P1M"}, "no")])
def test_once_the_term_is_lifted_a_notice_needs_a_clause_for_that(more: dict[str, str], stays: str) -> None:
    right = clause("denunciation", when="at the end of the term", notice="P6M", first_day="counted", **more)
    late = act("withdrawal", "AAA", "1948-01-10")
    assert truth(three(REVIEW, TERM, right, TO_GO_ON, late), "1950", party="AAA") == stays


IN_TIME_FOR_THE_TERM = act("withdrawal", "AAA", "1945-03-10", id="n")


@pytest.mark.parametrize("renewed", ["", clause("renewal", block="P5Y", times="for ever")])
@pytest.mark.parametrize(("more", "stays"), [({}, "yes"), ({"notice_when_indefinite": "P1Y"}, "no")])
def test_after_a_decision_in_time_no_notice_is_in_time_for_the_term_that_it_lifted(
    more: dict[str, str], stays: str, renewed: str
) -> None:
    right = clause("denunciation", when="at the end of the term", notice="P6M", first_day="counted", **more)
    treaty = three(REVIEW, TERM, renewed, right, decided("1945-02-01", outcome="indefinite"), IN_TIME_FOR_THE_TERM)
    days = ("1946-03-09", "1947-06-01")
    assert [truth(treaty, day, party="AAA") for day in days] == ["yes", stays]
    text = said(treaty.in_force("1947-06-01", party="AAA"))
    assert "the decision took effect before the term had ended, so the treaty goes on without a term" in text
    assert ("after a conference had lifted the term" in text) == (stays == "yes")
    assert treaty.last_timely_notice(party="AAA").values == ((),)
    assert treaty.renewals("1960-01-01").values == ((),)


@pytest.mark.parametrize(
    ("on", "more", "asked"),
    [
        ("1945-03-10", {}, {"n after decision-x", "n superseded by decision-x"}),
        ("1945-02-01", {"effective": "1945-04-01"}, {"n superseded by decision-x"}),
        ("1945-02-01", {"effective": "1945-03-01"}, set()),
    ],
)
def test_whether_a_notice_came_before_the_term_was_lifted(on: str, more: dict[str, str], asked: set[str]) -> None:
    right = clause("denunciation", when="at the end of the term", notice="P6M", first_day="counted")
    lifting = act("decision of a conference", ALL, on, id="decision-x", outcome="indefinite", **more)
    answer = three(REVIEW, TERM, right, lifting, IN_TIME_FOR_THE_TERM).in_force("1950", party="AAA")
    assert answer.truth.value == ("unknown" if asked else "yes")
    assert {each.key for each in answer.depends_on} == asked


# --- a decision after the day by which the conference was to decide -------------------------------


@pytest.mark.parametrize(
    ("what", "after"),
    [({"outcome": "indefinite"}, "unknown"), ({"until": "1960-12-31"}, "unknown"), ({"outcome": "ends"}, "no")],
)
def test_between_the_day_to_decide_and_a_later_decision_it_is_open(what: dict[str, str], after: str) -> None:
    treaty = three(REVIEW, decided("1950-06-01", **what))
    days = ("1945-12-31T12:00Z", "1946-01-02T12:00Z", "1950-05-31", "1955")
    assert [truth(treaty, day) for day in days] == ["yes", "unknown", "unknown", after]
    assert [each.key for each in treaty.in_force("1948").depends_on] == ["until_decided"]
    # Whether the very day is within the time for it turns on whether the first day counts.
    assert {each.key for each in treaty.in_force("1946-01-01").depends_on} == {"until_decided", "first_day"}


@pytest.mark.parametrize(("holds", "between", "after"), [("goes on", "yes", "yes"), ("has ended", "no", "no")])
def test_the_clause_may_say_what_holds_until_the_conference_has_decided(holds: str, between: str, after: str) -> None:
    says = ONE_IS_ENOUGH + clause("review", after="P10Y", until_decided=holds)
    treaty = three(says, decided("1950-06-01", outcome="indefinite"))
    assert [truth(treaty, day) for day in ("1945-06-01", "1948", "1955")] == ["yes", between, after]
    # Without a decision the future is as open as before.
    assert truth(three(says), "1950") == "unknown"


def test_a_later_decision_after_one_in_time_asks_nothing() -> None:
    treaty = three(REVIEW, FOR_TEN_YEARS, decided("1950-06-01", outcome="indefinite"))
    assert (truth(treaty, "1948"), treaty.in_force("1948").depends_on) == ("yes", ())


def test_whether_a_vague_decision_came_in_time_is_asked() -> None:
    treaty = three(REVIEW, act("decision of a conference", ALL, "1946", id="d", outcome="indefinite"))
    keys = {each.key for each in treaty.in_force("1950").depends_on}
    assert keys >= {"d no later than the day by which the conference was to decide", "until_decided"}


@pytest.mark.parametrize(("on", "asked"), [("1945-12-31", set()), ("1946-01-01", {"first_day", "until_decided"})])
def test_whether_a_decision_on_the_very_day_came_in_time_turns_on_the_first_day(on: str, asked: set[str]) -> None:
    treaty = three(REVIEW, act("decision of a conference", ALL, on, id="d", outcome="indefinite"))
    assert {each.key for each in treaty.in_force("1950").depends_on} == asked


NO_DECISION = clause("review", after="P6Y", decides=False)


def test_a_review_that_decides_nothing_leaves_the_treaty_as_it_is() -> None:
    decision = act("decision of a conference", ALL, "1941-01-01", outcome="ends")
    for more in ("", decision):
        found = three(ONE_IS_ENOUGH, NO_DECISION, more)
        assert truth(found, "1950-01-01") == "yes"
        assert found.in_force("1950-01-01").depends_on == ()


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (NO_DECISION, ("1942-01-01",)),
        (NO_DECISION + 'every = "P1Y"\n', ("1942-01-01", "1943-01-01", "1944-01-01")),
        (clause("review", after="P6Y"), ("1942-01-01",)),
        (clause("review", after="P30Y"), ()),
        ("", ()),
    ],
)
def test_the_days_on_which_a_review_is_due(text: str, days: tuple[str, ...]) -> None:
    assert [each.value for each in three(ONE_IS_ENOUGH, text).reviews("1940", "1944").outcomes] == [days]


def test_no_review_is_due_once_it_is_over() -> None:
    found = three(ONE_IS_ENOUGH, clause("term", until="1942-06-30"), NO_DECISION + 'every = "P1Y"\n')
    assert [each.value for each in found.reviews("1940", "1950").outcomes] == [("1942-01-01",)]


def test_all_put_off_by_a_period_what_the_conference_decided() -> None:
    longer = act("extension of the term", ALL, "1949-06-01", id="longer", period="P2Y")
    assert ends(three(REVIEW, decided(until="1950-12-31"), longer)) == ["1952-12-31"]
    # An hour ends within its day, from which the period then runs.
    at_noon = decided(outcome="ends", effective="1950-12-31T12:00+00:00")
    assert ends(three(REVIEW, at_noon, longer)) == ["1952-12-31"]
    too_late = act("extension of the term", ALL, "1951-06-01", id="longer", period="P2Y")
    assert ends(three(REVIEW, decided(until="1950-12-31"), too_late)) == ["1950-12-31"]


def test_of_several_decisions_that_came_too_late_the_first_is_told() -> None:
    late = decided("1946-06-01", until="1950-12-31") + decided("1947-06-01", until="1952-12-31")
    has_ended = three(REVIEW, late).in_force("1948", choose={"until_decided": "has ended"})
    assert has_ended.truth.value == "no"
    text = said(has_ended)
    assert "1 June 1946" in text
    assert "1 June 1947" not in text

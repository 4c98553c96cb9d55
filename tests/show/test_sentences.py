"""Each step as a sentence: values of one rule share one, and each statement says where it stands."""

from __future__ import annotations

import pytest

from small_treaties import SIGNED, act, clause, day, entry, instant, reading, said, three, two
from treatyclock.civil.periods import Period
from treatyclock.derive.reasoning.argument import Step
from treatyclock.derive.reasoning.reasons import (
    ByPractice,
    ByReading,
    ByText,
    Chosen,
    Derived,
    Given,
    Key,
    Named,
    Open,
    Origin,
    Reason,
    Rule,
    Value,
)
from treatyclock.derive.reasoning.timing import Span
from treatyclock.derive.reasoning.worlds import Outcome
from treatyclock.law.clauses.conditions import Consented, NotBefore
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.law.clauses.sunset import Sunset
from treatyclock.law.conventions.exit import LOCK_IN
from treatyclock.law.conventions.first_days import NOTICE_FIRST_DAY
from treatyclock.law.depositaries import profiles
from treatyclock.law.readings import Reading
from treatyclock.show.sentences import ref, sentence, stated

RECORD = two(SIGNED).record
VALUE, WHEN, PLAIN = Rule("v", "it is {value}", "art. 1"), Rule("w", "it ends {when}"), Rule("p", "so it is")
TERM = Rule("t", "{term} ends with {value}")
PRACTICE = profiles()["world-bank"].practices[0]
MINE = Reading(id="mine", title="t", holder="h")
HEADS, TAILS = (("coin", "heads"),), (("coin", "tails"),)


def step(*variants: tuple[Reason, tuple[tuple[str, str], ...]], because: tuple[int, ...] = ()) -> Step:
    outcomes = tuple(Outcome(value=reason, under=under) for reason, under in variants)
    return Step(number=1, key=Key("k"), because=because, variants=outcomes)


def derived(rule: Rule, value: Value, number: int | None = None) -> Derived:
    return Derived(key=Key("k", number=number), rule=rule, value=value, because=())


NOON = instant("1936-01-01T12:00Z")


@pytest.mark.parametrize(
    ("rule", "value", "text"),
    [
        (VALUE, day("1936-01-01"), "It is 1 January 1936. [art. 1]"),
        (VALUE, Named("the exchange"), "It is the exchange. [art. 1]"),
        (WHEN, day("1936-01-01"), "It ends with 1 January 1936."),
        (WHEN, Span(NOON, NOON), "It ends at 1936-01-01T12:00:00Z."),
        (WHEN, Span(NOON, NOON + 60_000_000), "It ends between 1936-01-01T12:00:00Z and 1936-01-01T12:01:00Z."),
        (PLAIN, None, "So it is."),
    ],
)
def test_what_follows_in_words(rule: Rule, value: Value, text: str) -> None:
    assert sentence(step((derived(rule, value), ())), RECORD) == text


@pytest.mark.parametrize(
    ("number", "term"),
    [(0, "the first term"), (1, "the term as renewed once"), (3, "the term as renewed 3 times")],
)
def test_which_term_it_is_about(number: int, term: str) -> None:
    text = sentence(step((derived(TERM, day("1936-01-01"), number), ()), because=(2, 5)), RECORD)
    assert text == f"By (2) and (5), {term} ends with 1 January 1936."


def test_values_of_one_rule_share_a_sentence_and_other_rules_have_their_own() -> None:
    one, other = derived(VALUE, day("1936-01-01")), derived(VALUE, day("1936-01-02"))
    assert sentence(step((one, HEADS), (other, TAILS)), RECORD) == (
        "It is 1 January 1936 if coin = heads or 2 January 1936 if coin = tails. [art. 1]"
    )
    assert sentence(step((one, HEADS), (derived(PLAIN, None), TAILS)), RECORD) == (
        "It is 1 January 1936 if coin = heads; so it is if coin = tails. [art. 1]"
    )


@pytest.mark.parametrize(
    ("origin", "text"),
    [
        (ByText("art. 3"), "art. 3"), (ByText(), ""), (ByReading(MINE), "reading mine"),
        (ByPractice(profiles()["world-bank"], PRACTICE), f"practice of {profiles()['world-bank'].title}"),
        (Open.TRIED, ""),
    ],
)  # fmt: skip
def test_where_a_statement_stands(origin: Origin, text: str) -> None:
    assert ref(origin) == text


def chosen(answer: str, origin: Origin) -> Given:
    return Given(
        key=Key("convention", "notice_first_day"),
        value=Chosen(NOTICE_FIRST_DAY, answer, "notice_first_day"),
        origin=origin,
    )


def test_who_settles_a_convention() -> None:
    bank = profiles()["world-bank"]
    told: dict[Origin, str] = {
        ByText("text"): "The text says notice_first_day = counted.",
        ByReading(MINE): "The reading chooses notice_first_day = counted.",
        Open.ASKED: "The question chooses notice_first_day = counted.",
        ByPractice(bank, PRACTICE): f"By the practice of {bank.title}, notice_first_day = counted in [denunciation]: ",
    }
    for origin, text in told.items():
        assert sentence(step((chosen("counted", origin), ())), RECORD).startswith(text)
    both = step((chosen("counted", Open.TRIED), HEADS), (chosen("not counted", Open.TRIED), TAILS))
    assert sentence(both, RECORD).startswith(
        "The text leaves open: does the day of the notice count as the first day of the notice period? "
        "Tried: counted and not counted. ["
    )
    one = step((chosen("counted", Open.TRIED), ()))  # in the worlds with the other answer nothing rests on it
    assert sentence(one, RECORD).endswith("notice period? This holds where the answer is: counted.")
    only = Given(key=Key("c"), value=Chosen(LOCK_IN, "exit", "lock_in"), origin=Open.ONLY)
    assert "there is one answer here: exit." in sentence(step((only, ())), RECORD)


def test_a_clause_names_a_convention_as_its_table_does() -> None:
    treaty = two(
        SIGNED,
        clause("sunset", lasts="P5Y", first_day="counted"),
        act("termination by consent", "AAA BBB", "1935-03-01"),
    )
    assert "The text says first_day = counted." in said(treaty.in_force("1938"))


def test_days_and_parties_of_a_clause_are_words_and_free_text_stays() -> None:
    free = "cases 1934-12-31 and 1234-56-78, AAA, 01-12"
    sunset = Sunset(lasts=Period.of("P5Y"), covers=free)
    assert free in stated(sunset, RECORD)
    entry = EntryIntoForce(
        when=Consented(by=("AAA", "BBB")), not_before=NotBefore(day=two(SIGNED).record.acts[0].dated)
    )
    names = " and ".join(RECORD.party(each).name for each in ("AAA", "BBB"))
    assert stated(entry, RECORD) == (
        f"The treaty enters into force on the day {names} have ratified it, and not before 15 January 1930."
    )


def test_whose_midnight_it_is() -> None:
    text = {
        "as the file has it (r)": two(SIGNED, clause("counting", midnight="UTC")),
        "the clock of the depositary's seat": two(SIGNED, '[depositary]\nname = "X"\nclock = "Europe/Zurich"\n'),
        "the one clock of the parties": two(SIGNED),
    }
    for whose, treaty in text.items():
        assert f", {whose}." in said(treaty.in_force("1931"))


def test_an_act_in_words() -> None:
    told = act(
        "ratification", "AAA BBB", "1930-02-01", sent="1930-02-03", place="Bern", certain=False, note="two books differ"
    )
    (_, found) = two(SIGNED, told).record.acts
    assert stated(found, RECORD) == (
        "AAA and BBB ratified in Bern: 1 February 1930, sent 3 February 1930 (uncertain) (two books differ)."
    )


def test_a_clause_in_words_has_its_days_and_parties_in_words() -> None:
    found = three(
        entry({"all_of": [{"ratified_by": ["AAA", "BBB"]}, {"not_before": "1936-01-01"}]}, delay="P1M"),
        clause("denunciation", when="on a fixed day", day={"on": "06-30", "cut_off": "01-01"}),
    )
    entered, left = found.record.clauses
    assert "A and B have ratified it and 1 January 1936 has come" in stated(entered, found.record)
    assert "30 June, by a notice no later than 1 January" in stated(left, found.record)


def test_a_reading_in_words() -> None:
    (found,) = two(SIGNED, reading("mine", rejects="signature-aaa-bbb", note="so they say")).record.readings
    assert stated(found, RECORD) == (
        "Reading mine: title of mine (held by holder of mine); it leaves out signature-aaa-bbb (so they say)."
    )

"""An answer with its argument: numbered sentences, marks of sources, and the sources below."""

from __future__ import annotations

import re

import treatyclock as tc
from small_treaties import SIGNED, two

PACT = tc.load("soviet-japanese-neutrality-pact")


def test_sentences_are_numbered_and_sources_are_listed_in_the_order_of_their_marks() -> None:
    text = PACT.in_force("1950").explain()
    numbers = [int(number) for number in re.findall(r"^  \(([0-9]+)\) ", text, re.MULTILINE)]
    assert numbers == list(range(1, len(numbers) + 1))
    argument, _, sources = text.partition("\nSources\n")
    listed = [int(number) for number in re.findall(r"^  \[([0-9]+)\] ", sources, re.MULTILINE)]
    assert listed == list(range(1, len(listed) + 1))
    marks = [int(number) for number in re.findall(r" \[([0-9]+)\]", argument)]
    assert list(dict.fromkeys(marks)) == listed


def test_it_begins_with_the_answer_and_ends_with_what_it_rests_on_where_no_source_is_named() -> None:
    answer = two(SIGNED).in_force("1931")
    lines = answer.explain().splitlines()
    assert lines[0] == str(answer).splitlines()[0]
    assert "Sources" not in lines
    assert lines[-1] == str(answer).splitlines()[-1]


def test_a_date_with_its_argument() -> None:
    text = PACT.expiry().explain()
    assert text.startswith("last day in force: 1946-04-25 (first day out 1946-04-26)   if first_day = not counted\n")
    assert "\nSources\n" in text

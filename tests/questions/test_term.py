"""The stretch of the term that runs on a day, its last day, and how often the term had been renewed."""

import pytest

import treatyclock as tc
from small_treaties import BOTH, SIGNED, act, clause, two
from treatyclock.answers.terms import TermAnswer

# From 15 January 1930 five years, the first day counted: 14 January 1935; then blocks of two years, twice.
TERM = clause("term", lasts="P5Y", from_="entry into force", first_day="counted")
TWICE = clause("renewal", block="P2Y", times=2)
TREATY = two(SIGNED, TERM, TWICE)


def of(answer: TermAnswer) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    return [(last.value, renewed.value) for last, renewed in zip(answer.outcomes, answer.renewed, strict=True)]


@pytest.mark.parametrize(
    ("at", "last", "renewed"),
    [
        ("1930-01-14", (), ()),
        ("1930-01-15", ("1935-01-14",), ("0",)),
        ("1935-01-14", ("1935-01-14",), ("0",)),
        ("1935-01-15", ("1937-01-14",), ("1",)),
        ("1938-06-01", ("1939-01-14",), ("2",)),
        ("1939-01-15", (), ()),
    ],
)
def test_on_a_day(at: str, last: tuple[str, ...], renewed: tuple[str, ...]) -> None:
    assert of(TREATY.term(at)) == [(last, renewed)]


def test_an_extension_is_no_renewal() -> None:
    longer = act("extension of the term", BOTH, "1934-01-01", until="1936-12-31")
    assert of(two(SIGNED, TERM, TWICE, longer).term("1936-06-01")) == [(("1936-12-31",), ("0",))]


def test_without_a_term_and_for_ever() -> None:
    assert of(two(SIGNED).term("1940-01-01")) == [((), ())]
    for_ever = two(SIGNED, TERM, clause("renewal", block="P1Y", times="for ever"))
    assert of(for_ever.term("1990-01-15")) == [(("1991-01-14",), ("56",))]
    assert "renewed 56 times" in str(for_ever.term("1990-01-15"))


def test_as_text_as_data_and_with_its_argument() -> None:
    pact = tc.load("soviet-japanese-neutrality-pact").what_if(drop="denunciation")
    answer = pact.term("1948-01-01")
    assert str(answer).splitlines()[0].startswith("On a hypothesis: without denunciation of 5 April 1945")
    assert str(answer).splitlines()[1] == "1951-04-25 (renewed once)   if first_day = not counted"
    assert "\n1946-04-25 (the first term)" in str(pact.term("1943-01-01"))
    assert answer.to_dict()["renewed"][0] == {"days": ["1"], "under": {"first_day": "not counted"}}
    assert "the term as renewed once" in " ".join(answer.explain().split())
    assert "**last day of the term that runs on 1948-01-01**" in answer.printed("md")

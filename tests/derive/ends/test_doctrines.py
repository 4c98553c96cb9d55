"""Doctrines that end a treaty: only where a reading admits them, for both of two, and for the State itself of many."""

from __future__ import annotations

import pytest

from small_treaties import ONE_IS_ENOUGH, SIGNED, act, ends, reading, said, three, two
from treatyclock.errors import TreatyFileError
from treatyclock.law.doctrines.doctrine import Doctrine, Effect
from treatyclock.law.vocabulary import ACT_KINDS, DOCTRINES, doctrine_kinds

ENDING = [kind.name for kind in doctrine_kinds(Effect.ENDS)]
ADMITS = reading("mine", admits="it")


def invoked(kind: str, by: str = "AAA") -> str:
    return act(kind, by, "1940-01-01", id="it")


def test_there_are_doctrines() -> None:
    assert {"outbreak of war", "repudiation", "extinction of a party"} <= set(ENDING)


@pytest.mark.parametrize("kind", ENDING)
def test_between_two_it_ends_for_both_where_a_reading_admits_it(kind: str) -> None:
    found = two(SIGNED, invoked(kind), ADMITS)
    for party in (None, "AAA", "BBB"):
        assert ends(found, party) == ["none"]
        assert ends(found, party, "mine") == ["1940-01-01"]


@pytest.mark.parametrize("kind", ENDING)
def test_it_ends_when_the_act_says_where_it_may_say_so(kind: str) -> None:
    if "effective" in ACT_KINDS[kind].uses:
        text = act(kind, "AAA", "1940-01-01", id="it", effective="1941-01-01")
        assert ends(two(SIGNED, text, ADMITS), None, "mine") == ["1940-12-31", "1941-01-01"]
    else:
        with pytest.raises(TreatyFileError, match="effective"):
            two(SIGNED, act(kind, "AAA", "1940-01-01", effective="1941-01-01"))


@pytest.mark.parametrize("kind", ENDING)
def test_of_many_it_ends_for_the_state_that_did_it(kind: str) -> None:
    found = three(ONE_IS_ENOUGH, invoked(kind), ADMITS)
    assert ends(found, "AAA", "mine") == ["1940-01-01"]
    assert (ends(found, "BBB", "mine"), ends(found, None, "mine")) == (["none"], ["none"])
    assert ends(found, "AAA") == ["none"]


@pytest.mark.parametrize("doctrine", [each for each in DOCTRINES if each.effect is Effect.ENDS], ids=lambda d: d.name)
def test_the_argument_names_the_reading_and_the_law_of_the_doctrine(doctrine: Doctrine) -> None:
    text = said(two(SIGNED, invoked(doctrine.acts[0].name), ADMITS).in_force("1950", reading="mine"))
    assert f"[{doctrine.law}]" in text
    assert "Reading mine: title of mine" in text

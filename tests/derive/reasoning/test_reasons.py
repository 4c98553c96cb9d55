"""Reasons: how they are called, what rests on what, and that each rule is told apart."""

from __future__ import annotations

import importlib
import pkgutil

import pytest

import treatyclock as tc
from small_treaties import SIGNED, act, clause, entry, said, two
from treatyclock import derive
from treatyclock.derive.reasoning.reasons import Derived, Given, Key, Reason, Rule, rests_on, supporting
from treatyclock.law.readings import TEXT

RULE = Rule("rule", "it follows")


def graph(**because: str) -> dict[Key, Reason]:
    """Make reasons called by letters; a reason without premises is given."""
    return {
        Key(name): Derived(key=Key(name), rule=RULE, value=None, because=tuple(map(Key, premises.split())))
        if premises
        else Given(key=Key(name), value=TEXT)
        for name, premises in because.items()
    }


@pytest.mark.parametrize(
    ("key", "text"),
    [
        (Key("reading"), "reading"),
        (Key("act", "ratification-sun"), "act:ratification-sun"),
        (Key("end for", "JPN"), "end for JPN"),
        (Key("entry for", "JPN", 2), "entry for JPN:2"),
        (Key("end by", "out"), "end by out"),
        (Key("last day", number=0), "last day:0"),
        (Key("never", "JPN", 3), "never:JPN:3"),
    ],
)
def test_how_a_reason_is_called_in_data(key: Key, text: str) -> None:
    assert str(key) == text


def test_a_key_is_told_by_all_its_parts() -> None:
    assert len({Key("end"), Key("end", "JPN"), Key("end", "JPN", 0), Key("end", number=0), Key("notice", "JPN")}) == 5


def test_what_rests_on_what() -> None:
    found = graph(given="", other="", middle="given", top="middle")
    assert rests_on(found, Key("top"), Key("given"))
    assert rests_on(found, Key("top"), Key("top"))
    assert not rests_on(found, Key("top"), Key("other"))
    assert not rests_on(found, Key("given"), Key("top"))


def test_premises_come_first_and_each_once() -> None:
    found = graph(a="", b="", left="a b", right="b", top="left right", aside="a")
    assert [reason.key.kind for reason in supporting(found, [Key("top")])] == ["a", "b", "left", "right", "top"]
    both = supporting(found, [Key("aside"), Key("top")])
    assert [reason.key.kind for reason in both] == ["a", "aside", "b", "left", "right", "top"]


def test_an_argument_may_be_as_long_as_it_likes() -> None:
    chain = {f"n{n}": f"n{n - 1}" if n else "" for n in range(5000)}
    assert len(supporting(graph(**chain), [Key("n4999")])) == 5000


def test_every_rule_has_a_name_and_a_sentence_of_its_own() -> None:
    rules = [
        rule
        for info in pkgutil.walk_packages(derive.__path__, "treatyclock.derive.")
        for rule in vars(importlib.import_module(info.name)).values()
        if isinstance(rule, Rule) and rule.name
    ]
    by_name = {rule.name: rule for rule in rules}
    assert len(by_name) > 30
    assert all(by_name[rule.name] is rule for rule in rules)
    assert len({rule.words for rule in by_name.values()}) == len(by_name)
    for rule in by_name.values():
        assert rule.words.format(value="VALUE", when="WHEN", term="TERM", end="END")
        assert not rule.words.endswith(".")


@pytest.mark.parametrize("code", ["own", "condition", "begins", "leaves"])
def test_a_party_may_be_called_as_an_act_is_or_as_a_step_of_the_argument(code: str) -> None:
    named = tc.loads(
        f'schema = 1\nid = "trio"\ntitle = "Trio"\nparties = {{ {code} = "A", bb = "B", cc = "C" }}\n'
        + entry({"instruments": 2}, delay="P1M")
        + clause("tied_to", organisation="X")
        + act("ratification", "bb cc", "1930-01-01")
        + act("ratification", code, "1930-03-01")
        + act("end of membership", code, "1931-01-01", id=code)
    )
    answer = named.in_force("1932-01-01", party=code)
    assert answer.status == {tc.Status.FORMER_PARTY}
    assert "1 March 1930" in answer.explain()


def test_a_sentence_tells_each_premise_by_its_number() -> None:
    assert "By (1) and (2), the treaty entered into force on 15 January 1930." in said(two(SIGNED).in_force("1931"))

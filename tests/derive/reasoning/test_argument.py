"""One argument out of many worlds: premises first, each conclusion once, with what it comes to in each world."""

from __future__ import annotations

from dataclasses import dataclass

import treatyclock as tc
from small_treaties import said
from treatyclock.derive.reasoning.argument import argument
from treatyclock.derive.reasoning.findings import Findings
from treatyclock.derive.reasoning.reasons import Derived, Given, Key, Rule
from treatyclock.derive.reasoning.worlds import Question, World
from treatyclock.law.readings import TEXT

RULE = Rule("rule", "it follows")
COIN = Question(key="coin", text="which side?", alternatives=("heads", "tails"))


@dataclass
class Result:
    findings: Findings


def world(side: str, *, value: bool, extra: str = "") -> World[Result]:
    """A world in which a conclusion rests on something given, and in one world on something more."""
    findings = Findings()
    for name in ("given", *extra.split()):
        findings.add(Given(key=Key(name), value=TEXT))
    because = tuple(map(Key, ("given", *extra.split())))
    findings.add(Derived(key=Key("end"), rule=RULE, value=value, because=because))
    findings.add(Derived(key=Key("beside"), rule=RULE, value=None, because=()))
    return World(choices=((COIN, side),), result=Result(findings))


def test_it_has_what_the_roots_rest_on_in_any_world_and_nothing_beside() -> None:
    steps = argument([world("heads", value=True), world("tails", value=False, extra="more")], [Key("end")])
    assert [(step.number, step.key.kind, step.because) for step in steps] == [
        (1, "given", ()), (2, "more", ()), (3, "end", (1, 2))
    ]  # fmt: skip


def test_what_it_comes_to_in_each_world() -> None:
    *_, end = argument([world("heads", value=True), world("tails", value=False)], [Key("end")])
    values = [(each.value.value, each.under) for each in end.variants if isinstance(each.value, Derived)]
    assert values == [(True, (("coin", "heads"),)), (False, (("coin", "tails"),))]
    *_, same = argument([world("heads", value=True), world("tails", value=True, extra="more")], [Key("end")])
    assert [each.under for each in same.variants] == [()]  # it rests on other premises, and comes to the same


def test_what_some_worlds_alone_conclude_holds_under_their_answers() -> None:
    reached, not_reached = world("heads", value=True, extra="more"), world("tails", value=True)
    reached.result.findings.add(Derived(key=Key("further"), rule=RULE, value=None, because=(Key("more"),)))
    more, further = argument([reached, not_reached], [Key("further")])
    assert [each.under for each in further.variants] == [(("coin", "heads"),)]
    assert [each.under for each in more.variants] == [()]  # what is given holds in any case


def test_a_root_that_no_world_reached_is_passed_over() -> None:
    assert argument([world("heads", value=True)], [Key("nothing")]) == ()
    assert len(argument([world("heads", value=True)], [Key("nothing"), Key("beside")])) == 1


def test_a_reading_is_named_with_its_source_in_its_argument() -> None:
    pact = tc.load("soviet-japanese-neutrality-pact")
    text = said(pact.in_force("1945-04-06", reading="atop-coding"))
    assert "(1) Reading atop-coding" in text
    assert "ATOP 5.1, a data set's convention and no legal claim). [1]" in text
    assert "signed it. [reading atop-coding] [1]" in text
    left_out = said(pact.in_force("1948-01-01", reading="prolonged-to-1951"))
    assert "it leaves out denunciation" in left_out

"""Findings laid over earlier ones: what is new goes before, and nothing below changes."""

from __future__ import annotations

from small_treaties import day
from treatyclock.derive.reasoning.facts import EndedBeforeEntry, Recorded
from treatyclock.derive.reasoning.findings import Findings
from treatyclock.derive.reasoning.reasons import Derived, Key, Rule

RULE = Rule("rule", "it follows")
END, ENTRY, NOTICE = Key("end"), Key("entry"), Key("notice")
FACT = Recorded(said=day("1936-01-01"), recorded=day("1936-01-01"), counted=day("1936-01-02"), agrees=False, act=None)

NEVER = EndedBeforeEntry(entry=day("1936-01-02"), last_day=day("1936-01-01"))


def reason(key: Key, value: bool | None = None) -> Derived:
    return Derived(key=key, rule=RULE, value=value, because=())


def test_what_was_found_before_is_found_too_and_stays_as_it_was() -> None:
    below = Findings()
    below.add(reason(ENTRY))
    below.add(reason(END, False))
    above = Findings(below)
    above.add(reason(END, True))
    above.add(reason(NOTICE))
    assert set(above.reasons) == {ENTRY, END, NOTICE}
    assert above.reasons[END] == reason(END, True)
    assert below.reasons == {ENTRY: reason(ENTRY), END: reason(END, False)}
    assert above.has(ENTRY) and above.has(NOTICE)
    assert not below.has(NOTICE)


def test_facts_are_found_by_their_kind() -> None:
    below = Findings()
    below.note(ENTRY, FACT)
    above = Findings(below)
    above.note(END, NEVER)
    assert list(above.facts_of(Recorded)) == [(ENTRY, FACT)]
    assert list(above.facts_of(EndedBeforeEntry)) == [(END, NEVER)]
    assert list(below.facts_of(EndedBeforeEntry)) == []
    assert above.facts[ENTRY] is FACT


def test_what_every_answer_tells_comes_in_the_order_in_which_it_was_found() -> None:
    below = Findings()
    below.add(reason(NOTICE), told=True)
    above = Findings(below)
    above.add(reason(END), told=True)
    above.add(reason(ENTRY))
    assert above.told == (NOTICE, END)
    assert below.told == (NOTICE,)
    below.add(reason(NOTICE, True), told=True)
    assert below.told == (NOTICE,)


def test_what_was_found_aside_is_kept_with_what_it_rests_on_and_replaces_nothing() -> None:
    here = Findings()
    here.add(reason(ENTRY, True))
    aside = Findings(here)
    aside.add(reason(ENTRY, False))
    aside.add(reason(NOTICE))
    aside.add(Derived(key=END, rule=RULE, value=None, because=(ENTRY, NOTICE)))
    here.keep(aside, [END])
    assert set(here.reasons) == {ENTRY, NOTICE, END}
    assert here.reasons[ENTRY] == reason(ENTRY, True)
    assert here.told == ()

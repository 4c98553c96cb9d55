"""The arguments of the engine beside those of the oracle: the same rules, of the same acts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import treatyclock as tc
from arguments_compared import differences
from treatyclock.testing.oracle.days import Period
from treatyclock.testing.oracle.many.standing import lives
from treatyclock.testing.oracle.many.treaty import Act, Condition, Exit, Spec, Term
from treatyclock.testing.specifications.many_text import to_toml
from treatyclock.testing.strategies.specifications import instants_about_many, settled_lives, specifications_of_many

SLOW = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]


@settings(max_examples=50, deadline=None, suppress_health_check=SLOW)
@given(specifications_of_many(), st.data())
def test_both_argue_alike(spec: Spec, data: st.DataObject) -> None:
    found = settled_lives(spec)
    treaty = tc.loads(to_toml(spec))
    at = data.draw(instants_about_many(found))
    for party in (None, *spec.parties):
        assert not list(differences(treaty.in_force(at, party=party), found, party, at))


PARTIES = ("AAA", "BBB", "CCC")
LEFT = Spec(
    parties=PARTIES,
    midnights=(0,),
    condition=Condition("instruments", number=2),
    term=Term(until=date(1945, 12, 31)),
    exit=Exit("at any time", Period(months=6), first_day_counts=False),
    month_end="clamp",
    acts=(
        *(Act(f"joins-{party.lower()}", "ratification", (party,), date(1936, 1, 1)) for party in PARTIES),
        Act("leaves", "withdrawal", ("CCC",), date(1940, 1, 1)),
        Act("goes-on", "extension of the term", PARTIES[:2], date(1944, 1, 1), until=date(1950, 1, 1)),
    ),
)
AFTER = datetime(1955, 1, 1, tzinfo=UTC)


def compared(spec: Spec, other: Spec, party: str | None) -> list[str]:
    return list(differences(tc.loads(to_toml(spec)).in_force(AFTER, party=party), lives(other), party, AFTER))


def test_a_comparison_of_one_treaty_with_itself_finds_nothing() -> None:
    assert [compared(LEFT, LEFT, party) for party in (None, *PARTIES)] == [[]] * 4


def test_another_cause_of_the_same_answer_is_noticed() -> None:
    by_term = replace(LEFT, acts=tuple(act for act in LEFT.acts if act.id != "leaves"))
    assert "of which the library says nothing" in compared(by_term, LEFT, "CCC")[0]


def test_an_extension_that_only_some_agreed_to_is_noticed() -> None:
    by_some = replace(LEFT, acts=(*LEFT.acts[:3], replace(LEFT.acts[4], by=PARTIES[:1])))
    by_all = replace(LEFT, acts=(*LEFT.acts[:3], replace(LEFT.acts[4], by=PARTIES)))
    assert "goes-on" in compared(by_all, by_some, None)[0]

"""A State that joins its side while a notice by all on that side runs: whether that notice releases it too, is open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from treatyclock.derive.consent.consent import Consent
from treatyclock.derive.end.end import End
from treatyclock.derive.entry.entry import Entry
from treatyclock.derive.exit.addressees import PeriodsOf
from treatyclock.derive.exit.of_a_side import missing
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key, Rule, Value
from treatyclock.law.acts.act import Act
from treatyclock.law.clauses.side import Side
from treatyclock.law.conventions.exit import NOTICE_OF_SOME, WITHOUT_EFFECT
from treatyclock.law.sides import side_of
from treatyclock.law.vocabulary import NOTICES
from treatyclock.truth import Truth

WITH_ITS_SIDE = Rule(
    "notice of its side before",
    "the notice was that of the side which the State then joined, and is taken to release it too, {when}",
    "no rule says whether it does: Vienna Convention on the Law of Treaties, arts. 2(1)(g), 54(a) and 70(1)(a)",
)


def released_with_its_side(
    evaluation: Evaluation, entry: Entry, consent: Consent, party: str, periods_of: PeriodsOf
) -> Iterator[End]:
    """Yield the ends by notices of a whole side that were given before a State joined it, as far as they release it.

    Where each on a side may leave alone, what others gave notice of is no matter of this State.

    Args:
        evaluation: The evaluation.
        entry: The entry into force for the State.
        consent: Its consent.
        party: The State.
        periods_of: Works out when another was a party.
    """
    side = side_of(evaluation.record, party)
    if side is None or len(side.parties) == 1:
        return
    if evaluation.settled(NOTICE_OF_SOME, side) and evaluation.ask(NOTICE_OF_SOME, side)[0] != WITHOUT_EFFECT:
        return
    for act in dict.fromkeys(act for each in side.parties for act in evaluation.acts.by(each, NOTICES)):
        given = evaluation.legal_days(act.when())
        own = party in (act.acting or act.by)
        if own or act.to or consent.day.not_after(given) is not Truth.NO or missing(evaluation, side, act) is Truth.YES:
            continue
        end = _end_for_others(evaluation, side, act, party, periods_of)
        if end is None or end.at.latest <= entry.begins.earliest:
            continue
        fact = f"{act.id} to release {party}"
        text = f"does {act.id}, the notice of its side, release {party} too, which joined that side only after it?"
        if not evaluation.settle(Truth.UNKNOWN, fact, text, about=(act,)):
            continue
        value: Value = end.at if end.at_hour else end.last_day
        because = (evaluation.given_clause(side), evaluation.given_act(act))
        key = evaluation.derived(Key("notice of its side", f"{act.id} for {party}"), WITH_ITS_SIDE, value, *because)
        yield replace(end, key=key, instant=None, premises=())


def _end_for_others(evaluation: Evaluation, side: Side, act: Act, party: str, periods_of: PeriodsOf) -> End | None:
    """Return the end that a notice brings to those on the side who were parties then, as if the State never joined."""
    aside = evaluation.aside(without=[each for each in evaluation.acts if each.by == (party,)])
    for other in side.parties:
        if other != party and other in act.by:
            ends = (period.end for period in periods_of(aside, other))
            if found := next((end for end in ends if end is not None and end.notice == act), None):
                return found
    return None

"""A treaty between sides whose condition of entry into force is met while those on one side alone have consented.

Law: a treaty is between two at least (Vienna Convention art. 2(1)(a)), and enters into force as it says (art. 24(1)).
"On the deposit of two instruments": whether two of one side are enough, with nobody opposite, no rule says.
"""

from __future__ import annotations

from dataclasses import replace

from treatyclock.civil.days import Days
from treatyclock.derive.consent.consent import Consent, consent_kinds
from treatyclock.derive.entry.enough_consents import Countable
from treatyclock.derive.entry.met import Met
from treatyclock.derive.parties.not_on_record import instruments_not_on_record
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.law.clauses.conditions import Pairwise
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.law.clauses.side import Side
from treatyclock.law.sides import has_sides
from treatyclock.truth import Truth

_LAW = "no rule says whether it waits for that: Vienna Convention on the Law of Treaties, arts. 2(1)(a) and 24(1)"
OPPOSITE = Rule(
    "consent on two sides", "the treaty is taken to wait for consent on two sides, and that was there on {value}", _LAW
)
NOT_OPPOSITE = Rule(
    "no consent on two sides", "the treaty is taken to wait for consent on two sides, and there is none", _LAW
)

_PAIRS = "Vienna Convention on the Law of Treaties, art. 24(1): in force between pairs, each with one on either side"
A_PAIR = Rule("pair on two sides", "by {value} two on different sides had consented", _PAIRS)
NO_PAIR = Rule("no pair on two sides", "no two on different sides have consented", _PAIRS)

ON_TWO_SIDES = Key("consent on two sides")
"""The key of the conclusion on when parties on two sides had consented, where the entry is taken to wait for that."""


def met_by_both(evaluation: Evaluation, found: Met, counted: Countable) -> Met:
    """Return when a condition was met, where it may wait until parties on two sides have consented.

    Args:
        evaluation: The evaluation.
        found: When it was met by its words.
        counted: Which consents count.
    """
    if found.day is None or not has_sides(evaluation.record):
        return found
    firsts = [each for side in evaluation.several(Side) if (each := _first(evaluation, side, counted))]
    lacking = instruments_not_on_record(evaluation, ()) is not None
    there = len(firsts) > 1
    second = Days(
        first=sorted(each.day.first for each in firsts)[1] if there else found.day.first,
        last=sorted(each.day.last for each in firsts)[1] if there else found.day.last,
    )
    if there and Days.latest([second, found.day]) == found.day:
        return found
    pairwise = _between_pairs(evaluation)
    text = "does the treaty enter into force while those on one side alone have consented?"
    if not pairwise and evaluation.settle(Truth.UNKNOWN, "entry into force with one side alone", text):
        return replace(found, for_one_side=True)
    because = tuple(evaluation.given_act(each.act) for each in firsts)
    sides = tuple(map(evaluation.given_clause, evaluation.several(Side)))
    if not there and not lacking:
        key = evaluation.derived(ON_TWO_SIDES, NO_PAIR if pairwise else NOT_OPPOSITE, None, *sides, *because)
        return replace(found, day=None, because=(*found.because, key))
    day = Days.latest([second, found.day]) if there else Days.between(found.day.first)
    if lacking:  # somebody opposite may have consented before those on record
        day = Days(first=found.day.first, last=day.last)
    key = evaluation.derived(ON_TWO_SIDES, A_PAIR if pairwise else OPPOSITE, day, *sides, *because)
    acts = tuple(dict.fromkeys((*found.acts, *(each.act for each in firsts if each.day.last >= day.first))))
    return replace(found, day=day, acts=acts, because=(*found.because, key))


def _between_pairs(evaluation: Evaluation) -> bool:
    """Tell whether the treaty enters into force between pairs alone, so that it waits for a pair in any case."""
    clause = evaluation.clause(EntryIntoForce)
    return clause is not None and isinstance(clause.when, Pairwise)


def _first(evaluation: Evaluation, side: Side, counted: Countable) -> Consent | None:
    """Return the first consent on a side that was not taken back; within a range, where it is open which was first."""
    each = [counted.first(evaluation, consent_kinds(evaluation, party), (party,)) for party in side.parties]
    found = [consent for one in each for consent in one.values()]
    if not found:
        return None
    first = min(found, key=lambda consent: (consent.day.first, consent.day.last))
    return replace(first, day=Days.earliest(consent.day for consent in found))

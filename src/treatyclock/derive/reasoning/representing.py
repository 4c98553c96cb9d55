"""Whether an act stands for a whole side that was done by who represents it, and may have been no party then.

Law: rights under a treaty are those of its parties (Vienna Convention arts. 2(1)(g), 34, 54(a), 65(1) and 67(2)).
Whether who never became a party, or ceased to be one, still acts for the others on its side is a question of fact.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from treatyclock.derive.reasoning.admitted import AdmittedActs
from treatyclock.derive.reasoning.worlds import Choices
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.consent import CONSENT_WITHDRAWN
from treatyclock.law.acts.events import MEMBERSHIP_END
from treatyclock.law.clauses.side import Side
from treatyclock.law.clauses.tied_to import TiedTo
from treatyclock.law.coverage import Missing
from treatyclock.law.record import Record
from treatyclock.law.sides import for_its_side
from treatyclock.law.vocabulary import LEAVING
from treatyclock.truth import Truth


def represents_in_doubt(record: Record, act: Act) -> str | None:
    """Return the representative of a side that may have been no party when it did an act; None where that is sure."""
    acting = for_its_side(record, act).acting
    for side in record.several(Side):
        for party in side.represented_by:
            if party in acting and (_may_have_left(record, act, party) or _never_consented(record, act, party)):
                return party
    return None


def by_its_representative(acts: AdmittedActs, record: Record, choices: Choices) -> AdmittedActs:
    """Return acts, some as those of the representative of a side alone, where it is taken not to act for the side.

    Args:
        acts: The acts that count.
        record: The record, as the reading has it.
        choices: The answers of this world.
    """
    otherwise = []
    for act in acts:
        found = _to_the_side(record, act, choices)
        if (party := represents_in_doubt(record, act)) is not None:
            text = f"does {act.id} stand for the whole side, though {party} may have been no party then?"
            if not _is_so(choices, act, f"{act.id} done for the whole side of {party}", text):
                found = replace(found, by=act.acting, acting=())
        if found is not act:
            otherwise.append(found)
    return acts.as_done(*otherwise) if otherwise else acts


def turns_on_representatives(record: Record, act: Act) -> bool:
    """Tell whether what an act comes to turns on whether who represents a side acts, or is told, for all on it."""
    return represents_in_doubt(record, act) is not None or any(_sides_told(record, act))


def _to_the_side(record: Record, act: Act, choices: Choices) -> Act:
    """Return a notice as one to a whole side, where it is taken that it reaches that with its representative."""
    for side in _sides_told(record, act):
        party = next(each for each in side.represented_by if each in act.to)
        text = f"does {act.id}, which went to {party}, reach all on the side that {party} represents?"
        if _is_so(choices, act, f"{act.id} to the whole side of {party}", text):
            act = replace(act, to=tuple(dict.fromkeys((*act.to, *side.parties))))
    return act


def _sides_told(record: Record, act: Act) -> Iterator[Side]:
    """Yield the sides of which a notice went to the representative, and not to all.

    Law: a notice is made when it is received by the State for which it is intended (Vienna Convention art. 78(b)).
    Whether who acts for the others also receives for them, no rule says.
    """
    for side in record.several(Side):
        told = act.kind.is_notice and set(side.represented_by) & set(act.to) and not set(side.parties) <= set(act.to)
        if told and not set(side.parties) & set(act.by):
            yield side


def _is_so(choices: Choices, act: Act, fact: str, text: str) -> bool:
    return choices.settle(Truth.UNKNOWN, fact, text, acts=(act.id,))


def _may_have_left(record: Record, act: Act, party: str) -> bool:
    """Tell whether a State may have left by the day of an act, by what it did itself before."""
    tied = record.clause(TiedTo)
    for each in (record.whole or record).acts:
        leaves = (
            each.kind in (CONSENT_WITHDRAWN, *LEAVING) and not each.kind.is_notice
        )  # its notice is that of the whole side
        if each.kind == MEMBERSHIP_END:
            leaves = tied is not None and tied.binds(party)
        if leaves and party in each.by and each.id != act.id and _by_then(each, act):
            return True
    return False


def _never_consented(record: Record, act: Act, party: str) -> bool:
    """Tell whether the record holds consents, and none of a State by the day of an act, and lacks none of it."""
    whole = record.whole or record
    consents = [each for each in whole.acts if each.kind.consents or each.kind.signs]
    told = any(party not in each.by for each in consents) and not whole.coverage.lacks(Missing.CONSENT, party)
    return told and not any(party in each.by and _by_then(each, act) for each in consents)


def _by_then(each: Act, act: Act) -> bool:
    return each.when().days.first <= act.when().days.last

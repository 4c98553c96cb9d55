"""Consents that were gone before the treaty entered into force: taken back, or of a State that is no longer a member.

Law: until the entry into force a State may take back its consent (Summary of Practice of the Secretary-General as
Depositary). Whether the treaty still enters into force for the others, where that consent was needed, no rule says. Nor
does one say whether the consent of a State counts that cannot become a party any more, since only members can.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from treatyclock.civil.days import Days
from treatyclock.derive.consent.consent import agreed, consent_kinds
from treatyclock.derive.consent.run_out import RUN_OUT
from treatyclock.derive.consent.taken_back import as_taking_back, before_entry, takings_back
from treatyclock.derive.counting.date_that_counts import date_of_instruments
from treatyclock.derive.counting.reaching_back import takes_effect
from treatyclock.derive.entry.conditions import met
from treatyclock.derive.entry.enough_consents import Countable
from treatyclock.derive.entry.met import Met
from treatyclock.derive.parties.within import not_before_the_whole
from treatyclock.derive.reasoning.evaluation import Evaluation, act_key
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.law.acts.act import Act, ActDate
from treatyclock.law.acts.events import MEMBERSHIP_END
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.law.clauses.tied_to import TiedTo
from treatyclock.truth import Truth

STAYS_MET = Rule(
    "condition stays met",
    "the condition had been met before this consent was gone, so the treaty is taken to enter into force all the same",
)

COUNTS_STILL = Rule(
    "consent counts without membership",
    "the consent of that State is taken to count for the entry into force, though it was no longer a member then",
)

Counted = Callable[[Evaluation, EntryIntoForce, Days, tuple[Key, ...]], tuple[Days, tuple[Key, ...]]]


def without_consents_gone(evaluation: Evaluation, clause: EntryIntoForce, found: Met, counted: Counted) -> Met:
    """Return the condition as it stands once consents were taken back before the entry into force.

    Args:
        evaluation: The evaluation.
        clause: The clause on entry into force.
        found: The condition without regard to what came after the day on which it was met.
        counted: Counts the day of entry into force from the day on which the condition was met.
    """
    tied = evaluation.clause(TiedTo)
    over = [act for act in evaluation.acts.of(MEMBERSHIP_END) if tied is not None and any(map(tied.binds, act.by))]
    gone: tuple[Act, ...] = ()
    which, _ = date_of_instruments(evaluation, clause)
    for act in sorted((*takings_back(evaluation), *over), key=lambda act: evaluation.happening(act.when())):
        if found.day is None:
            break
        if act.kind != MEMBERSHIP_END and act_key(act) in found.because:
            continue  # it came before the condition was met, which was found without that consent
        entry = not_before_the_whole(evaluation, counted(evaluation.aside(), clause, found.day, ())[0])
        when = takes_effect(evaluation, act)[0] if act.kind == MEMBERSHIP_END else act.when()
        if evaluation.from_start_of(when, entry)[0] is Truth.YES:
            continue
        of_two = evaluation.record.bilateral and act.kind != MEMBERSHIP_END
        if not of_two and not _makes_a_difference(evaluation, clause, which, found, (*gone, act)):
            continue
        back = _gone_before(evaluation, act, entry)
        if back is not None and of_two:
            gone = (*gone, back)
            found = _of_both(evaluation, met(evaluation, clause.when, which, gone=gone, on_two_sides=True), back, gone)
            continue
        if back is None or (back != act and not _makes_a_difference(evaluation, clause, which, found, (*gone, back))):
            continue
        if _all_the_same(evaluation, back):
            rule = COUNTS_STILL if act.kind == MEMBERSHIP_END else STAYS_MET
            key = evaluation.derived(Key("stays met", act.id), rule, True, *found.because, evaluation.given_act(act))
            found = replace(found, because=(*found.because, key))
        else:
            gone = (*gone, back)
            found = met(evaluation, clause.when, which, gone=gone, on_two_sides=True)
    return found


def _of_both(evaluation: Evaluation, found: Met, back: Act, gone: tuple[Act, ...]) -> Met:
    """Return the condition as it stands between two, which both must have consented to anew: it is of neither alone.

    Args:
        evaluation: The evaluation.
        found: The condition without the consents that are gone.
        back: The act by which the last of them went.
        gone: All acts by which they went.
    """
    countable = Countable(ActDate.RECEIVED, gone=gone)
    for party in back.by:
        anew = countable.first(evaluation, consent_kinds(evaluation, party), (party,))
        if not agreed(evaluation, party):
            continue
        if found.day is None or party not in anew:
            return replace(found, day=None, because=(*found.because, evaluation.given_act(back)))
        day = Days.latest([found.day, anew[party].day])
        found = replace(
            found, day=day, because=tuple(dict.fromkeys((*found.because, evaluation.given_act(anew[party].act))))
        )
    return found


def _makes_a_difference(
    evaluation: Evaluation, clause: EntryIntoForce, which: ActDate, found: Met, gone: tuple[Act, ...]
) -> bool:
    """Tell whether the condition was not met as it was found without the consents that are gone."""
    return met(evaluation.aside(), clause.when, which, gone=gone, on_two_sides=True).day != found.day


def _gone_before(evaluation: Evaluation, act: Act, entry: Days) -> Act | None:
    """Return an act as that of those whose consent was gone by it before an entry into force; None where none was."""
    if act.kind != MEMBERSHIP_END:
        return as_taking_back(evaluation, act) if before_entry(evaluation, act, entry) else None
    when, _ = takes_effect(evaluation, act)
    before = ~evaluation.from_start_of(when, entry)[0]
    return act if evaluation.settle(before, f"{act.id} before entry into force", about=(act,)) else None


def _all_the_same(evaluation: Evaluation, act: Act) -> bool:
    """Ask whether a consent that was gone before the entry into force brings it about all the same."""
    bound = [code for code in act.by if agreed(evaluation, code)] or act.by
    codes, names = " and ".join(bound), " and ".join(evaluation.record.party(code).name for code in bound)
    if act.kind == MEMBERSHIP_END:
        fact = f"the consent of {codes} counted after {act.id}"
        text = f"does the consent of {names} count for the entry into force, though it was no longer a member then?"
    else:
        fact = f"entry into force without {codes}"
        how = "out by a notice" if act.kind == RUN_OUT else "whose consent was taken back"
        text = f"does the treaty enter into force without {names}, {how} before?"
    return evaluation.settle(Truth.UNKNOWN, fact, text, about=(act,))

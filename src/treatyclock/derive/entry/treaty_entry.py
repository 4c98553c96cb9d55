"""Entry into force of the treaty itself: by its condition, or on the day that the depositary recorded."""

from __future__ import annotations

from dataclasses import replace

from treatyclock.civil.days import Days
from treatyclock.civil.moments.moment import Moment
from treatyclock.derive.consent.consents_gone import without_consents_gone
from treatyclock.derive.consent.taken_back import takings_back
from treatyclock.derive.counting.date_that_counts import date_of_instruments, has_several_dates
from treatyclock.derive.counting.delays import delayed
from treatyclock.derive.entry.agreed_entry import agreed_day
from treatyclock.derive.entry.conditions import floor, met
from treatyclock.derive.entry.entry import ENTERED, Entry, entering, with_recorded
from treatyclock.derive.entry.met import Met
from treatyclock.derive.entry.recorded_entry import recorded_entry
from treatyclock.derive.parties.not_on_record import may_lack_instruments
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.law.acts.act import Act
from treatyclock.law.clauses.conditions import AsRecorded
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.truth import Truth

_LAW = "Vienna Convention on the Law of Treaties, art. 24(1)-(2)"
ENTRY = Rule("entry", "the treaty entered into force on {value}", _LAW)
NOT_MET = Rule(
    "entry not met", "the condition for entry into force is not met, so the treaty has not entered into force", _LAW
)
LAPSED = Rule(
    "entry lapsed",
    "the condition was met only after the last day for it, so the treaty has not entered into force",
    _LAW,
)
NO_CLAUSE = Rule(
    "no entry clause", "the record has no clause on entry into force, so no entry into force follows", _LAW
)
CONDITION = Rule("condition met", "the condition for entry into force was met on {value}")
ALONE = Rule("recorded alone", "the acts on record do not meet the condition; the depositary recorded {value}")
DAY_NOT_TOLD = Rule(
    "entry on a day not told",
    "the treaty enters into force on a day that those who consented name; the record does not have it: {value}",
    _LAW,
)
NO_DAY_NAMED = Rule(
    "no day of entry named",
    "those who consented were to name a day and named none, so the treaty has not entered into force",
    _LAW,
)

FACT = Rule("entry as a fact", "the treaty entered into force on {value}: a fact, and not counted here")


def entry_into_force(evaluation: Evaluation) -> Entry | None:
    """Derive when the treaty entered into force; None if it has not.

    Law: Vienna Convention art. 24(1)-(2). No general rule says at which hour; practice takes the
    beginning of the day. Where the hour of the act is known, both it and the day's beginning are tried.
    """
    clause = evaluation.clause(EntryIntoForce)
    if clause is None:
        evaluation.derived(ENTERED, NO_CLAUSE, None)
        return None
    which, decided = date_of_instruments(evaluation, clause)
    # A recorded day settles what acts that are not on record would leave open.
    found = met(evaluation, clause.when, which, listed=clause.recorded is not None, on_two_sides=True)
    on_record = recorded_entry(evaluation, clause, found)
    if on_record is None and clause.recorded is not None:
        found = met(evaluation, clause.when, which, on_two_sides=True)
    if on_record is None:
        found = without_consents_gone(evaluation, clause, found, _counted)
    given = (evaluation.given_clause(clause), *(decided if _turns_on_dates(evaluation, clause, found) else ()))
    lapsed = found.day is not None and on_record is None and _lapsed(evaluation, clause, found.day)
    if found.day is None or lapsed:
        if on_record is None:
            evaluation.derived(ENTERED, LAPSED if lapsed else NOT_MET, None, *given, *found.because)
            return None
        rule = FACT if isinstance(clause.when, AsRecorded) else ALONE
        key = evaluation.derived(ENTERED, rule, on_record.days, *given, *found.because)
        return entering(evaluation, on_record.days, key)
    day, because = _counted(evaluation, clause, found.day, (*given, *found.because))
    if (agreed := agreed_day(evaluation, clause, found.acts, day, found.day)) is not None:
        if (back := _taken_back_between(evaluation, day, agreed[0])) is not None:
            fact = f"entry on the day agreed in spite of {back.id}"
            text = f"does the treaty enter into force on the day agreed, though {back.id} came before it?"
            if not evaluation.settle(Truth.UNKNOWN, fact, text, about=(back,)):
                evaluation.derived(ENTERED, NOT_MET, None, *given, *found.because, evaluation.given_act(back))
                return None
        day, because = agreed[0], (*because, *agreed[1])
    elif clause.as_agreed:
        entry_then = _on_a_day_not_told(evaluation, found, because, on_record)
        return None if entry_then is None else replace(entry_then, for_one_side=found.for_one_side)
    entry = _entering(evaluation, clause, found, (day, because), on_record, named=agreed is not None)
    return replace(entry, for_one_side=found.for_one_side)


def _on_a_day_not_told(
    evaluation: Evaluation, found: Met, because: tuple[Key, ...], on_record: Moment | None
) -> Entry | None:
    """Return the entry where the acts are to name its day, and by the record they do not: as recorded, or open."""
    assert found.day is not None
    if on_record is not None:
        return entering(evaluation, on_record.days, evaluation.derived(ENTERED, FACT, on_record.days, *because))
    text = "did those who consented agree on a day for the entry into force? By the acts on record they did not."
    if not evaluation.lacking("a day that they name for the entry into force", text):
        evaluation.derived(ENTERED, NO_DAY_NAMED, None, *because)
        return None
    day = Days.between(found.day.first)
    return entering(evaluation, day, evaluation.derived(ENTERED, DAY_NOT_TOLD, day, *because), met_day=found.day)


def _entering(
    evaluation: Evaluation,
    clause: EntryIntoForce,
    found: Met,
    counted: tuple[Days, tuple[Key, ...]],
    on_record: Moment | None,
    *,
    named: bool,
) -> Entry:
    """Return the entry on the day counted, or on that which was recorded.

    Args:
        evaluation: The evaluation.
        clause: The clause on entry into force.
        found: How its condition was met.
        counted: The day by the clause or as agreed, and the reasons.
        on_record: The day that was recorded; None for none.
        named: Whether the acts themselves named the day.
    """
    (day, because), given = counted, evaluation.given_clause(clause)
    assert found.day is not None
    if on_record is not None and day.first > on_record.days.last and may_lack_instruments(evaluation):
        key = evaluation.derived(ENTERED, ALONE, on_record.days, given)
        return entering(evaluation, on_record.days, key)
    key = evaluation.derived(ENTERED, ENTRY, day, *because)
    if on_record is None:
        immediate = () if clause.delay or named else found.acts
        return entering(evaluation, day, key, acts=immediate, met_day=found.day)
    by_count = day
    day, key = with_recorded(evaluation, ENTERED, on_record, day, key)
    explained = found.day.not_after(day) is Truth.YES
    return entering(evaluation, day, key, met_day=found.day if day == by_count else None, explained=explained)


def _turns_on_dates(evaluation: Evaluation, clause: EntryIntoForce, found: Met) -> bool:
    """Tell whether which date of an instrument counts may bear on a condition: not by what came after it was met."""
    acts = [act for act in evaluation.acts if act.kind.consents or act.kind.signs]
    apart = (act for act in acts if has_several_dates(act, clause.counts_from))
    return any(found.day is None or act.dated.days.first <= found.day.last for act in apart)


def _taken_back_between(evaluation: Evaluation, counted: Days, agreed: Days) -> Act | None:
    """Return an act by which a State may have taken back its consent between the day counted and a later one agreed."""
    for act in takings_back(evaluation):
        day = evaluation.legal_days(act.when())
        if day.last >= counted.first and day.first < agreed.last:
            return act
    return None


def _lapsed(evaluation: Evaluation, clause: EntryIntoForce, met_on: Days) -> bool:
    if clause.lapses is None:
        return False
    in_time = met_on.not_after(clause.lapses.days)
    return not evaluation.settle(in_time, "the condition met before the treaty lapsed")


def _counted(
    evaluation: Evaluation, clause: EntryIntoForce, day: Days, because: tuple[Key, ...]
) -> tuple[Days, tuple[Key, ...]]:
    counted, keys = delayed(evaluation, day, clause.delay, EntryIntoForce)
    if clause.delay:
        because = (evaluation.derived(Key("entry condition"), CONDITION, day, *because), *keys)
    if clause.on is not None:
        fact = "the condition met by the day that the treaty names"
        by = clause.on if clause.met_by is None else clause.met_by
        if not clause.delay and clause.met_by is None:
            counted = Days.latest([counted, clause.on.days])
        elif evaluation.settle(day.not_after(by.days), fact):
            counted = clause.on.days
        elif clause.delay is None:  # the text does not say what holds otherwise
            counted = Days.between(max(day.first, clause.on.days.first))
    if clause.not_before is not None:
        bound = floor(evaluation, clause.not_before)
        # Where the act that it runs from is not known, nobody knows the bound.
        earliest = Days.between(counted.first) if bound.day is None else bound.day
        counted, because = Days.latest([counted, earliest]), (*because, *bound.because)
    return counted, because

"""A day of entry into force that the acts name which bring it about: notes that say "with effect from 1 June".

Law: a treaty enters into force on the date that it provides or that the negotiating States agree (Vienna Convention
art. 24(1)). Acts of consent that name a day agree on it. Where the treaty provides for another day, which of the two
goes before is a question of fact, unless the treaty itself lets them agree on another; so it is where the acts name
different days. Notes exchanged by all once they had consented, and before the treaty is in force, agree on a day too.
"""

from __future__ import annotations

from collections.abc import Sequence

from treatyclock.civil.days import Days
from treatyclock.civil.moments.moment import Moment
from treatyclock.derive.consent import Consent, agreed
from treatyclock.derive.evaluation import Evaluation
from treatyclock.derive.reaching_back import effective
from treatyclock.derive.reasons import Key, Rule
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.consent import NOTE, SUCCESSION
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.truth import Truth

AGREED = Rule(
    "entry on a day agreed",
    "those who consented agreed on {value} for the entry into force",
    "Vienna Convention on the Law of Treaties, art. 24(1)",
)


def all_name_one_day(evaluation: Evaluation, met: Days) -> bool:
    """Tell whether all who may have consented by the day on which the condition was met name one and the same day."""
    acts = [each.act for each in _firsts(evaluation) if each.day.not_after(met) is not Truth.NO]
    named = {None if act.effective is None else act.effective.days for act in acts}
    return len(named) == 1 and None not in named


def _all_who_could_agree_name(evaluation: Evaluation, day: Days, counted: Days) -> bool:
    """Tell whether everybody names one known day who may have consented before the treaty was in force, by either day.

    Who surely consented later had no part in what was agreed by then, and what that State names is for itself alone.
    """
    last = Days.latest([day, counted])
    moments = [each.act.effective for each in _firsts(evaluation) if each.day.not_after(last) is not Truth.NO]
    named = {None if moment is None else evaluation.legal_days(moment) for moment in moments}
    return day.known and named == {day}


def _firsts(evaluation: Evaluation) -> list[Consent]:
    """Return the first consent of each State that has one on record."""
    return [several[0] for party in evaluation.record.parties if (several := agreed(evaluation, party.id))]


def agreed_day(
    evaluation: Evaluation, clause: EntryIntoForce, acts: Sequence[Act], counted: Days, met: Days
) -> tuple[Days, tuple[Key, ...]] | None:
    """Return the day that the acts name for the entry into force, and the reason; None where it is the clause's.

    Args:
        evaluation: The evaluation.
        clause: The clause on entry into force.
        acts: The acts that met its condition.
        counted: The day by the clause.
        met: The day on which the condition was met.
    """
    if not acts or any(act.kind == SUCCESSION for act in acts):
        return None
    later = _agreed_later(evaluation, acts, counted, met)
    naming = later or [act for act in acts if act.effective is not None]
    # Of two, who answers a note agrees to what it says; of many, a day that only some name is their own.
    if not naming or not (later or evaluation.record.bilateral or all_name_one_day(evaluation, met)):
        return None
    named = [(act, *effective(evaluation, act)) for act in naming]
    days = list(dict.fromkeys(evaluation.legal_days(moment) for _, moment, _ in named if moment is not None))
    if not days or (len(days) > 1 and not evaluation.record.bilateral):
        return None
    day = days[0] if len(days) == 1 else Days(first=min(d.first for d in days), last=max(d.last for d in days))
    by_all = (bool(later) and day.known) or _all_who_could_agree_name(evaluation, day, counted)
    if clause.or_as_agreed and by_all and None not in (moment for _, moment, _ in named):
        return _agreed_on(evaluation, day, named)
    provided = clause.delay or clause.on is not None or clause.not_before is not None
    if provided and day != counted:
        fact = "entry into force on the day that the acts name"
        text = "does the treaty enter into force on the day that the acts name, or on that of its clause?"
        if not evaluation.settle(Truth.UNKNOWN, fact, text, about=tuple(naming)):
            return None
    return _agreed_on(evaluation, day, named)


def _agreed_later(evaluation: Evaluation, acts: Sequence[Act], counted: Days, met: Days) -> list[Act]:
    """Return the notes by which all who had consented then agreed on a day, in time for it; none where they did not.

    Once the treaty is in force by its clause, its day of entry is no matter of agreement any more.
    """
    bound = {party for act in acts for party in act.by}
    bound |= {party for each in _firsts(evaluation) if each.day.not_after(met) is not Truth.NO for party in each.act.by}
    notes = [act for act in evaluation.acts.of(NOTE) if act.effective is not None and act not in acts]
    if not notes or not bound <= {party for act in notes for party in act.by}:
        return []
    agreed_on = Days.latest([evaluation.legal_days(act.when()) for act in notes])
    before = ~counted.not_after(agreed_on)
    if before is Truth.NO and agreed_on.first <= counted.last:  # of one day, it may have come before that began
        before = Truth.UNKNOWN
    fact = f"{notes[-1].id} before the entry into force by the clause"
    return notes if evaluation.settle(before, fact, about=tuple(notes)) else []


def _agreed_on(
    evaluation: Evaluation, day: Days, named: Sequence[tuple[Act, Moment | None, tuple[Key, ...]]]
) -> tuple[Days, tuple[Key, ...]]:
    given = (key for act, _, taken in named for key in (evaluation.given_act(act), *taken))
    return day, (evaluation.derived(Key("agreed entry"), AGREED, day, *dict.fromkeys(given)),)

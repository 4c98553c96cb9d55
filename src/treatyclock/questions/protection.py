"""Is something protected on a day that was made on another: the status of the day, and what the sunset covers.

Law: the end does not affect what was created through the execution of the treaty before it (Vienna Convention art.
70(1)(b)); a sunset clause says what goes on to be protected, and for how long. Whether a clause that does not say so
covers what was made after the end is open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from treatyclock.answers.answer import Dependency
from treatyclock.answers.protection import Protection
from treatyclock.civil.days import Days
from treatyclock.civil.moments.moment import Moment
from treatyclock.derive.histories.history import History, Membership, Statuses
from treatyclock.derive.histories.life import Life, evaluate
from treatyclock.derive.reasoning.timing import eve
from treatyclock.law.clauses.sunset import MadeBefore, Sunset
from treatyclock.law.record import Record
from treatyclock.law.status import Status
from treatyclock.law.subjects import Subject
from treatyclock.questions.dates import days_text
from treatyclock.questions.dependencies import depends_on
from treatyclock.questions.inputs import TimeAsked
from treatyclock.questions.looked_up import Cut, look_up
from treatyclock.truth import Truth


def protected(record: Record, life: Life, time: TimeAsked, made: Moment, subject: Subject) -> Protection:
    """Answer whether something is protected: where several clauses say what survives, by each of them.

    Which of them it falls under, nobody who asks has said; so where they differ, it is open.

    Args:
        record: The record that was asked.
        life: The life to look into.
        time: The day, or the time, at which it is to be protected.
        made: When it was made.
        subject: For whom: the host State, or the host and the home State of an investor.
    """
    clauses = life.record.read_as(life.reading).several(Sunset)
    if len(clauses) < 2:
        return _protected(record, life, time, made, subject, clause=next(iter(clauses), None))
    found = [_protected(record, _with_one(life, clause), time, made, subject, clause=clause) for clause in clauses]
    truth = Truth.agreed(each.truth for each in found)
    depends = tuple({each.key: each for answer in found for each in answer.depends_on}.values())
    if len({each.truth for each in found}) > 1:
        depends = (_which(clauses), *depends)
    told = next((each for each in found if each.truth is Truth.YES), found[0])
    status = look_up(life, time, subject).status
    return replace(told, truth=truth, depends_on=depends, status=status, reading=life.reading)


def _with_one(life: Life, clause: Sunset) -> Life:
    """Return a life under a treaty in which of several clauses on what survives only one stands."""
    read = life.record.read_as(life.reading)
    own = tuple(each for each in read.clauses if not isinstance(each, Sunset) or each is clause)
    # The reading's own clauses stand in place already.
    reading = replace(life.reading, clauses=(), without=())
    return evaluate(replace(read, clauses=own), reading, life.known_as_of)


def _which(clauses: Sequence[Sunset]) -> Dependency:
    names = [each.covers or each.basis.ref or "what survives" for each in clauses]
    return Dependency(kind="fact", key="which clause covers it", text=f"what is it: {' or '.join(names)}?")


def _protected(
    record: Record, life: Life, time: TimeAsked, made: Moment, subject: Subject, *, clause: Sunset | None
) -> Protection:
    looked = look_up(life, time, subject)
    limits = {id(world.result): _made_by(world.result, clause) for world in looked.course.worlds}

    def truth_of(found: History, cut: Cut) -> Truth:
        def one(statuses: Statuses) -> Truth:
            return Truth.agreed(_covered(found, status, limits[id(found)], made, clause) for status in statuses)

        return Truth.agreed(one(statuses) for _, statuses in cut)

    truths = [truth_of(world.result, cut) for world, cut in zip(looked.course.worlds, looked.cuts, strict=True)]
    outcomes, depends = looked.course.outcomes, depends_on(looked, truths)
    if Truth.UNKNOWN in truths and not any(each.decides_truth for each in depends) and not _says_when(clause):
        depends = (_SILENCE, *depends)
    return Protection(
        truth=Truth.agreed(truths),
        status=looked.status,
        on=time.at,
        made=made,
        made_from=outcomes(lambda found: days_text(_made_from(found, clause))),
        made_by=outcomes(lambda found: days_text(limits[id(found)])),
        protected_until=outcomes(lambda found: days_text(found.surviving_until)),
        depends_on=depends,
        subject=subject,
        record=record,
        reading=life.reading,
        known_as_of=life.known_as_of,
    )


_SILENCE = Dependency(
    kind="convention",
    key="made_before",
    text="does the effect that survives cover what was made after the end? The clause does not say",
)


def _says_when(clause: Sunset | None) -> bool:
    return clause is not None and clause.made_before is not None


def _made_by(found: History, clause: Sunset | None) -> Days | None:
    """Return the last day on which something could be made to be covered after the end; None where there is none."""
    if clause is None or found.end is None:
        return None
    match clause.made_before:
        case Moment() as bound:
            return bound.days.map(eve)
        case MadeBefore.NOTICE if found.end.notice is not None:
            day = found.end.notice.when().days
            return Days(first=eve(day.first), last=day.last)  # on the day of the notice the order is open
        case _:
            return found.end.last_day


def _covered(found: History, status: Status, made_by: Days | None, made: Moment, clause: Sunset | None) -> Truth:
    if status.in_force:
        return Truth.YES
    if status is Status.PROVISIONAL:
        return Truth.UNKNOWN  # what provisional application protects, the text says or not
    if status is not Status.SURVIVING or made_by is None:
        return Truth.NO
    covered = made.days.not_after(made_by)
    covered = covered if _says_when(clause) else covered | Truth.UNKNOWN
    if clause is None or clause.made_after is None:
        return covered
    return covered & _made_after_entry(found, made)


def _made_after_entry(found: History, made: Moment) -> Truth:
    """Tell whether something was made after an entry into force, and not between an end and the next entry."""
    *before, last = found.memberships
    within = [_begun(each, made) & made.days.not_after(each.end.last_day) for each in before if each.end is not None]
    return Truth.any_of([*within, _begun(last, made)])


def _begun(period: Membership, made: Moment) -> Truth:
    return ~made.days.not_after(period.entry.day.map(eve))


def _made_from(found: History, clause: Sunset | None) -> Days | None:
    """Return the first day on which something could be made to be covered, where the clause has one."""
    asks = clause is not None and clause.made_after is not None and found.end is not None
    return found.memberships[0].entry.day if asks else None

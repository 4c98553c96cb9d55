"""Was it in force, and what was the standing of a party: the look-up in a life."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from treatyclock.answers.answer import Answer, Contest, Why
from treatyclock.answers.chronology import Chronologies
from treatyclock.answers.reproduction import AskedTexts
from treatyclock.deferred import Deferred
from treatyclock.derive.entry.entry import ENTERED
from treatyclock.derive.histories.for_all import END
from treatyclock.derive.histories.history import Statuses
from treatyclock.derive.histories.life import Course, Life
from treatyclock.derive.histories.through import APART
from treatyclock.derive.reasoning.argument import argument
from treatyclock.derive.reasoning.evaluation import READING
from treatyclock.derive.reasoning.facts import EndedBeforeEntry
from treatyclock.derive.reasoning.reasons import Key
from treatyclock.law.readings import Reading
from treatyclock.law.record import Record
from treatyclock.law.status import Status
from treatyclock.questions._rests_on import rests_on
from treatyclock.questions._without_effect import without_effect
from treatyclock.questions.chronologies import by_readings
from treatyclock.questions.dependencies import depends_on
from treatyclock.questions.inputs import TimeAsked
from treatyclock.questions.looked_up import LookedUp, neighbours, parts
from treatyclock.truth import Truth

_BEFORE_ENTRY = {Status.NEVER_PARTY, Status.NEGOTIATING, Status.SIGNATORY, Status.CONTRACTING}
_BESIDE = {Status.PROVISIONAL, Status.SUSPENDED, Status.EXCLUDED, Status.SURVIVING}
"""What goes on beside being a party or not: a reading may contest that alone."""


def in_force(
    found: Sequence[LookedUp],
    record: Record,
    time: TimeAsked,
    *,
    argued: Callable[[], Life],
    dated: Callable[[Reading], Life],
    texts: Callable[[], AskedTexts],
) -> Answer:
    """Answer whether the treaty was in force.

    Args:
        found: What was looked up, under the reading that is asked for and then under the others, which may contest it.
        record: The record that was asked.
        time: When; the answer holds for all of the time that is meant, or is unknown.
        argued: Gives the life that the argument is about.
        dated: Gives a life by a reading, whose dates are compared as dates.
        texts: Gives the texts that are asked.
    """
    at = time.at
    mine, *others = found
    subject, truth, status = mine.course.subject, mine.truth, mine.status

    def why() -> Why:
        life = argued()
        course = life.course(subject)
        steps = argument(course.worlds, _roots(course, status))
        idle = without_effect(life, subject, at, status, steps)
        return Why(derivation=steps, rests_on=rests_on(life, course, at, steps, mine.by_date), without_effect=idle)

    contests = (Contest(reading=each.life.reading, truth=each.truth, status=each.status) for each in others)
    contested_by = tuple(each for each in contests if each.truth != truth or each.status & _BESIDE != status & _BESIDE)

    def lives() -> Chronologies:
        readings = (mine.life.reading, *(each.reading for each in contested_by))
        return by_readings(record, readings, subject, dated)

    return Answer(
        truth=truth,
        status=status,
        at=at,
        by_date=mine.by_date,
        subject=subject,
        reading=mine.life.reading,
        known_as_of=mine.life.known_as_of,
        depends_on=depends_on(mine, mine.truths),
        contested_by=contested_by,
        parts=parts(mine),
        neighbours=neighbours(mine) if truth is Truth.NO else None,
        record=record,
        why=Deferred(why),
        lives=Deferred(lives),
        question=time.question,
        texts=Deferred(texts),
    )


def _roots(course: Course, status: Statuses) -> list[Key]:
    """Return the conclusions that bear on an answer: what begins, and unless that lies ahead what ends."""
    histories = [world.result for world in course.worlds]
    if any(APART in each.findings.reasons for each in histories):
        return [READING, APART]
    periods = [period for each in histories for period in each.memberships]
    never = [key for each in histories for key, _ in each.findings.facts_of(EndedBeforeEntry)]
    roots = [READING, *(key for period in periods for key in (period.entry.begins_key, period.entry.key)), ENTERED]
    if status <= _BEFORE_ENTRY:
        return [*roots, *(edge.key for each in histories for edge in each.edges if edge.status in status), *never]
    roots += [key for each in histories for key in each.findings.told]
    roots += [key for each in histories for overlay in each.overlays for key in overlay.because]
    roots += [key for period in periods if period.end is not None for key in period.end.keys]
    if any(period.end is None for period in periods):
        roots.append(END)
    return [*roots, *never]

"""Was it in force, and what was the standing of a party: the look-up in a life."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import timedelta

from treatyclock.answers.answer import Answer, Contest, Dependency, Why
from treatyclock.civil.moments.moment import Moment
from treatyclock.deferred import Deferred
from treatyclock.derive.argument import argument
from treatyclock.derive.entry import ENTERED
from treatyclock.derive.evaluation import READING
from treatyclock.derive.facts import EndedBeforeEntry
from treatyclock.derive.for_all import END
from treatyclock.derive.history import Edge, History, Statuses
from treatyclock.derive.life import Course, Life
from treatyclock.derive.perhaps import NOT_ON_RECORD
from treatyclock.derive.reasons import Derived, Given, Key, Stated, supporting
from treatyclock.derive.timing import Span
from treatyclock.derive.worlds import deciding
from treatyclock.instants import timedelta_microseconds
from treatyclock.intervals import Interval
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.consent import SUCCESSION
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.law.clauses.term import Term
from treatyclock.law.record import Record
from treatyclock.law.status import Status
from treatyclock.questions._rests_on import rests_on
from treatyclock.questions._without_effect import without_effect
from treatyclock.questions.looked_up import Cut, LookedUp, neighbours, parts, truth_of_piece, union
from treatyclock.show.words import days as day_words
from treatyclock.truth import Truth

_BEFORE_ENTRY = {Status.NEVER_PARTY, Status.NEGOTIATING, Status.SIGNATORY, Status.CONTRACTING}
_BESIDE = {Status.PROVISIONAL, Status.SUSPENDED, Status.EXCLUDED, Status.SURVIVING}
"""What goes on beside being a party or not: a reading may contest that alone."""

_MIDNIGHTS = timedelta_microseconds(timedelta(hours=50))
"""How far apart the midnights and hours of one date lie on all clocks on earth."""


def in_force(found: Sequence[LookedUp], record: Record, argued: Callable[[], Life], at: Moment) -> Answer:
    """Answer whether the treaty was in force.

    Args:
        found: What was looked up, under the reading that is asked for and then under the others, which may contest it.
        record: The record that was asked.
        argued: Gives the life that the argument is about.
        at: When; the answer holds for all of the time that is meant, or is unknown.
    """
    mine, *others = found
    subject, truth, status = mine.course.subject, mine.truth, mine.status

    def why() -> Why:
        life = argued()
        course = life.course(subject)
        steps = argument(course.worlds, _roots(course, status))
        idle = without_effect(life, subject, at, status, steps)
        return Why(derivation=steps, rests_on=rests_on(life, course, at, steps, mine.by_date), without_effect=idle)

    contests = (Contest(reading=each.life.reading, truth=each.truth, status=each.status) for each in others)
    return Answer(
        truth=truth,
        status=status,
        at=at,
        by_date=mine.by_date,
        subject=subject,
        reading=mine.life.reading,
        known_as_of=mine.life.known_as_of,
        depends_on=_depends_on(mine),
        contested_by=tuple(
            each for each in contests if each.truth != truth or each.status & _BESIDE != status & _BESIDE
        ),
        parts=parts(mine),
        neighbours=neighbours(mine) if truth is Truth.NO else None,
        record=record,
        why=Deferred(why),
    )


def _roots(course: Course, status: Statuses) -> list[Key]:
    """Return the conclusions that bear on an answer: what begins, and unless that lies ahead what ends."""
    histories = [world.result for world in course.worlds]
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


def _depends_on(looked: LookedUp) -> tuple[Dependency, ...]:
    course, cuts = looked.course, looked.cuts
    # By identity: to hash a history would go through all that it holds.
    by_world = {
        id(world.result): (truth, union([cut]))
        for world, truth, cut in zip(course.worlds, looked.truths, cuts, strict=True)
    }

    def comes_to(found: History) -> tuple[Truth, Statuses]:
        return by_world[id(found)]

    found = []
    for question in deciding(course.worlds, comes_to):
        outcomes, statuses = [], []
        for answer in question.alternatives:
            under = [comes_to(w.result) for w in course.worlds if w.answers.get(question.key) == answer]
            outcomes.append((answer, Truth.agreed(truth for truth, _ in under)))
            statuses.append(frozenset().union(*(each for _, each in under)))
        kind = "convention" if question.convention else "record" if question.lacking else "fact"
        found.append(
            Dependency(
                kind=kind,
                key=question.key,
                text=question.text,
                outcomes=tuple(outcomes),
                statuses=tuple(statuses),
                decides_truth=len({truth for _, truth in outcomes}) > 1,
            )
        )
    for world, cut in zip(course.worlds, cuts, strict=True):
        found.extend([_nothing_known(looked.life)] if world.result.nothing_known else _vague(world.result, cut))
    # What decides the truth in one world and the status alone in another is told once, as what decides the truth.
    found.sort(key=lambda each: not each.decides_truth)
    return tuple({(each.kind, each.text): each for each in reversed(found)}.values())[::-1]


def _nothing_known(life: Life) -> Dependency:
    known = [act.known or act.when() for act in life.record.acts]
    since = ""
    if known:
        first = min(known, key=lambda moment: (moment.days.first, moment.days.last))
        since = f"; the first act on record became known on {day_words(first.days)}"
    text = f"what was known by {life.known_as_of}? Nothing of this treaty{since}"
    return Dependency(kind="record", key="known_as_of", text=text)


def _vague(found: History, cut: Cut) -> Iterable[Dependency]:
    """Name the imprecise dates, or the imprecise question, that leave the truth or the status open in one world."""
    if len({statuses for _, statuses in cut}) > 1:
        truths = {truth_of_piece(statuses) for _, statuses in cut}
        decides = len(truths) > 1 and bool(truths & {Truth.YES, Truth.NO})
        text = "at which instant within the time asked about?"
        yield Dependency(kind="moment", key="at", text=text, decides_truth=decides)
    for piece, statuses in cut:
        for edge in found.changes:
            if len(statuses) > 1 and _overlaps(edge.at, piece):
                decides = truth_of_piece(statuses) is Truth.UNKNOWN and edge.status not in _BEFORE_ENTRY
                yield from (replace(each, decides_truth=decides) for each in _vague_dates(found, edge))


def _overlaps(span: Span, piece: Interval) -> bool:
    return (piece.end is None or span.earliest < piece.end) and (piece.start is None or piece.start < span.latest)


def _vague_dates(found: History, edge: Edge) -> Iterable[Dependency]:
    """Name the acts whose dates leave an edge open, or the edge itself where its clock is unknown."""
    reasons = supporting(found.findings.reasons, [edge.key])
    several = [
        Dependency(kind="date", key=str(reason.key), text=text)
        for reason in reasons
        if isinstance(reason, Given) and (text := _vagueness(reason.value))
    ]
    if any(isinstance(each, Derived) and each.rule in NOT_ON_RECORD for each in reasons):
        return  # whether such an act was done at all is a question of its own
    if not several and edge.at.earliest < edge.at.latest:
        some_days = edge.at.latest - edge.at.earliest > _MIDNIGHTS
        text = f"when exactly was the {edge.what}?" if some_days else (
            f"at which hour, and by whose midnight, was the {edge.what}?"
        )  # fmt: skip
        several = [Dependency(kind="date", key=str(edge.key), text=text)]
    yield from several


def _vagueness(stated: Stated) -> str:
    """Ask for the date that a statement leaves vague; nothing where it leaves none."""
    if isinstance(stated, Act):
        if stated.kind == SUCCESSION and stated.effective is None and stated.recorded is None:
            return f"from which day did {stated.id} take effect?"
        return "" if all(date.days.known for date in stated.dates) else f"when exactly was {stated.id}?"
    if isinstance(stated, EntryIntoForce) and stated.on is not None and not stated.on.days.known:
        return "which day is the fixed date of entry into force?"
    if isinstance(stated, EntryIntoForce) and stated.recorded is not None and not stated.recorded.days.known:
        return "which day of entry into force did the depositary record?"
    if isinstance(stated, Term) and any(isinstance(a, Moment) and not a.days.known for a in stated.anchors):
        return "from which day does the term run?"
    return ""

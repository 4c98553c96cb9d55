"""What an answer depends on: conventions, facts, dates, and the moment asked about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta

from treatyclock.answers.answer import Dependency
from treatyclock.civil.moments.moment import Moment
from treatyclock.derive.histories.history import Edge, History, Statuses
from treatyclock.derive.histories.life import Life
from treatyclock.derive.parties.perhaps import NOT_ON_RECORD
from treatyclock.derive.reasoning.reasons import Derived, Given, Stated, supporting
from treatyclock.derive.reasoning.timing import Span
from treatyclock.derive.reasoning.worlds import deciding
from treatyclock.instants import timedelta_microseconds
from treatyclock.intervals import Interval
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.consent import SUCCESSION
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.law.clauses.term import Term
from treatyclock.law.status import Status
from treatyclock.questions.looked_up import Cut, LookedUp, truth_of_piece, union
from treatyclock.show.words import days as day_words
from treatyclock.truth import Truth

_BEFORE_ENTRY = {Status.NEVER_PARTY, Status.NEGOTIATING, Status.SIGNATORY, Status.CONTRACTING}

_MIDNIGHTS = timedelta_microseconds(timedelta(hours=50))
"""How far apart the midnights and hours of one date lie on all clocks on earth."""


def depends_on(looked: LookedUp, truths: Sequence[Truth]) -> tuple[Dependency, ...]:
    """Return what would change an answer: the truth, or the status alone.

    Args:
        looked: What was looked up.
        truths: The answer in each world.
    """
    course, cuts = looked.course, looked.cuts
    # By identity: to hash a history would go through all that it holds.
    by_world = {
        id(world.result): (truth, union([cut])) for world, truth, cut in zip(course.worlds, truths, cuts, strict=True)
    }

    def comes_to(found: History) -> tuple[Truth, Statuses]:
        return by_world[id(found)]

    found = []
    for question in deciding(course.worlds, comes_to, _together):
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


def _together(several: Iterable[tuple[Truth, Statuses]]) -> tuple[Truth, Statuses]:
    truths, statuses = zip(*several, strict=True)
    return Truth.agreed(truths), frozenset[Status]().union(*statuses)


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

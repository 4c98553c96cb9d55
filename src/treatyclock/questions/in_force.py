"""Was it in force, and what was the standing of a party: the look-up in a life."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from treatyclock.civil.clocks.database import tzdata_version
from treatyclock.civil.clocks.zones import Zone, zone
from treatyclock.civil.days import Days
from treatyclock.civil.moments.moment import Moment
from treatyclock.derive.argument import Step, argument
from treatyclock.derive.case import Span
from treatyclock.derive.entry import DIFFERS
from treatyclock.derive.fate import Edge, Fate, Statuses
from treatyclock.derive.life import Course, Life, Subject
from treatyclock.derive.reasons import Derived, Given, Stated, supporting
from treatyclock.derive.worlds import deciding
from treatyclock.intervals import Interval
from treatyclock.law.acts import OTHER_DATES, Act
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.law.clauses.term import Term
from treatyclock.law.readings import MIDNIGHT
from treatyclock.law.status import Status
from treatyclock.questions.answer import Answer, Contest, Dependency, Ground
from treatyclock.show.words import days as day_words
from treatyclock.truth import Truth

_BEFORE_ENTRY = {Status.NEVER_PARTY, Status.NEGOTIATING, Status.SIGNATORY, Status.CONTRACTING}

Cut = tuple[tuple[Interval, Statuses], ...]
"""The pieces of a timeline inside the moment asked about."""


def in_force(life: Life, others: Iterable[Life], at: Moment, subject: Subject) -> Answer:
    """Answer whether the treaty was in force.

    Args:
        life: The life under the reading that is asked for.
        others: The lives under the other readings, which may contest it.
        at: When; the answer holds for every instant of its support, or is unknown.
        subject: For whom: a party, a pair of them, or None for the treaty generally.
    """
    course = life.course(subject)
    cuts = _cuts(course, at)
    truths = [_truth(cut) for cut in cuts]
    status = frozenset().union(*(value for cut in cuts for _, value in cut))
    steps = argument(course.worlds, _roots(course, status))
    overall = Truth.agreed(truths)
    contests = [_contest(other, subject, at) for other in others]
    return Answer(
        truth=overall,
        status=status,
        at=at,
        party=subject if isinstance(subject, str) else None,
        between=subject if isinstance(subject, tuple) else None,
        reading=life.reading,
        known_as_of=life.known_as_of,
        depends_on=_depends_on(course, cuts, truths),
        contested_by=tuple(
            each for each in contests if each.truth != overall or _beside(each.status) != _beside(status)
        ),
        rests_on=_rests_on(life, course, at, steps),
        derivation=steps,
        record=life.record,
    )


def _cuts(course: Course, at: Moment) -> list[Cut]:
    return [world.result.line.during(at.support) for world in course.worlds]


def _contest(life: Life, subject: Subject, at: Moment) -> Contest:
    cuts = _cuts(life.course(subject), at)
    status: Statuses = frozenset().union(*(value for cut in cuts for _, value in cut))
    return Contest(reading=life.reading, truth=Truth.agreed(map(_truth, cuts)), status=status)


def _beside(statuses: Statuses) -> Statuses:
    """Return what goes on beside being a party or not: a reading may contest that alone."""
    return statuses & {Status.PROVISIONAL, Status.SUSPENDED, Status.EXCLUDED, Status.SURVIVING}


def _piece_truth(statuses: Statuses) -> Truth:
    return Truth.agreed(Truth.of(status.in_force) for status in statuses)


def _truth(cut: Cut) -> Truth:
    return Truth.agreed(_piece_truth(statuses) for _, statuses in cut)


def _roots(course: Course, status: Statuses) -> list[str]:
    """Return the conclusions that bear on an answer: what begins, and unless that lies ahead what ends."""
    fates = [world.result for world in course.worlds]
    spells = [spell for fate in fates for spell in fate.spells]
    roots = ["reading", *(key for spell in spells for key in (spell.entry.begins_key, spell.entry.key)), "entry"]
    if status <= _BEFORE_ENTRY:
        roots += [edge.key for fate in fates for edge in fate.edges if edge.status in status]
        return [*roots, *_named(fates, "never")]
    roots += [
        reason.key
        for fate in fates
        for reason in fate.reasons.values()
        if isinstance(reason, Derived) and (reason.rule.name.startswith("rescinded") or reason.value is False)
    ]
    roots += [key for fate in fates for layer in fate.layers for key in layer.because]
    roots += [key for spell in spells if spell.end is not None for key in (f"{spell.end.key}:ends", spell.end.key)]
    if any(spell.end is None for spell in spells):
        roots.append("end")
    return [*roots, *_named(fates, "never")]


def _named(fates: Iterable[Fate], name: str) -> list[str]:
    return [key for fate in fates for key in fate.reasons if key == name or key.startswith(f"{name}:")]


def _depends_on(course: Course, cuts: Sequence[Cut], truths: Sequence[Truth]) -> tuple[Dependency, ...]:
    by_world = dict(zip((id(world.result) for world in course.worlds), truths, strict=True))

    def truth_of(fate: Fate) -> Truth:
        return by_world[id(fate)]

    found = []
    for question in deciding(course.worlds, truth_of):
        results = [
            (answer, Truth.agreed(truth_of(w.result) for w in course.worlds if w.answers.get(question.key) == answer))
            for answer in question.alternatives
        ]
        kind = "convention" if question.convention else "fact"
        found.append(Dependency(kind=kind, key=question.key, text=question.text, outcomes=tuple(results)))
    for world, cut, truth in zip(course.worlds, cuts, truths, strict=True):
        if truth is Truth.UNKNOWN:
            found.extend(_vague(world.result, cut))
    return tuple(dict.fromkeys(found))


def _vague(fate: Fate, cut: Cut) -> Iterable[Dependency]:
    """Name the imprecise dates, or the imprecise question, that leave one world undecided."""
    pieces = [(piece, _piece_truth(statuses)) for piece, statuses in cut]
    if {Truth.YES, Truth.NO} & {truth for _, truth in pieces} and len({truth for _, truth in pieces}) > 1:
        yield Dependency(kind="moment", key="at", text="which instant is meant by the moment asked about?")
    for piece, truth in pieces:
        for edge in fate.changes:
            if truth is Truth.UNKNOWN and edge.status not in _BEFORE_ENTRY and _overlaps(edge.at, piece):
                yield from _vague_dates(fate, edge)


def _overlaps(span: Span, piece: Interval) -> bool:
    early, late = span
    return (piece.end is None or early < piece.end) and (piece.start is None or piece.start < late)


def _vague_dates(fate: Fate, edge: Edge) -> Iterable[Dependency]:
    """Name the acts whose dates leave an edge open, or the edge itself where its clock is unknown."""
    found = [
        Dependency(kind="date", key=reason.key, text=text)
        for reason in supporting(fate.reasons, [edge.key])
        if isinstance(reason, Given) and (text := _vagueness(reason.value))
    ]
    if not found and edge.at[0] < edge.at[1]:
        text = f"at which hour, and by whose midnight, was the {edge.what}?"
        found = [Dependency(kind="date", key=edge.key, text=text)]
    yield from found


def _vagueness(stated: Stated) -> str:
    """Ask for the date that a statement leaves vague; nothing where it leaves none."""
    if isinstance(stated, Act):
        others = (getattr(stated, name) for name in OTHER_DATES if name != "known")
        dates = [stated.dated, *(date for date in others if date is not None)]
        return "" if all(date.days.known for date in dates) else f"when exactly was {stated.id}?"
    if isinstance(stated, EntryIntoForce) and stated.on is not None and not stated.on.days.known:
        return "which day is the fixed date of entry into force?"
    if isinstance(stated, Term) and any(isinstance(a, Moment) and not a.days.known for a in stated.anchors):
        return "from which day does the term run?"
    return ""


def _rests_on(life: Life, course: Course, at: Moment, steps: Sequence[Step]) -> tuple[Ground, ...]:
    acts = [
        variant.value.value
        for step in steps
        for variant in step.variants
        if step.key.startswith("act:") and isinstance(variant.value.value, Act)
    ]
    midnights = [zone(name) for name in _midnights(life)]
    clocks: dict[Zone, Interval] = {}
    for clock in [*at.zones, *midnights]:
        clocks.setdefault(clock, at.span)
    for act in acts:
        for clock in act.when().zones:
            clocks.setdefault(clock, act.when().span)
    grounds = [_zone_ground(clock) for clock in clocks]
    if not at.zones or not midnights:
        text = (
            f"the farthest clocks from UTC on record, of tzdata package {tzdata_version()}, bound a day without a zone"
        )
        grounds.append(Ground(kind="zone", text=text, source="tzdata package", version=tzdata_version()))
    notes = [*at.notes, *(f"{act.id}: {remark}" for act in acts for remark in act.when().remarks)]
    notes += [*(note for clock, span in clocks.items() for note in clock.notes(span))]
    grounds += [Ground(kind="clock", text=note) for note in dict.fromkeys(notes)]
    grounds += [
        Ground(
            kind="record", name=act.id, text=f"the date of {act.id} is uncertain" + (f": {act.note}" * bool(act.note))
        )
        for act in dict.fromkeys(acts)
        if not act.certain
    ]
    grounds += [Ground(kind="record", text=text) for text in dict.fromkeys(_differences(course, steps))]
    grounds += _of_depositary(life)
    if life.known_as_of is not None:
        text = f"only what was known on {life.known_as_of} is used; no later act is assumed"
        grounds.append(Ground(kind="knowledge", text=text))
    return tuple(grounds)


def _of_depositary(life: Life) -> Iterable[Ground]:
    """Say what is assumed of who keeps the treaty: that its seat's midnight begins the day no source says."""
    depositary = life.record.depositary
    if depositary is None:
        return
    profile, its_midnight = depositary.profile, _midnights(life) == (depositary.clock,)
    if profile is not None:
        where = profile.source("midnight") if its_midnight and profile.clock == depositary.clock else ""
        for text in dict.fromkeys(text for text in (profile.note, where) if text):
            yield Ground(kind="depositary", name=profile.id, text=f"{profile.title}: {text}")
    if its_midnight and (profile is None or profile.clock != depositary.clock):
        text = f"{depositary.name}: that the day begins at the midnight of its seat is an assumption"
        yield Ground(kind="depositary", name=depositary.name, text=text)


def _differences(course: Course, steps: Sequence[Step]) -> Iterable[str]:
    """Say where a date that the depositary recorded is not the one that the count gives."""
    told = {step.key for step in steps}
    for world in course.worlds:
        for reason in world.result.reasons.values():
            if isinstance(reason, Derived) and reason.rule is DIFFERS and reason.key in told:
                counted = world.result.reasons[reason.because[0]]
                if isinstance(counted, Derived) and isinstance(counted.value, Days) and isinstance(reason.value, Days):
                    yield (
                        f"the depositary recorded {day_words(reason.value)}, where the count gives "
                        f"{day_words(counted.value)}: the record goes before it"
                    )


def _midnights(life: Life) -> tuple[str, ...]:
    chosen = dict(life.reading.choose).get(MIDNIGHT.key)
    return (chosen,) if chosen is not None else life.record.midnights()


def _zone_ground(clock: Zone) -> Ground:
    basis = clock.basis
    return Ground(
        kind="zone",
        name=clock.key,
        text=f"{clock.key}: {basis}" + (f" ({basis.citation})" if basis.citation else ""),
        source=basis.source,
        version=basis.version,
        link_to=basis.link_to,
    )

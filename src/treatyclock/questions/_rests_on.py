"""What an answer rests on besides its argument: zone data, doubtful dates, assumptions, what was recorded otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from treatyclock.answers.answer import Ground
from treatyclock.civil.clocks.database import tzdata_version
from treatyclock.civil.clocks.zones import Zone, zone
from treatyclock.civil.moments.moment import Moment
from treatyclock.derive.histories.life import Course, Life
from treatyclock.derive.reasoning.argument import Step
from treatyclock.derive.reasoning.facts import Recorded
from treatyclock.derive.reasoning.reasons import Given
from treatyclock.intervals import Interval
from treatyclock.law.acts.act import Act
from treatyclock.show.words import days as day_words


def rests_on(life: Life, course: Course, at: Moment, steps: Sequence[Step], by_date: bool) -> tuple[Ground, ...]:
    """Return what an answer rests on.

    Args:
        life: The life that was asked.
        course: The course of whom it was asked about.
        at: The moment asked about.
        steps: The argument.
        by_date: Whether the moment is a day that is compared as a date.
    """
    acts = [
        variant.value.value
        for step in steps
        for variant in step.variants
        if isinstance(variant.value, Given) and isinstance(variant.value.value, Act)
    ]
    midnights = [zone(name) for name in life.record.midnights_by(life.reading)]
    clocks: dict[Zone, Interval] = {}
    for clock in [*at.zones, *midnights]:
        clocks.setdefault(clock, at.span)
    for act in acts:
        for clock in act.when().zones:
            clocks.setdefault(clock, act.when().span)
    grounds = [_zone_ground(clock) for clock in clocks]
    # A day compared as a date meets dates alone, unless something was done at an hour.
    beside_hours = not by_date or any(act.when().wall is not None for act in acts)
    days_of_the_treaty = not midnights and beside_hours
    if days_of_the_treaty or not (at.zones or by_date):
        whose = " of the treaty" if days_of_the_treaty else ""
        text = (
            f"a day{whose} without a zone: bounded by the clocks farthest from UTC in tzdata package {tzdata_version()}"
        )
        grounds.append(Ground(kind="zone", text=text, source="tzdata package", version=tzdata_version()))
    notes = [
        *(at.remarks if by_date else at.notes),
        *(f"{act.id}: {remark}" for act in acts for remark in act.when().remarks),
    ]
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
    """Say what is assumed of the depositary: no source says that its seat's midnight begins the day."""
    depositary = life.record.depositary
    if depositary is None:
        return
    profile, clocks = depositary.profile, depositary.clocks
    its_midnight = bool(clocks) and life.record.midnights_by(life.reading) == clocks
    if profile is not None:
        where = profile.clock_source if its_midnight and profile.clock == depositary.clock else ""
        where = f"the midnight of {profile.clock} begins the day ({where})" if where else ""
        for text in dict.fromkeys(text for text in (profile.note, where) if text):
            yield Ground(kind="depositary", name=profile.id, text=f"{profile.title}: {text}")
    if its_midnight and (profile is None or profile.clock != depositary.clock):
        seat = "a seat" if len(clocks) > 1 else "its seat"
        text = f"{depositary.name}: it is an assumption that the day begins at the midnight of {seat}"
        yield Ground(kind="depositary", name=depositary.name, text=text)


def _differences(course: Course, steps: Sequence[Step]) -> Iterable[str]:
    """Say where the depositary recorded another date than the count gives."""
    told = {step.key for step in steps}
    for world in course.worlds:
        for key, fact in world.result.findings.facts_of(Recorded):
            if key in told and not fact.agrees:
                last = f", so that the last day in force is {day_words(fact.recorded)}" * (fact.said != fact.recorded)
                prevails = "the treaty itself entered into force later" if fact.too_early else "the record prevails"
                who = "its source has its end as recorded for" if fact.of_end else "the depositary recorded"
                yield (f"{who} {day_words(fact.said)}{last}, and the count gives {day_words(fact.counted)}: {prevails}")


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

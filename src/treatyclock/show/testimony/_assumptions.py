"""Assumptions in words: what one says and on whose word, and what becomes of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from treatyclock.civil.clocks.offsets import offset_text
from treatyclock.testimony.case import Case
from treatyclock.testimony.changes import Change
from treatyclock.testimony.claims.base import ANY_WAY, Claim
from treatyclock.testimony.claims.hours_and_dates import ClockReading
from treatyclock.testimony.findings import OpenChoice
from treatyclock.testimony.model import Assumption, Model
from treatyclock.testimony.repairs import Repair
from treatyclock.testimony.variants import AtOtherOffset, KeepsOffset, OnOtherClock, Stands


def offset_of(microseconds: int) -> str:
    """Write an offset from UTC.

    Example:
        >>> offset_of(9 * 3_600_000_000)
        '+09:00'
    """
    return offset_text(timedelta(microseconds=microseconds))


def assumption_text(case: Case, assumption: Assumption, variant: int | None = None) -> str:
    """Say what an assumption says, and on whose word.

    Args:
        case: The case.
        assumption: The assumption.
        variant: The place of the variant in which it says so; None for all that the source leaves open.
    """
    if isinstance(assumption.about, Claim):
        taken = None if variant is None else assumption.variants[variant]
        read = taken.read if isinstance(taken, Stands | OnOtherClock) else ANY_WAY
        return f"{assumption.about.sentence(case, read)} [{', '.join(assumption.about.sources)}]"
    clock, stood = case.clock(assumption.about.clock), assumption.variants[variant or 0]
    # Other offsets are no zone's: the first zone is what they differ from.
    zone = stood.zone if isinstance(stood, KeepsOffset) else clock.zones[0]
    offset = stood.offset if isinstance(stood, KeepsOffset | AtOtherOffset) else assumption.about.period.offset
    basis = "by definition" if clock.defined else ", ".join([f"{zone.key}, {zone.basis}", *clock.sources])
    return f"{case.clock_name(clock.id)} stood at {offset_of(offset)} [{basis}]"


def choices_text(case: Case, model: Model, choices: Iterable[OpenChoice]) -> str:
    """Say how each thing is settled that the sources leave open, and what becomes of what is given up."""
    pairs = ((model.assumptions[each.assumption], each.variant) for each in choices)
    return " and ".join(_choice_text(case, assumption, variant) for assumption, variant in pairs)


def _choice_text(case: Case, assumption: Assumption, variant: int) -> str:
    if variant < assumption.base == 1:
        return f"{assumption.id} stands"
    match assumption.variants[variant]:
        case KeepsOffset(offset=offset):
            return f"{assumption.id} is {offset_of(offset)}"
        case Stands(read=read) if isinstance(assumption.about, Claim):
            ways = [each.read for each in assumption.variants if isinstance(each, Stands)]
            return f"{assumption.id} is {assumption.about.way_text(case, read, ways)}"
        case _:
            return _variant_text(case, assumption, variant)


def change_text(case: Case, model: Model, change: Change) -> str:
    """Say what a change gives up."""
    assumption = model.assumptions[change.assumption]
    if change.fell_with:
        premises = " and ".join(model.assumptions[each].id for each in change.fell_with)
        return f"{assumption.id} falls with {premises}, from which it was computed"
    return _variant_text(case, assumption, change.variant)


def _variant_text(case: Case, assumption: Assumption, variant: int) -> str:
    match assumption.variants[variant]:
        case OnOtherClock(clock=clock, read=read) if isinstance(assumption.about, Claim):
            was = " or ".join(case.clock_name(each) for each in clocks_read(assumption))
            text = f"{assumption.id} was read on the clock of {case.clock_name(clock)}, not of {was}"
            # Another period of that clock, or another date of a set, is another repair.
            ways = [each.read for each in assumption.variants if isinstance(each, OnOtherClock) and each.clock == clock]
            return text if len(ways) == 1 else f"{text}, {assumption.about.way_text(case, read, ways)}"
        case AtOtherOffset(offset=offset):
            return f"{assumption.id} stood at {offset_of(offset)}, not at {offset_of(offset_kept(assumption))}"
        case _:
            return f"{assumption.id} is given up"


def clocks_read(assumption: Assumption) -> tuple[str, ...]:
    """Return the clocks that a claim names to be read on."""
    return assumption.about.clocks if isinstance(assumption.about, ClockReading) else ()


def offset_kept(assumption: Assumption) -> int:
    """Return the offset that the data of a clock give, in microseconds; 0 for a claim."""
    first = assumption.variants[0]
    return first.offset if isinstance(first, KeepsOffset) else 0


def repair_text(case: Case, model: Model, repair: Repair) -> str:
    """Say what a repair gives up, with what each change costs."""
    if not repair.changes:
        return "nothing has to be given up"
    return "; ".join(f"{change_text(case, model, each)} ({each.cost})" for each in repair.changes)

"""What was known on a day: the record without what became known later, and without assuming that anything follows."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from oracle.days import civil_date
from oracle.many import treaty as many
from oracle.many.entry import Entry
from oracle.many.worlds import explored
from oracle.two import treaty as two


def of_many(spec: many.Spec, day: date) -> many.Spec:
    """The treaty as its record stood at the end of a day.

    A day of entry that the depositary recorded presupposes the instruments by which it came, and is not known before the
    last of them; where the record does not have them all, it is not known before the day itself.
    """
    acts = tuple(act for act in spec.acts if known_from(act) <= day)
    recorded = spec.recorded if spec.recorded and recorded_from(spec) <= day else None
    return replace(spec, acts=acts, recorded=recorded)


def known_from(act: many.Act) -> date:
    """The day from which an act was known: its own date, unless it was kept secret."""
    return act.known or act.day("dated")


def recorded_from(spec: many.Spec) -> date:
    """The day from which the recorded day of entry can have been known."""
    assert spec.recorded is not None
    met = {entry.met for entry in explored(spec, lambda world: Entry(spec, world))}
    first = min((day for day in met if day), default=None)
    return first if first and first <= spec.recorded else spec.recorded


def of_two(spec: two.Spec, day: date) -> two.Spec:
    """The treaty as its record stood at the end of a day."""
    return replace(
        spec,
        signatures=_by(spec.signatures, day),
        ratifications=_by(spec.ratifications, day),
        exchange=spec.exchange if spec.exchange and spec.exchange <= day else None,
        event=spec.event if spec.event and civil_date(spec.event) <= day else None,
        extensions=tuple(each for each in spec.extensions if each.when <= day),
        terminations=tuple(each for each in spec.terminations if civil_date(each.when) <= day),
        notices=tuple(each for each in spec.notices if civil_date(each.when) <= day),
        rescissions=tuple(each for each in spec.rescissions if civil_date(each.when) <= day),
        answers=tuple(each for each in spec.answers if civil_date(each.when) <= day),
    )


def _by(days: Mapping[str, date], day: date) -> Mapping[str, date]:
    return {party: done for party, done in days.items() if done <= day}

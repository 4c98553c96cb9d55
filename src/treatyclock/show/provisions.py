"""Provisions that move no date, told beside an argument that rests on what they are about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from treatyclock.civil.moments.moment import Moment
from treatyclock.derive.reasoning.argument import Step
from treatyclock.derive.reasoning.reasons import Given
from treatyclock.law.acts.act import Act
from treatyclock.law.clauses.base import Clause
from treatyclock.law.clauses.provision import About, Provision
from treatyclock.law.record import Record


def provisions_beside(steps: Sequence[Step], record: Record, known_as_of: Moment | None) -> tuple[Provision, ...]:
    """Return the provisions on the clauses and acts that an argument names, in the order of the file.

    Args:
        steps: The argument.
        record: The record.
        known_as_of: By what was known then; None for everything.
    """
    matters = set(_matters(steps))
    return tuple(
        each
        for each in record.several(Provision)
        if each.about in matters and not _came_later(each, known_as_of)
    )  # fmt: skip


def where_it_stands(provision: Provision, record: Record) -> str:
    """Return the article of a provision, or else the titles of its sources."""
    titles = {source.id: source.title for source in record.sources}
    return provision.basis.ref or ", ".join(titles[id] for id in provision.basis.sources if id in titles)


def _matters(steps: Sequence[Step]) -> Iterator[About]:
    for step in steps:
        for variant in step.variants:
            if not isinstance(variant.value, Given):
                continue
            value = variant.value.value
            if isinstance(value, Clause):
                yield from (each for each in About if each.value == value.TABLE.replace("_", " "))
            elif isinstance(value, Act):
                if value.kind.is_notice:
                    yield About.DENUNCIATION
                if value.kind.suspends:
                    yield About.SUSPENSION
                if value.kind.joins:
                    yield About.JOINING


def _came_later(provision: Provision, known_as_of: Moment | None) -> bool:
    known = provision.basis.known
    return known is not None and known_as_of is not None and known_as_of.days.last < known.days.first

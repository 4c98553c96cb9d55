"""Several lives, and a treaty at a glance, as text and as data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from treatyclock.answers.chronology import Chronologies
from treatyclock.answers.overview import Overview
from treatyclock.errors import plain
from treatyclock.printing import DATA, TEXT, Printer
from treatyclock.show.printers.text import filled

_FEW = 8


def _chronologies(lives: Chronologies) -> str:
    return "\n".join(_blocks(lives))


def _blocks(lives: Chronologies) -> Iterator[str]:
    """Yield the names of those that are alike, and below them their stages."""
    for alike in lives.alike():
        yield filled("; ".join(plain(each.id or each.name) for each in alike), "  ")
        yield from (f"    {line}" for line in str(alike[0].chronology).splitlines())


def _overview(found: Overview) -> str:
    record = found.record
    parties = [plain(each.name) for each in record.parties]
    several = len(found.by_party.alike()) > 1
    known = ", ".join(parties[:_FEW]) + (f" and {len(parties) - _FEW} more" if len(parties) > _FEW else "")
    lines = [f"{plain(record.title)} ({record.id})", "", filled(f"{'parties':<20}{known}", " " * 20), str(found.dates)]
    if record.readings:
        readings = ", ".join(each.id for each in record.readings)
        lines.append(filled(f"{'readings':<20}{readings}", " " * 20))
    if record.parts:
        parts = ", ".join(each.id for each in record.parts)
        lines.append(filled(f"{'parts':<20}{parts}: .chronologies('part')", " " * 20))
    if several:
        lines.append(f"{'party by party':<20}{len(found.by_party.alike())} different lives: .chronologies()")
    return "\n".join(lines)


def _chronologies_data(lives: Chronologies) -> dict[str, Any]:
    each = [{"id": one.id or None, "name": one.name, **one.chronology.to_dict()} for one in lives]
    return {"title": lives.title, "by": lives.by, "chronologies": each}


def _overview_data(found: Overview) -> dict[str, Any]:
    return {
        "treaty": found.record.id,
        "title": found.record.title,
        "parties": [{"id": each.id, "name": each.name} for each in found.record.parties],
        "dates": found.dates.to_dict(),
        "by_party": found.by_party.to_dict(),
        "by_reading": found.by_reading.to_dict(),
        "by_part": None if found.by_part is None else found.by_part.to_dict(),
    }


CHRONOLOGIES = Printer(of=Chronologies, format=TEXT, write=_chronologies)
CHRONOLOGIES_DATA = Printer(of=Chronologies, format=DATA, write=_chronologies_data)
OVERVIEW = Printer(of=Overview, format=TEXT, write=_overview)
OVERVIEW_DATA = Printer(of=Overview, format=DATA, write=_overview_data)

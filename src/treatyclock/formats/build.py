"""From a document to a record: what the grammar cannot see, names that nobody declared among it.

The builders go through the whole document and note every fault.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import Any

from treatyclock.civil.moments import moment
from treatyclock.formats.acts import acts
from treatyclock.formats.clauses import Clauses, clauses, hang_together
from treatyclock.formats.kinds import Found
from treatyclock.formats.part import Part, Shared, TooManyFaultsError
from treatyclock.law.acts import Act, Party, Source
from treatyclock.law.clauses import Anchor
from treatyclock.law.readings import MIDNIGHT, TERM_FROM, TEXT, Reading
from treatyclock.law.record import Counting, Record


def build(document: Mapping[str, Any], file: str, refused: Sequence[Found]) -> tuple[Record | None, list[Found]]:
    """Make a record of a document, and note every fault of meaning; no record of one with far too many.

    Args:
        document: What the file holds.
        file: What to call it.
        refused: What the grammar has refused; a record of a document with any is not to be used.
    """
    names = {key: value if isinstance(value := document.get(key), Mapping) else {} for key in ("parties", "sources")}
    shared = Shared.of(refused, names["parties"], names["sources"])
    try:
        return _build(Part(table=document, path=(), shared=shared), names["sources"], file), shared.found
    except TooManyFaultsError:
        return None, shared.found


def _build(part: Part, sources: Mapping[str, Any], file: str) -> Record:
    own = clauses(part)
    hang_together(part, own, own.term)
    done = acts(part)
    return Record(
        id=part.text("id"),
        title=part.text("title"),
        parties=_parties(part),
        sources=tuple(Source(id=id, title=str(title)) for id, title in sources.items()),
        entry=own.entry,
        term=own.term,
        renewal=own.renewal,
        denunciation=own.denunciation,
        counting=_counting(part.sub("counting")),
        acts=done,
        readings=_readings(part, own, done),
        note=part.text("note"),
        file=file,
    )


def _parties(part: Part) -> tuple[Party, ...]:
    table = part.sub("parties")
    found = []
    for code, entry in table.table.items() if table is not None else ():
        inner = table.sub(code) if table is not None else None
        if inner is None:
            found.append(Party(id=code, name=str(entry)))
        else:
            clock = inner.zones("clock")
            found.append(Party(id=code, name=inner.text("name"), clock=clock[0] if clock else None))
    return tuple(found)


def _counting(part: Part | None) -> Counting:
    if part is None:
        return Counting()
    month_end = part.text("month_end") or None
    return Counting(midnight=part.zones("midnight"), month_end=month_end, basis=part.basis())


def _readings(part: Part, own: Clauses, done: Sequence[Act]) -> tuple[Reading, ...]:
    found: list[Reading] = []
    # Acts that could not be made are known by name, so that one mistake is told once.
    ids = {act.id for act in done} | {each.text("id") for each in part.items("act") if each.text("id")}
    closed = ids - {act.id for act in done if not act.kind.needs_reading}
    for each in part.items("reading"):
        reading = _reading(each, own, part, ids, closed)
        for both in set(reading.admits) & set(reading.rejects):
            each.fault("rejects", "is admitted too", "leave it out of one of the two", value=both)
        if reading.id == TEXT.id or any(other.id == reading.id for other in found):
            hint = "give each reading an id of its own; `text` is the treaty's own words"
            each.fault("id", "names two readings", hint)
        found.append(reading)
    return tuple(found)


def _reading(part: Part, own: Clauses, whole: Part, ids: Set[str], closed: Set[str]) -> Reading:
    theirs = clauses(part)
    if not whole.has("term") or own.term is not None:
        hang_together(part, theirs, theirs.term or own.term)
    return Reading(
        id=part.text("id"),
        title=part.text("title"),
        holder=part.text("holder"),
        sources=part.cited(),
        choose=_choices(part.sub("choose")),
        entry=theirs.entry,
        term=theirs.term,
        renewal=theirs.renewal,
        denunciation=theirs.denunciation,
        admits=part.names("admits", closed, "no act of war, repudiation or extinction in this file"),
        rejects=part.names("rejects", ids, "no act in this file"),
        note=part.text("note"),
    )


def _choices(part: Part | None) -> tuple[tuple[str, str], ...]:
    if part is None:
        return ()
    part.zones(MIDNIGHT.key)
    if part.get(TERM_FROM.key) not in {anchor.value for anchor in Anchor}:
        part.made(TERM_FROM.key, moment)
    return tuple(sorted((key, str(part.get(key))) for key in part.table if part.get(key) is not None))

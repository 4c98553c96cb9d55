"""The parts of a treaty that a document declares, made into values and written again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from treatyclock.formats.treaties._as_written import (
    Tables,
    basis_of,
    clause_tables_of,
    fields_of,
    one_or_list,
)
from treatyclock.formats.treaties._clauses import clauses, fields_read, hang_together
from treatyclock.formats.treaties._reader import TreatyReader
from treatyclock.law.clauses.exit import Denunciation
from treatyclock.law.clauses.term import Term
from treatyclock.law.parts import TreatyPart


def part_ids(document: Mapping[str, Any]) -> Iterator[str]:
    """Yield the ids of a document's parts, even of parts that have faults."""
    listed = document.get("part")
    for table in listed if isinstance(listed, list) else []:
        if isinstance(table, Mapping) and isinstance(table.get("id"), str):
            yield table["id"]


def parts(whole: TreatyReader) -> tuple[TreatyPart, ...]:
    """Return the parts of a treaty."""
    found: list[TreatyPart] = []
    for each in whole.items("part"):
        part = _part(each, whole)
        if any(other.id == part.id for other in found):
            each.fault("id", "is the id of another part", "give each part an id of its own")
        for key, problem, hint in part.problems(whole.declared.parties):
            each.fault(key, problem, hint)
        found.append(part)
    return tuple(found)


def _part(table: TreatyReader, whole: TreatyReader) -> TreatyPart:
    own = clauses(table)
    # A notice about the part may be for the end of the treaty's term; what renews a term renews the part's own.
    at_its_end = tuple(clause for clause in own if not isinstance(clause, Denunciation))
    hang_together(table, at_its_end if whole.has(Term.TABLE) else own, has_term=table.has(Term.TABLE))
    for path, name in table.several("without"):
        if any(name == clause.TABLE for clause in own):
            table.fault(
                "", "is taken away and also given by this part", "leave out one of the two", at=path, value=name
            )
        elif not whole.has(name):
            table.fault(
                "", "is not a clause of this treaty", "leave it out: there is nothing to take away", at=path, value=name
            )
    return TreatyPart(
        id=table.text("id"),
        **(fields_read(table, TreatyPart) or {}),
        without=tuple(name for _, name in table.several("without")),
        clauses=own,
        note=table.text("note"),
        basis=table.basis(),
    )


def part_table(part: TreatyPart) -> Tables:
    """Return the table of a part."""
    found = {
        "id": part.id,
        **fields_of(part),
        **clause_tables_of(part.clauses),
        "without": one_or_list(part.without) if part.without else "",
        "note": part.note,
        **basis_of(part.basis),
    }
    return {key: value for key, value in found.items() if value not in ("", None, {}, [])}

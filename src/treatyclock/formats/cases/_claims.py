"""Claims of a case file: each kind reads itself from its keys, and what is written wrongly is noted as a fault."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from treatyclock.formats.cases.grammar import KINDS, uses
from treatyclock.formats.documents.reader import TableReader
from treatyclock.testimony.case import CaseSource
from treatyclock.testimony.claims.base import Claim, Confidence
from treatyclock.testimony.vague import PhraseTable, VaguePhrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """What a case file declares, and its claims may name.

    Attributes:
        clocks: The names of the clocks.
        events: The names of the events.
        claims: The names of the claims, in order; empty where a claim has none.
        sources: The sources.
        phrases: The vague phrases to which the case gives bounds of its own.
    """

    clocks: frozenset[str]
    events: frozenset[str]
    claims: tuple[str, ...]
    sources: tuple[CaseSource, ...]
    phrases: tuple[VaguePhrase, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimReader(TableReader):
    """The table of a claim, as the claim's kind reads it.

    Attributes:
        declared: What the case declares.
    """

    declared: Declared

    @property
    def phrases(self) -> PhraseTable:
        """The vague phrases to which the case gives bounds of its own."""
        return {each.text.casefold(): each for each in self.declared.phrases}

    def event(self, key: str = "event") -> str:
        """Return the name of an event; empty where the case has no such event."""
        return (*self.names(key, self.declared.events, "not an event of [events]"), "")[0]

    def two_events(self, key: str) -> tuple[str, str] | None:
        """Return the event, and another one under a key; None where one is missing or both are the same."""
        event, other = self.event(), self.event(key)
        if event and event == other:
            self.fault(key, "is the event itself", "name another event")
            return None
        return (event, other) if event and other else None

    def clocks(self, key: str = "clock") -> tuple[str, ...]:
        """Return the names of clocks that the case has."""
        return self.names(key, self.declared.clocks, "not a clock of [clocks]")

    def shared(self, phrase: VaguePhrase | None = None) -> dict[str, Any]:
        """Return the fields that every claim has."""
        id, sources, ranks = self.text("id"), self.cited(), list(Confidence)
        told = [each.confidence for each in self.declared.sources if each.id in sources]
        # Two sources vouch for a claim as well as the better of them does.
        best = max(told, key=ranks.index, default=Confidence.FAIR)
        others = {each for each in self.declared.claims if each} - {id}
        return {
            "id": id,
            "sources": sources,
            "confidence": self.made("confidence", Confidence) or best,
            "computed_from": self.names("computed_from", others, "not another claim of this case"),
            "phrase": phrase,
            "note": self.text("note"),
        }


def read_claim(part: TableReader, declared: Declared) -> Claim | None:
    """Read a claim; None if its faults leave nothing to read."""
    id = part.text("id")
    if declared.claims.count(id) > 1 and id:
        part.fault("id", "is the id of two claims", "give each claim an id of its own")
    if id in declared.clocks:
        part.fault(
            "id", "is the id of a clock too", "give the claim an id of its own: conflicts name claims and clocks alike"
        )
    name = next((key for key in KINDS if part.has(key)), None)
    if name is None:
        return None
    kind = KINDS[name]
    for key in part.table:
        if key not in uses(kind) and key not in KINDS and not part.is_broken(key):
            part.fault(key, f"has no meaning in a claim with `{name}`", "leave it out, or make it a claim of its own")
    needs = [key.name for key in kind.needs]
    for key in needs:
        if not part.has(key):
            part.fault(key, "is missing", f"add it: a claim with {name} needs {' and '.join(needs)}")
    reader = ClaimReader(table=part.table, path=part.path, log=part.log, sources=part.sources, declared=declared)
    return kind.read(reader)

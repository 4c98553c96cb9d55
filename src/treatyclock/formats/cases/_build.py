"""From a document to a case, with every fault that the grammar cannot see, such as a name that nobody declared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from treatyclock.civil.clocks.labels import label
from treatyclock.civil.clocks.offsets import parse_offset
from treatyclock.civil.clocks.zones import Zone, zone
from treatyclock.civil.days import Days
from treatyclock.errors import plain
from treatyclock.formats.cases._claims import Declared, read_claim
from treatyclock.formats.documents.flaws import Flaw, FlawLog, TooManyFlawsError
from treatyclock.formats.documents.reader import TableReader
from treatyclock.instants import DAY
from treatyclock.testimony.case import Case, CaseSource, Clock, Costs, Event, OtherOffset
from treatyclock.testimony.claims.base import Claim, Confidence
from treatyclock.testimony.vague import VaguePhrase, read_duration

_EPOCH = date(1970, 1, 1)


def build(document: Mapping[str, Any], file: str, refused: Sequence[Flaw]) -> tuple[Case | None, list[Flaw]]:
    """Make a case of a document, and note every fault of meaning."""
    names = document.get("sources")
    log, sources = FlawLog.of(refused), frozenset(names if isinstance(names, Mapping) else ())
    builder = _CaseBuilder(TableReader(table=document, path=(), log=log, sources=sources))
    try:
        return builder.case(file), log.found
    except TooManyFlawsError:
        return None, log.found


class _CaseBuilder:
    def __init__(self, part: TableReader) -> None:
        self.part = part
        phrases = tuple(self._phrases())
        self.declared = Declared(
            clocks=self._keys("clocks"),
            events=self._keys("events"),
            claims=tuple(each.text("id") for each in part.items("claim")),
            sources=tuple(self._sources()),
            phrases=phrases,
        )

    def _keys(self, key: str) -> frozenset[str]:
        table = self.part.table.get(key)
        return frozenset(table) if isinstance(table, Mapping) else frozenset()

    def case(self, file: str) -> Case:
        part = self.part
        events = part.sub("events")
        costs = part.sub("costs")
        claims = tuple(filter(None, (read_claim(each, self.declared) for each in part.items("claim"))))
        self._computed()
        made = Case(
            id=part.text("id"),
            title=part.text("title"),
            sources=self.declared.sources,
            clocks=tuple(filter(None, (self._clock(*each, claims) for each in self._entries("clocks")))),
            events=tuple(Event(id=id, title=events.text(id)) for id in events.table) if events else (),
            claims=claims,
            costs=Costs(**{key: costs.get(key) for key in costs.table if costs.get(key)}) if costs else Costs(),
            phrases=self.declared.phrases,
            note=part.text("note"),
            file=file,
        )
        self._undated(made)
        return made

    def _undated(self, case: Case) -> None:
        """Refuse claims about clocks that changed where nothing says which of their offsets is meant."""
        parts = {part.text("id"): part for part in self.part.items("claim")}
        for claim, clock in case.undated:
            problem = f"is missing: the offset of {plain(clock.name)} depends on the date, and no claim has a date"
            parts[claim.id].fault("on", problem, "add on: the date on which the clock stood so")

    def _entries(self, key: str) -> Iterator[tuple[str, TableReader]]:
        table = self.part.sub(key)
        for name in table.table if table is not None else ():
            inner = table.sub(name) if table is not None else None
            if inner is not None:
                yield name, inner

    def _sources(self) -> Iterator[CaseSource]:
        for id, part in self._entries("sources"):
            confidence = part.made("confidence", Confidence) or Confidence.FAIR
            yield CaseSource(id=id, title=part.text("title"), confidence=confidence)

    def _phrases(self) -> Iterator[VaguePhrase]:
        for text, part in self._entries("words"):
            least, most = part.made("from", read_duration), part.made("to", read_duration)
            if least is not None and most is not None:
                if least > most:
                    part.fault("to", "is less than from", "write the smaller length in from")
                yield VaguePhrase(text=text, least=least, most=most, note=part.text("note") or "as this case has it")

    # --- clocks ------------------------------------------------------------------------------

    def _clock(self, id: str, part: TableReader, claims: Sequence[Claim]) -> Clock | None:
        zones = self._zones(id, part, claims)
        if not zones:
            return None
        return Clock(
            id=id,
            name=part.text("name"),
            zones=zones,
            sources=part.cited(),
            confidence=part.made("confidence", Confidence) or Confidence.HIGH,
            others=tuple(
                OtherOffset(offset=offset, sources=each.cited(), note=each.text("note"))
                for each in part.items("other")
                if (offset := each.made("offset", parse_offset)) is not None
            ),
            candidate=part.get("candidate") is not False,
            note=part.text("note"),
        )

    def _zones(self, id: str, part: TableReader, claims: Sequence[Claim]) -> tuple[Zone, ...]:
        for key in ("zone", "offset"):
            if part.get(key) is not None:
                found = part.made(key, zone)
                return (found,) if found is not None else ()
        read = [at for claim in claims if id in claim.clocks_named for at in claim.readings_named]
        days = [_EPOCH + timedelta(days=at // DAY) for at in read]
        on = Days(first=min(days), last=max(days)) if days else None
        return part.made("label", lambda text: label(text).candidates(on)) or ()

    def _computed(self) -> None:
        """Refuse claims that were computed from themselves."""
        parts = {part.text("id"): part for part in self.part.items("claim")}
        bases = {id: {each for _, each in part.several("computed_from")} for id, part in parts.items()}
        for id, part in parts.items():
            reached, more = set(bases[id]), set(bases[id])
            while more:
                more = {each for base in more for each in bases.get(base, ())} - reached
                reached |= more
            if id in reached and id not in bases[id]:
                part.fault("computed_from", "leads back to the claim itself", "leave out one step of the circle")

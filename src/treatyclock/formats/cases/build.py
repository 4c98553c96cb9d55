"""From a document to a case: what the grammar cannot see, names that nobody declared among it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from treatyclock.civil.clocks.labels import label
from treatyclock.civil.clocks.offsets import parse_offset
from treatyclock.civil.clocks.zones import Zone, zone
from treatyclock.civil.days import Days
from treatyclock.civil.moments.moment import Moment
from treatyclock.civil.moments.read import moment
from treatyclock.errors import OutOfRangeError, TimeFormatError
from treatyclock.formats.cases.grammar import KINDS, needs, uses
from treatyclock.formats.documents.flaws import Flaw, FlawLog, TooManyFlawsError
from treatyclock.formats.documents.reader import TableReader
from treatyclock.instants import DAY, SECOND, date_microseconds, local_microseconds, to_datetime
from treatyclock.testimony.case import Case, Clock, Costs, Event, OtherOffset, Witness
from treatyclock.testimony.claims import (
    Claim,
    ClockDifference,
    ClockOffset,
    Confidence,
    DateLabel,
    Gap,
    Order,
    SameEvent,
    WallTime,
    Words,
)
from treatyclock.testimony.vague import gap_words, moment_words, read_duration

_CENTURY = 36_525 * DAY
# A clock may have changed thousands of times between, and each is a way to read the claim.
_TOO_WIDE = ("leaves more than a century open", "say when it was more closely, or make it an order: after")


def build(document: Mapping[str, Any], file: str, refused: Sequence[Flaw]) -> tuple[Case | None, list[Flaw]]:
    """Make a case of a document, and note every fault of meaning."""
    names = document.get("sources")
    log, sources = FlawLog.of(refused), frozenset(names if isinstance(names, Mapping) else ())
    maker = _Maker(TableReader(table=document, path=(), log=log, sources=sources))
    try:
        return maker.run(file), log.found
    except TooManyFlawsError:
        return None, log.found


class _Maker:
    def __init__(self, part: TableReader) -> None:
        self.part = part
        self.clocks, self.events = (self._keys(key) for key in ("clocks", "events"))
        self.ids = [each.text("id") for each in part.items("claim")]
        self.words = tuple(self._words())
        self.own = {each.text.casefold(): each for each in self.words}
        self.sources = {each.id: each for each in self._witnesses()}

    def _keys(self, key: str) -> frozenset[str]:
        table = self.part.table.get(key)
        return frozenset(table) if isinstance(table, Mapping) else frozenset()

    def run(self, file: str) -> Case:
        part = self.part
        events = part.sub("events")
        costs = part.sub("costs")
        claims = tuple(filter(None, (self._claim(each) for each in part.items("claim"))))
        self._computed()
        return Case(
            id=part.text("id"),
            title=part.text("title"),
            sources=tuple(self.sources.values()),
            clocks=tuple(filter(None, (self._clock(*each, claims) for each in self._entries("clocks")))),
            events=tuple(Event(id=id, title=events.text(id)) for id in events.table) if events else (),
            claims=claims,
            costs=Costs(**{key: costs.get(key) for key in costs.table if costs.get(key)}) if costs else Costs(),
            words=self.words,
            note=part.text("note"),
            file=file,
        )

    def _entries(self, key: str) -> Iterator[tuple[str, TableReader]]:
        table = self.part.sub(key)
        for name in table.table if table is not None else ():
            inner = table.sub(name) if table is not None else None
            if inner is not None:
                yield name, inner

    def _witnesses(self) -> Iterator[Witness]:
        for id, part in self._entries("sources"):
            confidence = part.made("confidence", Confidence) or Confidence.FAIR
            yield Witness(id=id, title=part.text("title"), confidence=confidence)

    def _words(self) -> Iterator[Words]:
        for text, part in self._entries("words"):
            least, most = part.made("from", read_duration), part.made("to", read_duration)
            if least is not None and most is not None:
                if least > most:
                    part.fault("to", "is less than from", "write the least first")
                yield Words(text=text, least=least, most=most, note=part.text("note") or "as this case has it")

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
        days = [day for claim in claims for day in _days(claim, id)]
        on = Days(first=min(days), last=max(days)) if days else None
        return part.made("label", lambda text: label(text).candidates(on)) or ()

    # --- claims ------------------------------------------------------------------------------

    def _claim(self, part: TableReader) -> Claim | None:
        id = part.text("id")
        if self.ids.count(id) > 1 and id:
            part.fault("id", "names two claims", "give each claim an id of its own")
        if id in self.clocks:
            part.fault("id", "names a clock too", "give the claim an id of its own: conflicts name both")
        kind = next((key for key in KINDS if part.has(key)), None)
        if kind is None:
            return None
        for key in part.table:
            if key not in uses(kind) and key not in KINDS and not part.is_broken(key):
                part.fault(key, f"says nothing in a claim with `{kind}`", "leave it out, or make it a claim of its own")
        for key in needs(kind):
            if not part.has(key):
                part.fault(key, "is missing", f"a claim with {kind} needs {' and '.join(needs(kind))}")
        return getattr(self, f"_{kind}")(part)  # type: ignore[no-any-return]

    def _common(self, part: TableReader, words: Words | None = None) -> dict[str, Any]:
        sources = part.cited()
        ranks = list(Confidence)
        told = [self.sources[id].confidence for id in sources if id in self.sources]
        # Two sources vouch for a claim as well as the better of them does.
        best = max(told, key=ranks.index, default=Confidence.FAIR)
        known = {id for id in self.ids if id}
        return {
            "id": part.text("id"),
            "sources": sources,
            "confidence": part.made("confidence", Confidence) or best,
            "computed_from": part.names("computed_from", known - {part.text("id")}, "no other claim of this case"),
            "words": words,
            "note": part.text("note"),
        }

    def _event(self, part: TableReader, key: str = "event") -> str:
        return (*part.names(key, self.events, "no event out of [events]"), "")[0]

    def _two_events(self, part: TableReader, key: str) -> tuple[str, str] | None:
        event, other = self._event(part), self._event(part, key)
        if event and event == other:
            part.fault(key, "is the event itself", "name two events")
            return None
        return (event, other) if event and other else None

    def _on_clocks(self, part: TableReader, key: str = "clock") -> tuple[str, ...]:
        return part.names(key, self.clocks, "no clock out of [clocks]")

    def _at(self, part: TableReader) -> Claim | None:
        event, clocks = self._event(part), self._on_clocks(part)
        read = part.made("at", _wall)
        words = part.made("words", lambda text: moment_words(text, self.own))
        common = self._common(part, words)
        if read is None or not event or not clocks or (part.has("words") and words is None):
            return None
        first, exact = local_microseconds(read), part.text("at").count(":") > 1
        if words is not None:
            try:
                to_datetime(first + words.least), to_datetime(first + words.most)
            except OutOfRangeError as error:
                part.fault("words", error.sentence, error.hint)
                return None
            if words.most - words.least > _CENTURY:
                part.fault("words", *_TOO_WIDE)
                return None
            return WallTime(event=event, clocks=clocks, first=first + words.least, last=first + words.most, **common)
        # To the minute, or the second: the clock showed it until it showed the next.
        last = first + (0 if "." in part.text("at") else (1 if exact else 60) * SECOND - 1)
        return WallTime(event=event, clocks=clocks, first=first, last=last, **common)

    def _dated(self, part: TableReader) -> Claim | None:
        event, clocks, read = self._event(part), self._on_clocks(part), part.made("dated", _dated)
        common = self._common(part)
        if read is None or not event or not clocks:
            return None
        if date_microseconds(read.days.last) - date_microseconds(read.days.first) > _CENTURY:
            part.fault("dated", *_TOO_WIDE)
            return None
        return DateLabel(event=event, clocks=clocks, days=read.days, **common)

    def _after(self, part: TableReader) -> Claim | None:
        pair = self._two_events(part, "after")
        words = part.made("gap", lambda text: gap_words(text, self.own))
        common = self._common(part, words)
        if pair is None or (part.has("gap") and words is None):
            return None
        if words is None:
            return Order(event=pair[0], after=pair[1], **common)
        return Gap(event=pair[0], after=pair[1], least=words.least, most=words.most, **common)

    def _same_as(self, part: TableReader) -> Claim | None:
        pair, common = self._two_events(part, "same_as"), self._common(part)
        return None if pair is None else SameEvent(event=pair[0], other=pair[1], **common)

    def _ahead_of(self, part: TableReader) -> Claim | None:
        clocks, others = self._on_clocks(part), self._on_clocks(part, "ahead_of")
        words, on = part.made("by", lambda text: gap_words(text, self.own)), part.made("on", _day)
        common = self._common(part, words)
        if len(clocks) > 1 or (clocks and clocks == others):
            part.fault("clock", "is not one clock ahead of another", "name one clock, and another in ahead_of")
            return None
        if not clocks or not others or words is None:
            return None
        return ClockDifference(
            clock=clocks[0], ahead_of=others[0], least=words.least, most=words.most, on=on, **common
        )  # fmt: skip

    def _offset(self, part: TableReader) -> Claim | None:
        clocks, offset, on = self._on_clocks(part), part.made("offset", parse_offset), part.made("on", _day)
        common = self._common(part)
        if len(clocks) > 1:
            part.fault("clock", "is more than one clock", "make a claim of each")
        if not clocks or offset is None:
            return None
        return ClockOffset(clock=clocks[0], offset=offset, on=on, **common)

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
                part.fault("computed_from", "comes back to the claim itself", "leave out one step of the circle")


def _days(claim: Claim, clock: str) -> Iterator[date]:
    """Yield the dates at which a claim reads a clock."""
    if isinstance(claim, WallTime | DateLabel) and clock in claim.clocks:
        for at in (claim.first, claim.last):
            yield date.fromordinal(date(1970, 1, 1).toordinal() + at // (86_400 * SECOND))
    elif isinstance(claim, ClockDifference | ClockOffset) and claim.on is not None:
        yield claim.on


def _wall(text: str) -> datetime:
    read = moment(text, zone="UTC").wall
    if read is None:
        raise TimeFormatError(text, "it has no time of day", "write 1945-08-09T00:10, or dated = for a date")
    return read


def _dated(text: str) -> Moment:
    read = moment(text, zone="UTC")
    if read.wall is not None:
        raise TimeFormatError(text, "it has a time of day", "write the date alone, or at = for a time")
    return read


def _day(text: str) -> date:
    read = _dated(text).days
    if not read.known:
        raise TimeFormatError(text, "it is no single day", "write one day, such as 1945-08-08")
    return read.first

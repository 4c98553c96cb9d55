"""From a document to a record: what the grammar cannot see, names that nobody declared among it.

The builder goes through the whole document and notes every fault; parts that the grammar has
already refused are passed over, so that one mistake is told once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from treatyclock.civil.moments import Moment, moment
from treatyclock.civil.periods import Period
from treatyclock.civil.zones import zone
from treatyclock.errors import CivilTimeError, Fault, TreatyclockError, TreatyFileError, nearest
from treatyclock.formats.grammar import ACT
from treatyclock.formats.kinds import Found, Path, as_text
from treatyclock.law.acts import Act, ActKind, NoticeDate, Party, Source
from treatyclock.law.clauses import (
    Anchor,
    Basis,
    Denunciation,
    EntryIntoForce,
    EntryWhen,
    ExitWhen,
    Renewal,
    Term,
)
from treatyclock.law.readings import COUNTED, MIDNIGHT, TERM_FROM, TEXT, Reading
from treatyclock.law.record import Counting, Record

T = TypeVar("T")
Doc = dict[str, Any]


class Builder:
    """One document on its way to a record.

    Attributes:
        found: The faults of meaning.
    """

    def __init__(self, document: Doc, file: str, is_broken: Callable[[Path], bool]) -> None:
        """Take a document that has been through the grammar, and which of its keys are refused."""
        self.found: list[Found] = []
        self._doc = document
        self._file = file
        self._is_broken = is_broken
        self._parties = set(_table(document, "parties"))
        self._sources = set(_table(document, "sources"))

    def record(self) -> Record | None:
        """Return the record; None if parts of it could not be made."""
        parties = self._party_list()
        clauses = self._clauses(self._doc, ())
        term, renewal = clauses["term"], clauses["renewal"]
        counting = self._counting()
        acts = self.acts()
        readings = self._readings(acts, term=term, renewal=renewal, denunciation=clauses["denunciation"])
        try:
            return Record(
                id=self._doc["id"],
                title=self._doc["title"],
                parties=parties,
                sources=tuple(Source(id=id, title=str(title)) for id, title in _table(self._doc, "sources").items()),
                **clauses,
                counting=counting,
                acts=acts,
                readings=readings,
                note=self._doc.get("note", ""),
                file=self._file,
            )
        except KeyError:  # the grammar has said what is missing
            return None

    # --- helpers ---------------------------------------------------------------------------

    def _fault(self, path: Path, value: object, problem: str, hint: str) -> None:
        self.found.append((path, value, problem, hint))

    def _value(self, table: Doc, path: Path, key: str, make: Callable[[Any], T]) -> T | None:
        """Make something of a key; what cannot be made is a fault, once."""
        if key not in table or self._is_broken((*path, key)):
            return None
        try:
            return make(as_text(table[key]))
        except TreatyclockError as error:
            self._fault((*path, key), table[key], error.sentence, error.hint)
        except (KeyError, TypeError, ValueError):
            pass  # only reached where the grammar refused something inside this key
        return None

    def _several(self, table: Doc, path: Path, key: str) -> list[tuple[Path, str]]:
        """Return one or several texts with the path of each."""
        value = table.get(key)
        if isinstance(value, str):
            return [((*path, key), value)]
        if isinstance(value, list):
            return [((*path, key, n), each) for n, each in enumerate(value) if isinstance(each, str)]
        return []

    def _names(self, table: Doc, path: Path, key: str, known: Iterable[str], what: str) -> tuple[str, ...]:
        """Return names that must be among known ones."""
        known = set(known)
        names = self._several(table, path, key)
        for place, name in names:
            if name not in known and not self._is_broken(place):
                self._fault(place, name, f"is {what}", nearest(name, known))
        return tuple(dict.fromkeys(name for _, name in names))

    def _cited(self, table: Doc, path: Path) -> tuple[str, ...]:
        return self._names(table, path, "source", self._sources, "no source out of [sources]")

    def _basis(self, table: Doc, path: Path) -> Basis:
        return Basis(ref=_string(table, "ref"), sources=self._cited(table, path))

    def _zones(self, table: Doc, path: Path, key: str) -> tuple[str, ...]:
        found = []
        for place, name in self._several(table, path, key):
            try:
                found.append(zone(name).key)
            except CivilTimeError as error:
                self._fault(place, name, error.sentence, error.hint)
        return tuple(found)

    # --- parties and acts ------------------------------------------------------------------

    def _party_list(self) -> tuple[Party, ...]:
        found = []
        for code, entry in _table(self._doc, "parties").items():
            path: Path = ("parties", code)
            if isinstance(entry, dict):
                clock = self._zones(entry, path, "clock")
                found.append(Party(id=code, name=_string(entry, "name"), clock=clock[0] if clock else None))
            else:
                found.append(Party(id=code, name=str(entry)))
        return tuple(found)

    def acts(self, others: Sequence[Act] = ()) -> tuple[Act, ...]:
        """Return the acts of the document.

        Args:
            others: Acts that are there besides, whose notices a rescission may take back.
        """
        found: list[Act] = []
        for path, table in _items(self._doc, "act"):
            act = self._act(table, path)
            if act is None:
                continue
            if any(other.id == act.id for other in found):
                self._fault((*path, "id"), act.id, "names two acts", "give each act an id of its own")
            found.append(act)
        notices = {act.id: act for act in (*others, *found) if act.kind is ActKind.DENUNCIATION}
        for path, table in _items(self._doc, "act"):
            self._check_rescission(table, path, notices)
        return tuple(found)

    def _act(self, table: Doc, path: Path) -> Act | None:
        kind = self._value(table, path, "kind", ActKind)
        by = self._names(table, path, "by", self._parties, "no party of this treaty")
        clock = self._zones(table, path, "clock")
        when = "at" if "at" in table else "on"
        dated = self._moment(table, path, when, clock)
        others = {key: self._moment(table, path, key, clock) for key in ("sent", "received", "known")}
        cited = self._cited(table, path)
        if kind is None or dated is None or not by:
            return None
        name = "-".join([kind.value.replace(" ", "-"), *(code.lower().replace("_", "-") for code in by)])
        return Act(
            id=_string(table, "id") or name,
            kind=kind,
            by=by,
            dated=dated,
            **others,
            of=table.get("of"),
            place=table.get("place"),
            sources=cited,
            ref=_string(table, "ref"),
            certain=table.get("certain", True),
            note=_string(table, "note"),
        )

    def _moment(self, table: Doc, path: Path, key: str, clock: Sequence[str]) -> Moment | None:
        return self._value(table, path, key, lambda text: moment(text, zone=clock or None))

    def _check_rescission(self, table: Doc, path: Path, notices: dict[str, Act]) -> None:
        of, kind = table.get("of"), table.get("kind")
        if self._is_broken((*path, "of")) or self._is_broken((*path, "kind")):
            return
        if kind == ActKind.RESCISSION.value:
            if of is None:
                self._fault((*path, "of"), None, "is missing", "name the notice that is taken back: of = its id")
            elif of not in notices:
                self._fault((*path, "of"), of, "is no denunciation of this treaty", nearest(str(of), notices))
            elif not set(self._names(table, path, "by", self._parties, "no party of this treaty")) & set(
                notices[of].by
            ):
                givers = ", ".join(notices[of].by)
                self._fault(
                    (*path, "by"), table.get("by"), "did not give that notice", f"only {givers} can take it back"
                )
        elif of is not None:
            self._fault((*path, "of"), of, "belongs to a rescission only", "leave it out")

    # --- clauses ---------------------------------------------------------------------------

    def _clauses(self, table: Doc, path: Path) -> dict[str, Any]:
        entry, term = self._entry(table, path), self._term(table, path)
        return {
            "entry": entry,
            "term": term,
            "renewal": self._renewal(table, path),
            "denunciation": self._denunciation(table, path),
        }

    def _entry(self, table: Doc, path: Path) -> EntryIntoForce | None:
        clause, path = _sub(table, "entry_into_force"), (*path, "entry_into_force")
        if clause is None:
            return None
        basis, when = self._basis(clause, path), self._value(clause, path, "when", EntryWhen)
        on = self._moment(clause, path, "on", ())
        if when is EntryWhen.FIXED and "on" not in clause:
            self._fault((*path, "on"), None, "is missing", "give the fixed date: on = a day")
        if when is not EntryWhen.FIXED and when is not None and "on" in clause:
            self._fault(
                (*path, "on"), clause["on"], "belongs to a fixed date only", 'leave it out, or when = "fixed date"'
            )
        return None if when is None else EntryIntoForce(when=when, on=on, basis=basis)

    def _term(self, table: Doc, path: Path) -> Term | None:
        clause, path = _sub(table, "term"), (*path, "term")
        if clause is None:
            return None
        basis, lasts = self._basis(clause, path), self._period(clause, path, "lasts")
        anchors = tuple(
            anchor
            for place, name in self._several(
                {"from": as_text(clause.get("from"))} if "from" in clause else {}, path, "from"
            )
            if (anchor := self._anchor(place, name)) is not None
        )
        if lasts is None or not anchors:
            return None
        return Term(lasts=lasts, anchors=anchors, first_day_counts=_counts(clause), basis=basis)

    def _anchor(self, path: Path, name: str) -> Anchor | Moment | None:
        if name in {anchor.value for anchor in Anchor}:
            return Anchor(name)
        return self._value({"": name}, (), "", moment) if not self._is_broken(path) else None

    def _period(self, table: Doc, path: Path, key: str) -> Period | None:
        period = self._value(table, path, key, Period.of)
        if period is not None and not period:
            self._fault((*path, key), table[key], "is no time at all", "give a period of at least a day")
            return None
        return period

    def _renewal(self, table: Doc, path: Path) -> Renewal | None:
        clause, path = _sub(table, "renewal"), (*path, "renewal")
        if clause is None:
            return None
        basis, block = self._basis(clause, path), self._period(clause, path, "block")
        times = clause.get("times")
        then = clause.get("then") == "indefinite"
        if "block" in clause and times is None:
            self._fault((*path, "times"), None, "is missing", 'say how often: times = 1, or "for ever"')
        if "block" not in clause and times is not None:
            self._fault((*path, "block"), None, "is missing", "say by how much: block = a period")
        if "block" not in clause and times is None and not then:
            self._fault(path, None, "prolongs nothing", 'give block and times, or then = "indefinite"')
        numbers = times if isinstance(times, list) else [] if times is None else [times]
        if then and "for ever" in numbers:
            self._fault((*path, "then"), clause["then"], "can never come after for ever", "leave out one of the two")
        counts = tuple(None if n == "for ever" else n for n in numbers)
        return Renewal(block=block, times=counts or (0,), then_indefinite=then, basis=basis)

    def _denunciation(self, table: Doc, path: Path) -> Denunciation | None:
        clause, path = _sub(table, "denunciation"), (*path, "denunciation")
        if clause is None:
            return None
        basis, when = self._basis(clause, path), self._value(clause, path, "when", ExitWhen)
        notice = self._value(clause, path, "notice", Period.of)
        if when is ExitWhen.END_OF_TERM and "notice" not in clause:
            hint = "say how long before the end: notice = a period (P0D: up to the last day itself)"
            self._fault((*path, "notice"), None, "is missing", hint)
        if when is None:
            return None
        return Denunciation(
            when=when,
            notice=notice or Period(),
            notice_when_indefinite=self._value(clause, path, "notice_when_indefinite", Period.of),
            runs_from=self._value(clause, path, "runs_from", NoticeDate) or NoticeDate.RECEIVED,
            first_day_counts=_counts(clause),
            basis=basis,
        )

    def _hang_together(
        self, path: Path, table: Doc, term: Term | None, renewal: Renewal | None, denunciation: Denunciation | None
    ) -> None:
        """Note clauses that presuppose a term where there is none."""
        if term is not None or self._is_broken((*path, "term")):
            return
        if "renewal" in table and renewal is not None:
            self._fault((*path, "renewal"), None, "renews a term that there is not", "add [term], or leave it out")
        if "denunciation" in table and denunciation is not None and denunciation.when is ExitWhen.END_OF_TERM:
            hint = 'add [term], or when = "at any time"'
            self._fault((*path, "denunciation", "when"), denunciation.when.value, "presupposes a term", hint)

    # --- counting and readings -------------------------------------------------------------

    def _counting(self) -> Counting:
        table = _sub(self._doc, "counting")
        if table is None:
            return Counting()
        path: Path = ("counting",)
        return Counting(
            midnight=self._zones(table, path, "midnight"),
            month_end=table.get("month_end"),
            basis=self._basis(table, path),
        )

    def _readings(
        self, acts: Sequence[Act], *, term: Term | None, renewal: Renewal | None, denunciation: Denunciation | None
    ) -> tuple[Reading, ...]:
        if not self._is_broken(("term",)) and ("term" not in self._doc or term is not None):
            self._hang_together((), self._doc, term, renewal, denunciation)
        found: list[Reading] = []
        for path, table in _items(self._doc, "reading"):
            reading = self._reading(table, path, acts)
            if reading.id == TEXT.id or any(other.id == reading.id for other in found):
                hint = "give each reading an id of its own; `text` is the treaty's own words"
                self._fault((*path, "id"), reading.id, "names two readings", hint)
            own = reading.term or term
            if "term" not in table or reading.term is not None:
                self._hang_together(path, table, own, reading.renewal, reading.denunciation)
            found.append(reading)
        return tuple(found)

    def _reading(self, table: Doc, path: Path, acts: Sequence[Act]) -> Reading:
        clauses = self._clauses(table, path)
        choose = _sub(table, "choose") or {}
        choices = {
            key: str(as_text(value)) for key, value in choose.items() if not self._is_broken((*path, "choose", key))
        }
        if MIDNIGHT.key in choices:
            self._zones(choose, (*path, "choose"), MIDNIGHT.key)
        if TERM_FROM.key in choices and choices[TERM_FROM.key] not in {anchor.value for anchor in Anchor}:
            self._value(choose, (*path, "choose"), TERM_FROM.key, moment)
        ids = {act.id for act in acts}
        closed = {act.id for act in acts if act.kind.needs_reading}
        kinds = "no act of war, repudiation or extinction in this file"
        return Reading(
            id=_string(table, "id"),
            title=_string(table, "title"),
            holder=_string(table, "holder"),
            sources=self._cited(table, path),
            choose=tuple(sorted(choices.items())),
            **clauses,
            admits=self._names(table, path, "admits", closed, kinds),
            rejects=self._names(table, path, "rejects", ids, "no act in this file"),
            note=_string(table, "note"),
        )


def _table(document: Doc, key: str) -> Doc:
    value = document.get(key)
    return value if isinstance(value, dict) else {}


def _sub(document: Doc, key: str) -> Doc | None:
    value = document.get(key)
    return value if isinstance(value, dict) else None


def _items(document: Doc, key: str) -> Iterable[tuple[Path, Doc]]:
    value = document.get(key)
    for number, item in enumerate(value if isinstance(value, list) else []):
        if isinstance(item, dict):
            yield (key, number), item


def _string(table: Doc, key: str) -> str:
    value = table.get(key, "")
    return value if isinstance(value, str) else ""


def _counts(clause: Doc) -> bool | None:
    said = clause.get("first_day")
    return None if said is None else said == COUNTED


def act_of(table: Mapping[str, Any], record: Record) -> Act:
    """Make one act as a treaty file would write it.

    Args:
        table: The keys of an ``[[act]]``.
        record: The record it is for: its parties and sources are known to the act.

    Raises:
        TreatyFileError: With every fault.

    Example:
        >>> from treatyclock.corpus import record_of
        >>> pact = record_of("soviet-japanese-neutrality-pact")
        >>> act_of({"kind": "denunciation", "by": "SUN", "on": "1945-04-27", "ref": "art. 3"}, pact).id
        'denunciation-sun'
    """
    document: Doc = {
        "parties": {party.id: party.name for party in record.parties},
        "sources": {source.id: source.title for source in record.sources},
        "act": [dict(table)],
    }
    found = list(ACT.faults(document["act"][0], ("act", 0)))
    builder = Builder(document, "<act>", lambda path: path in {each[0] for each in found})
    acts = builder.acts(record.acts)
    faults = [
        Fault(file="<act>", line=None, key=str(path[-1]), value=None if value is None else str(value),
              problem=problem, hint=hint)
        for path, value, problem, hint in [*found, *builder.found]
    ]  # fmt: skip
    if faults or not acts:
        raise TreatyFileError("<act>", faults)
    return acts[0]

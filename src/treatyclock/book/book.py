"""Several treaties together: which were in force between two States, and all of them as tidy tables."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from treatyclock.book.actors import named_by
from treatyclock.book.fault import BookFault, faults_of
from treatyclock.book.left_out import LeftOut, states_in_file
from treatyclock.book.recorded import recorded_rows
from treatyclock.book.rows import DeadlineRow, EntryRow, PeriodRow, RecordedRow, TimelineRow
from treatyclock.book.table import TableSettings, read_table
from treatyclock.book.tidy import deadlines, entries, periods, timeline
from treatyclock.book.treaties_found import Held, TreatiesFound
from treatyclock.civil.clocks.anywhere import starts_anywhere
from treatyclock.civil.moments.moment import Fold
from treatyclock.civil.moments.read import MomentLike
from treatyclock.civil.moments.widening import Widening
from treatyclock.corpus import shipped
from treatyclock.errors import (
    BookError,
    TreatyclockError,
    UnknownChoiceError,
    UnknownReadingError,
    UnknownTreatyError,
    UnreadFileError,
    UnusableRecordError,
    WrongTypeError,
    expect,
)
from treatyclock.formats.treaties.party_codes import codes_of
from treatyclock.formats.treaties.party_rows import said
from treatyclock.law.readings import TEXT
from treatyclock.law.subjects import GENERALLY, Subject
from treatyclock.loading import load
from treatyclock.questions.inputs import TimeAsked, Where, days_of, time_asked
from treatyclock.treaty import Treaty
from treatyclock.truth import Truth
from treatyclock.view import View

if TYPE_CHECKING:
    from treatyclock.book.compiled import Compiled

R = TypeVar("R", EntryRow, PeriodRow, DeadlineRow, RecordedRow)
Actors = tuple[object, object] | list[object] | None


@dataclass(frozen=True, kw_only=True)
class Book:
    """Several treaties, which can be asked together. One without faults does not wait for one that has them.

    Attributes:
        treaties: The treaties without faults.
        kinds: Of which kind each is: words of your own, by the id of the treaty.
        faults: What is wrong with the others.
        left_out: Those others: between States that one of them names nothing is known to be out of force.
        labels: The code of each State that a table calls otherwise.
        names: The id of each treaty that a table calls otherwise.
        whole: Whether the book has every treaty that matters: then a State that no treaty names has none.
        until: The last day of which it tells; later there may be treaties that it lacks. None if it does not stop.
        part: The part that its treaties are asked about; None for the treaties as a whole.
    """

    treaties: tuple[Treaty, ...]
    kinds: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    faults: tuple[BookFault, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    whole: bool = False
    until: date | None = None
    part: str | None = None

    # --- making one ------------------------------------------------------------------------------

    @classmethod
    def of(
        cls, treaties: Iterable[Treaty], *, kinds: Mapping[str, Sequence[str]] | None = None, whole: bool = False
    ) -> Book:
        """Put treaties together.

        Args:
            treaties: They, each with an id of its own.
            kinds: Of which kind each is, by its id.
            whole: Whether these are all that matter.

        Raises:
            BookError: If two have one id.
            UnknownTreatyError: If a kind is given to a treaty that is not there.

        Example:
            >>> import treatyclock as tc
            >>> pact = tc.load("soviet-japanese-neutrality-pact")
            >>> book = Book.of([pact], kinds={pact.record.id: ["neutrality"]})
            >>> print(book.in_force("1945-08-08", between=("SUN", "JPN"), kind="neutrality"))
            soviet-japanese-neutrality-pact: yes
        """
        expect(treaties, Iterable, "the treaties", "several: tc.Book.of([treaty])")
        several = tuple(treaties)
        ids: dict[str, Treaty] = {}
        for each in several:
            expect(each, Treaty, "a treaty of the book", "a Treaty, such as tc.load() returns")
            if each.record.id in ids:
                raise BookError(each.record.id)
            ids[each.record.id] = each
        return cls(treaties=several, kinds=_kinds(kinds or {}, ids), whole=whole)

    @classmethod
    def shipped(cls) -> Book:
        """Return the treaties that ship with the package.

        Example:
            >>> len(Book.shipped())
            50
        """
        return cls.of(load(id) for id in shipped())

    @classmethod
    def from_folder(
        cls,
        path: str | os.PathLike[str],
        *,
        kinds: Mapping[str, Sequence[str]] | None = None,
        whole: bool = False,
    ) -> Book:
        """Load every treaty file of a folder, ``*.toml``, in the order of their names.

        Args:
            path: The folder.
            kinds: Of which kind each treaty is, by its id.
            whole: Whether these are all that matter.

        Raises:
            UnknownTreatyError: If a kind is given to a treaty that is not there.
            UnreadFileError: If there is no such folder.
        """
        folder = Path(path)
        if not folder.is_dir():
            raise UnreadFileError(path, "there is no such folder", "check its path")
        found: dict[str, Treaty] = {}
        left_out: list[LeftOut] = []
        for file in sorted(folder.glob("*.toml")):
            try:
                treaty = load(file)
                if treaty.record.id in found:
                    raise BookError(treaty.record.id)
                found[treaty.record.id] = treaty
            except TreatyclockError as error:
                told = tuple(faults_of(file.name, error))
                left_out.append(LeftOut(treaty=file.name, states=states_in_file(file), faults=told))
        book = cls.of(found.values(), kinds=kinds, whole=whole)
        faults = tuple(fault for each in left_out for fault in each.faults)
        # Of a file in which no party can be read, nobody knows whom it names: it may be any of the others.
        named = tuple(sorted(replace(book, left_out=tuple(left_out))._named))
        told_of = (each if each.states else replace(each, states=named) for each in left_out)
        return replace(book, faults=faults, left_out=tuple(told_of))

    @classmethod
    def from_table(
        cls,
        rows: Any,
        columns: Mapping[str, Any],
        *,
        clauses: Mapping[str, Mapping[str, Any]] | None = None,
        readings: Mapping[str, Sequence[Mapping[str, Any]]] | None = None,
        kinds: str | Mapping[str, Sequence[str]] | None = None,
        missing: Iterable[str | date] = (),
        unknown_after: str | date | None = None,
        effect_day: str | None = None,
        source: str = "a table of treaties and their parties",
        whole: bool = False,
    ) -> Book:
        """Make treaties of one table: a row for each treaty and party, or for each treaty with its two parties.

        Args:
            rows: Mappings, one a row; or a frame of pandas, polars or pyarrow.
            columns: Which column holds what: what :func:`treatyclock.from_table` takes, and ``treaty`` (an id or any
                label), ``title``, ``treaty_entry`` and ``treaty_end`` (the days recorded for the treaty as a whole).
                ``party`` may be several columns, such as those of a pair.
            clauses: Further tables of the treaty files, by the label or id of the treaty, and ``"*"`` for all.
            readings: Declared readings, as ``[[reading]]`` of a file has them, in the same way.
            kinds: The column that has the kind of the treaty, several apart by ``;``. Or the kinds by treaty.
            missing: What a cell says where there is no value, beside a blank, None and nan.
            unknown_after: The last day up to which the table goes: of what came later, its silence tells nothing.
            effect_day: Whether the days of ``treaty_end`` are ``"first out"`` or ``"last in force"``.
            source: What the table is, enough to find it.
            whole: Whether the table has every treaty that matters.

        Raises:
            TreatyFileError: If a column is not there, or something else is wrong that concerns all treaties.
            WrongTypeError: If these are no rows, or no column names the treaty or the party.

        Example:
            >>> book = Book.from_table(
            ...     [
            ...         {"id": "A", "one": 2, "two": 200, "from": "1900-01-01", "to": "1910-12-31"},
            ...         {"id": "B", "one": 2, "two": 220, "from": "1905-13-01", "to": None},
            ...     ],
            ...     {"treaty": "id", "party": ["one", "two"], "treaty_entry": "from", "treaty_end": "to"},
            ...     effect_day="last in force",
            ... )
            >>> print(book.in_force("1905-06-01", between=(2, 200)))
            a: yes
            >>> [(fault.row, fault.column, fault.value) for fault in book.faults]
            [(2, 'from', '1905-13-01')]
        """
        expect(columns, Mapping, "the columns", "which column holds what: columns={'treaty': 'id', 'party': 'State'}")
        named = {**columns, "kind_of_treaty": kinds} if isinstance(kinds, str) else columns
        if isinstance(missing, str) or not isinstance(missing, Iterable):
            raise WrongTypeError("missing", missing, "a list of what stands for nothing: missing=['9999-12-31', '-']")
        tables = TableSettings(
            columns=named, clauses=clauses or {}, readings=readings or {},
            missing=frozenset(str(said(each)) for each in missing),
            unknown_after=unknown_after, source=source, effect_day=effect_day,
        )  # fmt: skip
        read = read_table(rows, tables)
        found = {record.id: Treaty(record) for record in read.records}
        given = read.kinds if isinstance(kinds, str) else {
            read.treaties.get(label, label): each for label, each in (kinds or {}).items()
        }  # fmt: skip
        if not isinstance(kinds, str):
            _kinds(given, dict.fromkeys(read.treaties.values()))
        return cls(
            treaties=tuple(found.values()),
            kinds={id: tuple(given[id]) for id in found if given.get(id)},
            faults=tuple(read.faults),
            left_out=tuple(read.left_out),
            labels=read.labels,
            names=read.treaties,
            whole=whole,
            until=tables.horizon(),
        )

    # --- what is in it ---------------------------------------------------------------------------

    def __len__(self) -> int:
        """Count the treaties."""
        return len(self.treaties)

    def __iter__(self) -> Iterator[Treaty]:
        """Yield the treaties."""
        return iter(self.treaties)

    def __contains__(self, treaty: object) -> bool:
        """Tell whether it has a treaty, or one of that id, or that the table calls so."""
        if isinstance(treaty, str):
            return self.names.get(treaty, treaty) in self._by_id
        return treaty in self.treaties

    def __getitem__(self, id: str) -> Treaty:
        """Return a treaty by its id, or by what the table calls it.

        Raises:
            UnknownTreatyError: If the book has no such treaty.
        """
        known = self.names.get(id, id)
        if known not in self._by_id:
            raise UnknownTreatyError(id, self._by_id, of="the book")
        return self._by_id[known]

    def __repr__(self) -> str:
        """Count treaties, States and faults."""
        faults = f", {len(self.faults)} faults" * bool(self.faults)
        return f"<Book: {len(self.treaties)} treaties, {len(self._named)} States{faults}>"

    def of_kind(self, kind: str) -> Book:
        """Return the treaties of a kind as a book.

        Raises:
            UnknownChoiceError: If no treaty is of that kind.
        """
        places = sorted(self._of_kind(kind))
        left_out = tuple(each for each in self.left_out if each.may_bind((), kind))
        return replace(self, treaties=tuple(self.treaties[place] for place in places), left_out=left_out)

    def of_part(self, part: str) -> Book:
        """Return the treaties that have a part of this id as a book, which asks each about that part.

        Raises:
            UnknownChoiceError: If no treaty has such a part.
        """
        known = {each.id for treaty in self.treaties for each in treaty.record.parts}
        if part not in known:
            raise UnknownChoiceError("part", part, sorted(known))
        having = (each for each in self.treaties if any(one.id == part for one in each.record.parts))
        return replace(self, treaties=tuple(having), part=part)

    def code(self, name: object) -> str:
        """Return the code of a State: of a label that the table has for it, or the code itself."""
        text = str(name)
        return self.labels.get(text) or codes_of([text])[text]

    @cached_property
    def _called(self) -> dict[str, str]:
        """What the table calls each State, where that is one name and not its code."""
        found: dict[str, list[str]] = {}
        for label, code in self.labels.items():
            if label != code:
                found.setdefault(code, []).append(label)
        return {code: labels[0] for code, labels in found.items() if len(labels) == 1}

    def _as_called(self, row: R) -> R:
        """Return a row with its States as the table calls them."""
        called: dict[str, Any] = {
            key: self._called[code] for key in ("party", "other") if (code := getattr(row, key, "")) in self._called
        }
        return replace(row, **called) if called else row

    @cached_property
    def _by_id(self) -> dict[str, Treaty]:
        return {each.record.id: each for each in self.treaties}

    @cached_property
    def _naming(self) -> dict[str, set[int]]:
        """The places of the treaties that name each State."""
        found: dict[str, set[int]] = {}
        for number, treaty in enumerate(self.treaties):
            for code in named_by(treaty.record):
                found.setdefault(code, set()).add(number)
        return found

    @cached_property
    def _named(self) -> frozenset[str]:
        """The States that the book tells of, also by treaties that it leaves out."""
        return frozenset(self._naming).union(*(each.states for each in self.left_out))

    @cached_property
    def _in_part(self) -> set[int]:
        """The places of the treaties that list only some of their parties."""
        return {n for n, each in enumerate(self.treaties) if not each.record.coverage.lists_all_parties}

    @cached_property
    def _by_kind(self) -> dict[str, set[int]]:
        """The places of the treaties of each kind."""
        found: dict[str, set[int]] = {}
        for number, treaty in enumerate(self.treaties):
            for kind in self.kinds.get(treaty.record.id, ()):
                found.setdefault(kind, set()).add(number)
        for left in self.left_out:
            for kind in left.kinds:
                found.setdefault(kind, set())
        return found

    @cached_property
    def _declared(self) -> frozenset[str]:
        """The ids of all readings that a treaty declares."""
        return frozenset(each.id for treaty in self.treaties for each in treaty.record.readings)

    # --- questions -------------------------------------------------------------------------------

    def in_force(
        self,
        at: MomentLike,
        *,
        party: object | None = None,
        between: Actors = None,
        zone: Where = None,
        fold: Fold | str = Fold.BOTH,
        widen: Widening | str = Widening.NONE,
        kind: str | None = None,
        reading: str | None = None,
        known_as_of: MomentLike | None = None,
    ) -> TreatiesFound:
        """Return the treaties that were in force for a State, or between two, or may have been.

        Args:
            at: When, as :meth:`treatyclock.Treaty.in_force` takes it.
            party: For whom: a code, or a label of the table.
            between: Or between which two.
            zone: The clock of ``at``.
            fold: Which instant is meant if the clock showed ``at`` twice.
            widen: How far off ``at`` may be if it is qualified.
            kind: Only treaties of this kind.
            reading: By the reading of this id, where a treaty declares it; by its text elsewhere.
            known_as_of: By what was known then.

        Raises:
            CivilTimeError: If ``at`` cannot be read as a time.
            UnknownReadingError: If no treaty declares that reading.
            UnknownChoiceError: If no treaty is of that kind.
        """
        time = time_asked(at, zone, fold, widen)
        yes, unknown, unusable = list[Held](), list[Held](), list[BookFault]()
        codes = self._asked(party, between)
        for view in self._views(codes, reading, known_as_of, kind):
            try:
                answer = view.in_force(time.at if zone is None else at, zone=zone, fold=fold, widen=widen)
            except UnusableRecordError as error:
                unusable += faults_of(view.record.id, error)
                continue
            held = Held(treaty=view.record.id, kinds=self.kinds.get(view.record.id, ()), answer=answer)
            if answer.truth is not Truth.NO:
                (yes if answer.truth is Truth.YES else unknown).append(held)
        unusable += (fault for each in self.left_out if each.may_bind(codes, kind) for fault in each.faults)
        named = self.whole or all(code in self._named for code in codes)
        return TreatiesFound(
            yes=tuple(yes), unknown=tuple(unknown), unusable=tuple(unusable), named=named,
            beyond=self.until if self._may_lie_beyond(time) else None,
        )  # fmt: skip

    def entries(self, *, reading: str | None = None, known_as_of: MomentLike | None = None) -> Iterator[EntryRow]:
        """Yield the entries into force of each treaty for each party.

        Example:
            >>> import treatyclock as tc
            >>> rows = Book.of([tc.load("paris-agreement-2015")]).entries()
            >>> [(row.first_day, row.last_day) for row in rows if row.party == "USA"]
            [('2016-11-04', '2020-11-03'), ('2021-02-19', '2026-01-26')]
        """
        for view in self._views((), reading, known_as_of):
            yield from map(self._as_called, entries(view))

    def periods(
        self,
        *,
        pairs: bool = False,
        reading: str | None = None,
        known_as_of: MomentLike | None = None,
    ) -> Iterator[PeriodRow]:
        """Yield the times in which nothing changes between a treaty and each party, by the calendar.

        Args:
            pairs: Whether rows are of each two parties rather than of each party.
            reading: As :meth:`in_force` takes it.
            known_as_of: The same.
        """
        for view in self._views((), reading, known_as_of):
            codes = [party.id for party in view.record.parties]
            for parties in combinations(codes, 2 if pairs else 1):
                whose = Subject(parties)
                rows = periods(view, whose, replace(view, subject=whose).chronology())
                yield from map(self._as_called, rows)

    def deadlines(
        self,
        first: MomentLike,
        last: MomentLike,
        *,
        party: object | None = None,
        reading: str | None = None,
        known_as_of: MomentLike | None = None,
    ) -> Iterator[DeadlineRow]:
        """Yield what falls due between two days: notices, terms, windows, reviews, time limits, ends.

        Args:
            first: The first day.
            last: The last.
            party: Only the treaties of this State, and its own days.
            reading: As :meth:`in_force` takes it.
            known_as_of: The same.

        Raises:
            ReversedDaysError: If the last day lies before the first.

        Example:
            >>> import treatyclock as tc
            >>> book = Book.of([tc.load("soviet-japanese-neutrality-pact")])
            >>> rows = book.deadlines("1945", "1945", known_as_of="1945-01-01")
            >>> [(row.day, row.what) for row in rows]
            [('1945-04-24', 'the last day for a notice'), ('1945-04-25', 'the last day for a notice')]
        """
        begins, ends = (day.isoformat() for day in days_of(first, last))
        for view in self._views(self._asked(party, None), reading, known_as_of):
            yield from map(self._as_called, deadlines(view, begins, ends))

    def timeline(
        self, between: Actors, *, reading: str | None = None, known_as_of: MomentLike | None = None
    ) -> Iterator[TimelineRow]:
        """Yield the times in which the same treaties are in force between two States.

        Args:
            between: The two.
            reading: As :meth:`in_force` takes it.
            known_as_of: The same.
        """
        codes = self._asked(None, between)
        left_out = [each.treaty for each in self.left_out if each.may_bind(codes, None)]
        views = self._views(codes, reading, known_as_of)
        for row in timeline((view.record.id, view.timeline()) for view in views):
            yield replace(row, unknown=tuple(sorted((*row.unknown, *left_out)))) if left_out else row

    def recorded_differences(
        self, *, reading: str | None = None, known_as_of: MomentLike | None = None
    ) -> Iterator[RecordedRow]:
        """Yield the recorded days that are surely not the day by the count, each with its cause where a rule tells it.

        Beside what one treaty can tell, the book tells of a day that is recorded for the same State under others too.
        """
        yield from map(self._as_called, recorded_rows(self._views((), reading, known_as_of)))

    # --- many questions --------------------------------------------------------------------------

    def compile(
        self,
        *,
        by: str = "instant",
        reading: str | None = None,
        known_as_of: MomentLike | None = None,
        reasons: bool = True,
    ) -> Compiled:
        """Return the book as arrays, which answer millions of questions about pairs of States.

        Args:
            by: ``"instant"``; or ``"day"`` for days of each treaty, which are compared as dates.
            reading: As :meth:`in_force` takes it.
            known_as_of: The same.
            reasons: Whether reasons are kept; without them it is made faster.

        Raises:
            UnknownReadingError: If no treaty declares that reading.
            UnknownChoiceError: If ``by`` is neither.

        Example:
            >>> import numpy as np
            >>> import treatyclock as tc
            >>> compiled = Book.of([tc.load("soviet-japanese-neutrality-pact")]).compile(by="day")
            >>> one, other = compiled.codes(["SUN", "JPN"])
            >>> days = np.array(["1941-04-24", "1941-04-25", "1946-04-25"], dtype="datetime64[us]").view("int64")
            >>> compiled.any(one, other, days)
            array([0, 1, 2], dtype=int8)
        """
        from treatyclock.book.compiling import BY, compiled

        if by not in BY:
            raise UnknownChoiceError("by", by, BY)
        self._check(reading)
        return compiled(
            self.treaties, by=by, whole=self.whole, reasons=reasons, labels=self.labels,
            left_out=self.left_out, until=self.until, part=self.part,
            reading_of=lambda treaty: _reading_of(treaty, reading), known_as_of=known_as_of,
        )  # fmt: skip

    # --- whom it is about ------------------------------------------------------------------------

    def _asked(self, party: object | None, between: Actors) -> tuple[str, ...]:
        if between is None:
            return () if party is None else (self.code(party),)
        expect(between, (tuple, list), "between", "two States: between=('SUN', 'JPN')")
        codes = tuple(map(self.code, between))
        if party is not None or len(codes) != 2 or len(set(codes)) != 2:
            raise WrongTypeError("between", tuple(between), "two different States, and no party beside them")
        return codes

    def _may_lie_beyond(self, time: TimeAsked) -> bool:
        """Tell whether a time may lie after the last day of which the book tells."""
        if self.until is None:
            return False
        if time.by_date:
            return time.at.days.last > self.until
        end = time.at.support.intervals[-1].end
        return end is None or end > starts_anywhere(self.until + timedelta(days=1))[0]

    def _views(
        self, codes: tuple[str, ...], reading: str | None, known_as_of: MomentLike | None, kind: str | None = None
    ) -> Iterator[View]:
        """Yield a view of each treaty, of a kind where one is asked for, that may be in force for some States."""
        self._check(reading)
        places = None if kind is None else self._of_kind(kind)
        for code in codes:
            mine = self._naming.get(code, set()) | self._in_part
            places = mine if places is None else places & mine
        subject = Subject(codes) if codes else GENERALLY
        for number in range(len(self.treaties)) if places is None else sorted(places):
            treaty = self.treaties[number]
            view = treaty.under(reading=_reading_of(treaty, reading), known_as_of=known_as_of, part=self.part)
            yield replace(view, subject=subject)

    def _of_kind(self, kind: str) -> set[int]:
        if kind not in self._by_kind:
            raise UnknownChoiceError("kind", kind, sorted(self._by_kind))
        return self._by_kind[kind]

    def _check(self, reading: str | None) -> None:
        if reading not in (None, TEXT.id, *self._declared) and self.treaties:
            raise UnknownReadingError(reading, "the book", [TEXT.id, *sorted(self._declared)])


def _reading_of(treaty: Treaty, reading: str | None) -> str | None:
    return reading if any(each.id == reading for each in treaty.record.readings) else None


def _kinds(kinds: Mapping[str, Sequence[str]], known: Iterable[str]) -> dict[str, tuple[str, ...]]:
    ids = set(known)
    for id, each in kinds.items():
        if id not in ids:
            raise UnknownTreatyError(id, ids, of="the book")
        if isinstance(each, str) or not isinstance(each, Sequence):
            raise WrongTypeError(f"the kinds of {id}", each, "a list of words: kinds={'pact': ['neutrality']}")
    return {id: tuple(each) for id, each in kinds.items()}

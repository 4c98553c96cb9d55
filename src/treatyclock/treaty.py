"""A treaty to be asked: the record, and the questions that can be put to it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from treatyclock.civil.interchange import TimeObject
from treatyclock.civil.moments import Fold, Moment, Widening, moment
from treatyclock.civil.zones import Zone
from treatyclock.corpus import record_of
from treatyclock.derive.life import Life, Subject, evaluate
from treatyclock.errors import DuplicateActError, NaiveTimeError, WrongTypeError, expect
from treatyclock.formats.acts import act_of
from treatyclock.formats.toml import load_text
from treatyclock.intervals import Timeline
from treatyclock.law.acts import Act
from treatyclock.law.readings import TEXT, Reading
from treatyclock.law.record import Record
from treatyclock.law.status import Status
from treatyclock.questions.answer import Answer
from treatyclock.questions.ask import in_force
from treatyclock.questions.dates import Dates, dates

When = str | date | datetime | Moment | TimeObject
Pair = tuple[str, str] | list[str] | None
Where = str | Zone | Sequence[str | Zone] | None


def load(treaty: str | os.PathLike[str]) -> Treaty:
    """Load a shipped treaty by its id, or a treaty file by its path.

    Raises:
        UnknownTreatyError: If there is neither.
        TreatyFileError: With every fault of the file.

    Example:
        >>> load("soviet-japanese-neutrality-pact")
        <Treaty soviet-japanese-neutrality-pact: SUN, JPN>
    """
    return Treaty(record_of(treaty))


def loads(text: str) -> Treaty:
    """Load a treaty from the text of a treaty file.

    Raises:
        TreatyFileError: With every fault of the text.
    """
    return Treaty(load_text(text))


class Treaty:
    """A treaty's record, and the questions that can be put to it.

    Lives are worked out once for each reading and kept; the record never changes.

    Args:
        record: What the documents say.
    """

    def __init__(self, record: Record) -> None:
        """Take a record."""
        self._record = record
        self._life = lru_cache(maxsize=128)(self._evaluate)

    @property
    def record(self) -> Record:
        """What the documents say."""
        return self._record

    def in_force(
        self,
        at: When,
        *,
        zone: Where = None,
        party: str | None = None,
        between: Pair = None,
        reading: str | Reading | None = None,
        known_as_of: When | None = None,
        fold: Fold | str = Fold.BOTH,
        widen: Widening | str = Widening.NONE,
    ) -> Answer:
        """Answer whether the treaty was in force.

        Args:
            at: When: text, a ``date``, a ``datetime`` or a moment (see :func:`treatyclock.moment`).
            zone: The clock of ``at``, or several that it may be on. A bare day needs none.
            party: For which party; for the treaty generally where not given.
            between: Or between which two parties: it is in force between them while it is for both.
            reading: By whose reading: the id of a declared one, or one of your own; by the
                treaty's own words where not given, with every convention they leave open.
            known_as_of: Use only what was known then, and assume no later act.
            fold: Which instant is meant if the clock showed ``at`` twice.
            widen: How far off ``at`` may be if it is qualified; the answer then rests on that.

        Raises:
            CivilTimeError: If ``at`` cannot be read as a time (its subclasses say why).
            UnknownPartyError: If the treaty names no such party.
            UnknownReadingError: If the file declares no such reading.

        Example:
            >>> pact = load("soviet-japanese-neutrality-pact")
            >>> pact.in_force("1945-08-09T00:10", zone="Asia/Tokyo").truth
            <Truth.YES: 'yes'>
        """
        when = moment(at, zone=zone, fold=fold, widen=widen)
        horizon = None if known_as_of is None else _horizon(known_as_of, zone)
        chosen = self._reading(reading)
        others = [each for each in (TEXT, *self._record.readings) if each != chosen]
        return in_force(
            self._life(chosen, horizon), (self._life(each, horizon) for each in others), when, _subject(party, between)
        )

    def status(
        self,
        at: When,
        *,
        zone: Where = None,
        party: str | None = None,
        between: Pair = None,
        reading: str | Reading | None = None,
        known_as_of: When | None = None,
        fold: Fold | str = Fold.BOTH,
        widen: Widening | str = Widening.NONE,
    ) -> frozenset[Status]:
        """Return every status that is possible at a moment; of one, it is certain.

        Takes and raises what :meth:`in_force` does.

        Example:
            >>> pact = load("soviet-japanese-neutrality-pact")
            >>> pact.status("1941-04-20", party="JPN")
            frozenset({<Status.SIGNATORY: 'signatory'>})
        """
        answer = self.in_force(
            at,
            zone=zone,
            party=party,
            between=between,
            reading=reading,
            known_as_of=known_as_of,
            fold=fold,
            widen=widen,
        )
        return answer.status

    def timeline(
        self,
        *,
        party: str | None = None,
        between: Pair = None,
        reading: str | Reading | None = None,
        known_as_of: When | None = None,
    ) -> Timeline[frozenset[Status]]:
        """Return the statuses possible at every instant.

        Example:
            >>> pact = load("soviet-japanese-neutrality-pact")
            >>> line = pact.timeline(reading="first-day-counted")
            >>> from datetime import datetime, UTC
            >>> line.at(datetime(1943, 1, 1, tzinfo=UTC))
            frozenset({<Status.PARTY: 'party'>})
        """
        subject = self._known(_subject(party, between))
        return self.life(reading=reading, known_as_of=known_as_of).timeline(subject)

    def dates(
        self,
        *,
        party: str | None = None,
        between: Pair = None,
        reading: str | Reading | None = None,
        known_as_of: When | None = None,
    ) -> Dates:
        """Return the dates that follow, each with the answers to open questions it comes out under.

        Args:
            party: For which party; for the treaty generally where not given.
            between: Or between which two parties.
            reading: By whose reading, as in :meth:`in_force`.
            known_as_of: Use only what was known then.

        Example:
            >>> pact = load("soviet-japanese-neutrality-pact")
            >>> [(each.value, dict(each.under)) for each in pact.dates().last_day_in_force]
            [('1946-04-25', {'first_day': 'not counted'}), ('1946-04-24', {'first_day': 'counted'})]
        """
        subject = self._known(_subject(party, between))
        return dates(self.life(reading=reading, known_as_of=known_as_of), subject)

    def life(self, *, reading: str | Reading | None = None, known_as_of: When | None = None) -> Life:
        """Return the worked-out life: every world, with its edges and reasons."""
        horizon = None if known_as_of is None else _horizon(known_as_of, None)
        return self._life(self._reading(reading), horizon)

    def what_if(
        self,
        *,
        add: Act | Mapping[str, Any] | Iterable[Act | Mapping[str, Any]] = (),
        drop: str | Iterable[str] = (),
    ) -> Treaty:
        """Return the treaty as it would be with other acts.

        Args:
            add: Acts, or tables of keys as an ``[[act]]`` of a treaty file has them.
            drop: Ids of acts to leave out.

        Raises:
            UnknownActError: If an act to drop is not there.
            DuplicateActError: If an act to add has the id of one that is there.
            TreatyFileError: If an act to add has faults.

        Example:
            >>> pact = load("soviet-japanese-neutrality-pact")
            >>> undenounced = pact.what_if(drop="denunciation")
            >>> [each.value for each in undenounced.dates().last_day_in_force]
            ['1951-04-25', '1951-04-24']
        """
        ids = {drop} if isinstance(drop, str) else set(drop)
        for id in sorted(ids):
            self._record.act(id)
        kept = [act for act in self._record.acts if act.id not in ids and act.of not in ids]
        record = replace(self._record, acts=tuple(kept))
        for act in [add] if isinstance(add, Act | Mapping) else add:
            made = act if isinstance(act, Act) else act_of(act, record)
            if any(other.id == made.id for other in record.acts):
                raise DuplicateActError(made.id, record.id)
            for party in made.by:
                record.party(party)
            record = replace(record, acts=(*record.acts, made))
        return Treaty(record)

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel as the record: lives are worked out again where they are asked for."""
        return Treaty, (self._record,)

    def __repr__(self) -> str:
        """Name the treaty and its parties."""
        return f"<Treaty {self._record.id}: {', '.join(party.id for party in self._record.parties)}>"

    def _reading(self, reading: str | Reading | None) -> Reading:
        if not isinstance(reading, Reading):
            return self._record.reading(reading)
        for id in (*reading.admits, *reading.rejects):
            self._record.act(id)
        return reading

    def _known(self, subject: Subject) -> Subject:
        for party in (subject,) if isinstance(subject, str) else subject or ():
            self._record.party(party)
        return subject

    def _evaluate(self, reading: Reading, horizon: Moment | None) -> Life:
        return evaluate(self._record, reading, horizon)


def _subject(party: str | None, between: Pair) -> Subject:
    if between is None:
        return party
    expect(between, (tuple, list), "between", "two parties: between=('SUN', 'JPN')")
    if party is not None or len(between) != 2 or len(set(between)) != 2:
        raise WrongTypeError("between", tuple(between), "two different parties, and no party beside them")
    one, other = between
    return one, other


def _horizon(value: When, zone: Where) -> Moment:
    """Read what was known by when; a bare date is taken as printed, whatever the zone asked about."""
    try:
        return moment(value)
    except NaiveTimeError:
        return moment(value, zone=zone)

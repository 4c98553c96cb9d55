"""A treaty to be asked: the record, and the questions that can be put to it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from treatyclock.civil.moments.moment import Fold, Moment
from treatyclock.civil.moments.read import moment
from treatyclock.civil.moments.widening import Widening
from treatyclock.corpus import record_of
from treatyclock.derive.deadlines import (
    Step,
    earliest_notice,
    effect_of,
    exit_by,
    last_timely_notice,
    renewals,
    windows_between,
)
from treatyclock.derive.life import Life, evaluate
from treatyclock.derive.standing import releases_all
from treatyclock.errors import WrongTypeError, expect
from treatyclock.formats.treaties.toml import load_text
from treatyclock.formats.treaties.what_if import NewAct, with_acts, without
from treatyclock.intervals import Timeline
from treatyclock.law.acts import Act
from treatyclock.law.readings import TEXT, Reading
from treatyclock.law.record import Record
from treatyclock.law.status import Status
from treatyclock.questions.answer import Answer
from treatyclock.questions.dates import Dates, dates
from treatyclock.questions.deadlines import DateAnswer, ask_date, expiry, sunset_end
from treatyclock.questions.difference import Difference, difference
from treatyclock.questions.in_force import in_force
from treatyclock.questions.inputs import Pair, When, Where, days_of, horizon_of, party_of, subject_of

_SHOWN = 8


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
        expect(record, Record, "a treaty", "a Record; load a file with tc.load() or its text with tc.loads()")
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
        known = None if known_as_of is None else horizon_of(known_as_of, zone)
        chosen = self._reading(reading)
        others = [each for each in (TEXT, *self._record.readings) if each != chosen]
        lives = (self._life(each, known) for each in others)
        subject = subject_of(self._record, party, between)
        return in_force(self._life(chosen, known), lives, when, subject)

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
        subject = subject_of(self._record, party, between)
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
        subject = subject_of(self._record, party, between)
        return dates(self.life(reading=reading, known_as_of=known_as_of), subject)

    def life(self, *, reading: str | Reading | None = None, known_as_of: When | None = None) -> Life:
        """Return the worked-out life: every world, with its edges and reasons."""
        known = None if known_as_of is None else horizon_of(known_as_of, None)
        return self._life(self._reading(reading), known)

    def what_if(
        self,
        *,
        add: NewAct | Iterable[NewAct] = (),
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
            >>> print(str(pact.difference(undenounced)).splitlines()[0])
            generally: last day in force 1946-04-25 or 1946-04-24 -> 1951-04-25 or 1951-04-24
        """
        return Treaty(with_acts(without(self._record, drop), add))

    def difference(self, other: Treaty, *, reading: str | Reading | None = None) -> Difference:
        """Compare with another treaty, such as one made by :meth:`what_if`: statuses and dates, party by party.

        Args:
            other: The other treaty.
            reading: By whose reading both are read.
        """
        expect(other, Treaty, "the treaty to compare with", "a Treaty, such as what_if() returns")
        return difference(self.life(reading=reading), other.life(reading=reading))

    # --- deadlines: the inverse questions ------------------------------------------------------

    def last_timely_notice(
        self, *, party: str | None = None, at: When | None = None, reading: str | Reading | None = None
    ) -> DateAnswer:
        """Return the last day for a notice that ends the treaty with its term, in a window, or for a fixed day.

        Args:
            party: Whose notice; not needed where one notice ends it for all. Left out elsewhere, that of a State which
                is a party since the treaty's own entry into force.
            at: A day of the term that is meant, or one before the window or fixed day; the first if left out.
            reading: By whose reading.

        Example:
            >>> pact = load("soviet-japanese-neutrality-pact")
            >>> print(pact.last_timely_notice())
            1945-04-25   if first_day = not counted
            1945-04-24   if first_day = counted
        """
        day = None if at is None else moment(at).days.first
        return self._date(
            self._of("last timely notice", party), last_timely_notice(party_of(self._record, party), day), reading
        )

    def earliest_notice(self, *, party: str | None = None, reading: str | Reading | None = None) -> DateAnswer:
        """Return the first day on which a notice has effect: after entry into force, a lock-in, or in a window.

        Example:
            >>> print(load("soviet-japanese-neutrality-pact").earliest_notice())
            1941-04-25
        """
        return self._date(self._of("earliest notice", party), earliest_notice(party_of(self._record, party)), reading)

    def earliest_exit(
        self, party: str | None = None, *, notice_on: When | None = None, reading: str | Reading | None = None
    ) -> DateAnswer:
        """Return the last day in force for a party that gives notice on a day.

        Args:
            party: Who gives it; not needed where one notice ends it for all. Left out elsewhere, a State which is a
                party since the treaty's own entry into force.
            notice_on: The date of the notice; the first on which one has effect if left out.
            reading: By whose reading.

        Example:
            >>> print(load("soviet-japanese-neutrality-pact").earliest_exit("JPN", notice_on="1944-01-01"))
            1946-04-25   if first_day = not counted
            1946-04-24   if first_day = counted
        """
        when = None if notice_on is None else moment(notice_on)
        question = self._of("last day in force after such a notice", party)
        return self._date(question, exit_by(party_of(self._record, party), when), reading)

    def effective_withdrawal(self, notice: str | NewAct, *, reading: str | Reading | None = None) -> DateAnswer:
        """Return the last day in force that a notice brings about; none if it has no effect.

        Args:
            notice: The id of a notice on record, or a notice to try, as :meth:`what_if` takes one.
            reading: By whose reading.

        Raises:
            UnknownActError: If the record holds no such act.
            WrongTypeError: If the act is no notice.

        Example:
            >>> pact = load("soviet-japanese-neutrality-pact")
            >>> print(pact.effective_withdrawal("denunciation", reading="atop-coding"))
            1945-04-05
        """
        expect(notice, (str, Act, Mapping), "notice", "the id of one on record, or an act to try")
        treaty = self if isinstance(notice, str) else self.what_if(add=notice)
        act = self._record.act(notice) if isinstance(notice, str) else treaty.record.acts[-1]
        if not act.kind.is_notice:
            raise WrongTypeError("notice", act.id, "a denunciation or withdrawal")
        return treaty._date(f"last day in force by {act.id}", effect_of(act.id), reading)

    def windows(
        self, first: When, last: When, *, party: str | None = None, reading: str | Reading | None = None
    ) -> DateAnswer:
        """Return the times for notice, as ``A/B`` with both days inside, of which a day lies between two days.

        Args:
            first: The first day looked at.
            last: The last.
            party: Whose; needed only where windows are counted from a party's own entry into force.
            reading: By whose reading.

        Raises:
            ReversedDaysError: If the last day lies before the first.
            TooManyDatesError: If there are too many to list.

        Example:
            >>> convention = load("ilo-underground-work-women-1935")
            >>> print(convention.windows("1960", "1970"))
            1967-05-30/1968-05-30
        """
        step = windows_between(party_of(self._record, party), *days_of(first, last))
        return self._date("times for notice", step, reading)

    def renewals(self, until: When, *, reading: str | Reading | None = None) -> DateAnswer:
        """Return the last day of the first term and of each renewed one, as far as it lives and up to a day.

        Example:
            >>> pact = load("soviet-japanese-neutrality-pact").what_if(drop="denunciation")
            >>> pact.renewals("1960").outcomes[0].value
            ('1946-04-25', '1951-04-25')
        """
        return self._date("last days of the term and its renewals", renewals(moment(until).days.last), reading)

    def expiry(
        self,
        *,
        party: str | None = None,
        reading: str | Reading | None = None,
        known_as_of: When | None = None,
    ) -> DateAnswer:
        """Return the last day in force, as foreseen by what is recorded; none where no end is foreseen.

        Example:
            >>> print(load("soviet-japanese-neutrality-pact").expiry(known_as_of="1945-04-01"))
            1951-04-25   if first_day = not counted
            1951-04-24   if first_day = counted
        """
        return expiry(self.life(reading=reading, known_as_of=known_as_of), party_of(self._record, party))

    def sunset_end(self, *, party: str | None = None, reading: str | Reading | None = None) -> DateAnswer:
        """Return the last day of the effect that survives the end; ``..`` without limit, none where none survives."""
        return sunset_end(self.life(reading=reading), party_of(self._record, party))

    def _date(self, question: str, step: Step, reading: str | Reading | None) -> DateAnswer:
        return ask_date(self.life(reading=reading), question, step)

    def _of(self, question: str, party: str | None) -> str:
        several = party is None and not releases_all(self._record)
        return f"{question} (by a party from the first)" if several else question

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel as the record: lives are worked out again where they are asked for."""
        return Treaty, (self._record,)

    def __repr__(self) -> str:
        """Name the treaty and its parties, or the first of many."""
        parties = [party.id for party in self._record.parties]
        more = f" and {len(parties) - _SHOWN} more" if len(parties) > _SHOWN else ""
        return f"<Treaty {self._record.id}: {', '.join(parties[:_SHOWN])}{more}>"

    def _reading(self, reading: str | Reading | None) -> Reading:
        if not isinstance(reading, Reading):
            return self._record.reading(reading)
        for id in (*reading.admits, *reading.rejects):
            self._record.act(id)
        return reading

    def _evaluate(self, reading: Reading, horizon: Moment | None) -> Life:
        return evaluate(self._record, reading, horizon)

"""A treaty: its record, and the questions that can be put to it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import Any, Unpack

from treatyclock.answers.answer import Answer
from treatyclock.answers.chronology import Chronologies, Chronology, Stage
from treatyclock.answers.dates import DateAnswer, Dates
from treatyclock.answers.difference import Difference
from treatyclock.answers.notice import NoticeAnswer
from treatyclock.answers.overview import Overview
from treatyclock.answers.parties import PartiesAt
from treatyclock.answers.protection import Protection
from treatyclock.answers.recorded_differences import RecordedDifferences
from treatyclock.answers.terms import TermAnswer
from treatyclock.civil.moments.moment import Fold
from treatyclock.civil.moments.read import MomentLike
from treatyclock.civil.moments.widening import Widening
from treatyclock.corpus import events_of_cases, record_of, shipped
from treatyclock.derive.histories.life import Life
from treatyclock.errors import UnwritableTreatyError, expect
from treatyclock.formats.documents.toml import write_file
from treatyclock.formats.treaties.as_tables import tables_of
from treatyclock.formats.treaties.as_toml import text_of
from treatyclock.formats.treaties.what_if import NewAct, with_acts, without
from treatyclock.intervals import Timeline
from treatyclock.law.beside import with_beside
from treatyclock.law.readings import Reading
from treatyclock.law.record import Record
from treatyclock.law.status import Status
from treatyclock.questions.difference import difference
from treatyclock.questions.inputs import Pair, Where, horizon_of, on_any_clock, subject_of
from treatyclock.questions.recorded_differences import recorded_differences
from treatyclock.truth import Truth
from treatyclock.view import Lives, View, Whose

_SHOWN = 8


class Treaty:
    """A treaty's record, and the questions that can be put to it.

    Every question takes those of ``party=``, ``between=``, ``reading=``, ``known_as_of=``, ``choose=`` and ``part=``
    (see :meth:`under`) that can change its answer: a term, say, is the whole treaty's and takes no party. Two are equal
    if their records say the same, whatever their files are called and whatever comments these have. Lives are
    worked out once for each reading and kept; the record never changes.

    Args:
        record: What the documents say.
    """

    def __init__(self, record: Record) -> None:
        """Take a record."""
        expect(record, Record, "a treaty", "a Record; load a file with tc.load() or its text with tc.loads()")
        self._record = record
        self._lives: dict[str | None, tuple[Record, Lives]] = {}

    @property
    def record(self) -> Record:
        """What the documents say."""
        return self._record

    def under(
        self,
        *,
        party: str | None = None,
        between: Pair = None,
        reading: str | Reading | None = None,
        known_as_of: MomentLike | None = None,
        choose: Mapping[str, str] | None = None,
        part: str | None = None,
    ) -> View:
        """Return the treaty as a reading has it, for somebody, by what was known: any question can be put to it.

        Args:
            party: For which party; for the treaty generally where not given.
            between: Or between which two parties: it is in force between them while it is for both.
            reading: By whose reading: the id of a declared one, or one of your own; by the treaty's own words where
                not given, with every convention that these words leave open.
            known_as_of: Use only what was known then, and assume no later act.
            choose: Conventions that are chosen on top of that reading, each with its answer; the answer tells them.
            part: About which part of the treaty, by its id; about the treaty as a whole where not given.

        Raises:
            UnknownPartError: If the treaty has no such part.
            UnknownPartyError: If the treaty names no such party.
            UnknownReadingError: If the file declares no such reading.
            UnknownChoiceError: If there is no such convention, or no such answer to it.
            CivilTimeError: If ``known_as_of`` cannot be read as a time.

        Example:
            >>> import treatyclock as tc
            >>> tokyo = tc.load("soviet-japanese-neutrality-pact").under(reading="japanese-government")
            >>> tokyo.in_force("1946-04-25T12:00Z").truth
            <Truth.NO: 'no'>
            >>> not_counted = tc.load("soviet-japanese-neutrality-pact").under(choose={"first_day": "not counted"})
            >>> not_counted.in_force("1946-04-25T12:00Z").truth
            <Truth.YES: 'yes'>
        """
        record, lives = self._about(part)
        return View(
            record=record,
            reading=self._reading(reading).choosing({} if choose is None else choose),
            known_as_of=None if known_as_of is None else horizon_of(known_as_of, None),
            subject=subject_of(self._record, party, between),
            lives=lives,
            filed=self._record,
        )

    def _about(self, part: str | None) -> tuple[Record, Lives]:
        """Return the record of a part, or of the treaty as a whole, and its lives; made once and kept."""
        if part is not None:
            expect(part, str, "part", "the id of a [[part]]: part='annex-1'")
        if part not in self._lives:
            record = self._record.about(part)
            self._lives[part] = (record, Lives(record))
        return self._lives[part]

    def in_force(
        self,
        at: MomentLike,
        *,
        zone: Where = None,
        fold: Fold | str = Fold.BOTH,
        widen: Widening | str = Widening.NONE,
        **whose: Unpack[Whose],
    ) -> Answer:
        """Answer whether the treaty was in force (:meth:`View.in_force`).

        Args:
            at: When: text, a ``date``, a ``datetime`` or a moment (see :func:`treatyclock.moment`).
            zone: The clock of ``at``, or several that it may be on. Without one, a bare day is a day of the treaty,
                which is compared as a date; with ``"any"`` it is all instants with its date on some clock on earth.
            fold: Which instant is meant if the clock showed ``at`` twice.
            widen: How far off ``at`` may be if it is qualified; the answer then rests on that.
            **whose: ``party``, ``between``, ``reading``, ``known_as_of``, ``choose``, ``part``: see :meth:`under`.

        Raises:
            CivilTimeError: If ``at`` cannot be read as a time (its subclasses say why).
            UnknownPartyError: If the treaty names no such party.
            UnknownReadingError: If the file declares no such reading.

        Example:
            >>> import treatyclock as tc
            >>> pact = tc.load("soviet-japanese-neutrality-pact")
            >>> pact.in_force("1945-08-09T00:10", zone="Asia/Tokyo").truth
            <Truth.YES: 'yes'>
        """
        known = whose.get("known_as_of")
        if known is not None and zone is not None and not on_any_clock(zone):
            # An hour without a clock is one on the clock of the question.
            whose["known_as_of"] = horizon_of(known, zone)
        return self.under(**whose).in_force(at, zone=zone, fold=fold, widen=widen)

    def status(
        self,
        at: MomentLike,
        *,
        zone: Where = None,
        fold: Fold | str = Fold.BOTH,
        widen: Widening | str = Widening.NONE,
        **whose: Unpack[Whose],
    ) -> frozenset[Status]:
        """Return every status that is possible at a moment; if there is only one, it is certain.

        Takes and raises what :meth:`in_force` does.

        Example:
            >>> import treatyclock as tc
            >>> pact = tc.load("soviet-japanese-neutrality-pact")
            >>> pact.status("1941-04-20", party="JPN")
            frozenset({<Status.SIGNATORY: 'signatory'>})
        """
        return self.in_force(at, zone=zone, fold=fold, widen=widen, **whose).status

    def parties(
        self,
        at: MomentLike,
        *,
        zone: Where = None,
        fold: Fold | str = Fold.BOTH,
        widen: Widening | str = Widening.NONE,
        reading: str | Reading | None = None,
        known_as_of: MomentLike | None = None,
        choose: Mapping[str, str] | None = None,
        part: str | None = None,
    ) -> PartiesAt:
        """Return who was a party at a moment: each State that the treaty lists, with a truth of its own.

        Args:
            at: When, as :meth:`in_force` takes it.
            zone: As there.
            fold: As there.
            widen: As there.
            reading: By whose reading.
            known_as_of: By what was known then.
            choose: Conventions that are chosen besides.
            part: Of which part of the treaty.

        Example:
            >>> import treatyclock as tc
            >>> paris = tc.load("paris-agreement-2015")
            >>> "USA" in paris.parties("2020-11-03").yes, "USA" in paris.parties("2020-11-04").no
            (True, True)
        """
        view = self.under(reading=reading, known_as_of=known_as_of, choose=choose, part=part)
        return view.parties(at, zone=zone, fold=fold, widen=widen)

    def protected(self, on: MomentLike, *, made: MomentLike, zone: Where = None, **whose: Unpack[Whose]) -> Protection:
        """Answer whether something, such as an investment, is protected on a day that was made on another.

        Args:
            on: When it is to be protected, as :meth:`in_force` takes it.
            made: When it was made.
            zone: The clock of ``on``.
            **whose: As :meth:`under` takes them: the host State, or the host and the home State.

        Raises:
            ReversedDaysError: If it was made only later.

        Example:
            >>> import treatyclock as tc
            >>> treaty = tc.load("netherlands-czechoslovakia-bit-1991")
            >>> treaty.protected("2030-01-01", made="2015-06-01").truth
            <Truth.YES: 'yes'>
        """
        return self.under(**whose).protected(on, made=made, zone=zone)

    def ever(self, first: MomentLike, last: MomentLike, **whose: Unpack[Whose]) -> Truth:
        """Tell whether the treaty was in force at any time from one day to another, both inside.

        Example:
            >>> import treatyclock as tc
            >>> tc.load("soviet-japanese-neutrality-pact").ever("1941", "1945")
            <Truth.YES: 'yes'>
        """
        return self.under(**whose).ever(first, last)

    def always(self, first: MomentLike, last: MomentLike, **whose: Unpack[Whose]) -> Truth:
        """Tell whether the treaty was in force at every time from one day to another, both inside.

        Example:
            >>> import treatyclock as tc
            >>> tc.load("soviet-japanese-neutrality-pact").always("1941", "1945")
            <Truth.NO: 'no'>
        """
        return self.under(**whose).always(first, last)

    def next_change(self, after: MomentLike, **whose: Unpack[Whose]) -> Stage | None:
        """Return the next stage of the chronology that begins after a day; None where nothing changes any more.

        Example:
            >>> import treatyclock as tc
            >>> stage = tc.load("paris-agreement-2015").next_change("2018-01-01", party="USA")
            >>> str(stage.first_day), sorted(each.value for each in stage.status)
            ('2020-11-04', ['former party'])
        """
        return self.under(**whose).next_change(after)

    def timeline(self, **whose: Unpack[Whose]) -> Timeline[frozenset[Status]]:
        """Return the statuses possible at every instant.

        Example:
            >>> import treatyclock as tc
            >>> pact = tc.load("soviet-japanese-neutrality-pact")
            >>> line = pact.timeline(reading="first-day-counted")
            >>> from datetime import datetime, UTC
            >>> line.at(datetime(1943, 1, 1, tzinfo=UTC))
            frozenset({<Status.PARTY: 'party'>})
        """
        return self.under(**whose).timeline()

    def chronology(self, **whose: Unpack[Whose]) -> Chronology:
        """Return the statuses possible on each day of the calendar, from which day to which.

        A day is one on the clock that the treaty counts by, as in a question about a day.

        Example:
            >>> import treatyclock as tc
            >>> print(tc.load("soviet-japanese-neutrality-pact").chronology(reading="first-day-counted"))
            ..          1941-04-12  negotiating
            1941-04-13  1941-04-13  negotiating or signatory
            1941-04-14  1941-04-24  signatory
            1941-04-25  1946-04-24  party
            1946-04-25  ..          former party
        """
        return self.under(**whose).chronology()

    def chronologies(self, by: str = "party", **whose: Unpack[Whose]) -> Chronologies:
        """Return several chronologies side by side: of the treaty generally and each party, by reading, or by part.

        Args:
            by: ``"party"``, ``"reading"``, or ``"part"``: of the treaty as a whole and of each of its parts.
            whose: As :meth:`in_force` takes them; by party no party is asked for, by reading no reading, and by part no
                part.

        Raises:
            UnknownChoiceError: If ``by`` is none of these.

        Example:
            >>> import treatyclock as tc
            >>> print(tc.load("paris-agreement-2015").chronologies()["USA"])
            ..          2016-04-21  negotiating
            2016-04-22  2016-04-22  negotiating or signatory
            2016-04-23  2016-09-02  signatory
            2016-09-03  2016-09-03  contracting State or signatory
            2016-09-04  2016-11-03  contracting State
            2016-11-04  2020-11-03  party
            2020-11-04  2021-02-18  former party
            2021-02-19  2026-01-26  party
            2026-01-27  ..          former party
        """
        return self.under(**whose).chronologies(by)

    def overview(self) -> Overview:
        """Return what a reader wants to see first: a notebook shows it for a treaty."""
        view = self.under()
        return Overview(
            record=self._record,
            dates=view.dates(),
            by_party=view.chronologies("party"),
            by_reading=view.chronologies("reading"),
            by_part=view.chronologies("part") if self._record.parts else None,
        )

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        """Show it in a notebook."""
        return self.overview()._repr_mimebundle_(include, exclude)

    def dates(self, **whose: Unpack[Whose]) -> Dates:
        """Return the dates that follow, each with the answers to open questions it comes out under.

        Example:
            >>> import treatyclock as tc
            >>> pact = tc.load("soviet-japanese-neutrality-pact")
            >>> [(each.value, dict(each.under)) for each in pact.dates().last_day_in_force]
            [(('1946-04-25',), {'first_day': 'not counted'}), (('1946-04-24',), {'first_day': 'counted'})]
        """
        return self.under(**whose).dates()

    def life(
        self,
        *,
        reading: str | Reading | None = None,
        known_as_of: MomentLike | None = None,
        choose: Mapping[str, str] | None = None,
        part: str | None = None,
    ) -> Life:
        """Return the worked-out life: every world, with its edges and reasons, for whomever it is asked about."""
        return self.under(reading=reading, known_as_of=known_as_of, choose=choose, part=part).life

    def recorded_differences(
        self,
        *,
        reading: str | Reading | None = None,
        known_as_of: MomentLike | None = None,
        part: str | None = None,
    ) -> RecordedDifferences:
        """Return the recorded days of entry into force and of exits that are surely not the day by the count.

        Each has its cause, of those in ``docs/real-data.md``, as far as one treaty's record can tell it.

        Example:
            >>> import treatyclock as tc
            >>> days = {"kind": "accession", "by": "Utopia", "on": "2016-07-05", "recorded": "2016-08-05", "ref": "x"}
            >>> tables = tc.load("paris-agreement-2015").to_dict()
            >>> tables["parties"]["Utopia"] = "Utopia"
            >>> tables["act"].append(days)
            >>> [each.days_apart for each in tc.from_dict(tables).recorded_differences() if each.party == "Utopia"]
            [-91]
        """
        return recorded_differences(self.life(reading=reading, known_as_of=known_as_of, part=part))

    # --- deadlines: the inverse questions --------------------------------------------------------

    def last_timely_notice(self, *, at: MomentLike | None = None, **whose: Unpack[Whose]) -> DateAnswer:
        """Return the last day for a notice that ends the treaty with its term, in a window, or for a fixed day.

        Args:
            at: A day of the term that is meant, or one before the window or fixed day; the first in each
                period of being a party if left out.
            **whose: As :meth:`under` takes them. Without a party, and where one notice does not end the treaty for all,
                the notice is that of a State which is a party since the treaty's own entry into force.

        Example:
            >>> import treatyclock as tc
            >>> pact = tc.load("soviet-japanese-neutrality-pact")
            >>> print(pact.last_timely_notice())
            1945-04-25   if first_day = not counted
            1945-04-24   if first_day = counted
        """
        return self.under(**whose).last_timely_notice(at=at)

    def earliest_notice(self, *, at: MomentLike | None = None, **whose: Unpack[Whose]) -> DateAnswer:
        """Return the first day on which a notice has effect: after entry into force, a lock-in, or in a window.

        Args:
            at: A day of the period of being a party that is meant, or one before it; each period if left out.
            **whose: As :meth:`last_timely_notice` takes them.

        Example:
            >>> import treatyclock as tc
            >>> print(tc.load("soviet-japanese-neutrality-pact").earliest_notice())
            1941-04-25
        """
        return self.under(**whose).earliest_notice(at=at)

    def earliest_exit(
        self,
        party: str | None = None,
        *,
        notice_on: MomentLike | None = None,
        at: MomentLike | None = None,
        reading: str | Reading | None = None,
        known_as_of: MomentLike | None = None,
        choose: Mapping[str, str] | None = None,
        part: str | None = None,
    ) -> DateAnswer:
        """Return the first day out for a party that gives notice on a day; none if the notice has no effect.

        The last day in force stands beside it (``last_days``).

        Args:
            party: Who gives it; not needed where one notice ends it for all.
            notice_on: The date of the notice; the first on which one has effect if left out.
            at: Without such a date, as :meth:`earliest_notice` takes it.
            reading: By whose reading.
            known_as_of: By what was known then.
            choose: Conventions that are chosen besides.
            part: About which part of the treaty.

        Example:
            >>> import treatyclock as tc
            >>> print(tc.load("soviet-japanese-neutrality-pact").earliest_exit("JPN", notice_on="1944-01-01"))
            1946-04-26 (last day in force 1946-04-25)   if first_day = not counted
            1946-04-25 (last day in force 1946-04-24)   if first_day = counted
        """
        view = self.under(party=party, reading=reading, known_as_of=known_as_of, choose=choose, part=part)
        return view.earliest_exit(notice_on=notice_on, at=at)

    def notice(
        self,
        *,
        by: str,
        on: MomentLike,
        zone: Where = None,
        grounds: bool = True,
        reading: str | Reading | None = None,
        known_as_of: MomentLike | None = None,
        choose: Mapping[str, str] | None = None,
        part: str | None = None,
    ) -> NoticeAnswer:
        """Answer whether a notice has an effect, whether it is in time, and which days follow; if none, why.

        Args:
            by: The party that gives it.
            on: Its date.
            zone: The clock of an hour, or several that it may be on.
            grounds: Whether it states the grounds that the clause may require.
            reading: By whose reading.
            known_as_of: By what was known then.
            choose: Conventions that are chosen besides.
            part: About which part of the treaty.

        Example:
            >>> import treatyclock as tc
            >>> pact = tc.load("soviet-japanese-neutrality-pact").what_if(drop="denunciation")
            >>> answer = pact.notice(by="SUN", on="1945-04-27", choose={"first_day": "not counted"})
            >>> answer.truth, answer.in_time
            (<Truth.YES: 'yes'>, <Truth.NO: 'no'>)
            >>> answer.reasons[0].value.cause, answer.last_days[0].value
            (<NoticeCause.LATE_FOR_THIS_TERM: 'too late for this term'>, ('1951-04-25',))
        """
        view = self.under(party=by, reading=reading, known_as_of=known_as_of, choose=choose, part=part)
        return view.notice(on=on, zone=zone, grounds=grounds)

    def effective_withdrawal(self, notice: str | NewAct, **whose: Unpack[Whose]) -> DateAnswer:
        """Return the first day out that a notice brings about, as depositaries name it; none if it has no effect.

        The last day in force stands beside it (``last_days``).

        Args:
            notice: The id of a notice on record, or a notice to try, as :meth:`what_if` takes one.
            **whose: As :meth:`under` takes them.

        Raises:
            UnknownActError: If the record holds no such act.
            WrongTypeError: If the act is no notice.

        Example:
            >>> import treatyclock as tc
            >>> pact = tc.load("soviet-japanese-neutrality-pact")
            >>> print(pact.effective_withdrawal("denunciation", reading="atop-coding"))
            1945-04-05
        """
        return self.under(**whose).effective_withdrawal(notice)

    def windows(self, first: MomentLike, last: MomentLike, **whose: Unpack[Whose]) -> DateAnswer:
        """Return the times for notice that are open on any day between two; each as ``A/B``, both days inside.

        Args:
            first: The first day looked at.
            last: The last.
            **whose: As :meth:`under` takes them; a party only where windows are counted from its own entry into force.

        Raises:
            ReversedDaysError: If the last day lies before the first.
            TooManyDatesError: If there are too many to list.

        Example:
            >>> import treatyclock as tc
            >>> convention = tc.load("ilo-underground-work-women-1935")
            >>> print(convention.windows("1960", "1970"))
            1967-05-30/1968-05-30
        """
        return self.under(**whose).windows(first, last)

    def reviews(self, first: MomentLike, last: MomentLike, **whose: Unpack[Whose]) -> DateAnswer:
        """Return the days between two on which a review is due, or by which a conference is to decide.

        Args:
            first: The first day looked at.
            last: The last.
            **whose: As :meth:`under` takes them; a party for the reviews that are its matter, or everybody's.

        Example:
            >>> import treatyclock as tc
            >>> print(tc.load("non-proliferation-treaty-1968").reviews("1990", "2000"))
            1995-03-05
        """
        return self.under(**whose).reviews(first, last)

    def time_limits(self, first: MomentLike, last: MomentLike, **whose: Unpack[Whose]) -> DateAnswer:
        """Return the last days of the time limits that end between two days.

        Args:
            first: The first day looked at.
            last: The last.
            **whose: As :meth:`under` takes them; a party for its own time limits, and everybody's.

        Example:
            >>> import treatyclock as tc
            >>> print(tc.load("non-proliferation-treaty-1968").time_limits("1970", "2000"))
            none
        """
        return self.under(**whose).time_limits(first, last)

    def renewals(
        self,
        until: MomentLike,
        *,
        reading: str | Reading | None = None,
        known_as_of: MomentLike | None = None,
        choose: Mapping[str, str] | None = None,
        part: str | None = None,
    ) -> DateAnswer:
        """Return the last day of the first term and of each renewed term, up to the treaty's end and up to a day.

        A term is the whole treaty's, so that no party can be asked for.

        Example:
            >>> import treatyclock as tc
            >>> pact = tc.load("soviet-japanese-neutrality-pact").what_if(drop="denunciation")
            >>> pact.renewals("1960").outcomes[0].value
            ('1946-04-25', '1951-04-25')
        """
        return self.under(reading=reading, known_as_of=known_as_of, choose=choose, part=part).renewals(until)

    def term(
        self,
        at: MomentLike,
        *,
        reading: str | Reading | None = None,
        known_as_of: MomentLike | None = None,
        part: str | None = None,
    ) -> TermAnswer:
        """Return the last day of the stretch of the term that runs on a day, and how often it had been renewed by then.

        Example:
            >>> import treatyclock as tc
            >>> answer = tc.load("soviet-japanese-neutrality-pact").what_if(drop="denunciation").term("1948-01-01")
            >>> print(answer)
            On a hypothesis: without denunciation of 5 April 1945 15:00 (Europe/Moscow).
            1951-04-25 (renewed once)   if first_day = not counted
            1951-04-24 (renewed once)   if first_day = counted
        """
        return self.under(reading=reading, known_as_of=known_as_of, part=part).term(at)

    def expiry(self, *, at: MomentLike | None = None, **whose: Unpack[Whose]) -> DateAnswer:
        """Return the last day in force, as foreseen by what is recorded; none where no end is foreseen.

        Args:
            at: A day, for the end of the time as a party in which it lies, or of the next one: a State may have been a
                party twice. The last end if left out.
            **whose: As :meth:`under` takes them.

        Example:
            >>> import treatyclock as tc
            >>> print(tc.load("soviet-japanese-neutrality-pact").expiry(known_as_of="1945-04-01"))
            1951-04-25 (first day out 1951-04-26)   if first_day = not counted
            1951-04-24 (first day out 1951-04-25)   if first_day = counted
        """
        return self.under(**whose).expiry(at=at)

    def sunset_end(self, **whose: Unpack[Whose]) -> DateAnswer:
        """Return the last day of the effect that survives the end; ``..`` without limit, none where none survives."""
        return self.under(**whose).sunset_end()

    # --- other acts ------------------------------------------------------------------------------

    def what_if(self, *, add: NewAct | Iterable[NewAct] = (), drop: str | Iterable[str] = ()) -> Treaty:
        """Return the treaty as it would be with other acts.

        Args:
            add: Acts, or tables of keys as an ``[[act]]`` of a treaty file has them. Where the list of parties is in
                part, a State that is not on it may act too; it has then done what is added and nothing else.
            drop: Ids of acts to leave out.

        Raises:
            UnknownActError: If an act to drop is not there.
            DuplicateActError: If an act to add has the id of one that is there.
            TreatyFileError: If an act to add has faults.

        Example:
            >>> import treatyclock as tc
            >>> pact = tc.load("soviet-japanese-neutrality-pact")
            >>> undenounced = pact.what_if(drop="denunciation")
            >>> [each.value for each in undenounced.dates().last_day_in_force]
            [('1951-04-25',), ('1951-04-24',)]
            >>> print(str(pact.difference(undenounced)).splitlines()[0])
            generally: last day in force 1946-04-25 or 1946-04-24 -> 1951-04-25 or 1951-04-24
        """
        return Treaty(with_acts(without(self._record, drop), add, resolve=events_of_cases()))

    def beside(self, *others: Treaty) -> Treaty:
        """Return the treaty beside other treaties, whose own answers it heeds where one of the two names the other.

        A later treaty may end or suspend this one (`[[other_treaty]]` in its file); this one may wait for another, or
        fall with it (`in_force` and `[[companion]]` here). The others are read by the reading of the same name, where
        their files declare one, and else by their text. What is open there is open here, as a question that names it.

        Args:
            *others: The other treaties, in any order.

        Raises:
            BesideError: If two have one id, if two depend on each other, or if one has nothing to do with the others.

        Example:
            >>> import treatyclock as tc
            >>> pact = tc.load("soviet-japanese-neutrality-pact")
            >>> later = tc.from_dict({
            ...     "schema": 1, "id": "later", "title": "A later pact", "parties": {"SUN": "USSR", "JPN": "Japan"},
            ...     "entry_into_force": {"recorded": "1943-06-01", "ref": "art. 5"},
            ...     "other_treaty": {"treaty": pact.record.id, "effect": "ends", "ref": "art. 4"},
            ... })
            >>> [each.value for each in pact.beside(later).dates().last_day_in_force]
            [('1943-05-31',)]
        """
        for other in others:
            expect(other, Treaty, "a treaty beside this one", "a Treaty, such as tc.load() returns")
        return Treaty(with_beside(self._record, [other.record for other in others]))

    def difference(
        self,
        other: Treaty,
        *,
        reading: str | Reading | None = None,
        known_as_of: MomentLike | None = None,
        choose: Mapping[str, str] | None = None,
        part: str | None = None,
    ) -> Difference:
        """Compare with another treaty, such as one made by :meth:`what_if`: statuses and dates, party by party.

        Args:
            other: The other treaty.
            reading: By whose reading both are read.
            known_as_of: By what was known then.
            choose: Conventions that are chosen besides, for both.
            part: A part of both treaties, to compare that alone.
        """
        expect(other, Treaty, "the treaty to compare with", "a Treaty, such as what_if() returns")
        lives = (
            each.life(reading=reading, known_as_of=known_as_of, choose=choose, part=part) for each in (self, other)
        )
        return difference(*lives)

    # --- as a file ---------------------------------------------------------------------------------

    def to_dict(self) -> dict[str, Any]:
        """Return the tables of a treaty file, as :func:`from_dict` takes them.

        Raises:
            UnwritableTreatyError: If no file says what the treaty says, as where :meth:`what_if` changed it.

        Example:
            >>> import treatyclock as tc
            >>> tc.load("soviet-japanese-neutrality-pact").to_dict()["term"]
            {'lasts': 'P5Y', 'from': 'entry into force', 'ref': 'art. 3', 'source': 'text'}
        """
        return tables_of(self._record)

    def dump(self, path: str | os.PathLike[str], *, overwrite: bool = False) -> None:
        """Write a treaty file that loads as an equal treaty; comments are not kept.

        Args:
            path: The file.
            overwrite: Whether it may exist already.

        Raises:
            UnwritableTreatyError: As :meth:`to_dict` does.
            UnwrittenFileError: If the file exists already, or cannot be written.
        """
        write_file(path, text_of(self._record), overwrite=overwrite)

    # --- as a value ------------------------------------------------------------------------------

    def __eq__(self, other: object) -> bool:
        """Tell whether two treaties have one record."""
        return isinstance(other, Treaty) and self._record == other._record

    def __hash__(self) -> int:
        """Hash the record."""
        return hash(self._record)

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel as the record: lives are worked out again where they are asked for."""
        return Treaty, (self._record,)

    def __repr__(self) -> str:
        """Write code that makes an equal treaty; where no file says what this one says, its name and its parties."""
        if self._record.id in shipped() and record_of(self._record.id) == self._record:
            return f"treatyclock.load({self._record.id!r})"
        try:
            text = text_of(self._record)
        except UnwritableTreatyError:
            return f"<Treaty {self}>"
        # In quotes of several lines nothing is to be escaped, so that the file can be read and copied.
        return f"treatyclock.loads({text!r})" if "\\" in text or "'''" in text else f"treatyclock.loads('''\n{text}''')"

    def __str__(self) -> str:
        """Name the treaty and its parties, or the first of many."""
        parties = [party.id for party in self._record.parties]
        more = f" and {len(parties) - _SHOWN} more" if len(parties) > _SHOWN else ""
        return f"{self._record.id}: {', '.join(parties[:_SHOWN])}{more}"

    def _reading(self, reading: str | Reading | None) -> Reading:
        if not isinstance(reading, Reading):
            return self._record.reading(reading)
        for id in (*reading.admits, *reading.rejects):
            self._record.act(id)
        return reading

"""A treaty under one reading, for one subject, by what was known at a time: every question is put to such a view."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from typing import Any, TypedDict

from treatyclock.answers.answer import Answer
from treatyclock.answers.chronology import Chronologies, Chronology, ChronologyOf, Stage
from treatyclock.answers.dates import Asked, DateAnswer, Dates
from treatyclock.answers.notice import NoticeAnswer
from treatyclock.answers.parties import PartiesAt
from treatyclock.answers.protection import Protection
from treatyclock.answers.terms import TermAnswer
from treatyclock.civil.days import Days
from treatyclock.civil.moments.moment import Fold, Moment, on_days
from treatyclock.civil.moments.read import MomentLike, moment
from treatyclock.civil.moments.widening import Widening
from treatyclock.corpus import events_of_cases, name_of
from treatyclock.derive.exit.addressees import releases_all
from treatyclock.derive.exit.rules import open_to
from treatyclock.derive.histories.by_date import by_date
from treatyclock.derive.histories.life import Life, evaluate
from treatyclock.derive.inverse import deadlines
from treatyclock.derive.inverse.dated import DateRule
from treatyclock.derive.inverse.due_days import reviews_between, time_limits_between
from treatyclock.derive.inverse.exits_tried import effect_of, exit_by
from treatyclock.errors import ReversedDaysError, WrongTypeError, expect, plain
from treatyclock.formats.treaties.asked_texts import asked_texts
from treatyclock.formats.treaties.what_if import NewAct, with_acts
from treatyclock.intervals import Timeline
from treatyclock.law.acts.act import Act
from treatyclock.law.clauses.exit import Denunciation, ExitWhen
from treatyclock.law.readings import TEXT, Reading
from treatyclock.law.record import Record
from treatyclock.law.sides import for_its_side
from treatyclock.law.status import Status
from treatyclock.law.subjects import GENERALLY, Subject
from treatyclock.questions.chronologies import BY_PART, chronologies
from treatyclock.questions.chronology import chronology
from treatyclock.questions.dates import dates
from treatyclock.questions.deadlines import ask_date, ask_exit, expiry, sunset_end, term_answer
from treatyclock.questions.in_force import in_force
from treatyclock.questions.inputs import Pair, TimeAsked, Where, bare, bare_days_of, day_of, days_of, time_asked
from treatyclock.questions.looked_up import LookedUp, look_up, on_a_day
from treatyclock.questions.notice import notice
from treatyclock.questions.protection import protected
from treatyclock.questions.throughout import always, ever, parties_at
from treatyclock.truth import Truth


class Whose(TypedDict, total=False):
    """Whom and whose reading a question is about; a question takes those that can change its answer.

    Attributes:
        party: For which party; for the treaty generally where not given.
        between: Or between which two parties: it is in force between them while it is for both.
        reading: By whose reading: the id of a declared one, or one of your own; by the treaty's own words where not
            given, with every convention that they leave open.
        known_as_of: Use only what was known then, and assume no later act.
        choose: Conventions that are chosen on top of that reading, each with its answer.
        part: About which part of the treaty, by its id; about the treaty as a whole where not given.
    """

    party: str | None
    between: Pair
    reading: str | Reading | None
    known_as_of: MomentLike | None
    choose: Mapping[str, str] | None
    part: str | None


class Lives:
    """The lives of a record, each worked out once for a reading and a state of knowledge, and kept."""

    def __init__(self, record: Record) -> None:
        """Take the record, which never changes."""
        self._record = record
        self._kept: OrderedDict[tuple[Reading, Moment | None, bool], Life] = OrderedDict()
        # Every question asks every declared reading, so that all of them are kept for some states of knowledge.
        self._most = _MOST_KEPT + _TIMES_KEPT * (1 + len(record.readings))

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel as the record: lives are worked out again where they are asked for."""
        return Lives, (self._record,)

    @cached_property
    def _plain(self) -> bool:
        """Whether the dates of the record are compared as dates as they stand; worked out once somebody asks."""
        return by_date(self._record, TEXT) is self._record

    def of(self, reading: Reading, known_as_of: Moment | None, *, dated: bool = False) -> Life:
        """Return a life.

        Args:
            reading: The reading.
            known_as_of: By what was known then.
            dated: Whether dates are compared as dates (:mod:`treatyclock.derive.histories.by_date`).

        Raises:
            UnusableRecordError: If too much is open at once, or a date leaves the years 1 to 9999.
        """
        key = (reading, known_as_of, dated and not self._plain)
        life = self._kept.get(key)
        if life is None:
            record = by_date(self._record, reading) if dated else self._record
            life = self._kept[key] = evaluate(record, reading, known_as_of)
            if len(self._kept) > self._most:
                self._kept.popitem(last=False)  # the one not asked for longest, so that no long run fills the memory
        else:
            self._kept.move_to_end(key)
        return life


_MOST_KEPT, _TIMES_KEPT = 256, 16


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class View:
    """A treaty under a reading, for a subject, by what was known; :meth:`treatyclock.Treaty.under` makes one.

    Attributes:
        record: What the documents say.
        reading: By whose reading.
        known_as_of: By what was known then; None for all that is.
        subject: For whom.
        lives: The lives of the record, each worked out once.
        filed: The record of the whole file, with the acts of all its parts.
    """

    record: Record
    reading: Reading
    known_as_of: Moment | None
    subject: Subject
    lives: Lives = field(compare=False)
    filed: Record = field(compare=False)

    def __repr__(self) -> str:
        """Name the treaty, whom it is seen for, by which reading, and by what was known; not all that is on record."""
        known = "" if self.known_as_of is None else f", as known on {plain(self.known_as_of)}"
        reading = "" if self.reading == TEXT else f", by reading {plain(self.reading.id)}"
        return f"<View of {plain(self.record.title)}: {self.subject}{reading}{known}>"

    @property
    def life(self) -> Life:
        """What follows: every world, with its reasons."""
        return self.lives.of(self.reading, self.known_as_of)

    # --- in force, and when ----------------------------------------------------------------------

    def in_force(
        self,
        at: MomentLike,
        *,
        zone: Where = None,
        fold: Fold | str = Fold.BOTH,
        widen: Widening | str = Widening.NONE,
    ) -> Answer:
        """Answer whether the treaty was in force.

        Args:
            at: When: text, a ``date``, a ``datetime`` or a moment (see :func:`treatyclock.moment`).
            zone: The clock of ``at``, or several that it may be on. Without one, a bare day is a day of the treaty,
                which is compared as a date; with ``"any"`` it is all instants with its date on some clock on earth.
            fold: Which instant is meant if the clock showed ``at`` twice.
            widen: How far off ``at`` may be if it is qualified; the answer then rests on that.

        Raises:
            CivilTimeError: If ``at`` cannot be read as a time (its subclasses say why).

        Example:
            >>> import treatyclock as tc
            >>> view = tc.load("soviet-japanese-neutrality-pact").under(party="JPN")
            >>> view.in_force("1945-08-09T00:10", zone="Asia/Tokyo").truth
            <Truth.YES: 'yes'>
        """
        time = time_asked(at, zone, fold, widen)
        others = (each for each in (TEXT, *self.record.readings) if each != self.reading)
        found = [look_up(self._life_of(each, time), time, self.subject) for each in (self.reading, *others)]
        texts = partial(asked_texts, self.filed, self.reading, name_of)
        return in_force(found, self.record, time, argued=lambda: self.life, dated=self._dated, texts=texts)

    def status(
        self,
        at: MomentLike,
        *,
        zone: Where = None,
        fold: Fold | str = Fold.BOTH,
        widen: Widening | str = Widening.NONE,
    ) -> frozenset[Status]:
        """Return every status that is possible at a moment; takes what :meth:`in_force` does."""
        return self.in_force(at, zone=zone, fold=fold, widen=widen).status

    def parties(
        self,
        at: MomentLike,
        *,
        zone: Where = None,
        fold: Fold | str = Fold.BOTH,
        widen: Widening | str = Widening.NONE,
    ) -> PartiesAt:
        """Return who was a party at a moment; takes what :meth:`in_force` does."""
        time = time_asked(at, zone, fold, widen)
        return parties_at(self.record, self._life_of(self.reading, time), time)

    def protected(self, on: MomentLike, *, made: MomentLike, zone: Where = None) -> Protection:
        """Answer whether something is protected on a day that was made on another.

        While the treaty is in force it is; after the end it may be, by the effect that survives, where it was made
        before what the sunset clause names.

        Args:
            on: When it is to be protected, as :meth:`in_force` takes it.
            made: When it was made.
            zone: The clock of ``on``.

        Raises:
            ReversedDaysError: If it was made only later.
        """
        time, when = time_asked(on, zone, Fold.BOTH, Widening.NONE), moment(made)
        if when.days.first > time.at.days.last:
            raise ReversedDaysError(made, on)
        return protected(self.record, self._life_of(self.reading, time), time, when, self.subject)

    def ever(self, first: MomentLike, last: MomentLike) -> Truth:
        """Tell whether it was in force at any time from one day to another, both inside.

        Raises:
            ReversedDaysError: If the last day lies before the first.
        """
        return ever(self._throughout(first, last))

    def always(self, first: MomentLike, last: MomentLike) -> Truth:
        """Tell whether it was in force at every time from one day to another, both inside.

        Raises:
            ReversedDaysError: If the last day lies before the first.
        """
        return always(self._throughout(first, last))

    def next_change(self, after: MomentLike) -> Stage | None:
        """Return the next stage of the chronology that begins after a day; None where nothing changes any more.

        Raises:
            TimeFormatError: If it has an hour or a clock: a chronology is one of days.
        """
        day = bare(after).days.last
        later = (stage for stage in self.chronology() if stage.first_day is not None and stage.first_day > day)
        return next(later, None)

    def _throughout(self, first: MomentLike, last: MomentLike) -> LookedUp:
        begins, ends = bare_days_of(first, last)
        days = on_days(f"{begins}/{ends}", [Days(first=begins, last=ends)], ())
        return on_a_day(self._dated(self.reading), days, self.subject)

    def _dated(self, reading: Reading) -> Life:
        return self.lives.of(reading, self.known_as_of, dated=True)

    def _life_of(self, reading: Reading, time: TimeAsked) -> Life:
        return self.lives.of(reading, self.known_as_of, dated=time.by_date)

    def timeline(self) -> Timeline[frozenset[Status]]:
        """Return the statuses possible at every instant."""
        return self.life.timeline(self.subject)

    def chronology(self) -> Chronology:
        """Return the statuses possible on each day of the calendar, from which day to which."""
        return chronology(self._dated(self.reading), self.subject)

    def chronologies(self, by: str = "party") -> Chronologies:
        """Return several chronologies side by side: of the treaty generally and each party, by reading, or by part.

        Raises:
            UnknownChoiceError: If ``by`` is neither ``"party"`` nor ``"reading"`` nor ``"part"``.
        """
        if by == BY_PART:
            return self._chronologies_of_parts()
        return chronologies(by, self.record, self.reading, self.subject, self._dated)

    def _chronologies_of_parts(self) -> Chronologies:
        whole = ChronologyOf(id="", name="the treaty as a whole", chronology=self._about(None).chronology())
        parts = (
            ChronologyOf(id=each.id, name=each.title or each.id, chronology=self._about(each.id).chronology())
            for each in self.filed.parts
        )
        return Chronologies(title=self.filed.title, by=BY_PART, each=(whole, *parts))

    def _about(self, part: str | None) -> View:
        record = self.filed.about(part)
        return replace(self, record=record, lives=Lives(record))

    def dates(self) -> Dates:
        """Return the dates that follow, each with the answers to open questions it comes out under."""
        return dates(self.life, self.subject)

    # --- deadlines: the inverse questions --------------------------------------------------------

    def last_timely_notice(self, *, at: MomentLike | None = None) -> DateAnswer:
        """Return the last day for a notice that ends the treaty with its term, in a window, or for a fixed day.

        Args:
            at: A day of the term that is meant, or one before the window or fixed day; the first in each
                period of being a party if left out.

        Raises:
            TimeFormatError: If it is no single day.
        """
        day = None if at is None else day_of(at)
        rules = open_to(self.record.read_as(self.reading).several(Denunciation), self._party)
        always = bool(rules) and all(each.when is ExitWhen.ANY_TIME for each in rules)
        free = " (notice can be given at any time)" * always
        question = self._of(f"last timely notice{free}")
        return self._date(question, deadlines.last_timely_notice(self._party, day), at=at)

    def earliest_notice(self, *, at: MomentLike | None = None) -> DateAnswer:
        """Return the first day on which a notice has effect: after entry into force, a lock-in, or in a window.

        Args:
            at: A day of the period of being a party that is meant, or one before it; each period if left out.
        """
        day = None if at is None else day_of(at)
        return self._date(self._of("earliest notice"), deadlines.earliest_notice(self._party, day), at=at)

    def earliest_exit(self, *, notice_on: MomentLike | None = None, at: MomentLike | None = None) -> DateAnswer:
        """Return the first day out for a party that gives notice on a day; none if the notice has no effect.

        Args:
            notice_on: The date of the notice; the first on which one has effect if left out.
            at: Without such a date, as :meth:`earliest_notice` takes it.
        """
        when = None if notice_on is None else moment(notice_on)
        day = None if at is None else moment(at).days.first
        given = "the earliest notice" if when is None else f"a notice of {when}"
        question, rule = self._of(f"first day out by {given}"), exit_by(self._party, when, day)
        return ask_exit(self.life, self.subject, question, rule, _given(notice_on=notice_on, at=at))

    def notice(self, *, on: MomentLike, zone: Where = None, grounds: bool = True) -> NoticeAnswer:
        """Answer whether a notice of this party has an effect, whether it is in time, which days follow; if none, why.

        Args:
            on: The date of the notice.
            zone: The clock of an hour, or several that it may be on.
            grounds: Whether it states the grounds that the clause may require.

        Raises:
            WrongTypeError: If no party is asked for.
        """
        if self._party is None:
            raise WrongTypeError("by", None, "the party that gives the notice: by='SUN'")
        return notice(self.life, self.subject, moment(on, zone=zone), grounds=grounds)

    def effective_withdrawal(self, notice: str | NewAct) -> DateAnswer:
        """Return the first day out that a notice brings about; none if it has no effect.

        Args:
            notice: The id of a notice on record, or a notice to try, as :meth:`treatyclock.Treaty.what_if` takes one.

        Raises:
            UnknownActError: If the record holds no such act.
            WrongTypeError: If the act is no notice; if the party did not give it, or several did and no party is asked
                for, and it does not end the treaty for all.
        """
        expect(notice, (str, Act, Mapping), "notice", "the id of one on record, or an act to try")
        if isinstance(notice, str):
            act, life = self.record.act(notice), self.life
        else:
            act, record = self._tried(notice)
            life = evaluate(record, self.reading, self.known_as_of)
        if not act.kind.is_notice:
            raise WrongTypeError("notice", act.id, "a denunciation or withdrawal")
        act = for_its_side(self.record.read_as(self.reading), act)
        # Where one notice ends the treaty for all, its day is everybody's.
        if self._party is not None and self._party not in act.by and not self._one_ends_it:
            raise WrongTypeError("party", self._party, f"one that gave the notice {act.id}: {', '.join(act.by)}")
        whose = self._party
        if whose is None and len(act.by) > 1 and not self._one_ends_it:
            raise WrongTypeError("party", whose, f"one of those who gave the notice {act.id}: {', '.join(act.by)}")
        rule = effect_of(act.id, whose)
        name = act.id if act.hypothetical is None else f"the hypothetical {act.id}"
        return ask_exit(life, self.subject, f"first day out by {name}", rule)

    def _tried(self, notice: NewAct) -> tuple[Act, Record]:
        """Return an act that is tried and the record with it; it is known when everything else is."""
        *others, made = with_acts(self.record, notice, resolve=events_of_cases()).acts
        act = made if self.known_as_of is None else replace(made, known=self.known_as_of)
        return act, replace(self.record, acts=(*others, act))

    def windows(self, first: MomentLike, last: MomentLike) -> DateAnswer:
        """Return the times for notice that are open on any day between two; each as ``A/B``, both days inside.

        Args:
            first: The first day looked at.
            last: The last.

        Raises:
            ReversedDaysError: If the last day lies before the first.
            TooManyDatesError: If there are too many to list.
        """
        rule = deadlines.windows_between(self._party, *days_of(first, last))
        rules = open_to(self.record.read_as(self.reading).several(Denunciation), self._party)
        none = " (the clause has no windows)" * (bool(rules) and all(each.window is None for each in rules))
        return self._date(f"times for notice{none}", rule, first=first, last=last)

    def reviews(self, first: MomentLike, last: MomentLike) -> DateAnswer:
        """Return the days between two on which a review is due, or by which a conference is to decide.

        Those of a view for a party are the reviews that are its matter, or everybody's.

        Args:
            first: The first day looked at.
            last: The last.

        Raises:
            ReversedDaysError: If the last day lies before the first.
            TooManyDatesError: If there are too many to list.
            WrongTypeError: If the view is for two.
        """
        rule = reviews_between(self._whose_matter, *days_of(first, last))
        return self._date("days on which a review is due", rule, first=first, last=last)

    def time_limits(self, first: MomentLike, last: MomentLike) -> DateAnswer:
        """Return the last days of the time limits that end between two days.

        Those of a view for a party are its own time limits, and everybody's.

        Args:
            first: The first day looked at.
            last: The last.

        Raises:
            ReversedDaysError: If the last day lies before the first.
            TooManyDatesError: If there are too many to list.
            WrongTypeError: If the view is for two.
        """
        rule = time_limits_between(self._whose_matter, *days_of(first, last))
        return self._date("last days of time limits", rule, first=first, last=last)

    def renewals(self, until: MomentLike) -> DateAnswer:
        """Return the last day of the first term and of each renewed term, up to the treaty's end and up to a day.

        Raises:
            WrongTypeError: If the view is for a party or for two: a term is the whole treaty's.
        """
        if self.subject != GENERALLY:
            raise WrongTypeError("a party", str(self.subject), "none here: a term is the whole treaty's")
        rule = deadlines.renewals(moment(until).days.last)
        return self._date("last days of the term and its renewals", rule, until=until)

    def term(self, at: MomentLike) -> TermAnswer:
        """Return the last day of the stretch of the term that runs on a day, and how often it had been renewed.

        Raises:
            WrongTypeError: If the view is for a party or for two: a term is the whole treaty's.
            TimeFormatError: If it is no single day.
        """
        if self.subject != GENERALLY:
            raise WrongTypeError("a party", str(self.subject), "none here: a term is the whole treaty's")
        question = f"last day of the term that runs on {at}"
        return term_answer(self._date(question, deadlines.stretches(day_of(at)), at=at))

    def expiry(self, *, at: MomentLike | None = None) -> DateAnswer:
        """Return the last day in force, as foreseen by what is recorded; none where no end is foreseen.

        Args:
            at: A day, for the end of the time as a party in which it lies, or of the next one: a State may have been a
                party twice. The last end if left out.

        Raises:
            TimeFormatError: If it is no single day.
        """
        return expiry(self.life, self.subject, None if at is None else day_of(at))

    def sunset_end(self) -> DateAnswer:
        """Return the last day of the effect that survives the end; ``..`` without limit, none where none survives."""
        return sunset_end(self.life, self.subject)

    @property
    def _whose_matter(self) -> str | None:
        """Whose reviews and time limits a question is about; a pair has none, but each of the two has."""
        if self.subject.pair is not None:
            raise WrongTypeError("between", self.subject.parties, "no pair here: ask for one party, party='SUN'")
        return self._party

    @property
    def _party(self) -> str | None:
        """Whose notice a question is about; a notice is one party's, so that a pair has none."""
        member = None if self.subject.party is None else self.record.member(self.subject.party)
        if member is not None:
            ours = f"the party that it belongs to: party={member[0].id!r}"
            raise WrongTypeError("party", self.subject.party, ours)
        if self.subject.pair is not None:
            raise WrongTypeError("between", self.subject.parties, "no pair here: a notice is one party's, party='SUN'")
        return self.subject.party

    @property
    def _one_ends_it(self) -> bool:
        """Whether, on this reading, one notice ends the treaty for all."""
        return releases_all(self.record.read_as(self.reading))

    def _date(self, question: str, rule: DateRule, **asked: object) -> DateAnswer:
        return ask_date(self.life, self.subject, question, rule, _given(**asked))

    def _of(self, question: str) -> str:
        several = self.subject.party is None and not self._one_ends_it
        return f"{question} (by an original party)" if several else question


def _given(**asked: object) -> Asked:
    """Return what else a question was put with."""
    return tuple((name, str(value)) for name, value in asked.items() if value is not None)

"""Pictures as values: each shows itself in a notebook as SVG, and :mod:`treatyclock.plot` draws it with matplotlib.

Example:
    >>> import treatyclock as tc
    >>> from treatyclock import pictures
    >>> pact = tc.load("soviet-japanese-neutrality-pact")
    >>> pictures.life(pact, by="reading").printed("svg")[:4]
    '<svg'
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Unpack

from treatyclock.answers.answer import Answer
from treatyclock.answers.chronology import Chronologies, Chronology, ChronologyOf
from treatyclock.answers.reconciliation import Reconciliation
from treatyclock.civil.clocks.zones import Zone, zone
from treatyclock.civil.moments.read import MomentLike, moment
from treatyclock.errors import NothingToDrawError, NotOneInstantError, ReversedDaysError, WrongTypeError, expect, plain
from treatyclock.instants import SECOND
from treatyclock.law.readings import TEXT, Reading
from treatyclock.questions.chronologies import BY_PART, BY_READING
from treatyclock.questions.inputs import Where, bare, bare_days_of
from treatyclock.show.pictures.asked import marks_of, picture_of_answer, picture_of_lives
from treatyclock.show.pictures.case import picture_of_case
from treatyclock.show.pictures.contested import contested
from treatyclock.show.pictures.deadlines import DayBand, picture_of_deadlines
from treatyclock.show.pictures.known import KnownLife, became_known, picture_of_known
from treatyclock.show.pictures.lives import picture_of
from treatyclock.show.pictures.night import clocks_of_a_night
from treatyclock.show.pictures.picture import Picture, Plane
from treatyclock.treaty import Treaty
from treatyclock.view import Whose

Clocks = Mapping[str, str | Zone] | Iterable[str | Zone]
MarkedInstants = Mapping[str, MomentLike] | Reconciliation
_MINUTE = 60 * SECOND


def life(
    treaty: Treaty,
    *,
    by: str | None = "party",
    at: MomentLike | None = None,
    zone: Where = None,
    **whose: Unpack[Whose],
) -> Picture:
    """Return from when to when a treaty was in force: a band for each party, reading or part whose life is of its own.

    Beside the lives of parties, a band shows where a declared reading contradicts the first.

    Args:
        treaty: The treaty.
        by: ``"party"``, ``"reading"``, ``"part"``, or None for one band alone.
        at: A moment to mark, as :meth:`treatyclock.Treaty.in_force` takes it.
        zone: The clock of that moment.
        **whose: Whom and whose reading it is about, as :meth:`treatyclock.Treaty.under` takes them.

    Raises:
        UnknownChoiceError: If ``by`` is none of these.

    Example:
        >>> import treatyclock as tc
        >>> [band.name for band in life(tc.load("brest-litovsk-1918"), by=None).bands]
        ['generally', 'contested']
    """
    expect(treaty, Treaty, "the treaty to draw", "a Treaty, such as tc.load() returns")
    view = treaty.under(**whose)
    marks = () if at is None else marks_of(view.in_force(at, zone=zone))
    if by is None:
        own = ChronologyOf(id="", name=str(view.subject), chronology=view.chronology())
        lives = Chronologies(title=treaty.record.title, by="party", each=(own,))
    else:
        lives = view.chronologies(by)
    alone = lives.by in (BY_READING, BY_PART)
    beside = () if alone else contested(lives.each[0].chronology, view.chronologies(BY_READING))
    return picture_of_lives(lives, marks=marks, beside=beside)


def compare(treaty: Treaty, readings: Iterable[str | Reading] | None = None, *, party: str | None = None) -> Picture:
    """Return a band for the treaty's own terms and one for each reading, with what differs pointed out.

    Args:
        treaty: The treaty.
        readings: The readings, declared ones by their ids, or your own; all declared ones if left out.
        party: For which party; for the treaty generally where not given.

    Example:
        >>> import treatyclock as tc
        >>> pact = tc.load("soviet-japanese-neutrality-pact")
        >>> [len(band.differs) for band in compare(pact, ["japanese-government", "prolonged-to-1951"]).bands]
        [0, 1, 1]
    """
    expect(treaty, Treaty, "the treaty to draw", "a Treaty, such as tc.load() returns")
    if isinstance(readings, str):
        raise WrongTypeError("readings", readings, f"several: readings=[{readings!r}]")
    chosen = [TEXT, *(treaty.record.readings if readings is None else readings)]
    views = [treaty.under(party=party, reading=None if each is TEXT else each) for each in chosen]
    rows = [(_reading_name(view.reading), view.chronology()) for view in views]
    return picture_of(f"{plain(treaty.record.title)}: readings compared", rows, compared=True)


def _reading_name(reading: Reading) -> str:
    return "its terms" if reading.id == TEXT.id else plain(reading.id)


def answer(asked: Answer) -> Picture:
    """Return the picture of an answer: its life, the readings that say otherwise, and the moment.

    Raises:
        NothingToDrawError: If by no reading it ever was in force.

    Example:
        >>> import treatyclock as tc
        >>> pact = tc.load("soviet-japanese-neutrality-pact")
        >>> answer(pact.in_force("1945-08-09 00:10", zone="Asia/Tokyo")).marks[0].label
        '1945-08-08 18:10 (Europe/Moscow)'
    """
    expect(asked, Answer, "the answer to draw", "an Answer, such as treaty.in_force() returns")
    picture = picture_of_answer(asked)
    if picture is None:
        raise NothingToDrawError(asked.record.title, "it was never in force, by any reading")
    return picture


def deadlines(
    treaty: Treaty,
    first: MomentLike,
    last: MomentLike,
    *,
    party: str | None = None,
    reading: str | Reading | None = None,
    known_as_of: MomentLike | None = None,
    part: str | None = None,
) -> Picture:
    """Return what is due between two days: notices, windows, reviews, time limits, ends of terms.

    Args:
        treaty: The treaty.
        first: The first day that is shown, such as today.
        last: The last.
        party: For which party; for one from the first where not given.
        reading: By whose reading.
        known_as_of: By what was known then.
        part: Of which part.

    Raises:
        ReversedDaysError: If the last day lies before the first.

    Example:
        >>> import treatyclock as tc
        >>> pact = tc.load("soviet-japanese-neutrality-pact")
        >>> found = deadlines(pact, "1941", "1947", known_as_of="1945-04-01")
        >>> [band.name for band in found.bands][:3]
        ['status', 'earliest notice', 'last timely notice']
    """
    expect(treaty, Treaty, "the treaty to draw", "a Treaty, such as tc.load() returns")
    begins, ends = bare_days_of(first, last)
    view = treaty.under(party=party, reading=reading, known_as_of=known_as_of, part=part)
    whole = treaty.under(reading=reading, known_as_of=known_as_of, part=part)
    edges = (begins, ends)
    bands = [
        DayBand(name="earliest notice", outcomes=view.earliest_notice().outcomes),
        DayBand(name="last timely notice", outcomes=view.last_timely_notice().outcomes),
        DayBand(name="times for notice", outcomes=view.windows(*edges).outcomes, windows=True),
        DayBand(name="reviews", outcomes=view.reviews(*edges).outcomes),
        DayBand(name="time limits", outcomes=view.time_limits(*edges).outcomes),
        DayBand(name="ends of a term", outcomes=whole.renewals(ends).outcomes),
        DayBand(name="last day in force", outcomes=view.expiry().outcomes),
        DayBand(name="end of surviving effect", outcomes=view.sunset_end().outcomes),
    ]
    title = f"{plain(treaty.record.title)}: what is due, {view.subject}"
    return picture_of_deadlines(title, view.chronology(), bands, begins, ends)


def case(found: Reconciliation) -> Picture:
    """Return when each event of a case came, with the hours and dates that the cheapest repairs give up.

    Raises:
        NothingToDrawError: If nothing is known of any event.

    Example:
        >>> import treatyclock as tc
        >>> [band.name for band in case(tc.reconcile("august-1945")).bands][:2]
        ['the declaration of war', 'the beginning of the declared war']
    """
    expect(found, Reconciliation, "the case to draw", "a Reconciliation, such as tc.reconcile() returns")
    picture = picture_of_case(found)
    if picture is None:
        raise NothingToDrawError(found.case.title, "nothing is known of when any event came")
    return picture


def night(
    clocks: Clocks,
    first: MomentLike,
    last: MomentLike,
    marks: MarkedInstants | None = None,
    *,
    zone: str | Zone | None = None,
    title: str = "",
) -> Picture:
    """Return the clocks of a night: a band for each clock, the same instants on all, midnights marked.

    Args:
        clocks: The names of the clocks, or a mapping of what to call each to the clock.
        first: The instant at the left edge.
        last: The one at the right.
        marks: Instants to mark, by what to write; or a reconciled case, whose events are marked that came at one time.
        zone: The clock of instants that are given without one.
        title: What it shows.

    Raises:
        NotOneInstantError: If one of these times is no single instant.
        ReversedDaysError: If the last instant is not after the first.

    Example:
        >>> found = night(
        ...     {"Moscow": "Europe/Moscow", "the front": "Manchukuo"},
        ...     "1945-08-08 12:00",
        ...     "1945-08-08 23:00",
        ...     {"the attack": "1945-08-08 15:10"},
        ...     zone="UTC",
        ... )
        >>> [band.below[0].label for band in found.bands]
        ['18:10', '00:10']
    """
    named = clocks if isinstance(clocks, Mapping) else {_clock(each).key: each for each in clocks}
    start, end = _instant(first, zone), _instant(last, zone)
    if start >= end:
        raise ReversedDaysError(first, last)
    marked = _events(marks) if isinstance(marks, Reconciliation) else [
        (_instant(at, zone), label) for label, at in (marks or {}).items()
    ]  # fmt: skip
    shown = [(at, label) for at, label in marked if start <= at <= end]
    return clocks_of_a_night({name: _clock(each) for name, each in named.items()}, start, end, shown, title)


def _clock(named: str | Zone) -> Zone:
    return named if isinstance(named, Zone) else zone(named)


def _instant(at: MomentLike, clock: str | Zone | None) -> int:
    meant = moment(at) if clock is None else moment(at, zone=clock)
    parts = meant.support.intervals
    if len(parts) != 1 or parts[0].start is None or parts[0].end != parts[0].start + 1:
        raise NotOneInstantError(str(meant))
    return parts[0].start


def _events(found: Reconciliation) -> list[tuple[int, str]]:
    """Return the events that came at one time, as near as sources put it."""
    events = found.consequences.in_order if found.repairs.found else ()
    times = [(each, each.bounds[0].start, each.bounds[0].end) for each in events if each.settled]
    return [
        (start, found.case.event_title(each.event))
        for each, start, end in times
        if start is not None and end is not None and end - start <= _MINUTE
    ]


def known(
    treaty: Treaty,
    *,
    party: str | None = None,
    reading: str | Reading | None = None,
    since: MomentLike | None = None,
    first: MomentLike | None = None,
) -> Plane:
    """Return legal time against what was known when: what later documents changed, and what had been foreseen before.

    From left to right it is the time at which the treaty was in force or not, from the bottom up the time at which
    somebody asks. A treaty kept secret shows as a stretch of which nothing was known when it was already past.

    Args:
        treaty: The treaty.
        party: For which party; for the treaty generally where not given.
        reading: By whose reading.
        since: The first day of knowledge that is shown, where not all of it is.
        first: The first day of legal time that is shown.

    Raises:
        NothingToDrawError: If nothing on record has a date.
        TimeFormatError: If one of these days has an hour or a clock.

    Example:
        >>> import treatyclock as tc
        >>> [mark.label for mark in known(tc.load("yalta-far-east-1945")).marks]
        ['1946-02-11: signature by the USSR, the United States and the United Kingdom (in force from 1945-02-11)']
    """
    expect(treaty, Treaty, "the treaty to draw", "a Treaty, such as tc.load() returns")
    became = became_known(treaty.record)
    title = f"{plain(treaty.record.title)}: legal time against what was known when"
    if not became:
        raise NothingToDrawError(title, "nothing on record has a date")

    def life_by(day: date) -> Chronology:
        return treaty.under(party=party, reading=reading, known_as_of=day.isoformat()).chronology()

    earliest = next(iter(became))
    before = life_by(earliest - timedelta(days=1) if earliest > date.min else earliest)
    lives = [KnownLife(since=day, became_known=text, life=life_by(day)) for day, text in became.items()]
    return picture_of_known(title, before, lives, since=_day(since), first=_day(first))


def _day(at: MomentLike | None) -> date | None:
    return None if at is None else bare(at).days.first

"""Treaties of two parties whose dates collide, and the treaty files that say the same."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from treatyclock.testing.oracle.days import ONE_DAY, Moment, Period, When, civil_date, not_before
from treatyclock.testing.oracle.two.edges import deadlines, telling_days
from treatyclock.testing.oracle.two.treaty import (
    PARTIES,
    Answer,
    Denunciation,
    Extension,
    Notice,
    RecordedEnd,
    Renewal,
    Spec,
    Term,
    Termination,
    entry_day,
)
from treatyclock.testing.specifications.choices import Draw, once_in, shuffled

OFFSETS = (180, 540, 60, -300, 330, 840)
MIDNIGHTS = ((180,), (540,), (180, 540), (540, 180), (0, 840), (-300, 330))
ENTRIES = ("ratified by all", "signed", "instruments exchanged", "fixed date")
ANCHORS = ("entry into force", "signature", "ratification", "exchange of instruments")

# Month ends and the leap day: where a short month, a first day and a deadline are most likely to meet.
DAYS = (1, 13, 25, 28, 29, 30, 31, 31)
LEAP_DAYS = (date(1936, 2, 29), date(1940, 2, 29))

# Months of 31 days from which one or six months back lead into a shorter one, where deadlines are disputed.
BEFORE_SHORT_MONTHS = (3, 5, 8, 10, 12)

TERMS = (
    *(Period(years) for years in (1, 2, 4, 5, 6)),
    *(Period(months=months) for months in (1, 6, 13)),
    *(Period(days=days) for days in (1, 30, 90)),
    Period(1, 6),
    Period(months=1, days=15),
    Period(1, 1, 1),
)
BLOCKS = (*(Period(years) for years in (1, 2, 5)), *(Period(months=months) for months in (3, 6)), Period(0, 1, 15))
NOTICES = (
    *(Period(months=months) for months in (1, 1, 3, 6, 6, 13)),
    *(Period(days=days) for days in (1, 30)),
    Period(1),
    Period(1, 6),
    Period(months=1, days=1),
)
AT_ONCE = Period()
SILENT = (None, True, False)
LATE = ("from the notice", "from the end of the term", "without effect")

# Days from a day that matters: mostly around it, sometimes after all is over.
DISTANCES = (0, 0, 0, 1, -1, 1, -1, 2, -2, 45, 400)

# Seconds from a day's beginning at which an exact act is likely to matter: mostly about that midnight or the next.
CLOCKS = (0, -1, 1, 24 * 3600, 24 * 3600 - 1, 24 * 3600 + 1, 12 * 3600, 15 * 3600, -6 * 3600)


def treaty_of_two(draw: Draw) -> Spec:
    """A treaty, what the parties did to bring it about, and what they did to prolong and to end it."""
    spec = _treaty(draw)
    if spec.term and not spec.term.until_event and once_in(draw, 2):
        spec = replace(spec, extensions=_extensions(draw, spec))
    if once_in(draw, 6):
        spec = replace(spec, terminations=(_termination(draw, spec),))
    notices = tuple(
        Notice(f"notice-{number}", draw.pick(PARTIES), _when(draw, spec))
        for number in range(1, draw.pick((0, 1, 1, 1, 2, 2, 3)) + 1)
    )
    if spec.denunciation and spec.denunciation.when == "at any time":
        notices = tuple(replace(notice, effective=_named(draw, notice.when)) for notice in notices)
    noticed = replace(spec, notices=notices)
    rescissions, answers = [], []
    for notice in notices:
        choice = draw.whole(1, 6)
        if choice <= 2:
            when = _when(draw, noticed, after=notice.when)
            rescissions.append(Answer("rescission", f"rescission-of-{notice.id}", notice.id, notice.party, when))
        elif choice == 3:
            answers += _suspensions(draw, noticed, notice)
    answered = replace(noticed, rescissions=tuple(rescissions), answers=tuple(answers))
    return replace(answered, end=_recorded_end(draw, answered)) if once_in(draw, 8) else answered


def instant(draw: Draw, instants: Sequence[datetime]) -> datetime:
    """An instant to ask about: at an edge, within half a day of one, or anywhere in the years around."""
    choice = draw.whole(1, 8)
    if not instants or choice == 8:
        return datetime(1930, 1, 1, tzinfo=UTC) + timedelta(minutes=draw.whole(0, 30 * 365 * 24 * 60))
    edge = draw.pick(instants)
    return edge + timedelta(minutes=draw.whole(-720, 720)) if choice >= 6 else edge


# --- the treaty ------------------------------------------------------------------------------------


def _treaty(draw: Draw) -> Spec:
    """A treaty with its acts of consent, in the order in which parties do them, and no notice yet."""
    signatures = {party: _day(draw, 1936, 1940) for party in _doers(draw)}
    ratifications = {party: _later(draw, signatures.values()) for party in _doers(draw)}
    done = (*signatures.values(), *ratifications.values())
    entry = draw.pick(ENTRIES)
    term = None if once_in(draw, 4) else _term(draw)
    renewal = _renewal(draw) if term and not term.until_event and not once_in(draw, 3) else None
    exchanged = entry == "instruments exchanged" or (term and term.anchor == "exchange of instruments")
    event: When | None = None
    if term and term.until_event and not once_in(draw, 6):
        day = _day(draw, 1940, 1945)
        hour = Moment(datetime(day.year, day.month, day.day, 15), draw.pick(OFFSETS[:4]))
        event = day if once_in(draw, 2) else hour
    return Spec(
        midnights=draw.pick(MIDNIGHTS),
        entry=entry,
        entry_on=_day(draw, 1936, 1941) if entry == "fixed date" else None,
        signatures=signatures,
        ratifications=ratifications,
        exchange=_later(draw, done) if (_mostly(draw) if exchanged else once_in(draw, 2)) else None,
        event=event,
        term=term,
        renewal=renewal,
        denunciation=_denunciation(draw, term, renewal) if _mostly(draw) else None,
        month_end=draw.pick((None, "clamp", "roll")),
    )


def _term(draw: Draw) -> Term:
    choice = draw.whole(1, 6)
    if choice == 6:
        plus = draw.pick((AT_ONCE, AT_ONCE, Period(1), Period(months=6)))
        return Term(AT_ONCE, "", draw.pick(SILENT) if plus else None, until_event=True, plus=plus)
    if choice == 5:
        return Term(AT_ONCE, "", None, _day(draw, 1938, 1945))
    return Term(draw.pick(TERMS), draw.pick(ANCHORS), draw.pick(SILENT))


def _renewal(draw: Draw) -> Renewal:
    block = draw.pick((None, *BLOCKS))
    if block is None:
        return Renewal(None, 0, then_indefinite=True)
    times = draw.pick((1, 1, 2, 3, None))
    further = draw.pick(BLOCKS) if once_in(draw, 4) else None
    return Renewal(block, times, times is not None and once_in(draw, 2), further)


def _denunciation(draw: Draw, term: Term | None, renewal: Renewal | None) -> Denunciation:
    period, first_day = draw.pick(NOTICES), draw.pick(SILENT)
    if term is None or term.until_event or once_in(draw, 3):
        return Denunciation("at any time", draw.pick((AT_ONCE, period)), first_day_counts=first_day)
    afterwards = None
    if renewal and renewal.then_indefinite:
        afterwards = draw.pick((None, None, AT_ONCE, AT_ONCE, Period(days=1), Period(months=3), Period(1)))
    late = draw.pick(LATE) if renewal and renewal.then_indefinite and once_in(draw, 2) else None
    return Denunciation("at the end of the term", period, afterwards, first_day, late)


# --- what the parties then did -----------------------------------------------------------------------


def _extensions(draw: Draw, spec: Spec) -> tuple[Extension, ...]:
    """Agreements about the ends of the term, each to a later end than the one before; some by one party only."""
    found = []
    for number in range(draw.pick((1, 1, 2))):
        day = civil_date(_when(draw, spec))
        effective = draw.pick((None, None, day + ONE_DAY, day + 30 * ONE_DAY))
        by = draw.pick((PARTIES, PARTIES, PARTIES, PARTIES[:1]))
        found.append(Extension(f"extension-{number}", day, day, effective, by))
    longer = []
    until = max(telling_days(spec), default=date.min)
    for each in sorted(found, key=lambda each: each.in_force):
        until = max(until, each.when) + draw.whole(1, 2000) * ONE_DAY
        by_period = Period(draw.whole(0, 3), draw.whole(0, 11), draw.whole(1, 40)) if once_in(draw, 4) else None
        longer.append(replace(each, until=None if by_period else until, period=by_period))
    # Two that come into force on one day would contradict each other, and so would one that was agreed before another
    # but comes into force after it: which goes before is a question of its own (Vienna Convention art. 30(3)).
    agreed: list[Extension] = []
    for each in {each.in_force: each for each in longer}.values():
        if not agreed or agreed[-1].when < each.when:
            agreed.append(each)
    return tuple(shuffled(draw, agreed))


def _recorded_end(draw: Draw, spec: Spec) -> RecordedEnd:
    return RecordedEnd(civil_date(_when(draw, spec)), draw.pick(SILENT))


def _termination(draw: Draw, spec: Spec) -> Termination:
    when = _when(draw, spec)
    effective = civil_date(when) + draw.pick((0, 1, 30, 400)) * ONE_DAY if once_in(draw, 2) else None
    return Termination("consent-to-the-end", draw.pick((PARTIES, PARTIES, PARTIES[:1])), when, effective)


def _suspensions(draw: Draw, spec: Spec, notice: Notice) -> list[Answer]:
    """A notice suspended, perhaps taken up again, perhaps suspended once more."""
    found: list[Answer] = []
    day = civil_date(notice.when)
    for number in range(draw.pick((1, 2, 2, 2, 3, 4))):
        day = max(civil_date(_when(draw, spec, after=day)), day + ONE_DAY) if once_in(draw, 2) else day + 20 * ONE_DAY
        kind = "resumption of a notice" if number % 2 else "suspension of a notice"
        found.append(Answer(kind, f"answer-{number}-to-{notice.id}", notice.id, notice.party, day))
    return found


def _named(draw: Draw, when: When) -> date | None:
    """Seldom a day that a notice names for its effect, too early for it or not."""
    if not once_in(draw, 4):
        return None
    return civil_date(when) + draw.pick((0, 1, 31, 100, 200, 400, 800)) * ONE_DAY


def _when(draw: Draw, spec: Spec, after: When | None = None) -> When:
    """A date on or next to a day that matters to the treaty, often to the second, and never before another act."""
    earliest = civil_date(after) if after else date.min
    if _mostly(draw):
        # A notice given before the entry into force is seldom of interest.
        earliest = max(earliest, entry_day(spec) or earliest)
    telling = telling_days(spec)
    days = draw.pick((deadlines(spec) or telling, telling))
    around = [day for day in days if earliest <= day and day.year < 1952]
    day = draw.pick(around or [date(1940, 2, 29)]) + draw.pick(DISTANCES) * ONE_DAY
    when: When = day
    if once_in(draw, 2):
        wall = datetime(day.year, day.month, day.day) + timedelta(seconds=draw.pick(CLOCKS))
        # Near the midnight of a party, but printed on any clock: the printed date may be another.
        # An offset of nothing is UTC, which names no place: such a date is that of the world's own clock, which the
        # oracle's printed dates do not follow.
        whose = draw.pick(spec.midnights)
        printed = draw.pick([offset for offset in (*spec.midnights, *OFFSETS) if offset])
        when = Moment(wall + timedelta(minutes=printed - whose), printed)
    return when if after is None or not_before(when, after) else civil_date(after) + ONE_DAY


def _day(draw: Draw, first_year: int, last_year: int) -> date:
    kind = draw.pick(("any", "any", "any", "before a short month", "before a short month", "leap"))
    if kind == "leap":
        return draw.pick(LEAP_DAYS)
    year = draw.whole(first_year, last_year)
    if kind == "before a short month":
        return date(year, draw.pick(BEFORE_SHORT_MONTHS), 31)
    month = draw.whole(1, 12)
    return date(year, month, min(draw.pick(DAYS), calendar.monthrange(year, month)[1]))


def _later(draw: Draw, days: Iterable[date]) -> date:
    """A day no earlier than any of the days."""
    return max((_day(draw, 1936, 1941), *days))


def _doers(draw: Draw) -> tuple[str, ...]:
    """The parties that do an act: nearly always both."""
    return draw.pick((*[PARTIES] * 12, PARTIES[:1], PARTIES[1:]))


def _mostly(draw: Draw) -> bool:
    return not once_in(draw, 10)

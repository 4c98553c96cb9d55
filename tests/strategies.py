"""Hypothesis strategies for treaties whose dates collide, and the treaty files that say the same."""

import calendar
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from oracle.days import ONE_DAY, Moment, Period, When, civil_date
from oracle.two import (
    PARTIES,
    Denunciation,
    Extension,
    Notice,
    Renewal,
    Rescission,
    Spec,
    Term,
    deadlines,
    entry_day,
    interesting_instants,
    telling_days,
)
from toml_text import clock_text, counted_text, value_text

OFFSETS = (180, 540, 60, -300, 330, 840)
MIDNIGHTS = ((180,), (540,), (180, 540), (540, 180), (0, 840), (-300, 330))
ENTRIES = ("ratified by all", "signed", "instruments exchanged", "fixed date")
ANCHORS = ("entry into force", "signature", "ratification", "exchange of instruments")

# Month ends and the leap day: where a short month, a first day and a deadline are most likely to meet.
DAYS = (1, 13, 25, 28, 29, 30, 31, 31)
LEAP_DAYS = (date(1936, 2, 29), date(1940, 2, 29))

# Months of 31 days from which one or six months back lead into a shorter one, where deadlines are disputed.
BEFORE_SHORT_MONTHS = (3, 5, 10, 12)

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

# Days from a day that matters: mostly around it, sometimes after all is over.
DISTANCES = (0, 0, 0, 1, -1, 1, -1, 2, -2, 45, 400)

# Seconds from a day's beginning at which an exact act is likely to matter: mostly about that midnight or the next.
CLOCKS = (0, -1, 1, 24 * 3600, 24 * 3600 - 1, 24 * 3600 + 1, 12 * 3600, 15 * 3600, -6 * 3600)


@st.composite
def specs(draw: st.DrawFn) -> Spec:
    """A treaty, what the parties did to bring it about, and what they did to end it."""
    treaty = draw(_treaties())
    if treaty.term and not treaty.renewal and draw(st.booleans()):
        treaty = replace(treaty, extensions=draw(_extensions(treaty)))
    notices = tuple(
        Notice(f"notice-{number}", draw(st.sampled_from(PARTIES)), draw(_whens(treaty)))
        for number in range(1, draw(st.sampled_from((0, 1, 1, 1, 2, 2, 3))) + 1)
    )
    if treaty.denunciation and treaty.denunciation.when == "at any time":
        notices = tuple(replace(notice, effective=draw(_named(notice.when))) for notice in notices)
    noticed = replace(treaty, notices=notices)
    rescissions = []
    for notice in notices:
        if draw(st.sampled_from((True, False, False))):
            when = draw(_whens(noticed, after=notice.when))
            rescissions.append(Rescission(f"rescission-of-{notice.id}", notice.id, notice.party, when))
    return replace(noticed, rescissions=tuple(rescissions))


@st.composite
def questions(draw: st.DrawFn, spec: Spec) -> datetime:
    """An instant to ask about: at an edge, within half a day of one, or anywhere in the years around."""
    instants = interesting_instants(spec)
    anywhere = st.datetimes(datetime(1930, 1, 1), datetime(1960, 1, 1), timezones=st.just(UTC))
    if not instants:
        return draw(anywhere)
    edge = st.sampled_from(instants)
    away = st.integers(-12 * 60, 12 * 60).map(lambda minutes: timedelta(minutes=minutes))
    return draw(st.one_of(edge, edge, st.builds(datetime.__add__, edge, away), anywhere))


def to_toml(spec: Spec) -> str:
    """Write the treaty file that says what the spec says."""
    clocks = (spec.midnights[0], spec.midnights[-1])
    lines = ["schema = 1", 'id = "generated"', 'title = "Generated"', "", "[parties]"]
    lines += [
        f'{party} = {{ name = "{party[0]}", clock = "{clock_text(offset)}" }}'
        for party, offset in zip(PARTIES, clocks, strict=True)
    ]
    if spec.month_end:
        lines += _table("[counting]", {"month_end": spec.month_end, "ref": "art. 9"})
    fixed = spec.entry_on if spec.entry == "fixed date" else None
    lines += _table("[entry_into_force]", {"when": spec.entry, "on": fixed, "ref": "art. 1"})
    if spec.term:
        lines += _table(
            "[term]",
            {
                "lasts": None if spec.term.until else spec.term.lasts,
                "from": None if spec.term.until else spec.term.anchor,
                "until": spec.term.until,
                "first_day": None if spec.term.until else counted_text(spec.term.first_day_counts),
                "ref": "art. 2",
            },
        )
    if spec.renewal:
        lines += _table("[renewal]", _renewal(spec.renewal))
    if spec.denunciation:
        clause = spec.denunciation
        lines += _table(
            "[denunciation]",
            {
                "when": clause.when,
                "notice": clause.notice or None,
                "notice_when_indefinite": clause.notice_when_indefinite,
                "first_day": counted_text(clause.first_day_counts),
                "ref": "art. 3",
            },
        )
    for kind, done in (("signature", spec.signatures), ("ratification", spec.ratifications)):
        for party, day in done.items():
            lines += _act(f"{kind}-{party.lower()}", kind, party, day)
    if spec.exchange:
        lines += _act("exchange", "exchange of instruments", list(PARTIES), spec.exchange)
    for each in spec.extensions:
        more = {"until": each.until, "effective": each.effective}
        lines += _act(each.id, "extension of the term", list(PARTIES), each.when, more)
    for notice in spec.notices:
        lines += _act(notice.id, "denunciation", notice.party, notice.when, {"effective": notice.effective})
    for rescission in spec.rescissions:
        lines += _act(rescission.id, "rescission", rescission.party, rescission.when, {"of": rescission.notice})
    return "\n".join(lines) + "\n"


@st.composite
def _treaties(draw: st.DrawFn) -> Spec:
    """A treaty with its acts of consent, in the order in which parties do them, and no notice yet."""
    signatures = {party: draw(_days(1936, 1940)) for party in _doers(draw)}
    ratifications = {party: _later(draw, signatures.values()) for party in _doers(draw)}
    done = (*signatures.values(), *ratifications.values())
    entry = draw(st.sampled_from(ENTRIES))
    term = draw(st.one_of(st.none(), _terms(), _terms(), _terms()))
    renewal = draw(st.one_of(st.none(), _renewals(), _renewals())) if term else None
    calls_for_exchange = entry == "instruments exchanged" or (term and term.anchor == "exchange of instruments")
    return Spec(
        midnights=draw(st.sampled_from(MIDNIGHTS)),
        entry=entry,
        entry_on=draw(_days(1936, 1941)) if entry == "fixed date" else None,
        signatures=signatures,
        ratifications=ratifications,
        exchange=_later(draw, done) if draw(_mostly() if calls_for_exchange else st.booleans()) else None,
        term=term,
        renewal=renewal,
        denunciation=draw(_denunciations(term, renewal)) if draw(_mostly()) else None,
        month_end=draw(st.sampled_from((None, "clamp", "roll"))),
    )


def _terms() -> st.SearchStrategy[Term]:
    counted = st.builds(Term, st.sampled_from(TERMS), st.sampled_from(ANCHORS), _open_or_settled())
    until = st.builds(Term, st.just(AT_ONCE), st.just(""), st.none(), _days(1938, 1945))
    return st.one_of(counted, counted, counted, until)


@st.composite
def _extensions(draw: st.DrawFn, spec: Spec) -> tuple[Extension, ...]:
    """Agreements about the ends of the term, each to a later end than the one before."""
    found = []
    for number in range(draw(st.sampled_from((1, 1, 2)))):
        day = civil_date(draw(_whens(spec)))
        effective = draw(st.sampled_from((None, None, day + ONE_DAY, day + 30 * ONE_DAY)))
        found.append(Extension(f"extension-{number}", day, day, effective))
    longer = []
    until = max(telling_days(spec), default=date.min)
    for each in sorted(found, key=lambda each: each.in_force):
        until = max(until, each.when) + draw(st.integers(1, 2000)) * ONE_DAY
        longer.append(replace(each, until=until))
    # Two that come into force on one day would contradict each other, and so would one that was agreed before another
    # but comes into force after it: which goes before is a question of its own (Vienna Convention art. 30(3)).
    agreed: list[Extension] = []
    for each in {each.in_force: each for each in longer}.values():
        if not agreed or agreed[-1].when < each.when:
            agreed.append(each)
    return tuple(draw(st.permutations(agreed)))


def _named(when: When) -> st.SearchStrategy[date | None]:
    """Seldom a day that a notice names for its effect, too early for it or not."""
    days = st.sampled_from((0, 1, 31, 100, 200, 400, 800)).map(lambda days: civil_date(when) + days * ONE_DAY)
    return st.one_of(st.none(), st.none(), st.none(), days)


@st.composite
def _renewals(draw: st.DrawFn) -> Renewal:
    block = draw(st.sampled_from((None, *BLOCKS)))
    if block is None:
        return Renewal(None, 0, then_indefinite=True)
    times = draw(st.sampled_from((1, 1, 2, 3, None)))
    return Renewal(block, times, then_indefinite=times is not None and draw(st.booleans()))


@st.composite
def _denunciations(draw: st.DrawFn, term: Term | None, renewal: Renewal | None) -> Denunciation:
    period, first_day = draw(st.sampled_from(NOTICES)), draw(_open_or_settled())
    if term is None or draw(st.sampled_from((True, False, False))):
        period = draw(st.sampled_from((AT_ONCE, AT_ONCE, period, period)))
        return Denunciation("at any time", period, first_day_counts=first_day)
    afterwards = None
    if renewal and renewal.then_indefinite:
        afterwards = draw(st.sampled_from((None, None, AT_ONCE, AT_ONCE, Period(days=1), Period(months=3), Period(1))))
    return Denunciation("at the end of the term", period, afterwards, first_day)


@st.composite
def _whens(draw: st.DrawFn, spec: Spec, after: When | None = None) -> When:
    """A date on or next to a day that matters to the treaty, often to the second, and never before another act."""
    earliest = civil_date(after) if after else date.min
    if draw(_mostly()):
        # A notice given before the entry into force is seldom of interest.
        earliest = max(earliest, entry_day(spec) or earliest)
    days = draw(st.sampled_from((deadlines(spec) or telling_days(spec), telling_days(spec))))
    around = [day for day in days if earliest <= day and day.year < 1952]
    day = draw(st.sampled_from(around or [date(1940, 2, 29)])) + draw(st.sampled_from(DISTANCES)) * ONE_DAY
    when: When = day
    if draw(st.booleans()):
        wall = datetime(day.year, day.month, day.day) + timedelta(seconds=draw(st.sampled_from(CLOCKS)))
        # Near the midnight of a party, but printed on any clock: the printed date may be another.
        # An offset of nothing is UTC, which names no place: such a date is that of the world's own clock, which the
        # oracle's printed dates do not follow.
        whose = draw(st.sampled_from(spec.midnights))
        printed = draw(st.sampled_from([offset for offset in (*spec.midnights, *OFFSETS) if offset]))
        when = Moment(wall + timedelta(minutes=printed - whose), printed)
    return when if after is None or _not_before(when, after) else civil_date(after) + ONE_DAY


@st.composite
def _days(draw: st.DrawFn, first_year: int, last_year: int) -> date:
    kind = draw(st.sampled_from(("any", "any", "any", "before a short month", "before a short month", "leap")))
    if kind == "leap":
        return draw(st.sampled_from(LEAP_DAYS))
    year = draw(st.integers(first_year, last_year))
    if kind == "before a short month":
        return date(year, draw(st.sampled_from(BEFORE_SHORT_MONTHS)), 31)
    month = draw(st.integers(1, 12))
    return date(year, month, min(draw(st.sampled_from(DAYS)), calendar.monthrange(year, month)[1]))


def _later(draw: st.DrawFn, days: Iterable[date]) -> date:
    """A day no earlier than any of the days."""
    return max((draw(_days(1936, 1941)), *days))


def _doers(draw: st.DrawFn) -> tuple[str, ...]:
    """The parties that do an act: nearly always both."""
    return draw(st.sampled_from((*[PARTIES] * 12, PARTIES[:1], PARTIES[1:])))


def _mostly() -> st.SearchStrategy[bool]:
    return st.sampled_from((*[True] * 9, False))


def _open_or_settled() -> st.SearchStrategy[bool | None]:
    return st.sampled_from((None, True, False))


def _not_before(when: When, other: When) -> bool:
    """Whether an act can have followed another: by date, and by the clock if both have one."""
    if isinstance(when, Moment) and isinstance(other, Moment):
        return when.instant >= other.instant
    return civil_date(when) >= civil_date(other)


def _renewal(renewal: Renewal) -> Mapping[str, object]:
    times = "for ever" if renewal.times is None else renewal.times
    return {
        "block": renewal.block,
        "times": times if renewal.block else None,
        "then": "indefinite" if renewal.then_indefinite else None,
        "ref": "art. 2",
    }


def _act(name: str, kind: str, by: str | list[str], when: When, more: Mapping[str, object] | None = None) -> list[str]:
    key, printed = ("at", _printed(when)) if isinstance(when, Moment) else ("on", when.isoformat())
    return _table("[[act]]", {"id": name, "kind": kind, "by": by, key: printed, **(more or {}), "ref": "art. 1"})


def _table(header: str, entries: Mapping[str, object]) -> list[str]:
    """A TOML table without the keys that have no value."""
    return ["", header, *(f"{key} = {value_text(value)}" for key, value in entries.items() if value is not None)]


def _printed(moment: Moment) -> str:
    return moment.wall.isoformat() + clock_text(moment.offset)

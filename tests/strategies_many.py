"""Hypothesis strategies for treaties of many parties, and the treaty files that say the same."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import assume
from hypothesis import strategies as st

from oracle import ONE_DAY, Moment, Period, Renewal, When, civil_date
from oracle_many import (
    Act,
    Condition,
    Delay,
    Exit,
    Grace,
    Joining,
    Life,
    LockIn,
    Provisional,
    Spec,
    Sunset,
    Term,
    UnsettledError,
    Window,
    interesting_instants,
    lives,
    worlds,
)
from strategies import BEFORE_SHORT_MONTHS, BLOCKS, CLOCKS, DISTANCES, MIDNIGHTS, OFFSETS
from toml_text import clock_text, counted_text, value_text

CODES = ("AAA", "BBB", "CCC", "DDD", "EEE", "FFF")
CONSENTS = ("ratification", "ratification", "ratification", "acceptance", "approval", "accession", "accession")

NONE = Period()
DELAYS = (Period(days=30), Period(days=90), Period(months=3), Period(months=1), Period(days=1), Period(1))
NOTICES = (NONE, NONE, Period(months=6), Period(months=3), Period(months=1), Period(1), Period(days=30), Period(1, 1))
TERMS = (Period(5), Period(3), Period(1), Period(10), Period(months=6), Period(days=90), Period(1, 6), Period(1, 0, 10))
LOCKS = (Period(1), Period(3), Period(months=6), Period(days=30), Period(months=13))
SUNSETS = (None, Period(10), Period(1), Period(months=6), Period(days=30))
GRACES = (NONE, Period(months=6), Period(1), Period(days=10))
# Months and days of the year for fixed exits and their cut-offs.
YEARLY = (((6, 30), (1, 1)), ((1, 1), (7, 1)), ((12, 31), (6, 30)), ((1, 31), (12, 31)), ((3, 1), (2, 28)))


@st.composite
def specs(draw: st.DrawFn) -> Spec:
    """A treaty, how it came to bind, how parties left, took that back, came back, and left again."""
    spec = draw(_treaties())
    spec = draw(_with(spec, _departures))
    if spec.exit and draw(st.booleans()):
        spec = draw(_with(spec, _rescissions))
    if draw(st.booleans()):
        spec = draw(_with(spec, _returns))
        if draw(st.booleans()):
            spec = draw(_with(spec, _departures))
    return draw(_with(draw(_with(spec, _troubles)), _agreements))


@st.composite
def questions(draw: st.DrawFn, found: list[Life]) -> datetime:
    """An instant to ask about: at an edge, within half a day of one, or anywhere in the years around."""
    instants = interesting_instants(found)
    anywhere = st.datetimes(datetime(1935, 1, 1), datetime(1957, 1, 1), timezones=st.just(UTC))
    if not instants:
        return draw(anywhere)
    edge = st.sampled_from(instants)
    away = st.integers(-12 * 60, 12 * 60).map(lambda minutes: timedelta(minutes=minutes))
    return draw(st.one_of(edge, edge, edge, st.builds(datetime.__add__, edge, away), anywhere))


# --- the treaty and how it comes to bind -----------------------------------------------------------


@st.composite
def _treaties(draw: st.DrawFn) -> Spec:
    parties = CODES[: draw(st.integers(3, 6))]
    pool = draw(st.lists(_days(1936, 1940), min_size=2, max_size=4, unique=True))
    acts = [*draw(_signatures(parties)), *draw(_consents(parties, pool))]
    pairwise = draw(st.sampled_from((*[False] * 9, True)))
    acts += draw(_consents_withdrawn(acts))
    acts.append(Act("opened", "event", parties[:1], draw(_days(1935, 1938))))
    condition = Condition("pairwise") if pairwise else draw(_conditions(parties))
    fixed = condition.kind == "fixed date"
    clause = draw(_exits(parties)) if draw(st.sampled_from((*[True] * 9, False))) else None
    term = draw(st.one_of(st.none(), st.none(), st.none(), _terms()))
    if clause and clause.when == "at the end of the term":
        term = term or draw(_terms())
        if not (term.lasts or isinstance(term.until, date)):
            term = replace(term, lasts=draw(st.sampled_from(TERMS)), until=None, until_event=None, plus=NONE)
    renewal = draw(st.one_of(st.none(), _renewals())) if term and term.lasts else None
    if term and (term.until_event or term.until):
        acts.append(Act("peace", "event", parties[:1], draw(_days(1943, 1947))))
    weights = {party: draw(st.integers(1, 40)) for party in parties}
    spec = Spec(
        parties=parties,
        midnights=draw(st.sampled_from((*[(0,)] * 3, *[(m[0],) for m in MIDNIGHTS], *MIDNIGHTS))),
        condition=condition,
        delay=Delay() if fixed else draw(_delays()),
        on=None if fixed or condition.kind == "signed" else draw(_seldom(_days(1937, 1942))),
        not_before=draw(_seldom(_days(1937, 1942))),
        counts_from=draw(st.sampled_from(("received", "received", "dated", "domestic"))),
        recorded=None if fixed else draw(_seldom(_days(1937, 1942))),
        joining=draw(
            st.one_of(
                st.none(), st.builds(Joining, _delays(), st.sampled_from(("received", "received", "dated", "domestic")))
            )
        ),
        provisional=draw(_seldom(_provisional())),
        term=term,
        renewal=renewal,
        exit=clause,
        tied=draw(_seldom(_graces())),
        sunset=draw(st.one_of(st.none(), _sunsets(clause))),
        month_end=draw(st.sampled_from((None, "clamp", "roll"))),
        total=sum(weights.values()) + draw(st.sampled_from((0, 0, 20))),
        weights=weights,
        acts=tuple(acts),
    )
    if spec.joining and spec.joining.counts_from != spec.counts_from and draw(st.booleans()):
        spec = replace(spec, joining=replace(spec.joining, counts_from=spec.counts_from))
    return spec


@st.composite
def _signatures(draw: st.DrawFn, parties: tuple[str, ...]) -> list[Act]:
    day = draw(_days(1935, 1938))
    acts = []
    for party in parties:
        if draw(st.sampled_from((True, True, True, True, False))):
            when = draw(st.sampled_from((day, day, day + 3 * ONE_DAY, draw(_days(1936, 1938)))))
            kind = draw(st.sampled_from((*["signature"] * 12, "definitive signature", "signature ad referendum")))
            acts.append(Act(f"{kind.replace(' ', '-')}-{party.lower()}", kind, (party,), when))
            if kind == "signature ad referendum" and draw(st.booleans()):
                later = when + draw(st.integers(0, 400)) * ONE_DAY
                acts.append(
                    Act(f"confirmed-{party.lower()}", "confirmation of a signature", (party,), later, of=acts[-1].id)
                )
    return acts


@st.composite
def _consents(draw: st.DrawFn, parties: tuple[str, ...], pool: list[date]) -> list[Act]:
    acts = []
    for party in parties:
        many = draw(st.sampled_from((1, 1, 1, 1, 1, 1, 0, 2)))
        days = st.one_of(st.sampled_from(pool), st.sampled_from(pool), _days(1936, 1943))
        for number, day in enumerate(draw(st.lists(days, min_size=many, max_size=many, unique=True))):
            received = day + draw(st.sampled_from((1, 5, 40))) * ONE_DAY
            domestic = day - draw(st.sampled_from((1, 5, 40))) * ONE_DAY
            acts.append(
                Act(
                    f"consent-{number}-{party.lower()}",
                    draw(st.sampled_from(CONSENTS)),
                    (party,),
                    day,
                    received=draw(st.sampled_from((None, None, received))),
                    domestic=draw(st.sampled_from((None, None, domestic))),
                    counts=draw(st.sampled_from((True, True, True, True, False))),
                    recorded=draw(st.sampled_from((*[None] * 12, day + 45 * ONE_DAY))) if many == 1 else None,
                )
            )
    return acts


@st.composite
def _consents_withdrawn(draw: st.DrawFn, acts: list[Act]) -> list[Act]:
    found = []
    for act in acts:
        if act.kind in CONSENTS and draw(st.sampled_from((True, *[False] * 11))):
            when = act.day("received") + draw(st.sampled_from((1, 10, 30, 60, 200, 500))) * ONE_DAY
            found.append(Act(f"gone-{act.id}", "withdrawal of consent", act.by, when))
    return found


@st.composite
def _conditions(draw: st.DrawFn, parties: tuple[str, ...], depth: int = 0) -> Condition:
    named = st.lists(st.sampled_from(parties), min_size=1, max_size=3, unique=True).map(tuple)
    kind = draw(
        st.sampled_from(
            (
                *["instruments"] * 5,
                *["ratified", "share", "signed"] * 2,
                *(("all of", "any of") * 2 if depth < 2 else ()),
                *(("event", "not before", "elapsed", "elapsed") if depth else ("fixed date", "ratified by all")),
            )
        )
    )
    if kind == "instruments":
        among = draw(st.one_of(st.just(()), st.just(()), named))
        return Condition(kind, by=among, number=draw(st.integers(1, len(among or parties))))
    if kind == "ratified by all":
        return Condition("ratified")
    if kind in ("ratified", "signed"):
        return Condition(kind, by=draw(named))
    if kind == "share":
        return Condition(kind, number=draw(st.integers(1, 99)))
    if kind == "fixed date":
        return Condition(kind, day=draw(_days(1936, 1941)))
    if kind == "event":
        return Condition(kind, act="opened")
    if kind == "not before":
        return Condition(kind, day=draw(_days(1936, 1941)))
    if kind == "elapsed":
        return Condition(kind, act="opened", period=draw(st.sampled_from((*DELAYS, Period(2)))))
    parts = draw(st.lists(_conditions(parties, depth + 1), min_size=2, max_size=3))
    return Condition(kind, parts=tuple(parts))


@st.composite
def _delays(draw: st.DrawFn) -> Delay:
    if draw(st.booleans()):
        return Delay()
    lands = draw(st.sampled_from(("that day", "that day", "the day after", "the first of the next month")))
    if draw(st.booleans()):
        # Counted from the first of the month, what is shorter than a month could end before it began.
        return Delay(draw(st.sampled_from((Period(months=1), Period(months=6), Period(1)))), True, lands)
    return Delay(draw(st.sampled_from((NONE, *DELAYS))), lands=lands)


@st.composite
def _provisional(draw: st.DrawFn) -> Provisional:
    return Provisional(
        draw(st.booleans()), draw(_seldom(_days(1936, 1938))), draw(_seldom(_days(1938, 1940))), draw(_graces())
    )


@st.composite
def _terms(draw: st.DrawFn) -> Term:
    first_day = draw(st.sampled_from((None, True, False)))
    kind = draw(st.sampled_from(("lasts", "lasts", "until", "hour", "event")))
    if kind == "lasts":
        anchor = draw(st.sampled_from((None, None, draw(_days(1942, 1943)))))
        return Term(draw(st.sampled_from(TERMS)), anchor, first_day_counts=first_day)
    if kind == "until":
        return Term(until=draw(_days(1943, 1948)))
    if kind == "hour":
        day = draw(_days(1943, 1948))
        return Term(until=Moment(datetime(day.year, day.month, day.day, 12), draw(st.sampled_from(OFFSETS))))
    plus = draw(st.sampled_from((NONE, Period(1), Period(months=6))))
    return Term(until_event="peace", plus=plus, first_day_counts=first_day if plus else None)


@st.composite
def _renewals(draw: st.DrawFn) -> Renewal:
    block = draw(st.sampled_from((None, *BLOCKS)))
    if block is None:
        return Renewal(None, 0, then_indefinite=True)
    times = draw(st.sampled_from((1, 1, 2, 3, None)))
    return Renewal(block, times, then_indefinite=times is not None and draw(st.booleans()))


@st.composite
def _exits(draw: st.DrawFn, parties: tuple[str, ...]) -> Exit:
    when = draw(
        st.sampled_from((*["at any time"] * 4, *["at the end of the term"] * 2, "in a window", "on a fixed day"))
    )
    notice = draw(st.sampled_from(NOTICES))
    on, cut_off = draw(st.sampled_from(YEARLY)) if when == "on a fixed day" else (None, None)
    window = None
    if when == "in a window":
        anchor: str | date = draw(st.sampled_from(("entry into force", "own entry into force")))
        if draw(st.sampled_from((False, False, True))):
            anchor = draw(_days(1938, 1940))
        every = draw(st.sampled_from((Period(1), Period(2), Period(3), Period(months=13))))
        window = Window(every, draw(st.sampled_from((Period(months=6), Period(days=30), Period(1)))), anchor)
    lock_in = None
    if when != "at the end of the term" and draw(st.booleans()):
        bars = draw(st.sampled_from((None, "notice", "exit")))
        lock_in = LockIn(draw(st.sampled_from(LOCKS)), draw(st.booleans()), bars)
    return Exit(
        when,
        NONE if when == "on a fixed day" else notice,
        draw(st.sampled_from((None, NONE, Period(months=3)))) if when == "at the end of the term" else None,
        draw(st.sampled_from(("received", "received", "dated"))),
        draw(st.sampled_from((None, True, False))),
        for_all=draw(st.sampled_from((True, False, False, False))),
        lock_in=lock_in,
        window=window,
        on=on,
        cut_off=cut_off,
        needs_ground=draw(st.sampled_from((False, False, False, True))),
        stay=draw(st.sampled_from((False, False, False, True))),
    )


def _graces() -> st.SearchStrategy[Grace]:
    return st.builds(Grace, st.sampled_from(GRACES), st.booleans())


@st.composite
def _sunsets(draw: st.DrawFn, clause: Exit | None) -> Sunset:
    return Sunset(draw(st.sampled_from(SUNSETS)), bool(clause) and draw(st.booleans()), draw(st.booleans()))


# --- what the parties then did ---------------------------------------------------------------------


@st.composite
def _with(draw: st.DrawFn, spec: Spec, more: object) -> Spec:
    """Add acts that are made on days that matter to the treaty as it is."""
    assert callable(more)
    try:
        found = [Life(spec, world) for world in list(worlds(spec))[:2]]
        days = sorted({day for life in found for day in life.telling_days()})
        acts = draw(more(spec, found[0], days))
    except UnsettledError:
        assume(False)
        raise
    return replace(spec, acts=(*spec.acts, *acts))


@st.composite
def _departures(draw: st.DrawFn, spec: Spec, life: Life, days: list[date]) -> list[Act]:
    acts: list[Act] = []
    if spec.exit is None:
        return acts
    for _ in range(draw(st.sampled_from((1, 2, 2, 3, 0)))):
        # Mostly by who is a party at the time.
        inside = [party for party in spec.parties if life.spells[party]] or list(spec.parties)
        party = draw(st.sampled_from((*inside, *inside, *inside, *spec.parties)))
        spells = life.spells[party]
        floor = spells[-1].start if spells and draw(st.sampled_from((*[True] * 9, False))) else date(1937, 1, 1)
        when = draw(_whens(spec, days, floor))
        day = civil_date(when)
        acts.append(
            Act(
                f"notice-{len(spec.acts) + len(acts)}",
                draw(st.sampled_from(("denunciation", "withdrawal"))),
                (party,),
                when,
                received=None
                if isinstance(when, Moment)
                else draw(st.sampled_from((None, None, None, day + ONE_DAY, day + 20 * ONE_DAY))),
                effective=draw(_seldom(_later(day))) if spec.exit.when != "at the end of the term" else None,
                recorded=draw(st.sampled_from((*[None] * 15, day + 400 * ONE_DAY))),
                grounds=draw(st.sampled_from(("", "extraordinary events"))) if spec.exit.needs_ground else "",
            )
        )
    return acts


@st.composite
def _rescissions(draw: st.DrawFn, spec: Spec, life: Life, days: list[date]) -> list[Act]:
    acts: list[Act] = []
    for notice in spec.done("denunciation", "withdrawal"):
        if len(acts) < 2 and draw(st.sampled_from((False, False, True))):
            when = draw(_whens(spec, days, civil_date(notice.when)))
            if isinstance(when, Moment) and isinstance(notice.when, Moment) and when.instant < notice.when.instant:
                when = civil_date(notice.when) + ONE_DAY
            acts.append(Act(f"back-{notice.id}", "rescission", notice.by, when, of=notice.id))
    return acts


@st.composite
def _returns(draw: st.DrawFn, spec: Spec, life: Life, days: list[date]) -> list[Act]:
    acts: list[Act] = []
    for party in spec.parties:
        spells = life.spells[party]
        if len(acts) < 2 and spells and spells[-1].end and draw(st.sampled_from((True, True, False))):
            gone = life.world.day_of(spells[-1].end.span.last)
            day = gone + draw(st.sampled_from((-1, 0, 1, 2, 30, 100, 400))) * ONE_DAY
            act = Act(f"again-{len(spec.acts)}-{party.lower()}", "accession", (party,), day)
            acts.append(replace(act, received=draw(st.sampled_from((None, None, day + 3 * ONE_DAY)))))
    return acts


class _Acts:
    """Acts of some number of kinds, made on or about days that matter."""

    def __init__(self, draw: st.DrawFn, days: list[date]) -> None:
        self.draw = draw
        self.days = days
        self.made: list[Act] = []

    def add(self, kind: str, by: Iterable[str], when: date, *, until: date | None = None, of: str | None = None) -> str:
        """Add an act, and return its id."""
        name = f"other-{kind.replace(' ', '-')}-{len(self.made)}"
        self.made.append(Act(name, kind, tuple(by), when, until=until, of=of))
        return name

    def named(self) -> None:
        """Let the last act name a day of its own, perhaps."""
        if self.draw(st.booleans()):
            day = civil_date(self.made[-1].when) + self.draw(st.sampled_from((0, 1, 30))) * ONE_DAY
            self.made[-1] = replace(self.made[-1], effective=day)

    def near(self, floor: date) -> date:
        """A day on or about one that matters, not before a floor."""
        around = [day for day in self.days if day >= floor] or [floor]
        return max(self.draw(st.sampled_from(around)) + self.draw(st.sampled_from(DISTANCES)) * ONE_DAY, floor)

    def later(self, day: date) -> date:
        """A later day."""
        return day + self.draw(st.integers(1, 900)) * ONE_DAY


@st.composite
def _troubles(draw: st.DrawFn, spec: Spec, life: Life, days: list[date]) -> list[Act]:
    """Memberships that end, conflicts, suspensions."""
    acts = _Acts(draw, days)
    one = draw(st.sampled_from(spec.parties))
    if spec.tied and draw(st.booleans()):
        acts.add("end of membership", [one], acts.near(date(1938, 1, 1)))
    if spec.exit and spec.exit.stay:
        notices = spec.done("denunciation", "withdrawal")
        party = draw(st.sampled_from([notice.by[0] for notice in notices] or [one]))
        for _ in range(draw(st.sampled_from((1, 1, 2)))):
            begun = acts.near(date(1938, 1, 1))
            conflict = acts.add("engagement in a conflict", [party], begun)
            if draw(st.booleans()):
                acts.add("end of a conflict", [party], acts.later(begun), of=conflict)
    if draw(st.sampled_from((True, False, False, False))):
        whose = draw(st.sampled_from(((one,), spec.parties)))
        begun = acts.near(date(1938, 1, 1))
        suspension = acts.add("suspension", whose, begun, until=draw(st.sampled_from((None, acts.later(begun)))))
        if draw(st.booleans()):
            acts.add("resumption", whose, acts.later(begun), of=suspension)
    return acts.made


@st.composite
def _agreements(draw: st.DrawFn, spec: Spec, life: Life, days: list[date]) -> list[Act]:
    """Extensions of the term, an end by consent; and provisional application by declaration."""
    acts = _Acts(draw, days)
    plain = spec.term and (spec.term.lasts or spec.term.until) and not spec.renewal
    if plain and (not spec.exit or spec.exit.when != "at the end of the term") and draw(st.booleans()):
        for _ in range(draw(st.integers(1, 2))):
            day = acts.near(date(1938, 1, 1))
            acts.add("extension of the term", spec.parties, day, until=day + draw(st.integers(200, 2000)) * ONE_DAY)
            acts.named()
    if draw(st.sampled_from((True, *[False] * 7))):
        acts.add("termination by consent", spec.parties, acts.near(date(1939, 1, 1)))
        acts.named()
    if spec.provisional:
        for party in spec.parties:
            if spec.provisional.declared and draw(st.booleans()):
                acts.add("provisional application", [party], draw(_days(1936, 1939)))
        if draw(st.booleans()):
            acts.add("end of provisional application", [spec.parties[0]], draw(_days(1938, 1941)))
    return acts.made


@st.composite
def _whens(draw: st.DrawFn, spec: Spec, days: list[date], floor: date) -> When:
    around = [day for day in days if floor <= day and day.year < 1952] or [floor]
    day = max(draw(st.sampled_from(around)) + draw(st.sampled_from(DISTANCES)) * ONE_DAY, floor)
    if draw(st.sampled_from((True, False, False))):
        wall = datetime(day.year, day.month, day.day) + timedelta(seconds=draw(st.sampled_from(CLOCKS)))
        whose, printed = draw(st.sampled_from(spec.midnights)), draw(st.sampled_from((*spec.midnights, *OFFSETS)))
        found = Moment(wall + timedelta(minutes=printed - whose), printed)
        if civil_date(found) >= floor:
            return found
    return day


@st.composite
def _days(draw: st.DrawFn, first_year: int, last_year: int) -> date:
    if draw(st.sampled_from((True, False, False))):
        return date(draw(st.integers(first_year, last_year)), draw(st.sampled_from(BEFORE_SHORT_MONTHS)), 31)
    year, month = draw(st.integers(first_year, last_year)), draw(st.integers(1, 12))
    return date(year, month, draw(st.sampled_from((1, 2, 13, 25, 28))))


def _later(day: date) -> st.SearchStrategy[date]:
    return st.integers(0, 900).map(lambda days: day + days * ONE_DAY)


def _seldom(strategy: st.SearchStrategy) -> st.SearchStrategy:
    return st.one_of(*[st.none()] * 5, strategy)


# --- the treaty file -------------------------------------------------------------------------------


def to_toml(spec: Spec) -> str:
    """Write the treaty file that says what the spec says."""
    lines = ["schema = 1", 'id = "generated"', 'title = "Generated"']
    lines += _table("[parties]", {party: party[0] for party in spec.parties})
    lines += _table("[counting]", {"midnight": [clock_text(m) for m in spec.midnights], "month_end": spec.month_end})
    if "share" in {part.kind for part in spec.condition.walk()}:
        lines += _table("[weights.tonnage]", {"total": spec.total})
        lines += ["", "[weights.tonnage.shares]", *(f"{party} = {share}" for party, share in spec.weights.items())]
    lines += _table(
        "[entry_into_force]",
        {
            "when": _condition(spec.condition),
            "on": spec.condition.day if spec.condition.kind == "fixed date" else spec.on,
            "delay": _delay(spec.delay),
            "not_before": spec.not_before,
            "counts_from": spec.counts_from if spec.counts_from != "received" else None,
            "recorded": spec.recorded,
        },
    )
    if spec.joining:
        lines += _table("[joining]", {"delay": _delay(spec.joining.delay), "counts_from": spec.joining.counts_from})
    if spec.provisional:
        clause = spec.provisional
        lines += _table(
            "[provisional_application]",
            {
                "by": "who declares it" if clause.declared else "every signatory",
                "from": clause.since,
                "until": clause.until,
                "notice": clause.notice.period or None,
                "first_day": counted_text(clause.notice.first_day_counts),
            },
        )
    if spec.term:
        lines += _table("[term]", _term(spec.term))
    if spec.renewal:
        times = "for ever" if spec.renewal.times is None else spec.renewal.times
        then = "indefinite" if spec.renewal.then_indefinite else None
        block = spec.renewal.block
        lines += _table("[renewal]", {"block": block, "times": times if block else None, "then": then})
    if spec.exit:
        lines += _exit(spec.exit)
    if spec.tied:
        lines += _table("[tied_to]", {"organisation": "the Union", **_grace("grace", spec.tied)})
    if spec.sunset:
        since = "the notice" if spec.sunset.from_notice else "the end"
        counted = counted_text(spec.sunset.first_day_counts)
        lines += _table("[sunset]", {"lasts": spec.sunset.lasts, "from": since, "first_day": counted})
    for act in spec.acts:
        lines += _act(act)
    return "\n".join(lines) + "\n"


def _condition(condition: Condition) -> object:
    kind, by = condition.kind, list(condition.by)
    if kind in ("pairwise", "fixed date"):
        return kind
    if kind == "ratified":
        return {"ratified_by": by} if by else "ratified by all"
    if kind == "exchanged":
        return "instruments exchanged"
    return {
        "signed": {"signed_by": by},
        "instruments": {"instruments": condition.number, "among": by or None},
        "share": {"share": f"{condition.number}%", "of": "tonnage"},
        "event": {"event": condition.act},
        "not before": {"not_before": condition.day},
        "elapsed": {"elapsed": condition.period, "since": condition.act},
        "all of": {"all_of": [_condition(part) for part in condition.parts]},
        "any of": {"any_of": [_condition(part) for part in condition.parts]},
    }[kind]


def _delay(delay: Delay) -> object:
    if delay == Delay():
        return None
    if delay == Delay(delay.period):
        return delay.period
    counted_from = "the first of its month" if delay.from_first_of_month else None
    return {"period": delay.period, "counted_from": counted_from, "lands": delay.lands}


def _term(term: Term) -> Mapping[str, object]:
    return {
        "lasts": term.lasts,
        "from": (term.anchor or "entry into force") if term.lasts else None,
        "until": _printed(term.until) if term.until else None,
        "until_event": term.until_event,
        "plus": term.plus or None,
        "first_day": counted_text(term.first_day_counts),
    }


def _exit(clause: Exit) -> list[str]:
    lines = _table(
        "[denunciation]",
        {
            "when": clause.when,
            "notice": clause.notice if clause.notice or clause.when == "at the end of the term" else None,
            "notice_when_indefinite": clause.notice_when_indefinite,
            "runs_from": clause.runs_from,
            "first_day": counted_text(clause.first_day_counts),
            "ends_for": "all" if clause.for_all else "the notifier",
            "needs_ground": clause.needs_ground or None,
            "stay": clause.stay or None,
        },
    )
    if clause.lock_in:
        since = "own entry into force" if clause.lock_in.own else "entry into force"
        entries = {"lasts": clause.lock_in.lasts, "from": since, "bars": clause.lock_in.bars}
        lines += _table("[denunciation.lock_in]", entries, sourced=False)
    if clause.window:
        entries = {"every": clause.window.every, "lasts": clause.window.lasts, "from": clause.window.anchor}
        lines += _table("[denunciation.window]", entries, sourced=False)
    if clause.on and clause.cut_off:
        month_days = {
            key: f"{month:02}-{day:02}" for key, (month, day) in (("on", clause.on), ("cut_off", clause.cut_off))
        }
        lines += _table("[denunciation.day]", month_days, sourced=False)
    return lines


def _grace(key: str, grace: Grace) -> Mapping[str, object]:
    return {key: grace.period or None, "first_day": counted_text(grace.first_day_counts)}


def _act(act: Act) -> list[str]:
    return _table(
        "[[act]]",
        {
            "id": act.id,
            "kind": act.kind,
            "by": list(act.by),
            "at" if isinstance(act.when, Moment) else "on": _printed(act.when),
            "received": act.received,
            "domestic": act.domestic,
            "effective": act.effective,
            "until": _printed(act.until) if act.until else None,
            "recorded": act.recorded,
            "counts": None if act.counts else False,
            "grounds": act.grounds or None,
            "of": act.of,
        },
    )


def _table(header: str, entries: Mapping[str, object], *, sourced: bool = True) -> list[str]:
    """A TOML table without the keys that have no value."""
    written = [f"{key} = {value_text(value)}" for key, value in entries.items() if value is not None]
    named = header.startswith(("[parties", "[weights.tonnage.shares"))
    return ["", header, *written, *(['ref = "art. 1"'] if sourced and not named else [])]


def _printed(when: When) -> str:
    return when.wall.isoformat() + clock_text(when.offset) if isinstance(when, Moment) else when.isoformat()


def asked_lives(spec: Spec) -> list[Life]:
    """The treaty's life in every world; a treaty to which the law has no answer is not asked about."""
    try:
        found = lives(spec)
        interesting_instants(found)
    except UnsettledError:
        assume(False)
        raise
    return found

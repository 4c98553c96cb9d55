"""The clauses of generated treaties of many parties, and how these come to bind."""

from dataclasses import replace
from datetime import date, datetime

from treatyclock.testing.oracle.days import ONE_DAY, Moment, Period
from treatyclock.testing.oracle.many.treaty import (
    Act,
    Condition,
    Delay,
    Exit,
    Grace,
    Joining,
    LockIn,
    Provisional,
    Renewal,
    Side,
    Spec,
    Sunset,
    Suspending,
    Term,
    Window,
    least,
)
from treatyclock.testing.specifications.choices import Draw, once_in, some
from treatyclock.testing.specifications.two import BEFORE_SHORT_MONTHS, BLOCKS, LATE, MIDNIGHTS, OFFSETS

CODES = ("AAA", "BBB", "CCC", "DDD", "EEE", "FFF")
CONSENTS = ("ratification", "ratification", "ratification", "acceptance", "approval", "accession", "accession")

NONE = Period()
DELAYS = (Period(days=30), Period(days=90), Period(months=3), Period(months=1), Period(days=1), Period(1))
NOTICES = (NONE, NONE, Period(months=6), Period(months=3), Period(months=1), Period(1), Period(days=30), Period(1, 1))
TERMS = (Period(5), Period(3), Period(1), Period(10), Period(months=6), Period(days=90), Period(1, 6), Period(1, 0, 10))
LOCKS = (Period(1), Period(3), Period(months=6), Period(days=30), Period(months=13))
SUNSETS = (None, Period(10), Period(1), Period(months=6), Period(days=30))
GRACES = (NONE, Period(months=6), Period(1), Period(days=10))
FROM = ("received", "received", "dated", "domestic")
SILENT = (None, True, False)
# Months and days of the year for fixed exits and their cut-offs.
YEARLY = (((6, 30), (1, 1)), ((1, 1), (7, 1)), ((12, 31), (6, 30)), ((1, 31), (12, 31)), ((3, 1), (2, 28)))


def clauses(draw: Draw, least: int = 3, most: int = len(CODES)) -> Spec:
    """A treaty and the acts by which it comes to bind, between so many parties."""
    parties = CODES[: draw.whole(least, most)]
    pool = [day_between(draw, 1936, 1940) for _ in range(draw.whole(2, 4))]
    acts = [*_signatures(draw, parties), *_consents(draw, parties, pool)]
    acts += _consents_withdrawn(draw, acts)
    acts.append(Act("opened", "event", parties[:1], day_between(draw, 1935, 1938)))
    condition = Condition("pairwise") if once_in(draw, 10) else _condition(draw, parties, 0)
    fixed = condition.kind == "fixed date"
    clause = None if once_in(draw, 10) else _exit(draw, parties)
    term = _term(draw) if once_in(draw, 3) else None
    if clause and clause.when == "at the end of the term":
        term = term or _term(draw)
        if not (term.lasts or isinstance(term.until, date)):
            term = replace(term, lasts=draw.pick(TERMS), until=None, until_event=(), plus=NONE)
    if term and (term.until_event or term.until):
        day = day_between(draw, 1943, 1947)
        hour = Moment(datetime(day.year, day.month, day.day, 15), draw.pick(OFFSETS))
        acts.append(Act("peace", "event", parties[:1], day if once_in(draw, 2) else hour))
        if len(term.until_event) > 1:
            day += (draw.whole(-60, 60) if once_in(draw, 2) else 0) * ONE_DAY
            acts.append(Act("accession", "event", parties[1:2], day))
    sunset = _sunset(draw, clause) if once_in(draw, 2) else None
    if sunset and once_in(draw, 3):
        day = day_between(draw, 1943, 1955)
        acts.append(Act("complete", "event", parties[:1], Moment(datetime(day.year, day.month, day.day, 9), 0)))
        sunset = replace(sunset, until_event="complete", ends_for=draw.pick((None, "all", "its author")))
    weights = {party: draw.whole(1, 40) for party in parties}
    joining = Joining(_delay(draw), draw.pick(FROM)) if once_in(draw, 2) else None
    if joining and once_in(draw, 3):
        joining = replace(joining, accession_delay=_delay(draw))
    if joining and once_in(draw, 4):
        joining = replace(joining, after=day_between(draw, 1937, 1941))
    if joining and once_in(draw, 5):
        joining = replace(joining, until=day_between(draw, 1937, 1942))
    counts_from = draw.pick(FROM)
    if joining and once_in(draw, 2):
        joining = replace(joining, counts_from=counts_from)
    date_open = once_in(draw, 8)
    if joining and once_in(draw, 2 if date_open else 8):
        joining = replace(joining, date_open=True)
    provisional = _provisional(draw, parties, term) if once_in(draw, 4) else None
    if provisional and provisional.unless and provisional.until:
        day = provisional.until + draw.pick((-200, -1, 0, 1, 30)) * ONE_DAY
        acts += [Act("met", "event", parties[:1], day)] if not once_in(draw, 4) else []
    on = None if fixed or condition.kind == "signed" else _seldom_a_day(draw, 1937, 1942)
    sides = _sides(draw, parties) if once_in(draw, 5) else ()
    if clause and sides:
        clause = replace(clause, for_all=False)  # on sides it is for all on one
    delay = Delay() if fixed else _delay(draw)
    delay, provisional, clause = _perhaps_late(draw, delay, provisional, clause, fixed=fixed)
    return Spec(
        parties=parties,
        sides=sides,
        midnights=draw.pick((*[(0,)] * 3, *[(m[0],) for m in MIDNIGHTS], *MIDNIGHTS)),
        condition=condition,
        delay=delay,
        on=on,
        met_by=on - draw.pick((1, 30, 31, 90)) * ONE_DAY if on and once_in(draw, 2) else None,
        lapses=_seldom_a_day(draw, 1937, 1942) if once_in(draw, 2) else None,
        not_before=_seldom_a_day(draw, 1937, 1942),
        counts_from=counts_from,
        date_open=date_open,
        recorded=None if fixed else _seldom_a_day(draw, 1937, 1942),
        joining=joining,
        provisional=provisional,
        term=term,
        renewal=_renewal(draw) if term and (term.lasts or isinstance(term.until, date)) and once_in(draw, 2) else None,
        exit=clause,
        suspending=_suspending(draw, parties) if once_in(draw, 4) else None,
        tied=_grace(draw) if once_in(draw, 6) else None,
        minimum=draw.whole(1, len(parties)) if once_in(draw, 6) else 0,
        sunset=sunset,
        month_end=draw.pick((None, "clamp", "roll")),
        total=sum(weights.values()) + draw.pick((0, 0, 20)),
        weights=weights,
        acts=tuple(acts),
    )


def _sides(draw: Draw, parties: tuple[str, ...]) -> tuple[Side, ...]:
    cut = draw.whole(1, len(parties) - 1)
    return tuple(Side(each, alone=not once_in(draw, 3)) for each in (parties[:cut], parties[cut:]))


def _signatures(draw: Draw, parties: tuple[str, ...]) -> list[Act]:
    day = day_between(draw, 1935, 1938)
    acts = []
    for party in parties:
        if once_in(draw, 5):
            continue
        when = draw.pick((day, day, day + 3 * ONE_DAY, day_between(draw, 1936, 1938)))
        kind = draw.pick((*["signature"] * 12, "definitive signature", "signature ad referendum"))
        acts.append(Act(f"{kind.replace(' ', '-')}-{party.lower()}", kind, (party,), when))
        if kind == "signature ad referendum" and once_in(draw, 2):
            later = when + draw.whole(0, 400) * ONE_DAY
            acts.append(
                Act(f"confirmed-{party.lower()}", "confirmation of a signature", (party,), later, of=acts[-1].id)
            )
    return acts


def _consents(draw: Draw, parties: tuple[str, ...], pool: list[date]) -> list[Act]:
    acts = []
    for party in parties:
        many = draw.pick((1, 1, 1, 1, 1, 1, 0, 2))
        days = {draw.pick((draw.pick(pool), draw.pick(pool), day_between(draw, 1936, 1943))) for _ in range(many)}
        for number, day in enumerate(sorted(days)):
            acts.append(
                Act(
                    f"consent-{number}-{party.lower()}",
                    draw.pick(CONSENTS),
                    (party,),
                    day,
                    received=day + draw.pick((1, 5, 40)) * ONE_DAY if once_in(draw, 3) else None,
                    domestic=day - draw.pick((1, 5, 40)) * ONE_DAY if once_in(draw, 3) else None,
                    counts=not once_in(draw, 5),
                    recorded=day + 45 * ONE_DAY if many == 1 and once_in(draw, 13) else None,
                )
            )
    return acts


def _consents_withdrawn(draw: Draw, acts: list[Act]) -> list[Act]:
    found = []
    for act in acts:
        if act.kind in CONSENTS and once_in(draw, 12):
            when = act.day("received") + draw.pick((1, 10, 30, 60, 200, 500)) * ONE_DAY
            found.append(Act(f"gone-{act.id}", "withdrawal of consent", act.by, when))
    return found


def _condition(draw: Draw, parties: tuple[str, ...], depth: int) -> Condition:
    kind = draw.pick(
        (
            *["instruments"] * 5,
            *["ratified", "share", "signed"] * 2,
            *(("all of", "any of") * 2 if depth < 2 else ()),
            *(("event", "not before", "elapsed", "elapsed") if depth else ("fixed date", "ratified by all")),
        )
    )
    if kind == "instruments":
        among = () if once_in(draw, 2) else tuple(some(draw, parties, 3))
        if among and once_in(draw, 3):
            share = draw.pick(("1/3", "1/2", "2/3", "3/4", "a majority"))
            return Condition(kind, by=among, number=least(share, len(among)), share=share)
        return Condition(kind, by=among, number=draw.whole(1, len(among or parties)))
    if kind in ("all of", "any of"):
        return Condition(kind, parts=tuple(_condition(draw, parties, depth + 1) for _ in range(draw.whole(2, 3))))
    if kind in ("ratified", "signed"):
        return Condition(kind, by=tuple(some(draw, parties, 3)))
    if kind == "ratified by all":
        return Condition("ratified")
    if kind == "share":
        return Condition(kind, number=draw.whole(1, 99))
    if kind == "event":
        return Condition(kind, act="opened")
    if kind == "elapsed":
        return Condition(kind, act="opened", period=draw.pick((*DELAYS, Period(2))))
    return Condition(kind, day=day_between(draw, 1936, 1941))


def _delay(draw: Draw) -> Delay:
    if once_in(draw, 2):
        return Delay()
    lands = draw.pick(("that day", "that day", "the day after", "the first of the next month"))
    if once_in(draw, 2):
        # Counted from the first of the month, what is shorter than a month could end before it began.
        return Delay(draw.pick((Period(months=1), Period(months=6), Period(1))), True, lands)
    return Delay(draw.pick((NONE, *DELAYS)), lands=lands)


def _provisional(draw: Draw, parties: tuple[str, ...], term: Term | None) -> Provisional:
    since, until = _seldom_a_day(draw, 1936, 1938), _seldom_a_day(draw, 1938, 1940)
    if since and until and until < since:  # a file that says so has a fault
        since, until = until, since
    silent = term is None or term.first_day_counts is None  # the oracle knows one answer for all first days
    beside = parties[: draw.whole(1, 2)] if once_in(draw, 3) else ()
    return Provisional(
        once_in(draw, 2),
        since,
        until,
        _grace(draw) if once_in(draw, 2) else Grace(NONE, False),
        lasts=draw.pick(TERMS) if silent and not beside and once_in(draw, 3) else None,
        ends_for_all=once_in(draw, 4),
        beside=beside,
        unless="met" if until and once_in(draw, 2) else "",
    )


def _perhaps_late(
    draw: Draw, delay: Delay, provisional: Provisional | None, clause: Exit | None, *, fixed: bool
) -> tuple[Delay, Provisional | None, Exit | None]:
    """So long a delay, now and then, that a notice is over before the entry into force."""
    if fixed or provisional is None or clause is None or not clause.notice or not once_in(draw, 2):
        return delay, provisional, clause
    applied = replace(provisional, declared=False, since=None, until=None, unless="", beside=(), lasts=None)
    applied = replace(applied, notice=Grace(NONE, False))
    leaving = replace(clause, while_provisional="its period runs", for_all=False, lock_in=None, first_notice=None)
    return Delay(Period(3)), applied, leaving


def _term(draw: Draw) -> Term:
    first_day = draw.pick(SILENT)
    kind = draw.pick(("lasts", "lasts", "until", "hour", "event"))
    if kind == "lasts":
        anchor = day_between(draw, 1942, 1943) if once_in(draw, 3) else None
        return Term(draw.pick(TERMS), anchor, first_day_counts=first_day)
    day = day_between(draw, 1943, 1948)
    if kind == "until":
        return Term(until=day)
    if kind == "hour":
        return Term(until=Moment(datetime(day.year, day.month, day.day, 12), draw.pick(OFFSETS)))
    plus = draw.pick((NONE, Period(1), Period(months=6)))
    events = ("peace", "accession") if once_in(draw, 3) else ("peace",)
    return Term(until_event=events, plus=plus, first_day_counts=first_day if plus else None)


def _renewal(draw: Draw) -> Renewal:
    block = draw.pick((None, *BLOCKS))
    if block is None:
        return Renewal(None, 0, then_indefinite=True)
    times = draw.pick((1, 1, 2, 3, None))
    return Renewal(block, times, then_indefinite=times is not None and once_in(draw, 2))


def _exit(draw: Draw, parties: tuple[str, ...]) -> Exit:
    when = draw.pick((*["at any time"] * 4, *["at the end of the term"] * 2, "in a window", "on a fixed day"))
    on, cut_off = draw.pick(YEARLY) if when == "on a fixed day" else (None, None)
    window = None
    if when == "in a window":
        anchor: str | date = draw.pick(("entry into force", "own entry into force"))
        if once_in(draw, 3):
            anchor = day_between(draw, 1938, 1940)
        every = draw.pick((Period(1), Period(2), Period(3), Period(months=13)))
        window = Window(every, draw.pick((Period(months=6), Period(days=30), Period(1))), anchor)
    lock_in = None
    if when != "at the end of the term" and once_in(draw, 2):
        lock_in = LockIn(draw.pick(LOCKS), once_in(draw, 2), draw.pick((None, "notice", "exit")))
    notice = NONE if when == "on a fixed day" else draw.pick(NOTICES)
    month, lands, first_day = False, "that day", draw.pick(SILENT)
    if notice and when in ("at any time", "in a window") and once_in(draw, 4):
        month = once_in(draw, 2)
        lands = draw.pick(("that day", "the day after", "the first of the next month"))
        first_day = None if month or lands != "that day" else first_day
    others = tuple(some(draw, parties, 2)) if notice and once_in(draw, 4) else ()
    return Exit(
        when,
        notice,
        draw.pick((None, NONE, Period(months=3))) if when == "at the end of the term" else None,
        draw.pick(("received", "received", "dated")),
        first_day,
        for_all=once_in(draw, 4),
        lock_in=lock_in,
        window=window,
        on=on,
        cut_off=cut_off,
        chain=Period(months=1) if when == "on a fixed day" and once_in(draw, 3) else None,
        needs_ground=once_in(draw, 4),
        stay=once_in(draw, 4),
        stay_if_given=once_in(draw, 2),
        late_notice=draw.pick(LATE) if when == "at the end of the term" and once_in(draw, 4) else None,
        from_first_of_month=month,
        lands=lands,
        date_open=once_in(draw, 5),
        others=others,
        notice_of_others=draw.pick([each for each in NOTICES if each]) if others else NONE,
        first_notice=draw.pick((Period(days=90), Period(months=1), Period(months=3))) if once_in(draw, 4) else None,
        first_notice_first_day_counts=draw.pick(SILENT),
        while_provisional=draw.pick((None, "its period runs", "it ends at once")),
    )


def _suspending(draw: Draw, parties: tuple[str, ...]) -> Suspending:
    own = tuple(some(draw, parties, len(parties))) if once_in(draw, 2) else ()
    return Suspending(own, _grace(draw), once_in(draw, 3))


def _grace(draw: Draw) -> Grace:
    return Grace(draw.pick(GRACES), once_in(draw, 2))


def _sunset(draw: Draw, clause: Exit | None) -> Sunset:
    return Sunset(draw.pick(SUNSETS), clause is not None and once_in(draw, 2), once_in(draw, 2))


def day_between(draw: Draw, first_year: int, last_year: int) -> date:
    """A day in some years, often before a month that is too short to have it."""
    year = draw.whole(first_year, last_year)
    if once_in(draw, 3):
        return date(year, draw.pick(BEFORE_SHORT_MONTHS), 31)
    return date(year, draw.whole(1, 12), draw.pick((1, 2, 13, 25, 28)))


def _seldom_a_day(draw: Draw, first_year: int, last_year: int) -> date | None:
    return day_between(draw, first_year, last_year) if once_in(draw, 6) else None

"""Treaties of many parties whose acts nobody designed: any kind, by anybody, on days that collide."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from treatyclock.testing.oracle.days import ONE_DAY, Moment, Period, When, civil_date
from treatyclock.testing.oracle.many.life import Life
from treatyclock.testing.oracle.many.treaty import NOTICES, Act, RecordedEnd, Spec
from treatyclock.testing.oracle.many.worlds import ManyWorld, explored
from treatyclock.testing.specifications.choices import Draw, once_in, shuffled, some
from treatyclock.testing.specifications.many_clauses import CODES, clauses
from treatyclock.testing.specifications.two import CLOCKS, DISTANCES, OFFSETS, SILENT

# How often each kind of act is drawn beside others.
KINDS = (
    *["withdrawal"] * 8,
    *["first notice"] * 6,
    *["rescission", "suspension of a notice", "resumption of a notice"] * 2,
    *["extension of a notice", "agreement on withdrawal"],
    *["accession"] * 4,
    "withdrawal of consent",
    "membership",
    *["end of membership"] * 2,
    *["engagement in a conflict"] * 2,
    *["suspension", "resumption"],
    *["extension of the term"] * 4,
    "termination by consent",
    *["provisional application", "end of provisional application"] * 2,
    *["objection to an accession"] * 2,
    "succession",
)
ANSWERS: Mapping[str, tuple[str, ...]] = {
    "rescission": (*NOTICES, "first notice"),
    "suspension of a notice": NOTICES,
    "resumption of a notice": ("suspension of a notice",),
    "extension of a notice": NOTICES,
    "agreement on withdrawal": NOTICES,
    "resumption": ("suspension",),
    "end of a conflict": ("engagement in a conflict",),
    "objection to an accession": ("accession",),
}
"""The acts that each kind answers."""


def treaty_of_many(draw: Draw, least: int = 3, most: int = len(CODES)) -> Spec:
    """A treaty between so many parties, how it came to bind, and what they did; seldom with two depositaries."""
    spec = _treaty(draw, least, most)
    return _with_two_depositaries(draw, spec) if once_in(draw, 6) else spec


def _treaty(draw: Draw, least: int, most: int) -> Spec:
    spec = clauses(draw, least, most)
    for _ in range(draw.pick((0, 1, 2, 2, 3, 3, 4, 5, 6, 8))):
        act = _Act(draw, spec).made()
        if act:
            spec = replace(spec, acts=(*spec.acts, act))
    spec = replace(spec, acts=tuple(shuffled(draw, spec.acts)))
    if not once_in(draw, 8):
        return spec
    _, days = next(explored(spec, _with_days))
    day = draw.pick(sorted(days) or [date(1945, 1, 1)]) + draw.pick(DISTANCES) * ONE_DAY
    return replace(spec, end=RecordedEnd(day, draw.pick(SILENT)))


def _with_two_depositaries(draw: Draw, spec: Spec) -> Spec:
    """The treaty with two depositaries, which received what was received on days of their own, or one of them alone."""

    def deposits(act: Act) -> tuple[tuple[str, date], ...]:
        if act.received is None or once_in(draw, 3):
            return ()
        days = [act.received, act.received + draw.pick((0, 1, 4, 30)) * ONE_DAY]
        named = list(zip(("north", "south"), days, strict=True))
        return tuple(named[: draw.pick((1, 2, 2, 2))])

    acts = tuple(replace(act, deposits=deposits(act)) for act in spec.acts)
    return replace(spec, acts=acts, deposit=draw.pick((None, "the first", "the last")))


def treaty_with_a_part(draw: Draw, least: int = 3, most: int = len(CODES)) -> tuple[Spec, Spec]:
    """A treaty, and another one that is to be a part of it, between some of the same States."""
    one, other = _treaty(draw, least, most), _treaty(draw, least, most)
    whole, part = (one, other) if len(one.parties) >= len(other.parties) else (other, one)
    return whole, part


class _Act:
    """One more act, on a day that matters to the treaty as it is."""

    def __init__(self, draw: Draw, spec: Spec) -> None:
        self.draw = draw
        self.spec = spec
        self.life, days = next(explored(spec, _with_days))
        self.days = sorted(days) or [date(1940, 2, 29)]
        self.id = f"act-{len(spec.acts)}"

    def made(self) -> Act | None:
        """An act of any kind that means something in such a treaty."""
        kind = self.draw.pick(KINDS)
        makers: Mapping[str, Callable[[], Act | None]] = {
            "withdrawal": self._notice,
            "first notice": self._first_notice,
            "accession": self._return,
            "succession": self._succession,
            "engagement in a conflict": self._conflict,
        }
        if kind in makers:
            return makers[kind]()
        if kind in ANSWERS:
            return self._answer(kind)
        if kind in ("extension of the term", "termination by consent"):
            return self._agreement(kind)
        return self._other(kind)

    def _notice(self) -> Act | None:
        clause = self.spec.exit
        if clause is None:
            return None
        # Mostly by who is a party at the time.
        inside = [party for party in self.spec.parties if self.life.spells[party]] or list(self.spec.parties)
        party = self.draw.pick((*inside, *inside, *inside, *self.spec.parties))
        spells = self.life.spells[party]
        floor = spells[-1].start if spells and not once_in(self.draw, 10) else date(1937, 1, 1)
        when = self._early(party) or self._when(floor)
        day = civil_date(when)
        received = (
            None if isinstance(when, Moment) else self.draw.pick((None, None, None, day + ONE_DAY, day + 20 * ONE_DAY))
        )
        effective = None
        if clause.when != "at the end of the term" and once_in(self.draw, 6):
            effective = day + self.draw.whole(0, 900) * ONE_DAY
        side = self.spec.side(party)
        together = side is not None and len(side.parties) > 1 and once_in(self.draw, 2)
        return Act(
            self.id,
            self.draw.pick(NOTICES),
            side.parties if side is not None and together else (party,),
            when,
            received=received,
            effective=effective,
            recorded=day + 400 * ONE_DAY if once_in(self.draw, 16) else None,
            grounds=self.draw.pick(("", "extraordinary events")) if clause.needs_ground else "",
        )

    def _early(self, party: str) -> date | None:
        """A day on which a State applies the treaty provisionally that waits long for its entry into force."""
        entry, consents = self.life.entry, self.life.entry.consents[party]
        long = self.spec.provisional is not None and self.spec.delay.period == Period(3)
        if not long or entry.day is None or not consents or once_in(self.draw, 4):
            return None
        return consents[0].day() + self.draw.whole(1, 600) * ONE_DAY

    def _first_notice(self) -> Act | None:
        clause = self.spec.exit
        if clause is None or clause.first_notice is None:
            return None
        party = self.draw.pick(self.spec.parties)
        side = self.spec.side(party)
        spells = self.life.spells[party]
        day = civil_date(self._when(spells[-1].start if spells and not once_in(self.draw, 6) else date(1937, 1, 1)))
        return Act(self.id, "first notice", side.parties if side and once_in(self.draw, 2) else (party,), day)

    def _return(self) -> Act:
        party = self.draw.pick(self.spec.parties)
        spells = self.life.spells[party]
        if spells and spells[-1].end and not once_in(self.draw, 4):
            gone = self.life.world.day_of(spells[-1].end.span.last)
            day = gone + self.draw.pick((-1, 0, 1, 2, 30, 100, 400)) * ONE_DAY
        else:
            day = civil_date(self._when(date(1936, 1, 1)))
        received = self.draw.pick((None, None, day + 3 * ONE_DAY))
        return Act(self.id, "accession", (party,), day, received=received)

    def _succession(self) -> Act | None:
        strangers = [party for party in self.spec.parties if not self.life.entry.consents[party]]
        if not strangers or self.life.entry.day is None:
            return None
        day = max(civil_date(self._when(date(1938, 1, 1))), self.life.entry.day)
        effective = day - self.draw.pick((0, 1, 30, 400)) * ONE_DAY
        return Act(self.id, "succession", (self.draw.pick(strangers),), day, effective=effective)

    def _conflict(self) -> Act | None:
        if not (self.spec.exit and self.spec.exit.stay):
            return None
        if self.spec.done("engagement in a conflict") and once_in(self.draw, 2):
            return self._answer("end of a conflict")
        notices = self.spec.done(*NOTICES)
        party = self.draw.pick([notice.by[0] for notice in notices] or self.spec.parties)
        return Act(self.id, "engagement in a conflict", (party,), civil_date(self._when(date(1938, 1, 1))))

    def _answer(self, kind: str) -> Act | None:
        answered = self.spec.done(*ANSWERS[kind])
        if not answered:
            return None
        of = self.draw.pick(answered)
        if kind == "resumption of a notice":
            of = self.spec.act(of.of or "")
        hours = kind == "rescission"
        when = self._when(civil_date(of.when), hours=hours)
        if isinstance(when, Moment) and isinstance(of.when, Moment) and when.instant < of.when.instant:
            when = civil_date(of.when) + ONE_DAY
        day = civil_date(when)
        by = of.by
        if len(by) > 1 and of.kind in NOTICES and once_in(self.draw, 2):
            by = (self.draw.pick(by),)  # each acts for itself alone
        if kind in ("extension of a notice", "agreement on withdrawal"):
            by = self._several(day)
        if kind == "objection to an accession":
            others = [party for party in self.spec.parties if party not in of.by]
            by = (self.draw.pick(others),)
        later = day + self.draw.whole(1, 700) * ONE_DAY
        until = later if kind == "extension of a notice" else None
        if kind == "objection to an accession":
            until = self.draw.pick((None, None, later))
        return Act(
            self.id,
            kind,
            by,
            when,
            of=of.id,
            until=until,
            effective=later if kind == "agreement on withdrawal" else None,
        )

    def _agreement(self, kind: str) -> Act | None:
        term = self.spec.term
        if kind == "extension of the term" and not (term and (term.lasts or term.until)):
            return None
        day = civil_date(self._when(date(1937, 1, 1)))
        running = [last for last in self.life.course.days if last >= day] or [day]
        until = max(running[0], day) + self.draw.pick((1, 30, 365, 700, 1500)) * ONE_DAY
        effective = day + self.draw.pick((0, 1, 30)) * ONE_DAY if once_in(self.draw, 3) else None
        return Act(
            self.id,
            kind,
            self._several(day),
            day,
            until=until if kind == "extension of the term" else None,
            effective=effective,
        )

    def _several(self, day: date) -> tuple[str, ...]:
        """All who are parties, mostly; or all who are listed, or all parties but one, or any."""
        midnight = self.life.world.midnight(day)
        inside = tuple(
            party
            for party, spells in self.life.spells.items()
            if any(
                self.life.world.midnight(each.start) <= midnight and (each.end is None or midnight < each.end.span.last)
                for each in spells
            )
        )
        choice = self.draw.whole(1, 8)
        if choice <= 3 and inside:
            return inside
        if choice <= 5:
            return self.spec.parties
        if choice <= 7 and len(inside) > 1:
            left_out = self.draw.pick(inside)
            return tuple(party for party in inside if party != left_out)
        return tuple(some(self.draw, self.spec.parties, len(self.spec.parties)))

    def _other(self, kind: str) -> Act | None:
        wanted = {
            "end of membership": bool(self.spec.tied),
            "membership": bool(self.spec.tied),
            "provisional application": bool(self.spec.provisional),
            "end of provisional application": bool(self.spec.provisional),
        }
        if not wanted.get(kind, True):
            return None
        day = civil_date(self._when(date(1936, 1, 1)))
        by: Sequence[str] = (self.draw.pick(self.spec.parties),)
        until = None
        if kind == "suspension":
            by = self.draw.pick((by, self.spec.parties, *(side.parties for side in self.spec.sides)))
            until = self.draw.pick((None, day + self.draw.whole(1, 900) * ONE_DAY))
        grounds = "a breach" if kind == "suspension" and once_in(self.draw, 2) else ""
        return Act(self.id, kind, tuple(by), day, until=until, grounds=grounds)

    def _when(self, floor: date, *, hours: bool = True) -> When:
        """On or about a day that matters, often to the second, and not before a floor."""
        around = [day for day in self.days if floor <= day and day.year < 1952] or [floor]
        day = max(self.draw.pick(around) + self.draw.pick(DISTANCES) * ONE_DAY, floor)
        if hours and once_in(self.draw, 3):
            wall = datetime(day.year, day.month, day.day) + timedelta(seconds=self.draw.pick(CLOCKS))
            whose, printed = self.draw.pick(self.spec.midnights), self.draw.pick((*self.spec.midnights, *OFFSETS))
            found = Moment(wall + timedelta(minutes=printed - whose), printed)
            if civil_date(found) >= floor:
                return found
        return day


def _with_days(world: ManyWorld) -> tuple[Life, set[date]]:
    life = Life(world.spec, world)
    world.midnight(date(1940, 1, 1))  # asks whose midnight
    return life, life.telling_days()


def instant(draw: Draw, instants: Sequence[datetime]) -> datetime:
    """An instant to ask about: at an edge, within half a day of one, or anywhere in the years around."""
    choice = draw.whole(1, 8)
    if not instants or choice == 8:
        return datetime(1935, 1, 1, tzinfo=UTC) + timedelta(minutes=draw.whole(0, 22 * 365 * 24 * 60))
    edge = draw.pick(instants)
    return edge + timedelta(minutes=draw.whole(-720, 720)) if choice == 7 else edge

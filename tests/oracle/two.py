"""The slow answer to "was the treaty in force at this instant?", to test the library against.

Written from the law alone and sharing no code with the library. It tries every convention that the treaty leaves open
(a *world* is one choice of all of them) and in each world lives through the treaty one day at a time. All worlds agree:
that is the answer. They do not: the answer is "unknown".
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import product

from oracle.days import (
    ONE_DAY,
    TICK,
    Moment,
    Period,
    Span,
    When,
    World,
    civil_date,
    last_day,
    last_day_of_notice,
)

PARTIES = ("AAA", "BBB")

# How far interesting_instants follows a treaty that is renewed for ever.
LAST_YEAR_OF_INTEREST = 1955


@dataclass(frozen=True)
class Term:
    """How long the treaty lasts before any renewal: a period from an act, the anchor, or up to a day."""

    lasts: Period
    anchor: str
    first_day_counts: bool | None = None
    until: date | None = None


@dataclass(frozen=True)
class Extension:
    """An agreement that puts off the end of the term; without a day of its own it is in force when it is made."""

    id: str
    when: date
    until: date
    effective: date | None = None

    @property
    def in_force(self) -> date:
        """The day from which it is in force."""
        return self.effective or self.when


@dataclass(frozen=True)
class Renewal:
    """What follows the term: blocks (``times`` None means for ever), then perhaps no term at all."""

    block: Period | None
    times: int | None
    then_indefinite: bool = False


@dataclass(frozen=True)
class Denunciation:
    """When a party may leave, and on what notice; zero notice is "at once"."""

    when: str
    notice: Period
    notice_when_indefinite: Period | None = None
    first_day_counts: bool | None = None


@dataclass(frozen=True)
class Notice:
    """A denunciation; it may name a later day for its effect than its period gives."""

    id: str
    party: str
    when: When
    effective: date | None = None


@dataclass(frozen=True)
class Rescission:
    """A notice taken back by the party that gave it."""

    id: str
    notice: str
    party: str
    when: When


@dataclass(frozen=True)
class Spec:
    """A bilateral treaty as plain data. A party missing from a mapping has not done that act."""

    midnights: tuple[int, ...]
    entry: str
    entry_on: date | None = None
    signatures: Mapping[str, date] = field(default_factory=dict, hash=False)
    ratifications: Mapping[str, date] = field(default_factory=dict, hash=False)
    exchange: date | None = None
    term: Term | None = None
    renewal: Renewal | None = None
    denunciation: Denunciation | None = None
    month_end: str | None = None
    extensions: tuple[Extension, ...] = ()
    notices: tuple[Notice, ...] = ()
    rescissions: tuple[Rescission, ...] = ()


@dataclass(frozen=True)
class TwoWorld(World):
    """One choice of every convention that a treaty of two may leave open."""

    offset: int
    first_day: bool
    notice_first_day: bool
    month_end: str
    named_day_is_out: bool
    back_from_end: bool
    event: str


def oracle(spec: Spec, at: datetime) -> str:
    """Say whether the treaty was in force.

    Args:
        spec: The treaty and what the parties did.
        at: An aware instant.

    Returns:
        "yes" or "no" if so in every world, otherwise "unknown".
    """
    answers = {_Life(spec, world).at(at) for world in worlds(spec)}
    return answers.pop() if len(answers) == 1 else "unknown"


def worlds(spec: Spec) -> Iterator[World]:
    """Every way of filling in what the treaty leaves open; trying one that makes no difference does no harm."""
    first_day = spec.term.first_day_counts if spec.term else False
    notice_first_day = spec.denunciation.first_day_counts if spec.denunciation else False
    for choice in product(
        spec.midnights,
        (True, False) if first_day is None else (first_day,),
        (True, False) if notice_first_day is None else (notice_first_day,),
        ("clamp", "roll") if spec.month_end is None else (spec.month_end,),
        (True, False) if any(notice.effective for notice in spec.notices) else (True,),
    ):
        yield World(*choice)


class _Life:
    """The treaty's life in one world, lived day by day.

    The state at the end of a lived day: the block that runs and its last day, the notices that may still take effect,
    since when the treaty can be left at any time, and since when it is over, perhaps or surely.
    """

    def __init__(self, spec: Spec, world: World) -> None:
        self.spec = spec
        self.world = world
        self.entry = entry_day(spec)
        self.anchor = anchor_day(spec)
        self.block = 0
        self.last_day = last_day_of_block(spec, world, 0)
        self.notices = [notice for notice in spec.notices if self.entry and civil_date(notice.when) >= self.entry]
        self.effects = {notice: self._effect(notice) for notice in self.notices} if spec.denunciation else {}
        self.free_since: datetime | None = None
        if spec.denunciation and spec.denunciation.when == "at any time":
            self.free_since = datetime.min.replace(tzinfo=UTC)
        self.perhaps_over: datetime | None = None
        self.over: datetime | None = None

    def at(self, at: datetime) -> str:
        """Live until the day of the instant, then look."""
        if self.entry is None or at < self.world.midnight(self.entry):
            return "no"
        # The term may run before the treaty is in force. Two more days: an exact notice printed with the date of
        # entry may, on the world's clock, lie that much earlier.
        day = min(self.entry, self.anchor or self.entry, self.last_day or self.entry) - 2 * ONE_DAY
        after = self.world.midnight(day + ONE_DAY)
        today = self.world.day_of(at)
        while day <= today and self.over is None:
            self._live(day, after)
            day += ONE_DAY
            after += ONE_DAY
        if self.over is not None and self.over <= at:
            return "no"
        if self.perhaps_over is not None and self.perhaps_over <= at:
            return "unknown"
        return "yes"

    def _live(self, day: date, after: datetime) -> None:
        """Live through one day, until the midnight after it."""
        if day == self.last_day:
            self._end_block(day, after)
        if self.free_since is not None:
            self._heed_notices(after, self.free_since)

    def _end_block(self, day: date, after: datetime) -> None:
        """The last day of a block: the treaty ends if a notice was in time for it, or goes on as agreed."""
        denunciation, renewal = self.spec.denunciation, self.spec.renewal
        longer = [each.until for each in self.spec.extensions if each.in_force <= day < each.until]
        if longer:
            self.last_day = max(longer)
            return
        if denunciation and denunciation.when == "at the end of the term":
            deadline = count_back(day, denunciation.notice, self.world.month_end)
            for notice in [notice for notice in self.notices if self._in_time(notice, deadline)]:
                self._take_effect(notice, Span(after, after))
        if renewal and renewal.block and (renewal.times is None or self.block < renewal.times):
            self.block += 1
            self.last_day = last_day_of_block(self.spec, self.world, self.block)
            assert self.last_day is not None
            assert self.last_day > day
        elif renewal and renewal.then_indefinite:
            self.last_day = None
            # A notice that came too late for the term now counts as one at any time, but cannot reach back into it.
            if denunciation and self.free_since is None:
                self.free_since = after
        else:
            self._end(Span(after, after))

    def _in_time(self, notice: Notice, deadline: date) -> bool:
        if isinstance(notice.when, Moment):
            return notice.when.instant < self.world.midnight(deadline + ONE_DAY)
        return notice.when <= deadline

    def _heed_notices(self, after: datetime, since: datetime) -> None:
        """Let every notice take effect whose own time is up by the end of the day."""
        for notice in self.notices.copy():
            effect = self.effects[notice]
            if effect.last <= after:
                self._take_effect(notice, Span(max(effect.first, since), max(effect.last, since)))

    def _effect(self, notice: Notice) -> Span:
        """When a notice that runs from its own date would end the treaty."""
        clause = self.spec.denunciation
        assert clause is not None
        period = notice_period(clause)
        effect = self.world.span(notice.when)
        if period:
            last = last_day(civil_date(notice.when), period, self.world.notice_first_day, self.world.month_end)
            after = self.world.midnight(last + ONE_DAY)
            effect = Span(after, after)
        if notice.effective is None:
            return effect
        named = self.world.midnight(notice.effective + (ONE_DAY if not self.world.named_day_is_out else timedelta()))
        return Span(max(effect.first, named), max(effect.last, named))

    def _take_effect(self, notice: Notice, effect: Span) -> None:
        """End the treaty, unless the notice was taken back before."""
        self.notices.remove(notice)
        takings_back = [self.world.span(act.when) for act in self.spec.rescissions if act.notice == notice.id]
        if any(taking_back.last < effect.first for taking_back in takings_back):
            return
        if any(taking_back.first < effect.last for taking_back in takings_back):
            # Nobody knows which came first, so the treaty goes on, but only perhaps.
            self.perhaps_over = _earlier(self.perhaps_over, effect.first)
            return
        self._end(effect)

    def _end(self, effect: Span) -> None:
        self.perhaps_over = _earlier(self.perhaps_over, effect.first)
        self.over = _earlier(self.over, effect.last)


def entry_day(spec: Spec) -> date | None:
    """The day the treaty enters into force, None if it never does."""
    if spec.entry == "ratified by all":
        return _last_of_all(spec.ratifications)
    if spec.entry == "instruments exchanged":
        return spec.exchange
    signed = _last_of_all(spec.signatures)
    if spec.entry == "fixed date" and signed:
        assert spec.entry_on is not None
        return max(spec.entry_on, signed)
    return signed


def anchor_day(spec: Spec) -> date | None:
    """The day the term is counted from, None if there is no term or it has not begun to run."""
    if spec.term is None or spec.term.until:
        return None
    return {
        "entry into force": entry_day(spec),
        "signature": _last_of_all(spec.signatures),
        "ratification": _last_of_all(spec.ratifications),
        "exchange of instruments": spec.exchange,
    }[spec.term.anchor]


def last_day_of_block(spec: Spec, world: World, block: int) -> date | None:
    """The last day of the term (block 0) or of a renewal, always counted from the term's first anchor."""
    if spec.term is None or entry_day(spec) is None:
        return None
    if spec.term.until and not block:
        return spec.term.until
    if spec.term.until:
        assert spec.renewal is not None
        assert spec.renewal.block is not None
        # What follows a last day begins with the day after it, and that day counts.
        blocks = Period().plus(spec.renewal.block, block)
        return last_day(spec.term.until + ONE_DAY, blocks, True, world.month_end)
    anchor = anchor_day(spec)
    if anchor is None:
        return None
    lasts = spec.term.lasts
    if block:
        assert spec.renewal is not None
        assert spec.renewal.block is not None
        lasts = lasts.plus(spec.renewal.block, block)
    return last_day(anchor, lasts, world.first_day, world.month_end)


def notice_period(clause: Denunciation) -> Period:
    """The period of a notice that runs from its own date."""
    if clause.when == "at the end of the term" and clause.notice_when_indefinite is not None:
        return clause.notice_when_indefinite
    return clause.notice


def telling_days(spec: Spec) -> list[date]:
    """The days on which something may happen to the treaty in some world, in order."""
    days: set[date | None] = {entry_day(spec), anchor_day(spec), spec.entry_on, spec.exchange}
    days.update((*spec.signatures.values(), *spec.ratifications.values()))
    days.update(civil_date(when) for when in _ending_acts(spec))
    days.update(notice.effective for notice in spec.notices)
    days.update(day for each in spec.extensions for day in (each.in_force, each.until))
    for world in worlds(spec):
        days.update(_block_ends(spec, world))
        if spec.denunciation:
            period = notice_period(spec.denunciation)
            days.update(
                last_day(civil_date(notice.when), period, world.notice_first_day, world.month_end)
                for notice in spec.notices
                if period
            )
    return sorted({day for day in days if day is not None} | set(deadlines(spec)))


def deadlines(spec: Spec) -> list[date]:
    """The last days, in some world, for a notice to end the treaty with one of its blocks, in order."""
    clause = spec.denunciation
    if clause is None or clause.when != "at the end of the term":
        return []
    ends = ((end, world.month_end) for world in worlds(spec) for end in _block_ends(spec, world))
    return sorted({count_back(end, clause.notice, month_end) for end, month_end in ends})


def interesting_instants(spec: Spec) -> list[datetime]:
    """The instants at which the answer may turn in some world, with their neighbours, in order."""
    edges = {when.instant for when in _ending_acts(spec) if isinstance(when, Moment)}
    days = telling_days(spec)
    for world in worlds(spec):
        for day in days:
            edges.update((world.midnight(day), world.midnight(day + ONE_DAY)))
    return sorted({near for edge in edges for near in (edge - TICK, edge, edge + TICK)})


def _block_ends(spec: Spec, world: World) -> Iterator[date]:
    block = 0
    end = last_day_of_block(spec, world, block)
    while end is not None and end.year <= LAST_YEAR_OF_INTEREST:
        yield end
        renewal = spec.renewal
        if renewal is None or renewal.block is None or block == renewal.times:
            return
        block += 1
        end = last_day_of_block(spec, world, block)


def _ending_acts(spec: Spec) -> list[When]:
    return [notice.when for notice in spec.notices] + [rescission.when for rescission in spec.rescissions]


def _last_of_all(acts: Mapping[str, date]) -> date | None:
    return max(acts.values()) if all(party in acts for party in PARTIES) else None


def _earlier(known: datetime | None, new: datetime) -> datetime:
    return new if known is None else min(known, new)

"""A treaty of many parties as plain data: its clauses, and what was done."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from treatyclock.testing.oracle.days import Moment, Period, When, civil_date

SIGNING = ("signature", "definitive signature", "signature ad referendum")
RATIFYING = ("ratification", "acceptance", "approval", "accession")
NOTICES = ("denunciation", "withdrawal")
NEED_ALL = ("termination by consent", "extension of the term", "extension of a notice", "agreement on withdrawal")


@dataclass(frozen=True)
class Act:
    """What somebody did; ``when`` is the date it bears.

    ``deposits``: when each of two depositaries received it; ``received`` is then the one that counts, first the first.
    """

    id: str
    kind: str
    by: tuple[str, ...]
    when: When
    received: date | None = None
    deposits: tuple[tuple[str, date], ...] = ()
    domestic: date | None = None
    circulated: date | None = None
    known: date | None = None
    effective: date | None = None
    until: When | None = None
    recorded: date | None = None
    counts: bool = True
    grounds: str = ""
    of: str | None = None

    def on(self, which: str) -> When:
        """The date that a rule runs from; an act with one date has it for every purpose (VCLT 78)."""
        dates = {"received": self.received, "domestic": self.domestic, "circulated": self.circulated}
        return dates.get(which) or self.when

    def day(self, which: str = "received") -> date:
        """The same as a day."""
        return civil_date(self.on(which))


@dataclass(frozen=True)
class Condition:
    """What brings the treaty into force; which fields matter depends on the kind.

    ``share``: of which part of the named States the instruments are needed, by the text; ``number`` is that.
    """

    kind: str
    by: tuple[str, ...] = ()
    number: int = 0
    share: str = ""
    day: date | None = None
    period: Period = Period()
    act: str = ""
    parts: tuple["Condition", ...] = ()

    def walk(self) -> Iterator["Condition"]:
        """It and all within it."""
        yield self
        for part in self.parts:
            yield from part.walk()


def least(share: str, of: int) -> int:
    """The least number of States that are a part of so many: of a part of a State a whole one is needed."""
    if share == "a majority":
        return next(number for number in range(of + 1) if number > of - number)
    part, whole = map(int, share.split("/"))
    return next(number for number in range(of + 1) if number * whole >= part * of)


@dataclass(frozen=True)
class Delay:
    """How long after a day something comes, and on which day that ends."""

    period: Period = Period()
    from_first_of_month: bool = False
    lands: str = "that day"


@dataclass(frozen=True)
class Joining:
    """From when the treaty is in force for later joiners.

    ``accession_delay`` is a rule of its own for who accedes; ``after`` a day by which one shares the treaty's own;
    ``until`` the last day for an instrument of who does not; ``date_open`` if the text leaves open which date counts.
    """

    delay: Delay = Delay()
    counts_from: str = "received"
    accession_delay: Delay = Delay()
    after: date | None = None
    until: date | None = None
    date_open: bool = False


@dataclass(frozen=True)
class Term:
    """A term: a period from the entry into force or a day, up to a day or hour, or until the first event and longer."""

    lasts: Period | None = None
    anchor: date | None = None
    until: When | None = None
    until_event: tuple[str, ...] = ()
    plus: Period = Period()
    first_day_counts: bool | None = None


@dataclass(frozen=True)
class Renewal:
    """What follows the term: blocks (``times`` None means for ever), then perhaps no term at all."""

    block: Period | None
    times: int | None
    then_indefinite: bool = False


@dataclass(frozen=True)
class LockIn:
    """A time in which nobody may leave; ``bars`` None leaves it open what it keeps back."""

    lasts: Period
    own: bool = False
    bars: str | None = None


@dataclass(frozen=True)
class Window:
    """Times in which alone a notice may be given."""

    every: Period
    lasts: Period
    anchor: str | date = "entry into force"


@dataclass(frozen=True)
class Exit:
    """The clause on denunciation.

    ``date_open``: whether the text leaves it open if a period runs from the date of the notice or from its arrival.
    """

    when: str
    notice: Period = Period()
    notice_when_indefinite: Period | None = None
    runs_from: str = "received"
    first_day_counts: bool | None = None
    for_all: bool = False
    lock_in: LockIn | None = None
    window: Window | None = None
    on: tuple[int, int] | None = None
    cut_off: tuple[int, int] | None = None
    chain: Period | None = None
    needs_ground: bool = False
    stay: bool = False
    stay_if_given: bool = False
    late_notice: str | None = None
    from_first_of_month: bool = False
    lands: str = "that day"
    date_open: bool = False
    others: tuple[str, ...] = ()
    notice_of_others: Period = Period()
    first_notice: Period | None = None
    first_notice_first_day_counts: bool | None = None
    while_provisional: str | None = None

    def by(self, party: str) -> "Exit":
        """The clause by which a State leaves: some have one of their own, with another notice.

        Law: VCLT 54(a).
        """
        return replace(self, notice=self.notice_of_others) if party in self.others else self


@dataclass(frozen=True)
class Grace:
    """A period that runs from an act, of which the text says whether its first day counts."""

    period: Period
    first_day_counts: bool


@dataclass(frozen=True)
class Sunset:
    """Surviving effect; ``lasts`` None is without limit, and an event, if one is named, ends it sooner.

    ``ends_for``: for whom that event does, "all" or "its author"; None where the text is silent.
    """

    lasts: Period | None
    from_notice: bool
    first_day_counts: bool
    until_event: str = ""
    ends_for: str | None = None


@dataclass(frozen=True)
class Suspending:
    """The clause by which a State may suspend alone: some only, where given, after a notice, on a ground."""

    parties: tuple[str, ...] = ()
    notice: Grace = Grace(Period(), False)
    needs_ground: bool = False


@dataclass(frozen=True)
class Provisional:
    """Provisional application; ``beside`` names the States without which nobody else applies it.

    ``unless``: the event that lets it go on after ``until`` if it has come by then.
    """

    declared: bool = False
    since: date | None = None
    until: date | None = None
    notice: Grace = Grace(Period(), False)
    lasts: Period | None = None
    ends_for_all: bool = False
    beside: tuple[str, ...] = ()
    unless: str = ""


@dataclass(frozen=True)
class Side:
    """Parties that stand together; ``alone``: whether a notice by some of them ends it for them, or has no effect."""

    parties: tuple[str, ...]
    alone: bool = True


@dataclass(frozen=True)
class RecordedEnd:
    """The end for all as a list records it; ``is_out`` None leaves it open whether that day is the first out."""

    day: date
    is_out: bool | None = None


@dataclass(frozen=True)
class Spec:
    """A treaty of many parties as plain data.

    ``deposit``: which of several deposits counts, "the first" or "the last"; None where the text is silent.
    ``consents_came_out_later``: whether it is a record as it was known once, and consents stand in the whole of it.
    """

    parties: tuple[str, ...]
    midnights: tuple[int, ...]
    condition: Condition
    delay: Delay = Delay()
    on: date | None = None
    met_by: date | None = None
    lapses: date | None = None
    not_before: date | None = None
    counts_from: str = "received"
    date_open: bool = False
    recorded: date | None = None
    joining: Joining | None = None
    provisional: Provisional | None = None
    term: Term | None = None
    renewal: Renewal | None = None
    exit: Exit | None = None
    suspending: Suspending | None = None
    tied: Grace | None = None
    minimum: int = 0
    sides: tuple[Side, ...] = ()
    sunset: Sunset | None = None
    month_end: str | None = None
    total: int = 100
    weights: Mapping[str, int] = field(default_factory=dict, hash=False)
    acts: tuple[Act, ...] = ()
    end: RecordedEnd | None = None
    deposit: str | None = None
    consents_came_out_later: bool = False

    def deposited(self, which: str) -> "Spec":
        """The treaty with each act received by the deposit that counts (VCLT 16(b), 76(1) and 78)."""
        of = min if which == "the first" else max
        acts = (replace(act, received=of(day for _, day in act.deposits)) if act.deposits else act for act in self.acts)
        return replace(self, acts=tuple(acts), deposit=which)

    @property
    def deposits_differ(self) -> bool:
        """Whether it makes a difference for any act which of its deposits counts."""
        return any(len({day for _, day in act.deposits}) > 1 for act in self.acts)

    def done(self, *kinds: str, by: str | None = None, of: str | None = None) -> list[Act]:
        """The acts of some kinds, by date; those of one day in the order of their hours, where these are known."""
        found = [
            act
            for act in self.acts
            if act.kind in kinds and (by is None or by in act.by) and (of is None or act.of == of)
        ]
        return sorted(found, key=_order)

    def side(self, party: str) -> Side | None:
        """The side on which a State stands."""
        return next((side for side in self.sides if party in side.parties), None)

    def act(self, id: str) -> Act:
        """The act of that id."""
        return next(act for act in self.acts if act.id == id)


def _order(act: Act) -> tuple[date, str]:
    return act.day(), act.when.instant.isoformat() if isinstance(act.when, Moment) else ""

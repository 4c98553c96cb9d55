"""The term, its renewals, and the last day on which a notice is in time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from treatyclock.civil.days import Days
from treatyclock.civil.moments.moment import Moment
from treatyclock.civil.moments.read import moment
from treatyclock.civil.periods import Period
from treatyclock.derive.case import Case, later
from treatyclock.derive.consent import first_acts
from treatyclock.derive.entry import Entry
from treatyclock.derive.reasons import Rule
from treatyclock.law.acts import SIGNING, Act, ActDate, ActKind
from treatyclock.law.clauses.exit import Denunciation, ExitWhen
from treatyclock.law.clauses.term import Anchor, Renewal, Term
from treatyclock.law.readings import FIRST_DAY, FOR_EVER, RENEWALS, TERM_FROM

NO_ANCHOR = Rule("no anchor", "the term runs from {value}, which is not recorded, so it has not begun to run")
NO_EVENT = Rule("event not recorded", "{value}, which would end it, is not recorded, so the term goes on")
LAST_DAY = Rule("last day", "{term} ends with {value}")
EXTENDED = Rule("extended", "the extension was in force before the term had ended, and so the term ends with {value}")
EXTENDED_LATE = Rule("extended late", "the extension was not in force before the term had ended, so it extends nothing")
DEADLINE = Rule(
    "deadline",
    "a notice for the end of {term} must be given no later than {value}",
    "no general rule covers periods counted back; European Convention on the Calculation of Time-Limits, art. 1",
)

ACTS_OF = {
    Anchor.SIGNATURE: SIGNING,
    Anchor.RATIFICATION: (ActKind.RATIFICATION, ActKind.ACCEPTANCE, ActKind.APPROVAL),
    Anchor.EXCHANGE: (ActKind.EXCHANGE,),
}


JOINING = (ActKind.ACCESSION, ActKind.SUCCESSION)


def anchor_name(anchor: Anchor | Moment) -> str:
    """Return the name by which an anchor is chosen.

    Example:
        >>> anchor_name(Anchor.ENTRY)
        'entry into force'
    """
    return anchor.value if isinstance(anchor, Anchor) else str(anchor.days)


def anchor_of(name: str) -> Anchor | Moment:
    """Read what :func:`anchor_name` writes."""
    return Anchor(name) if name in {anchor.value for anchor in Anchor} else moment(name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One stretch of the term: the first, or a renewed one.

    Attributes:
        last: Its last day.
        key: The reason.
        until: The hour at which it ends, where it ends at one.
    """

    last: Days
    key: str
    until: Moment | None = None


class Terms:
    """The term of a treaty in force, and its renewals, each counted from the one anchor when asked for."""

    def __init__(self, case: Case, entry: Entry) -> None:
        """Find the anchor and how often the term is renewed."""
        self._case = case
        self._entry = entry
        self._clause = case.record.clause(Term)
        self._blocks: dict[int, Block] = {}
        self._deadlines: dict[int, Block] = {}

    @property
    def runs(self) -> bool:
        """Whether there is a term, and it has begun to run towards an end."""
        return self.first is not None

    @cached_property
    def _anchor(self) -> tuple[Days, tuple[str, ...]] | None:
        """The day from which a period is counted, with reasons; None where it is not recorded."""
        clause = self._clause
        assert clause is not None
        given = self._case.given_clause(clause)
        names = {anchor_name(anchor): anchor for anchor in clause.anchors}
        name, open_key = self._case.convention(TERM_FROM, None, tuple(names))
        because = (given, open_key) if len(names) > 1 else (given,)
        chosen = names[name] if name in names else anchor_of(name)
        if isinstance(chosen, Moment):
            return chosen.days, because
        if chosen is Anchor.ENTRY:
            return self._entry.day, (*because, self._entry.key)
        # Who joins later by accession or succession neither signs nor ratifies, and the term does not wait for it.
        record = self._case.record
        joined = {code for act in record.acts if act.kind in JOINING for code in act.by}
        parties = [party.id for party in record.parties if party.id not in joined]
        found = first_acts(self._case, ACTS_OF[chosen], parties, ActDate.RECEIVED)
        if not found or len(found) < len(parties):
            self._case.derived("anchor", NO_ANCHOR, chosen.value, *because)
            return None
        acts = tuple(dict.fromkeys(each.act for each in found.values()))
        return Days.latest(each.day for each in found.values()), (*because, *map(self._case.given_act, acts))

    @cached_property
    def first(self) -> Block | None:
        """The first term, as extended where it was; None without one, or before its anchor or event is there."""
        block = self._unextended
        # What was agreed later goes before what was agreed earlier (Vienna Convention art. 30(3)).
        acts = self._case.docket.of(ActKind.EXTENSION)
        for act in sorted(acts, key=lambda each: (each.dated.days.first, each.dated.days.last)):
            block = None if block is None else self._extended(block, act)
        return block

    @cached_property
    def _unextended(self) -> Block | None:
        clause, case = self._clause, self._case
        if clause is None:
            return None
        if clause.until is not None:
            given = case.given_clause(clause)
            key = case.derived("last_day:0", LAST_DAY, clause.until.days, given, subject=0)
            return Block(last=clause.until.days, key=key, until=clause.until if clause.until.wall is not None else None)
        if clause.until_event is not None:
            return self._until_event(clause, clause.until_event)
        return None if self._anchor is None else self._counted(0)

    def _until_event(self, clause: Term, event: str) -> Block | None:
        case, act = self._case, self._case.docket.get(event)
        given = case.given_clause(clause)
        if act is None:
            case.derived("anchor", NO_EVENT, event, given)
            return None
        day = case.legal_days(act.effective or act.when())
        because: tuple[str, ...] = (given, case.given_act(act))
        if clause.plus:
            counts, convention = case.first_day_counts(FIRST_DAY, clause.first_day_counts)
            day, policy = case.last_day(day, clause.plus, first_day_counts=counts)
            because = (*because, convention, *policy)
        return Block(last=day, key=case.derived("last_day:0", LAST_DAY, day, *because, subject=0))

    def _extended(self, block: Block, act: Act) -> Block:
        """Law: an extension must itself be in force before the end that it puts off."""
        case = self._case
        assert act.until is not None
        in_force = case.legal_days(act.effective or act.when())
        end = block.last if self.renewals[0] == 0 else self._after(block, self.renewals[0])
        fact = f"{act.id} in force before the term had ended"
        timely = end is None or case.choices.settle(in_force.not_after(end), fact, f"was {fact}?")
        given = case.given_act(act)
        if not timely:
            case.derived(f"extension:{act.id}", EXTENDED_LATE, False, block.key, given, subject=act)
            return block
        last = act.until.days
        key = case.derived(f"extension:{act.id}", EXTENDED, last, block.key, given, subject=act)
        return Block(last=last, key=key, until=act.until if act.until.wall is not None else None)

    def _after(self, block: Block, times: int | None) -> Days | None:
        """Return the last day of a number of blocks after one; None for one that never comes."""
        renewal = self._case.record.clause(Renewal)
        if times is None or renewal is None or renewal.block is None or renewal.then_indefinite:
            return None
        return self._on_from(block, renewal.block * times)[0]

    @cached_property
    def renewals(self) -> tuple[int | None, tuple[str, ...]]:
        """How many blocks may follow the first term, None for ever; with reasons."""
        clause = self._case.record.clause(Renewal)
        if clause is None or clause.block is None:
            return 0, ()
        given = self._case.given_clause(clause)
        names = {renewal_name(times): times for times in clause.times}
        name, open_key = self._case.convention(RENEWALS, None, tuple(names))
        times = names[name] if name in names else renewal_times(name)
        return times, (given, open_key) if len(names) > 1 else (given,)

    def block(self, number: int) -> Block:
        """Return the first term (0) or a renewed one (1, 2, ...), counted from the original anchor."""
        first = self.first
        assert first is not None
        if number == 0:
            return first
        if number not in self._blocks:
            plain = first is self._unextended and self._clause is not None and self._clause.lasts is not None
            self._blocks[number] = self._counted(number) if plain else self._added(first, number)
        return self._blocks[number]

    def first_block(self, reached: Callable[[int], bool]) -> int | None:
        """Return the first block that reaches something, None if none does; found by halving, for blocks only go on.

        Args:
            reached: Tells whether a block, by its number, reaches it; then all later ones do.
        """
        times = self.renewals[0]
        short, step = -1, 1
        while True:
            number = short + step if times is None else min(short + step, times)
            if reached(number):
                break
            if number == times:
                return None
            short, step = number, step * 2
        while number - short > 1:
            middle = (short + number) // 2
            short, number = (short, middle) if reached(middle) else (middle, number)
        return number

    def _counted(self, number: int) -> Block:
        clause, anchor = self._clause, self._anchor
        assert clause is not None and clause.lasts is not None and anchor is not None
        day, because = anchor
        length = clause.lasts
        if number:
            renewal = self._case.record.clause(Renewal)
            assert renewal is not None and renewal.block is not None
            length = length + renewal.block * number
            because = (*because, *self.renewals[1])
        counts, convention = self._case.first_day_counts(FIRST_DAY, clause.first_day_counts)
        last, policy = self._case.last_day(day, length, first_day_counts=counts)
        key = self._case.derived(f"last_day:{number}", LAST_DAY, last, *because, convention, *policy, subject=number)
        return Block(last=last, key=key)

    def _added(self, first: Block, number: int) -> Block:
        """Count blocks on from a last day that is given."""
        renewal = self._case.record.clause(Renewal)
        assert renewal is not None and renewal.block is not None
        last, policy = self._on_from(first, renewal.block * number)
        because = (first.key, *self.renewals[1], *policy)
        return Block(last=last, key=self._case.derived(f"last_day:{number}", LAST_DAY, last, *because, subject=number))

    def _on_from(self, block: Block, period: Period) -> tuple[Days, tuple[str, ...]]:
        """Return the last day of a period that follows a block: the day after the block's last is its first."""
        if block.until is not None:  # an hour: the period begins within that day
            return self._case.last_day(block.last, period, first_day_counts=False)
        return self._case.last_day(block.last.map(later), period, first_day_counts=True)

    def deadline(self, number: int) -> Block:
        """Return the last day on which a notice ends the treaty with a block."""
        if number not in self._deadlines:
            self._deadlines[number] = self._deadline(number)
        return self._deadlines[number]

    def _deadline(self, number: int) -> Block:
        clause = self._case.record.clause(Denunciation)
        assert clause is not None and clause.when is ExitWhen.END_OF_TERM
        block = self.block(number)
        given = self._case.given_clause(clause)
        day, policy = self._case.day_before(block.last, clause.notice)
        key = self._case.derived(f"deadline:{number}", DEADLINE, day, given, block.key, *policy, subject=number)
        return Block(last=day, key=key)


def renewal_name(times: int | None) -> str:
    """Write a number of renewals as files and answers do.

    Example:
        >>> renewal_name(None), renewal_name(2)
        ('for ever', '2')
    """
    return FOR_EVER if times is None else str(times)


def renewal_times(name: str) -> int | None:
    """Read what :func:`renewal_name` writes."""
    return None if name == FOR_EVER else int(name)

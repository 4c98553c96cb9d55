"""The term, its renewals, and the last day on which a notice is in time."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from treatyclock.civil.days import Days
from treatyclock.civil.moments import Moment, moment
from treatyclock.derive.case import Case
from treatyclock.derive.entry import Entry, last_of_all
from treatyclock.law.acts import ActKind
from treatyclock.law.clauses import Anchor, ExitWhen
from treatyclock.law.readings import FIRST_DAY, FOR_EVER, RENEWALS, TERM_FROM

_ACT_OF = {
    Anchor.SIGNATURE: ActKind.SIGNATURE,
    Anchor.RATIFICATION: ActKind.RATIFICATION,
    Anchor.EXCHANGE: ActKind.EXCHANGE,
}
_BACKWARD = "no general rule covers periods counted back; European Convention on the Calculation of Time-Limits, art. 1"


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
    """

    last: Days
    key: str


class Terms:
    """The term of a treaty in force, and its renewals, each counted from the one anchor when asked for."""

    def __init__(self, case: Case, entry: Entry) -> None:
        """Find the anchor and how often the term is renewed."""
        self._case = case
        self._entry = entry
        self._blocks: dict[int, Block] = {}
        self._deadlines: dict[int, Block] = {}

    @cached_property
    def anchor(self) -> tuple[Days, tuple[str, ...]] | None:
        """The day the term runs from, with reasons; None without a term, or before the anchor is there."""
        clause = self._case.record.term
        if clause is None:
            return None
        given = self._case.given_clause("term")
        names = {anchor_name(anchor): anchor for anchor in clause.anchors}
        name, open_key = self._case.convention(TERM_FROM, None, tuple(names))
        because = (given, open_key) if len(names) > 1 else (given,)
        chosen = names[name] if name in names else anchor_of(name)
        if isinstance(chosen, Moment):
            return chosen.days, because
        if chosen is Anchor.ENTRY:
            return self._entry.day, (*because, self._entry.key)
        met = last_of_all(self._case, _ACT_OF[chosen])
        if met is None:
            self._case.derived("anchor", "no anchor", chosen.value, *because)
            return None
        return met[0], (*because, *met[1])

    @cached_property
    def renewals(self) -> tuple[int | None, tuple[str, ...]]:
        """How many blocks may follow the first term, None for ever; with reasons."""
        clause = self._case.record.renewal
        if clause is None or clause.block is None:
            return 0, ()
        given = self._case.given_clause("renewal")
        names = {renewal_name(times): times for times in clause.times}
        name, open_key = self._case.convention(RENEWALS, None, tuple(names))
        times = names[name] if name in names else renewal_times(name)
        return times, (given, open_key) if len(names) > 1 else (given,)

    def block(self, number: int) -> Block:
        """Return the first term (0) or a renewed one (1, 2, ...), counted from the original anchor."""
        if number not in self._blocks:
            self._blocks[number] = self._block(number)
        return self._blocks[number]

    def _block(self, number: int) -> Block:
        clause, anchor = self._case.record.term, self.anchor
        assert clause is not None and anchor is not None
        day, because = anchor
        length = clause.lasts
        if number:
            renewal = self._case.record.renewal
            assert renewal is not None and renewal.block is not None
            length = length + renewal.block * number
            because = (*because, *self.renewals[1])
        counts, convention = self._case.first_day_counts(FIRST_DAY, clause.first_day_counts)
        last, policy = self._case.last_day(day, length, first_day_counts=counts)
        key = self._case.derived(f"last_day:{number}", "last day", last, *because, convention, *policy, subject=number)
        return Block(last=last, key=key)

    def deadline(self, number: int) -> Block:
        """Return the last day on which a notice ends the treaty with a block."""
        if number not in self._deadlines:
            self._deadlines[number] = self._deadline(number)
        return self._deadlines[number]

    def _deadline(self, number: int) -> Block:
        clause = self._case.record.denunciation
        assert clause is not None and clause.when is ExitWhen.END_OF_TERM
        block = self.block(number)
        given = self._case.given_clause("denunciation")
        day, policy = self._case.day_before(block.last, clause.notice)
        key = self._case.derived(
            f"deadline:{number}", "deadline", day, given, block.key, *policy, subject=number, law=_BACKWARD
        )
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

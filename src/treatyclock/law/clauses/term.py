"""Clauses on how long a treaty lasts: its term and its tacit renewal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import ClassVar

from treatyclock.civil.moments.moment import Moment
from treatyclock.civil.periods import Period
from treatyclock.law.clauses.base import Basis, Clause, Problem
from treatyclock.law.clauses.by_event import EventDay, until_events
from treatyclock.law.conventions.first_days import FIRST_DAY
from treatyclock.law.conventions.term import EVENT_DAY, RENEWALS, TERM_FROM
from treatyclock.law.form import Form
from treatyclock.law.wording import AS_WRITTEN, Wording
from treatyclock.law.written import written


class Anchor(Enum):
    """What a term runs from: the point most often got wrong."""

    ENTRY = "entry into force"
    PROVISIONAL = "provisional application"
    SIGNATURE = "signature"
    RATIFICATION = "ratification"
    EXCHANGE = "exchange of instruments"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Clause):
    """A term: a period from an anchor, up to a day or an hour, or until something happens.

    An event beside a period or a day ends it sooner: whichever comes first.

    Attributes:
        lasts: How long; for a period.
        anchors: What the period runs from; several where the text leaves it open.
        until: The last day, or the hour at which it ends.
        until_event: The act that ends it, whatever else the term is, or the acts of which the first does; while none
            has happened the term goes on.
        plus: How long after that event.
        event_day: When it ends on the day of that event, where nothing is added; None where the text is silent.
        first_day_counts: Whether the anchor's day is the first of the term; None where the text is silent.
        extended_by: Who must agree to extend it; all parties where not given.
        basis: Where the clause stands.
    """

    TABLE: ClassVar[str] = "term"
    DOC: ClassVar[str] = "the term; leave the table out for a treaty without one"
    PLACE: ClassVar[int] = 50

    lasts: Period | None = written(Form.SOME_PERIOD, "how long the term is", default=None)
    anchors: tuple[Anchor | Moment, ...] = written(
        Form.ANCHOR,
        "what it runs from; a list where the text leaves it open",
        many=True,
        key="from",
        settles=TERM_FROM,
        default=(),
    )
    until: Moment | None = written(Form.MOMENT, "its last day, or the hour at which it ends", default=None)
    until_event: tuple[str, ...] = written(
        Form.EVENT, "the act that ends it; a list where the first of several does", many=True, default=()
    )
    plus: Period = written(Form.PERIOD, "how long after that event", default=Period())
    event_day: EventDay | None = written(
        EventDay, "when it ends on the day of that event, where the text says so", settles=EVENT_DAY, default=None
    )
    first_day_counts: bool | None = written(
        Form.FIRST_DAY,
        "whether the first day counts, where the text says so",
        key="first_day",
        settles=FIRST_DAY,
        default=None,
    )
    extended_by: tuple[str, ...] = written(
        Form.PARTY, "who must agree to extend it; all parties if left out", many=True, default=()
    )
    basis: Basis = Basis()

    def says(self, wording: Wording = AS_WRITTEN) -> str:
        """What it says."""
        who = f" {wording.parties(self.extended_by)} may extend it." if self.extended_by else ""
        return f"{self._ends(wording)}.{who}"

    def _ends(self, wording: Wording) -> str:
        plus = f", and {self.plus.words} longer" if self.plus else ""
        event = f"{until_events(self.until_event, self.event_day)}{plus}" if self.until_event else ""
        sooner = f", or {event} if that is sooner" if event else ""
        if self.lasts is not None:
            anchors = [wording.days(a.days) if isinstance(a, Moment) else a.value for a in self.anchors]
            return f"The term is {self.lasts.words} from {' or '.join(anchors)}{sooner}"
        if self.until is not None:
            return f"It is in force until {wording.moment(self.until)}{sooner}"
        return f"It is in force {event}"

    @property
    def event_beside(self) -> bool:
        """Whether an event ends it sooner than the period or the day that it has."""
        return bool(self.until_event) and (self.lasts is not None or self.until is not None)

    def problems(self, has: Callable[[str], bool]) -> Iterator[Problem]:
        """Yield what does not hang together."""
        ways = [key for key in ("lasts", "until", "until_event") if has(key)]
        if not ways:
            hint = "add lasts: how long the term is; or until = its last day, or until_event = an act"
            yield "lasts", "is missing", hint
        elif has("lasts") and has("until"):
            hint = "leave out one of the two; an event may stand beside either, where it ends the treaty sooner"
            yield "until", "stands beside lasts", hint
        if has("lasts") and not has("from"):
            yield "from", "is missing", "add from: what it runs from; a list where the text leaves it open"
        for key, needs in (("from", "lasts"), ("plus", "until_event"), ("first_day", "lasts")):
            if has(key) and not has(needs) and (key != "first_day" or not has("plus")):
                yield key, f"belongs to {needs}", "leave it out"
        if has("event_day") and (not has("until_event") or has("plus")):
            yield "event_day", "belongs to until_event without plus", "leave it out"


class AfterLast(Enum):
    """What follows the last block."""

    ENDS = "ends"
    INDEFINITE = "indefinite"


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewal(Clause):
    """Tacit renewal at the end of the term, unless a party denounces in time.

    Attributes:
        block: By how much each time; None where it is by differing lengths, or goes on without a term at once.
        blocks: By how much the first time, the second, and so on, where that differs; the last one repeats.
        times: How often: a number, or None for ever; several where the text leaves it open.
        then: What follows the last block.
        basis: Where the clause stands.
    """

    TABLE: ClassVar[str] = "renewal"
    DOC: ClassVar[str] = "tacit renewal at the end of the term, unless denounced in time"
    PLACE: ClassVar[int] = 60

    block: Period | None = written(Form.SOME_PERIOD, "by how much the treaty is prolonged each time", default=None)
    blocks: tuple[Period, ...] = written(
        Form.SOME_PERIOD,
        "by how much the first time, the second and so on, where that differs; the last one repeats",
        many=True,
        default=(),
    )
    times: tuple[int | None, ...] = written(
        Form.TIMES, "how often; a list where the text leaves it open", many=True, settles=RENEWALS, default=()
    )
    then: AfterLast = written(AfterLast, "what follows the last block", default=AfterLast.ENDS)
    basis: Basis = Basis()

    @property
    def renews(self) -> bool:
        """Whether it prolongs the treaty by blocks."""
        return self.block is not None or bool(self.blocks)

    def longer_by(self, times: int, *, after: int = 0) -> Period:
        """Return by how much so many renewals prolong the term.

        Args:
            times: How many.
            after: How many came before them.

        Example:
            >>> str(Renewal(blocks=(Period.of("P10Y"), Period.of("P5Y")), times=(None,)).longer_by(3))
            'P20Y'
        """
        if self.block is not None:
            return self.block * times
        found = Period()
        for number in range(after, min(after + times, len(self.blocks))):
            found += self.blocks[number]
        further = after + times - max(after, len(self.blocks))
        return found + self.blocks[-1] * further if further > 0 else found

    @property
    def then_indefinite(self) -> bool:
        """Whether after the last block the treaty goes on until denounced."""
        return self.then is AfterLast.INDEFINITE

    def says(self, wording: Wording = AS_WRITTEN) -> str:
        """What it says."""
        then = ", then without a term until denounced" if self.then_indefinite else ""
        if not self.renews:
            return "After the term the treaty goes on without a term until denounced."
        times = ["for ever, block by block" if n is None else "once" if n == 1 else f"{n} times" for n in self.times]
        lengths = ", then for ".join(each.words for each in self.blocks or (self.block,) if each is not None)
        return f"It is renewed for {lengths} unless denounced in time, {' or '.join(times)}{then}."

    def problems(self, has: Callable[[str], bool]) -> Iterator[Problem]:
        """Yield what does not hang together."""
        by = has("block") or has("blocks")
        if has("block") and has("blocks"):
            yield "blocks", "stands beside block", "leave out one of the two"
        if by and not has("times"):
            yield "times", "is missing", 'say how often: times = 1, or "for ever"'
        if has("times") and not by:
            yield "block", "is missing", "say by how much: block = a period"
        if not by and not has("times") and not self.then_indefinite:
            yield "", "prolongs nothing", 'give block and times, or then = "indefinite"'
        if self.then_indefinite and None in self.times:
            yield "then", "can never follow times = `for ever`", "leave out one of the two"

    @property
    def presupposes_term(self) -> Problem | None:
        """What is wrong with it where there is no term."""
        return "", "has no term to renew", "add [term], or leave it out"

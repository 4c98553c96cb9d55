"""Clauses on how a party leaves: denunciation or withdrawal, and the bounds set to it; membership elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import ClassVar

from treatyclock.civil.moments.moment import Moment
from treatyclock.civil.periods import Period
from treatyclock.law.acts.act import ActDate, EffectDay
from treatyclock.law.clauses.base import Basis, Clause, Problem
from treatyclock.law.clauses.delays import CountedFrom, Lands
from treatyclock.law.clauses.exit_times import FirstNotice, FixedDay, LockIn, Since, Window, since_words
from treatyclock.law.conventions.exit import (
    EFFECT_DAY,
    FOLLOWER,
    LATE_NOTICE,
    NOTICE_BEFORE_END,
    RUNS_FROM,
    WHILE_PROVISIONAL,
)
from treatyclock.law.conventions.first_days import CHAIN_FIRST_DAY, NOTICE_FIRST_DAY
from treatyclock.law.form import Form
from treatyclock.law.wording import AS_WRITTEN, Wording
from treatyclock.law.written import written


class ExitWhen(Enum):
    """When a denunciation can take effect."""

    ANY_TIME = "at any time"
    END_OF_TERM = "at the end of the term"
    WINDOW = "in a window"
    FIXED_DAY = "on a fixed day"


class EndsFor(Enum):
    """Whom a notice releases."""

    ALL = "all"
    NOTIFIER = "the notifier"


class BeforeEnd(Enum):
    """How a period before the end of the term is counted; the two ways differ where a month is short."""

    BACK = "back from the end"
    FORWARD = "forward from the notice"


class LateNotice(Enum):
    """What comes of a notice that is too late for a term after which the treaty goes on without one.

    From the notice, its period runs at once, but ends nothing before that term does.
    """

    FROM_THE_NOTICE = "from the notice"
    FROM_THE_TERM = "from the end of the term"
    WITHOUT_EFFECT = "without effect"


class Followers(Enum):
    """Whether a notice that followed another may be followed in its turn."""

    MAY_BE = "may be followed"
    MAY_NOT_BE = "may not be followed"


class WhileProvisional(Enum):
    """What a notice does while the treaty is only applied provisionally."""

    ITS_PERIOD_RUNS = "its period runs"
    ENDS_AT_ONCE = "it ends at once"


_WHILE_PROVISIONAL = {
    WhileProvisional.ITS_PERIOD_RUNS: "; so may a State that only applies the treaty provisionally",
    WhileProvisional.ENDS_AT_ONCE: "; while the treaty is only applied provisionally, a notice ends that at once",
}


class Engaged(Enum):
    """Which conflict a notice waits for the end of."""

    WHEN_DUE = "when due"
    WHEN_GIVEN = "when given"


@dataclass(frozen=True, slots=True, kw_only=True)
class Denunciation(Clause):
    """The clause by which a party may leave (Vienna Convention art. 54(a)); a withdrawal, where there are many.

    Attributes:
        parties: Those whose notices go by it, where it is for some only; nobody for anybody's.
        given_from: From which day on notices go by it, where an amendment put it in another's place; None for any.
        when: At any time, only at the end of the term or a renewed one, in windows, or on a fixed day.
        notice: How long before; no time at all where it takes effect at once.
        notice_when_indefinite: The notice once the treaty runs without a term.
        notice_before_end: How the period before the end of the term is counted; None where the text is silent.
        late_notice: What comes of a notice too late for the last term, where the treaty goes on without one; None where
            the text is silent.
        runs_from: Which date of the notice counts; several where the text leaves it open.
        first_day_counts: Whether the day of the notice is the first of a period that runs from it; None where the
            text is silent.
        counted_from: Whether the period runs from the notice, or from the first of its month; then it leads to the day
            of effect itself.
        lands: On which day it takes effect once the notice has run: that day, or a day after it.
        effect_day: Whether a day named for the exit is the first out or the last in force; None if the text is silent.
        ends_for: Whom it releases; None for all where there are two parties and for the notifier where there are more.
        ends_for_all: Parties whose exit ends the treaty for all, where another's does not.
        lock_in: A time in which nobody may leave.
        first_notice: The notice that must be given some time before; None where one notice is enough.
        window: The windows, where it can be given only in them.
        day: The fixed day, where it takes effect only then.
        needs_ground: Whether the notice must state grounds (extraordinary events).
        stay: Whether it has no effect while the party is engaged in a conflict.
        engaged: Which conflict that is: one that goes on when it would take effect, or when it is given.
        while_provisional: What a notice does that is given while the treaty is only applied provisionally; None where
            the text is silent.
        agreed_by: Who must agree to put off an exit or to bring it forward; all parties where not given.
        chain: For how long after another's notice was circulated one may follow it with the same effect.
        chain_first_day_counts: Whether the day on which it was circulated is the first of that time; None where the
            text is silent.
        followers: Whether a notice that followed another may be followed in its turn; None where the text is silent.
        basis: Where the clause stands.
    """

    TABLE: ClassVar[str] = "denunciation"
    DOC: ClassVar[str] = "the right to leave; leave the table out where there is none"
    PLACE: ClassVar[int] = 80
    SEVERAL: ClassVar[bool] = True

    parties: tuple[str, ...] = written(
        Form.PARTY, "whose notices go by it, where others go by another clause or none", many=True, default=()
    )
    given_from: Moment | None = written(
        Form.DAY,
        "from which day notices go by it, where an amendment put it in another's place",
        default=None,
    )
    when: ExitWhen = written(ExitWhen, "when a denunciation can take effect")
    notice: Period = written(
        Form.PERIOD, "how long before; leave it out where a denunciation takes effect at once", default=Period()
    )
    notice_when_indefinite: Period | None = written(
        Form.PERIOD, "the notice once the treaty runs without a term, where it differs", default=None
    )
    notice_before_end: BeforeEnd | None = written(
        BeforeEnd,
        "how the notice before the end of the term is counted, where the text says so",
        settles=NOTICE_BEFORE_END,
        default=None,
    )
    late_notice: LateNotice | None = written(
        LateNotice,
        "what comes of a notice too late for a term after which the treaty goes on without one, where the text says so",
        settles=LATE_NOTICE,
        default=None,
    )
    runs_from: tuple[ActDate, ...] = written(
        ActDate, "which date of the notice counts; a list where the text leaves it open", many=True,
        settles=RUNS_FROM, default=(ActDate.RECEIVED,),
    )  # fmt: skip
    first_day_counts: bool | None = written(
        Form.FIRST_DAY,
        "whether the first day counts, where the text says so",
        key="first_day",
        settles=NOTICE_FIRST_DAY,
        default=None,
    )
    counted_from: CountedFrom = written(
        CountedFrom, "whether the period of notice runs from the notice or from the first of its month",
        default=CountedFrom.DAY,
    )  # fmt: skip
    lands: Lands = written(Lands, "on which day after the notice it takes effect", default=Lands.THAT_DAY)
    effect_day: EffectDay | None = written(
        EffectDay,
        "whether a day named for the exit is the first out or the last in force",
        settles=EFFECT_DAY,
        default=None,
    )
    ends_for: EndsFor | None = written(EndsFor, "whom it releases: all, or only the notifier", default=None)
    ends_for_all: tuple[str, ...] = written(
        Form.PARTY, "parties whose exit ends it for all, where another's does not", many=True, default=()
    )
    lock_in: LockIn | None = written(LockIn, "a time in which nobody may leave", default=None)
    first_notice: FirstNotice | None = written(
        FirstNotice, "a first notice, some time before the notice that ends it", default=None
    )
    window: Window | None = written(Window, "the windows: a notice can be given only within them", default=None)
    day: FixedDay | None = written(FixedDay, "the day of the year on which it takes effect", default=None)
    needs_ground: bool = written(Form.FLAG, "whether the notice must state grounds", default=False)
    stay: bool = written(Form.FLAG, "whether it waits for the end of a conflict", default=False)
    engaged: Engaged = written(
        Engaged, "with stay, which conflict: one that goes on when the notice would take effect, or when it is given",
        default=Engaged.WHEN_DUE,
    )  # fmt: skip
    while_provisional: WhileProvisional | None = written(
        WhileProvisional,
        "what a notice does while the treaty is only applied provisionally, where the text says so",
        settles=WHILE_PROVISIONAL,
        default=None,
    )
    agreed_by: tuple[str, ...] = written(
        Form.PARTY, "who must agree to another day for an exit; all parties if left out", many=True, default=()
    )
    chain: Period | None = written(
        Form.SOME_PERIOD, "how long another party has to follow a notice, with the same effect", default=None
    )
    chain_first_day_counts: bool | None = written(
        Form.FIRST_DAY,
        "whether the day on which a notice was circulated counts in the time to follow it, where the text says so",
        key="chain_first_day",
        settles=CHAIN_FIRST_DAY,
        default=None,
    )
    followers: Followers | None = written(
        Followers,
        "whether a notice that followed another may be followed in its turn, where the text says so",
        settles=FOLLOWER,
        default=None,
    )
    basis: Basis = Basis()

    @classmethod
    def problems_beside(cls, clauses: Sequence[Clause]) -> Iterator[tuple[int, Problem]]:
        """Yield what another of several clauses says otherwise, though it holds for the treaty as a whole."""
        rules = [each for each in clauses if isinstance(each, Denunciation)]
        for key in ("ends_for", "agreed_by"):
            said = [(number, getattr(each, key)) for number, each in enumerate(rules) if getattr(each, key)]
            for number, value in said[1:]:
                if value != said[0][1]:
                    hint = "say it in one of them: it holds for the treaty as a whole"
                    yield number, (key, "is not what another of these clauses says", hint)

    @property
    def may_end(self) -> bool:
        """Whether it can bring the treaty to an end, for all or for one."""
        return True

    @property
    def leads_to_a_day(self) -> bool:
        """Whether the period of notice leads to the day of effect, which the clause names: a first of a month, say."""
        return self.lands is not Lands.THAT_DAY or self.counted_from is CountedFrom.MONTH

    def says(self, wording: Wording = AS_WRITTEN) -> str:
        """What it says."""
        period = self.notice.words
        after = f"{period} after the notice" if self.notice else "at once"
        said = {
            ExitWhen.ANY_TIME: f"at any time with {f'a notice of {period}' if self.notice else 'immediate effect'}",
            ExitWhen.END_OF_TERM: f"for the end of the term, {period} before that end",
            ExitWhen.WINDOW: f"only at certain times, with effect {after}",
            ExitWhen.FIXED_DAY: "for a fixed day of the year",
        }
        who = wording.parties(self.parties) if self.parties else "A party"
        since = "" if self.given_from is None else f", by a notice given from {wording.days(self.given_from.days)} on"
        return f"{who} may denounce it {said[self.when]}{self._bounds(wording)}{since}."

    def _bounds(self, wording: Wording) -> str:
        found = ""
        if self.notice_when_indefinite is not None:
            found += f", and with a notice of {self.notice_when_indefinite.words} once there is no term"
        if self.window is not None:
            own = "its " * (self.window.since is Since.PARTY)
            since = f"{own}{since_words(self.window.since, wording)}"
            found += f": for {self.window.lasts.words} every {self.window.every.words} from {since}"
        if self.counted_from is CountedFrom.MONTH:
            found += ", counted from the first of the month of the notice"
        if self.lands is not Lands.THAT_DAY:
            found += f", effective on {self.lands.value}"
        if self.day is not None:
            on, cut_off = wording.month_day(self.day.on), wording.month_day(self.day.cut_off)
            found += f": {on}, by a notice no later than {cut_off}"
        for bound in (self.lock_in, self.first_notice):
            found += "" if bound is None else f"; {bound.words}"
        if self.chain is not None:
            found += f"; others may follow within {self.chain.words} of hearing of it, with the same effect"
        if self.agreed_by:
            found += f"; {wording.parties(self.agreed_by)} may agree on another day"
        if self.ends_for is EndsFor.ALL:
            found += "; one notice ends it for all"
        if self.ends_for_all:
            found += f"; the exit of {wording.parties(self.ends_for_all)} ends it for all"
        if self.needs_ground:
            found += "; the notice states its grounds"
        found += "" if self.while_provisional is None else _WHILE_PROVISIONAL[self.while_provisional]
        if self.stay:
            found += "; a notice has no effect while the party is engaged in a conflict"
            found += " in which it was when it gave the notice" if self.engaged is Engaged.WHEN_GIVEN else ""
        return found

    def problems(self, has: Callable[[str], bool]) -> Iterator[Problem]:
        """Yield what does not hang together."""
        if has("engaged") and not self.stay:
            yield (
                "engaged",
                "says for which conflict a notice waits, and none waits",
                "add stay = true, or leave it out",
            )
        if self.when is ExitWhen.END_OF_TERM and not has("notice"):
            yield (
                "notice",
                "is missing",
                "say how long before the end: notice = a period (P0D: up to the last day itself)",
            )
        for key, when in (("window", ExitWhen.WINDOW), ("day", ExitWhen.FIXED_DAY)):
            if self.when is when and not has(key):
                yield key, "is missing", f"say which: add [denunciation.{key}]"
            if self.when is not when and has(key):
                yield key, f"belongs to `{when.value}` only", f'leave it out, or when = "{when.value}"'
        for key, said in (("lands", self.lands is not Lands.THAT_DAY), ("counted_from", has("counted_from"))):
            if said and not self.notice:
                yield key, "has no period to run from", "add notice = a period"
        if has("first_day") and self.leads_to_a_day:
            beside = "lands" if self.lands is not Lands.THAT_DAY else "counted_from"
            yield "first_day", f"has no meaning beside {beside} = `{getattr(self, beside).value}`", "leave it out"
        if self.chain is not None and self.when is not ExitWhen.FIXED_DAY:
            yield "chain", "belongs to a fixed day only", "leave it out"
        if self.chain_first_day_counts is not None and self.chain is None:
            yield "chain_first_day", "has no period to run from", "add chain = a period, or leave it out"
        if self.followers is not None and self.chain is None:
            yield (
                "followers",
                "belongs to a `chain`",
                "add chain = a period, or leave it out",
            )
        if self.ends_for_all and self.ends_for is EndsFor.ALL:
            yield "ends_for_all", "says no more than ends_for = `all`", "leave out one of the two"
        yield from self._of_the_term()

    def _of_the_term(self) -> Iterator[Problem]:
        """Yield what is said of the end of a term where an exit does not come with one."""
        if self.when is ExitWhen.END_OF_TERM:
            if self.counted_from is CountedFrom.MONTH:
                yield "counted_from", "is not counted back from the end of a term", "leave it out"
            return
        for key, said in (("notice_before_end", self.notice_before_end), ("late_notice", self.late_notice)):
            if said is not None:
                yield key, f"belongs to `{ExitWhen.END_OF_TERM.value}` only", "leave it out"
        if self.notice_when_indefinite is not None:
            yield "notice_when_indefinite", "needs a term that ends", "leave it out"

    @property
    def presupposes_term(self) -> Problem | None:
        """What is wrong with it where there is no term."""
        if self.when is not ExitWhen.END_OF_TERM:
            return None
        return "when", "needs a term", 'add [term], or when = "at any time"'

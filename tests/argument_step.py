"""A step of an argument with its premises sorted by what they are, and comparisons of days that may be vague.

A vague day contradicts a comparison only if no day of it would do. An act with an hour may be dated by another clock
than the treaty's, so one day more or less is allowed to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import timedelta

from treatyclock.civil.days import Days
from treatyclock.civil.moments.moment import Moment, on_days
from treatyclock.derive.reasoning.evaluation import act_key
from treatyclock.derive.reasoning.reasons import Beside, Chosen, Derived, Given, Key, Reason, supporting
from treatyclock.derive.reasoning.tally import Tally
from treatyclock.law.acts.act import Act, ActDate
from treatyclock.law.clauses.exit import Denunciation
from treatyclock.law.conventions.exit import RUNS_FROM

ONE_DAY = timedelta(days=1)


BESIDE = (
    "reaching back", "approval reaching back", "one of the days named", "notice from arrival", "notice counted from",
    "deposit",
)  # fmt: skip
"""Conclusions on which date of an act counts: as premises they are no days that a step passes on."""


class UnsaidError(Exception):
    """A step turns on something of which no premise tells."""


class Step:
    """A conclusion, with its premises sorted by what they are."""

    def __init__(self, reason: Derived, reasons: Mapping[Key, Reason]) -> None:
        self.reason = reason
        self.value = reason.value
        self.reasons = reasons
        self.premises = [reasons[key] for key in reason.because]
        found = (self._act(each) for each in self.premises)
        self.acts = [act for act in found if act is not None]
        derived = [each for each in self.premises if isinstance(each, Derived)]
        self.derived = [each for each in derived if each.key.kind not in BESIDE]
        taken = (each for each in derived if each.key.kind == "reaching back")
        self._taken = {each.key.subject: each.rule.name == "reaches back" for each in taken}

    def _act(self, premise: Reason) -> Act | None:
        """Return the act that a premise states; of one deposited on several days, as received by what counts."""
        if isinstance(premise, Given):
            return premise.value if isinstance(premise.value, Act) else None
        if premise.key.kind != "deposit" or not isinstance(premise.value, Days):
            return None
        (given,) = (self.reasons[key] for key in premise.because if key.kind == "act")
        assert isinstance(given, Given) and isinstance(given.value, Act)
        days = next((at for _, at in given.value.deposits if at.days == premise.value), None)
        return replace(given.value, received=days or on_days("deposit", [premise.value], ()))

    def days(self, *kinds: str) -> list[Days]:
        """Return the days of its derived premises, of all or of those of some kinds."""
        found = [each for each in self.derived if not kinds or each.key.kind in kinds]
        return [day for each in found if (day := day_of(each)) is not None]

    def conclusions(self, *kinds: str) -> list[Derived]:
        """Return the conclusions of some kinds in the whole argument, whether they are its premises or not.

        Of a part these are its own: the entry into force of the whole treaty, say, tells nothing of the part's.
        """
        found = (each for each in self.reasons.values() if isinstance(each, Derived) and each.key.kind in kinds)
        return [each for each in found if each.key.whole is self.reason.key.whole]

    @property
    def day(self) -> Days:
        found = day_of(self.reason)
        assert found is not None, self.reason
        return found

    def chosen(self, convention: str) -> str | None:
        """Return the answer to a convention that is a premise."""
        given = [each.value for each in self.premises if isinstance(each, Given)]
        return next(
            (each.answer for each in given if isinstance(each, Chosen) and each.convention.key == convention), None
        )

    @property
    def act(self) -> Act:
        """The act that it is about: the one of its name, or else the last; others may have agreed to the same."""
        return next((act for act in self.acts if act.id == self.reason.key.subject), self.acts[-1])

    def below(self, act: Act) -> bool:
        """Whether it rests on an act, however far below."""
        return any(each == act for each in acts_below(self.reasons, self.reason.because))

    def taken(self, act: Act, named: Moment) -> bool | None:
        """Return whether an act is taken to reach back to a day before it; None where no premise says so."""
        return self._taken.get(f"{act.id} to {named.days}")

    def reaches(self, act: Act, named: Moment | None) -> bool:
        """Whether a day that an act names counts: one before the act does only where a premise takes it so."""
        if named is None:
            return False
        taken = self.taken(act, named)
        return taken if taken is not None else not lies_before(named, act)

    def counts_by_acts(self) -> bool:
        """Whether each State that it counts by name is a premise by an act of its own."""
        if not isinstance(self.value, Tally):
            return True
        done = {state for act in self.acts for state in act.by}
        return {*self.value.before, *self.value.with_day} <= done

    def takes_effect(self, act: Act) -> Moment:
        """Return when an act has effect; a step that leaves a day before the act without a word contradicts it."""
        named = act.effective
        if named is not None and lies_before(named, act) and self.taken(act, named) is None:
            raise UnsaidError(f"{act.id}: no premise says whether it reaches back")
        return named if named is not None and self.reaches(act, named) else act.when()

    def in_force(self, act: Act) -> Days:
        return about(self.takes_effect(act))

    def dates(self, act: Act) -> list[Days]:
        """Return the days that may count of an act."""
        several = (act.dated, act.sent, act.received, act.circulated, act.domestic)
        named = [act.effective] if self.reaches(act, act.effective) else []
        return [about(each) for each in (*several, *named) if each is not None]

    def noticed(self, act: Act) -> Days:
        """Return the date of a notice that counts: that of its arrival by a premise, or as the clause has it."""
        for each in self.premises:
            if isinstance(each, Derived) and each.key.kind == "notice from arrival" and act_key(act) in each.because:
                return about(act.when(ActDate.RECEIVED))
            if isinstance(each, Derived) and each.key.kind == "notice counted from" and act.counted_from is not None:
                return about(act.counted_from)
        clause, which = self.clause_of(act), ActDate.RECEIVED
        if clause is not None:
            chosen = [each.value for each in self.reasons.values() if isinstance(each, Given)]
            dates = [each.answer for each in chosen if isinstance(each, Chosen) and each.convention == RUNS_FROM]
            which = ActDate(dates[0]) if dates else clause.runs_from[0]
        return about(act.when(which))

    def clause_of(self, notice: Act) -> Denunciation | None:
        """Return the clause that a notice goes by: a premise, or else one of the argument, best one for its author."""
        given = [each for each in self.reasons.values() if isinstance(each, Given)]
        clauses = [each for each in given if isinstance(each.value, Denunciation)]
        known = [each for each in clauses if each in self.premises]
        known = known or [each for each in clauses if each.key.whole is self.reason.key.whole]
        found = [each.value for each in known if isinstance(each.value, Denunciation)]
        return next((each for each in found if set(notice.by) & set(each.parties)), next(iter(found), None))


def day_of(reason: Derived) -> Days | None:
    match reason.value:
        case Days():
            return reason.value
        case Beside(recorded, _):
            return recorded
        case Tally():
            return reason.value.day
        case _:
            return None


def about(moment: Moment) -> Days:
    """Return the days on which something may have been done, whatever the treaty's clock."""
    if moment.wall is None:
        return moment.days
    return Days(first=moment.days.first - ONE_DAY, last=moment.days.last + ONE_DAY)


def lies_before(named: Moment, act: Act) -> bool:
    """Whether a day of effect surely lies before its act, where that is not the act's meaning."""
    return act.kind.name != "succession" and named.days.last < act.dated.days.first


def acts_below(reasons: Mapping[Key, Reason], keys: Iterable[Key]) -> Iterator[Act]:
    """Yield the acts that some conclusions rest on, however far below."""
    for reason in supporting(reasons, keys):
        if isinstance(reason, Given) and isinstance(reason.value, Act):
            yield reason.value


def may_be_by(one: Days, other: Days) -> bool:
    return one.first <= other.last


def may_be_after(one: Days, other: Days) -> bool:
    return one.last > other.first


def overlap(one: Days, other: Days) -> bool:
    return one.first <= other.last and other.first <= one.last

"""The times to which a clause keeps exits: a lock-in, windows, a day of the year."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from treatyclock.civil.moments.moment import Moment
from treatyclock.civil.periods import Period
from treatyclock.law.conventions.exit import LOCK_IN
from treatyclock.law.conventions.first_days import FIRST_NOTICE_FIRST_DAY, LOCK_IN_FIRST_DAY
from treatyclock.law.form import Form
from treatyclock.law.wording import Wording
from treatyclock.law.written import written


class Since(Enum):
    """What a lock-in or a window is counted from."""

    TREATY = "entry into force"
    PARTY = "own entry into force"
    PROVISIONAL = "provisional application"


class Bars(Enum):
    """What a lock-in keeps back."""

    NOTICE = "notice"
    EXIT = "exit"


def since_words(since: Since | Moment, wording: Wording) -> str:
    """Write what something is counted from."""
    return since.value if isinstance(since, Since) else wording.days(since.days)


@dataclass(frozen=True, slots=True, kw_only=True)
class LockIn:
    """A time in which nobody may leave: it bars the notice, or only its effect.

    Where the text does not say which, both stand in ``bars`` and both are tried.
    """

    lasts: Period = written(Form.SOME_PERIOD, "how long")
    since: Since = written(Since, "what it is counted from", key="from", default=Since.TREATY)
    bars: tuple[Bars, ...] = written(
        Bars, "what it keeps back: the notice or the exit; a list where the text leaves it open", many=True,
        settles=LOCK_IN, default=(Bars.NOTICE, Bars.EXIT),
    )  # fmt: skip
    first_day_counts: bool | None = written(
        Form.FIRST_DAY,
        "whether the day from which it runs counts, where the text says so",
        key="first_day",
        settles=LOCK_IN_FIRST_DAY,
        default=None,
    )

    @property
    def words(self) -> str:
        """What it says, in words."""
        bars = " or ".join(f"no {each.value}" for each in self.bars)
        unsaid = " (the text does not say which)" * (len(self.bars) > 1)
        own = "its " * (self.since is Since.PARTY)
        return f"for {self.lasts.words} from {own}{self.since.value} there is {bars}{unsaid}"


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstNotice:
    """A first notice, of the wish to end the treaty: only some time after it can the notice be given that ends it."""

    before: Period = written(Form.SOME_PERIOD, "how long before the notice that ends it the first must be given")
    first_day_counts: bool | None = written(
        Form.FIRST_DAY,
        "whether the day of the first notice counts, where the text says so",
        key="first_day",
        settles=FIRST_NOTICE_FIRST_DAY,
        default=None,
    )

    @property
    def words(self) -> str:
        """What it says, in words."""
        return f"a first notice must be given {self.before.words} before"


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Times at intervals; a notice may be given only within them: the conventions of the ILO.

    The first opens one interval after the anchor; the days on which it opens and closes are both inside.
    """

    every: Period = written(Form.SOME_PERIOD, "how far apart they open")
    lasts: Period = written(Form.SOME_PERIOD, "how long each stays open")
    since: Since | Moment = written(Form.SINCE, "what they are counted from", key="from", default=Since.TREATY)


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedDay:
    """A day of the year on which exits take effect, for notices up to another day.

    A notice by the cut-off takes effect on the first such day after that cut-off; a later notice, a year later. The
    cut-off of such a day is the last cut-off date before it.
    """

    on: tuple[int, int] = written(Form.MONTH_DAY, "the day of the year: month and day as in 06-30")
    cut_off: tuple[int, int] = written(Form.MONTH_DAY, "the last day for a notice, as in 01-01")

"""Other treaties: what this one makes of them, and those with which it stands or falls (arts. 30, 41 and 59)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import ClassVar

from treatyclock.civil.moments.moment import Moment
from treatyclock.law.clauses.base import Basis, Clause, Problem
from treatyclock.law.form import Form
from treatyclock.law.wording import AS_WRITTEN, Wording
from treatyclock.law.written import written


class EffectOnOther(Enum):
    """What becomes of the other treaty."""

    ENDS = "ends"
    NEVER_ENTERS = "never enters into force"
    SUSPENDED = "suspended"
    YIELDS = "yields to this one"
    GOES_ON = "goes on"

    @property
    def moves_a_day(self) -> bool:
        """Whether the other treaty is in force or in operation for another time by it."""
        return self in (EffectOnOther.ENDS, EffectOnOther.NEVER_ENTERS, EffectOnOther.SUSPENDED)


class OtherFrom(Enum):
    """From when that is so."""

    ENTRY_INTO_FORCE = "entry into force"
    PROVISIONAL_APPLICATION = "provisional application"


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherTreaty(Clause):
    """What this treaty makes of another.

    Law: all parties may end or suspend an earlier treaty by a later one (Vienna Convention art. 59); where some of them
    alone conclude the later one, it binds them alone (arts. 30(4) and 41).

    Attributes:
        treaty: The id of the other treaty, or its title where there is no file of it.
        effect: What becomes of it.
        since: From when.
        articles: The provisions of the other treaty that alone are meant; empty for all of it.
        exempt: What of the other treaty is left out.
        basis: Where the clause stands.
    """

    TABLE: ClassVar[str] = "other_treaty"
    DOC: ClassVar[str] = "what this treaty makes of another treaty"
    PLACE: ClassVar[int] = 92
    SEVERAL: ClassVar[bool] = True

    treaty: str = written(Form.TEXT, "the id of the other treaty; its title where there is no file of it")
    effect: EffectOnOther = written(EffectOnOther, "what becomes of the other treaty")
    since: OtherFrom | Moment = written(
        Form.OTHER_FROM, "from when: this treaty's entry into force if left out", key="from",
        default=OtherFrom.ENTRY_INTO_FORCE,
    )  # fmt: skip
    articles: str = written(Form.TEXT, "the provisions of the other treaty that alone are meant", default="")
    exempt: str = written(Form.TEXT, "what of the other treaty is left out", key="except", default="")
    basis: Basis = Basis()

    @property
    def moves_a_day(self) -> bool:
        """Whether the other treaty as a whole is in force or in operation for another time by it."""
        return self.effect.moves_a_day and not self.articles

    def problems(self, has: Callable[[str], bool]) -> Iterator[Problem]:
        """Yield what does not hang together."""
        if self.articles and self.exempt:
            yield "except", "stands beside articles", "name either what is meant, or what of the whole is left out"

    def says(self, wording: Wording = AS_WRITTEN) -> str:
        """What it says."""
        what = f"{self.articles} of {self.treaty}" if self.articles else self.treaty
        what += f", except {self.exempt}," if self.exempt else ""
        if isinstance(self.since, Moment):
            since = f"from {wording.days(self.since.days)}, once this treaty is in force"
        elif self.since is OtherFrom.ENTRY_INTO_FORCE:
            since = "once this treaty is in force"
        else:
            since = "once this treaty is applied provisionally"
        return f"{what} {_SAYS[self.effect]} {since}, between those who are parties to both."


_SAYS = {
    EffectOnOther.ENDS: "ends, or never enters into force,",
    EffectOnOther.NEVER_ENTERS: "never enters into force",
    EffectOnOther.SUSPENDED: "is not applied",
    EffectOnOther.YIELDS: "yields to this treaty",
    EffectOnOther.GOES_ON: "goes on",
}


class Bond(Enum):
    """How a treaty hangs on its companion."""

    ONLY_WHILE = "only while it is"
    NO_LONGER = "no longer than it is"


@dataclass(frozen=True, slots=True, kw_only=True)
class Companion(Clause):
    """Another treaty with which this one stands or falls, for all or between two parties.

    Law: as the treaty provides (Vienna Convention arts. 24(1) and 54(a)).

    Attributes:
        treaty: The id of the other treaty, or its title where there is no file of it.
        in_force: When this treaty is in force, beside that one.
        between: The two parties between which alone it is so; all where not given.
        basis: Where the clause stands.
    """

    TABLE: ClassVar[str] = "companion"
    DOC: ClassVar[str] = "another treaty with which this one stands or falls"
    PLACE: ClassVar[int] = 94
    SEVERAL: ClassVar[bool] = True

    treaty: str = written(Form.TEXT, "the id of the other treaty; its title where there is no file of it")
    in_force: Bond = written(Bond, "how long this treaty is in force beside the other")
    between: tuple[str, ...] = written(
        Form.PARTY, "the two parties between which alone that is so; all if left out", many=True, default=()
    )
    basis: Basis = Basis()

    @property
    def may_end(self) -> bool:
        """Whether it can bring the treaty to an end, for all or for one."""
        return not self.between

    @property
    def presupposes_many(self) -> bool:
        """Whether no treaty between two would have it."""
        return bool(self.between)

    def problems(self, has: Callable[[str], bool]) -> Iterator[Problem]:
        """Yield what does not hang together."""
        if self.between and len(self.between) != 2:
            yield "between", "names not just two parties", "write one [[companion]] for each pair: between = two codes"
        if self.in_force is Bond.ONLY_WHILE and not self.between and not has("between"):
            hint = 'write in_force = "no longer than it is", and { in_force = "..." } in `when` of [entry_into_force]'
            yield "in_force", "is for two parties, and none are named", hint

    def says(self, wording: Wording = AS_WRITTEN) -> str:
        """What it says."""
        whom = f" between {wording.parties(self.between)}" if self.between else ""
        return f"This treaty is in force{whom} {self.in_force.value.replace('it is', f'{self.treaty} is')}."

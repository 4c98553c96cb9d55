"""What brings a treaty into force: a small algebra of conditions (Vienna Convention art. 24)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from treatyclock.civil.moments.moment import Moment
from treatyclock.civil.periods import Period
from treatyclock.law.clauses.parts_of import PartOf
from treatyclock.law.form import Form
from treatyclock.law.wording import AS_WRITTEN, Wording
from treatyclock.law.written import written


class Condition:
    """A condition; what it comes to is a day, once it is met."""

    __slots__ = ()

    def says(self, wording: Wording = AS_WRITTEN) -> str:
        """What must have happened, to stand behind "once"."""
        raise NotImplementedError

    @property
    def parts(self) -> tuple[Condition, ...]:
        """The conditions that it is made of."""
        return ()

    @property
    def presupposes_many(self) -> bool:
        """Whether no treaty between two would wait for it."""
        return False

    def walk(self) -> Iterator[Condition]:
        """Yield it and all within it."""
        yield self
        for part in self.parts:
            yield from part.walk()


def _have(parties: tuple[str, ...], wording: Wording) -> str:
    """Write who must have done something, all parties or those named, with the verb."""
    return f"{wording.parties(parties) if parties else 'all parties'} {'has' if len(parties) == 1 else 'have'}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed(Condition):
    """All parties, or the named ones, have signed, and the signature binds (Vienna Convention art. 12)."""

    by: tuple[str, ...] = written(Form.PARTY, "who must have signed", many=True, key="signed_by", default=())

    def says(self, wording: Wording = AS_WRITTEN) -> str:
        """What must have happened."""
        return f"{_have(self.by, wording)} signed it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Consented(Condition):
    """All parties, or the named ones, have consented to be bound (Vienna Convention arts. 14 to 16)."""

    by: tuple[str, ...] = written(
        Form.PARTY, "who must have ratified, accepted, approved or acceded", many=True, key="ratified_by", default=()
    )

    def says(self, wording: Wording = AS_WRITTEN) -> str:
        """What must have happened."""
        return f"{_have(self.by, wording)} ratified it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notified(Consented):
    """All parties, or the named ones, have notified that all steps are complete (Vienna Convention art. 16(c)).

    Ratification at home is one of these steps then, and brings nothing by itself.
    """

    by: tuple[str, ...] = written(
        Form.PARTY, "who must have notified that its steps are complete", many=True, key="notified_by", default=()
    )

    def says(self, wording: Wording = AS_WRITTEN) -> str:
        """What must have happened."""
        return f"{_have(self.by, wording)} notified that all steps are complete"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchanged(Condition):
    """The parties have exchanged their instruments (Vienna Convention art. 16(a))."""

    def says(self, wording: Wording = AS_WRITTEN) -> str:
        """What must have happened."""
        return "instruments are exchanged"


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedDate(Condition):
    """The treaty names the day itself; it waits for the last signature."""

    def says(self, wording: Wording = AS_WRITTEN) -> str:
        """What must have happened."""
        return "the day that it names has come and all parties have signed it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Instruments(Condition):
    """A number of instruments has been deposited: the n-th by date, several of one day all counting.

    Law: Summary of Practice of the Secretary-General as Depositary (ST/LEG/7/Rev.1): an instrument with an
    impermissible reservation, or of an entity whose status is disputed, does not count; such an act says
    ``counts = false``.
    """

    needed: int | PartOf = written(
        Form.COUNT_OR_PART, "how many instruments, or which part of those among whom they count", key="instruments"
    )
    among: tuple[str, ...] = written(
        Form.PARTY, "whose instruments count; everybody's if left out", many=True, default=()
    )

    @property
    def number(self) -> int:
        """How many instruments: of a part of those named, the whole number that is no less."""
        return self.needed if isinstance(self.needed, int) else self.needed.number(len(self.among))

    def says(self, wording: Wording = AS_WRITTEN) -> str:
        """What must have happened."""
        whose = f" of {wording.parties(self.among)}" if self.among else ""
        if isinstance(self.needed, PartOf):
            return f"the instruments of {self.needed}{whose} are deposited, which are {self.number}"
        are = "instrument{} is" if self.number == 1 else "instruments{} are"
        return f"{self.number} {are.format(whose)} deposited"

    @property
    def presupposes_many(self) -> bool:
        """Whether no treaty between two would wait for it."""
        return self.number > 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairwise(Condition):
    """Two parties have consented, and from then on each pair in turn (London Convention of 1933, art. IV).

    For a pair the treaty is in force from the later of its two instruments, so for a party it is so from the first
    of its pairs.
    """

    def says(self, wording: Wording = AS_WRITTEN) -> str:
        """What must have happened."""
        return "two parties have ratified it, and between any two parties from the later of their two instruments"

    @property
    def presupposes_many(self) -> bool:
        """Whether no treaty between two would wait for it."""
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Share(Condition):
    """Those who have consented carry a share of the whole, by a table of weights that belongs to the treaty."""

    at_least: Fraction = written(Form.SHARE, "how much of the whole, such as 55%", key="share")
    of: str = written(Form.WEIGHTS, "the table of weights for the share")

    def says(self, wording: Wording = AS_WRITTEN) -> str:
        """What must have happened."""
        return f"parties with {float(self.at_least * 100):g}% of {self.of} have ratified it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened(Condition):
    """Something outside the treaty has happened: a membership, the entry into force of another treaty."""

    event: str = written(Form.EVENT, "the act that records the event")

    def says(self, wording: Wording = AS_WRITTEN) -> str:
        """What must have happened."""
        return f"the event {self.event} has happened"


@dataclass(frozen=True, slots=True, kw_only=True)
class InForce(Condition):
    """Another treaty is in force."""

    treaty: str = written(
        Form.TEXT, "the id of the other treaty; its title where there is no file of it", key="in_force"
    )

    def says(self, wording: Wording = AS_WRITTEN) -> str:
        """What must have happened."""
        return f"{self.treaty} is in force"


@dataclass(frozen=True, slots=True, kw_only=True)
class NotBefore(Condition):
    """A day has come."""

    day: Moment = written(Form.DAY, "the earliest day", key="not_before")

    def says(self, wording: Wording = AS_WRITTEN) -> str:
        """What must have happened."""
        return f"{self.bound(wording)} has come"

    def bound(self, wording: Wording = AS_WRITTEN) -> str:
        """The day, to stand behind "not before"."""
        return wording.days(self.day.days)


@dataclass(frozen=True, slots=True, kw_only=True)
class Elapsed(Condition):
    """A period has passed since something was done, such as the opening for signature."""

    period: Period = written(Form.SOME_PERIOD, "how long", key="elapsed")
    since: str = written(Form.ACT, "the act that it runs from")

    def says(self, wording: Wording = AS_WRITTEN) -> str:
        """What must have happened."""
        return f"{self.period.words} have passed since {self.since}"

    def bound(self, wording: Wording = AS_WRITTEN) -> str:
        """What must have passed, to stand behind "not before"."""
        return self.says(wording)


@dataclass(frozen=True, slots=True, kw_only=True)
class AsRecorded(Condition):
    """What brought the treaty into force is not told: a source gives the day alone, as a fact."""

    def says(self, wording: Wording = AS_WRITTEN) -> str:
        """What must have happened."""
        return "what brings it into force has happened"


@dataclass(frozen=True, slots=True, kw_only=True)
class AllOf(Condition):
    """All of several conditions; met with the last."""

    conditions: tuple[Condition, ...] = written(Form.CONDITION, "the conditions", many=True, key="all_of")

    def says(self, wording: Wording = AS_WRITTEN) -> str:
        """What must have happened."""
        return " and ".join(_grouped(part, AnyOf, wording) for part in self.conditions)

    @property
    def parts(self) -> tuple[Condition, ...]:
        """The conditions that it is made of."""
        return self.conditions


@dataclass(frozen=True, slots=True, kw_only=True)
class AnyOf(Condition):
    """Any of several conditions; met with the first."""

    conditions: tuple[Condition, ...] = written(Form.CONDITION, "the conditions", many=True, key="any_of")

    def says(self, wording: Wording = AS_WRITTEN) -> str:
        """What must have happened."""
        return ", or ".join(_grouped(part, AllOf, wording) for part in self.conditions)

    @property
    def parts(self) -> tuple[Condition, ...]:
        """The conditions that it is made of."""
        return self.conditions


def _grouped(part: Condition, of: type[Condition], wording: Wording) -> str:
    """Say a condition within another: in brackets where it would else be read as more than one of the others."""
    said = part.says(wording)
    return f"({said})" if isinstance(part, of) and len(part.parts) > 1 else said


NAMED: Mapping[str, Condition] = {
    "ratified by all": Consented(),
    "notified by all": Notified(),
    "signed": Signed(),
    "instruments exchanged": Exchanged(),
    "fixed date": FixedDate(),
    "pairwise": Pairwise(),
}
"""Conditions that a file writes as words."""

TABLES: tuple[type[Condition], ...] = (
    Signed, Consented, Notified, Instruments, Share, Happened, InForce, NotBefore, Elapsed, AllOf, AnyOf
)  # fmt: skip
"""Conditions that a file writes as tables, known by their first key."""

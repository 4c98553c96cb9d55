"""The ways in which an assumption may hold, or not: it stands, it is read otherwise, or it is dropped."""

from __future__ import annotations

from dataclasses import dataclass

from treatyclock.civil.clocks.zones import Zone
from treatyclock.testimony.nodes import WayToRead


@dataclass(frozen=True, slots=True, kw_only=True)
class Stands:
    """A claim stands as it is.

    Attributes:
        read: The clocks on which it is then read; several variants differ in this where the source leaves it open.
    """

    read: WayToRead = WayToRead()

    @property
    def cost(self) -> int:
        """What it costs: nothing."""
        return 0


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepsOffset:
    """A clock stood at the offset that its data give.

    Attributes:
        offset: The offset, in microseconds ahead of UTC.
        zone: The zone whose data give it; several variants differ in this where a label may mean several zones.
    """

    offset: int
    zone: Zone

    @property
    def cost(self) -> int:
        """What it costs: nothing."""
        return 0


@dataclass(frozen=True, slots=True, kw_only=True)
class OnOtherClock:
    """A claim was read on a clock that it does not name.

    Attributes:
        cost: What it costs to read it so.
        read: The other clock.
    """

    cost: int
    read: WayToRead

    @property
    def clock(self) -> str:
        """The other clock's name."""
        return self.read.clocks[0].clock


@dataclass(frozen=True, slots=True, kw_only=True)
class AtOtherOffset:
    """A clock stood at another offset.

    Attributes:
        cost: What it costs to say so.
        offset: The offset, in microseconds ahead of UTC.
        sources: Who speaks for it.
        note: What speaks for it or against.
    """

    cost: int
    offset: int
    sources: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """A claim, or the data of a clock, is given up.

    Attributes:
        cost: What it costs to give it up.
    """

    cost: int


Variant = Stands | KeepsOffset | OnOtherClock | AtOtherOffset | Dropped
AsItStands = Stands | KeepsOffset

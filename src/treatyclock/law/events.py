"""Events of cases, by which acts may be timed: a treaty keeps the reference, and whoever has the cases resolves it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from treatyclock.civil.moments.read import Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class EventReference:
    """An event of a case, as an act names it in place of a time.

    Attributes:
        case: The id of a shipped case, or the name of a case file beside the treaty's.
        event: The event.
        clocks: The clocks on which its date is to be read; UTC where none is given.

    Example:
        >>> EventReference(case="august-1945", event="declaration", clocks=("Europe/Moscow",)).event
        'declaration'
    """

    case: str
    event: str
    clocks: tuple[str, ...] = ()


EventResolver = Callable[[EventReference], Moment]
"""What finds out when an event came, or raises an error of this package."""

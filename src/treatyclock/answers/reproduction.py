"""What an answer came from: the question as it was put, and the texts that were asked. By these it can be run again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from treatyclock.civil.moments.moment import Fold
from treatyclock.civil.moments.widening import Widening


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeQuestion:
    """The time of a question, as it was put.

    Attributes:
        at: The time as it was written.
        zones: The clocks that were named beside it; ``("any",)`` for any clock on earth.
        fold: Which instant was meant where a clock showed the time twice.
        widen: How far off a qualified date might be.
    """

    at: str
    zones: tuple[str, ...]
    fold: Fold
    widen: Widening


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedTexts:
    """The texts that were asked.

    Attributes:
        treaty: The text of the treaty's file, without what was only supposed.
        file: Where it came from: the path as the user named it, or the name of the shipped file.
        names: What a command line calls the treaty, and then each of those beside it: the id of a shipped one, the path
            of a file; empty for what is neither.
        added: The tables of acts that were supposed, as a file would write them.
        without: The ids of acts that were left out.
        beside: The texts of treaties that stood beside it.
        own_reading: The table of the reading that was asked for, as a file would write it, where the file declares no
            such reading.
    """

    treaty: str
    file: str
    names: tuple[str, ...]
    added: tuple[Mapping[str, Any], ...]
    without: tuple[str, ...]
    beside: tuple[str, ...]
    own_reading: Mapping[str, Any] | None

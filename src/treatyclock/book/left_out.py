"""Treaties that a book leaves out for their faults: whom they name, so that no answer passes over them.

What such a treaty would say nobody knows. So between two States that it names nothing is surely out of force.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from treatyclock.book.fault import BookFault


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A treaty that a book leaves out.

    Attributes:
        treaty: Its id, or what stands for it: the name of its file, the number of its row.
        states: The codes of the States that it names, or may name: all of the book for a file that tells of none.
        kinds: Of which kind it is; none where that is not known.
        faults: What is wrong with it.
    """

    treaty: str
    states: tuple[str, ...]
    kinds: tuple[str, ...] = ()
    faults: tuple[BookFault, ...]

    @property
    def problem(self) -> str:
        """Why it is left out, in words."""
        first, more = self.faults[0], len(self.faults) - 1
        return f"left out for its faults: {first.place_and_problem}" + (f", and {more} more" if more else "")

    def may_bind(self, codes: tuple[str, ...], kind: str | None) -> bool:
        """Tell whether it may be in force for some States, and be of a kind."""
        return set(codes) <= set(self.states) and (kind is None or not self.kinds or kind in self.kinds)


def states_in_file(path: Path) -> tuple[str, ...]:
    """Return the codes of the States that a treaty file with faults names; none where it cannot be read at all."""
    with suppress(OSError, ValueError):
        parties = tomllib.loads(path.read_text(encoding="utf-8")).get("parties")
        return tuple(dict.fromkeys(_codes(parties)))
    return ()


def _codes(parties: Any) -> Iterator[str]:
    for code, party in parties.items() if isinstance(parties, Mapping) else ():
        yield code
        if isinstance(party, Mapping):
            yield from _codes(party.get("members"))
            yield from _codes(party.get("territories"))

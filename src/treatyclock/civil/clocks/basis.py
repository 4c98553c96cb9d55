"""What the offsets of a zone rest on."""

from __future__ import annotations

from dataclasses import dataclass

from treatyclock.intervals import IntervalSet


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneBasis:
    """What a zone's offsets rest on.

    Attributes:
        source: ``"tzdata package"``, ``"historic table"``, ``"label table"``, ``"local mean time"`` or
            ``"fixed offset"``.
        version: The release of that source, such as ``"2026f"``; empty if the name itself says the offset.
        link_to: The zone whose data answer, if the database has only a link to it.
        citation: The sources, for clocks of the historic table and of the label table.
        vouched: The periods that the source covers; None if it covers all time.
        outside: What to ask for outside these periods, if something is known to be better.
        notes: What else a reader must know. Each sentence names its subject.
    """

    source: str
    version: str = ""
    link_to: str | None = None
    citation: str = ""
    vouched: IntervalSet | None = None
    outside: str = ""
    notes: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Write source and version."""
        return f"{self.source} {self.version}".strip()

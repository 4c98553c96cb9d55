"""What an answer supposes that is on no record: other acts, and conventions chosen; and of which part it is."""

from __future__ import annotations

from dataclasses import dataclass

from treatyclock.law.acts.act import Act
from treatyclock.law.parts import TreatyPart
from treatyclock.law.readings import Reading
from treatyclock.law.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Supposed:
    """What an answer supposes.

    Attributes:
        without: Acts that were done and are left out.
        added: Acts that were not done and are added.
        chosen: Conventions that whoever asks chooses: pairs of key and answer.
        part: The part of the treaty that it is about; None for the whole.
    """

    without: tuple[Act, ...] = ()
    added: tuple[Act, ...] = ()
    chosen: tuple[tuple[str, str], ...] = ()
    part: TreatyPart | None = None

    @classmethod
    def by(cls, record: Record, reading: Reading) -> Supposed:
        """Return what the answers of a record under a reading suppose."""
        return cls(without=record.dropped, added=record.added, chosen=reading.asked, part=record.part)

    @property
    def other_acts(self) -> bool:
        """Whether acts are left out or added, so that the answer is on a hypothesis."""
        return bool(self.without or self.added)

"""What a register may offer that is told of acts one by one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol, runtime_checkable


@runtime_checkable
class WithRecording(Protocol):
    """A register that need not load the whole file again when something is done.

    The machine then asks every question twice: of the treaty as it was recorded act by act, and of the same treaty
    loaded whole. Both must give the right answer.
    """

    def record(self, treaty: Any, act: Mapping[str, Any]) -> Any:
        """Return a treaty with one more act, which has the keys of an ``[[act]]`` of a treaty file."""
        ...

    def correct(self, treaty: Any, act_id: str, act: Mapping[str, Any]) -> Any:
        """Return a treaty in which an act is recorded otherwise: the one of that id is now this."""
        ...

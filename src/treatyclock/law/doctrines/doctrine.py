"""What a doctrine is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from treatyclock.law.acts.kind import ActKind


class Effect(Enum):
    """What follows where a doctrine is admitted.

    Between two parties it follows for both; among more, for each State that did the act.
    """

    ENDS = "ends the treaty"
    SUSPENDS = "suspends the treaty's operation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Doctrine:
    """A ground that the treaty's own terms do not mention.

    Attributes:
        name: What it is called.
        acts: The kinds of act that invoke it; each says whether a reading must admit it.
        effect: What follows.
        law: The rule of law, and how far it goes.
    """

    name: str
    acts: tuple[ActKind, ...]
    effect: Effect
    law: str

"""What a machine was asked for."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import tzinfo
from typing import Any

from hypothesis import strategies as st

from treatyclock.testing.register import Register

ASKS = ("party", "generally", "between")
"""Whom a question is about: a party, the treaty generally, or a pair of parties."""

ZONES = ("Pacific/Kiritimati", "Pacific/Pago_Pago", "America/New_York")
"""The clocks on which questions are asked beside UTC: one far ahead, one far behind, one with summer time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a machine was asked for: the arguments of ``register_machine``, checked and read, and what it came to."""

    register: Register
    beginnings: st.SearchStrategy[dict[str, Any]]
    steps: frozenset[str]
    asks: tuple[str, ...]
    zones: tuple[tzinfo, ...]
    may_guess: bool
    may_not_know: bool
    asked: Counter[str] = field(default_factory=Counter)
    """How many questions were answered, and how many declined, in the test that runs."""

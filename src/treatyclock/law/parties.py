"""Sources and parties: who says something, and whom a treaty names."""

from __future__ import annotations

import re
from dataclasses import dataclass

PARTY_CODE = re.compile("[A-Za-z][A-Za-z0-9_]{0,15}")
"""How the code of a State is written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document or book that says something.

    Attributes:
        id: The short name by which the file refers to it.
        title: What it is, enough to find it.
    """

    id: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A State named in the treaty.

    Attributes:
        id: A code such as ``"SUN"``.
        name: What to call it in a sentence.
        clock: The zone of its seat of government, where the record names one.
    """

    id: str
    name: str
    clock: str | None = None

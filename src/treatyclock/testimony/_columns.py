"""Columns of numbers, as lists or as numpy's arrays."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

Column = Any
"""A sequence of whole numbers, or an array of them."""


def joined(columns: Sequence[Column], shift: int) -> Column:
    """Put copies of a column behind each other, each shifted by as much again."""
    if len(columns) == 1:
        return columns[0]
    if isinstance(columns[0], list | tuple):
        return [each + copy * shift for copy, column in enumerate(columns) for each in column]
    import numpy as np

    return np.concatenate([column + copy * shift for copy, column in enumerate(columns)])

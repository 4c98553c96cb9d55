"""Hypothesis strategies for treaties and for what treaties are made of."""

from treatyclock.testing.files.file_table import FileTable
from treatyclock.testing.strategies.acts import acts
from treatyclock.testing.strategies.clauses import clauses
from treatyclock.testing.strategies.treaties import treaties, treaty_texts

__all__ = ["FileTable", "acts", "clauses", "treaties", "treaty_texts"]

"""Hypothesis strategies for treaties and for what treaties are made of."""

from treatyclock.testing.files.file_table import FileTable
from treatyclock.testing.strategies.acts import acts
from treatyclock.testing.strategies.around import edges_of, knowledge_times
from treatyclock.testing.strategies.case_files import CaseFile, PlantedConflict, case_files
from treatyclock.testing.strategies.clauses import clauses
from treatyclock.testing.strategies.intervals import interval_sets, intervals, timelines
from treatyclock.testing.strategies.moments import moments
from treatyclock.testing.strategies.partial_dates import partial_dates
from treatyclock.testing.strategies.parties import parties
from treatyclock.testing.strategies.periods import periods
from treatyclock.testing.strategies.readings import readings
from treatyclock.testing.strategies.treaties import treaties, treaty_texts
from treatyclock.testing.strategies.zones import zones

__all__ = [
    "CaseFile",
    "FileTable",
    "PlantedConflict",
    "acts",
    "case_files",
    "clauses",
    "edges_of",
    "interval_sets",
    "intervals",
    "knowledge_times",
    "moments",
    "partial_dates",
    "parties",
    "periods",
    "readings",
    "timelines",
    "treaties",
    "treaty_texts",
    "zones",
]

"""Printers of reconciliations: the report, the report with proofs, and plain data."""

from __future__ import annotations

from typing import Any

from treatyclock.answers.reconciliation import Reconciliation
from treatyclock.printing import DATA, EXPLAINED, TEXT, Printer
from treatyclock.show.testimony.report import report_text
from treatyclock.show.testimony.report_data import report_dict


def _text(found: Reconciliation) -> str:
    return report_text(found, found.consequences, found.treaty, explained=False)


def _explained(found: Reconciliation) -> str:
    return report_text(found, found.consequences, found.treaty, explained=True)


def _data(found: Reconciliation) -> dict[str, Any]:
    return report_dict(found, found.consequences, found.gaps, found.treaty)


REPORT = Printer(of=Reconciliation, format=TEXT, write=_text)
PROVEN_REPORT = Printer(of=Reconciliation, format=EXPLAINED, write=_explained)
REPORT_DATA = Printer(of=Reconciliation, format=DATA, write=_data)

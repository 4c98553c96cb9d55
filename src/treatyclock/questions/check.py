"""Is a record usable: does every reading of it give dates?"""

from __future__ import annotations

from treatyclock.derive.life import evaluate
from treatyclock.errors import Fault, TreatyclockError, TreatyFileError
from treatyclock.law.readings import TEXT
from treatyclock.law.record import Record


def check(record: Record) -> None:
    """Work out a record under the text and every declared reading.

    Raises:
        TreatyFileError: With one fault for each reading under which no dates can be worked out.
    """
    faults = []
    for reading in (TEXT, *record.readings):
        try:
            life = evaluate(record, reading)
            for subject in (None, *(party.id for party in record.parties)):
                life.course(subject)
        except TreatyclockError as error:
            key = "" if reading == TEXT else f"reading {reading.id}"
            faults.append(
                Fault(
                    file=record.file, line=None, key=key, value=None, problem=error.sentence, hint=error.hint,
                    structural=False,
                )
            )  # fmt: skip
    if faults:
        raise TreatyFileError(record.file, faults)

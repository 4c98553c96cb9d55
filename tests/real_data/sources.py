"""Lists of deposits that nobody here wrote, read where they lie; they are neither committed nor shipped.

They stand beside the clone, in ``../shared/data``; the environment variable ``TREATYCLOCK_DATA`` names another place.
"""

from __future__ import annotations

import csv
import gzip
import os
from dataclasses import dataclass
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import Any

GGO = "ggo_multilateral_parties.parquet"
WIPO = "wipo_deposits.csv.gz"
STATES = "cow_states_2016.csv"
NOT_YET = date(9999, 12, 31)
_ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deposit:
    """One row: what a party did, and the days that the list records.

    Attributes:
        list: Which treaty's list.
        party: The party, as the list names it.
        kind: The kind of its instrument, in words of a treaty file.
        signed: When it signed.
        deposited: When it deposited.
        entered: When the treaty entered into force for it.
        treaty_entered: When the treaty entered into force.
    """

    list: str
    party: str
    kind: str
    signed: date | None
    deposited: date | None
    entered: date | None
    treaty_entered: date | None


def data_folder() -> Path:
    """Return the place where the data should be."""
    said = os.environ.get("TREATYCLOCK_DATA")
    return Path(said) if said else _ROOT.parent / "shared" / "data"


def missing() -> str:
    """Say what is lacking, a file or the reader of parquet files; nothing if all is there."""
    for name in (GGO, WIPO, STATES):
        if not (data_folder() / name).is_file():
            return f"{name} is not in {data_folder()}"
    if find_spec("duckdb") is None:
        return "duckdb, the reader of parquet files, is not installed: pip install '.[data]'"
    return ""


def _day(text: Any) -> date | None:
    try:
        day = date.fromisoformat(text or "")
    except ValueError:
        return None
    return None if day == NOT_YET else day


def ggo() -> list[Deposit]:
    """Read the list of the Global Governance Observatory; a State that signed first ratifies, any other accedes."""
    import duckdb

    columns = "treatyID, stateID, StateSignature, StateRatification, StateForce, Force"
    with duckdb.connect() as link:
        rows = link.execute(f"select {columns} from read_parquet(?)", [str(data_folder() / GGO)]).fetchall()
    found = []
    for treaty, party, *texts in rows:
        signed, deposited, entered, treaty_entered = map(_day, texts)
        found.append(
            Deposit(
                list=treaty,
                party=party,
                kind="accession" if signed is None else "ratification",
                signed=signed,
                deposited=deposited,
                entered=entered,
                treaty_entered=treaty_entered,
            )
        )
    return found


_KINDS = {
    "Ratification": "ratification",
    "Accession": "accession",
    "Declaration/Notification of Succession": "succession",
    "Declaration of Continued Application": "succession",
}


def wipo() -> list[Deposit]:
    """Read the list of WIPO's treaties; it names no day for a treaty as a whole, so the first of any party is taken."""
    with gzip.open(data_folder() / WIPO, "rt", encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["held_out"] == "False"]
    first: dict[str, date] = {}
    for row in rows:
        if entered := _day(row["Entry Into Force Date"]):
            first[row["Treaty"]] = min(entered, first.get(row["Treaty"], entered))
    return [
        Deposit(
            list=row["Treaty"],
            party=row["Contracting Party"],
            kind=_KINDS.get(row["Instrument Type"], "ratification"),
            signed=_day(row["Signature Date"]),
            deposited=_day(row["Instrument Date"]),
            entered=_day(row["Entry Into Force Date"]),
            treaty_entered=first[row["Treaty"]],
        )
        for row in rows
    ]


def began() -> dict[str, date]:
    """Return from when the Correlates of War project counts each State, by its abbreviation: the first time it does."""
    with (data_folder() / STATES).open(encoding="utf-8", newline="") as file:
        rows = [
            (row["stateabb"], date(*(int(float(row[name])) for name in ("styear", "stmonth", "stday"))))
            for row in csv.DictReader(file)
        ]
    return {name: min(day for other, day in rows if other == name) for name, _ in rows}

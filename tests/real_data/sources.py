"""Lists of deposits that nobody here wrote, read where they lie; they are neither committed nor shipped.

They stand beside the clone, in ``../shared/data``; the environment variable ``TREATYCLOCK_DATA`` names another place.
"""

from __future__ import annotations

import csv
import gzip
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from treatyclock.formats.registers.depositary import DepositaryRows, depositary_rows

GGO = "ggo_multilateral_parties.parquet"
WIPO = "wipo_deposits.csv.gz"
STATES = "cow_states_2016.csv"
ATOP = "atop51_members.csv.gz"
DISPUTES = "gml_mid_participants.parquet"
UK = "uk_treaties.csv.gz"
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
    for name in (GGO, WIPO, STATES, ATOP, DISPUTES, UK):
        if not (data_folder() / name).is_file():
            return f"{name} is not in {data_folder()}"
    if find_spec("duckdb") is None:
        return "duckdb, the reader of parquet files, is not installed: pip install '.[data]'"
    return ""


def parquet_rows(name: str, columns: str) -> list[dict[str, Any]]:
    """Read columns of a file, a mapping for each row."""
    import duckdb

    with duckdb.connect() as link:
        found = link.execute(f"select {columns} from read_parquet(?)", [str(data_folder() / name)])
        names = [each[0] for each in found.description]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


GGO_COLUMNS = {
    "treaty": "treatyID",
    "party": "stateID",
    "signature": "StateSignature",
    "consent": "StateRatification",
    "entry": "StateForce",
    "exit": "StateEnd",
    "treaty_entry": "Force",
}
GGO_PLACEHOLDERS = {"9999-12-31": "open", "0001-01-01": "not known"}
_WIPO_COLUMNS = {
    "treaty": "Treaty",
    "party": "Contracting Party",
    "signature": "Signature Date",
    "consent": "Instrument Date",
    "kind": "Instrument Type",
    "entry": "Entry Into Force Date",
}
_KINDS = {
    "Declaration/Notification of Succession": "succession",
    "Declaration of Continued Application": "succession",
}


def ggo_rows() -> DepositaryRows:
    """Read the list of the Global Governance Observatory; a State that signed first ratifies, any other accedes."""
    rows = parquet_rows(GGO, ", ".join(GGO_COLUMNS.values()))
    return depositary_rows(rows, GGO_COLUMNS, placeholders=GGO_PLACEHOLDERS)


def ggo() -> list[Deposit]:
    """Return the deposits of that list."""
    return [_deposit(row, _day(row["treaty_entry"])) for row in ggo_rows().rows]


def wipo() -> list[Deposit]:
    """Read the list of WIPO's treaties; it names no day for a treaty as a whole, so the first of any party is taken."""
    with gzip.open(data_folder() / WIPO, "rt", encoding="utf-8", newline="") as file:
        given = [row for row in csv.DictReader(file) if row["held_out"] == "False"]
    rows = depositary_rows(given, _WIPO_COLUMNS, kinds=_KINDS).rows
    first: dict[str | None, date] = {}
    for row in rows:
        if entered := _day(row["entry"]):
            first[row["treaty"]] = min(entered, first.get(row["treaty"], entered))
    return [_deposit(row, first[row["treaty"]]) for row in rows]


def _deposit(row: Mapping[str, str | None], treaty_entered: date | None) -> Deposit:
    return Deposit(
        list=row["treaty"] or "",
        party=row["party"] or "",
        kind=row["kind"] or ("ratification" if row["signature"] else "accession"),
        signed=_day(row["signature"]),
        deposited=_day(row["consent"]),
        entered=_day(row["entry"]),
        treaty_entered=treaty_entered,
    )


def _day(text: str | None) -> date | None:
    """Return a day; None for one that is not known, or only within bounds, which cannot be compared."""
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None


def began() -> dict[str, date]:
    """Return from when the Correlates of War project counts each State, by its abbreviation: the first time it does."""
    with (data_folder() / STATES).open(encoding="utf-8", newline="") as file:
        rows = [
            (row["stateabb"], date(*(int(float(row[name])) for name in ("styear", "stmonth", "stday"))))
            for row in csv.DictReader(file)
        ]
    return {name: min(day for other, day in rows if other == name) for name, _ in rows}

"""A depositary's table of participants, whatever its columns are called.

The roles are those of the participant records that depositaries and collections of treaties keep: a column for each
kind of act. What comes out are rows for :func:`treatyclock.from_table`: a day that was recorded for an entry into force
or an exit stays beside the act, so that :meth:`treatyclock.Treaty.recorded_differences` can hold it against the count.

Where a table has one column for the day of consent and none for its kind, this reading of it is a convention: who has
signed ratified, and who has not acceded.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from treatyclock.errors import TreatyFileError, UnknownTreatyError, expect, nearest
from treatyclock.formats.documents.flaws import Flaw
from treatyclock.formats.registers.days import NOT_KNOWN, DayCells, DayOrder, PlaceholderMeaning
from treatyclock.formats.registers.sheets import Column, RegisterSheet

_CONSENTS = (
    "definitive signature",
    "ratification",
    "acceptance",
    "approval",
    "accession",
    "succession",
    "exchange of notes",
    "notification of completion",
)
_ACTS = (*_CONSENTS, "signature ad referendum", "provisional application")
ROLES: Mapping[str, str] = {
    "treaty": "which treaty the row is about, in a table of several",
    "title": "its title",
    "party": "whose row it is",
    "name": "what to call that party",
    "clock": "the zone of its seat",
    "signature": "the day of its signature",
    **{kind: f"the day of its {kind}" for kind in _ACTS},
    "consent": "the day of its consent, where one column has all kinds",
    "kind": "the kind of that consent",
    "entry": "the day recorded for its entry into force",
    "withdrawal": "the day of its notice of withdrawal or denunciation",
    "exit": "the day recorded for the effect of that notice",
    "treaty_entry": "the day recorded for the treaty's own entry into force",
    "treaty_end": "the day recorded for the treaty's own end",
}
"""What a column can hold."""
_DAYS = ("signature", *_ACTS, "consent", "entry", "withdrawal", "exit", "treaty_entry", "treaty_end")
_TEXTS = ("treaty", "title", "party", "name", "clock")
_KEYS = {"withdrawal": "end"}
"""What :func:`treatyclock.from_table` calls a role, where it has another name for it."""


@dataclass(frozen=True, kw_only=True)
class DepositaryRows:
    """What a depositary's table says, as rows for :func:`treatyclock.from_table` or for a book of treaties.

    Attributes:
        rows: A row for each act of consent, None where it says nothing. Days are written as treaty files write them.
        book_columns: Which column holds what, in a table of several treaties too.
    """

    rows: tuple[Mapping[str, str | None], ...]
    book_columns: Mapping[str, str]

    @property
    def columns(self) -> Mapping[str, str]:
        """Which column holds what, of a table of one treaty: what ``from_table`` needs to know."""
        return {role: name for role, name in self.book_columns.items() if role not in _OF_THE_TREATY}

    @property
    def clauses(self) -> dict[str, Any]:
        """What the table has of the treaty as a whole, as tables of a treaty file: its entry into force and its end.

        A day on which the rows of the treaty disagree is left out: see :attr:`disagreements`.
        """
        return {
            table: {"recorded": days[0], "source": "table"}
            for role, table in _TABLES.items()
            if len(days := self._days_of(role)) == 1
        }

    @property
    def disagreements(self) -> Mapping[str, tuple[str, ...]]:
        """The days for the treaty as a whole in which its rows disagree, by role."""
        return {role: days for role in _TABLES if len(days := self._days_of(role)) > 1}

    def _days_of(self, role: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(day for row in self.rows if (day := row.get(role)) is not None))

    @property
    def treaties(self) -> tuple[str, ...]:
        """The treaties that the table is about, as it names them, in its order; none where it is about one alone."""
        return tuple(label for label in self._by_treaty if label is not None)

    @cached_property
    def _by_treaty(self) -> Mapping[str | None, list[Mapping[str, str | None]]]:
        found: dict[str | None, list[Mapping[str, str | None]]] = {}
        for row in self.rows:
            found.setdefault(row.get("treaty"), []).append(row)
        return found

    def of(self, treaty: str) -> DepositaryRows:
        """Return the rows about a treaty.

        Raises:
            UnknownTreatyError: If the table has none that it names so.
        """
        if treaty not in self._by_treaty:
            raise UnknownTreatyError(treaty, self.treaties, of="the table")
        return DepositaryRows(rows=tuple(self._by_treaty[treaty]), book_columns=self.book_columns)


_TABLES = {"treaty_entry": "entry_into_force", "treaty_end": "end"}
_OF_THE_TREATY = frozenset({"treaty", "title", *_TABLES})


def depositary_rows(
    rows: Any,
    columns: Mapping[str, Column],
    *,
    placeholders: Mapping[Any, PlaceholderMeaning | str] | None = None,
    kinds: Mapping[str, str] | None = None,
    written: DayOrder | str = DayOrder.YEAR_FIRST,
) -> DepositaryRows:
    """Read a depositary's table.

    Args:
        rows: Mappings, one a row, such as those of a ``csv.DictReader``; or a frame of pandas, polars or pyarrow.
        columns: Which column holds what, by role (:data:`ROLES`). The column of a day may be three: those of its year,
            its month and its day.
        placeholders: What a cell has where there is no day, and what that stands for: ``"open"`` (it has not come),
            ``"not known"`` (it came, and nobody knows when) or ``"a day"`` (it is meant). Well-known ones, such as
            9999-12-31, are faults until they are named here.
        kinds: What the column of kinds says, and the kind of act that is meant: ``{"a": "accession"}``.
        written: How a day of one cell is written: ``"year-month-day"``, ``"day/month/year"``, ``"month/day/year"``.

    Raises:
        TreatyFileError: With every cell that cannot be read, by the number of its row and its column.
        UnknownChoiceError: If a placeholder stands for anything else, or days are written otherwise.
        WrongTypeError: If these are no rows or no columns.

    Example:
        >>> import treatyclock as tc
        >>> out = {"Out": "31/12/9999", "Treaty": "01/05/1990"}
        >>> found = depositary_rows(
        ...     [
        ...         {"State": "France", "Rat.": "01/02/1990", "Acc.": "", "In force": "01/05/1990", **out},
        ...         {"State": "Ruritania", "Rat.": "", "Acc.": "01/03/1990", "In force": "01/06/1990", **out},
        ...     ],
        ...     {
        ...         "party": "State", "ratification": "Rat.", "accession": "Acc.", "entry": "In force", "exit": "Out",
        ...         "treaty_entry": "Treaty",
        ...     },
        ...     placeholders={"31/12/9999": "open"},
        ...     written="day/month/year",
        ... )
        >>> [(row["kind"], row["consent"], row["entry"]) for row in found.rows]
        [('ratification', '1990-02-01', '1990-05-01'), ('accession', '1990-03-01', '1990-06-01')]
        >>> treaty = tc.from_table(
        ...     found.rows, found.columns, id="convention", title="Convention", clauses=found.clauses
        ... )
        >>> [treaty.in_force("1990-05-15", party=each).truth.value for each in ("France", "Ruritania")]
        ['yes', 'no']
    """
    hint = "say which column holds what: columns={'party': 'State', 'ratification': 'Ratified'}"
    expect(columns, Mapping, "the columns", hint)
    days = DayCells.of(placeholders or {}, written)
    _check(columns)
    sheet = RegisterSheet.of(rows, days, columns.values())
    made = [row for number in range(len(sheet.rows)) for row in _rows_of(sheet, number, columns, kinds or {})]
    sheet.done()
    there = {_KEYS.get(role, role) for role in columns if role not in _ACTS}
    if set(columns) & {"consent", "entry", *_ACTS}:
        there |= {"consent", "kind"}
    blank = dict.fromkeys(sorted(there))
    return DepositaryRows(rows=tuple({**blank, **row} for row in made), book_columns={key: key for key in blank})


def _check(columns: Mapping[str, Column]) -> None:
    """Refuse roles that there are not, and a table that names no party."""
    flaws = [
        Flaw(("columns", str(role)), str(role), "is not what a column may hold", nearest(role, ROLES))
        for role in columns
        if role not in ROLES
    ]
    if "party" not in columns:
        hint = "say which column names the party: columns={'party': ...}"
        flaws.append(Flaw(("columns", "party"), None, "is missing", hint))
    if "kind" in columns and "consent" not in columns:
        hint = "say which column has the day of that consent: columns={'consent': ...}"
        flaws.append(Flaw(("columns", "consent"), None, "is missing beside the kind", hint))
    if flaws:
        raise TreatyFileError("<rows>", [flaw.as_fault(file="<rows>", line=None, structural=True) for flaw in flaws])


def _rows_of(
    sheet: RegisterSheet, number: int, columns: Mapping[str, Column], kinds: Mapping[str, str]
) -> Iterator[dict[str, str]]:
    """Yield a row for the party, and one for each further act of consent."""
    texts = {role: sheet.text(number, columns[role]) for role in _TEXTS if role in columns}
    days = {role: day for role in _DAYS if role in columns and (day := sheet.day(number, columns[role])) is not None}
    row = {key: text for key, text in texts.items() if text}
    if not row.get("party"):
        if days or any(texts.values()):
            sheet.flaw(number, columns["party"], None, "is missing, and the row says more", "name the party")
        return
    row |= {_KEYS.get(role, role): day for role, day in days.items() if role not in (*_ACTS, "consent")}
    acts = [(kind, days[kind]) for kind in _ACTS if kind in days]
    if "consent" in days:
        acts.append((_kind(sheet, number, columns, kinds, signed="signature" in days), days["consent"]))
    elif days.get("entry") and not acts:  # what was recorded presupposes an act
        acts.append((_kind(sheet, number, columns, kinds, signed="signature" in days), NOT_KNOWN))
    if not acts:
        yield row
    for place, (kind, day) in enumerate(acts):
        identity: dict[str, str] = {key: value for key, value in row.items() if key in ("treaty", "party")}
        yield {**(row if place == 0 else identity), "consent": day, "kind": kind}


def _kind(
    sheet: RegisterSheet, number: int, columns: Mapping[str, Column], kinds: Mapping[str, str], *, signed: bool
) -> str:
    """Return the kind of a consent: as the table has it, else by whether the party had signed."""
    said = sheet.text(number, columns["kind"]) if "kind" in columns else ""
    if not said:
        return "ratification" if signed else "accession"
    kind = kinds.get(said, said.lower())
    if kind not in _ACTS:
        hint = f"say which kind of act is meant: kinds={{'{said}': 'accession'}}; one of {', '.join(_ACTS)}"
        sheet.flaw(number, columns["kind"], said, "is no kind of consent", hint)
    return kind

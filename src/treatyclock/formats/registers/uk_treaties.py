"""UK Treaties Online, the register of the Foreign, Commonwealth & Development Office, as its search answers in JSON.

A record is about a treaty as a whole: when it was signed, when it entered into force, when it was terminated. Days are
written DD/MM/YYYY. What the register leaves out stays open:

- Who of many listed became a party, and when, it does not tell: the acts of a treaty of many are on record in part.
- Of most terminations it has the day of the notice alone. The treaty was over on that day or later: a range up to the
  register's own day. The reading ``ended-by-the-notice`` takes the notice for the end, as who counts by this day does.
- Whether the day of the end was the last in force it does not tell either.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from treatyclock.errors import WrongTypeError
from treatyclock.formats.registers.days import DayCells, DayOrder
from treatyclock.formats.registers.sheets import RegisterSheet

READING = "ended-by-the-notice"
_SOURCE = "register"
_ID, _TITLE, _SUBJECT, _PARTIES = "id", "title", "subject", "country_name"
_DATES = {
    "signed": ("signed_event_date",),
    "entry": ("definative_eif_event_effective_date", "definative_eif_event_date"),  # so spelt in the register
    "notice": ("terminated_event_date",),
    "end": ("terminated_event_effective_date",),
}
"""The keys of a day, the one that goes before first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UkTreaty:
    """A treaty as UK Treaties Online has it.

    Attributes:
        number: Its number in the register.
        title: Its title.
        subject: What it is about, in the register's words.
        parties: Whom it lists, States and territories alike.
        signed: The day of signature.
        entry: The day from which it was in force, as recorded: the effective one where there is one.
        notice: The day recorded as that of its termination; most often that of a notice.
        end: The day on which that took effect.
        until: The day of the register.
    """

    number: str
    title: str
    subject: str
    parties: tuple[str, ...]
    signed: str | None
    entry: str | None
    notice: str | None
    end: str | None
    until: str

    @property
    def id(self) -> str:
        """What to call it."""
        return f"uk-{self.number}"

    @property
    def rows(self) -> tuple[Mapping[str, str], ...]:
        """A row for each party, for :func:`treatyclock.from_table` with the columns ``{"party": "party"}``."""
        return tuple({"party": each} for each in self.parties)

    @property
    def clauses(self) -> dict[str, Any]:
        """The other tables of a treaty file, for :func:`treatyclock.from_table`.

        Example:
            >>> import treatyclock as tc
            >>> record = {
            ...     "id": 9001,
            ...     "title": "Treaty on Lighthouses",
            ...     "country_name": "RURITANIA ; UNITED KINGDOM",
            ...     "signed_event_date": "03/07/1882",
            ...     "definative_eif_event_date": "09/12/1882",
            ...     "terminated_event_date": "29/10/1907",
            ... }
            >>> found = uk_treaties([record], until="2022-03-11")[0]
            >>> treaty = tc.from_table(
            ...     found.rows, {"party": "party"}, id=found.id, title=found.title, clauses=found.clauses
            ... )
            >>> [treaty.in_force(day).truth.value for day in ("1882-12-08", "1882-12-09", "1907-10-30")]
            ['no', 'yes', 'unknown']
            >>> treaty.in_force("1907-10-30", reading=READING).truth
            <Truth.NO: 'no'>
        """
        found: dict[str, Any] = {
            "sources": {_SOURCE: f"UK Treaties Online, record {self.number}"},
            "record": {"until": self.until} | ({"acts": "in part"} if len(self.parties) > 2 else {}),
        }
        if self.entry is not None:
            found["entry_into_force"] = {"recorded": self.entry, "source": _SOURCE}
        if self.end is not None:
            found["end"] = {"recorded": self.end, "source": _SOURCE}
        elif self.notice is not None:
            found["end"] = {"recorded": f"[{self.notice}..{self.until}]", "source": _SOURCE}
            found["reading"] = [
                {
                    "id": READING,
                    "title": "over with the day that the register has for its termination",
                    "holder": "a convention of who reads the register so, and no legal claim",
                    "source": _SOURCE,
                    "end": {"recorded": self.notice, "source": _SOURCE},
                }
            ]
        return found


def uk_treaties(
    document: Mapping[str, Any] | Iterable[Mapping[str, Any]], *, until: str | date
) -> tuple[UkTreaty, ...]:
    """Read records of UK Treaties Online.

    Args:
        document: What ``json.load`` makes of an answer of the register, or its records alone.
        until: The day of the register: of what came later, its silence tells nothing.

    Raises:
        WrongTypeError: If these are no records, or the day of the register is none.
        TreatyFileError: With every cell that cannot be read.

    Example:
        >>> record = {"id": 9001, "title": "Treaty", "country_name": "RURITANIA ; UNITED KINGDOM"}
        >>> answer = {"csw:GetRecordsResponse": {"csw:SearchResults": {"iStoreRecord": [record]}}}
        >>> uk_treaties(answer, until="2022-03-11")[0].parties
        ('RURITANIA', 'UNITED KINGDOM')
    """
    try:
        last_day = (until if isinstance(until, date) else date.fromisoformat(until)).isoformat()[:10]
    except (TypeError, ValueError):
        raise WrongTypeError("until", until, "the day of the register: until='2022-03-11'") from None
    sheet = RegisterSheet.of(_records(document), DayCells(written=DayOrder.DAY_FIRST), [_ID, _TITLE])
    found: dict[str, UkTreaty] = {}
    for number in range(len(sheet.rows)):
        days = {name: _first(sheet, number, keys) for name, keys in _DATES.items()}
        treaty = UkTreaty(
            number=sheet.text(number, _ID),
            title=sheet.text(number, _TITLE),
            subject=sheet.text(number, _SUBJECT),
            parties=tuple(
                dict.fromkeys(name.strip() for name in sheet.text(number, _PARTIES).split(";") if name.strip())
            ),
            until=last_day,
            **days,
        )
        if not treaty.number:
            sheet.flaw(number, _ID, None, "is missing", "give the number of the record")
        found.setdefault(treaty.number, treaty)  # the register answers with a record for each of its documents
    sheet.done()
    return tuple(found.values())


def _records(document: Any) -> Any:
    """Return the records of an answer, which is a document of nested tables."""
    for key in ("csw:GetRecordsResponse", "csw:SearchResults", "iStoreRecord"):
        if isinstance(document, Mapping):
            if key not in document:
                raise WrongTypeError(
                    "the document", document, f"an answer of the register, which has `{key}`, or a list"
                )
            document = document[key]
    # An answer with one record has it alone, as XML made JSON does.
    return [document] if isinstance(document, Mapping) else document


def _first(sheet: RegisterSheet, number: int, keys: tuple[str, ...]) -> str | None:
    """Return the day of the first of these keys that has one."""
    return next((day for key in keys if (day := sheet.day(number, key)) is not None), None)

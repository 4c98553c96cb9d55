"""Each party's own entry into force, counted from its deposit, beside the day that a list records.

Run it to print the agreement and every difference: ``python tests/real_data/entries.py``.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from causes import Difference, Evidence, cause
from dateutil.relativedelta import relativedelta
from sources import Deposit, began, ggo, missing, wipo

import treatyclock as tc


@dataclass(frozen=True, slots=True, kw_only=True)
class Clauses:
    """How a treaty enters into force, and from when for who joins later: after the same delay, from its own deposit.

    Attributes:
        list: The treaty's list in the data.
        title: What to call it.
        number: How many instruments it takes.
        delay: How long after that.
        peer: The same delay for dateutil.
        ref: Where the treaty says so.
    """

    list: str
    title: str
    number: int
    delay: str
    peer: relativedelta
    ref: str


THREE_MONTHS, ONE_MONTH = relativedelta(months=3), relativedelta(months=1)
THIRTY, NINETY = relativedelta(days=30), relativedelta(days=90)
# The README of the data gives the first five. Of the others, Rome art. 25 and Singapore art. 28(2) were read in copies
# on the web, the rest is from general knowledge of the treaties' final articles; the lists bear them out.
TREATIES = tuple(
    Clauses(list=name, title=title, number=number, delay=delay, peer=peer, ref=ref)
    for name, title, number, delay, peer, ref in (
        ("ICCPR_1966A", "ICCPR", 35, "P3M", THREE_MONTHS, "art. 49"),
        ("TCIDTP_1984A", "CAT", 20, "P30D", THIRTY, "art. 27"),
        ("RGHTSC_1989A", "CRC", 20, "P30D", THIRTY, "art. 49"),
        ("UNFCCC_1992A", "UNFCCC", 50, "P90D", NINETY, "art. 23"),
        ("WHOFTC_2003A", "WHO FCTC", 40, "P90D", NINETY, "art. 36"),
        ("Beijing", "Beijing Treaty", 30, "P3M", THREE_MONTHS, "arts. 26 and 27"),
        ("Nairobi", "Nairobi Treaty", 3, "P1M", ONE_MONTH, "art. 6"),
        ("Rome", "Rome Convention", 6, "P3M", THREE_MONTHS, "art. 25"),
        ("Singapore", "Singapore Treaty", 10, "P3M", THREE_MONTHS, "art. 28"),
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """A row whose day of entry is unknown within bounds.

    Attributes:
        row: The row.
        days: The first and the last possible day.
    """

    row: Deposit
    days: tuple[date, date]

    @property
    def has_the_recorded_day(self) -> bool:
        """Whether the day that the list records is among the possible ones."""
        return self.row.entered is not None and self.days[0] <= self.row.entered <= self.days[1]


Counts = Mapping[date | None, str]
"""Days of entry, None for none, and the conventions each comes out under, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One treaty: what was counted beside what its list records.

    Attributes:
        clauses: The treaty.
        rows: The rows.
        counts: For each row the day counted, or one for each way to answer what the text leaves open; none where the
            answer is unknown within bounds.
        recorded: The treaty's entry into force, as the list records it.
        by_count: The same, counted on the list alone.
        differences: The rows that disagree.
        unknown: The rows whose day is unknown within bounds, as after a succession that names no date.
    """

    clauses: Clauses
    rows: tuple[Deposit, ...]
    counts: tuple[Counts, ...]
    recorded: date
    by_count: Counts
    differences: tuple[Difference, ...]
    unknown: tuple[Unknown, ...] = ()

    @property
    def dated(self) -> int:
        """How many rows have a day to compare, counted or recorded, and an answer that is certain."""
        return sum(
            bool(days) and (row.entered is not None or None not in days)
            for row, days in zip(self.rows, self.counts, strict=True)
        )

    @property
    def share(self) -> float:
        """How many of these agree, of one."""
        return 1 - len(self.differences) / self.dated

    @property
    def of_the_treaty(self) -> str:
        """The treaty's own entry as counted on the list and a likely cause, where the record has another.

        Lists of today lack States since dissolved, whose instruments counted: a count on them comes too late.
        """
        if self.recorded in self.by_count:
            return ""
        day = next(iter(self.by_count))
        late = day is None or day > self.recorded
        cause = "the list lacks instruments that counted then" if late else "unexplained"
        return f", but counted on the list {day}: {cause}"


def treaty_text(clauses: Clauses, rows: Sequence[Deposit], recorded: date | None) -> str:
    """Write a list down as a treaty file; parties are numbered, since names of States are no codes."""
    on_record = "" if recorded is None else f"recorded = {recorded}"
    ref = f'ref = "{clauses.ref}"'
    lines = [
        "schema = 1",
        'id = "from-a-list"',
        f'title = "{clauses.title}"',
        "[parties]",
        *(f'P{n} = "{row.party}"' for n, row in enumerate(rows)),
        "[entry_into_force]",
        f"when = {{ instruments = {clauses.number} }}",
        *(f'delay = "{clauses.delay}"', on_record, ref),
        "[joining]",
        *(f'delay = "{clauses.delay}"', ref),
    ]
    for n, row in enumerate(rows):
        for kind, day in (("signature", row.signed), (row.kind, row.deposited)):
            if day is not None:
                lines += ["[[act]]", f'kind = "{kind}"', f'by = "P{n}"', f"on = {day}", 'ref = "the list"']
    return "\n".join(lines)


def own_entries(treaty: tc.Treaty, party: str | None) -> Counts:
    """Return the days on which a treaty enters into force for a party, or generally; none that is unknown."""
    return {
        date.fromisoformat(each.value[0]) if each.value else None: ", ".join(map(" = ".join, each.under))
        for each in treaty.dates(party=party).entry_into_force
        if not each.value or BOUNDS.fullmatch(each.value[0]) is None
    }


BOUNDS = re.compile(r"\[(.+)\.\.(.+)\]")


def bounds(treaty: tc.Treaty, party: str) -> tuple[date, date] | None:
    """Return the first and last day between which the entry for a party lies; None where the day is known."""
    for each in treaty.dates(party=party).entry_into_force:
        if each.value and (found := BOUNDS.fullmatch(each.value[0])):
            first, last = map(date.fromisoformat, found.groups())
            return first, last
    return None


def compare(clauses: Clauses, rows: Sequence[Deposit], evidence: Evidence) -> Compared:
    """Count each party's day and name the cause where the list has another."""
    recorded = rows[0].treaty_entered
    assert recorded is not None
    treaty = tc.loads(treaty_text(clauses, rows, recorded))
    counts = tuple(own_entries(treaty, f"P{n}") for n in range(len(rows)))
    possible = ((row, bounds(treaty, f"P{n}")) for n, row in enumerate(rows))
    unknown = tuple(Unknown(row=row, days=days) for row, days in possible if days is not None)
    found = []
    for row, counted in zip(rows, counts, strict=True):
        if counted and row.entered not in counted:
            alone = None if row.deposited is None else row.deposited + clauses.peer
            it = Difference(row=row, alone=alone, counted=next(iter(counted)))
            found.append(replace(it, cause=cause(it, evidence)))
    return Compared(
        clauses=clauses,
        rows=tuple(rows),
        counts=counts,
        recorded=recorded,
        by_count=own_entries(tc.loads(treaty_text(clauses, rows, None)), None),
        differences=tuple(found),
        unknown=unknown,
    )


def compare_all() -> Iterator[Compared]:
    """Compare every treaty whose clauses are known."""
    rows = [*ggo(), *wipo()]
    evidence = Evidence(rows, began())
    for clauses in TREATIES:
        yield compare(clauses, [row for row in rows if row.list == clauses.list], evidence)


def report() -> Iterator[str]:
    """Yield the lines of the report."""
    found = list(compare_all())
    yield "Parties' own entries into force, counted from their deposits, beside the days that the lists record"
    yield ""
    heads = f"{'rows':>6}{'with a day':>12}{'agree':>7}{'share':>9}{'unknown':>9}{'with it':>9}"
    yield f"{'treaty':18}{heads}   entry of the treaty"
    for each in found:
        agree = each.dated - len(each.differences)
        figures = f"{len(each.rows):6}{each.dated:12}{agree:7}{each.share:9.1%}"
        figures += f"{len(each.unknown):9}{sum(it.has_the_recorded_day for it in each.unknown):9}"
        yield f"{each.clauses.title:18}{figures}   {each.recorded}{each.of_the_treaty}"
    yield ""
    for each in found:
        for it in each.differences:
            days = f"deposited {it.row.deposited}, counted {it.counted}, recorded {it.row.entered}"
            yield f"{each.clauses.title:18}{it.row.party:38}{days}: {it.cause or 'unexplained'}"
    yield ""
    for each in found:
        for row, several in zip(each.rows, each.counts, strict=True):
            if len(several) > 1 and row.entered in several:
                was = f"deposited {row.deposited}, recorded {row.entered}"
                yield f"{each.clauses.title:18}{row.party:38}{was}: {several[row.entered]}"
    yield ""
    for each in found:
        for open_ in each.unknown:
            first, last = open_.days
            days = f"deposited {open_.row.deposited}, from {first} to {last}, recorded {open_.row.entered}"
            yield f"{each.clauses.title:18}{open_.row.party:38}{days}"
    yield ""
    causes = Counter(it.cause or "unexplained" for each in found for it in each.differences)
    yield from (f"{number:4}  {name}" for name, number in causes.most_common())


if __name__ == "__main__":
    if lacking := missing():
        sys.exit(lacking)
    print("\n".join(report()))

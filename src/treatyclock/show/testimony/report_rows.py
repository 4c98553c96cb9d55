"""A reconciliation as comma-separated values, a row for each clock at each event, and in Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from treatyclock.answers.reconciliation import Reconciliation
from treatyclock.errors import plain
from treatyclock.instants import iso
from treatyclock.printing import CSV, MARKDOWN, Printer
from treatyclock.show.tables import Rows, as_csv, escaped, markdown_table
from treatyclock.show.testimony._assumptions import repair_text
from treatyclock.show.testimony._open_questions import open_text
from treatyclock.show.testimony._treaty import treaty_lines
from treatyclock.testimony.findings import EventTimes
from treatyclock.testimony.wording import reading_text


def report_rows(found: Reconciliation) -> Rows:
    """Return when each event came, in UTC and on each clock of the case, by the repairs of the least cost.

    Example:
        >>> import treatyclock as tc
        >>> report_rows(tc.reconcile("august-1945")).columns
        ('event', 'title', 'clock', 'earliest', 'latest')
    """
    events = found.consequences.in_order if found.repairs.found else ()
    rows = tuple((each.event, found.case.event_title(each.event), *row) for each in events for row in _clocks(each))
    return Rows(columns=("event", "title", "clock", "earliest", "latest"), rows=rows)


def _clocks(times: EventTimes) -> Iterator[tuple[str, str, str]]:
    """Yield an interval in UTC for each of the repairs that differ in it, then what each clock may have shown."""
    for each in times.bounds:
        yield (
            "UTC",
            "" if each.start is None else iso(each.start),
            "" if each.end is None else iso(each.end - 1),
        )
    for shown in times.clocks:
        ends = (shown.earliest, shown.latest)
        earliest, latest = ("" if at is None else reading_text(at).replace(" ", "T") for at in ends)
        yield shown.clock, earliest, latest


def _markdown(found: Reconciliation) -> str:
    case = found.case
    agree = "the sources agree" if found.consistent else "the sources contradict each other"
    blocks = [f"**{escaped(plain(case.title))}: {agree}.**"]
    if not found.consistent and found.repairs.found:
        number, cost = len(found.conflicts.found), found.best[0].cost
        least = f"The least that must be given up, of {number} conflicts; it costs {cost}:"
        blocks += [least, _items(repair_text(case, found.model, each) for each in found.best)]
    if not found.repairs.found:
        blocks.append("No repair was found before the search was stopped.")
        return "\n\n".join(blocks)
    events = report_rows(found)
    blocks.append(markdown_table(events.columns[1:], [row[1:] for row in events.rows]))
    if found.consequences.open:
        blocks += ["Open:", _items(open_text(found, each) for each in found.consequences.open)]
    if found.treaty:
        question, *answers = treaty_lines(found, found.treaty)
        blocks += [escaped(question), _items(line.strip() for line in answers)]
    return "\n\n".join(blocks)


def _items(texts: Iterator[str]) -> str:
    return "\n".join(f"- {escaped(plain(text))}" for text in texts)


RECONCILIATION_ROWS = Printer(of=Reconciliation, format=CSV, write=lambda found: as_csv(report_rows(found)))
RECONCILIATION_MARKDOWN = Printer(of=Reconciliation, format=MARKDOWN, write=_markdown)

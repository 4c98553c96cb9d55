"""Differences and protections as HTML tables."""

from __future__ import annotations

from treatyclock.answers.difference import Difference
from treatyclock.answers.protection import Protection
from treatyclock.answers.recorded_differences import RecordedDifferences
from treatyclock.errors import plain
from treatyclock.instants import iso
from treatyclock.printing import HTML, Printer
from treatyclock.show.html.elements import Content, Html, element, fragment, table
from treatyclock.show.printers.text import protection_facts
from treatyclock.show.supposed import first_lines
from treatyclock.show.words import days_of_outcome, status_words


def _difference(found: Difference) -> Html:
    """Write each date that differs, then the stretches of time whose statuses differ."""
    if not found:
        return fragment(element("p", "Nothing differs."))
    dates: list[tuple[Content, ...]] = [
        (str(each.subject), each.name.replace("_", " "), _days(each.before), _days(each.after)) for each in found.dates
    ]
    statuses: list[tuple[Content, ...]] = [
        (
            str(each.subject), f"{iso(each.during.start)} to {iso(each.during.end)}",
            status_words(each.before) or "not known", status_words(each.after) or "not known",
        )
        for each in found.statuses
    ]  # fmt: skip
    return fragment(
        table(("who", "date", "before", "after"), dates) if dates else None,
        table(("who", "when", "before", "after"), statuses) if statuses else None,
    )


def _days(values: tuple[tuple[str, ...], ...]) -> str:
    return " or ".join(days_of_outcome(value) for value in values) or "none"


def _recorded_differences(found: RecordedDifferences) -> Html:
    if not found.rows:
        return fragment(element("p", "No recorded day is surely another than the count gives."))
    rows: list[tuple[Content, ...]] = [
        (
            plain(each.party or "the treaty"), each.of.replace("_", " "), str(each.recorded),
            " or ".join(str(day) for day in each.counted), plain(each.cause or "no rule tells"),
        )
        for each in found
    ]  # fmt: skip
    return fragment(table(("who", "of", "recorded", "counted", "cause"), rows))


def _protection(found: Protection) -> Html:
    lead, facts = protection_facts(found)
    supposed = [element("p", told) for told in first_lines(found.supposed)]
    rows: list[tuple[Content, ...]] = [(name, plain(text)) for name, text in facts]
    return fragment(*supposed, element("p", lead, class_="lead"), table((), rows))


DIFFERENCE = Printer(of=Difference, format=HTML, write=_difference)
RECORDED_DIFFERENCES = Printer(of=RecordedDifferences, format=HTML, write=_recorded_differences)
PROTECTION = Printer(of=Protection, format=HTML, write=_protection)

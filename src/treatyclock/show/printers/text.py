"""Answers as text for a terminal: the answer first, then what it depends on, who contests it, what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from textwrap import fill

from treatyclock.answers.answer import Answer, Dependency
from treatyclock.answers.dates import DateAnswer, Dates, Outcomes
from treatyclock.answers.difference import Difference
from treatyclock.civil.clocks.zones import zone
from treatyclock.civil.moments.write import local_text
from treatyclock.errors import plain
from treatyclock.instants import iso
from treatyclock.law.readings import TEXT as THE_TEXT
from treatyclock.printing import TEXT, Printer
from treatyclock.show.words import moment, names, under_words
from treatyclock.truth import Truth

_WIDTH = 100
_ONLY_WHERE_THERE = ("again", "surviving_until", "applies_from")


def filled(text: str, indent: str, first: str = "") -> str:
    """Break a text into lines, without breaking words."""
    return fill(
        text,
        width=_WIDTH,
        initial_indent=first,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def head(answer: Answer) -> str:
    """Write the answer in a sentence."""
    by = "by its terms" if answer.reading == THE_TEXT else f"by reading {answer.reading.id}"
    if answer.truth is Truth.YES:
        return f"Yes, in force {by}."
    if answer.truth is Truth.NO:
        return f"No, not in force {by}."
    if not answer.status:
        return f"Unknown: nothing of this treaty was known by {answer.known_as_of}."
    if {each.kind for each in answer.depends_on} == {"moment"}:
        return f"Unknown: a part of the time asked about is in force {by}, and a part is not."
    return f"Unknown: what is recorded does not decide whether it was in force {by}."


def facts(answer: Answer) -> list[tuple[str, str]]:
    """Return when, for whom, what it depends on, who contests it and what it rests on, each with its name or none."""
    found = [("When", _when(answer))]
    who = _who(answer)
    status = " or ".join(sorted(s.value for s in answer.status)) or "none: nothing was known"
    found.append(("Status", f"{status} ({who})"))
    found += _each("Depends on", [_dependency(each) for each in answer.depends_on] or ["nothing"])
    contests = [
        f"{each.reading.id}: {each.truth.value} ({plain(each.reading.title)}; {plain(each.reading.holder)})"
        for each in answer.contested_by
    ]
    found += _each("Contested by", contests or ["no declared reading"])
    found += _each("Rests on", [plain(each.text) for each in answer.rests_on])
    return found


def rows(answer: Answer) -> Iterable[str]:
    """Yield the facts as rows, broken into lines."""
    for name, text in facts(answer):
        yield filled(f"{name:<14}{text}", " " * 14)


def _answer(answer: Answer) -> str:
    return "\n".join([head(answer), "", *rows(answer)])


def _who(answer: Answer) -> str:
    if answer.between is not None:
        return f"between {names(answer.between, answer.record)}"
    return "generally" if answer.party is None else names([answer.party], answer.record)


def _each(name: str, texts: Sequence[str]) -> list[tuple[str, str]]:
    return [(name if n == 0 else "", text) for n, text in enumerate(texts)]


def _dependency(each: Dependency) -> str:
    ways = "; ".join(f"{plain(answer)}: {truth.value}" for answer, truth in each.outcomes)
    return plain(each.text) + (f" ({each.key} = {ways})" if ways else "")


def _when(answer: Answer) -> str:
    at = answer.at
    parts = at.support.intervals
    if at.wall is None:
        return f"{moment(at)}: {' or '.join(f'{iso(p.start)} to {iso(p.end)}' for p in parts)}"
    clocks = {clock.key: clock for clock in at.zones}
    for name in answer.record.midnights():
        clocks.setdefault(name, zone(name))
    texts = []
    for part in parts:
        assert part.start is not None
        locals_ = [local_text(part.start, clock) for key, clock in clocks.items() if key != "UTC"]
        texts.append(" = ".join([*locals_, iso(part.start)]))
    return " or ".join(texts)


def _date_answer(answer: DateAnswer) -> str:
    return "\n".join(_lines(answer.outcomes))


def _lines(outcomes: Outcomes) -> Iterable[str]:
    for outcome in outcomes:
        yield (", ".join(outcome.value) or "none") + (f"   if {under_words(outcome.under)}" if outcome.under else "")


def _dates(dates: Dates) -> str:
    lines = []
    for name, outcomes in dates.by_name().items():
        if not outcomes and name in _ONLY_WHERE_THERE:
            continue
        title = name.replace("_", " ")
        for line in _lines(outcomes) if outcomes else ["none"]:
            lines.append(f"{title:<20}{line}")
            title = ""
    return "\n".join(lines)


def _difference(found: Difference) -> str:
    """Write a line for each date that differs, and the stretches of time of those whose dates do not."""
    lines = []
    for change in found.dates:
        before, after = (
            " or ".join(", ".join(value) or "none" for value in each) or "none"
            for each in (change.before, change.after)
        )
        lines.append(f"{change.subject}: {change.name.replace('_', ' ')} {before} -> {after}")
    dated = {change.subject for change in found.dates}
    for each in found.statuses:
        if each.subject not in dated:
            before, after = (
                " or ".join(sorted(s.value for s in part)) or "not known" for part in (each.before, each.after)
            )
            lines.append(f"{each.subject}: {iso(each.during.start)} to {iso(each.during.end)} {before} -> {after}")
    return "\n".join(lines) or "nothing differs"


ANSWER = Printer(of=Answer, format=TEXT, write=_answer)
DATE_ANSWER = Printer(of=DateAnswer, format=TEXT, write=_date_answer)
DATES = Printer(of=Dates, format=TEXT, write=_dates)
DIFFERENCE = Printer(of=Difference, format=TEXT, write=_difference)

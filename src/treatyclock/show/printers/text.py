"""Answers as text for a terminal: the answer first, then what it depends on, who contests it, what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, time, timedelta
from textwrap import fill

from treatyclock.answers.answer import Answer, Contest, Dependency, PartOfTime
from treatyclock.answers.chronology import Chronology
from treatyclock.answers.dates import DateAnswer, DateAnswers, Dates, Outcomes
from treatyclock.answers.difference import Difference
from treatyclock.answers.neighbours import NotInForce
from treatyclock.answers.notice import NoticeAnswer
from treatyclock.answers.parties import PartiesAt
from treatyclock.answers.protection import Protection
from treatyclock.answers.recorded_differences import ENTRY, RecordedDifferences
from treatyclock.answers.terms import TermAnswer
from treatyclock.civil.clocks.zones import Zone, zone
from treatyclock.civil.moments.write import local_text
from treatyclock.errors import plain
from treatyclock.instants import from_datetime, iso
from treatyclock.law.status import Status
from treatyclock.printing import TEXT, Printer
from treatyclock.show.notice_words import notice_head, reason_words
from treatyclock.show.supposed import by_reading, first_lines, hypotheses
from treatyclock.show.width import width
from treatyclock.show.words import day, days_of_outcome, listed, moment, names, status_words, under_words
from treatyclock.truth import Truth

_INSTANTS = ("begins", "ends")
_ONLY_WHERE_THERE = ("hour_of_end", "again", "surviving_until", "applies_from")


def filled(text: str, indent: str, first: str = "") -> str:
    """Break a text into lines, without breaking words."""
    return fill(
        text,
        width=width(),
        initial_indent=first,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def head(answer: Answer) -> str:
    """Write the answer in a sentence, which says so where it is about a part of the treaty."""
    said = _head(answer)
    part = answer.record.part
    return said if part is None else f"The part {plain(str(part))}: {said[0].lower()}{said[1:]}"


def _head(answer: Answer) -> str:
    by = by_reading(answer.reading, answer.supposed)
    if answer.truth is Truth.YES:
        return f"Yes, in force {by}."
    if answer.truth is Truth.NO:
        return _not_in_force(answer, by)
    if answer.parts:
        stretches = [_stretch(each, answer) for each in answer.parts if each.truth is Truth.YES]
        return f"For a part of that {'day' if answer.at.days.known else 'time'}: in force {by} {listed(stretches)}."
    if not answer.status:
        return f"Unknown: nothing of this treaty was known by {answer.known_as_of}."
    if {each.kind for each in answer.depends_on if each.decides_truth} == {"moment"}:
        return f"Unknown: a part of the time asked about is in force {by}, and a part is not."
    return f"Unknown: what is recorded does not decide whether it was in force {by}."


def _not_in_force(answer: Answer, by: str) -> str:
    """Write a negative answer with the nearest days in force."""
    if Status.SAME_SIDE in answer.status:
        return f"No, not in force {by} between these two, who stand together."
    beside = answer.neighbours
    kind = None if beside is None else beside.kind
    if beside is None or kind is None:
        return f"No, not in force {by}."
    before, after = (_or_words(each) for each in (beside.last_day_before, beside.first_day_after))
    match kind:
        case NotInForce.NOT_YET:
            return f"Not yet in force {by}: it enters into force on {after}."
        case NotInForce.NO_LONGER:
            return f"No longer in force {by}: its last day in force was {before}."
        case NotInForce.BETWEEN:
            return f"Not in force {by}: its last day in force was {before}, and it is in force again from {after}."
        case NotInForce.NEVER:
            known = answer.known_as_of
            return f"Never in force {by}, by what {'is on record' if known is None else f'was known by {known}'}."


def _or_words(outcomes: Outcomes) -> str:
    """Write the days that something may be, without the answers they turn on."""
    return listed(list(dict.fromkeys(_day_words(each.value[0]) for each in outcomes if each.value)), "or")


def _day_words(text: str) -> str:
    """Write a day as answers have it in words; what is no single day stays as it is."""
    return day(date.fromisoformat(text)) if text[:1].isdigit() else text


def _stretch(part: PartOfTime, answer: Answer) -> str:
    """Write when a part begins and ends, on the clock that the treaty counts by: with a day, or at an hour."""
    clocks = [zone(name) for name in answer.record.midnights_by(answer.reading)] or [zone("UTC")]
    begins = "" if part.start is None else f"from {_hour_or_day(from_datetime(part.start), clocks, '{}', 0)}"
    ends = "" if part.end is None else _hour_or_day(from_datetime(part.end), clocks, "to the end of {}", -1, "until ")
    return f"{begins} {ends}".strip()


def _hour_or_day(instant: int, clocks: Sequence[Zone], words: str, away: int, hour: str = "") -> str:
    """Write an instant; where a clock shows midnight, write the day that begins with it, or one some days away."""
    for clock in clocks:
        shown = clock.local(instant)
        if shown.time() == time():
            return words.format(day(shown.date() + timedelta(days=away)))
    apart = {clock.offset_at(instant): clock for clock in reversed(clocks)}
    return hour + " = ".join(local_text(instant, clock) for clock in reversed(apart.values()))


def facts(answer: Answer) -> list[tuple[str, str]]:
    """Return when, for whom, what it depends on, who contests it and what it rests on, each with its name or none."""
    found = [("When", _when(answer))]
    who = _who(answer)
    found.append(("Status", f"{status_words(answer.status) or 'none: nothing was known'} ({who})"))
    found += _each("Hypothesis", hypotheses(answer.supposed, answer.record))
    found += _each("Depends on", [_dependency(each) for each in answer.depends_on] or ["nothing"])
    contests = [
        f"{each.reading.id}: {_otherwise(each, answer)} ({plain(each.reading.title)}; {plain(each.reading.holder)})"
        for each in answer.contested_by
    ]
    found += _each("Contested by", contests or ["no declared reading"])
    idle = [f"{plain(each.act.id)} ({moment(each.act.dated)}): {plain(each.why)}" for each in answer.without_effect]
    found += _each("No effect", idle)
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


def _otherwise(each: Contest, answer: Answer) -> str:
    """Write what a reading says: where it is the same of being in force, how the status differs."""
    if each.truth is not answer.truth:
        return each.truth.value
    return f"{each.truth.value}, but {status_words(each.status)} rather than {status_words(answer.status)}"


def _dependency(each: Dependency) -> str:
    ways = "; ".join(
        f"{plain(answer)}: {truth.value if each.decides_truth else status_words(status)}"
        for (answer, truth), status in zip(each.outcomes, each.statuses, strict=True)
    )
    alone = "" if each.decides_truth or ways else " (the status alone)"
    return plain(each.text) + (f" ({each.key} = {ways})" if ways else alone)


def _when(answer: Answer) -> str:
    at = answer.at
    parts = at.support.intervals
    if answer.by_date:
        counted_by = answer.record.midnights()
        on = f"on the treaty's clock ({listed(counted_by, 'or')})" if counted_by else "compared as a date"
        if at.ranges:
            return f"{plain(at.text)}, on each of these days, {on}"
        return f"{moment(at) if at.days.known else moment(at).replace('a day', 'every day', 1)}, {on}"
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
    return "\n".join([*first_lines(answer.supposed), *date_lines(answer)])


def date_lines(answer: DateAnswer) -> list[str]:
    """Write a line for each outcome."""
    other = answer.last_days if answer.outcomes == answer.first_days_out else answer.first_days_out
    return list(_lines(answer.outcomes, other, answer.beside))


def _lines(outcomes: Outcomes, beside: Outcomes = (), word: str = "") -> Iterable[str]:
    """Write the values of each outcome, each with the day beside it where there is one."""
    for number, outcome in enumerate(outcomes):
        others = beside[number].value if beside else ("",) * len(outcome.value)
        values = [
            f"{value} ({word} {other})" if other not in ("", value) else value
            for value, other in zip(outcome.value, others, strict=True)
        ]
        yield days_of_outcome(values) + (f"   if {under_words(outcome.under)}" if outcome.under else "")


def _term(answer: TermAnswer) -> str:
    """Write each last day with the number of renewals."""
    lines = first_lines(answer.supposed)
    for outcome, renewed in zip(answer.outcomes, answer.renewed, strict=True):
        times = {"0": "the first term", "1": "renewed once"}
        told = "".join(f" ({times.get(each, f'renewed {each} times')})" for each in renewed.value)
        condition = f"   if {under_words(outcome.under)}" if outcome.under else ""
        lines.append(days_of_outcome(outcome.value) + told + condition)
    return "\n".join(lines)


def _date_answers(several: DateAnswers) -> str:
    """Write a row for each question."""
    width = max((len(each.question) for each in several.answers), default=0) + 2
    rows = (
        f"{'' if number else each.question:<{width}}{line}"
        for each in several.answers
        for number, line in enumerate(date_lines(each))
    )
    return "\n".join([*supposed_by_all(several), *rows])


def supposed_by_all(several: DateAnswers) -> list[str]:
    """Return what answers to questions that were asked together suppose; of each the same."""
    return first_lines(several.answers[0].supposed) if several.answers else []


def _dates(dates: Dates, *, instants: bool = False) -> str:
    lines = first_lines(dates.supposed)
    for name, outcomes in dates.by_name().items():
        if name in _INSTANTS and not instants:
            continue
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
            " or ".join(days_of_outcome(value) for value in each) or "none" for each in (change.before, change.after)
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


def _chronology(found: Chronology) -> str:
    """Write a row for each stage: its first day, its last day, the statuses."""
    rows = [(each.begins, each.ends, status_words(each.status) or "not known") for each in found.stages]
    widths = [max(len(row[place]) for row in rows) for place in (0, 1)]
    lines = (f"{first:<{widths[0]}}  {last:<{widths[1]}}  {status}" for first, last, status in rows)
    return "\n".join([*first_lines(found.supposed), *lines])


def _parties(found: PartiesAt) -> str:
    """Write those for whom it was in force, of whom it is open, and for whom it was not; each with its names."""
    lines = first_lines(found.supposed)
    for title, truth in (("parties", Truth.YES), ("unknown", Truth.UNKNOWN), ("no parties", Truth.NO)):
        those = [plain(each.name) for each in found if each.truth is truth]
        if those or truth is Truth.YES:
            lines.append(filled(f"{title:<12}{len(those):>4}  {'; '.join(those)}".rstrip(), " " * 18))
    if not found.complete:
        lines.append("The list of parties is in part: other States may be parties as well.")
    return "\n".join(lines)


_PROTECTED = {
    Truth.YES: "Yes, protected", Truth.NO: "No, not protected", Truth.UNKNOWN: "Unknown whether it is protected",
}  # fmt: skip


def _protection(found: Protection) -> str:
    lead, rows = protection_facts(found)
    told = first_lines(found.supposed)
    return "\n".join([*told, lead, "", *(filled(f"{name:<14}{text}", " " * 14) for name, text in rows)])


def protection_facts(found: Protection) -> tuple[str, list[tuple[str, str]]]:
    """Write whether it is protected, and by when it must have been made, each fact with its name."""
    made, on = moment(found.made), moment(found.on)
    last, until = _or_words(found.made_by), _or_words(found.protected_until)
    how_long = {"": "", "..": " without limit"}.get(until, f" until {until}")
    first = _or_words(found.made_from)
    when = f"from {first} to {last}, while it was in force," if first else f"by {last}"
    rows = [("Status", status_words(found.status) or "not known")]
    if last:
        rows.append(("Sunset", f"what was made {when} is covered{how_long}"))
    rows += _each("Depends on", [_dependency(each) for each in found.depends_on] or ["nothing"])
    return f"{_PROTECTED[found.truth]} on {on}, made {made}.", rows


def _recorded_differences(found: RecordedDifferences) -> str:
    """Write a row for each: the party, the recorded day, the counted days, how many days lie between, the cause."""
    if not found.rows:
        return "No recorded day is surely another than the count gives."
    rows = [("", "recorded", "counted", "apart", "cause")]
    for each in found:
        counted = " or ".join(str(day) for day in each.counted)
        apart = "" if each.days_apart is None else f"{each.days_apart:+}"
        whose = each.party or "the treaty"
        label = whose if each.of == ENTRY else f"{whose}, last day in force"
        rows.append((label, str(each.recorded), counted, apart, each.cause or "no rule tells"))
    widths = [max(len(row[place]) for row in rows) for place in range(4)]
    return "\n".join(
        "  ".join((*(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=False)), row[4])) for row in rows
    )


def notice_facts(answer: NoticeAnswer) -> list[tuple[str, str]]:
    """Return who gives the notice and when, whether it is in time, the days and the reasons, each with its name."""
    found = [("Notice", f"by {names(answer.subject.parties, answer.record)}, {moment(answer.on)}")]
    found += _each("Hypothesis", hypotheses(answer.supposed, answer.record))
    timely = "no deadline and no window bears on it" if answer.in_time is None else answer.in_time.value
    found.append(("In time", timely))
    found += _each("Last day", list(_lines(answer.last_days)))
    found += _each("First day out", list(_lines(answer.first_days_out)))
    told = [
        (reason_words(each.value.reason, each.value), f"   if {under_words(each.under)}" if each.under else "")
        for each in answer.outcomes
        if each.value.reason is not None
    ]
    alike = len({text for text, _ in told}) == 1 and len(told) == len(answer.outcomes)
    found += _each("Why", [told[0][0]] if alike else [text + under for text, under in told])
    return found


def notice_rows(answer: NoticeAnswer) -> Iterable[str]:
    """Yield these facts as rows, broken into lines."""
    for name, text in notice_facts(answer):
        yield filled(f"{name:<15}{text}", " " * 15)


def _notice(answer: NoticeAnswer) -> str:
    return "\n".join([notice_head(answer), "", *notice_rows(answer)])


ANSWER = Printer(of=Answer, format=TEXT, write=_answer)
DATE_ANSWER = Printer(of=DateAnswer, format=TEXT, write=_date_answer)
TERM = Printer(of=TermAnswer, format=TEXT, write=_term)
DATE_ANSWERS = Printer(of=DateAnswers, format=TEXT, write=_date_answers)
DATES = Printer(of=Dates, format=TEXT, write=_dates)
NOTICE = Printer(of=NoticeAnswer, format=TEXT, write=_notice)
INSTANTS = Printer(of=Dates, format="instants", write=lambda dates: _dates(dates, instants=True))
CHRONOLOGY = Printer(of=Chronology, format=TEXT, write=_chronology)
PARTIES = Printer(of=PartiesAt, format=TEXT, write=_parties)
PROTECTION = Printer(of=Protection, format=TEXT, write=_protection)
RECORDED_DIFFERENCES = Printer(of=RecordedDifferences, format=TEXT, write=_recorded_differences)
DIFFERENCE = Printer(of=Difference, format=TEXT, write=_difference)

"""The treaties of a book as tidy rows: entries into force, periods, deadlines, and the timeline of a pair."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from treatyclock.answers.chronology import Chronology
from treatyclock.answers.dates import DateAnswer
from treatyclock.book.rows import DeadlineRow, EntryRow, PeriodRow, TimelineRow
from treatyclock.derive.histories.history import History
from treatyclock.instants import to_datetime
from treatyclock.intervals import Timeline
from treatyclock.law.status import Status
from treatyclock.law.subjects import GENERALLY, Subject
from treatyclock.questions.looked_up import truth_of_piece
from treatyclock.truth import Truth
from treatyclock.view import View


def entries(view: View) -> Iterator[EntryRow]:
    """Yield the entries into force of a treaty for each party."""
    for party in view.record.parties:
        course = view.life.course(Subject((party.id,)))
        for outcome in course.outcomes(_entries):
            for number, (first, last) in enumerate(outcome.value, start=1):
                yield EntryRow(
                    treaty=view.record.id, party=party.id, number=number, first_day=first, last_day=last,
                    under=_under(outcome.under),
                )  # fmt: skip


def _entries(history: History) -> tuple[tuple[str, str], ...]:
    return tuple(
        (str(each.entry.day), "" if each.end is None else str(each.end.last_day)) for each in history.memberships
    )


def periods(view: View, whose: Subject, chronology: Chronology) -> Iterator[PeriodRow]:
    """Yield the stages of a chronology."""
    party, other = (*whose.parties, "", "")[:2]
    for stage in chronology:
        yield PeriodRow(
            treaty=view.record.id,
            party=party,
            other=other,
            first_day=stage.begins,
            last_day=stage.ends,
            in_force=truth_of_piece(stage.status).value,
            status=" or ".join(sorted(status.value for status in stage.status)),
        )


def deadlines(view: View, first: str, last: str) -> Iterator[DeadlineRow]:
    """Yield what falls due between two days, for a treaty generally or for a party."""
    party = view.subject.party or ""
    found = [("a window for notice is open", view.windows(first, last))]
    found += [("a review is due", view.reviews(first, last)), ("a time limit ends", view.time_limits(first, last))]
    generally = replace(view, subject=GENERALLY)
    terms = generally.renewals(_end_of_term(generally, last))
    found.append(("the last day of a term", terms))
    days = dict.fromkeys(day for each in terms.outcomes for day in each.value if day >= first)
    found += [("the last day for a notice", view.last_timely_notice(at=day)) for day in days if len(day) == 10]
    found.append(("the last day in force", view.expiry()))
    rows = (row for what, answer in found for row in _rows(view.record.id, party, what, answer))
    yield from sorted({row for row in rows if _between(row.day, first, last)}, key=_in_order)


def _end_of_term(view: View, last: str) -> str:
    """Return the last day of the term that runs on a day, or that day where none does."""
    days = [day for each in view.term(last).outcomes for day in each.value]
    return max((day for day in days if len(day) == 10), default=last)


def _rows(treaty: str, party: str, what: str, answer: DateAnswer) -> Iterator[DeadlineRow]:
    # Of an end, the outcomes may be the first days out; the last days stand beside them.
    for outcome in answer.last_days or answer.outcomes:
        for day in outcome.value:
            yield DeadlineRow(day=day, treaty=treaty, what=what, party=party, under=_under(outcome.under))


def _between(day: str, first: str, last: str) -> bool:
    """Tell whether anything of a day or a range of days, as an answer writes them, lies between two days."""
    begins, _, ends = day.strip("[]").replace("..", "/").partition("/")
    return begins <= last and ((ends or begins) >= first or (not ends and day != begins))


def _in_order(row: DeadlineRow) -> tuple[str, ...]:
    return row.day, row.treaty, row.what, row.under


def _under(answers: Iterable[tuple[str, str]]) -> str:
    return "; ".join(f"{key} = {answer}" for key, answer in answers)


def timeline(lines: Iterable[tuple[str, Timeline[frozenset[Status]]]]) -> Iterator[TimelineRow]:
    """Yield the times in which the same treaties are in force, from the timelines of all, in the order of time.

    Args:
        lines: The id of each treaty, with the statuses that are possible under it.
    """
    held = dict(lines)
    truths = {id: truth_of_piece(line.values[0]) for id, line in held.items()}
    changes = sorted(
        (edge, id, truth_of_piece(value).value)
        for id, line in held.items()
        for edge, value in zip(line.edges, line.values[1:], strict=True)
    )
    start, state = None, _state(truths)
    for number, (edge, id, truth) in enumerate(changes):
        truths[id] = Truth(truth)
        if number + 1 < len(changes) and changes[number + 1][0] == edge:
            continue
        if (now := _state(truths)) != state:
            yield TimelineRow(start=start, end=to_datetime(edge), in_force=state[0], unknown=state[1])
            start, state = to_datetime(edge), now
    yield TimelineRow(start=start, end=None, in_force=state[0], unknown=state[1])


def _state(truths: dict[str, Truth]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    yes, unknown = ([id for id, truth in truths.items() if truth is which] for which in (Truth.YES, Truth.UNKNOWN))
    return tuple(sorted(yes)), tuple(sorted(unknown))

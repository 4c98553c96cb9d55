"""The deadlines of a treaty as a list: for notices, reviews and time limits; ends of terms and of what survives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from treatyclock.answers.dates import DateAnswer, Outcomes
from treatyclock.civil.days import LATEST
from treatyclock.civil.moments.read import moment
from treatyclock.exports.exported import NOBODY_IN_PARTICULAR, Exported, Holder
from treatyclock.exports.tenures import tenures
from treatyclock.law.readings import Reading
from treatyclock.questions.dates import NOTHING_KNOWN
from treatyclock.view import View

_YEARS_AHEAD, _LONGEST_NOTICE = 100, 10
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A day by which, or with which, something is due or ends.

    Attributes:
        what: What it is for.
        days: The day as ISO 8601, an imprecise one in EDTF, a window as ``A/B`` with both days inside, or the instant
            in UTC at which it ends where it ends at an hour.
        under: The answers to open questions under which it is that day: pairs of key and answer.
        reading: By whose reading.
        holder: Whose.
    """

    what: str
    days: str
    under: tuple[tuple[str, str], ...]
    reading: Reading
    holder: Holder

    @property
    def first(self) -> date | None:
        """The first day that it may be, in UTC for an instant; None where nothing bounds it."""
        return self._bounds[0]

    @property
    def last(self) -> date | None:
        """The last day that it may be; None where nothing bounds it."""
        return self._bounds[1]

    @property
    def known(self) -> bool:
        """Whether it is one day or one instant, or a window from one day to another."""
        parts = self.days.partition("T")[0].split("/")
        return ".." not in self.days and all(moment(each).days.known for each in parts)

    @property
    def _bounds(self) -> tuple[date | None, date | None]:
        first, between, last = self.days.strip("[]").partition("..")
        if between and not (first and last):  # open on one side, which no moment is
            return (moment(first).days.first if first else None, moment(last).days.last if last else None)
        parts = [moment(each).days for each in self.days.partition("T")[0].split("/")]
        return parts[0].first, parts[-1].last


def deadlines(exported: Exported) -> tuple[Deadline, ...]:
    """Return the deadlines by each reading that has a say: those of a party if one is asked for, else everybody's.

    Example:
        >>> import treatyclock as tc
        >>> view = tc.load("soviet-japanese-neutrality-pact").under(reading="first-day-counted")
        >>> for each in deadlines(Exported(view=view)):
        ...     print(each.days, each.what)
        1945-04-24 last day for a notice
        1946-04-24 last day of a term
        1946-04-24 last day in force
    """
    party = exported.view.subject.party
    holder = exported.parties[0] if party is not None else NOBODY_IN_PARTICULAR
    return tuple(each for reading in exported.readings for each in _by(exported, reading, holder))


def _by(exported: Exported, reading: Reading, holder: Holder) -> Iterator[Deadline]:
    view = exported.by(reading, holder)
    days = _between(exported, reading, holder)
    asked = []
    if days is not None:
        first, last = days
        asked += [
            ("window for a notice", view.windows(first, last)),
            ("review", view.reviews(first, last)),
            ("time limit", view.time_limits(first, last)),
            ("last day of a term", _terms(exported, reading, last)),
        ]
    asked += [("last day in force", view.expiry()), ("last day of the effect that survives", view.sunset_end())]
    found = [("last day for a notice", _notices(exported, view, days))]
    found += [(what, answer.outcomes) for what, answer in asked]
    dates = view.dates()
    if any(outcome.value for outcome in dates.hour_of_end):
        found.append(("first instant out of force", dates.ends))
    for what, outcomes in found:
        for outcome in outcomes:
            for each in () if outcome.value == NOTHING_KNOWN else outcome.value:
                if each == ".." or ("T" in each and "/" in each):  # no end, or no one instant
                    continue
                due = Deadline(what=what, days=each, under=tuple(outcome.under), reading=reading, holder=holder)
                if _may_lie_between(due, exported.first, exported.last):
                    yield due


def _may_lie_between(due: Deadline, first: date | None, last: date | None) -> bool:
    too_early = first is not None and due.last is not None and due.last < first
    too_late = last is not None and due.first is not None and due.first > last
    return not too_early and not too_late


def _notices(exported: Exported, view: View, days: tuple[date, date] | None) -> Outcomes:
    """Return the last days for a notice: of the first term, or of each term where the treaty is renewed."""
    ends: set[str] = set()
    if days is not None:
        # A notice goes before the end of its term: for those up to a day, later terms are looked at too.
        until = date(min(days[1].year + _LONGEST_NOTICE, LATEST.year), 12, 31) if exported.last else days[1]
        terms = _terms(exported, view.reading, until)
        ends = {day for each in terms.outcomes for day in each.value if _DAY.fullmatch(day) and day >= str(days[0])}
    if len(ends) < 2:
        return view.last_timely_notice().outcomes
    several = (view.last_timely_notice(at=day) for day in sorted(ends))
    return tuple(dict.fromkeys(outcome for answer in several for outcome in answer.outcomes))


def _terms(exported: Exported, reading: Reading, last: date) -> DateAnswer:
    # A term is the whole treaty's, whoever is asked about.
    generally: View = exported.by(reading, NOBODY_IN_PARTICULAR)
    return generally.renewals(last)


def _between(exported: Exported, reading: Reading, holder: Holder) -> tuple[date, date] | None:
    """Return the days between which recurring deadlines are listed; None where it never may have been in force."""
    begins = [each.earliest_begin for each in tenures(exported.chronology(reading, holder))]
    begin = begins[0].date() if begins and begins[0] is not None else None
    first = exported.first or begin
    if first is None:
        return None
    last = exported.last or date(min(first.year + _YEARS_AHEAD, LATEST.year), 12, 31)
    return (first, last) if first <= last else None

"""Laws on time itself: nothing changes between two changes, and a day is all of its instants."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise

from treatyclock.civil.clocks.zones import zone
from treatyclock.testing.laws._law import TICK, Breach, Law, Trial, Whom, read
from treatyclock.testing.register import NoAnswerError, Reply, WithChanges, WithDays, truth_of
from treatyclock.truth import Truth

A_YEAR = timedelta(days=365)
MOST_DAYS = 6
"""How many days are asked about."""


def _between_changes(tried: Trial) -> Iterator[Breach]:
    assert isinstance(tried.register, WithChanges)
    treaty = tried.load()
    for whom in tried.whom:
        try:
            changes = list(tried.register.changes(treaty, party=whom.party, between=whom.between))
        except NoAnswerError:
            continue
        if changes != sorted(set(changes)):
            yield Breach(question=f"the changes {whom}", expected="in order, none twice", found=str(changes))
            continue
        bounds = [changes[0] - A_YEAR, *changes, changes[-1] + A_YEAR] if changes else [min(tried.at), max(tried.at)]
        for first, end in pairwise(bounds):
            begun = tried.reply(treaty, first, whom)
            inside = [at for at in tried.at if first < at < end]
            for at in (first + (end - first) / 2, *inside, end - TICK):
                yield from _unchanged(begun, tried.reply(treaty, at, whom), whom, first, at)


def _unchanged(begun: Reply | None, reply: Reply | None, whom: Whom, first: datetime, at: datetime) -> Iterator[Breach]:
    if begun is not None and reply is not None and begun != reply:
        question = f"in force {whom} at {at.isoformat()}, with no change listed since {first.isoformat()}"
        yield Breach(question=question, expected=f"the same: {begun}", found=str(reply))


CHANGES_AGREE = Law(
    id="changes-agree",
    sentence="An answer changes at the instants that are listed as its changes, and at no other.",
    why="A treaty is in force from one instant to another (VCLT 24, 54, 70): a list of changes and the answers are two "
    "ways to write down the same periods.",
    applies_to="every treaty",
    needs=WithChanges,
    rule=_between_changes,
)


def of_day(day: date) -> Law:
    """Return the law that a certain day agrees with its instants.

    Example:
        >>> from datetime import date
        >>> from treatyclock.testing import laws
        >>> laws.of_day(date(1936, 1, 1)).check(laws.EXAMPLE)
        ()
    """

    def rule(tried: Trial) -> Iterator[Breach]:
        assert isinstance(tried.register, WithDays)
        clocks = read(tried.text).record.midnights()
        if len(clocks) != 1:
            return
        treaty = tried.load()
        noon = datetime(day.year, day.month, day.day, 12, tzinfo=zone(clocks[0]).tzinfo)
        for whom in tried.whom:
            try:
                whole = truth_of(tried.register.on_day(treaty, day, party=whom.party, between=whom.between))
            except NoAnswerError:
                continue
            reply = tried.reply(treaty, noon, whom)
            if reply is not None and Truth.UNKNOWN not in (whole, reply.truth) and whole is not reply.truth:
                question = f"in force {whom} on {day}, and at its noon, {noon.isoformat()}"
                yield Breach(question=question, expected=f"as on the day: {whole.value}", found=str(reply))

    return replace(DAYS_AGREE, rule=rule)


def _days(tried: Trial) -> Iterator[Breach]:
    days = sorted({at.date() + timedelta(days=away) for at in tried.at for away in (-1, 0, 1)})
    for day in days[:: -(-len(days) // MOST_DAYS)]:
        yield from of_day(day).rule(tried)


DAYS_AGREE = Law(
    id="days-agree",
    sentence="A treaty that is in force on a day, or is not, is so at noon of that day on the treaty's own clock.",
    why="A day is all of its instants on one clock: what is said of the day is said of each of them.",
    applies_to="treaties that say whose clock counts",
    except_where=("days or instants whose answer is unknown",),
    needs=WithDays,
    rule=_days,
)

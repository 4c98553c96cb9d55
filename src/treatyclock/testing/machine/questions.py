"""What a register is asked about a treaty: at the instants where the answer turns, and near them, on several clocks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import combinations
from typing import Any

import treatyclock as tc
from treatyclock.instants import from_datetime, to_datetime
from treatyclock.testing.machine.options import Options
from treatyclock.testing.machine.turns import codes
from treatyclock.testing.machine.wrong_answer import Asked, WrongAnswerError
from treatyclock.testing.register import NoAnswerError, truth_of
from treatyclock.truth import Truth

_SECOND, _DAY = timedelta(seconds=1), timedelta(days=1)
_YEARS = from_datetime(datetime(1000, 1, 1, tzinfo=UTC)), from_datetime(datetime(9000, 1, 1, tzinfo=UTC))


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A treaty in a register's hands.

    Attributes:
        treaty: The register's own object.
        known_as_of: The day whose knowledge alone it is to use.
        recorded: Whether it was told act by act.
    """

    treaty: Any
    known_as_of: date | None = None
    recorded: bool = False


def first_wrong_answer(
    treaty: tc.Treaty, held: Sequence[Held], options: Options, turns: Iterable[datetime]
) -> WrongAnswerError | None:
    """Ask all questions about some instants and their neighbours, the plainest first; return the first wrong answer.

    Raises:
        UnusableRecordError: If too much is open in the treaty for any answer.
    """
    for each, about, expected in _questions(treaty, held, options, sorted(turns)):
        try:
            answer = options.register.in_force(each.treaty, about.at, party=about.party, between=about.between)
        except NoAnswerError:
            continue
        except Exception as error:
            error.add_note(f"Your register was asked: {about}\n\nThe treaty:\n\n{tc.dumps(treaty)}")
            raise
        found = truth_of(answer)
        if _is_fault(expected, found, options):
            ours = treaty.in_force(about.at, **about.whose)
            return WrongAnswerError(
                about, expected=expected, found=found, treaty=tc.dumps(treaty), argument=ours.explain()
            )
    return None


def turns_of(treaty: tc.Treaty, options: Options) -> set[datetime]:
    """Return the instants at which the treaty turns for anybody, and the days on which something was done.

    Where only a status turns, as by a suspension, a register that takes it for an end turns too.
    """
    edges = {edge for about in _subjects(treaty, options) for edge in treaty.timeline(**about.whose).edges}
    found = {to_datetime(edge) for edge in edges if _YEARS[0] < edge < _YEARS[1]}
    done = (moment.days.last for act in treaty.record.acts for moment in act.dates)
    return found | {datetime.combine(day, time(), UTC) for day in done}


def _is_fault(expected: Truth, found: Truth, options: Options) -> bool:
    if expected is Truth.UNKNOWN:
        return found is not Truth.UNKNOWN and not options.may_guess
    if found is Truth.UNKNOWN:
        return not options.may_not_know
    return found is not expected


def _questions(
    treaty: tc.Treaty, held: Sequence[Held], options: Options, turns: Sequence[datetime]
) -> Iterator[tuple[Held, Asked, Truth]]:
    """Yield each question with its right answer: days first, then the turns themselves, then the same on other clocks."""
    abouts = [
        (each, replace(about, known_as_of=each.known_as_of, recorded=each.recorded))
        for each in held
        for about in _subjects(treaty, options)
    ]
    lines = [(each, about, _right_answers(treaty, about)) for each, about in abouts]
    for moments in (_days, _turns, _on_clocks):
        for each, about, right in lines:
            for turn in turns:
                for at in moments(turn, options.zones):
                    yield each, replace(about, at=at), right(at)


def _subjects(treaty: tc.Treaty, options: Options) -> Iterator[Asked]:
    blank = Asked(at=datetime.min.replace(tzinfo=UTC))
    parties = codes(treaty)
    if "party" in options.asks:
        yield from (replace(blank, party=party) for party in parties)
    if "generally" in options.asks:
        yield blank
    if "between" in options.asks:
        yield from (replace(blank, between=pair) for pair in combinations(parties, 2))


def _right_answers(treaty: tc.Treaty, about: Asked) -> Callable[[datetime], Truth]:
    statuses = treaty.timeline(**about.whose)
    return statuses.map(lambda found: Truth.agreed(Truth.of(each.in_force) for each in found)).lookup()


def _days(turn: datetime, zones: Sequence[tzinfo]) -> Iterator[datetime]:
    yield turn - _DAY
    yield turn + _DAY


def _turns(turn: datetime, zones: Sequence[tzinfo]) -> Iterator[datetime]:
    yield turn - _SECOND
    yield turn


def _on_clocks(turn: datetime, zones: Sequence[tzinfo]) -> Iterator[datetime]:
    for zone in zones:
        for at in _turns(turn, zones):
            yield at.astimezone(zone)

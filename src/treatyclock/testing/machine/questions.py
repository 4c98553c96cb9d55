"""What a register is asked about a treaty: at the instants where the answer turns, and near them, on several clocks."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from itertools import combinations, cycle
from typing import Any

import treatyclock as tc
from treatyclock.instants import from_datetime, to_datetime
from treatyclock.intervals import Timeline
from treatyclock.testing.machine.options import Options
from treatyclock.testing.machine.story import loaded
from treatyclock.testing.machine.turns import codes
from treatyclock.testing.machine.wrong_answer import Inquiry, WrongAnswerError
from treatyclock.testing.register import NoAnswerError, Register, Reply, WithStatuses, truth_of
from treatyclock.truth import Truth

MOST_PAIRS = 15
"""About how many pairs a treaty is asked: of six parties about each, of more about some, evenly spread."""

_TICK, _DAY = timedelta(microseconds=1), timedelta(days=1)
_FIRST, _LAST = (from_datetime(datetime(year, 1, 1, tzinfo=UTC)) for year in (1000, 9000))


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldTreaty:
    """A treaty in a register's hands.

    Attributes:
        treaty: The register's own object.
        known_as_of: The day whose knowledge alone it is to use.
        recorded: Whether it was told act by act.
    """

    treaty: Any
    known_as_of: date | None = None
    recorded: bool = False


class RightAnswers:
    """treatyclock's answers about one treaty, beside those of a register.

    Args:
        text: The treaty file as it is now.
        asks: Whom questions are about.
    """

    def __init__(self, text: str, asks: Collection[str]) -> None:
        """Work out nothing before somebody asks."""
        self._text, self._treaty = text, loaded(text)
        self._abouts = list(_abouts(codes(self._treaty), asks))
        self._lines: dict[Inquiry, Timeline[frozenset[tc.Status]]] = {}

    def turns(self) -> set[datetime]:
        """Return the instants at which the treaty turns for anybody, and the days on which something was done.

        Where only a status turns, as by a suspension, a register that takes it for an end turns too.

        Raises:
            UnusableRecordError: If too much is open in the treaty for any answer.
        """
        edges = {edge for about in self._abouts for edge in self._line(about).edges}
        done = {moment.days.last for act in self._treaty.record.acts for moment in act.dates}
        found = {to_datetime(edge) for edge in edges if _FIRST < edge < _LAST}
        return found | {datetime.combine(day, time(), UTC) for day in done}

    def first_wrong_answer(
        self, held: Sequence[HeldTreaty], options: Options, turns: Iterable[datetime]
    ) -> WrongAnswerError | None:
        """Ask all questions about some instants and their neighbours, the plainest first.

        Raises:
            UnusableRecordError: If too much is open in the treaty for any answer.
        """
        for each, about, expected in self._questions(held, options.zones, sorted(turns)):
            try:
                found = _reply(options.register, each.treaty, about)
            except NoAnswerError:
                options.asked["declined"] += 1
                continue
            except Exception as error:  # whatever it is, it is told with the question, and goes on its way
                error.add_note(f"The register was asked: {about}\n\nThe treaty:\n\n{self._text}")
                raise
            options.asked["answered"] += 1
            wrong = _is_fault(expected.truth, found.truth, options)
            if wrong or (found.statuses and _are_fault(expected.statuses, found.statuses, options)):
                argument = self._treaty.in_force(about.at, **about.whose).explain()
                right = Reply(expected.truth, expected.statuses if found.statuses else frozenset())
                return WrongAnswerError(about, expected=right, found=found, treaty=self._text, argument=argument)
        return None

    def _questions(
        self, held: Sequence[HeldTreaty], zones: Sequence[tzinfo], turns: Sequence[datetime]
    ) -> Iterator[tuple[HeldTreaty, Inquiry, Reply]]:
        """Yield each question and its right answer: on days, at the turns themselves, then at these on other clocks."""
        abouts = [
            (each, replace(about, known_as_of=each.known_as_of, recorded=each.recorded))
            for each in held
            for about in self._abouts
        ]
        answers = [(each, about, _replies(self._line(replace(about, recorded=False)))) for each, about in abouts]
        for moments in (_days, _turns, _on_clocks):
            for each, about, right in answers:
                # A pair is named one way at one turn, and the other way at the next.
                pairs = cycle((about.between, about.between and about.between[::-1]))
                for turn, pair in zip(turns, pairs, strict=False):
                    for at in moments(turn, zones):
                        yield each, replace(about, at=at, between=pair), right(at)

    def _line(self, about: Inquiry) -> Timeline[frozenset[tc.Status]]:
        if about not in self._lines:
            self._lines[about] = self._treaty.timeline(**about.whose)
        return self._lines[about]


@lru_cache(maxsize=1000)
def right_answers_of(text: str, asks: tuple[str, ...]) -> RightAnswers:
    """Return the answers about a treaty, and keep them: whoever shrinks a story tells most of it again and again."""
    return RightAnswers(text, asks)


def _reply(register: Register, treaty: Any, about: Inquiry) -> Reply:
    """Ask a register; on other clocks than UTC for the truth alone, which is enough to see whether it reads them.

    Of its statuses those are compared that it gives as ours: what others call them, nobody knows.
    """
    truth = truth_of(register.in_force(treaty, about.at, party=about.party, between=about.between))
    if not isinstance(register, WithStatuses) or about.at.tzinfo is not UTC:
        return Reply(truth)
    found = register.statuses(treaty, about.at, party=about.party, between=about.between)
    return Reply(truth, found if all(isinstance(each, tc.Status) for each in found) else frozenset())


def _are_fault(expected: frozenset[Hashable], found: frozenset[Hashable], options: Options) -> bool:
    """Tell whether statuses are wrong: who may guess may tell fewer, and who need not know more."""
    fewer, more = options.may_guess and found < expected, options.may_not_know and found > expected
    return found != expected and not fewer and not more


def _is_fault(expected: Truth, found: Truth, options: Options) -> bool:
    if expected is Truth.UNKNOWN:
        return found is not Truth.UNKNOWN and not options.may_guess
    if found is Truth.UNKNOWN:
        return not options.may_not_know
    return found is not expected


def _abouts(parties: Sequence[str], asks: Collection[str]) -> Iterator[Inquiry]:
    """Yield whom questions are about."""
    blank = Inquiry(at=datetime.min.replace(tzinfo=UTC))
    if "party" in asks:
        yield from (replace(blank, party=party) for party in parties)
    if "generally" in asks:
        yield blank
    if "between" in asks:
        pairs = list(combinations(parties, 2))
        yield from (replace(blank, between=pair) for pair in pairs[:: -(-len(pairs) // MOST_PAIRS)])


def _replies(statuses: Timeline[frozenset[tc.Status]]) -> Callable[[datetime], Reply]:
    def reply(found: frozenset[tc.Status]) -> Reply:
        return Reply(Truth.agreed(Truth.of(each.in_force) for each in found), found)

    return statuses.map(reply).lookup()


def _days(turn: datetime, zones: Sequence[tzinfo]) -> Iterator[datetime]:
    yield turn - _DAY
    yield turn + _DAY


def _turns(turn: datetime, zones: Sequence[tzinfo]) -> Iterator[datetime]:
    # Spans that end with a day's last second leave out what comes after that second.
    yield turn - _TICK
    yield turn


def _on_clocks(turn: datetime, zones: Sequence[tzinfo]) -> Iterator[datetime]:
    for zone in zones:
        for at in _turns(turn, zones):
            yield at.astimezone(zone)

"""A book made into arrays, treaty by treaty: between which States each has a life, and whose it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from itertools import combinations

from treatyclock.book.actors import named_by
from treatyclock.book.compiled import FOR_EVER, Compiled
from treatyclock.book.gathered import Gathered
from treatyclock.book.left_out import LeftOut
from treatyclock.book.lines import BY_DAY, BY_INSTANT, Line, Outline, line_of, unusable
from treatyclock.book.pairs import own_pairs
from treatyclock.book.plain import PlainLives
from treatyclock.book.statuses import NOTHING_KNOWN
from treatyclock.civil.clocks.anywhere import starts_anywhere
from treatyclock.civil.moments.read import MomentLike
from treatyclock.derive.histories.life import Life
from treatyclock.errors import UnusableRecordError
from treatyclock.instants import date_microseconds
from treatyclock.law.subjects import Subject
from treatyclock.treaty import Treaty

BY = (BY_INSTANT, BY_DAY)

OTHERS = ("X0", "X1")
"""The codes under which two States that no treaty names are asked about, unless a treaty names these."""


def compiled(
    treaties: Sequence[Treaty],
    *,
    by: str,
    whole: bool,
    reasons: bool,
    labels: Mapping[str, str],
    left_out: Sequence[LeftOut],
    until: date | None,
    part: str | None,
    reading_of: Callable[[Treaty], str | None],
    known_as_of: MomentLike | None,
) -> Compiled:
    """Compile treaties.

    Args:
        treaties: They.
        by: ``"instant"`` or ``"day"``.
        whole: Whether no other treaties are of interest.
        reasons: Whether reasons are kept.
        labels: The code of each State that a table calls otherwise.
        left_out: Treaties with faults: of each nothing is known at any time, between the States that it names.
        until: The last day of which the book tells; None if it does not stop.
        part: The part that the treaties are asked about; None for the treaties as a whole.
        reading_of: By whose reading each is read.
        known_as_of: By what was known then.
    """
    named = {code for treaty in treaties for code in named_by(treaty.record)}
    actors = sorted(named.union(*(left.states for left in left_out)))
    others = tuple(_others(actors))
    gathered = Gathered(actors=[*actors, *others], size=len(actors) + 2)
    plain_lives = PlainLives(by)
    for number, treaty in enumerate(treaties):
        reading = reading_of(treaty)
        one = _One(treaty, reading, known_as_of, by, reasons=reasons, part=part)
        codes = named_by(treaty.record)
        if not treaty.record.bilateral:
            _of_many(gathered, number, one, codes, others)
        elif reading is None and known_as_of is None and part is None and len(codes) == 2:
            pair = (codes[0], codes[1])
            gathered.pair(number, pair, plain_lives.outline(treaty.record, partial(one.between, pair)), many=False)
        else:
            for pair in combinations(codes, 2):
                gathered.pair(number, pair, one.between(pair), many=False)
    for number, left in enumerate(left_out, start=len(treaties)):
        _of_faults(gathered, number, left)
    ids = [*(treaty.record.id for treaty in treaties), *(left.treaty for left in left_out)]
    return gathered.arrays(by, ids, labels, whole=whole, until=_after(until, by))


def _after(until: date | None, by: str) -> int:
    """Return the first instant of which a book does not tell; or the first day, as its midnight in UTC."""
    if until is None:
        return FOR_EVER
    day = until + timedelta(days=1)
    return date_microseconds(day) if by == BY_DAY else starts_anywhere(day)[0]


def _of_faults(gathered: Gathered, number: int, left: LeftOut) -> None:
    unknown = Outline((), (NOTHING_KNOWN,), (left.problem,))
    if len(left.states) == 2:
        gathered.pair(number, (left.states[0], left.states[1]), unknown, many=False)
    elif left.states:
        gathered.states(number, dict.fromkeys(left.states, unknown), ())


def _others(actors: Sequence[str]) -> Iterator[str]:
    known = {code.casefold() for code in actors}
    for usual in OTHERS:
        name = usual
        while name.casefold() in known:
            name += "_"
        yield name


@dataclass(frozen=True, slots=True)
class _One:
    """A treaty, and how it is asked."""

    treaty: Treaty
    reading: str | None
    known_as_of: MomentLike | None
    by: str
    reasons: bool
    part: str | None

    def between(self, pair: tuple[str, str]) -> Outline:
        """Return the life of a pair; where no dates can be worked out, nothing is known at any time."""
        try:
            return line_of(self.life, Subject(pair), self.by).outline(reasons=self.reasons)
        except UnusableRecordError as error:
            return unusable(error)

    @property
    def life(self) -> Life:
        """The life of the treaty or of its part, worked out once and kept."""
        return self._life(self.part)

    @property
    def whole(self) -> Life | None:
        """The life of the whole treaty, where a part is asked about."""
        return None if self.part is None else self._life(None)

    def _life(self, part: str | None) -> Life:
        view = self.treaty.under(reading=self.reading, known_as_of=self.known_as_of, part=part)
        return view.lives.of(view.reading, view.known_as_of, dated=self.by == BY_DAY)


def _of_many(gathered: Gathered, number: int, one: _One, codes: list[str], others: tuple[str, ...]) -> None:
    record = one.treaty.record
    if not record.coverage.lists_all_parties:  # any State may be a party: two stand for all that nothing names
        acting = {code for act in record.acts for code in (*act.by, *act.to)}
        codes = [*codes, *sorted(acting - set(codes)), *others]
    outlines, lines = dict[str, Outline](), dict[str, Line]()
    for code in codes:
        try:
            lines[code] = line_of(one.life, Subject((code,)), one.by)
            outlines[code] = lines[code].outline(reasons=one.reasons)
        except UnusableRecordError as error:  # too much is open at once for this State
            outlines[code] = unusable(error)
    try:
        own = own_pairs(one.life, codes, lines, whole=one.whole)
    except UnusableRecordError:
        own = set(combinations(codes, 2))
    gathered.states(number, outlines, own)
    for pair in sorted(own):
        gathered.pair(number, pair, one.between(pair), many=True)

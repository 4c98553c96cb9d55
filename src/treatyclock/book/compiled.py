"""A book compiled into arrays of integers: which treaties were in force between two States, at millions of instants.

What is in force between two comes from two places. Treaties between two, and treaties of many where something is said
of these two alone, have lives of pairs, which are merged into one step function for each pair. All other treaties of
many have lives of States: each State has a step function whose values are sets of bits, a bit for each treaty, and what
two States have together is what both sets have. So 190 States are 190 lives, and not 18,000.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from treatyclock.book.lists import LENGTH_BITS, TRUTH_BITS, Found, Int8, blocks, laid_out, merged
from treatyclock.book.segments import Int32, Int64, KeyArray, Segments, in_parts
from treatyclock.book.statuses import NO, UNKNOWN, YES, less_advanced, truth_of
from treatyclock.errors import UnknownActorError, UnknownTreatyError, WrongTypeError

Words = NDArray[np.uint64]
Texts = NDArray[np.str_]

FOR_EVER = (1 << 63) - 1
"""The end of time, for a book that does not stop at a day."""

_NOT_A_TIME = -(1 << 63)
_MOST_IN_A_TABLE = 1 << 24


@dataclass(frozen=True, eq=False, kw_only=True)
class Compiled:
    """The treaties of a book in arrays; :meth:`treatyclock.Book.compile` makes one.

    Attributes:
        by: ``"instant"``, or ``"day"`` where days of each treaty are asked about, which are compared as dates.
        whole: Whether the book has every treaty there is, so that States which no treaty names have none.
        until: The first instant of which the book does not tell: from then on there may be treaties that it lacks.
        treaties: The ids of the treaties.
        actors: The codes of the States, and ``""`` twice at the end, for two other States.
        labels: Every name that a State has, in order: its code, and what a table calls it.
        labelled: The place of that State in ``actors``.
        texts: What the reasons say.
        life_keys: For each life, the treaty and the one or two States that it is about, as one integer in order.
        lives: The lives; their values are sets of statuses (:mod:`treatyclock.book.statuses`).
        reasons: For each value of a life, the place of its reason in ``texts``.
        pair_keys: The pairs of which something is compiled, each as one integer, in order.
        pairs: For each of these, the step function whose values are places of states.
        state_firsts: For each state, the place of its first treaty; one place more for the end.
        state_treaties: The treaties of the states that are in force, or may be.
        state_truths: Whether each is.
        many: The treaties whose lives are those of States: bit ``n`` of a set stands for ``many[n]``.
        states_of: For each actor, the step function whose values are rows of the sets of bits.
        surely: The sets of treaties that are in force: rows of 64-bit words.
        perhaps: The sets of treaties that are in force or may be.
        apart: For each pair, the row of ``left_out`` with the treaties of many that have a life for this pair.
        left_out: Sets of treaties of many; the first is empty.
    """

    by: str
    whole: bool
    treaties: Texts
    actors: Texts
    labels: Texts
    labelled: Int32
    texts: Texts
    life_keys: Int64
    lives: Segments
    reasons: Int32
    pair_keys: Int64
    pairs: Segments
    state_firsts: Int64
    state_treaties: Int32
    state_truths: Int8
    many: Int32
    states_of: Segments
    surely: Words
    perhaps: Words
    apart: Int32
    left_out: Words
    until: int = FOR_EVER

    def __post_init__(self) -> None:
        """Let nobody write into the arrays."""
        for each in fields(self):
            value = getattr(self, each.name)
            for array in (value.firsts, value.edges, value.values) if isinstance(value, Segments) else (value,):
                if isinstance(array, np.ndarray):
                    array.setflags(write=False)

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel as the arrays, without what was made of them."""
        return _of_fields, (self._fields(),)

    def _fields(self) -> dict[str, Any]:
        return {each.name: getattr(self, each.name) for each in fields(self)}

    def __repr__(self) -> str:
        """Count treaties, States and segments."""
        size = len(self.lives.values) + len(self.pairs.values) + len(self.states_of.values)
        return f"<Compiled: {len(self.treaties)} treaties, {self.other} States, {size} segments>"

    # --- codes -----------------------------------------------------------------------------------

    @property
    def other(self) -> int:
        """The code of any State that no treaty of the book names."""
        return len(self.actors) - 2

    @cached_property
    def names(self) -> list[str]:
        """What each State is called: as the table calls it, if that is one name, else its code; ``""`` for others."""
        called: dict[int, list[str]] = {}
        for label, place in zip(self.labels.tolist(), self.labelled.tolist(), strict=True):
            if label != self.actors[place]:
                called.setdefault(place, []).append(label)
        codes = self.actors.tolist()
        return [one[0] if len(one := called.get(place, [])) == 1 else code for place, code in enumerate(codes)]

    def codes(self, names: ArrayLike, *, strict: bool = False) -> Int64:
        """Return the code of each State: its place in ``actors``.

        Args:
            names: The names: codes of the treaties, or labels of the table that they were made of; numbers as well.
            strict: Whether a name that no treaty has is refused; else it stands for any other State.

        Raises:
            UnknownActorError: If one is refused.
        """
        asked = np.asarray(names, dtype=np.str_)
        if not len(self.labels) or not asked.size:
            places, there = np.zeros(asked.shape, dtype=np.int64), np.zeros(asked.shape, dtype=bool)
        else:
            places = np.minimum(np.searchsorted(self.labels, asked), len(self.labels) - 1)
            there = self.labels[places] == asked
        if strict and not there.all():
            row = int(np.flatnonzero(~there.ravel())[0])
            raise UnknownActorError(str(asked.ravel()[row]), row, self.labels.tolist())
        found = self.labelled[places].astype(np.int64) if len(self.labels) else places
        return np.where(there, found, self.other)

    def treaty(self, id: str) -> int:
        """Return the place of a treaty in the list.

        Raises:
            UnknownTreatyError: If the book has no such treaty.
        """
        found = np.flatnonzero(self.treaties == id)
        if not len(found):
            raise UnknownTreatyError(id, self.treaties.tolist(), of="the book")
        return int(found[0])

    # --- which treaties --------------------------------------------------------------------------

    def any(self, one: ArrayLike, other: ArrayLike, instants: ArrayLike, *, threads: int = 1) -> Int8:
        """Return whether any treaty was in force between two States.

        Args:
            one: The code of a State for each question.
            other: The code of another one.
            instants: The instant, in microseconds since 1970 in UTC; or the midnight of the day in UTC.
            threads: On how many threads they are looked up; numpy lets them run beside each other.

        Returns:
            0 for no, 1 for yes, 2 for unknown. Where it is no, no treaty of the book is in force; of a State that none
            of them names this is known only if the book is whole, and never after the last day of which it tells.

        Raises:
            WrongTypeError: If there are not as many of each, or a State is asked about with itself.
            ValueError: If there is no thread.
        """
        mine, theirs, times = self._asked(one, other, instants)
        found = np.empty(mine.shape, dtype=np.int8)

        def some(part: slice) -> None:
            for block in blocks(part):
                self._any(mine[block], theirs[block], times[block], found[block])

        in_parts(some, len(mine), threads)
        return found

    def _any(self, one: Int64, other: Int64, times: Int64, found: Int8) -> None:
        pair = self._pair_of(one, other)
        found[:] = self.pairs.look_up(self._any_of_segment, pair, times, missing=NO)
        if len(self.many):
            surely, perhaps = self._both(one, other, times, pair)
            found[perhaps.any(axis=1) & (found == NO)] = UNKNOWN
            found[surely.any(axis=1)] = YES
        if not self.whole:
            stranger = (one >= self.other) | (other >= self.other)
            found[stranger & (found == NO)] = UNKNOWN
        if self.until != FOR_EVER:
            found[(times >= self.until) & (found == NO)] = UNKNOWN

    def find(self, one: ArrayLike, other: ArrayLike, instants: ArrayLike, *, threads: int = 1) -> Found:
        """Return the treaties that were in force between two States, or may have been; takes what :meth:`any` does."""
        mine, theirs, times = self._asked(one, other, instants)
        spans = np.empty(len(mine), dtype=np.int64)
        of_many: dict[int, tuple[Int64, Int32, Int8]] = {}

        def some(part: slice) -> None:
            for block in blocks(part):
                pair = self._pair_of(mine[block], theirs[block])
                spans[block] = self.pairs.look_up(self._span_of_segment, pair, times[block], missing=0)
                if len(self.many):
                    of_many[block.start] = self._of_many(mine[block], theirs[block], times[block], pair)

        in_parts(some, len(mine), threads)
        found = laid_out(spans, self._treaty_and_truth, threads=threads)
        return merged(found, of_many) if of_many else found

    def _of_many(self, one: Int64, other: Int64, times: Int64, pair: KeyArray) -> tuple[Int64, Int32, Int8]:
        """Return the number of the question, the treaty of many and the truth of each that is found, in order."""
        surely, perhaps = self._both(one, other, times, pair)
        asked, bit = np.nonzero(_bits(perhaps))
        sure = _bits(surely)[asked, bit].astype(bool)
        return asked, self.many[bit], np.where(sure, YES, UNKNOWN).astype(np.int8)

    def _both(self, one: Int64, other: Int64, times: Int64, pair: KeyArray) -> tuple[Words, Words]:
        mine, theirs = self.states_of.values_at(one, times), self.states_of.values_at(other, times)
        kept = ~self.left_out[np.where(pair < 0, 0, self.apart.take(pair, mode="clip"))] if len(self.apart) else None
        found = (self.surely[mine] & self.surely[theirs], self.perhaps[mine] & self.perhaps[theirs])
        return found if kept is None else (found[0] & kept, found[1] & kept)

    @cached_property
    def _any_of_segment(self) -> Int8:
        """Whether any treaty is in force in each segment of a pair."""
        found = np.full(len(self.state_firsts) - 1, NO, dtype=np.int8)
        states = np.repeat(np.arange(len(found)), np.diff(self.state_firsts))
        found[states[self.state_truths == UNKNOWN]] = UNKNOWN
        found[states[self.state_truths == YES]] = YES
        return found[self.pairs.values]

    @cached_property
    def _span_of_segment(self) -> Int64:
        """For each segment of a pair, the place of its first treaty, and in the low bits how many there are."""
        return (self.state_firsts[:-1] << LENGTH_BITS | np.diff(self.state_firsts))[self.pairs.values]

    @cached_property
    def _treaty_and_truth(self) -> Int32:
        """The treaties of the states, each with its truth in the two lowest bits: one look-up for both."""
        return self.state_treaties << TRUTH_BITS | self.state_truths

    # --- one treaty ------------------------------------------------------------------------------

    def status(self, treaty: ArrayLike, one: ArrayLike, other: ArrayLike, instants: ArrayLike) -> Int32:
        """Return the statuses that are possible between two States under a treaty, as a set of bits.

        Args:
            treaty: The place of the treaty, for all questions or for each.
            one: As :meth:`any` takes it.
            other: The same.
            instants: The same.

        Returns:
            The sets (:func:`treatyclock.book.statuses.statuses_of`); 0 where the treaty does not name one of them.
        """
        pairs, mine, theirs, times = self._lives_of(treaty, one, other, instants)
        found = np.zeros(len(times), dtype=np.int32)
        own, both = pairs >= 0, (pairs < 0) & (mine >= 0) & (theirs >= 0)
        found[own] = self._value(self.lives.values, pairs[own], times[own])
        left, right = (self._value(self.lives.values, each[both], times[both]) for each in (mine, theirs))
        kinds, place = np.unique(left.astype(np.int64) << 32 | right, return_inverse=True)
        joined = [less_advanced(int(kind) >> 32, int(kind) & 0xFFFFFFFF) for kind in kinds]
        found[both] = np.array(joined, dtype=np.int32)[place] if joined else 0
        return found

    def truth(self, treaty: ArrayLike, one: ArrayLike, other: ArrayLike, instants: ArrayLike) -> Int8:
        """Return whether a treaty was in force between two States; takes what :meth:`status` does."""
        kinds, place = np.unique(self.status(treaty, one, other, instants), return_inverse=True)
        return np.array([truth_of(int(kind)) for kind in kinds], dtype=np.int8)[place]

    def reason(self, treaty: ArrayLike, one: ArrayLike, other: ArrayLike, instants: ArrayLike) -> Int32:
        """Return why it is so, as places in ``texts``: of shape (questions, 2), -1 where there is no second or none.

        What is said of a pair stands first alone; elsewhere there is a reason of each State.
        """
        pairs, mine, theirs, times = self._lives_of(treaty, one, other, instants)
        found = np.full((len(times), 2), -1, dtype=np.int32)
        own, both = pairs >= 0, (pairs < 0) & (mine >= 0) & (theirs >= 0)
        found[own, 0] = self._value(self.reasons, pairs[own], times[own])
        for side, lives in enumerate((mine, theirs)):
            found[both, side] = self._value(self.reasons, lives[both], times[both])
        return found

    def open(self, treaty: ArrayLike, one: ArrayLike, other: ArrayLike, instants: ArrayLike) -> Int32:
        """Return the reasons as :meth:`reason` does, but only those of which the status is open: -1 elsewhere."""
        pairs, mine, theirs, times = self._lives_of(treaty, one, other, instants)
        found = self.reason(treaty, one, other, instants)
        both = (pairs < 0) & (mine >= 0) & (theirs >= 0)
        for side, lives, asked in ((0, pairs, pairs >= 0), (0, mine, both), (1, theirs, both)):
            rows = np.flatnonzero(asked)
            kinds, place = np.unique(self._value(self.lives.values, lives[rows], times[rows]), return_inverse=True)
            settled = np.array([truth_of(int(kind)) != UNKNOWN for kind in kinds], dtype=bool)[place]
            found[rows[settled], side] = -1
        return found

    def edges_between(self, one: Int64, other: Int64, first: Int64, last: Int64) -> tuple[Int64, Int64]:
        """Return the instants after one and not after another at which anything may change between two States.

        Args:
            one: For each question, the code of a State.
            other: The code of the other.
            first: For each question an instant.
            last: The other.

        Returns:
            For each such instant the number of its question, and the instant; in no order, and some twice.
        """
        mine, theirs, begins = self._asked(one, other, first)
        ends = np.asarray(last, dtype=np.int64)
        several = [self.pairs.edges_within(self._pair_of(mine, theirs), begins, ends)]
        several += [self.states_of.edges_within(keys, begins, ends) for keys in (mine, theirs)]
        stops = np.flatnonzero((begins < self.until) & (self.until <= ends))
        several.append((stops, np.full(len(stops), self.until, dtype=np.int64)))
        rows, edges = zip(*several, strict=True)
        return np.concatenate(rows), np.concatenate(edges)

    def _lives_of(
        self, treaty: ArrayLike, one: ArrayLike, other: ArrayLike, instants: ArrayLike
    ) -> tuple[Int64, Int64, Int64, Int64]:
        mine, theirs, times, which = self._asked(one, other, instants, treaty)
        self._check_treaty(which)
        size = np.int64(len(self.actors))

        def life(left: Int64, right: Int64) -> Int64:
            return _place(self.life_keys, (which * size + np.minimum(left, right)) * size + np.maximum(left, right))

        pair = life(mine, theirs)
        # Whom a treaty of some parties does not name is any other State to it.
        mine = np.where(life(mine, mine) < 0, self.other, mine)
        theirs = np.where(life(theirs, theirs) < 0, self.other, theirs)
        theirs = np.where(mine == theirs, self.other + 1, theirs)
        return np.where(pair < 0, life(mine, theirs), pair), life(mine, mine), life(theirs, theirs), times

    def _value(self, values: Int32, lives: Int64, times: Int64) -> Int32:
        return values[self.lives.locate(lives, times)]

    def members(self, treaty: int, instants: ArrayLike) -> tuple[Int64, Int8]:
        """Return for which States a treaty was in force, at each of many instants.

        Args:
            treaty: Its place, as :meth:`treaty` gives it.
            instants: The instants.

        Returns:
            The codes of the States that it names, and an array of shape (instants, States): 0, 1 or 2. Of a treaty
            between two each State has what the two have.

        Raises:
            WrongTypeError: If the book has no treaty at that place, or these are no instants.
        """
        times = _instants(instants).ravel()
        self._check_treaty(_integers(treaty, "the treaty", "its place, as treaty() gives it").ravel())
        size = len(self.actors)
        keys = self.life_keys // size**2 == treaty
        states, others = self.life_keys // size % size, self.life_keys % size
        lives = np.flatnonzero(keys & (states == others) & (states < self.other))
        if not len(lives):
            return self._members_of_two(np.flatnonzero(keys), times)
        kinds, place = np.unique(self.lives.values, return_inverse=True)
        truths = np.array([truth_of(int(kind)) for kind in kinds], dtype=np.int8)[place]
        found = np.empty((len(times), len(lives)), dtype=np.int8)
        for column, life in enumerate(lives.tolist()):
            found[:, column] = truths[self.lives.locate(np.full(len(times), life, dtype=np.int64), times)]
        return states[lives], found

    def _members_of_two(self, lives: Int64, times: Int64) -> tuple[Int64, Int8]:
        """Return for which States a treaty between two was in force: between each and any other that it names."""
        size = len(self.actors)
        pairs = np.stack([self.life_keys[lives] // size % size, self.life_keys[lives] % size], axis=1)
        at = np.repeat(times, len(lives)), np.tile(lives, len(times))
        kinds, place = np.unique(self._value(self.lives.values, at[1], at[0]), return_inverse=True)
        truths = np.array([truth_of(int(kind)) for kind in kinds], dtype=np.int8)[place].reshape(len(times), -1)
        codes = np.unique(pairs)
        found = np.empty((len(times), len(codes)), dtype=np.int8)
        for column, code in enumerate(codes.tolist()):
            own = truths[:, (pairs == code).any(axis=1)]
            open = np.where((own == UNKNOWN).any(axis=1), UNKNOWN, NO)
            found[:, column] = np.where((own == YES).any(axis=1), YES, open)
        return codes, found

    # --- what was asked --------------------------------------------------------------------------

    def _check_treaty(self, places: Int64) -> None:
        wrong = places[(places < 0) | (places >= len(self.treaties))]
        if len(wrong):
            wanted = f"one from 0 to {len(self.treaties) - 1}, as treaty() gives it"
            wanted = wanted if len(self.treaties) else "no place: the book has none"
            raise WrongTypeError("the place of a treaty", int(wrong[0]), wanted)

    def _asked(self, one: ArrayLike, other: ArrayLike, *more: ArrayLike) -> tuple[Int64, ...]:
        several = [*map(_integers, (one, other)), *map(_instants, more[:1]), *map(_integers, more[1:])]
        try:
            mine, theirs, *rest = (each.ravel() for each in np.broadcast_arrays(*several))
        except ValueError:
            raise WrongTypeError("the questions", [each.shape for each in several], "as many of each") from None
        for codes in (mine, theirs):
            if codes.size and not 0 <= int(codes.min()) <= int(codes.max()) <= self.other:
                raise WrongTypeError("a code", int(codes.min()), f"one from 0 to {self.other}, as codes() gives it")
        alike = mine == theirs
        if not alike.any():
            return mine, theirs, *rest
        same = np.flatnonzero(alike & (mine != self.other))
        if len(same):
            row = int(same[0])
            raise WrongTypeError(f"the pair of row {row}", str(self.actors[mine[row]]), "two different States")
        return mine, np.where(alike, self.other + 1, theirs), *rest

    @cached_property
    def _pair_table(self) -> Int32 | None:
        """A place for each two codes, or none where that would be too large."""
        size = len(self.actors)
        if size * size > _MOST_IN_A_TABLE:
            return None
        found = np.full(size * size, -1, dtype=np.int32)
        number = np.arange(len(self.pair_keys), dtype=np.int32)
        found[self.pair_keys] = number
        found[self.pair_keys % size * size + self.pair_keys // size] = number
        return found

    def _pair_of(self, one: Int64, other: Int64) -> KeyArray:
        size = len(self.actors)
        if self._pair_table is not None:
            return self._pair_table.take(one * size + other, mode="clip")
        return _place(self.pair_keys, np.minimum(one, other) * size + np.maximum(one, other))

    # --- files -----------------------------------------------------------------------------------

    def save(self, path: str | os.PathLike[str], *, overwrite: bool = False) -> None:
        """Save the arrays in a file in numpy's own format, without pickle.

        Args:
            path: The file.
            overwrite: Whether it may exist already.

        Raises:
            UnwrittenFileError: If it exists already, or cannot be written.
        """
        from treatyclock.book.saved import save

        save(self._fields(), path, overwrite=overwrite)

    @classmethod
    def load(cls, path: str | os.PathLike[str]) -> Compiled:
        """Load what :meth:`save` wrote. No code of the file is run, whatever it holds.

        Raises:
            CompiledFileError: If it is no such file, or a broken one.
        """
        from treatyclock.book.saved import load

        return cls(**load(path))


def _of_fields(values: dict[str, Any]) -> Compiled:
    return Compiled(**values)


def _instants(values: ArrayLike) -> Int64:
    found = np.asarray(values)
    if found.dtype.kind == "M":
        raise WrongTypeError(
            "the instants", found.dtype, "microseconds as int64: times.astype('datetime64[us]').view('int64')"
        )
    times = _integers(found)
    if times.size and int(times.min()) == _NOT_A_TIME:
        row = int(np.flatnonzero(times.ravel() == _NOT_A_TIME)[0])
        raise WrongTypeError(f"the instant of row {row}", np.datetime64("NaT"), "a time, or leave the question out")
    return times


def _integers(
    values: ArrayLike, what: str = "the questions", wanted: str = "whole numbers: codes, and microseconds since 1970"
) -> Int64:
    found = np.asarray(values)
    if found.dtype.kind not in "iu" and found.size:
        raise WrongTypeError(what, found.dtype, wanted)
    return found.astype(np.int64, copy=False)


def _place(keys: Int64, asked: Int64) -> Int64:
    """Return the place of each key in keys that are in order; -1 where there is none."""
    if not len(keys):
        return np.full(asked.shape, -1, dtype=np.int64)
    place = np.minimum(np.searchsorted(keys, asked), len(keys) - 1)
    return np.where(keys[place] == asked, place, -1)


def _bits(words: Words) -> NDArray[np.uint8]:
    return np.unpackbits(np.ascontiguousarray(words).astype("<u8").view(np.uint8), axis=1, bitorder="little")

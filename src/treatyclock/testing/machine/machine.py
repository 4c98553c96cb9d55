"""From a register to its test."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import tzinfo
from typing import Any
from unittest import TestCase

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

import treatyclock as tc
from treatyclock.errors import TreatyclockError
from treatyclock.testing import checked
from treatyclock.testing.files.clauses import BASED_ON
from treatyclock.testing.machine.beginnings import CLAUSES, beginnings
from treatyclock.testing.machine.options import ASKS, ZONES, Options
from treatyclock.testing.machine.play import AFTER, STEPS, Play
from treatyclock.testing.register import Register

_PHASES = tuple(each for each in Phase if each is not Phase.explain)  # it would point at lines of treatyclock


def register_machine(
    register: Register,
    *,
    parties: int | Sequence[str] = 3,
    clauses: Collection[str] = CLAUSES,
    steps: Collection[str] = STEPS,
    asks: Collection[str] = ASKS,
    zones: Sequence[str] = ZONES,
    may_guess: bool = False,
    may_not_know: bool = False,
    treaties: st.SearchStrategy[tc.Treaty] | None = None,
) -> type[TestCase]:
    """Return a test that plays the lives of treaties on a register and holds each of its answers against ours.

    A treaty begins with its clauses, and then its parties act, in any order, on days that collide. After each step the
    register loads the treaty file as it then is, and is asked: at every instant at which the treaty turns, a
    microsecond and a day before, a day after, on several clocks. The first wrong answer fails the test with a
    :class:`WrongAnswerError`; Hypothesis then leaves out of the story whatever is not needed for it. What a register
    declines to load or to answer (:class:`~treatyclock.testing.register.NoAnswerError`) is not held against it, unless
    it answers nothing at all.

    Args:
        register: What is tested: any object with ``load`` and ``in_force``, as
            :class:`~treatyclock.testing.register.Register` has them. Where it also has ``record`` and ``correct``, it
            is told each step (:class:`WithRecording`). Where it has ``known_as_of``, it is asked by what was known
            before, too (:class:`~treatyclock.testing.register.WithKnowledge`). Where it has ``statuses``, and gives
            them as :class:`treatyclock.Status`, these are compared, and a suspension that it forgets is found.
        parties: How many parties a treaty has at most, or their codes.
        clauses: Which clauses a treaty may have, beside those on entry into force and on counting: some of ``CLAUSES``.
        steps: What may happen: some of ``STEPS``.
        asks: Whom questions are about: some of ``"party"``, ``"generally"``, ``"between"``; of more than six parties
            some pairs only. A treaty of many parties takes long; ``asks=["party"]`` is faster.
        zones: On which clocks questions are asked, beside UTC.
        may_guess: Whether the register may answer yes or no where the treaty leaves it open: for registers that know no
            third answer.
        may_not_know: Whether it may answer unknown where the treaty decides: for registers that say so to be safe.
        treaties: Begin with one of these, and with what was done in it; ``parties`` and ``clauses`` are not used then.

    Raises:
        InvalidArgument: If no such machine can be made.

    Example:
        >>> from treatyclock.testing.register import LIBRARY
        >>> TestLibrary = register_machine(LIBRARY, clauses=["denunciation"], steps=["signs", "ratifies", "denounces"])
        >>> TestLibrary.settings = settings(TestLibrary.settings, max_examples=2, stateful_step_count=3)
        >>> TestLibrary().runTest()  # pytest and unittest do this by themselves
    """
    if isinstance(register, type):
        raise InvalidArgument(f"register is the class {register.__name__}: give an instance of it")
    for name in ("load", "in_force"):
        if not callable(getattr(register, name, None)):
            raise InvalidArgument(f"register has no method {name}; see treatyclock.testing.register.Register")
    if treaties is not None and not isinstance(treaties, st.SearchStrategy):
        raise InvalidArgument(f"treaties is {treaties!r}, and must be a strategy of treaties, such as st.just(treaty)")
    some_steps = frozenset(checked.some_of("steps", steps, STEPS))
    if treaties is None:
        _possible(some_steps)
        some_clauses = checked.some_of("clauses", clauses, CLAUSES, perhaps_none=True)
        checked.based("clauses", some_clauses, BASED_ON)
        begun = beginnings(_codes(parties), some_clauses)
    else:
        begun = treaties.map(lambda treaty: dict(checked.of_type("treaties", treaty, tc.Treaty, "treaties").to_dict()))
    options = Options(
        register=register,
        beginnings=begun,
        steps=some_steps,
        asks=checked.some_of("asks", asks, ASKS),
        zones=tuple(map(_zone, checked.texts("zones", zones))),
        may_guess=checked.flag("may_guess", may_guess),
        may_not_know=checked.flag("may_not_know", may_not_know),
    )
    # A rule that is never possible would be drawn in vain again and again.
    without = dict.fromkeys(set(STEPS) - options.steps)
    machine: Any = type("RegisterMachine", (Play,), {"options": options, **without})
    machine.TestCase.settings = settings(
        deadline=None, stateful_step_count=10, phases=_PHASES, suppress_health_check=list(HealthCheck)
    )
    return _that_compares(machine.TestCase, options)


def _that_compares(test: Any, options: Options) -> type[TestCase]:
    """Return a test that fails too where the register answered no question at all: it would be green for nothing."""

    def run(self: Any) -> None:
        options.asked.clear()
        test.runTest(self)
        if options.asked["declined"] and not options.asked["answered"]:
            raise AssertionError(
                f"the register declined each of {options.asked['declined']:,} questions: nothing was compared"
            )

    found: type[TestCase] = type(test.__name__, (test,), {"runTest": run})
    return found


def _possible(steps: Collection[str]) -> None:
    """Refuse steps of which one can never be taken: a test that waits for it would ask nothing, and find nothing."""
    able: set[str] = set()
    while more := {each for each in steps if each not in able and (each not in AFTER or able & set(AFTER[each]))}:
        able |= more
    for each in sorted(set(steps) - able):
        raise InvalidArgument(f"steps: {each!r} needs one of {', '.join(AFTER[each])} to come before; add one")


def _codes(parties: int | Sequence[str]) -> tuple[str, ...]:
    if not isinstance(parties, int):
        return checked.codes_of(parties)
    _, most = checked.counts("parties", parties, least=2, most=26)
    return tuple(chr(ord("A") + number) * 3 for number in range(most))


def _zone(name: str) -> tzinfo:
    try:
        return tc.zone(name).tzinfo
    except TreatyclockError as error:
        raise InvalidArgument(f"zones: {error}") from error

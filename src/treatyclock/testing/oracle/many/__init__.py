"""A treaty of many parties: who was a party when, worked out for every State in every world.

``Spec`` says what a treaty provides and what was done; ``truth`` and ``statuses`` answer.

Example:
    >>> from datetime import UTC, date, datetime
    >>> from treatyclock.testing.oracle import many
    >>> from treatyclock.testing.oracle.days import Period
    >>> spec = many.Spec(
    ...     parties=("AAA", "BBB", "CCC"),
    ...     midnights=(0,),  # days begin at midnight in UTC
    ...     condition=many.Condition("instruments", number=2),
    ...     exit=many.Exit("at any time", notice=Period(months=6), first_day_counts=True),
    ...     acts=(
    ...         many.Act("one", "ratification", ("AAA",), date(1935, 3, 1)),
    ...         many.Act("two", "ratification", ("BBB",), date(1936, 1, 15)),
    ...         many.Act("out", "denunciation", ("BBB",), date(1938, 5, 20)),
    ...     ),
    ... )
    >>> many.truth(spec, datetime(1937, 1, 1, tzinfo=UTC), party="AAA")
    'yes'
    >>> many.truth(spec, datetime(1938, 11, 20, tzinfo=UTC), between=("AAA", "BBB"))
    'no'
    >>> many.statuses(spec, datetime(1938, 11, 20, tzinfo=UTC), party="BBB")
    {'former party'}
"""

from datetime import datetime
from functools import lru_cache

from treatyclock.testing.oracle.many import standing
from treatyclock.testing.oracle.many.treaty import Act, Condition, Delay, Exit, Joining, Spec

__all__ = ["Act", "Condition", "Delay", "Exit", "Joining", "Spec", "statuses", "truth"]


def truth(spec: Spec, at: datetime, *, party: str | None = None, between: tuple[str, str] | None = None) -> str:
    """Whether a treaty was in force at an instant: "yes", "no", or "unknown" where the worlds differ.

    Args:
        spec: The treaty.
        at: The instant, on any clock.
        party: For which State; generally where not given.
        between: Or between which two.

    Raises:
        UnsettledError: If the law has no answer.
    """
    lives = _lives(spec)
    return standing.truth_between(lives, *between, at) if between else standing.truth(lives, party, at)


def statuses(spec: Spec, at: datetime, *, party: str | None = None) -> set[str]:
    """Every standing that a State may have at an instant, or the treaty itself where none is named.

    Raises:
        UnsettledError: If the law has no answer.
    """
    return standing.statuses(_lives(spec), party, at)


@lru_cache(maxsize=8)
def _lives(spec: Spec) -> tuple[standing.Standing, ...]:
    return tuple(standing.lives(spec))

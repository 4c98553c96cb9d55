"""A treaty of two parties, lived through one day at a time in every world.

``Spec`` says what a treaty provides and what was done; ``truth`` answers.

Example:
    >>> from datetime import UTC, date, datetime
    >>> from treatyclock.testing.oracle import two
    >>> from treatyclock.testing.oracle.days import Period
    >>> spec = two.Spec(
    ...     midnights=(180, 540),  # whose midnight begins a day is open: three hours ahead of UTC, or nine
    ...     entry="ratified by all",
    ...     ratifications={"AAA": date(1941, 4, 25), "BBB": date(1941, 4, 25)},
    ...     term=two.Term(Period(years=5), "ratification", first_day_counts=False),
    ... )
    >>> two.truth(spec, datetime(1945, 8, 8, 15, 10, tzinfo=UTC))
    'yes'
    >>> two.truth(spec, datetime(1946, 4, 25, 18, tzinfo=UTC))
    'unknown'
"""

from datetime import datetime
from functools import lru_cache

from treatyclock.testing.oracle.two import life
from treatyclock.testing.oracle.two.treaty import Answer, Denunciation, Extension, Notice, Renewal, Spec, Term

__all__ = ["Answer", "Denunciation", "Extension", "Notice", "Renewal", "Spec", "Term", "truth"]


def truth(spec: Spec, at: datetime) -> str:
    """Whether a treaty was in force at an instant: "yes", "no", or "unknown" where the worlds differ.

    Raises:
        UnsettledError: If the law has no answer.
    """
    return life.truth(list(_lives(spec)), at)


@lru_cache(maxsize=8)
def _lives(spec: Spec) -> tuple[life.Life, ...]:
    return tuple(life.lives(spec))

"""Treaties, as their files say them."""

from __future__ import annotations

from hypothesis import strategies as st

from treatyclock.testing.specifications import many_text, two_text
from treatyclock.testing.strategies import _asked
from treatyclock.testing.strategies.specifications import specifications_of_many, specifications_of_two
from treatyclock.treaty import Treaty, loads


def treaties(*, parties: int | tuple[int, int] = (2, 6)) -> st.SearchStrategy[Treaty]:
    """Return a strategy for treaties of two parties or of many.

    Args:
        parties: How many parties: a number, or the least and the greatest number.

    Raises:
        hypothesis.errors.InvalidArgument: If there is no such number.
    """
    least, most = _asked.counts("parties", parties, least=2, most=6)
    of_many = specifications_of_many().map(many_text.to_toml).map(loads)
    several = of_many.filter(lambda treaty: least <= len(treaty.record.parties) <= most)
    of_two = specifications_of_two().map(two_text.to_toml).map(loads)
    return several if least > 2 else of_two if most == 2 else of_two | several

"""Frames of pandas, polars and pyarrow: a question a row, and the same kind of frame back with the answers.

Example:
    >>> import pandas as pd
    >>> import treatyclock as tc
    >>> book = tc.Book.of([tc.load("soviet-japanese-neutrality-pact")])
    >>> asked = pd.DataFrame({"a": ["JPN"], "b": ["SUN"], "onset": ["1945-08-09"]})
    >>> tc.frames.in_force(book, asked, between=("a", "b"), at="onset")["truth"].to_list()
    ['yes']
"""

from treatyclock.frames.asking import in_force
from treatyclock.frames.parquet import in_force_parquet
from treatyclock.frames.periods import to_periods
from treatyclock.frames.years import dyad_years

__all__ = ["dyad_years", "in_force", "in_force_parquet", "to_periods"]

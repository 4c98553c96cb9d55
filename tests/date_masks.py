"""A Hypothesis strategy for dates of which some digits are not known."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

ANY_DAY = st.dates()


@st.composite
def masks(draw: st.DrawFn, days: st.SearchStrategy[date] = ANY_DAY) -> str:
    """Draw a day, cut it to a month or a year, and open some of its digits: some day always fits."""
    text = draw(days).isoformat()[: draw(st.sampled_from([4, 7, 10]))]
    opened = draw(st.sets(st.integers(0, 9), max_size=4))
    return "".join("X" if i in opened and c != "-" else c for i, c in enumerate(text))

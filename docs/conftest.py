"""Pages show the same wherever they are run."""

from collections.abc import Iterator

import pytest
from hypothesis import settings


@pytest.fixture(autouse=True)
def failures_without_a_line_for_machines() -> Iterator[None]:
    """Where Hypothesis sees that a CI runs it, it adds to each failure a line that no page shows."""
    before = settings.get_current_profile_name()
    settings.register_profile("pages", settings.get_profile(before), print_blob=False)
    settings.load_profile("pages")
    yield
    settings.load_profile(before)

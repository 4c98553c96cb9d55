"""The draws of the ordinary run are the same in every run of one version of Hypothesis.

So a run fails by what a change broke, and not by chance. Other draws are made on purpose: with
``pytest --hypothesis-profile=default --hypothesis-seed=…``, or by the long run.
"""

import pytest
from hypothesis import HealthCheck, settings

# No test fails because the machine was busy.
settings.register_profile("repeatable", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("repeatable")


LONG_PAGES = {"testing-own-code.md"}
"""Pages whose examples take too long for the ordinary run: ``pytest docs/testing-own-code.md``, as CI does."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the long pages; a page that is named itself is run, since this file is then not read."""
    for item in items:
        if item.path.name in LONG_PAGES:
            item.add_marker(pytest.mark.long)

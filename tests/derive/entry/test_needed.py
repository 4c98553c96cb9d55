"""Whether the entry into force hangs on a State's own act, as it shows where a day was recorded for it."""

from __future__ import annotations

import pytest

from small_treaties import act, entry, three, truth

SIGNED = act("signature", "AAA BBB", "1935-01-01")


@pytest.mark.parametrize(
    ("when", "needed"),
    [
        ("ratified by all", True),
        ({"ratified_by": ["AAA"]}, True),
        ({"instruments": 2, "among": ["AAA", "BBB"]}, True),
        ({"instruments": 1, "among": ["AAA", "BBB"]}, False),
        ({"instruments": 2}, False),
        ({"all_of": [{"instruments": 2}, {"ratified_by": ["AAA"]}]}, True),
        ({"any_of": [{"instruments": 2}, {"ratified_by": ["AAA"]}]}, False),
        ({"any_of": [{"ratified_by": ["AAA", "BBB"]}, {"ratified_by": ["AAA"]}]}, True),
    ],
)
def test_a_recorded_entry_shows_a_consent_that_it_needs(when: object, needed: bool) -> None:
    found = three(entry(when, recorded="1936-01-01"), SIGNED)
    assert (truth(found, "1937", party="AAA") == "yes") is needed

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

import treatyclock as tc
from treatyclock.law.parties import Party
from treatyclock.testing.strategies import parties

TWO = st.lists(parties(awkward=True), min_size=2, max_size=2, unique_by=lambda party: party.id.upper())


@settings(max_examples=30, deadline=None)
@given(TWO)
def test_a_treaty_file_holds_awkward_names(two: list[Party]) -> None:
    treaty = tc.from_dict(
        {
            "schema": 1,
            "id": "pact",
            "title": "Pact",
            "parties": {each.id: {"name": each.name, **({"clock": each.clock} if each.clock else {})} for each in two},
            "entry_into_force": {"when": "signed", "ref": "art. 1"},
            "act": [{"kind": "signature", "by": [each.id for each in two], "on": "1935-03-27", "ref": "signed"}],
        }
    )
    assert treaty.record.parties == tuple(two)
    assert tc.loads(tc.dumps(treaty)) == treaty


def test_an_option_is_true_or_false() -> None:
    with pytest.raises(InvalidArgument, match="awkward='very'"):
        parties(awkward="very")  # type: ignore[arg-type]

"""Reports of long cases, which need no other library to compare with.

Not part of the test run. Run it with: python -m pytest tests/benchmarks/test_reports.py --override-ini addopts=
"""

from __future__ import annotations

from typing import Any

import pytest

import treatyclock as tc
from testimony_cases import HEAD, claim
from treatyclock.formats.cases.toml import load_case_text


@pytest.mark.parametrize("kind", ["gaps", "orders"])
def test_a_report_of_a_chain_of_1000_events(benchmark: Any, kind: str) -> None:
    events = "".join(f'e{at} = "event {at}"\n' for at in range(1_000))
    gap = {"gap": "PT1H/PT2H"} if kind == "gaps" else {}
    claims = claim("c0", event="e0", at="1945-08-01T00:00", clock="tokyo") + "".join(
        claim(f"c{at}", event=f"e{at}", after=f"e{at - 1}", **gap) for at in range(1, 1_000)
    )
    case = load_case_text(HEAD.replace("[clocks]", f"{events}[clocks]") + claims)
    benchmark.group = f"a report of a chain of 1000 events: {kind}"
    assert benchmark.pedantic(lambda: str(tc.reconcile(case)), rounds=1)

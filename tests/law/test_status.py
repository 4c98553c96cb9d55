"""In force: for a party, and for a party whose operation sleeps, and for nobody else."""

from __future__ import annotations

from treatyclock.law.status import Status


def test_for_whom_a_treaty_is_in_force() -> None:
    assert {status for status in Status if status.in_force} == {Status.PARTY, Status.SUSPENDED}

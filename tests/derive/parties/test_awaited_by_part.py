"""For whom a part waits, and whose consents to it count."""

from pathlib import Path

import treatyclock as tc

CASES = Path(__file__).parents[2] / "cases"


def _told(case: str) -> str:
    text = (CASES / f"{case}.cases").read_text(encoding="utf-8").split("\n===")[0]
    return " ".join(tc.loads(text).in_force("2010-01-01", part="annex", party="AAA").explain().split())


def test_the_argument_says_why_a_part_does_not_wait_for_who_has_left() -> None:
    assert "B was no party to the whole then, so the part does not wait for it" in _told("part-amendment-after-an-exit")


def test_the_argument_says_why_a_part_does_not_wait_for_who_acceded_later() -> None:
    assert "C was no party to the whole then" in _told("part-amendment-before-an-accession")


def test_it_is_asked_whether_a_part_waits_for_who_left_meanwhile() -> None:
    assert "does annex wait for BBB" in _told("part-amendment-waiting-for-who-leaves")


def test_it_is_asked_whether_the_consent_of_a_former_party_counts() -> None:
    told = _told("part-consent-of-a-former-party")
    assert "count toward the entry into force, though BBB was no party to the whole?" in told

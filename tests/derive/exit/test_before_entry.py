"""When a notice takes effect by which a State leaves what it only applies provisionally."""

from __future__ import annotations

import pytest

from small_treaties import act, clause, entry, status, three

START = entry({"instruments": 2}) + act("signature", "AAA BBB", "1936-01-01") + clause("provisional_application")
NOTICE = act("withdrawal", "AAA", "1937-01-10", id="notice")
RUNS = {"while_provisional": "its period runs", "notice": "P6M", "first_day": "counted"}
OPEN = {"provisionally applying", "signatory"}


def leaving(when: str = "at any time", **more: object) -> str:
    return clause(
        "denunciation", when=when, **{key: value for key, value in {**RUNS, **more}.items() if value is not None}
    )


@pytest.mark.parametrize(
    ("parts", "day", "found"),
    [
        ([leaving()], "1937-07-08", {"provisionally applying"}),
        ([leaving()], "1937-07-12", {"signatory"}),
        ([leaving(), act("rescission", "AAA", "1937-03-01", of="notice")], "1937-12-01", {"provisionally applying"}),
        # What is counted from an entry into force that has not come, is not counted.
        ([leaving(lock_in={"lasts": "P1Y"})], "1937-12-01", OPEN),
        ([leaving(first_notice={"before": "P90D"})], "1937-12-01", OPEN),
        (
            [leaving("at the end of the term", first_day=None), clause("term", lasts="P5Y", from_="entry into force")],
            "1937-12-01",
            OPEN,
        ),
    ],
)
def test_a_notice_runs_its_period(parts: list[str], day: str, found: set[str]) -> None:
    assert status(three(START, NOTICE, *parts), day, "AAA") == found


def test_a_part_of_a_notice_of_a_side_that_falls_leaves_its_author_in() -> None:
    sides = clause("[side]", parties=["AAA", "CCC"], notice_of_some="without effect") + clause(
        "[side]", parties=["BBB"]
    )
    parts = [sides, entry({"instruments": 3}, delay="P2Y"), clause("provisional_application"), leaving()]
    signed = act("signature", "AAA BBB CCC", "1936-01-01") + act("ratification", "AAA BBB CCC", "1936-01-02")
    joint = act("denunciation", "AAA CCC", "1936-02-10", id="joint")
    back = act("rescission", "CCC", "1936-03-01", of="joint")
    assert status(three(*parts, signed, joint), "1939", "AAA") == {"signatory"}
    assert status(three(*parts, signed, joint, back), "1939", "AAA") == {"party"}
    # Who was not bound when the notice was given, has no part in it.
    later = act("signature", "AAA BBB", "1936-01-01") + act("ratification", "AAA BBB", "1936-01-02")
    later += act("accession", "CCC", "1937-12-01")
    assert status(three(*parts, later, joint), "1940", "AAA") == {"signatory"}


def test_with_a_notice_that_works_at_once_its_consent_is_gone_from_that_hour() -> None:
    head = (entry({"instruments": 3}), clause("provisional_application"), leaving(notice=None, first_day=None))
    bound = act("signature", "AAA BBB", "1936-01-01") + act("ratification", "AAA", "1936-02-01")
    found = three(*head, bound, NOTICE)
    assert status(found, "1937-01-12", "AAA") == {"signatory"}
    hour = act("withdrawal", "AAA", "1937-01-10T12:00+00:00", id="notice")
    at_an_hour = three(*head, bound, hour)
    assert status(at_an_hour, "1937-01-10T11:00Z", "AAA") == {"provisionally applying"}
    assert status(at_an_hour, "1937-01-10T13:00Z", "AAA") == {"signatory"}

"""The day that an accession and its approval name: days by hand."""

from __future__ import annotations

from small_treaties import act, begins, clause, entry, ratified, three, truth

TWO = entry({"instruments": 2}) + ratified(AAA="1936-01-01", BBB="1936-01-01")
RULE = clause("joining", by="accession", approved_by=["AAA", "BBB"], or_as_agreed=True)


def joined(named: str | None, *approvals: tuple[str, str, str | None]) -> tuple[list[str], list[str]]:
    """Return from when C is a party, and on what that depends: by the days that its accession and approvals name."""

    def names(day: str | None) -> dict[str, str]:
        return {} if day is None else {"effective": day}

    acts = [
        act("approval of an accession", by, on, of="accession-ccc", id=f"for-{number}", **names(day))
        for number, (by, on, day) in enumerate(approvals)
    ]
    found = three(TWO, RULE, act("accession", "CCC", "1937-01-01", **names(named)), *acts)
    days = begins(found, "CCC")
    return days, [each.key for each in found.in_force(days[0], party="CCC").depends_on]


def test_a_day_after_the_approval_counts_whichever_act_names_it() -> None:
    assert joined("1938-01-01", ("AAA BBB", "1937-06-01", None)) == (["1938-01-01"], [])
    assert joined(None, ("AAA BBB", "1937-06-01", "1938-01-01")) == (["1938-01-01"], [])
    assert joined("1938-01-01", ("AAA BBB", "1937-06-01", "1938-01-01")) == (["1938-01-01"], [])


def test_whether_the_approval_reaches_back_is_open() -> None:
    days = ["1937-03-01", "1937-06-01"]
    back = ["approval of accession-ccc reaching back to 1937-03-01"]
    assert joined("1937-03-01", ("AAA BBB", "1937-06-01", None)) == (days, back)
    assert joined(None, ("AAA", "1937-02-01", "1937-03-01"), ("BBB", "1937-06-01", None)) == (days, back)
    assert joined("1937-03-01", ("AAA BBB", "1937-03-01", None)) == (["1937-03-01"], [])


def test_one_question_for_an_approval_that_names_the_same_day() -> None:
    found = joined("1937-03-01", ("AAA BBB", "1937-06-01", "1937-03-01"))
    assert found == (["1937-03-01", "1937-06-01"], ["for-0 reaching back to 1937-03-01"])


def test_which_of_two_days_counts_is_open() -> None:
    found = joined("1938-01-01", ("AAA BBB", "1937-06-01", "1938-02-01"))
    assert found == (["1938-01-01", "1938-02-01"], ["entry for CCC on the day that accession-ccc names"])
    found = joined(None, ("AAA", "1937-06-01", "1938-01-01"), ("BBB", "1937-06-01", "1938-02-01"))
    assert found == (["1938-01-01", "1938-02-01"], ["entry for CCC on the day that for-0 names"])


def test_a_day_that_nobody_knows_is_none_before_the_approval() -> None:
    accession = act("accession", "CCC", "1937-01-01", effective="not known")
    approval = act("approval of an accession", "AAA BBB", "1937-06-01", of="accession-ccc")
    found = three(TWO, RULE, accession, approval)
    assert [truth(found, day, party="CCC") for day in ("1937-05-31", "1937-06-02")] == ["no", "unknown"]


def test_one_approval_that_reaches_back_does_not_answer_for_another() -> None:
    days, _ = joined(None, ("AAA", "1937-06-01", "1937-03-01"), ("BBB", "1937-09-01", None))
    assert sorted(set(days)) == ["1937-03-01", "1937-09-01"]
    days, _ = joined("1938-01-01", ("AAA", "1937-06-01", "1937-03-01"), ("BBB", "1937-09-01", None))
    assert sorted(set(days)) == ["1937-03-01", "1937-09-01", "1938-01-01"]

"""When there is a party: the last exit of all, at its hour, and what is no sign that all have left."""

from __future__ import annotations

from pathlib import Path

import treatyclock as tc
from small_treaties import (
    BOTH,
    HALF_A_YEAR,
    ONE_IS_ENOUGH,
    act,
    clause,
    ends,
    entry,
    ratified,
    reading,
    said,
    status,
    three,
    truth,
)

AT_ONCE = clause("denunciation", when="at any time")


def out(by: str, on: str) -> str:
    return act("withdrawal", by, on, id=f"out-{by.lower()}")


def test_it_ends_with_the_last_of_the_exits_and_says_by_which() -> None:
    found = three(ONE_IS_ENOUGH, HALF_A_YEAR, out("AAA", "1940-01-01"), out("BBB", "1939-01-01"))
    assert (ends(found), ends(found, "BBB")) == (["1940-06-30"], ["1939-06-30"])
    told = said(found.in_force("1950"))
    assert "by these exits every party has left, so the treaty ceases to be in force with 30 June 1940" in told
    assert "by the notice the last day in force is 30 June 1939" in told


def test_at_the_hour_of_the_last_exit() -> None:
    found = three(ONE_IS_ENOUGH, AT_ONCE, out("AAA", "1940-01-01T15:00Z"), out("BBB", "1939-01-01T15:00Z"))
    assert (truth(found, "1940-01-01T14:59Z"), truth(found, "1940-01-01T15:00Z")) == ("yes", "no")


def test_not_while_one_is_left_or_comes_on_the_day_after() -> None:
    assert ends(three(ONE_IS_ENOUGH, HALF_A_YEAR, out("AAA", "1940-01-01"))) == ["none"]
    back = act("accession", "CCC", "1940-07-01")
    assert ends(three(ONE_IS_ENOUGH, HALF_A_YEAR, out(BOTH, "1940-01-01").replace("aaa bbb", "all"), back)) == ["none"]


def test_a_vague_exit_leaves_open_when() -> None:
    found = three(ONE_IS_ENOUGH, HALF_A_YEAR, out("AAA", "1940-01"), out("BBB", "1939-01-01"))
    assert ends(found) == ["[1940-06-30..1940-07-30]"]
    assert (truth(found, "1940-07-10"), truth(found, "1940-08-01")) == ("unknown", "no")


def test_where_others_must_have_been_parties_the_exits_of_those_on_record_say_nothing() -> None:
    text = entry({"instruments": 30}, recorded="1936-01-01") + ratified(AAA="1935-01-01", BBB="1935-01-01")
    found = three(text, HALF_A_YEAR, out("AAA", "1940-01-01"), out("BBB", "1939-01-01"))
    assert (ends(found), ends(found, "AAA")) == (["none"], ["1940-06-30"])


def test_an_end_that_comes_to_all_before_counts() -> None:
    stop = act("termination by consent", BOTH, "1939-10-01T00:00Z")
    found = three(ONE_IS_ENOUGH, HALF_A_YEAR, out("AAA", "1940-01-01"), out("BBB", "1939-01-01"), stop)
    assert ends(found) == ["1939-09-30"]


def test_an_exit_that_was_taken_back_is_none() -> None:
    back = act("rescission", "AAA", "1940-03-01", of="out-aaa")
    found = three(ONE_IS_ENOUGH, HALF_A_YEAR, out("AAA", "1940-01-01"), out("BBB", "1939-01-01"), back)
    assert ends(found) == ["none"]
    assert status(found, "1950") == {"party"}


def test_who_joins_after_a_gap_without_leaving_does_not_hide_the_gap() -> None:
    joins = act("accession", "CCC", "1945-01-01")
    found = three(ONE_IS_ENOUGH, HALF_A_YEAR, out("AAA", "1940-01-01"), out("BBB", "1939-01-01"), joins)
    assert (truth(found, "1944-06-01"), truth(found, "1946")) == ("no", "unknown")


def test_not_before_the_first_date_that_was_recorded_for_a_state() -> None:
    accepted = act("acceptance", "BBB", "1936-07-28", recorded="1936-09-11")
    found = three(entry({"instruments": 1, "among": ["BBB"]}), accepted)
    assert (truth(found, "1936-07-29"), truth(found, "1936-09-10T12:00Z")) == ("no", "no")
    assert (truth(found, "1936-09-11T00:00Z"), truth(found, "1936-09-11T00:00Z", party="BBB")) == ("yes", "yes")


def test_never_where_all_took_back_their_consent_before_the_day_of_entry() -> None:
    back = [act("withdrawal of consent", "AAA", "1936-05-05"), act("withdrawal of consent", "BBB", "1937-05-05")]
    found = three(entry("pairwise", not_before="1938-12-28") + ratified(AAA="1936-01-01", BBB="1936-01-02"), *back)
    assert (truth(found, "1947"), status(found, "1947")) == ("no", {"negotiating"})
    assert "of those who consented none became a party, so the treaty was in force for nobody" in said(
        found.in_force("1947")
    )
    again = three(found_text := entry({"not_before": "1938-12-28"}) + ratified(AAA="1936-01-01"), back[0])
    assert (truth(again, "1947"), truth(three(found_text), "1947")) == ("no", "yes")


def test_in_force_again_for_nobody_but_for_who_consents_after_the_others_took_theirs_back() -> None:
    back = act("withdrawal of consent", "AAA", "1936-05-05")
    found = three(entry({"not_before": "1938-12-28"}) + ratified(AAA="1936-01-01", BBB="1940-01-01"), back)
    assert (truth(found, "1939-06-01"), truth(found, "1940-06-01")) == ("no", "yes")


def test_beside_a_number_of_parties_that_was_never_reached() -> None:
    few = clause("minimum_parties", number=4)
    found = three(entry({"instruments": 1}) + ratified(CCC="1936-01-01"), few, AT_ONCE, out("CCC", "1937-11-01"))
    assert (truth(found, "1937-10-31T12:00Z"), truth(found, "1937-11-03T12:00Z")) == ("yes", "no")
    assert truth(found, "1937-11-01T12:00Z") == "unknown"


def test_what_ends_it_for_all_before_leaves_nothing_open() -> None:
    few = clause("minimum_parties", number=2)
    more = act("accession", "CCC", "1950-01-01")
    found = three(ONE_IS_ENOUGH, few, HALF_A_YEAR, out("AAA", "1939-01-01"), out("BBB", "1940-01-01"), more)
    assert (ends(found), truth(found, "1951")) == (["1939-06-30"], "no")


def test_an_unconfirmed_signature_ad_referendum_makes_nobody_a_party() -> None:
    referendum = act("signature ad referendum", "AAA", "1935-01-01")
    found = three(entry({"not_before": "1936-01-01"}) + ratified(BBB="1940-01-01"), referendum)
    assert (truth(found, "1939-06-01"), truth(found, "1941")) == ("no", "yes")


def test_nobody_is_left_though_the_depositary_recorded_a_later_day_than_the_acts_give() -> None:
    text = entry({"instruments": 1}, recorded="1937-12-02") + ratified(AAA="1936-03-28")
    more = act("accession", "CCC", "1950-01-01")
    found = three(text, HALF_A_YEAR, out("AAA", "1940-01-01"), more)
    assert (truth(found, "1941"), truth(found, "1951"), truth(found, "1951", party="CCC")) == ("no", *["unknown"] * 2)


def test_what_survives_counts_from_the_day_that_the_last_exit_names() -> None:
    sunset = clause("sunset", lasts="P6M", from_="the end", first_day="not counted")
    named = act("withdrawal", "AAA", "1938-12-29", effective="1939-08-23", id="out-aaa")
    found = three(entry({"instruments": 1}) + ratified(AAA="1936-01-01"), HALF_A_YEAR, sunset, named)
    assert (status(found, "1940-02-23T12:00Z"), status(found, "1940-02-24T00:00Z")) == (
        {"surviving effect"},
        {"former party"},
    )
    assert status(found, "1940-02-24T00:00Z", "AAA") == {"former party"}


def test_what_survives_counts_from_the_last_notice() -> None:
    sunset = clause("sunset", lasts="P5Y", from_="the notice", first_day="not counted")
    found = three(entry({"instruments": 1}) + ratified(CCC="1936-01-01"), HALF_A_YEAR, sunset, out("CCC", "1939-01-02"))
    for party in (None, "CCC"):
        assert status(found, "1944-01-02T12:00Z", party) == {"surviving effect"}
        assert status(found, "1944-01-03T00:00Z", party) == {"former party"}


RECORDED = entry({"instruments": 2}, recorded="1936-01-01")
IN_PART = clause("record", parties="in part")
JOINED = reading("joined", choose={"nobody_left": "can be joined", "one_left": "goes on"}) + reading(
    "over", choose={"nobody_left": "has ended", "one_left": "goes on"}
)


def test_those_who_are_not_listed_may_all_have_left_before_a_listed_one_joined() -> None:
    found = three(RECORDED, HALF_A_YEAR, IN_PART, JOINED, act("accession", "BBB", "1940-01-01"))
    assert (truth(found, "1935-12-30"), truth(found, "1939-01-01"), truth(found, "1950")) == (
        "no",
        "unknown",
        "unknown",
    )
    assert (truth(found, "1950", reading="joined"), truth(found, "1950", reading="over")) == ("yes", "unknown")
    of_one = [truth(found, "1950", party="BBB", reading=each) for each in ("joined", "over", None)]
    assert of_one == ["yes", "unknown", "unknown"]


def test_nothing_is_open_where_nobody_may_leave_or_a_listed_one_was_there() -> None:
    late, first = act("accession", "BBB", "1940-01-01"), ratified(AAA="1935-06-01")
    for text in (RECORDED + IN_PART, RECORDED + HALF_A_YEAR, RECORDED + HALF_A_YEAR + IN_PART + first):
        assert (truth(three(text, late), "1939-01-01"), truth(three(text, late), "1950", party="BBB")) == ("yes", "yes")


def test_a_listed_party_that_stays_brings_it_back_whoever_may_have_left_before() -> None:
    lacks = clause("record", acts="in part", missing="exit", of=["AAA"])
    first, late = ratified(AAA="1935-06-01"), act("accession", "BBB", "1940-01-01")
    found = three(RECORDED, HALF_A_YEAR, lacks, JOINED, first, late)
    assert (truth(found, "1939-01-01", reading="joined"), truth(found, "1950", reading="joined")) == ("unknown", "yes")
    assert (truth(found, "1950"), truth(found, "1950", party="BBB")) == ("unknown", "unknown")


def test_for_who_succeeded_only_after_the_last_exit_it_is_open_as_long_as_the_treaty_is_in_force() -> None:
    gone = [out(code, "1939-01-01") for code in BOTH.split()]  # out with June 1939
    found = three(ONE_IS_ENOUGH, HALF_A_YEAR, *gone, act("succession", "CCC", "1942-01-01", effective="1938-01-01"))
    for day, expected in (("1939-06-30", "yes"), ("1939-07-01", "unknown"), ("1950", "unknown")):
        answers = [found.in_force(day), found.in_force(day, party="CCC")]
        assert [each.truth.value for each in answers] == [expected, "unknown"]
        open_ = [{key.key for key in each.depends_on} for each in answers]
        assert open_[1] - open_[0] >= {"succession-ccc in spite of the end"}


def test_without_the_only_consents_nobody_need_have_been_a_party_to_what_time_brings_into_force() -> None:
    text = (Path(__file__).parents[2] / "cases" / "known-of-no-consent.cases").read_text(encoding="utf-8")
    treaty = tc.loads(text.split("===")[0])
    answer = treaty.what_if(drop="ratification-aaa-bbb").in_force("1937-01-01")
    assert (answer.truth, [each.key for each in answer.depends_on]) == (tc.Truth.UNKNOWN, ["a party by then"])


def test_who_consented_on_the_recorded_day_of_entry_was_a_party_on_it() -> None:
    # The treaty waits for A by name, so that no State that is not listed can stand for it.
    named = {"all_of": [{"ratified_by": ["AAA"]}, {"instruments": 1, "among": ["BBB", "CCC"]}]}
    head = entry(named, recorded="1936-06-01") + act("signature", "AAA BBB CCC", "1936-01-01")

    def asked(**days: str) -> set[str]:
        answer = three(head, ratified(**days)).in_force("1936-06-15")
        return {each.key for each in answer.depends_on}

    assert asked(AAA="1936-06-20", BBB="1936-07-01", CCC="1936-07-01") == {"a party on the recorded day"}
    assert asked(AAA="1936-06-20", BBB="1936-06-01", CCC="1936-07-01") == set()

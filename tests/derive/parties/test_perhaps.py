"""Memberships and ends that may have come by acts which are not on record."""

from __future__ import annotations

from small_treaties import HALF_A_YEAR, TWO_OF_THREE, act, begins, clause, ends, said, status, three, truth
from treatyclock.civil.days import Days
from treatyclock.derive.inverse.deadlines import earliest_notice
from treatyclock.law.subjects import Subject

RECORDED = TWO_OF_THREE.replace('ref = "r"', 'recorded = "1936-01-01"\nref = "r"', 1)
SOME = RECORDED + clause("record", parties="in part")
PART = RECORDED + clause("record", acts="in part")


def test_a_state_that_is_not_listed_may_be_a_party_once_the_treaty_is_in_force() -> None:
    treaty = three(SOME)
    assert truth(treaty, "1935-12-30", party="XYZ") == "no"
    assert truth(treaty, "1936-01-02", party="XYZ") == "unknown"
    assert begins(treaty, "XYZ") == ["[1936-01-01..]", "none"]
    answer = treaty.in_force("1950-01-01", party="XYZ")
    open_, left = answer.depends_on
    assert (open_.kind, open_.text) == ("record", "was XYZ a party? The list of parties is in part.")
    assert (left.key, left.decides_truth) == ("another end for XYZ", False)
    assert "the record may lack an act of consent" in said(answer)


def test_whether_states_that_are_not_listed_agreed_is_open() -> None:
    treaty = three(SOME + act("termination by consent", "AAA BBB CCC", "1940-01-01"))
    assert truth(treaty, "1939-12-30") == "yes"
    assert truth(treaty, "1940-01-03") == "unknown"
    assert truth(treaty, "1940-01-03", party="AAA") == "unknown"


def test_what_has_ended_for_all_has_ended_for_a_state_that_is_not_listed() -> None:
    treaty = three(SOME + clause("term", until="1940-01-01"))
    assert truth(treaty, "1940-01-03", party="XYZ") == "no"
    assert begins(treaty, "XYZ") == ["[1936-01-01..1940-01-01]", "none"]


def test_a_listed_party_may_have_left_by_an_act_that_is_not_on_record() -> None:
    treaty = three(PART + HALF_A_YEAR)
    assert truth(treaty, "1940-01-01", party="AAA") == "unknown"
    assert status(treaty, "1940-01-01", "AAA") == {"party", "former party"}
    whole = three(RECORDED + HALF_A_YEAR + clause("record", acts="in part", missing="consent"))
    assert truth(whole, "1940-01-01", party="AAA") == "yes"


def test_who_had_left_before_anything_could_be_lacking_may_only_have_come_back() -> None:
    out = RECORDED + HALF_A_YEAR + act("denunciation", "AAA", "1940-01-01") + clause("record", until="1950-12-31")
    treaty = three(out)
    assert ends(treaty, "AAA") == ["1940-06-30"]
    assert truth(treaty, "1950-12-30", party="AAA") == "no"
    assert truth(treaty, "1951-01-03", party="AAA") == "unknown"


def test_where_one_notice_ends_it_for_all_a_state_that_is_not_listed_may_have_given_it() -> None:
    for_all = clause("denunciation", when="at any time", notice="P6M", ends_for="all")
    assert truth(three(SOME + for_all), "1940-01-01") == "unknown"
    assert truth(three(SOME + HALF_A_YEAR), "1940-01-01") == "yes"


def test_of_two_listed_of_many_nobody_is_bound_by_the_others_notice() -> None:
    assert not three(SOME).record.bilateral


def test_a_deadline_of_a_state_whose_entry_is_not_on_record_may_be_any_day() -> None:
    life = three(SOME + HALF_A_YEAR).life()
    worlds = life.work_out(earliest_notice("XYZ", None))
    assert {str(day) for world in worlds for day in world.result.days or () if isinstance(day, Days)} == {
        "[1936-01-01..]"
    }
    assert life.course(Subject(("XYZ",))).worlds


def test_a_state_whose_consent_is_on_record_may_have_consented_before() -> None:
    later = clause("record", acts="in part", missing="consent") + act("accession", "CCC", "1940-01-01")
    treaty = three(RECORDED + HALF_A_YEAR + later)
    assert truth(treaty, "1935-12-30", party="CCC") == "no"
    assert truth(treaty, "1938-01-01", party="CCC") == "unknown"
    assert truth(treaty, "1940-01-03", party="CCC") == "yes"
    asked = treaty.in_force("1938-01-01", party="CCC").depends_on
    assert [each.key for each in asked] == ["CCC a party before accession-ccc"]


def test_between_two_memberships_there_may_have_been_one_more() -> None:
    back = act("denunciation", "AAA", "1940-01-01") + act("accession", "AAA", "1950-01-01")
    treaty = three(
        RECORDED + HALF_A_YEAR + back + act("ratification", "CCC", "1936-01-01"),
        clause("record", acts="in part", missing="consent"),
    )
    assert [truth(treaty, f"{year}-01-03", party="AAA") for year in (1939, 1945, 1951)] == ["yes", "unknown", "yes"]


def test_where_one_notice_ends_it_for_all_its_author_may_have_been_a_party() -> None:
    for_all = clause("denunciation", when="at any time", notice="P6M", first_day="counted", ends_for="all")
    notice = act("denunciation", "CCC", "1940-01-01")
    part = three(RECORDED, for_all, notice, clause("record", acts="in part", missing="consent", of=["CCC"]))
    assert truth(part, "1939-12-31T12:00Z") == "yes"
    assert truth(part, "1940-07-01") == "unknown"
    assert truth(part, "1940-07-01", party="AAA") == "unknown"
    assert "the record may lack the consent of who gave that notice" in said(part.in_force("1940-07-01"))
    other = three(RECORDED, for_all, notice, clause("record", acts="in part", missing="consent", of=["BBB"]))
    assert truth(other, "1940-07-01") == "yes"

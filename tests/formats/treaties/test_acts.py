"""Acts of a treaty file: their dates, their made ids, and what each kind has a use for."""

from __future__ import annotations

import pytest

import treatyclock as tc
from small_treaties import GOOD, SIGNED, act, clause, two
from treatyclock.errors import TreatyFileError
from treatyclock.formats.treaties._acts import act_ids
from treatyclock.formats.treaties.toml import load_text
from treatyclock.law.acts.act import ActDate, surely_before
from treatyclock.law.acts.exit import DENUNCIATION


def test_a_notice_keeps_its_dates_apart() -> None:
    text = (
        GOOD
        + """
[[act]]
kind = "denunciation"
by = "AAA"
on = "1950-01-01"
sent = "1950-01-02"
received = "1950-01-03T12:00+03:00"
ref = "art. 2"
"""
    )
    act = load_text(text).acts[1]
    assert act.kind is DENUNCIATION
    days = {which.value: str(act.when(which).days) for which in ActDate}
    assert (days["dated"], days["sent"], days["received"]) == ("1950-01-01", "1950-01-02", "1950-01-03")
    # told to nobody else, and no domestic act: the nearest date that there is
    assert (days["circulated"], days["domestic"]) == ("1950-01-03", "1950-01-01")


def test_ids_are_made_from_kind_and_parties() -> None:
    assert load_text(GOOD).acts[0].id == "signature-aaa-bbb"
    document = {"act": [{"kind": "end of a conflict", "by": "AAA"}, {"id": "n", "by": []}, "junk", {}]}
    assert list(act_ids(document)) == ["end-of-a-conflict-aaa", "n", "None-none"]
    assert list(act_ids({"act": 5})) == []


@pytest.mark.parametrize(
    ("act", "key", "problem"),
    [
        ("kind = 'accession'\nby = 'AAA'\nuntil = '1960'", "until", "has no meaning in an act of kind `accession`"),
        ("kind = 'extension of the term'\nby = 'AAA'", "until", "is missing"),
        ("kind = 'decision of a conference'\nby = 'AAA'", "outcome", "is missing, and so is until"),
        ("kind = 'suspension'\nby = 'AAA'\nuntil = '1949'", "until", "lies before the day from which the act has"),
        (
            "kind = 'suspension'\nby = 'AAA'\neffective = '1956'\nuntil = '1955'",
            "until",
            "lies before the day from which the act has",
        ),
        ("kind = 'accession'\nby = 'AAA'\nreceived = '1949'", "received", "lies before the act itself"),
        ("kind = 'accession'\nby = 'AAA'\nof = 'n'", "of", "belongs only in an act that answers another act"),
        ("kind = 'rescission'\nby = 'AAA'", "of", "is missing"),
        (
            "kind = 'rescission'\nby = 'AAA'\nof = 'm'",
            "of",
            "is not the id of any denunciation, first notice or withdrawal",
        ),
        ("kind = 'rescission'\nby = 'BBB'\nof = 'n'", "by", "took no part in the notice that it takes back"),
        ("id = 'n'\nkind = 'accession'\nby = 'AAA'", "id", "is the id of another act"),
        (
            "kind = 'accession'\nby = 'AAA'\nrecorded = '1950-02-01T12:00+00:00'",
            "recorded",
            "only an exit is recorded by",
        ),
        ("kind = 'extension of the term'\nby = 'AAA'\nuntil = '1955'\nperiod = 'P1Y'", "period", "stands beside until"),
        ("kind = 'accession'\nby = 'AAA'\nordinal = 3\ncounts = false", "ordinal", "and this one does not"),
        ("kind = 'accession'\nby = 'AAA'\npart = 'annex'", "part", "is not the id of a [[part]] of this treaty"),
    ],
)
def test_what_an_act_cannot_say(act: str, key: str, problem: str) -> None:
    notice = "[[act]]\nid = 'n'\nkind = 'denunciation'\nby = 'AAA'\non = '1945-01-01'\nref = 'r'\n"
    with pytest.raises(TreatyFileError) as caught:
        load_text(f"{GOOD}{notice}[[act]]\n{act}\non = '1950-01-01'\nref = 'r'\n")
    (fault,) = caught.value.faults
    assert (fault.key, fault.structural) == (f"act[3].{key}", False)
    assert problem in fault.problem


def test_an_act_answers_another_of_its_own_part() -> None:
    part = clause("[part]", id="annex", consent="its own")
    leaves = clause("denunciation", when="at any time", notice="P6M")
    notice = act("denunciation", "AAA", "1931-01-01", id="n", part="annex")
    with pytest.raises(TreatyFileError) as caught:
        two(SIGNED, leaves, part, notice, act("rescission", "AAA", "1931-03-01", of="n"))
    (fault,) = caught.value.faults
    assert fault.problem == "is not the part that n is about"
    assert fault.hint == 'write part = "annex" here too'
    with pytest.raises(TreatyFileError) as caught:
        two(
            SIGNED,
            leaves,
            part,
            notice.replace('part = "annex"', ""),
            act("rescission", "AAA", "1931-03-01", of="n", part="annex"),
        )
    assert [each.hint for each in caught.value.faults] == ["leave part out here too"]


def test_hours_compare_as_instants_and_dates_as_printed() -> None:
    tokyo, moscow = (tc.moment("1945-08-09T00:10", zone=zone) for zone in ("Asia/Tokyo", "Europe/Moscow"))
    assert surely_before(tokyo, moscow)
    assert not surely_before(moscow, tokyo)
    assert not surely_before(tc.moment("1945-08-09"), moscow)
    assert surely_before(tc.moment("1945-08-08"), tokyo)


def test_a_notice_is_not_taken_back_before_it_is_given() -> None:
    with pytest.raises(TreatyFileError, match="lies before the notice"):
        two(
            SIGNED,
            clause("denunciation", when="at any time", notice="P6M"),
            act("denunciation", "AAA", "1931-01-01", id="n"),
            act("rescission", "AAA", "1930-06-01", of="n"),
        )

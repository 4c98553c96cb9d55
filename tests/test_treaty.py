"""The object that users hold: its questions, what-if, and its argument in words."""

from __future__ import annotations

import importlib
import json
import pkgutil
from datetime import date, datetime
from pathlib import Path

import pytest

import treatyclock as tc
from treatyclock import derive
from treatyclock.civil import doctor
from treatyclock.civil.clocks.tzif import write_tzif
from treatyclock.derive.reasons import Rule
from treatyclock.errors import (
    NaiveTimeError,
    TreatyFileError,
    UnknownActError,
    UnknownChoiceError,
    UnknownPartyError,
    UnknownReadingError,
    UnusableRecordError,
)

PACT = tc.load("soviet-japanese-neutrality-pact")


def test_the_status_of_two_is_that_of_the_pair() -> None:
    three = tc.loads("""
schema = 1
id = "three"
title = "A treaty of three"
parties = { AAA = "A", BBB = "B", CCC = "C" }
entry_into_force = { when = { instruments = 2 }, ref = "art. 1" }
act = [
  { kind = "ratification", by = "AAA", on = "1950-01-01", ref = "deposit" },
  { kind = "ratification", by = "BBB", on = "1950-02-01", ref = "deposit" },
]
""")
    assert three.status("1951-01-01", between=("AAA", "BBB")) == {tc.Status.PARTY}
    assert three.status("1951-01-01", between=("AAA", "CCC")) == {tc.Status.NEVER_PARTY}


def notice(day: str) -> dict[str, str]:
    return {"kind": "denunciation", "by": "SUN", "on": day, "ref": "art. 3"}


@pytest.mark.parametrize(
    ("day", "last_days"),
    [
        ("1945-04-23", {"1946-04-25", "1946-04-24"}),
        ("1945-04-24", {"1946-04-25", "1946-04-24"}),
        ("1945-04-25", {"1946-04-25", "1951-04-24"}),
        ("1945-04-27", {"1951-04-25", "1951-04-24"}),
    ],
)
def test_had_the_notice_been_given_on_another_day(day: str, last_days: set[str]) -> None:
    other = PACT.what_if(drop="denunciation", add=[notice(day)])
    assert {each.value[0] for each in other.dates().last_day_in_force} == last_days
    expected = {"1945-04-25": tc.Truth.UNKNOWN, "1945-04-27": tc.Truth.YES}.get(day, tc.Truth.NO)
    answer = other.in_force("1948-01-01")
    assert answer.truth is expected
    assert [each.key for each in answer.depends_on] == (["first_day"] if day == "1945-04-25" else [])


def test_had_there_been_no_notice_and_prolongation_repeated() -> None:
    other = PACT.what_if(drop=["denunciation"])
    assert other.in_force("1952-01-01").truth is tc.Truth.NO
    assert other.in_force("1952-01-01", reading="prolonged-again-and-again").truth is tc.Truth.YES
    assert [each.value for each in other.dates(reading="prolonged-again-and-again").last_day_in_force] == [()]


@pytest.mark.parametrize("party", ["SUN", "JPN"])
def test_statuses_of_each_party(party: str) -> None:
    asked = {
        "1941-04-01": {tc.Status.NEGOTIATING},
        "1941-04-20": {tc.Status.SIGNATORY},
        "1945-08-09": {tc.Status.PARTY},
        "1946-05-01": {tc.Status.FORMER_PARTY},
    }
    for day, statuses in asked.items():
        assert PACT.status(day, party=party) == statuses


def test_the_status_between_two_is_that_of_the_pair() -> None:
    three = tc.loads("""
        schema = 1
        id = "three"
        title = "Three"
        parties = { AAA = "A", BBB = "B", CCC = "C" }
        entry_into_force = { when = { instruments = 2 }, ref = "1" }
        act = [
            { kind = "ratification", by = "AAA", on = "1950-01-01", ref = "1" },
            { kind = "ratification", by = "BBB", on = "1950-01-01", ref = "1" },
        ]
    """)
    assert three.status("1960-01-01") == {tc.Status.PARTY}
    assert three.status("1960-01-01", between=("AAA", "CCC")) == {tc.Status.NEVER_PARTY}


@pytest.mark.parametrize(("parties", "end"), [(8, "P6, P7>"), (9, "P6, P7 and 1 more>"), (200, "P6, P7 and 192 more>")])
def test_of_many_parties_the_first_are_shown(parties: int, end: str) -> None:
    names = "\n".join(f'P{n} = "a State"' for n in range(parties))
    treaty = tc.loads(f'schema = 1\nid = "many"\ntitle = "Many"\n[parties]\n{names}')
    assert repr(treaty).startswith("<Treaty many: P0, P1, ")
    assert repr(treaty).endswith(end)


def test_one_party_alone_has_ratified() -> None:
    late = PACT.what_if(
        drop="ratification-jpn", add=[{"kind": "ratification", "by": "JPN", "on": "1941-06-01", "ref": "art. 4"}]
    )
    assert late.status("1941-05-10", party="SUN") == {tc.Status.CONTRACTING}
    assert late.status("1941-05-10", party="JPN") == {tc.Status.SIGNATORY}
    assert late.in_force("1941-05-10").truth is tc.Truth.NO
    assert [each.value for each in late.dates().entry_into_force] == [("1941-06-01",)]


def test_knowledge_time_with_an_hour() -> None:
    at = "1950-01-01"
    assert PACT.in_force(at, known_as_of="1945-04-05T14:59", zone="Europe/Moscow").truth is tc.Truth.YES
    assert PACT.in_force(at, known_as_of="1945-04-05T15:01", zone="Europe/Moscow").truth is tc.Truth.NO
    assert PACT.in_force(at, known_as_of=date(1945, 4, 4)).truth is tc.Truth.YES
    with pytest.raises(NaiveTimeError):
        PACT.in_force(at, known_as_of=datetime(1945, 4, 5, 15, 1))


def test_a_secret_act_is_not_known_when_it_is_done() -> None:
    secret = PACT.what_if(drop="denunciation", add=[notice("1945-04-05") | {"known": "1946-02-11"}])
    assert secret.in_force("1950-01-01", known_as_of="1945-12-31").truth is tc.Truth.YES
    assert secret.in_force("1950-01-01", known_as_of="1946-02-12").truth is tc.Truth.NO


def test_what_is_not_there() -> None:
    with pytest.raises(UnknownPartyError, match="not a party"):
        PACT.in_force("1945", party="USA")
    with pytest.raises(UnknownPartyError):
        PACT.timeline(party="USA")
    with pytest.raises(UnknownReadingError, match="did you mean `ended-by-notice`"):
        PACT.in_force("1945", reading="ended-by-notices")
    with pytest.raises(UnknownActError, match="did you mean `denunciation`"):
        PACT.what_if(drop="denunciaton")
    with pytest.raises(TreatyFileError) as caught:
        PACT.what_if(add=[{"kind": "denunciation", "by": "USA", "on": "1945-04-31"}])
    assert len(caught.value.faults) == 3
    with pytest.raises(UnknownChoiceError, match="did you mean `counted`"):
        tc.Reading(id="x", title="x", holder="x", choose=(("first_day", "count"),))
    with pytest.raises(UnknownChoiceError):
        tc.Reading(id="x", title="x", holder="x", choose=(("first", "counted"),))


def test_a_term_beyond_the_calendar_is_an_error_with_its_treaty() -> None:
    text = (
        'schema = 1\nid = "far"\ntitle = "Far"\nparties = { A = "A", B = "B" }\n'
        '[entry_into_force]\nwhen = "signed"\nref = "1"\n[term]\nlasts = "P9000Y"\nfrom = "signature"\nref = "2"\n'
        '[[act]]\nkind = "signature"\nby = ["A", "B"]\non = "1941-01-01"\nref = "3"\n'
    )
    with pytest.raises(UnusableRecordError, match="`far` under reading `text`"):
        tc.loads(text).in_force("1945")


def test_without_any_clock_a_boundary_is_as_wide_as_the_earth() -> None:
    bare = tc.loads(
        'schema = 1\nid = "bare"\ntitle = "Bare"\nparties = { A = "A", B = "B" }\n'
        '[entry_into_force]\nwhen = "signed"\nref = "1"\n'
        '[[act]]\nkind = "signature"\nby = ["A", "B"]\non = "1941-04-25"\nref = "3"\n'
    )
    assert bare.in_force("1941-04-24T09:59Z").truth is tc.Truth.NO
    doubtful = bare.in_force("1941-04-24T12:00Z")
    assert doubtful.truth is tc.Truth.UNKNOWN
    assert [each.kind for each in doubtful.depends_on] == ["date"]
    assert bare.in_force("1941-04-25T12:00Z").truth is tc.Truth.YES


def test_json_is_the_dictionary() -> None:
    answer = PACT.in_force("1946-04-25T12:00Z")
    assert json.loads(answer.to_json()) == answer.to_dict()
    assert str(answer) == answer.printed("text")


def test_every_rule_has_a_name_and_a_sentence_of_its_own() -> None:
    rules = [
        rule
        for info in pkgutil.walk_packages(derive.__path__, "treatyclock.derive.")
        for rule in vars(importlib.import_module(info.name)).values()
        if isinstance(rule, Rule) and rule.name
    ]
    by_name = {rule.name: rule for rule in rules}
    assert len(by_name) > 30
    assert all(by_name[rule.name] is rule for rule in rules)
    assert len({rule.words for rule in by_name.values()}) == len(by_name)
    for rule in by_name.values():
        assert rule.words.format(value="VALUE", when="WHEN", term="TERM")
        assert not rule.words.endswith(".")


def test_the_doctor_finds_what_differs(tmp_path: Path) -> None:
    tokyo = tmp_path / "Asia" / "Tokyo"
    tokyo.parent.mkdir()
    tokyo.write_bytes(write_tzif([9 * 3600, 10 * 3600], [0]))
    (tmp_path / "Asia" / "Chita").write_bytes(b"no zone file")
    found = doctor.diagnose(str(tmp_path))
    assert found.compared == 1
    assert found.unreadable == ("Asia/Chita",)
    assert "Europe/Moscow" in found.only_here
    assert {each.zone for each in found.differences} == {"Asia/Tokyo"}
    # the file has Tokyo one hour ahead from 1970 on, and lacks its mean time and the summers of 1948 to 1951
    assert any("1948" in str(each.during) for each in found.differences)
    assert doctor.diagnose(str(tmp_path / "none")).compared == 0


@pytest.mark.parametrize("code", ["own", "condition", "begins", "leaves"])
def test_a_party_may_be_called_as_an_act_is_or_as_a_step_of_the_argument(code: str) -> None:
    named = tc.loads(
        f"""
schema = 1
id = "trio"
title = "Trio"
parties = {{ {code} = "A", bb = "B", cc = "C" }}
[entry_into_force]
when = {{ instruments = 2 }}
delay = "P1M"
ref = "1"
[tied_to]
organisation = "X"
ref = "1"
[[act]]
kind = "ratification"
by = ["bb", "cc"]
on = "1930-01-01"
ref = "r"
[[act]]
kind = "ratification"
by = "{code}"
on = "1930-03-01"
ref = "r"
[[act]]
id = "{code}"
kind = "end of membership"
by = "{code}"
on = "1931-01-01"
ref = "r"
"""
    )
    answer = named.in_force("1932-01-01", party=code)
    assert answer.status == {tc.Status.FORMER_PARTY}
    assert "1 March 1930" in answer.explain()


@pytest.mark.parametrize(
    ("id", "party"), [("montreal-protocol-1987", "BEL"), ("chemical-weapons-convention-1993", "USA")]
)
def test_what_was_recorded_for_who_consented_before_entry_agrees_with_the_count(id: str, party: str) -> None:
    # both clauses give a period of their own to those alone who consent after entry into force
    answer = tc.load(id).in_force("2000-01-01", party=party)
    assert "the depositary recorded the same day" in " ".join(answer.explain().split())
    assert not [ground for ground in answer.rests_on if "where the count gives" in ground.text]


def test_an_hour_of_entry_is_told_as_an_hour() -> None:
    text = " ".join(tc.load("armistice-1918").in_force("1918-11-20").explain().split())
    assert "it is in force from the hour of that act, at 1918-11-11T11:00:00Z" in text


@pytest.mark.parametrize(
    ("id", "party", "said"),
    [
        ("washington-naval-treaty-1922", "USA", "with a notice of 2 years once there is no term; one notice ends it"),
        ("whaling-1946", "NOR", "30 June, by a notice no later than 1 January; others may follow within 1 month"),
        ("paris-agreement-2015", "USA", "for 3 years from its own entry into force there is no notice"),
    ],
)
def test_the_sentence_of_a_right_to_leave_is_complete(id: str, party: str, said: str) -> None:
    assert said in " ".join(tc.load(id).in_force("2020-01-01", party=party).explain().split())

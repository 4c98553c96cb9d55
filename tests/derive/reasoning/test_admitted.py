"""Which acts count: those that the reading admits and that were known."""

from __future__ import annotations

from functools import partial

import pytest

import treatyclock as tc
from small_treaties import BOTH, TWO_OF_THREE, act, clause, entry, ratified, reading, status, three, truth
from treatyclock.civil.moments.read import moment
from treatyclock.derive.reasoning.admitted import AdmittedActs, admitted_acts, known_clauses
from treatyclock.derive.reasoning.worlds import Choices, explore
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.consent import ACCESSION, RATIFICATION
from treatyclock.law.acts.exit import DENUNCIATION, RESCISSION
from treatyclock.law.readings import TEXT, Reading

PACT = tc.load("soviet-japanese-neutrality-pact")


def ids(acts: AdmittedActs, treaty: tc.Treaty) -> list[str]:
    return [each.id for each in treaty.record.acts if acts.get(each.id) is not None]


def test_the_acts_of_some_kinds_come_kind_by_kind() -> None:
    made = [
        Act(id=id, kind=kind, by=tuple(by.split()), dated=moment("1936-01-01"), of=of)
        for id, kind, by, of in (
            ("a", ACCESSION, "AAA", None), ("r", RATIFICATION, BOTH, None), ("n", DENUNCIATION, "AAA", None),
            ("x", RESCISSION, "AAA", "n"), ("r2", RATIFICATION, "AAA", None),
        )
    ]  # fmt: skip
    acts = AdmittedActs(made)
    assert [each.id for each in acts.of(RATIFICATION, ACCESSION)] == ["r", "r2", "a"]
    assert [each.id for each in acts.by("AAA", [RATIFICATION, ACCESSION])] == ["r", "r2", "a"]
    assert [each.id for each in acts.by("BBB", [RATIFICATION, DENUNCIATION])] == ["r"]
    assert [each.id for each in acts.answering(made[2], RESCISSION)] == ["x"]
    assert acts.answering(made[0], RESCISSION) == ()
    assert acts.get("nothing") is None
    more = acts.plus(Act(id="b", kind=ACCESSION, by=("BBB",), dated=moment("1936-01-01")))
    assert [each.id for each in more.of(ACCESSION)] == ["a", "b"]
    assert acts.get("b") is None


def test_what_a_reading_rejects_and_what_it_must_admit() -> None:
    treaty = three(
        TWO_OF_THREE, ratified(CCC="1936-02-01"), act("repudiation", "AAA", "1937-01-01"),
        act("accession", "CCC", "1938-01-01", disputed=True),
    )  # fmt: skip

    def admitted(**how: tuple[str, ...]) -> list[str]:
        by = Reading(id="x", title="t", holder="h", **how) if how else TEXT  # type: ignore[arg-type]
        return ids(admitted_acts(treaty.record, by, None, None), treaty)

    plain = ["ratification-aaa", "ratification-bbb", "ratification-ccc"]
    assert admitted() == plain
    assert admitted(admits=("repudiation-aaa",)) == [*plain, "repudiation-aaa"]
    assert admitted(admits=("accession-ccc",)) == [*plain, "accession-ccc"]
    assert admitted(rejects=("ratification-bbb",)) == ["ratification-aaa", "ratification-ccc"]
    assert admitted(admits=("repudiation-aaa",), rejects=("repudiation-aaa",)) == plain


@pytest.mark.parametrize(
    ("as_of", "known"),
    [("1936-02-28", []), ("1936-03-01", ["told-later"]), ("1936-12-31", ["told-later", "some-day"])],
)
def test_what_was_known_by_a_day(as_of: str, known: list[str]) -> None:
    treaty = three(
        entry({"instruments": 3}),
        act("ratification", "AAA", "1936-01-01", known="1936-03-01", id="told-later"),
        act("ratification", "BBB", "1936", id="some-day"),
    )
    worlds = explore(lambda choices: ids(admitted_acts(treaty.record, TEXT, moment(as_of), choices), treaty), {})
    # whether an act of a vague date was known by then is a question of fact
    vague = [] if as_of == "1936-12-31" else [[*known, "some-day"]]
    assert sorted(world.result for world in worlds) == sorted([known, *vague])


def test_knowledge_at_an_hour() -> None:
    at = "1950-01-01"
    assert PACT.in_force(at, known_as_of="1945-04-05T14:59", zone="Europe/Moscow").truth is tc.Truth.YES
    assert PACT.in_force(at, known_as_of="1945-04-05T15:01", zone="Europe/Moscow").truth is tc.Truth.NO


def test_a_secret_act_is_not_known_when_it_is_done() -> None:
    notice = {"kind": "denunciation", "by": "SUN", "on": "1945-04-05", "ref": "art. 3", "known": "1946-02-11"}
    secret = PACT.what_if(drop="denunciation", add=[notice])
    assert secret.in_force("1950-01-01", known_as_of="1945-12-31").truth is tc.Truth.YES
    assert secret.in_force("1950-01-01", known_as_of="1946-02-12").truth is tc.Truth.NO


def test_the_declaration_of_war_was_known_before_the_war_began() -> None:
    asked = {"reading": "ended-by-war-moscow-midnight", "known_as_of": "1945-08-08T20:00Z"}
    assert truth(PACT, "1945-08-09T12:00Z", **asked) == "no"
    assert truth(PACT, "1945-08-09T12:00Z", **(asked | {"known_as_of": "1945-08-08T18:00Z"})) == "yes"


def test_a_disputed_act_counts_where_it_is_admitted() -> None:
    found = three(
        TWO_OF_THREE, clause("sunset"), act("accession", "CCC", "1940-01-01", disputed=True),
        reading("accession-stands", admits="accession-ccc"), reading("no-sunset", without="sunset"),
    )  # fmt: skip
    assert found.in_force("1941-01-01", party="CCC").truth is tc.Truth.NO
    answer = found.in_force("1941-01-01", party="CCC", reading="accession-stands")
    assert answer.truth is tc.Truth.YES
    assert [each.reading.id for each in answer.contested_by] == ["text", "no-sunset"]
    assert status(found, "1941-01-01") == {"party"}


@pytest.mark.parametrize(
    ("as_of", "known"),
    [
        ("1936-03-01T14:59Z", {"no"}),
        ("1936-03-01T15:00Z", {"yes"}),
        ("1936-03-01T15:00+09:00", {"no"}),
        ("1936-03-01", {"yes"}),
    ],
)
def test_what_was_known_by_an_hour_is_told_by_instants(as_of: str, known: set[str]) -> None:
    treaty = three(entry({"instruments": 1}), act("ratification", "AAA", "1936-03-01T15:00+00:00", id="r"))
    worlds = explore(lambda choices: ids(admitted_acts(treaty.record, TEXT, moment(as_of), choices), treaty), {})
    assert {"yes" if world.result else "no" for world in worlds} == known


def test_a_day_on_a_clock_is_over_with_that_clock() -> None:
    treaty = three(entry({"instruments": 1}), act("ratification", "AAA", "1936-03-01T15:30+00:00", id="r"))
    for zone, known in (("Asia/Tokyo", []), ("Europe/London", ["r"])):
        admitted = admitted_acts(treaty.record, TEXT, moment("1936-03-01", zone=zone), Choices({}, ()))
        assert ids(admitted, treaty) == known


def test_of_several_clauses_of_a_kind_the_question_tells_which() -> None:
    leaves = clause(
        "[denunciation]", when="at any time", notice="P6M", first_day="counted", parties="AAA", known="1931"
    )
    others = clause("[denunciation]", when="at any time", notice="P1Y", first_day="counted", known="1932")
    record = three(TWO_OF_THREE, leaves, others).record
    asked: set[str] = set()
    for by in (moment("1931-06-01"), moment("1932-06-01")):
        for world in explore(partial(known_clauses, record, by), {}):
            asked |= {question.key for question, _ in world.choices}
    assert asked == {"[denunciation 1] known by 1931-06-01", "[denunciation 2] known by 1932-06-01"}

"""The shipped cases against what was worked out by hand, before there was a program."""

from __future__ import annotations

from typing import Any

import pytest

import treatyclock as tc
from treatyclock.civil.moments.read import moment
from treatyclock.corpus.cases import case_of, shipped_cases
from treatyclock.errors import UnknownEventError
from treatyclock.testimony.conflicts import consistent
from treatyclock.testimony.encoding import model_of

PACT = "soviet-japanese-neutrality-pact"
HOUR = 3_600_000_000
MINUTE = HOUR // 60


def conflicts_of(found: tc.Reconciliation) -> set[frozenset[str]]:
    ids = [each.id for each in found.model.assumptions]
    return {frozenset(ids[place] for place in each.assumptions) for each in found.conflicts.found}


def changes_of(found: tc.Reconciliation, at: int = 0) -> set[tuple[str, str, str | None]]:
    return {(each["claim"], each["kind"], each["to"]) for each in found.to_dict()["repairs"][at]["changes"]}


def start(found: tc.Reconciliation, event: str) -> list[int | None]:
    return [each.start for each in found.bounds(event)]


def at(text: str) -> int | None:
    return moment(text).span.start


@pytest.fixture(scope="module")
def august() -> tc.Reconciliation:
    return tc.reconcile("august-1945", treaty=PACT)


@pytest.fixture(scope="module")
def may() -> tc.Reconciliation:
    return tc.reconcile("may-1945")


# --- August 1945 -------------------------------------------------------------------------------


def test_the_article_clashes_with_the_tables_in_two_ways() -> None:
    found = tc.reconcile("august-1945", only=["s1", "s2", "s3", "s4"])
    assert not found.consistent
    assert conflicts_of(found) == {
        frozenset({"moscow", "manchukuo", "s3"}),
        frozenset({"moscow", "manchukuo", "s1", "s2", "s4"}),
    }


def test_the_article_agrees_with_itself_if_manchuria_kept_plus_ten() -> None:
    found = tc.reconcile("august-1945", only=["s1", "s2", "s3", "s4"])
    assert {("manchukuo", "offset", "+10:00")} in [changes_of(found, n) for n in range(len(found.repairs.found))]


@pytest.mark.parametrize(
    "expected",
    [
        {"moscow", "manchukuo", "s3"},
        {"moscow", "manchukuo", "s1", "s2", "s4"},
        {"A", "s4"},
        {"B", "B-order", "s4"},
        {"D", "D-order", "s4"},
        {"moscow", "trans-baikal", "A", "C", "s2"},
        {"A", "s1", "s2", "s3"},
    ],
    ids=lambda names: ", ".join(sorted(names)),  # of a set the order differs from run to run
)
def test_the_conflicts_found_by_hand_are_there(august: tc.Reconciliation, expected: set[str]) -> None:
    assert frozenset(expected) in conflicts_of(august)
    assert august.conflicts.complete


@pytest.mark.parametrize("id", shipped_cases())
def test_every_conflict_is_irreducible(id: str) -> None:
    found = tc.reconcile(id)
    everything = set(range(len(found.model.assumptions)))
    for each in found.conflicts.found:
        core = set(each.assumptions)
        assert not consistent(found.model, sorted(everything - core))
        for place in core:
            assert consistent(found.model, sorted(everything - core | {place}))


def test_the_best_repairs_move_the_article_s_hour_to_either_clock_of_the_front(august: tc.Reconciliation) -> None:
    assert august.repairs.proven
    assert [changes_of(august, n) for n in range(len(august.best))] == [
        {("s4", "clock", "manchukuo"), ("s3", "drop", None), ("s2", "drop", None)},
        {("s4", "clock", "trans-baikal"), ("s3", "drop", None), ("s2", "drop", None)},
    ]
    costs = {each["claim"]: each["cost"] for each in august.to_dict()["repairs"][0]["changes"]}
    assert costs == {"s4": 1, "s3": 2, "s2": 0}, "moving costs less than dropping, and a computed claim falls free"
    assert august.repairs.found[2].cost > august.repairs.found[1].cost


def test_the_declaration_came_seventy_minutes_before_the_attack(august: tc.Reconciliation) -> None:
    for scenarios in august.scenarios[: len(august.best)]:
        for scenario in scenarios:
            gap = scenario.gap("attack", "declaration")
            assert gap.start is not None
            assert gap.end is not None
            assert 69 * MINUTE <= gap.start <= 70 * MINUTE <= gap.end <= 71 * MINUTE
    assert start(august, "declaration") == [at("1945-08-08T14:00Z")]
    assert start(august, "attack") == [at("1945-08-08T15:10Z")]
    assert start(august, "publication") == [at("1945-08-08T19:00Z")]


def test_both_dates_are_right(august: tc.Reconciliation) -> None:
    clocks = august.to_dict()["events"]["attack"]["clocks"]
    assert clocks["moscow"]["earliest"] == "1945-08-08T18:10"
    assert clocks["manchukuo"]["earliest"] == clocks["trans-baikal"]["earliest"] == "1945-08-09T00:10"


def test_it_stays_open_when_the_declared_war_began(august: tc.Reconciliation) -> None:
    assert sorted(map(str, start(august, "war"))) == sorted(
        [str(at("1945-08-08T15:00Z")), str(at("1945-08-08T21:00Z"))]
    )
    kinds = {(each["kind"], each["about"]) for each in august.to_dict()["open"]}
    assert kinds == {("repair", "s4"), ("event", "war")}


def test_the_pact_was_in_force_under_every_repair(august: tc.Reconciliation) -> None:
    assert {then.event for then in august.treaty} == {each.id for each in august.case.events}
    assert all(then.said == (tc.Truth.YES,) and not then.depends for then in august.treaty)


def test_the_others_agree_with_each_other_and_the_tables() -> None:
    assert tc.reconcile("august-1945", only=["A", "B", "B-order", "C", "D", "D-washington", "D-order", "E"]).consistent


def test_the_report_names_sources_and_the_sum_that_cannot_be(august: tc.Reconciliation) -> None:
    text = august.explain()
    assert (
        "the declaration of war would come both at least 5 h 30 min after and at least 1 h 5 min before the attack"
        in text
    )
    assert 'came 5 h 30 min to 6 h after the attack ("nearly six hours") [article]' in text
    assert "Moscow stood at +03:00 [Europe/Moscow, tzdata package" in text
    assert '"just after midnight": 0 to 30 min' in text
    assert str(august).count("\n") < text.count("\n")


def test_proofs_sum_to_less_than_nothing(august: tc.Reconciliation) -> None:
    data: dict[str, Any] = august.to_dict()
    for conflict in data["conflicts"]:
        for proof in conflict["proofs"]:
            assert sum(step["at_most_microseconds"] for step in proof["steps"]) == -proof["excess_microseconds"] < 0
            ends = [(step["from"], step["to"]) for step in proof["steps"]]
            assert all(one[1] == other[0] for one, other in zip(ends, [*ends[1:], ends[0]], strict=True))
            assert {step["by"] for step in proof["steps"]} <= set(conflict["claims"])


def test_a_dearer_article_is_believed() -> None:
    case = case_of("august-1945")
    weak = tuple(
        tc_replace(each, confidence=tc_confidence("low")) if each.id not in ("s1", "s2", "s3", "s4")
        else tc_replace(each, confidence=tc_confidence("high"))
        for each in case.claims
    )  # fmt: skip
    found = tc.reconcile(tc_replace(case, claims=weak))
    assert not {"s4"} & {each["claim"] for each in found.to_dict()["repairs"][0]["changes"]}


def tc_replace(value: Any, **changes: Any) -> Any:
    from dataclasses import replace

    return replace(value, **changes)


def tc_confidence(name: str) -> Any:
    from treatyclock.testimony.claims.base import Confidence

    return Confidence(name)


# --- May 1945 ----------------------------------------------------------------------------------


def test_the_surrender_is_one_instant_with_two_dates(may: tc.Reconciliation) -> None:
    assert start(may, "end") == [at("1945-05-08T22:01Z")]
    clocks = may.to_dict()["events"]["end"]["clocks"]
    assert {name: each["earliest"] for name, each in clocks.items()} == {
        "cet": "1945-05-08T23:01",
        "cet-by-name": "1945-05-09T00:01",
        "london": "1945-05-09T00:01",
        "gmt": "1945-05-08T22:01",
        "berlin": "1945-05-09T00:01",
        "reims": "1945-05-09T00:01",
        "moscow": "1945-05-09T01:01",
        "washington": "1945-05-08T18:01",
        "india": "1945-05-09T04:31",
    }


def test_the_tz_name_and_the_paper_are_what_gives_way(may: tc.Reconciliation) -> None:
    assert len(may.best) == 1
    assert changes_of(may) == {
        ("name", "clock", "cet"),
        ("paper-midnight", "clock", "london"),
        ("paper", "drop", None),
        ("karlshorst-other", "drop", None),
    }
    assert {"cet", "act", "name"} in conflicts_of(may)
    assert {"cet", "india", "act", "paper"} in conflicts_of(may)


def test_taking_the_label_for_a_tz_name_is_an_hour_wrong() -> None:
    without = tc.reconcile("may-1945", only=["name"])
    assert start(without, "end") == [at("1945-05-08T21:01Z")]
    assert {"london", "broadcast", "name"} in conflicts_of(tc.reconcile("may-1945"))


def test_reims_stays_open(may: tc.Reconciliation) -> None:
    assert sorted(each or 0 for each in start(may, "reims")) == [at("1945-05-07T00:41Z"), at("1945-05-07T01:41Z")]
    (opened,) = may.to_dict()["open"]
    assert (opened["kind"], opened["about"], len(opened["answers"])) == ("event", "reims", 2)


def test_karlshorst_on_three_clocks(may: tc.Reconciliation) -> None:
    assert start(may, "karlshorst") == [at("1945-05-08T21:43Z")]
    assert {"karlshorst-berlin", "karlshorst-moscow", "karlshorst-other"} in conflicts_of(may)


# --- Japan 1952 --------------------------------------------------------------------------------


def test_the_later_hour_was_washington_s_clock() -> None:
    found = tc.reconcile("japan-peace-1952")
    assert conflicts_of(found) == {frozenset({"office", "frus-hour"})}
    assert len(found.best) == 1
    assert changes_of(found) == {("frus-hour", "clock", "washington")}
    assert start(found, "entry") == [at("1952-04-28T13:30Z")]
    assert found.to_dict()["events"]["entry"]["clocks"]["tokyo"]["earliest"] == "1952-04-28T22:30"


# --- all ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("id", shipped_cases())
def test_integer_programming_finds_the_same_repairs(id: str) -> None:
    pytest.importorskip("scipy", reason="scipy comes with the extra `reason`")
    by_search, by_milp = tc.reconcile(id), tc.reconcile(id, solver="milp", most=50)
    assert by_milp.repairs.proven
    assert {each.changes for each in by_search.best} == {each.changes for each in by_milp.best}


@pytest.mark.parametrize("id", shipped_cases())
def test_every_claim_names_its_source_and_every_clock_its_basis(id: str) -> None:
    case = case_of(id)
    assert all(claim.sources for claim in case.claims)
    assert len(model_of(case).assumptions) >= len(case.claims) + len(case.clocks)


def test_an_event_that_is_not_there(august: tc.Reconciliation) -> None:
    with pytest.raises(UnknownEventError, match="did you mean `attack`"):
        august.bounds("atack")

"""From claims to a network: which period a date chooses, and claims that meet a change of a clock."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import treatyclock as tc
from testimony_cases import at, case, changed, claim, conflicts_of, reconcile, starts
from treatyclock.civil.clocks.zones import zone
from treatyclock.civil.moments.read import moment
from treatyclock.errors import CaseFileError, UndatedClockError
from treatyclock.testimony.case import Case
from treatyclock.testimony.conflicts import consistent, refute
from treatyclock.testimony.encoding import model_of
from treatyclock.testimony.model import Assumption
from treatyclock.testimony.nodes import ClockNode
from treatyclock.testimony.variants import AtOtherOffset, Dropped, KeepsOffset, OnOtherClock, Stands


def test_the_period_follows_from_the_date() -> None:
    before = '[[claim]]\nid="a"\nevent="e"\nat="1936-12-01T12:00"\nclock="manchukuo"\nsource="one"\n'
    after = '[[claim]]\nid="b"\nevent="f"\nat="1937-02-01T12:00"\nclock="manchukuo"\nsource="one"\n'
    found = reconcile(before + after)
    assert found.consistent
    assert starts(found) == at("1936-12-01T04:00Z")
    assert starts(found, "f") == at("1937-02-01T03:00Z")
    names = [each.id for each in found.model.assumptions if each.id.startswith("manchukuo")]
    assert len(names) == 2
    assert names[1] == "manchukuo@1936-12-31"


def test_a_reading_shown_twice_is_one_more_alternative() -> None:
    # Berlin's clocks went back from 03:00 to 02:00 on 2 October 1944.
    claim = '[[claim]]\nid="a"\nevent="e"\nat="1944-10-02T02:30"\nclock="berlin"\nsource="one"\n'
    found = reconcile(claim)
    wall = moment("1944-10-02T02:30", zone="UTC").wall
    assert wall is not None
    expected = zone("Europe/Berlin").instants(wall)
    assert len(expected) == 2
    assert starts(found) == set(expected)
    assert [each["kind"] for each in found.to_dict()["open"]] == ["event"]
    settled = claim + '[[claim]]\nid="b"\nevent="e"\nat="1944-10-02T01:30"\nclock="utc"\nsource="one"\n'
    utc = 'utc = { name = "UTC", offset = "+00:00" }\n'
    assert starts(reconcile(settled, utc)) == {expected[1]}


def test_a_reading_never_shown_cannot_be() -> None:
    # And forward from 02:00 to 03:00 on 2 April 1945.
    found = reconcile('[[claim]]\nid="a"\nevent="e"\nat="1945-04-02T02:30"\nclock="berlin"\nsource="one"\n')
    assert not found.consistent
    (conflict,) = found.to_dict()["conflicts"]
    assert {"a", "berlin@1945-03-30", "berlin@1945-04-02"} >= set(conflict["claims"]) > {"a"}
    assert conflict["text"][-1].strip() == "no clock showed that time"


def test_a_difference_is_of_a_date() -> None:
    claim = (
        '[[claim]]\nid="a"\nclock="tokyo"\nahead_of="manchukuo"\nby="one hour"\non="1936-06-01"\nsource="one"\n'
        '[[claim]]\nid="b"\nclock="tokyo"\nahead_of="manchukuo"\nby="PT0H"\non="1937-06-01"\nsource="one"\n'
    )
    assert reconcile(claim).consistent
    wrong = reconcile(claim.replace("1936-06-01", "1938-06-01"))
    ids = [each.id for each in wrong.model.assumptions]
    assert any("a" in {ids[place] for place in each.assumptions} for each in wrong.conflicts.found)


def test_an_offset_can_be_claimed() -> None:
    found = reconcile(
        '[[claim]]\nid="a"\nclock="moscow"\noffset="+04:00"\nsource="one"\n'
        '[[claim]]\nid="b"\nevent="e"\nat="1945-08-08T17:00"\nclock="moscow"\nsource="one"\n'
    )
    ids = [each.id for each in found.model.assumptions]
    assert [{ids[place] for place in each.assumptions} for each in found.conflicts.found] == [{"moscow", "a"}]


def test_two_descriptions_are_one_event() -> None:
    found = reconcile(
        '[[claim]]\nid="a"\nevent="e"\nsame_as="f"\nsource="one"\n'
        '[[claim]]\nid="b"\nevent="e"\nat="1945-08-08T17:00"\nclock="moscow"\nsource="one"\n'
        '[[claim]]\nid="c"\nevent="f"\ndated="1945-08-08"\nclock="tokyo"\nsource="one"\n'
    )
    assert found.consistent
    assert starts(found, "f") == at("1945-08-08T14:00Z")


def test_a_strict_order_excludes_the_same_tick() -> None:
    exact = '[[claim]]\nid="{0}"\nevent="{1}"\nat="1945-08-08T17:00:00.000000"\nclock="moscow"\nsource="one"\n'
    order = '[[claim]]\nid="c"\nevent="f"\nafter="e"\nsource="one"\n'
    assert not reconcile(exact.format("a", "e") + exact.format("b", "f") + order).consistent
    later = exact.format("b", "f").replace("00.000000", "00.000001")
    assert reconcile(exact.format("a", "e") + later + order).consistent


def test_a_date_label_is_the_whole_day() -> None:
    day = '[[claim]]\nid="a"\nevent="e"\ndated="1945-08-08"\nclock="moscow"\nsource="one"\n'
    (bounds,) = reconcile(day).bounds("e")
    assert (bounds.start, bounds.end) == (
        moment("1945-08-08T00:00+03:00").span.start,
        moment("1945-08-09T00:00+03:00").span.start,
    )


def test_a_claim_computed_from_one_that_fell_falls_too_and_so_on() -> None:
    found = reconcile(
        '[[claim]]\nid="a"\nevent="e"\nat="1945-08-08T17:00"\nclock="moscow"\nsource="one"\n'
        '[[claim]]\nid="b"\nevent="e"\nat="1945-08-08T18:00"\nclock="moscow"\nsource="one"\nconfidence="low"\n'
        '[[claim]]\nid="c"\nevent="f"\nafter="e"\ngap="one hour"\nsource="one"\ncomputed_from=["b"]\n'
        '[[claim]]\nid="d"\nevent="f"\nat="1945-08-08T19:00"\nclock="moscow"\nsource="one"\ncomputed_from=["c"]\n'
    )
    changes = {each["claim"]: (each["cost"], each["fell_with"]) for each in found.to_dict()["repairs"][0]["changes"]}
    assert changes == {"b": (2, []), "c": (0, ["b"]), "d": (0, ["c"])}
    assert [each.start for each in found.bounds("f")] == [None]


# --- claims about a clock that changed its offset within the case -------------------------------


THREE_HOURS = claim("a", clock="tokyo", ahead_of="manchukuo", by="PT3H")
CLAIMS = [
    THREE_HOURS,
    claim("one-hour", clock="manchukuo", ahead_of="tokyo", by="-PT1H"),
    claim("seven", clock="berlin", ahead_of="manchukuo", by="-PT7H"),
    claim("eight", clock="manchukuo", offset="+08:00"),
    claim("nine", clock="manchukuo", offset="+07:00", source="two"),
    claim("open", event="f", at="1937-06-01T12:00", clock=["manchukuo", "tokyo", "berlin"]),
]


def test_a_difference_from_a_clock_that_changed_is_explained() -> None:
    found = reconcile(changed(THREE_HOURS))
    assert conflicts_of(found) == {frozenset({"manchukuo@1936-11-29", "manchukuo@1936-12-31", "tokyo", "a"})}
    text = found.explain()
    assert "if a is about the time when Manchuria stood at +08:00:" in text
    assert "Manchuria would be both at most 1 h behind and at least 3 h behind Tokyo" in text
    assert "if a is about the time when Manchuria stood at +09:00:" in text
    assert "Manchuria would be both not behind and at least 3 h behind Tokyo" in text
    (conflict,) = json.loads(found.to_json())["conflicts"]
    assert len(conflict["proofs"]) == 2


@pytest.mark.parametrize("claims", [each for size in (1, 2, 3) for each in combinations(CLAIMS, size)])
@pytest.mark.parametrize("solver", ["search", "milp"])
def test_whatever_is_said_of_a_clock_that_changed_is_laid_out(claims: tuple[str, ...], solver: str) -> None:
    if solver == "milp":
        pytest.importorskip("scipy", reason="scipy comes with the extra `reason`")
    found = tc.reconcile(case(changed(*claims)), solver=solver, treaty="soviet-japanese-neutrality-pact")
    data = json.loads(found.to_json())
    assert found.explain().startswith("Made: the sources")
    assert {each["claim"] for repair in data["repairs"] for each in repair["changes"]} <= {
        each["id"] for each in data["claims"]
    }
    without = tc.reconcile(case(changed(*claims)), without=["before"], solver=solver)
    assert json.loads(without.to_json())["case"] == "made"


def test_a_difference_on_a_date_that_no_clock_showed_cannot_be() -> None:
    # Samoa went over the date line: its clocks never showed 30 December 2011.
    apia = 'apia = { name = "Apia", zone = "Pacific/Apia" }\n'
    found = reconcile(claim("a", clock="apia", ahead_of="tokyo", by="PT5H", on="2011-12-30"), apia)
    assert conflicts_of(found) == {frozenset({"apia@2011-12-27", "apia@2011-12-30", "tokyo", "a"})}
    assert found.explain().count("no clock showed that time") == 1
    # After the change Apia stood 5 h ahead of Tokyo. So the claim may stand if the data of the other period are wrong.
    given_up = [{each["claim"] for each in repair["changes"]} for repair in found.to_dict()["repairs"]]
    assert {"a"} in given_up
    assert {"apia@2011-12-27"} in given_up


# --- assumptions and their variants --------------------------------------------------------------


def assumption(found: Case, id: str) -> Assumption:
    return next(each for each in model_of(found).assumptions if each.id == id)


def test_a_claim_has_a_variant_for_each_way_to_read_it() -> None:
    read = assumption(case(changed(claim("x", event="e", at="1936-12-01T12:00", clock=["tokyo", "manchukuo"]))), "x")
    assert [type(each) for each in read.variants] == [Stands, Stands, OnOtherClock, OnOtherClock, Dropped]
    assert [each.read.clocks[0].clock for each in read.variants if isinstance(each, Stands)] == ["tokyo", "manchukuo"]
    assert (read.base, read.stands, read.dropped) == (2, 0b11, 4)


def test_a_difference_is_read_on_a_pair_of_periods() -> None:
    pairs = [each.read for each in assumption(case(changed(THREE_HOURS)), "a").variants if isinstance(each, Stands)]
    assert [[node.clock for node in pair.clocks] for pair in pairs] == [["tokyo", "manchukuo"]] * 2
    assert [pair.clocks[1].period.offset // 3_600_000_000 for pair in pairs] == [8, 9]


def test_a_clock_may_have_stood_at_another_offset() -> None:
    clocks = 'harbin = { name = "Harbin", offset = "+08:30", other = [{ offset = "+09:00", source = "one" }] }\n'
    stood = assumption(case(claim("x", event="e", after="f"), clocks), "harbin")
    assert isinstance(stood.about, ClockNode)
    kept, other, dropped = stood.variants
    assert isinstance(kept, KeepsOffset)
    assert isinstance(other, AtOtherOffset)
    assert (other.offset - kept.offset, other.sources) == (30 * 60_000_000, ("one",))
    assert (kept.cost, other.cost, dropped.cost) == (0, 8, 16)


def test_a_computed_claim_needs_its_premises_and_theirs() -> None:
    claims = claim("x", event="e", after="f") + claim("y", event="f", after="g", computed_from=["x"])
    model = model_of(case(claims + claim("z", event="g", after="e", computed_from=["y"])))
    places = {each.id: place for place, each in enumerate(model.assumptions)}
    (constraint,) = [each for each in model.constraints if each.of == places["z"]]
    assert [each.assumption for each in constraint.needs if each.premise] == [places["y"], places["x"]]


# --- a case without a date -----------------------------------------------------------------------

UNDATED = claim("a", clock="moscow", ahead_of="tokyo", by="-PT6H")


def test_a_clock_that_changed_is_not_read_without_a_date() -> None:
    with pytest.raises(CaseFileError) as caught:
        case(UNDATED + claim("b", clock="moscow", offset="+03:00"))
    assert [(each.key, each.problem) for each in caught.value.faults] == [
        ("claim[1].on", "is missing: the offset of Moscow depends on the date, and no claim has a date"),
        ("claim[1].on", "is missing: the offset of Tokyo depends on the date, and no claim has a date"),
        ("claim[2].on", "is missing: the offset of Moscow depends on the date, and no claim has a date"),
    ]
    with pytest.raises(UndatedClockError, match="claim `a` of `made` is about the clock of `Moscow`"):
        model_of(replace(case(claim("x", event="e", after="f")), claims=case(changed(UNDATED)).claims[-1:]))


def test_a_part_of_a_case_keeps_its_date() -> None:
    # In 1936 Manchuria stood one hour behind Tokyo, in 1970 no clock of that name differed from it.
    whole = case(claim("x", event="e", at="1936-06-01T12:00", clock="tokyo") +
                 claim("a", clock="tokyo", ahead_of="manchukuo", by="PT1H"))  # fmt: skip
    assert tc.reconcile(whole, only=["a"]).consistent
    assert whole.only(("a",)).span == whole.without(("x",)).without(()).span == whole.span


def test_without_a_date_a_clock_that_changed_shows_nothing() -> None:
    clocks = 'nine = { name = "nine hours ahead", offset = "+09:00" }\n'
    found = reconcile(claim("x", event="e", after="f", gap="PT1H") + claim("n", clock="nine", offset="+09:00"), clocks)
    assert found.consistent
    assert [each.id for each in found.model.assumptions] == ["nine", "x", "n"]
    assert "1970" not in str(found) + found.explain() + found.to_json()


# --- a clock that is its offset -------------------------------------------------------------------

NINE = 'nine = { name = "nine hours ahead", offset = "+09:00" }\n'


@pytest.mark.parametrize("solver", ["search", "milp"])
def test_a_definition_is_neither_given_up_nor_in_a_conflict(solver: str) -> None:
    if solver == "milp":
        pytest.importorskip("scipy", reason="scipy comes with the extra `reason`")
    said = claim("x", event="e", at="1945-08-08T12:00", clock="nine", confidence="high") + claim(
        "y", event="e", at="1945-08-08T12:00", clock="moscow", confidence="high"
    )
    found = tc.reconcile(case(said + claim("ten", clock="nine", offset="+10:00"), NINE), solver=solver)
    assert conflicts_of(found) == {frozenset({"moscow", "x", "y"}), frozenset({"ten"})}
    given_up = {each["claim"] for repair in found.to_dict()["repairs"] for each in repair["changes"]}
    assert "nine" not in given_up
    assert "ten" in given_up
    assert "nine: nine hours ahead stood at +09:00 [by definition]" in found.explain()


@pytest.mark.parametrize("more", ['source = "one"', 'confidence = "fair"', 'other = [{ offset = "+10:00" }]'])
def test_an_offset_for_which_somebody_is_named_is_a_claim(more: str) -> None:
    clocks = f'nine = {{ name = "nine hours ahead", offset = "+09:00", {more} }}\n'
    found = reconcile(claim("x", event="e", at="1945-08-08T12:00", clock="nine", confidence="high") +
                      claim("ten", clock="nine", offset="+10:00", confidence="high"), clocks)  # fmt: skip
    assert conflicts_of(found) == {frozenset({"nine", "ten"})}


DATES = [f"1941-{month:02}-{day:02}" for month in (4, 5) for day in range(1, 30)]


def one_of(dates: Iterable[str]) -> str:
    return f"[{','.join(sorted(dates))}]"


@settings(deadline=None, max_examples=60)
@given(sets=st.lists(st.sets(st.sampled_from(DATES[::2]), min_size=2, max_size=6), min_size=2, max_size=3))
def test_sets_of_dates_agree_if_they_have_a_date_in_common(sets: list[set[str]]) -> None:
    made = case("".join(claim(f"x{n}", event="e", dated=one_of(dates), clock="moscow") for n, dates in enumerate(sets)))
    assert consistent(model_of(made)) == bool(set.intersection(*sets))


def test_sets_that_clash_are_not_tried_date_by_date() -> None:
    made = case(claim("x", event="e", dated=one_of(DATES[0::2]), clock="moscow") +
                claim("y", event="e", dated=one_of(DATES[1::2]), clock="moscow"))  # fmt: skip
    model = model_of(made)
    size = len(DATES) // 2
    refuted = refute(model, [each.stands for each in model.assumptions])
    assert refuted is not None
    assert len(refuted.proofs) <= 2 * size < size * size

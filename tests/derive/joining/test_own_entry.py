"""Each State's own entry into force, where a day was recorded that is earlier than the count: days by hand."""

from __future__ import annotations

import pytest

import treatyclock as tc
from small_treaties import ALL, TWO_OF_THREE, act, begins, clause, entry, ratified, three, truth

WITH_THE_TREATY, BY_ITSELF = "1936-01-01", "1936-03-01"
LATE = ratified(AAA="1935-06-01", BBB="1935-12-01")


def own(when: object, *acts: str) -> list[str]:
    head = entry(when, delay="P3M", recorded="1936-01-01") + clause("joining", delay="P3M")
    return begins(three(head, *(acts or (LATE,))), "BBB")


@pytest.mark.parametrize(
    "when",
    [
        {"ratified_by": ["AAA", "BBB"]},
        {"instruments": 2, "among": ["AAA", "BBB"]},
        {"all_of": [{"instruments": 2}, {"ratified_by": ["BBB"]}]},
        {"any_of": [{"ratified_by": ["AAA", "BBB"]}, {"ratified_by": ["BBB", "CCC"]}]},
    ],
)
def test_whose_act_the_condition_needs_is_a_party_from_the_recorded_day_or_later(when: object) -> None:
    assert own(when) == [WITH_THE_TREATY, BY_ITSELF]


@pytest.mark.parametrize(
    "when",
    [
        {"instruments": 2},  # others may have been the first two
        {"ratified_by": ["AAA", "CCC"]},
        {"instruments": 2, "among": ["AAA", "BBB", "CCC"]},
        {"any_of": [{"ratified_by": ["BBB"]}, {"ratified_by": ["AAA"]}]},
    ],
)
def test_whose_act_the_condition_does_not_need_waits_for_its_own_day(when: object) -> None:
    assert own(when) == [BY_ITSELF]


def test_all_who_negotiated_are_needed_and_nobody_else() -> None:
    assert own("ratified by all", act("signature", ALL, "1935-01-01"), LATE) == [WITH_THE_TREATY, BY_ITSELF]
    acceded = ratified(AAA="1935-06-01", CCC="1935-06-01") + act("accession", "BBB", "1935-12-01")
    assert own("ratified by all", acceded) != [WITH_THE_TREATY, BY_ITSELF]


def test_nobody_is_a_party_before_its_act() -> None:
    after = ratified(AAA="1935-06-01", BBB="1936-02-01")
    assert own({"ratified_by": ["AAA", "BBB"]}, after) == ["1936-05-01"]


def test_six_consents_around_an_open_day_are_no_more_worlds_than_can_be_tried() -> None:
    # Instruments that the record lacks may have met it on any day, before or after each of the six on record.
    codes = [letter * 3 for letter in "ABCDEF"]
    parties = ", ".join(f'{code} = "{code}"' for code in codes)
    head = f'schema = 1\nid = "six"\ntitle = "Six"\nparties = {{ {parties} }}\n' + clause("counting", midnight="+00:00")
    consents = ratified(**{code: f"1936-0{number}-01" for number, code in enumerate(codes, start=1)})
    lacks = clause("record", acts="in part") + clause("minimum_parties", number=2)
    found = tc.loads(head + entry({"instruments": 6}, delay="P3M") + clause("joining", delay="P1M") + lacks + consents)
    assert truth(found, "1940", party="AAA") == "unknown"
    assert truth(found, "1930-01-01", party="FFF") == "unknown"


@pytest.mark.parametrize(
    ("named", "until", "since", "asked"),
    [
        ("1951-02-01", "1951-02-01", "1951-04-01", True),  # shorter than the clause has it
        ("1951-06-01", "1951-04-01", "1951-06-01", True),  # longer
        ("1951-04-01", "1951-04-01", "1951-04-01", False),
    ],
)
def test_a_day_that_a_joiner_names_beside_the_clause_is_open(named: str, until: str, since: str, asked: bool) -> None:
    joins = act("accession", "CCC", "1951-01-01", effective=named)
    found = three(TWO_OF_THREE, clause("joining", delay="P3M"), joins)
    assert {value for each in found.dates(party="CCC").entry_into_force for value in each.value} == {until, since}
    answer = found.in_force("1951-03-31" if since == "1951-04-01" else "1951-05-01", party="CCC")
    assert [each.key for each in answer.depends_on] == (
        ["entry into force on the day that accession-ccc names"] if asked else []
    )


@pytest.mark.parametrize(("kind", "first"), [("ratification", "1936-09-01"), ("accession", "1936-10-01")])
def test_who_accedes_may_have_another_delay(kind: str, first: str) -> None:
    rules = "".join(
        clause("joining", by=by, delay={"period": months, "counted_from": "the first of its month"}).replace(
            "[joining]", "[[joining]]"
        )
        for by, months in (("ratification", "P2M"), ("accession", "P3M"))
    )
    found = three(TWO_OF_THREE, rules, act(kind, "CCC", "1936-07-01"))
    assert begins(found, "CCC") == [first]


@pytest.mark.parametrize(
    ("on", "first"), [("1936-03-01", "1936-05-01"), ("1936-05-01", "1936-05-01"), ("1936-05-02", "1936-07-02")]
)
def test_the_day_of_entry_into_force_itself_may_be_in_time(on: str, first: str) -> None:
    head = entry({"instruments": 2}, on="1936-05-01", delay="P60D") + ratified(AAA="1936-01-01", BBB="1936-01-01")
    later = clause("joining", delay="P2M", after="the day of entry into force")
    assert begins(three(head, later, ratified(CCC=on)), "CCC") == [first]

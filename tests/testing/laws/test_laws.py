"""Every law catches a register that breaks it, and finds nothing in one that does not."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import pytest

import treatyclock as tc
from treatyclock.errors import NaiveTimeError, TreatyFileError, UnknownPartyError, WrongTypeError
from treatyclock.testing import laws
from treatyclock.testing.laws import EXAMPLE, Law
from treatyclock.testing.register import NoAnswerError, OurRegister, OurTreaty, Register

Tables = dict[str, Any]
Pair = tuple[str, str] | None


@dataclass(frozen=True)
class Naive:
    """A register that makes its answers of the tables of a file, in some wrong way."""

    answer: Callable[[Tables, datetime, str | None, Pair], bool | None]

    def load(self, treaty: str) -> Tables:
        return tomllib.loads(treaty)

    def in_force(self, treaty: Tables, at: datetime, party: str | None = None, between: Pair = None) -> bool | None:
        return self.answer(treaty, at, party, between)


def first_day(act: Tables) -> str:
    """A vague date is taken for its first day."""
    return f"{act['on']}-01-01"[:10]


def days(treaty: Tables, *kinds: str, by: str | None = None) -> list[str]:
    return sorted(first_day(act) for act in treaty["act"] if act["kind"] in kinds and by in (None, act["by"]))


def since(day: str | None, at: datetime) -> bool:
    return day is not None and day <= at.astimezone(UTC).date().isoformat()


def party_since(treaty: Tables, party: str, at: datetime) -> bool:
    return since(next(iter(days(treaty, "ratification", by=party)), None), at)


def by_the_date_as_printed(treaty: Tables, at: datetime, party: str | None, between: Pair) -> bool:
    return days(treaty, "ratification")[-1] <= at.date().isoformat()


def by_the_act_listed_last(treaty: Tables, at: datetime, party: str | None, between: Pair) -> bool:
    return since(first_day(treaty["act"][-1]), at)


def for_the_first_of_the_alphabet(treaty: Tables, at: datetime, party: str | None, between: Pair) -> bool:
    return party in sorted(treaty["parties"])[:1]


def until_anything_else_is_done(treaty: Tables, at: datetime, party: str | None, between: Pair) -> bool:
    return not since(days(treaty, "publication", "registration", "denunciation")[0], at)


def once_all_listed_have_acted(treaty: Tables, at: datetime, party: str | None, between: Pair) -> bool:
    return len(treaty["parties"]) == 3


def always(treaty: Tables, at: datetime, party: str | None, between: Pair) -> bool:
    return True


def from_the_older_to_the_younger(treaty: Tables, at: datetime, party: str | None, between: Pair) -> bool:
    return between is None or between[0] < between[1]


def between_a_party_and_anybody(treaty: Tables, at: datetime, party: str | None, between: Pair) -> bool:
    if between:
        return any(party_since(treaty, each, at) for each in between)
    return party is None or party_since(treaty, party, at)


def only_once_it_is_for_all(treaty: Tables, at: datetime, party: str | None, between: Pair) -> bool:
    asked = [party] if party else between or treaty["parties"]
    return all(party_since(treaty, each, at) for each in asked)


def for_nobody(treaty: Tables, at: datetime, party: str | None, between: Pair) -> bool:
    return party is None and between is None


def until_half_a_year_from_the_first_day_of_a_vague_date(
    treaty: Tables, at: datetime, party: str | None, between: Pair
) -> bool:
    year, month, day = days(treaty, "denunciation")[0].split("-")
    return not since(f"{year}-{int(month) + 6}-{day}", at)


def until_the_last_notice(treaty: Tables, at: datetime, party: str | None, between: Pair) -> bool:
    return not since(days(treaty, "denunciation")[-1], at)


class ShortOfAChange(OurRegister):
    def changes(self, treaty: OurTreaty, party: str | None = None, between: Pair = None) -> list[datetime]:
        return super().changes(treaty, party, between)[1:]


class ChangesOutOfOrder(OurRegister):
    def changes(self, treaty: OurTreaty, party: str | None = None, between: Pair = None) -> list[datetime]:
        return super().changes(treaty, party, between)[::-1]


class ByTheEveOfADay(OurRegister):
    def on_day(self, treaty: OurTreaty, day: date, party: str | None = None, between: Pair = None) -> tc.Truth:
        return super().on_day(treaty, date(1930, 1, 1), party, between)


class DeafToWhatIf(OurRegister):
    def what_if(self, treaty: OurTreaty, act: Mapping[str, Any]) -> OurTreaty:
        return treaty


class WritesHalf(OurRegister):
    def dumps(self, treaty: OurTreaty) -> str:
        return super().dumps(treaty).rpartition("[[act]]")[0]


class Prophetic(OurRegister):
    def known_as_of(self, treaty: OurTreaty, day: date) -> OurTreaty:
        return treaty


class Forgetful(OurRegister):
    def known_as_of(self, treaty: OurTreaty, day: date) -> OurTreaty:
        return super().known_as_of(treaty, date(1937, 1, 1))


class SilenceMeansNo(OurRegister):
    def load(self, treaty: str) -> OurTreaty:
        return super().load(treaty.partition("[record]")[0] if "[record]" in treaty else treaty)


WRONG: list[tuple[Law, Register]] = [
    (laws.ZONE_SHIFT, Naive(by_the_date_as_printed)),
    (laws.ORDER_OF_ACTS, Naive(by_the_act_listed_last)),
    (laws.RENAMING, Naive(for_the_first_of_the_alphabet)),
    (laws.IRRELEVANT_ACT, Naive(until_anything_else_is_done)),
    (laws.STRANGER_ACTS, Naive(once_all_listed_have_acted)),
    (laws.NO_ACT_NO_TREATY, Naive(always)),
    (laws.PAIRS_ARE_SYMMETRIC, Naive(from_the_older_to_the_younger)),
    (laws.A_PAIR_IS_OF_PARTIES, Naive(between_a_party_and_anybody)),
    (laws.IN_FORCE_FOR_SOME_IS_IN_FORCE, Naive(only_once_it_is_for_all)),
    (laws.IN_FORCE_FOR_NOBODY_IS_NOT_IN_FORCE, Naive(for_nobody)),
    (laws.REFINEMENT, Naive(until_half_a_year_from_the_first_day_of_a_vague_date)),
    (laws.RECORD_IN_PART, SilenceMeansNo()),
    (laws.LATER_ACT, Naive(until_the_last_notice)),
    (laws.CHANGES_AGREE, ShortOfAChange()),
    (laws.CHANGES_AGREE, ChangesOutOfOrder()),
    (laws.DAYS_AGREE, ByTheEveOfADay()),
    (laws.WHAT_IF_AND_RECORD_AGREE, DeafToWhatIf()),
    (laws.WRITTEN_AGAIN, WritesHalf()),
    (laws.KNOWN_THEN, Prophetic()),
    (laws.KNOWLEDGE_GROWS_TO_THE_RECORD, Forgetful()),
]


def name(value: object) -> str | None:
    if isinstance(value, Law):
        return value.id
    return value.answer.__name__ if isinstance(value, Naive) else type(value).__name__


@pytest.mark.parametrize(("law", "register"), WRONG, ids=name)
def test_a_law_catches_a_register_that_breaks_it(law: Law, register: Register) -> None:
    found = law.check(EXAMPLE, register=register)
    assert found, law.id
    assert all(each.law.id == law.id and each.question and each.expected != each.found for each in found)
    assert str(found[0]).startswith(f"{law.id}: {law.sentence}\n  asked     ")
    # What it shows as changed is a treaty file that can be pasted.
    assert not found[0].changed or tc.loads(found[0].changed)


def test_every_law_is_broken_by_some_register() -> None:
    assert {law.id for law, _ in WRONG} == {law.id for law in laws.ALL}


def test_the_laws_have_names_of_their_own_and_say_why() -> None:
    assert len({law.id for law in laws.ALL}) == len(laws.ALL)
    assert set(laws.ALL) == {each for each in vars(laws).values() if isinstance(each, Law)}
    for law in laws.ALL:
        assert law.sentence.endswith(".") and law.applies_to and law.why.endswith("."), law.id


@pytest.mark.parametrize("law", laws.ALL, ids=name)
def test_a_law_finds_nothing_in_treatyclock(law: Law) -> None:
    assert law.check(EXAMPLE) == ()


def test_laws_that_need_more_than_a_register_offers_are_left_out() -> None:
    found = laws.check(EXAMPLE, register=Naive(always), at=datetime(1937, 1, 1, tzinfo=UTC))
    assert {each.law.id for each in found} == {"no-act-no-treaty"}
    assert [law.id for law in laws.ALL if not law.applies(Naive(always))] == [law.id for law in laws.ALL if law.needs]


def test_nothing_is_held_against_a_register_that_declines_to_answer() -> None:
    def declines(treaty: Tables, at: datetime, party: str | None, between: Pair) -> bool:
        raise NoAnswerError("a clause that is not known here")

    assert laws.check(EXAMPLE, register=Naive(declines)) == ()


@pytest.mark.parametrize("word", ["schema", "publication", "XYZ", '"1935-03"', "withdrawal"])
def test_nothing_is_held_against_a_register_that_declines_to_load_a_treaty(word: str) -> None:
    class KnowsNotAll(OurRegister):
        def load(self, treaty: str) -> OurTreaty:
            if word in treaty:
                raise NoAnswerError(word)
            return super().load(treaty)

    assert laws.check(EXAMPLE, register=KnowsNotAll(), at=datetime(1937, 1, 1, tzinfo=UTC)) == ()


def test_the_exception_of_a_register_is_told_with_the_law_the_question_and_the_treaties() -> None:
    class KnowsNoMonths(OurRegister):
        def in_force(self, treaty: OurTreaty, *args: Any, **whom: Any) -> tc.Truth:
            if any(act.dated.text == "1935-03" for act in treaty.treaty.record.acts):
                raise ValueError("no day")
            return super().in_force(treaty, *args, **whom)

    with pytest.raises(ValueError, match="no day") as raised:
        laws.check(EXAMPLE, register=KnowsNoMonths())
    told = "\n".join(raised.value.__notes__)
    assert "in force generally at " in told and "By the law refinement" in told
    assert EXAMPLE in told and 'on = "1935-03"' in told.replace('on   = "1935-03"', 'on = "1935-03"')


def test_a_failure_tells_each_law_once_and_the_files_that_led_to_it() -> None:
    with pytest.raises(AssertionError) as caught:
        laws.assert_lawful(EXAMPLE, register=Naive(until_the_last_notice), laws=[laws.LATER_ACT, laws.ZONE_SHIFT])
    told = str(caught.value)
    assert told.count("later-act: ") == 1 and laws.LATER_ACT.why in told and 'id = "example"' in told
    assert 'kind = "denunciation"' in told.partition("changed for later-act:")[2]
    laws.assert_lawful(EXAMPLE, laws=[laws.ZONE_SHIFT])


def test_what_is_asked_can_be_chosen() -> None:
    at = datetime(1937, 1, 1, tzinfo=UTC)
    found = laws.NO_ACT_NO_TREATY.check(EXAMPLE, register=Naive(always), at=at, parties=["CCC"])
    assert [each.question for each in found] == [
        "in force generally at 1937-01-01T00:00:00+00:00, without any act",
        "in force for CCC at 1937-01-01T00:00:00+00:00, without any act",
    ]


@pytest.mark.parametrize(
    ("error", "asked"),
    [
        (NaiveTimeError, {"at": datetime(1937, 1, 1)}),
        (WrongTypeError, {"at": ["1937-01-01"]}),
        (UnknownPartyError, {"parties": ["ZZZ"]}),
        (WrongTypeError, {"at": date(1937, 1, 1)}),
        (WrongTypeError, {"register": Naive}),
        (WrongTypeError, {"register": None}),
        (WrongTypeError, {"laws": laws.ZONE_SHIFT}),
        (WrongTypeError, {"laws": ["zone-shift"]}),
    ],
)
def test_what_cannot_be_asked_is_refused(error: type[Exception], asked: dict[str, Any]) -> None:
    with pytest.raises(error):
        laws.check(EXAMPLE, **asked)
    with pytest.raises(TreatyFileError):
        laws.check("id = 1")


@pytest.mark.parametrize("act", [{"id": "gone"}, {"kind": "denunciation", "by": "AAA", "on": "tomorrow"}, None])
def test_a_later_act_has_a_kind_somebody_who_did_it_and_a_day(act: Any) -> None:
    with pytest.raises(WrongTypeError, match="a table with kind, by, and a day"):
        laws.of_later_act(act)


def test_of_a_treaty_without_acts_nothing_ever_became_known() -> None:
    head = 'schema = 1\nid = "bare"\ntitle = "Bare"\nparties = { AAA = "A", BBB = "B" }\n'
    bare = head + '[entry_into_force]\nwhen = "fixed date"\non = "1936-01-01"\nref = "art. 1"\n'
    assert not laws.KNOWLEDGE_GROWS_TO_THE_RECORD.check(bare)


@pytest.mark.parametrize(
    ("when", "found"),
    [
        ("{ not_before = '1936-01-01' }", False),
        ("{ all_of = [{ not_before = '1936-01-01' }, { instruments = 2 }] }", True),
        ("{ any_of = [{ not_before = '1936-01-01' }, { instruments = 2 }] }", False),
        ("'signed'", True),
    ],
)
def test_what_a_day_alone_brings_into_force_needs_no_act(when: str, found: bool) -> None:
    text = EXAMPLE.replace("{ instruments = 2 }", when)
    at = datetime(1937, 1, 1, tzinfo=UTC)
    assert bool(laws.NO_ACT_NO_TREATY.check(text, register=Naive(always), at=at)) == found


def test_a_notice_that_is_tried_before_the_entry_into_force_leaves_open_what_one_on_record_does() -> None:
    late = EXAMPLE.replace('on = "1935-03-01"', 'on = "1935-03-01"\nreceived = "1935-09-01"')
    assert late != EXAMPLE and not laws.WHAT_IF_AND_RECORD_AGREE.check(late)


def test_an_act_that_reaches_back_may_open_what_was_certain_and_settles_nothing() -> None:
    back = {"id": "b", "kind": "denunciation", "by": "AAA", "on": "1950-01-01", "effective": "1937-01-01", "ref": "r"}
    assert not laws.of_later_act(back).check(EXAMPLE)

    def open_until_told(treaty: Tables, at: datetime, party: str | None, between: Pair) -> bool | None:
        return True if len(days(treaty, "denunciation")) > 1 else None

    assert laws.of_later_act(back).check(EXAMPLE, register=Naive(open_until_told))

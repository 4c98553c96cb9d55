"""What a record may hold: each thing once, by its name, and none that leads nowhere."""

from __future__ import annotations

import pickle
import re
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest

from treatyclock.law.acts.act import OTHER_DATES, PARTICULAR_KEYS, Act
from treatyclock.law.acts.kind import ActKind, Role
from treatyclock.law.doctrines.doctrine import Doctrine, Effect
from treatyclock.law.record import Counting
from treatyclock.law.vocabulary import (
    ACT_KINDS,
    CLAUSES,
    CONVENTIONS,
    DOCTRINES,
    JOINING,
    NOTICES,
    RATIFYING,
    SIGNING,
    doctrine_kinds,
)
from treatyclock.law.written import written_fields

KINDS = pytest.mark.parametrize("kind", ACT_KINDS.values(), ids=lambda kind: kind.name)


def names(kinds: tuple[ActKind, ...]) -> list[str]:
    return [kind.name for kind in kinds]


def test_the_groups_of_kinds() -> None:
    assert names(NOTICES) == ["denunciation", "withdrawal"]
    assert names(SIGNING) == ["signature", "definitive signature", "signature ad referendum"]
    assert names(RATIFYING) == ["ratification", "acceptance", "approval"]
    assert names(JOINING) == ["accession", "succession"]


def test_every_kind_is_there_under_its_own_name() -> None:
    assert all(kind.name == name for name, kind in ACT_KINDS.items())
    assert all(CONVENTIONS[key].key == key for key in CONVENTIONS)
    assert all(name == clause.TABLE for name, clause in CLAUSES.items())
    assert len({doctrine.name for doctrine in DOCTRINES}) == len(DOCTRINES)


def test_clauses_stand_in_the_order_of_their_places() -> None:
    places = [clause.PLACE for clause in CLAUSES.values()]
    assert places == sorted(set(places))
    assert next(iter(CLAUSES)) == "entry_into_force"


@KINDS
def test_what_a_kind_of_act_says_of_itself_hangs_together(kind: ActKind) -> None:
    assert (
        kind.sentence.format(by="A", of="n", id="x", treaty="t") != kind.sentence
        or kind.name == "decision of a conference"
    )
    assert kind.uses <= set(PARTICULAR_KEYS)
    assert {key for need in kind.needs for key in need.keys} <= kind.uses
    assert all(isinstance(other, Role) or ACT_KINDS[other.name] is other for other in kind.answers)
    assert bool(kind.answers) == any(kind.may_answer(other) for other in ACT_KINDS.values())
    assert ("{of}" in kind.sentence) == bool(kind.answers)
    assert not kind.by_its_authors or kind.answers
    assert not (kind.ratifies or kind.joins) or kind.consents
    assert not (kind.for_the_record and (kind.may_end or kind.consents or kind.is_notice))


@KINDS
def test_a_kind_that_travels_is_the_same_kind(kind: ActKind) -> None:
    again = pickle.loads(pickle.dumps(kind))
    assert again == kind
    assert hash(again) == hash(kind)
    assert {kind: "found"}[again] == "found"
    assert again in ACT_KINDS.values()


def test_kinds_are_told_by_their_names() -> None:
    one, same, other = (
        ActKind(name=name, sentence=sentence) for name, sentence in (("a", "x"), ("a", "y"), ("b", "x"))
    )
    assert one == same
    assert one != other
    assert one != "a"
    assert repr(one) == "ACT_KINDS['a']"


@pytest.mark.parametrize("doctrine", DOCTRINES, ids=lambda doctrine: doctrine.name)
def test_a_doctrine_is_invoked_by_acts_that_a_reading_must_admit(doctrine: Doctrine) -> None:
    assert doctrine.acts and doctrine.law
    for kind in doctrine.acts:
        assert ACT_KINDS[kind.name] is kind
        assert kind.needs_reading
        assert kind.may_end == (doctrine.effect is Effect.ENDS)


def test_what_answers_what() -> None:
    def answered_by(name: str) -> set[str]:
        return {other.name for other in ACT_KINDS.values() if ACT_KINDS[name].may_answer(other)}

    assert answered_by("rescission") == {"denunciation", "withdrawal", "first notice"}
    assert answered_by("resumption") == {"suspension", *names(doctrine_kinds(Effect.SUSPENDS))}
    assert answered_by("objection to an accession") == {"accession"}
    assert answered_by("ratification") == set()


def test_each_effect_has_its_kinds() -> None:
    both = [*doctrine_kinds(Effect.ENDS), *doctrine_kinds(Effect.SUSPENDS)]
    assert sorted(kind.name for kind in both) == sorted(kind.name for each in DOCTRINES for kind in each.acts)
    assert "outbreak of war" in names(doctrine_kinds(Effect.ENDS))


def test_what_a_wider_convention_stands_for_is_a_convention() -> None:
    wider = [each for each in CONVENTIONS.values() if each.together]
    assert wider
    assert all(CONVENTIONS[each.together].alternatives == each.alternatives for each in wider)
    assert all(each.alternatives or each.form is not None for each in CONVENTIONS.values())
    assert all(each.question.endswith("?") for each in CONVENTIONS.values())


def settled_in(table: type[Any]) -> set[str]:
    """Return the conventions that the keys of a table settle, and those of the tables in it."""
    found = set()
    for _, how, _ in written_fields(table):
        found |= {how.settles.key} if how.settles is not None else set()
        found |= settled_in(how.form) if is_dataclass(how.form) else set()
    return found


def test_a_key_of_the_file_can_settle_every_convention_but_those_on_which_no_text_speaks() -> None:
    settled = {key for table in (*CLAUSES.values(), Counting) for key in settled_in(table)}
    assert settled == set(CONVENTIONS) - {
        "grounds", "notice_rule", "notice_clock", "followed_notice", "nobody_left", "one_left",
        "suspended_while_provisional",
        "deposit",  # which [depositary] settles
    }  # fmt: skip


def test_the_page_on_treaty_files_lists_every_convention_that_a_reading_can_choose() -> None:
    page = (Path(__file__).parents[2] / "docs" / "treaty-files.md").read_text(encoding="utf-8")
    (row,) = [line for line in page.splitlines() if line.startswith("| `choose` |")]
    assert set(re.findall("`([a-z_]+)`", row)) - {"choose"} == set(CONVENTIONS)


def test_the_dates_of_an_act_are_its_fields() -> None:
    assert {*OTHER_DATES, *PARTICULAR_KEYS} <= {each.name for each in fields(Act)}

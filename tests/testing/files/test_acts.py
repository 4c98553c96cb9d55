"""Every kind of act is drawn, and every key that it uses."""

from __future__ import annotations

from datetime import date

from treatyclock.formats.treaties.grammar import ACT
from treatyclock.law.acts.kind import ActKind
from treatyclock.law.vocabulary import ACT_KINDS
from treatyclock.testing.files.acts import DoneAct, answerable, lone_act
from treatyclock.testing.files.fields import DrawnTables
from treatyclock.testing.specifications.choices import Dice

PARTIES = ("AAA", "BBB", "CCC")
MOST = 200


def what_it_answers(kind: ActKind) -> list[DrawnTables]:
    """Return acts of which an act of a kind can answer the last."""
    if not kind.answers:
        return []
    answered = next(each for each in ACT_KINDS.values() if kind.may_answer(each))
    before = what_it_answers(answered)
    return [*before, lone_act(Dice(answered.name), answered, parties=PARTIES, after=before)]


def test_every_kind_is_drawn_with_every_key_that_it_uses() -> None:
    never: list[str] = []
    drawn: set[str] = set()
    for kind in ACT_KINDS.values():
        left, before = set(kind.uses), what_it_answers(kind)
        for number in range(MOST):
            act = lone_act(Dice(f"{kind.name}:{number}"), kind, parties=PARTIES, after=before)
            assert act["kind"] == kind.name
            left, drawn = left - set(act), drawn | set(act)
            if not left:
                break
        never += [f"{kind.name}: {key}" for key in sorted(left)]
    assert not never, f"never drawn in {MOST} acts of the kind: {', '.join(never)}"
    missing = set(ACT.keys) - drawn - {"part"}
    for number in range(MOST):
        missing -= set(lone_act(Dice(str(number)), ACT_KINDS["withdrawal"], parties=PARTIES)) if missing else set()
    assert not missing, f"keys of acts that are never drawn: {missing}"


def test_an_answer_comes_no_earlier_and_by_who_may_give_it() -> None:
    notice = {"id": "n", "kind": "withdrawal", "by": "BBB", "on": "1941-04-25", "ref": "r"}
    for number in range(20):
        answer = DoneAct.of(lone_act(Dice(str(number)), ACT_KINDS["rescission"], parties=PARTIES, after=[notice]))
        assert answer.by == ("BBB",) and (answer.day is None or answer.day >= date(1941, 4, 25))


def test_what_can_be_answered() -> None:
    done = [DoneAct.of({"id": "s", "kind": "signature", "by": ["AAA", "BBB"], "on": "not known", "ref": "r"})]
    assert done[0].day is None and done[0].by == ("AAA", "BBB")
    assert not answerable(ACT_KINDS["rescission"], done)

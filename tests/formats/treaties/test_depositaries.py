"""Several depositaries: who keeps the treaty for whom, and what an act must say of each."""

from __future__ import annotations

from datetime import date

import pytest

from small_treaties import act, entry, text_of_three
from treatyclock.errors import TreatyFileError
from treatyclock.formats.treaties.toml import load_text
from treatyclock.testing.specifications.values import value_text

FOR_ALL = {"london": "L", "moscow": "M"}
FOR_SOME = {"london": {"name": "L", "parties": ["AAA"]}, "moscow": {"name": "M", "parties": ["BBB"]}}
TWICE = {"london": {"name": "L", "parties": ["AAA"]}, "moscow": {"name": "M", "parties": ["AAA"]}}
FOR_NOBODY = {"london": {"name": "L", "parties": ["AAA"]}, "moscow": "M"}


def kept(*, by: str = "AAA", received: object = None, **depositary: object) -> str:
    """Write a treaty with these depositaries, and a ratification that they received then."""
    said = {"name": "two Governments", **depositary}
    own = "\n".join(["[depositary]", *(f"{key} = {value_text(value)}" for key, value in said.items()), ""])
    done = act("ratification", by, "1968-07-02", received=received) if received is not None else ""
    return text_of_three(own * bool(depositary), entry({"instruments": 2}), done)


@pytest.mark.parametrize(
    ("text", "key", "problem"),
    [
        (kept(deposit="the first"), "deposit", "is about several depositaries, and there is one"),
        (kept(deposit="the first", several=FOR_SOME), "deposit", "stands beside depositaries of some parties alone"),
        (kept(several=TWICE), "parties", "has a party of another depositary"),
        (kept(several={"london": "L"}), "several", "names one depositary"),
        (kept(several=FOR_NOBODY), "moscow", "is for no party, and the others are for some alone"),
        (kept(received={"london": "1968-07-03"}), "received", "names depositaries, and the treaty has not several"),
        (kept(several=FOR_ALL, received={"londn": "1968-07-03"}), "londn", "is not one of the depositaries"),
        (kept(several=FOR_ALL, received={"london": "1968-07-01"}), "london", "lies before the act itself"),
        (kept(several=FOR_ALL, received={"london": "soon"}), "london", "is not of the right form"),
        (
            kept(several=FOR_SOME, by="AAA BBB", received={"london": "1968-07-03", "moscow": "1968-07-04"}),
            "received",
            "is of parties with different depositaries",
        ),
        (
            kept(several=FOR_SOME, by="CCC", received={"london": "1968-07-03"}),
            "received",
            "is of CCC, which has no depositary",
        ),
        (
            kept(several=FOR_SOME, by="BBB", received={"london": "1968-07-03"}),
            "received",
            "leaves out moscow, with which it must be",
        ),
    ],
)
def test_faults_name_the_key_and_what_to_do(text: str, key: str, problem: str) -> None:
    with pytest.raises(TreatyFileError) as caught:
        load_text(text)
    (fault,) = caught.value.faults
    assert fault.key.endswith(key)
    assert fault.problem == problem
    assert fault.hint


def test_an_act_keeps_what_each_depositary_received() -> None:
    received = {"london": "1968-07-03", "moscow": "not known"}
    (done,) = load_text(kept(several=FOR_ALL, received=received)).acts
    (london, first), (moscow, second) = done.deposits
    assert (london, moscow) == ("london", "moscow")
    assert first.days.first == first.days.last == date(1968, 7, 3)
    assert second.text == "not known"
    assert second.days.first == date(1968, 7, 2)  # not before it was done


def test_an_act_counts_from_the_depositary_of_its_author() -> None:
    received = {"london": "1968-07-03", "moscow": "1968-07-09"}
    (done,) = load_text(kept(several=FOR_SOME, by="BBB", received=received)).acts
    assert done.received is not None
    assert done.received.text == "1968-07-09"

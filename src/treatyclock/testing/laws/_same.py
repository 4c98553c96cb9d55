"""Laws that something changes nothing: the clock of a question, the order of a file, an idle act, a name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta, timezone
from itertools import islice, product
from string import ascii_uppercase
from typing import Any

from treatyclock.instants import packaged_zone
from treatyclock.testing.laws._compared import between, same_truth
from treatyclock.testing.laws._law import Breach, Law, Trial
from treatyclock.testing.laws._variants import (
    TreatyTables,
    in_order,
    readable,
    renamed,
    tables_in,
    text_of_tables,
    with_act,
)
from treatyclock.testing.register import WithWriting
from treatyclock.truth import Truth

CLOCKS = (
    *(timezone(timedelta(minutes=minutes)) for minutes in (-720, -300, 0, 330, 840)),
    *(packaged_zone(name) for name in ("Europe/Moscow", "Asia/Tokyo", "America/New_York", "Pacific/Apia")),
)
"""Clocks that an instant is asked on: fixed ones, and zones with changes of clock, one of which skipped a day."""

CLOCKS_AT_ONCE = 3
"""On how many of them one question is asked again; the next question takes the next ones."""


def _zone_shift(tried: Trial) -> Iterator[Breach]:
    treaty = tried.load()
    for number, (at, whom) in enumerate(tried.questions()):
        first = tried.reply(treaty, at, whom)
        for clock in (CLOCKS * 2)[number % len(CLOCKS) :][:CLOCKS_AT_ONCE]:
            shifted = at.astimezone(clock)
            second = tried.reply(treaty, shifted, whom)
            if first is not None and second is not None and first != second:
                question = f"in force {whom} at {at.isoformat()}, asked as {shifted.isoformat()}"
                yield Breach(question=question, expected=f"the same: {first}", found=str(second))
                break


ZONE_SHIFT = Law(
    id="zone-shift",
    sentence="The same instant has the same answer, whatever clock it is asked on.",
    why="An instant is the same one on every clock. A treaty's days begin on the clock of the treaty (VCLT 24(1)), and "
    "not on the clock of whoever asks.",
    applies_to="every treaty; instants with a clock",
    rule=_zone_shift,
)


Reordering = Callable[[Sequence[TreatyTables]], Sequence[TreatyTables]]
"""What puts acts into another order."""


def of_order(order: Reordering, said: str = "in another order") -> Law:
    """Return the law that a certain order of the acts changes no answer.

    Args:
        order: What puts the acts, each a table of a treaty file, into that order.
        said: What that order is.

    Example:
        >>> from treatyclock.testing import laws
        >>> laws.of_order(lambda acts: acts[1:] + acts[:1]).check(laws.EXAMPLE)
        ()
    """

    def rule(tried: Trial) -> Iterator[Breach]:
        changed = in_order(tried.text, order)
        other = tried.load(changed)
        yield from between(tried, tried.load(), other, changed=changed, by=f"with the acts listed {said}")

    return replace(ORDER_OF_ACTS, rule=rule)


def _order_of_acts(tried: Trial) -> Iterator[Breach]:
    yield from of_order(lambda acts: acts[::-1], "backwards").rule(tried)
    yield from of_order(lambda acts: sorted(acts, key=lambda act: str(act["id"])), "by their ids").rule(tried)


ORDER_OF_ACTS = Law(
    id="order-of-acts",
    sentence="The order in which a file lists acts changes no answer.",
    why="An act has its effect by its date and not by its place in a list (VCLT 16, 78).",
    applies_to="every treaty",
    rule=_order_of_acts,
)

IDLE_KINDS = ("publication", "registration")
"""What is done beside a treaty, and neither begins nor ends it (Charter of the United Nations art. 102)."""

NEED_A_READING = ("outbreak of war", "repudiation")
"""What may end a treaty of two by a doctrine, and by its terms does not (VCLT 42(2), 73)."""


def of_irrelevant_act(act: Mapping[str, Any]) -> Law:
    """Return the law that a certain act, which neither begins nor ends a treaty, changes no answer.

    Args:
        act: The act, with the keys of an ``[[act]]`` of a treaty file.

    Example:
        >>> from treatyclock.testing import laws
        >>> printed = {"id": "printed", "kind": "publication", "by": "AAA", "on": "1937-01-01", "ref": "a gazette"}
        >>> laws.of_irrelevant_act(printed).check(laws.EXAMPLE)
        ()
    """

    def rule(tried: Trial) -> Iterator[Breach]:
        changed = with_act(tried.text, act)
        by = f"with a {act['kind']} on {act['on']}"
        yield from between(tried, tried.load(), tried.load(changed), changed=changed, by=by)

    return replace(IRRELEVANT_ACT, rule=rule)


def _irrelevant_act(tried: Trial) -> Iterator[Breach]:
    tables = tables_in(tried.text)
    kinds = IDLE_KINDS + (NEED_A_READING if len(tables["parties"]) == 2 else ())
    party = next(iter(tables["parties"]))
    days = sorted({at.date().isoformat() for at in tried.at})
    for number, kind in enumerate(kinds):
        day = days[number * len(days) // len(kinds)]
        act = {"id": "beside-the-matter", "kind": kind, "by": party, "on": day, "ref": "beside the matter"}
        yield from of_irrelevant_act(act).rule(tried)


IRRELEVANT_ACT = Law(
    id="irrelevant-act",
    sentence="An act that neither begins nor ends a treaty changes no answer.",
    why="A treaty ends only by its own provisions or by the law of treaties (VCLT 42(2)). It is in force whether "
    "or not it is published or registered (Charter of the United Nations art. 102). War, and a State's mere word "
    "that it is no longer bound, end it by a doctrine at most, and not by its terms (VCLT 42(2), 73).",
    applies_to="every treaty; war and repudiation of treaties of two only",
    except_where=("war among many, where a clause may speak of States engaged in a conflict",),
    rule=_irrelevant_act,
)

STRANGER = "XYZ"
"""The code of a State that signs and does nothing else; a treaty that lists it already is left out."""


def _stranger(tried: Trial) -> Iterator[Breach]:
    tables = tables_in(tried.text)
    when = tables.get("entry_into_force", {}).get("when")
    plain = isinstance(when, dict) and set(when) == {"instruments"} and not isinstance(when["instruments"], str)
    if not plain or "side" in tables or "weights" in tables or STRANGER in tables["parties"]:
        return
    listed = {**tables["parties"], STRANGER: "A State that only signed"}
    treaty = tried.load()
    for day in (min(tried.at).date(), max(tried.at).date()):
        act = {"id": "stranger", "kind": "signature", "by": STRANGER, "on": day.isoformat(), "ref": "beside the matter"}
        changed = text_of_tables({**tables, "parties": listed, "act": [*tables["act"], act]})
        if not readable(changed):
            continue
        by = f"with a State that signs on {day} and does no more"
        yield from between(tried, treaty, tried.load(changed), same_truth, changed=changed, by=by)


STRANGER_ACTS = Law(
    id="act-of-a-stranger",
    sentence="A State that signs, and does nothing else, changes nothing for anybody else.",
    why="A treaty creates neither rights nor obligations for a third State (VCLT 34), and who only signs is no party "
    "where the treaty calls for instruments (VCLT 14).",
    applies_to="treaties that enter into force by a number of instruments, without sides and weights",
    rule=_stranger,
)


def _renaming(tried: Trial) -> Iterator[Breach]:
    codes = list(tables_in(tried.text)["parties"])
    names = dict(zip(codes, _new_names(len(codes)), strict=True))
    changed = renamed(tried.text, names)
    other = tried.load(changed)
    yield from between(tried, tried.load(), other, changed=changed, names=names, by="with the parties renamed")


def _new_names(number: int) -> list[str]:
    """Return as many codes as are needed, the last of the alphabet first: their order is turned round."""
    letters = ascii_uppercase[::-1]
    return [f"{one}{two}Q" for one, two in islice(product(letters, repeat=2), number)]


RENAMING = Law(
    id="renaming",
    sentence="What its parties are called, and in which order they are listed, changes no answer.",
    why="States are equal before the law of treaties (Charter of the United Nations art. 2(1)): who they are matters "
    "only where a clause names them, and then the clause is renamed with them.",
    applies_to="every treaty",
    rule=_renaming,
)


def _written_again(tried: Trial) -> Iterator[Breach]:
    assert isinstance(tried.register, WithWriting)
    treaty = tried.load()
    changed = tried.register.dumps(treaty)
    yield from between(tried, treaty, tried.load(changed), changed=changed, by="written and loaded again")


WRITTEN_AGAIN = Law(
    id="written-again",
    sentence="A treaty that is written and loaded again has the same answers.",
    why="A file says all that the treaty says: what answers come from, it holds (the format of treaty files).",
    applies_to="every treaty",
    needs=WithWriting,
    rule=_written_again,
)


def _calls_for_consent(when: Any) -> bool:
    """Tell whether a condition for entry into force cannot be met by the course of time and events alone."""
    if not isinstance(when, Mapping):
        return True
    if "any_of" in when:
        return all(map(_calls_for_consent, when["any_of"]))
    if "all_of" in when:
        return any(map(_calls_for_consent, when["all_of"]))
    return not {"not_before", "event", "elapsed"} & set(when)


def _no_act(tried: Trial) -> Iterator[Breach]:
    tables = tables_in(tried.text)
    tables["act"] = []
    entry = tables.get("entry_into_force", {})
    if "recorded" in entry or "end" in tables or not _calls_for_consent(entry.get("when", "")):
        return
    # Clauses name acts as events; and where acts may lack, silence tells nothing.
    changed = text_of_tables({key: each for key, each in tables.items() if key not in ("record", "part", "reading")})
    if not readable(changed):
        return
    treaty = tried.load(changed)
    for at, whom in tried.questions():
        reply = tried.reply(treaty, at, whom)
        if reply is not None and reply.truth is not Truth.NO:
            question = f"in force {whom} at {at.isoformat()}, without any act"
            yield Breach(question=question, expected="no", found=str(reply), changed=changed)


NO_ACT_NO_TREATY = Law(
    id="no-act-no-treaty",
    sentence="A treaty to which nobody consented is in force for nobody.",
    why="Consent to be bound is expressed by an act (VCLT 11), and a party is who consented (VCLT 2(1)(g)).",
    applies_to="every treaty without the acts that its file lists",
    except_where=(
        "a day of entry or an end that was recorded, which presupposes consents",
        "clauses that name an act, without which their file cannot be read",
        "a treaty that a day or an event alone brings into force, as a decision does that needs nobody's consent",
    ),
    rule=_no_act,
)

"""Laws on parties: what holds between two, for each of them, and generally."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from treatyclock.testing.laws._law import GENERALLY, Breach, Law, Trial, Whom
from treatyclock.testing.laws._variants import tables_in
from treatyclock.testing.register import Reply
from treatyclock.truth import Truth


def _breach(at: datetime, whom: Whom, expected: str, found: Reply) -> Breach:
    return Breach(question=f"in force {whom} at {at.isoformat()}", expected=expected, found=str(found))


def _symmetric(tried: Trial) -> Iterator[Breach]:
    treaty = tried.load()
    for at in tried.at:
        for one, other in tried.pairs:
            first = tried.reply(treaty, at, Whom(None, (one, other)))
            second = tried.reply(treaty, at, Whom(None, (other, one)))
            if first is not None and second is not None and first != second:
                yield _breach(at, Whom(None, (other, one)), f"as between {one} and {other}: {first}", second)


PAIRS_ARE_SYMMETRIC = Law(
    id="pairs-are-symmetric",
    sentence="A treaty is in force between one State and another just when it is between the other and the one.",
    why="Being bound towards each other is one relation of two States, and not two (VCLT 2(1)(g), 26).",
    applies_to="treaties of two parties at least",
    rule=_symmetric,
)


def _each_is_a_party(tried: Trial) -> Iterator[Breach]:
    treaty = tried.load()
    for at in tried.at:
        for pair in tried.pairs:
            both = tried.reply(treaty, at, Whom(None, pair))
            for party in pair:
                alone = tried.reply(treaty, at, Whom(party))
                if both is None or alone is None:
                    continue
                if alone.truth is Truth.NO and both.truth is not Truth.NO:
                    yield _breach(at, Whom(None, pair), f"no, since it is not in force for {party}", both)
                if both.truth is Truth.YES and alone.truth is not Truth.YES:
                    yield _breach(at, Whom(party), f"yes, since it is in force {Whom(None, pair)}", alone)


A_PAIR_IS_OF_PARTIES = Law(
    id="a-pair-is-of-parties",
    sentence="A treaty is in force between two States only while it is in force for each of them.",
    why="It binds the parties to it (VCLT 26), and a party is a State for which it is in force (VCLT 2(1)(g)).",
    applies_to="treaties of two parties at least",
    rule=_each_is_a_party,
)


def _generally(tried: Trial) -> Iterator[Breach]:
    treaty = tried.load()
    for at in tried.at:
        generally = tried.reply(treaty, at, GENERALLY)
        if generally is None or generally.truth is Truth.YES:
            continue
        for whom in tried.whom:
            reply = tried.reply(treaty, at, whom)
            if reply is not None and reply.truth is Truth.YES:
                yield _breach(at, GENERALLY, f"yes, since it is in force {whom}", generally)
            elif reply is not None and reply.truth is Truth.UNKNOWN and generally.truth is Truth.NO:
                yield _breach(at, whom, "no, since it is not in force generally", reply)


IN_FORCE_FOR_SOME_IS_IN_FORCE = Law(
    id="in-force-for-some-is-in-force",
    sentence="A treaty that is in force for some party, or between some two, is in force generally.",
    why="A treaty is in force for a State only as a treaty in force (VCLT 24(1), 24(3)).",
    applies_to="every treaty",
    rule=_generally,
)


def _somebody(tried: Trial) -> Iterator[Breach]:
    tables = tables_in(tried.text)
    listed = list(tables["parties"])
    if "recorded" in tables.get("entry_into_force", {}) or "record" in tables or set(tried.parties) != set(listed):
        return
    treaty = tried.load()
    for at in tried.at:
        generally = tried.reply(treaty, at, GENERALLY)
        replies = [tried.reply(treaty, at, Whom(party)) for party in listed]
        if generally is None or None in replies or generally.truth is Truth.NO:
            continue
        anybody = Truth.any_of(reply.truth for reply in replies if reply is not None)
        if anybody is Truth.NO:
            yield _breach(at, GENERALLY, "no, since it is in force for nobody", generally)


IN_FORCE_FOR_NOBODY_IS_NOT_IN_FORCE = Law(
    id="in-force-for-nobody-is-not-in-force",
    sentence="A treaty that is in force for none of its parties is not in force.",
    why="A treaty is an agreement between States that are bound by it (VCLT 2(1)(a), 2(1)(g), 54).",
    applies_to="treaties whose parties are all asked about",
    except_where=(
        "a record that says how much it holds, since parties may lack in it",
        "a recorded entry into force, by which States that are not listed may be parties",
    ),
    rule=_somebody,
)

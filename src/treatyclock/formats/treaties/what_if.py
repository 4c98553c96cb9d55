"""A record with other acts: some left out, some added as a treaty file would write them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from treatyclock.errors import DuplicateActError, TreatyFileError, UnknownPartError, WrongTypeError, expect
from treatyclock.formats.documents.flaws import FlawLog
from treatyclock.formats.documents.plain_values import plain_values, too_deep
from treatyclock.formats.treaties._acts import acts
from treatyclock.formats.treaties._reader import DeclaredNames, TreatyReader
from treatyclock.formats.treaties.grammar import ACT
from treatyclock.law.acts.act import Act, Hypothesis
from treatyclock.law.events import EventResolver
from treatyclock.law.parties import PARTY_CODE, Party
from treatyclock.law.record import Record

NewAct = Act | Mapping[str, Any]
"""An act, or a table of keys as an ``[[act]]`` of a treaty file has them."""


def without(record: Record, ids: str | Iterable[str]) -> Record:
    """Return a record without some acts, and without those that answer them; what presupposes them falls too.

    Raises:
        UnknownActError: If an act is not there.
        WrongTypeError: If these are not ids.
    """
    several = [ids] if isinstance(ids, str) else ids
    expect(several, Iterable, "acts to drop", "an id, or several: drop=['denunciation']")
    gone = set()
    for id in several:
        expect(id, str, "an act to drop", "its id: drop='denunciation'")
        gone.add(record.act(id).id)
    kept = tuple(act for act in record.acts if act.id not in gone and act.of not in gone)
    left = tuple(act for act in record.acts if act not in kept)
    return replace(
        record,
        acts=kept,
        added=tuple(act for act in record.added if act not in left),
        dropped=(*record.dropped, *(act for act in left if act not in record.added)),
    )


def with_acts(record: Record, new: NewAct | Iterable[NewAct], *, resolve: EventResolver | None = None) -> Record:
    """Return a record with more acts, each of them marked as hypothetical.

    Where the list of parties is in part, a State that is not on it may act too: it is then listed, and has done what is
    added and nothing else.

    Args:
        record: The record.
        new: The acts.
        resolve: What finds out when an event of a case came, for acts that are timed by one.

    Raises:
        DuplicateActError: If an act has the id of one that is there.
        TreatyFileError: If an act has faults.
        UnknownPartError: If an act names a part that the treaty has not.
        UnknownPartyError: If an act is by a party that the treaty does not name.
        WrongTypeError: If these are not acts.
    """
    several = [new] if isinstance(new, Act | Mapping) else new
    if isinstance(several, str):  # an empty text would be no acts at all
        raise WrongTypeError("acts to add", several, _AN_ACT)
    expect(several, Iterable, "acts to add", _AN_ACT)
    for each in several:
        expect(each, (Act, Mapping), "an act to add", _AN_ACT)
        record = _listing(record, each.by if isinstance(each, Act) else each.get("by"))
        made = each if isinstance(each, Act) else act_of(each, record, resolve=resolve)
        if any(other.id == made.id for other in record.acts):
            raise DuplicateActError(made.id, record.id)
        for party in made.by:
            record.party(party)
        if made.part and all(part.id != made.part for part in record.parts):
            raise UnknownPartError(made.part, record.id, [part.id for part in record.parts])
        if record.part is not None and not made.part:
            made = replace(made, part=record.part.id)
        made = replace(made, hypothetical=Hypothesis.ITS_AUTHORS)
        record = replace(record, acts=(*record.acts, made), added=(*record.added, made))
    return record


def _listing(record: Record, by: object) -> Record:
    """Return a record that lists those who act as well, where its list of parties is in part."""
    if record.coverage.lists_all_parties:
        return record
    codes = by if isinstance(by, list | tuple) else [by]
    states = dict.fromkeys(code for code in codes if isinstance(code, str) and PARTY_CODE.fullmatch(code))
    groups = {group.id for group in record.groups}
    new = tuple(Party(id=code, name=code) for code in states if code not in groups and not record.lists(code))
    return replace(record, parties=(*record.parties, *new)) if new else record


_AN_ACT = "an Act, or a table such as {'kind': 'denunciation', 'by': 'SUN', 'on': '1945-04-05', 'ref': 'art. 3'}"


def act_of(table: Mapping[str, Any], record: Record, *, resolve: EventResolver | None = None) -> Act:
    """Make one act as a treaty file would write it.

    Args:
        table: The keys of an ``[[act]]``.
        record: The record it is for: its parties, sources and acts are known to the act.
        resolve: What finds out when an event of a case came, if the act is timed by one.

    Raises:
        TreatyFileError: With every fault.
        WrongTypeError: If it is nested too deeply to be an act, or a key of it is not text.

    Example:
        >>> from treatyclock.corpus import record_of
        >>> pact = record_of("soviet-japanese-neutrality-pact")
        >>> act_of({"kind": "denunciation", "by": "SUN", "on": "1945-04-27", "ref": "art. 3"}, pact).id
        'denunciation-sun'
    """
    if too_deep(table) or not all(isinstance(key, str) for key in table):
        raise WrongTypeError("an act to add", table, _AN_ACT)
    document = {"act": [plain_values(dict(table))]}
    place = ("act", 0)
    refused = list(ACT.flaws(document["act"][0], place))
    log = FlawLog.of(refused)
    reader = TreatyReader(
        table=document,
        path=(),
        log=log,
        sources=frozenset(source.id for source in record.sources),
        declared=DeclaredNames(
            parties=frozenset(party.id for party in record.parties),
            parts=frozenset(part.id for part in record.parts),
            groups={group.id: group.parties for group in record.groups},
            depositary=record.depositary,
        ),
        resolve=resolve,
    )
    made = acts(reader, record.acts)
    faults = [
        flaw.as_fault(file="<act>", line=None, structural=structural, inside=place)
        for flaws, structural in ((refused, True), (log.found, False))
        for flaw in flaws
    ]
    if faults:
        raise TreatyFileError("<act>", faults)
    (act,) = made
    return act

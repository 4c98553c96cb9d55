"""From a document to a record, with the flaws that the grammar cannot see, such as names that nobody declared.

The builders go through the whole document and note every flaw.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from fractions import Fraction
from typing import Any

from treatyclock.civil.moments.read import moment
from treatyclock.formats.documents.flaws import Flaw, FlawLog, TooManyFlawsError
from treatyclock.formats.treaties._acts import act_ids, acts
from treatyclock.formats.treaties._clauses import clauses, hang_together
from treatyclock.formats.treaties._depositaries import depositary_of, with_depositary
from treatyclock.formats.treaties._not_known import narrowed
from treatyclock.formats.treaties._parties import check_sides, group_names, groups_of, parties_of
from treatyclock.formats.treaties._parts import part_ids, parts
from treatyclock.formats.treaties._reader import DeclaredNames, TreatyReader
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.consent import CONFIRMATION, SIGNATURE
from treatyclock.law.clauses.base import Clause
from treatyclock.law.clauses.conditions import (
    AllOf,
    AnyOf,
    AsRecorded,
    Condition,
    Consented,
    Elapsed,
    Happened,
    InForce,
    Instruments,
    NotBefore,
    Signed,
)
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.law.clauses.term import Anchor, Term
from treatyclock.law.conventions.calendar import MIDNIGHT
from treatyclock.law.conventions.term import TERM_FROM
from treatyclock.law.coverage import Coverage, Extent, Missing
from treatyclock.law.events import EventResolver
from treatyclock.law.parties import Source
from treatyclock.law.readings import TEXT, Reading
from treatyclock.law.record import Counting, Record, Weights


def build(
    document: Mapping[str, Any], file: str, refused: Sequence[Flaw], *, resolve: EventResolver | None = None
) -> tuple[Record | None, list[Flaw]]:
    """Make a record of a document, and note every flaw of meaning; a document with far too many gives no record.

    Args:
        document: What the file holds.
        file: What to call it.
        refused: What the grammar has refused; if there is anything, the record is not to be used.
        resolve: What finds out when an event of a case came.
    """
    tables = ("parties", "sources", "weights")
    names = {key: value if isinstance(value := document.get(key), Mapping) else {} for key in tables}
    declared = DeclaredNames(
        parties=frozenset(names["parties"]),
        acts=frozenset(act_ids(document)),
        weights=frozenset(names["weights"]),
        parts=frozenset(part_ids(document)),
        groups=group_names(document),
        in_part=isinstance(record := document.get("record"), Mapping) and record.get("parties") == Extent.IN_PART.value,
    )
    log = FlawLog.of(refused)
    whole = TreatyReader(
        table=document, path=(), log=log, sources=frozenset(names["sources"]), declared=declared, resolve=resolve
    )
    try:
        return _build(whole, names["sources"], file), log.found
    except TooManyFlawsError:
        return None, log.found


def _build(part: TreatyReader, sources: Mapping[str, Any], file: str) -> Record:
    own = clauses(part)
    check_sides(part, own)
    hang_together(part, own, has_term=_has_term(own))
    coverage, parties = _coverage(part.sub("record")), parties_of(part)
    depositary = depositary_of(part.sub("depositary"))
    done = narrowed(acts(with_depositary(part, depositary)), coverage)
    record = Record(
        id=part.text("id"),
        title=part.text("title"),
        parties=parties,
        groups=groups_of(part),
        sources=tuple(Source(id=id, title=str(title)) for id, title in sources.items()),
        clauses=own,
        depositary=depositary,
        weights=_weights(part.sub("weights")),
        counting=_counting(part.sub("counting")),
        coverage=coverage,
        acts=done,
        parts=parts(part),
        readings=_readings(part, own, done),
        note=part.text("note"),
        file=file,
    )
    told = tuple(replace(each, untold=_untold(record.about(each.id))) for each in record.parts if each.id)
    untold = _untold(record.about(None))
    if not untold and told == record.parts:
        return record
    return replace(record, coverage=replace(record.coverage, untold=untold), parts=told)


def _untold(record: Record) -> tuple[str, ...]:
    """Return the States of which a record tells no consent, though that the treaty entered into force may.

    Of many States; two were both parties. Where the day of entry alone is told, these are all; where the condition
    names States, it is they. What else a State did, such as to sign, shows nothing of its consent; that it confirmed a
    signature does. A treaty that names its day, of which no consent is on record at all, tells nothing of it either.
    """
    entry = record.clause(EntryIntoForce)
    if entry is None or record.bilateral:
        return ()
    signing = any(isinstance(part, Signed) for part in entry.when.walk())
    kinds = {CONFIRMATION, *((SIGNATURE,) if signing else ())}
    acts = (act for act in record.acts if act.kind.consents or act.kind in kinds)
    consented = {party for act in acts for party in act.by}
    if entry.recorded is None:
        return tuple(party.id for party in record.parties) if _by_itself(entry.when) and not consented else ()
    told_by_it = _who_must_have_consented(entry.when, [party.id for party in record.parties])
    return tuple(party.id for party in record.parties if party.id in told_by_it - consented)


def _by_itself(condition: Condition) -> bool:
    """Tell whether a condition can be met by the course of time and of events, whoever has consented."""
    match condition:
        case AllOf(conditions=parts):
            return all(map(_by_itself, parts))
        case AnyOf(conditions=parts):
            return any(map(_by_itself, parts))
    return isinstance(condition, NotBefore | Elapsed | Happened | InForce)


def _who_must_have_consented(condition: Condition, parties: Sequence[str]) -> set[str]:
    """Return the States of whose consent it tells that a condition was met; all where it does not say which it was."""
    found: set[str] = set()
    for part in condition.walk():
        if isinstance(part, AsRecorded):
            found.update(parties)
        elif isinstance(part, Consented | Signed):
            found.update(part.by or parties)
        elif isinstance(part, Instruments) and part.number >= len(part.among):
            found.update(part.among)
    return found


def _has_term(clauses: tuple[Clause, ...]) -> bool:
    return any(isinstance(clause, Term) for clause in clauses)


def _weights(part: TreatyReader | None) -> tuple[Weights, ...]:
    found = []
    for name in part.table if part is not None else ():
        inner = part.sub(name) if part is not None else None
        shares = inner.sub("shares") if inner is not None else None
        if inner is None or shares is None:
            continue
        pairs = []
        for code in shares.table:
            if code not in inner.declared.parties:
                shares.unknown((*shares.path, code), code, inner.declared.parties, "not a party of this treaty")
            weight = shares.get(code)
            if weight is not None:
                pairs.append((code, Fraction(str(weight))))
        whole = sum((weight for _, weight in pairs), Fraction(0))
        total = inner.get("total")
        if total is not None and Fraction(str(total)) < whole:
            inner.fault(
                "total", "is less than the sum of the shares", f"write {float(whole):g} or more, the sum of the shares"
            )
        found.append(
            Weights(
                id=name,
                shares=tuple(pairs),
                total=whole if total is None else Fraction(str(total)),
                basis=inner.basis(),
            )
        )
    return tuple(found)


def _counting(part: TreatyReader | None) -> Counting:
    if part is None:
        return Counting()
    month_end, act_day = part.text("month_end") or None, part.text("act_day") or None
    return Counting(midnight=part.zones("midnight"), month_end=month_end, act_day=act_day, basis=part.basis())


def _coverage(part: TreatyReader | None) -> Coverage:
    if part is None:
        return Coverage()
    acts = part.made("acts", Extent)
    for key in ("missing", "of"):
        if part.has(key) and acts is not Extent.IN_PART and not part.is_broken("acts"):
            part.fault(key, "says which acts may lack, and none may", 'write acts = "in part" beside it')
    return Coverage(
        parties=part.made("parties", Extent) or Extent.WHOLE,
        acts=acts,
        missing=tuple(Missing(value) for _, value in part.several("missing")),
        of=part.parties("of"),
        until=part.moment("until"),
        basis=part.basis(),
    )


def _readings(part: TreatyReader, own: tuple[Clause, ...], done: Sequence[Act]) -> tuple[Reading, ...]:
    found: list[Reading] = []
    # Acts that could not be made are known by name, so that one mistake is told once.
    ids = {act.id for act in done} | {each.text("id") for each in part.items("act") if each.text("id")}
    closed = ids - {act.id for act in done if not act.needs_reading}
    for each in part.items("reading"):
        reading = _reading(each, own, part, ids, closed)
        for both in set(reading.admits) & set(reading.rejects):
            each.fault("rejects", "is admitted and rejected", "leave it out of admits or of rejects", value=both)
        if reading.id == TEXT.id or any(other.id == reading.id for other in found):
            hint = "give each reading an id of its own; `text` is the treaty's own words"
            each.fault("id", "is the id of another reading", hint)
        found.append(reading)
    return tuple(found)


def _reading(
    part: TreatyReader, own: tuple[Clause, ...], whole: TreatyReader, ids: Set[str], closed: Set[str]
) -> Reading:
    theirs = clauses(part)
    check_sides(part, theirs)
    if not whole.has(Term.TABLE) or _has_term(own):
        hang_together(part, theirs, has_term=_has_term(theirs) or _has_term(own))
    return Reading(
        id=part.text("id"),
        title=part.text("title"),
        holder=part.text("holder"),
        sources=part.cited(),
        ref=part.text("ref"),
        choose=_choices(part.sub("choose")),
        clauses=theirs,
        without=_taken_away(part, own, theirs),
        admits=part.names("admits", closed, "not an act that needs to be admitted, such as a war"),
        rejects=part.names("rejects", ids, "not an act of this file"),
        note=part.text("note"),
    )


def _taken_away(part: TreatyReader, own: tuple[Clause, ...], theirs: tuple[Clause, ...]) -> tuple[str, ...]:
    """Return the clauses that a reading takes away."""
    for path, name in part.several("without"):
        if any(name == clause.TABLE for clause in theirs):
            part.fault(
                "", "is taken away and also given by this reading", "leave out one of the two", at=path, value=name
            )
        elif not any(name == clause.TABLE for clause in own):
            part.fault(
                "", "is not a clause of this treaty", "leave it out: there is nothing to take away", at=path, value=name
            )
    return tuple(name for _, name in part.several("without"))


def _choices(part: TreatyReader | None) -> tuple[tuple[str, str], ...]:
    if part is None:
        return ()
    part.zones(MIDNIGHT.key)
    if part.get(TERM_FROM.key) not in {anchor.value for anchor in Anchor}:
        part.made(TERM_FROM.key, moment)
    return tuple(sorted((key, str(part.get(key))) for key in part.table if part.get(key) is not None))

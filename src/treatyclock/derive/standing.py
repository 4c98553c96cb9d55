"""Where the treaty and each State stand in one world: entries, ends, and the edges between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from treatyclock.derive.case import Case
from treatyclock.derive.consent import Consent, consent_kinds, consents, signatures, withdrawn
from treatyclock.derive.ends import End, ends_for_all, ends_for_one, first_end
from treatyclock.derive.entry import Entry, entry_into_force, own_entry
from treatyclock.derive.exit.by_notice import end_by_notice
from treatyclock.derive.fate import Edge, Fate, Layer, Spell
from treatyclock.derive.layers import exclusions, provisional, sunset, suspensions
from treatyclock.derive.minimum import too_few
from treatyclock.derive.reasons import Reason, Rule, supporting
from treatyclock.derive.term import Terms
from treatyclock.law.acts import NOTICES, ActDate, ActKind
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.law.clauses.exit import Denunciation, EndsFor, ExitWhen
from treatyclock.law.record import Record
from treatyclock.law.status import Status
from treatyclock.truth import Truth

NEVER = Rule(
    "ended before entry", "all the same it had ended before it could enter into force, so it never was in force"
)
CONSENT_GONE = Rule("consent withdrawn", "the consent was taken back before the treaty was in force for it")

_NOTICES = tuple(kind for kind in ActKind if kind in NOTICES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What holds for all parties in one world.

    Attributes:
        entry: The treaty's entry into force; None if it has not entered.
        end: The end that comes to all; None if none is foreseen.
        reasons: The reasons found.
    """

    entry: Entry | None
    end: End | None
    reasons: Mapping[str, Reason]


def frame(case: Case) -> Frame:
    """Derive what holds for all parties."""
    entry = entry_into_force(case)
    end = None
    if entry is not None:
        terms = Terms(case, entry)
        found = list(ends_for_all(case, entry, terms))
        clause = case.record.clause(Denunciation)
        if clause is not None and clause.when is ExitWhen.END_OF_TERM and terms.runs:
            terms.deadline(0)  # a date that people ask for, whether or not a notice was given
        if releases_all(case.record):
            found += _by_notice_for_all(case, entry, terms)
        found += too_few(case, partial(_spells_of_all, case, entry))
        end = first_end(case, found, "end")
        if end is not None and _never(case, entry, end, ""):
            entry = end = None
    return Frame(entry=entry, end=end, reasons=case.reasons)


def _spells_of_all(case: Case, entry: Entry) -> list[Sequence[Spell]]:
    """Return the times for which each would be a party if the treaty never ended for all."""
    endless = Frame(entry=entry, end=None, reasons=case.reasons)
    return [party_fate(case, endless, party.id).spells for party in case.record.parties]


def releases_all(record: Record) -> bool:
    """Tell whether one notice ends the treaty for all: where there are two parties, or where the clause says so."""
    clause = record.clause(Denunciation)
    said = None if clause is None else clause.ends_for
    return record.bilateral or said is EndsFor.ALL


def _by_notice_for_all(case: Case, entry: Entry, terms: Terms) -> list[End]:
    """Return the ends that notices bring to all: of many States only one that is a party can give such a notice."""
    notices = case.docket.of(*_NOTICES)
    if case.record.bilateral:
        made = (end_by_notice(case, entry, entry, terms, act) for act in notices)
        return [each for each in made if each is not None]
    common = Frame(entry=entry, end=None, reasons=case.reasons)
    found = []
    for party in dict.fromkeys(party for act in notices for party in act.by):
        spells = _membership(case, common, party)[1]
        for act in case.docket.by(party, _NOTICES):
            given = case.legal_days(act.when())
            begun = [spell for spell in spells if spell.entry.day.first <= given.last]
            for spell in (begun or spells)[-1:]:
                end = end_by_notice(case, spell.entry, entry, terms, act)
                if end is not None and (spell.end is None or end.at[0] < spell.end.at[1]):
                    found.append(end)
    return found


def _never(case: Case, entry: Entry, end: End, name: str) -> bool:
    whom = f" for {name}" if name else ""
    text = f"had the treaty ended{whom} before it entered into force?"
    if not case.choices.settle(_ended_before(case, entry, end), f"ended before entry into force{whom}", text):
        return False
    case.derived(f"never:{name}" if name else "never", NEVER, True, entry.key, end.key)
    return True


def _ended_before(case: Case, entry: Entry, end: End) -> Truth:
    if end.last_day.first >= entry.day.last and not end.at_hour:
        return Truth.NO
    if any(reason.key == entry.key for reason in supporting(case.reasons, [end.key])):
        return Truth.NO  # it is counted from the entry, however vague that is
    if not end.at_hour:  # both are days of one clock, and compare as printed
        return ~entry.day.not_after(end.last_day)
    if end.notice is not None and end.notice.dated.wall is None:
        return ~entry.day.not_after(end.last_day)  # at once by a notice of a day: that day compares as printed too
    if end.at[1] <= entry.begins[0]:
        return Truth.YES
    return Truth.NO if end.at[0] > entry.begins[1] else Truth.UNKNOWN


# --- one State -------------------------------------------------------------------------------


def party_fate(case: Case, common: Frame, party: str) -> Fate:
    """Derive what follows for one State."""
    signed = signatures(case, party)
    edges = []
    if signed and signed[0].act.kind not in consent_kinds(case):
        edges.append(_edge(case, Status.SIGNATORY, signed[0]))
    spells: list[Spell] = []
    if case.record.bilateral:
        if agreed := _agreed(case, party):
            edges.append(_edge(case, Status.CONTRACTING, agreed[0]))
        if common.entry is not None:
            spells.append(Spell(entry=common.entry, end=common.end))
            edges += _spell_edges(spells[0])
    else:
        more, spells = _membership(case, common, party)
        edges += more
        if common.entry is not None and common.end is not None and not spells:
            edges.append(Edge(status=Status.NEVER_PARTY, at=common.end.at, key=common.end.key, what="end"))
    negotiated = case.record.bilateral or signed
    initial = Status.NEGOTIATING if negotiated else Status.NEVER_PARTY
    layers = _layers(case, party, signed, spells)
    return Fate(initial=initial, edges=tuple(edges), layers=layers, spells=tuple(spells), reasons=case.reasons)


def _edge(case: Case, status: Status, consent: Consent) -> Edge:
    act = consent.act
    return Edge(status=status, at=case.happening(act.when()), key=case.given_act(act), what=act.kind.value)


def _spell_edges(spell: Spell) -> list[Edge]:
    entry, end = spell.entry, spell.end
    found = [Edge(status=Status.PARTY, at=entry.begins, key=entry.key, what="entry into force")]
    if end is not None:
        found.append(Edge(status=Status.FORMER_PARTY, at=end.at, key=end.key, what="end"))
    return found


def _agreed(case: Case, party: str) -> tuple[Consent, ...]:
    clause = case.record.clause(EntryIntoForce)
    which = ActDate.RECEIVED if clause is None else clause.counts_from
    return consents(case, party, consent_kinds(case), which)


def _membership(case: Case, common: Frame, party: str) -> tuple[list[Edge], list[Spell]]:
    """Go through a State's acts of consent: each may begin a time of being a party once the last one is over."""
    edges: list[Edge] = []
    spells: list[Spell] = []
    for consent in _agreed(case, party):
        last = spells[-1].end if spells else None
        if spells and last is None:
            continue  # a party already: a later ratification moves nothing
        if last is not None:
            fact = f"{consent.act.id} after {party} had left"
            if not case.choices.settle(~consent.day.not_after(last.last_day), fact, f"was {fact}?"):
                continue
        else:
            edges.append(_edge(case, Status.CONTRACTING, consent))
        entry = None if common.entry is None else own_entry(case, common.entry, consent, _name(party, spells))
        gone = _taken_back(case, party, consent, entry)
        if gone is not None and not spells:
            edges.append(gone)
        if gone is not None or entry is None or common.entry is None:
            continue
        end = _end(case, common, entry, party, spells)
        if end is not None and _never(case, entry, end, party):
            continue
        spells.append(Spell(entry=entry, end=end))
        edges += _spell_edges(spells[-1])
    return edges, spells


def _name(party: str, spells: Sequence[Spell]) -> str:
    return f"{party}:{len(spells) + 1}" if spells else party


def _taken_back(case: Case, party: str, consent: Consent, entry: Entry | None) -> Edge | None:
    """Return the change that a withdrawal of consent brings; None if there is none before entry into force."""
    act = withdrawn(case, consent, party)
    if act is None:
        return None
    day = case.legal_days(act.when())
    fact = f"{act.id} before entry into force"
    if entry is not None and not case.choices.settle(~entry.day.not_after(day), fact, f"was {fact}?"):
        return None
    key = case.derived(f"consent:{act.id}", CONSENT_GONE, True, case.given_act(consent.act), case.given_act(act))
    back = Status.SIGNATORY if signatures(case, party) else Status.NEVER_PARTY
    return Edge(status=back, at=case.happening(act.when()), key=key, what=act.kind.value)


def _end(case: Case, common: Frame, entry: Entry, party: str, spells: Sequence[Spell]) -> End | None:
    found = list(ends_for_one(case, party))
    if not releases_all(case.record):
        since = spells[-1].end if spells else None
        notices = [
            act for act in case.docket.by(party, _NOTICES)
            if since is None or act.when().days.first > since.last_day.last
        ]  # fmt: skip
        if notices and common.entry is not None:
            terms = Terms(case, common.entry)
            made = (end_by_notice(case, entry, common.entry, terms, act, party=party) for act in notices)
            found += [each for each in made if each is not None]
    if not found:
        return common.end
    if common.end is not None:
        found.append(common.end)
    return first_end(case, found, f"end for {_name(party, spells)}")


def _layers(case: Case, party: str, signed: Sequence[Consent], spells: Sequence[Spell]) -> tuple[Layer, ...]:
    found = list(provisional(case, party, signed))
    whose = [each.id for each in case.record.parties] if case.record.bilateral else [party]
    found += suspensions(case, whose)
    for number, spell in enumerate(spells):
        if spell.end is not None:
            found += sunset(case, spell.end, _name(party, spells[:number]))
    return tuple(found)


# --- the treaty generally, and a pair --------------------------------------------------------


def general_fate(case: Case, common: Frame) -> Fate:
    """Derive what follows generally: of two parties, what both have gone through; of many, what holds for all."""
    edges: list[Edge] = []
    layers = list(suspensions(case, [party.id for party in case.record.parties], of_all=not case.record.bilateral))
    if case.record.bilateral:
        edges = _joint_edges(case)
    spells = [] if common.entry is None else [Spell(entry=common.entry, end=common.end)]
    for spell in spells:
        edges += _spell_edges(spell)
        if spell.end is not None:
            layers += sunset(case, spell.end, "all")
    return Fate(
        initial=Status.NEGOTIATING, edges=tuple(edges), layers=tuple(layers), spells=tuple(spells), reasons=case.reasons
    )


def _joint_edges(case: Case) -> list[Edge]:
    clause = case.record.clause(EntryIntoForce)
    which = ActDate.RECEIVED if clause is None else clause.counts_from
    parties = [party.id for party in case.record.parties]
    kinds = consent_kinds(case)
    signed = [signatures(case, party)[:1] for party in parties]
    steps = [(Status.SIGNATORY, [each[0] for each in signed if each and each[0].act.kind not in kinds])]
    agreed = [consents(case, party, kinds, which)[:1] for party in parties]
    steps.append((Status.CONTRACTING, [each[0] for each in agreed if each]))
    found = []
    for status, done in steps:
        if len(done) == len(parties):
            spans = [case.happening(each.act.when()) for each in done]
            at = (max(span[0] for span in spans), max(span[1] for span in spans))
            act = done[spans.index(max(spans))].act
            found.append(Edge(status=status, at=at, key=case.given_act(act), what=act.kind.value))
    return found


def pair_fate(case: Case, common: Frame, pair: tuple[str, str]) -> Fate:
    """Derive what follows between two States: the treaty is in force between them while it is for both."""
    fates = [party_fate(case, common, party) for party in pair]
    excluded = exclusions(case, pair)
    edges = sorted((edge for fate in fates for edge in fate.edges), key=lambda edge: edge.at)
    return Fate(
        initial=Status.NEGOTIATING,
        edges=tuple(edges),
        layers=excluded,
        spells=_common_spells(*(fate.spells for fate in fates)),
        reasons=case.reasons,
        lines=tuple(fate.line for fate in fates),
    )


def _common_spells(one: Sequence[Spell], other: Sequence[Spell]) -> tuple[Spell, ...]:
    """Return the times common to both, each from the later entry to the earlier end."""
    found = []
    for mine in one:
        for theirs in other:
            entry = max(mine.entry, theirs.entry, key=lambda each: each.begins)
            ends = [spell.end for spell in (mine, theirs) if spell.end is not None]
            end = min(ends, key=lambda each: each.at) if ends else None
            if end is None or end.at[1] > entry.begins[0]:
                found.append(Spell(entry=entry, end=end))
    return tuple(found)

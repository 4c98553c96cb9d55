"""What the file declares and nothing uses, and dates that are not sure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from treatyclock.derive.reasoning.reasons import Given
from treatyclock.law.acts.act import OTHER_DATES, Act
from treatyclock.law.acts.exit import FIRST_NOTICE
from treatyclock.law.acts.kind import ActKind
from treatyclock.law.acts.term import REVIEW_AGREED
from treatyclock.law.clauses.conditions import AsRecorded, Consented, Exchanged, Instruments, Signed
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.law.clauses.exit import Denunciation
from treatyclock.law.clauses.others import Companion
from treatyclock.law.clauses.review import Review
from treatyclock.law.coverage import Missing
from treatyclock.law.subjects import Subject
from treatyclock.lint.context import Context
from treatyclock.lint.finding import FindingKind, Remark
from treatyclock.lint.rule import lint_rule

UNUSED_SOURCE = FindingKind(
    "unused-source",
    "A source is declared, and nothing cites it.",
    minor=True,
)
IDLE_PARTY = FindingKind(
    "idle-party",
    "A party does nothing, and no clause names it.",
    minor=True,
)
ACT_WITHOUT_EFFECT = FindingKind(
    "act-without-effect",
    "Nothing follows from an act, under any reading.",
    minor=True,
)
UNCERTAIN_DATE = FindingKind(
    "uncertain-date",
    "A date is marked as uncertain.",
    minor=True,
)
IDLE_PART = FindingKind(
    "idle-part",
    "A part has nothing of its own, so that it lives as the whole treaty does.",
    minor=True,
)
VAGUE_DATE = FindingKind(
    "vague-date",
    "A date is known only as a range.",
    minor=True,
)

_NAMES = {"dated": "the date"}


@lint_rule(order=90)
def sources(context: Context) -> Iterator[Remark]:
    """Sources that nothing cites."""
    record = context.life.record
    clauses = [*record.clauses, *(clause for reading in record.readings for clause in reading.clauses)]
    clauses += [clause for part in record.parts for clause in part.clauses]
    bases = [record.counting.basis, *(each.basis for each in clauses), *(each.basis for each in record.weights)]
    bases += [part.basis for part in record.parts]
    several: list[Iterable[str]] = [
        *(basis.sources for basis in bases),
        *(act.sources for act in context.all_acts),
        *(reading.sources for reading in record.readings),
    ]
    cited = {source for each in several for source in each}
    for source in record.sources:
        if source.id not in cited:
            hint = f'cite it where it says something: source = "{source.id}"; or leave it out'
            yield Remark(UNUSED_SOURCE, ("sources", source.id), f"nothing cites {source.id}", hint)


@lint_rule(order=90)
def parties(context: Context) -> Iterator[Remark]:
    """Parties that do nothing and are named nowhere."""
    record = context.record
    named = {party for act in context.all_acts for party in act.by}
    named |= {party for table in record.weights for party, _ in table.shares}
    entry = record.clause(EntryIntoForce)
    for condition in () if entry is None else entry.when.walk():
        if isinstance(condition, Signed | Consented):
            named.update(condition.by)
        elif isinstance(condition, Instruments):
            named.update(condition.among)
    if entry is not None and isinstance(entry.when, AsRecorded):
        return  # a fact needs nobody's act
    for party in record.parties:
        if party.id not in named and not record.coverage.lacks(Missing.CONSENT, party.id):
            hint = "add what it did, or leave it out"
            yield Remark(IDLE_PARTY, ("parties", party.id), f"{party.id} does nothing in this file", hint)


@lint_rule(order=90)
def idle_parts(context: Context) -> Iterator[Remark]:
    """Parts that have no clause, no act and nothing else of their own."""
    for number, part in enumerate(context.life.record.parts):
        own = (
            part.clauses,
            part.without,
            part.only_for,
            part.not_for,
            part.consent,
            part.outlasts_treaty,
            part.outlasts_if_agreed,
        )
        if context.part is None and not any(own) and all(act.part != part.id for act in context.all_acts):
            hint = "write its own clauses, or acts with part = its id; or leave it out"
            problem = f"{part.id} has nothing of its own"
            yield Remark(IDLE_PART, ("part", number), problem, hint)


@lint_rule(order=90)
def idle_acts(context: Context) -> Iterator[Remark]:
    """Acts from which nothing follows under any reading."""
    used = {
        reason.value.id
        for life in (context.life, *context.others)
        for subject in (*context.subjects(), *_pairs(context))
        for world in life.course(subject).worlds
        for reason in world.result.findings.reasons.values()
        if isinstance(reason, Given) and isinstance(reason.value, Act)
    }
    # Where instruments are exchanged, ratification is the step before it (Vienna Convention art. 13).
    entry = context.record.clause(EntryIntoForce)
    exchanged = entry is not None and any(isinstance(each, Exchanged) for each in entry.when.walk())
    admitted = {id for life in (context.life, *context.others) for id in life.reading.admits}
    for act in context.record.acts:
        path = context.at_act(act, "kind")
        if act.needs_reading and act.id not in admitted:
            problem = f"{act.id} has no effect by itself, and no reading admits it"
            yield Remark(ACT_WITHOUT_EFFECT, path, problem, f'let a [[reading]] admit it: admits = "{act.id}"')
        elif _may_stand_alone(context, act.kind) or (exchanged and act.kind.ratifies):
            continue
        elif act.id not in used:
            hint = "check its date, its authors and the clause for it; or leave it as it stands"
            yield Remark(ACT_WITHOUT_EFFECT, path, f"nothing follows from {act.id}", hint)


def _may_stand_alone(context: Context, kind: ActKind) -> bool:
    """Tell whether an act of a kind may stand in a file though nothing follows from it."""
    if kind == FIRST_NOTICE:
        return any(clause.first_notice is not None for clause in context.record.several(Denunciation))
    if kind == REVIEW_AGREED:
        return any(clause.or_as_agreed for clause in context.record.several(Review))
    return kind.for_the_record or kind.is_notice


def _pairs(context: Context) -> set[Subject]:
    """Return the pairs between which alone something holds: a suspension addressed to some, or a tie to a companion."""
    acts = (act for act in context.record.acts if act.kind.suspends)
    found = {Subject((one, other)) for act in acts for one in act.by for other in act.to}
    read = (life.record.read_as(life.reading) for life in (context.life, *context.others))
    between = (clause.between for each in read for clause in each.several(Companion))
    return found | {Subject((pair[0], pair[1])) for pair in between if len(pair) == 2}


@lint_rule(order=90)
def dates(context: Context) -> Iterator[Remark]:
    """Dates that are marked as uncertain, or that are ranges."""
    for act in context.record.acts:
        if not act.certain:
            problem = f"the date of {act.id} is marked as uncertain"
            hint = "take the mark away once a source gives the date; until then answers say that it is uncertain"
            yield Remark(UNCERTAIN_DATE, context.at_act(act, "certain"), problem, hint)
        for name in ("dated", *OTHER_DATES):
            moment = getattr(act, name)
            if moment is None:
                continue
            key = name if name != "dated" else "on" if moment.wall is None else "at"
            if not moment.days.known:
                problem = f"{_NAMES.get(name, name)} of {act.id} is known only as {moment.text}"
                hint = "give the day, if a source has it; answers within that time are unknown"
                yield Remark(VAGUE_DATE, context.at_act(act, key), problem, hint)
            elif set(moment.text) & set("?~%"):
                problem = f"{_NAMES.get(name, name)} of {act.id} is marked as uncertain: {moment.text}"
                hint = "take the mark away once a source gives the date"
                yield Remark(UNCERTAIN_DATE, context.at_act(act, key), problem, hint)

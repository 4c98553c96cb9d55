"""Clauses that nothing can bring into play."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from treatyclock.law.acts import ActKind
from treatyclock.law.clauses.conditions import Consented, Exchanged, FixedDate, Instruments, Share, Signed
from treatyclock.law.clauses.entry import EntryIntoForce, Joining, ProvisionalApplication
from treatyclock.law.clauses.exit import Denunciation, EndsFor, ExitWhen, TiedTo
from treatyclock.law.clauses.sunset import Sunset
from treatyclock.law.clauses.term import Renewal, Review, Term
from treatyclock.lint.context import Matter
from treatyclock.lint.finding import Remark


def entry(matter: Matter) -> Iterator[Remark]:
    """No clause on entry, or one that asks for more than there is."""
    clause = matter.clause(EntryIntoForce)
    if clause is None:
        hint = "add [entry_into_force]; of a treaty without such a clause practice takes the signature of all"
        yield Remark("no-entry-clause", (), "nothing says what brings the treaty into force, so it never is", hint)
        return
    path = matter.at(EntryIntoForce, "when")
    hint = "name the other parties, or give recorded = the day that the depositary recorded"
    for condition in () if clause.recorded is not None else clause.when.walk():
        if isinstance(condition, Instruments):
            there = len(condition.among or matter.record.parties)
            if there < condition.number:
                whose = "are listed as those whose count" if condition.among else "parties are named"
                problem = f"it takes {condition.number} instruments, and only {there} {whose}"
                yield Remark("condition-out-of-reach", path, problem, hint)
        elif isinstance(condition, Share):
            table = next(each for each in matter.record.weights if each.id == condition.of)
            whole = sum((weight for _, weight in table.shares), Fraction(0))
            if whole < condition.at_least * table.total:
                problem = (
                    f"it takes {float(condition.at_least * 100):g}% of {condition.of}, "
                    f"and the shares listed are {float(whole / table.total * 100):.4g}% together"
                )
                yield Remark("condition-out-of-reach", path, problem, hint)


def joining(matter: Matter) -> Iterator[Remark]:
    """A clause for later joiners where there can be none."""
    clause = matter.clause(EntryIntoForce)
    if matter.clause(Joining) is None:
        return
    condition = None if clause is None else clause.when
    if matter.record.bilateral:
        problem = "a treaty of two parties has no State that joins later"
    elif isinstance(condition, Exchanged | FixedDate) or (
        isinstance(condition, Signed | Consented) and not condition.by
    ):
        problem = f"it enters into force once {condition.words}, so no party of this file joins later"
    else:
        return
    yield Remark(
        "joining-unreachable", matter.at(Joining), problem, "leave it out, or name those who must consent first"
    )


def provisional(matter: Matter) -> Iterator[Remark]:
    """Provisional application of a treaty that is in force when it is signed."""
    clause = matter.clause(EntryIntoForce)
    if clause is None or matter.clause(ProvisionalApplication) is None:
        return
    at_once = isinstance(clause.when, Signed) and not clause.when.by and not clause.delay and clause.not_before is None
    if at_once and matter.record.bilateral:
        problem = "the treaty is in force as soon as it is signed, so there is nothing to apply provisionally"
        yield Remark("provisional-unreachable", matter.at(ProvisionalApplication), problem, "leave it out")


def renewal(matter: Matter) -> Iterator[Remark]:
    """Renewals that nothing stops, and notices against renewals that there are not."""
    clause, exit_, term = matter.clause(Renewal), matter.clause(Denunciation), matter.clause(Term)
    if clause is not None and exit_ is None:
        yield Remark(
            "renewal-unstoppable",
            matter.at(Renewal),
            "it goes on unless denounced, and no clause allows a denunciation",
            "add [denunciation]; a term that is longer from the start is one of [term]",
        )
    if exit_ is None or exit_.when is not ExitWhen.END_OF_TERM:
        return
    if term is not None and clause is None:
        yield Remark(
            "notice-changes-nothing",
            matter.at(Denunciation, "when"),
            "a notice for the end of the term changes nothing: there is no [renewal], so the treaty ends then anyway",
            "add [renewal], or leave [denunciation] out",
        )
    if exit_.notice_when_indefinite is not None and (clause is None or not clause.then_indefinite):
        yield Remark(
            "notice-when-indefinite-unreachable",
            matter.at(Denunciation, "notice_when_indefinite"),
            "the treaty never runs without a term",
            'leave it out, or let the treaty go on: then = "indefinite" in [renewal]',
        )


def of_two(matter: Matter) -> Iterator[Remark]:
    """What makes sense only among more than two."""
    clause = matter.clause(Denunciation)
    if clause is None or not matter.record.bilateral:
        return
    if clause.ends_for is EndsFor.NOTIFIER:
        problem = "of two parties one cannot stay alone, so a notice cannot release the notifier only"
        hint = 'leave it out, or ends_for = "all"'
        yield Remark("ends-for-one-of-two", matter.at(Denunciation, "ends_for"), problem, hint)
    if clause.chain is not None:
        problem = "of two parties there is none left to follow the notice of the other"
        yield Remark("chain-unreachable", matter.at(Denunciation, "chain"), problem, "leave it out")


_ENDINGS = frozenset(
    {
        ActKind.TERMINATION, ActKind.WAR, ActKind.REPUDIATION, ActKind.EXTINCTION, ActKind.DECISION,
        ActKind.MEMBERSHIP_END,
    }
)  # fmt: skip


def sunset(matter: Matter) -> Iterator[Remark]:
    """Effect that survives an end which cannot come."""
    if matter.clause(Sunset) is None:
        return
    term, further = matter.clause(Term), matter.clause(Renewal)
    runs_out = term is not None and (further is None or not (further.then_indefinite or set(further.times) == {None}))
    ways = any(matter.clause(each) is not None for each in (Denunciation, TiedTo, Review))
    if not runs_out and not ways and not any(act.kind in _ENDINGS for act in matter.record.acts):
        yield Remark(
            "sunset-unreachable",
            matter.at(Sunset),
            "no clause and no act brings the treaty to an end, so there is none for its effect to survive",
            "add the clause by which it ends: [term], [denunciation] or [tied_to]",
        )


RULES = (entry, joining, provisional, renewal, of_two, sunset)

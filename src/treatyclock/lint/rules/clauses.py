"""Clauses that nothing can bring into play."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from treatyclock.civil.moments.moment import Moment
from treatyclock.derive.consent.negotiating import awaited
from treatyclock.derive.exit.rules import open_to
from treatyclock.law.clauses.before_entry import ProvisionalApplication
from treatyclock.law.clauses.conditions import Instruments, Share, Signed
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.law.clauses.exit import Denunciation, EndsFor, ExitWhen
from treatyclock.law.clauses.joining import Joining, JoinsBy
from treatyclock.law.clauses.review import Review
from treatyclock.law.clauses.sunset import Sunset
from treatyclock.law.clauses.term import Renewal, Term
from treatyclock.lint.context import Context
from treatyclock.lint.finding import FindingKind, Remark
from treatyclock.lint.rule import lint_rule

NO_ENTRY_CLAUSE = FindingKind(
    "no-entry-clause",
    "Nothing says what brings the treaty into force, so it never enters into force.",
)
CONDITION_OUT_OF_REACH = FindingKind(
    "condition-out-of-reach",
    "Entry into force needs more than all the parties of the file can give.",
)
JOINING_UNREACHABLE = FindingKind(
    "joining-unreachable",
    "Nobody can join later by a rule: all whom it is for must have consented before the entry into force.",
)
JOINING_HIDDEN = FindingKind(
    "joining-hidden",
    "Of several rules on later joiners, an earlier one leaves nobody for a later one.",
)
PROVISIONAL_UNREACHABLE = FindingKind(
    "provisional-unreachable",
    "The treaty is in force as soon as its provisional application could begin, so nobody applies it provisionally.",
)
RENEWAL_UNSTOPPABLE = FindingKind(
    "renewal-unstoppable",
    "A renewal waits for a denunciation that no clause allows.",
)
NOTICE_CHANGES_NOTHING = FindingKind(
    "notice-changes-nothing",
    "A notice for the end of a term that is not renewed: the treaty ends then anyway.",
)
NOTICE_WHEN_INDEFINITE_UNREACHABLE = FindingKind(
    "notice-when-indefinite-unreachable",
    "A notice is set for a treaty without a term, and this treaty always has one.",
)
ENDS_FOR_ONE_OF_TWO = FindingKind(
    "ends-for-one-of-two",
    "A notice that releases only the notifier, in a treaty of two.",
)
EXIT_UNREACHABLE = FindingKind(
    "exit-unreachable",
    "One of several clauses on leaving is for nobody: each party has a clause of its own for such a notice.",
)
CHAIN_UNREACHABLE = FindingKind(
    "chain-unreachable",
    "A right to follow another's notice, in a treaty of two.",
)
SUNSET_UNREACHABLE = FindingKind(
    "sunset-unreachable",
    "Effect survives the end, and no clause and no act brings the treaty to an end.",
)


@lint_rule(of_clauses=True)
def entry(context: Context) -> Iterator[Remark]:
    """No clause on entry, or one that asks for more than there is."""
    clause = context.clause(EntryIntoForce)
    if clause is None:
        hint = "add [entry_into_force]; where the text has no such clause, practice takes the signature of all"
        yield Remark(
            NO_ENTRY_CLAUSE, (), "nothing says what brings the treaty into force, so it never enters into force", hint
        )
        return
    path = context.at(EntryIntoForce, "when")
    hint = "name the other parties, or give recorded = the day that the depositary recorded"
    for condition in () if clause.recorded is not None else clause.when.walk():
        if isinstance(condition, Instruments):
            there = len(condition.among or context.record.parties)
            complete = bool(condition.among) or context.record.coverage.lists_all_parties
            more = any((act.ordinal or 0) > there for act in context.record.acts)  # others came who are not listed
            if there < condition.number and complete and not more:
                whose = "States are listed in among" if condition.among else "parties are named"
                problem = f"{condition.number} instruments are needed, and only {there} {whose}"
                yield Remark(CONDITION_OUT_OF_REACH, path, problem, hint)
        elif isinstance(condition, Share):
            table = next(each for each in context.record.weights if each.id == condition.of)
            whole = sum((weight for _, weight in table.shares), Fraction(0))
            if whole < condition.at_least * table.total:
                problem = (
                    f"{float(condition.at_least * 100):g}% of {condition.of} are needed, "
                    f"and the listed shares make {float(whole / table.total * 100):.4g}% together"
                )
                yield Remark(CONDITION_OUT_OF_REACH, path, problem, hint)


@lint_rule(of_clauses=True)
def joining(context: Context) -> Iterator[Remark]:
    """A clause for later joiners where there can be none."""
    clause, first = context.clause(EntryIntoForce), set(awaited(context.record))
    for rule in context.record.several(Joining):
        # A State that the file does not list yet may accede; only the listed ones have signed.
        signed = [each.id for each in context.record.parties] if rule.by is JoinsBy.RATIFICATION else []
        listed = rule.parties or signed
        if clause is None or not listed or not set(listed) <= first or not context.record.waits_for(first):
            continue
        if isinstance(rule.after, Moment):  # the day may come before all have consented
            continue
        problem = f"it enters into force once {clause.when.says()}, so none of those whom the rule is for joins later"
        hint = "leave it out, or name those who must consent first"
        yield Remark(JOINING_UNREACHABLE, context.at_clause(rule), problem, hint)


@lint_rule(of_clauses=True)
def joining_rules(context: Context) -> Iterator[Remark]:
    """A rule on later joiners for nobody, since an earlier one is for all whom it is for."""
    rules = context.record.several(Joining)
    for number, rule in enumerate(rules):
        if any(_leaves_nobody(earlier, rule) for earlier in rules[:number]):
            problem = "an earlier rule is for all whom this one is for, and of several the first holds"
            hint = "put the rule for fewer States first, or say for whom each is: parties, by"
            yield Remark(JOINING_HIDDEN, context.at_clause(rule), problem, hint)


def _leaves_nobody(earlier: Joining, later: Joining) -> bool:
    alike = earlier.by in (None, later.by)
    return alike and (not earlier.parties or (bool(later.parties) and set(later.parties) <= set(earlier.parties)))


@lint_rule(of_clauses=True)
def provisional(context: Context) -> Iterator[Remark]:
    """Provisional application of a treaty that is in force as soon as that could begin."""
    clause, applied = context.clause(EntryIntoForce), context.clause(ProvisionalApplication)
    if clause is None or applied is None:
        return
    if (
        applied.when == clause.when
        and clause.not_before is None
        and (not clause.delay or clause.delay == applied.delay)
    ):
        problem = "it waits for what brings the treaty into force, so it never begins"
        hint = (
            'name the acts of kind "provisional application" by which they notify it: '
            'when = { all_of = [{ event = "..." }, { event = "..." }] }'
        )
        yield Remark(PROVISIONAL_UNREACHABLE, context.at(ProvisionalApplication, "when"), problem, hint)
    at_once = isinstance(clause.when, Signed) and not clause.when.by and not clause.delay and clause.not_before is None
    if at_once and context.record.bilateral:
        problem = "the treaty is in force as soon as it is signed, so there is nothing to apply provisionally"
        yield Remark(PROVISIONAL_UNREACHABLE, context.at(ProvisionalApplication), problem, "leave it out")


@lint_rule(of_clauses=True)
def renewal(context: Context) -> Iterator[Remark]:
    """Renewals that nothing stops, and notices for the end of a term without renewal."""
    clause, exits = context.clause(Renewal), context.record.several(Denunciation)
    if clause is not None and not exits:
        yield Remark(
            RENEWAL_UNSTOPPABLE,
            context.at(Renewal),
            "it goes on unless denounced, and no clause allows a denunciation",
            "add [denunciation]; or write the longer term in [term]",
        )
    for exit_ in exits:
        if exit_.when is ExitWhen.END_OF_TERM:
            yield from _of_the_term(context, exit_, clause)


def _of_the_term(context: Context, exit_: Denunciation, clause: Renewal | None) -> Iterator[Remark]:
    """Yield what is in vain in a notice for the end of a term, where that is not renewed, or always is."""
    if context.clause(Term) is not None and clause is None:
        yield Remark(
            NOTICE_CHANGES_NOTHING,
            context.at_clause(exit_, "when"),
            "a notice for the end of the term changes nothing: there is no [renewal], so the treaty ends then anyway",
            "add [renewal], or leave [denunciation] out",
        )
    lifted = any(
        each.decides for each in context.record.several(Review)
    )  # a conference may decide that it goes on without a term
    if exit_.notice_when_indefinite is not None and not lifted and (clause is None or not clause.then_indefinite):
        yield Remark(
            NOTICE_WHEN_INDEFINITE_UNREACHABLE,
            context.at_clause(exit_, "notice_when_indefinite"),
            "the treaty never runs without a term",
            'leave it out, or let the treaty go on: then = "indefinite" in [renewal]',
        )


@lint_rule(of_clauses=True)
def of_two(context: Context) -> Iterator[Remark]:
    """What makes sense only among more than two."""
    for clause in context.record.several(Denunciation) if context.record.bilateral else ():
        if clause.ends_for is EndsFor.NOTIFIER:
            problem = "a treaty of two parties ends for both, so a notice cannot release the notifier only"
            hint = 'leave it out, or ends_for = "all"'
            yield Remark(ENDS_FOR_ONE_OF_TWO, context.at_clause(clause, "ends_for"), problem, hint)
        if clause.chain is not None:
            problem = "a treaty of two parties has no third party to follow a notice"
            yield Remark(CHAIN_UNREACHABLE, context.at_clause(clause, "chain"), problem, "leave it out")


@lint_rule(of_clauses=True)
def exits(context: Context) -> Iterator[Remark]:
    """One of several clauses on leaving by which nobody can go."""
    record = context.record
    rules = record.several(Denunciation)
    if not record.coverage.lists_all_parties:
        return
    for clause in rules:
        if not any(each is clause for party in record.parties for each in open_to(rules, party.id)):
            problem = "every party has a clause of its own for such a notice, so nobody's goes by this one"
            hint = "check `parties` in the other clauses, or leave this one out"
            yield Remark(EXIT_UNREACHABLE, context.at_clause(clause), problem, hint)


@lint_rule(of_clauses=True)
def sunset(context: Context) -> Iterator[Remark]:
    """Effect that survives an end which cannot come."""
    term, further = context.clause(Term), context.clause(Renewal)
    runs_out = term is not None and (further is None or not (further.then_indefinite or set(further.times) == {None}))
    ways = any(clause.may_end for clause in context.record.clauses)
    ends = runs_out or ways or any(act.kind.may_end for act in context.record.acts)
    for clause in () if ends else context.record.several(Sunset):
        yield Remark(
            SUNSET_UNREACHABLE,
            context.at_clause(clause),
            "no clause and no act brings the treaty to an end, so its effect cannot survive an end",
            "add the clause by which it ends: [term], [denunciation] or another",
        )

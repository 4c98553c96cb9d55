"""What holds for all parties in one world: the treaty's own entry into force, and the end that comes to all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from treatyclock.civil.days import Days
from treatyclock.declarations import declared
from treatyclock.derive.agreement.agreement import with_agreed_acts
from treatyclock.derive.end.end import End
from treatyclock.derive.end.ended_before_entry import ended_before_entry
from treatyclock.derive.end.recorded_end import COUNTED, perhaps_entered, recorded_end
from treatyclock.derive.ends.ending import first_end
from treatyclock.derive.ends.rule import EndForAll
from treatyclock.derive.ends.term import END_FOR_ALL as TERM
from treatyclock.derive.entry.entry import Entry
from treatyclock.derive.entry.presupposed import presupposed_consents, with_consents
from treatyclock.derive.entry.treaty_entry import entry_into_force
from treatyclock.derive.exit.addressees import past_the_depositary, reaches_all, releases_all
from treatyclock.derive.exit.by_notice import judged, whose
from treatyclock.derive.histories.history import Membership, Standing
from treatyclock.derive.parties.left_out import enters_with_the_whole, entry_with_the_whole
from treatyclock.derive.parties.membership import membership
from treatyclock.derive.parties.named_party import named_party_left
from treatyclock.derive.parties.never_entered import never_entered
from treatyclock.derive.parties.nobody_left import peopled, up_to
from treatyclock.derive.parties.nobody_opposite import nobody_opposite
from treatyclock.derive.parties.not_alone import not_alone
from treatyclock.derive.parties.not_listed import perhaps_others
from treatyclock.derive.parties.out_before import Exits, exits_before, gone_with, over_with
from treatyclock.derive.parties.perhaps import perhaps_by_notice, perhaps_left
from treatyclock.derive.parties.side_left import side_left
from treatyclock.derive.parties.too_few import too_few
from treatyclock.derive.parties.within import end_of_part, entry_of_part
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.findings import Findings
from treatyclock.derive.reasoning.reasons import Key
from treatyclock.derive.term.lasting_term import lasting_terms
from treatyclock.derive.term.term import Terms, first_deadline
from treatyclock.law.acts.act import Act
from treatyclock.law.clauses.before_entry import ProvisionalApplication
from treatyclock.law.clauses.exit import Denunciation
from treatyclock.law.vocabulary import NOTICES
from treatyclock.truth import Truth

_WAYS = sorted(declared("treatyclock.derive.ends", EndForAll), key=lambda way: way.order)

BEFORE_ENTRY = Key("end before entry")
"""The key of the conclusion on an end that came before the treaty could enter into force."""

END = Key("end")
"""The key of the conclusion on the end that comes to all, or on there being none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ForAll:
    """What holds for all parties in one world.

    Attributes:
        standing: The treaty's entry into force and the end that comes to all.
        periods: The periods in which it is in force generally: for at least one State.
        first_deadline: The last day for a notice for the end of the first term; None where there is none.
        findings: The reasons and facts found.
        never: Why nobody ever was a party though it entered into force; None elsewhere.
        ineffective: Acts without effect on the treaty, since not all agreed who had to.
        presupposed: Consents that the entry into force presupposes, though they are not on record.
        ended_before_entry: The end that came before the treaty could enter into force; None where none did.
        nothing_known: Whether nothing of the treaty was known then, by what was known at a time.
        gone: What stands among the acts for notices that were over before the entry into force.
        whole: For a part of the treaty, what holds for all of the treaty as a whole; None elsewhere.
    """

    standing: Standing
    periods: tuple[Membership, ...]
    first_deadline: Days | None
    findings: Findings
    never: Key | None = None
    ineffective: tuple[Act, ...] = ()
    presupposed: tuple[Act, ...] = ()
    ended_before_entry: End | None = None
    nothing_known: bool = False
    gone: tuple[Act, ...] = ()
    whole: ForAll | None = None

    @property
    def entry(self) -> Entry | None:
        """The treaty's entry into force; None if it has not entered."""
        return self.standing.entry

    @property
    def end(self) -> End | None:
        """The end from which it is in force for nobody; None if none is foreseen."""
        return self.periods[-1].end if self.periods else None


def what_holds_for_all(evaluation: Evaluation) -> ForAll:
    """Derive what holds for all parties."""
    entered = _entered(evaluation) if evaluation.anything_known else Entered(evaluation=evaluation, entry=None)
    evaluation, entry = entered.evaluation, entered.entry
    end, deadline, before_entry = None, None, None
    presupposed = () if entry is None else presupposed_consents(evaluation, entry)
    if entry is not None:
        evaluation = with_agreed_acts(with_consents(evaluation, presupposed), entry)
        found, goes_on, deadline = _by_count(evaluation, entry)
        found += entered.over
        end = _end_for_all(evaluation, entry, found, goes_on)
        if end is not None and never_entered(evaluation, entry, end, None):
            entry, end, before_entry = None, None, end
    elif evaluation.anything_known and (entry := _perhaps_entered(evaluation)) is not None:
        # From an entry that is not on record nothing can be counted: the end is the one that was recorded.
        recorded = recorded_end(evaluation, entry, (), lambda _: None)
        end = end_of_part(evaluation, recorded, first_end(evaluation, recorded, END), END)
    elif evaluation.anything_known and evaluation.clause(ProvisionalApplication) is not None:
        evaluation = with_agreed_acts(evaluation, None)
        before_entry = ended_before_entry(evaluation)
    if entry is None:
        own = [] if before_entry is None else [before_entry]
        before_entry = end_of_part(evaluation, own, before_entry, BEFORE_ENTRY)
    some = None if entry is None else peopled(evaluation, entry, end, partial(_as_recorded, entry=entry, end=end))
    # Who reached back to a time before the last exit leaves with the treaty.
    over = None if some is None else some.over
    last = over if over is not None and (end is None or over.at < end.at) else end
    return ForAll(
        standing=Standing(entry=entry, end=last, ended=None if some is None else some.ended),
        periods=() if some is None else up_to(some.periods, end),
        first_deadline=deadline,
        findings=evaluation.findings,
        never=None if some is None else some.never,
        ineffective=evaluation.acts.ineffective,
        presupposed=presupposed,
        ended_before_entry=before_entry,
        nothing_known=not evaluation.anything_known,
        gone=entered.gone,
    )


def _perhaps_entered(evaluation: Evaluation) -> Entry | None:
    """Return the entry that a recorded end may presuppose, where the acts on record bring none."""
    return entry_of_part(evaluation, perhaps_entered(evaluation, lambda whole: _entered(whole).entry is not None))


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """The treaty's entry into force, once those have no consent any more whose notice was over before it.

    Attributes:
        evaluation: The evaluation, in which these consents are gone.
        entry: The entry; None if it has not entered.
        gone: What stands among the acts for these notices.
        over: The ends of the treaty itself that come with them.
    """

    evaluation: Evaluation
    entry: Entry | None
    gone: tuple[Act, ...] = ()
    over: tuple[End, ...] = ()


def _entered(evaluation: Evaluation) -> Entered:
    if enters_with_the_whole(evaluation):
        return Entered(evaluation=evaluation, entry=entry_with_the_whole(evaluation))
    out: Exits = {}
    gone: tuple[Act, ...] = ()
    while True:
        # First by the condition alone: a notice may be over before that day, or only before that of a second party.
        entry = entry_into_force(evaluation)
        exits = exits_before(evaluation, entry)
        if entry is not None and not exits.keys() - out.keys():
            entry = not_alone(evaluation, entry, _memberships_of_all)
            exits = exits_before(evaluation, entry)
        new = {party: end for party, end in exits.items() if party not in out}
        if not new:
            return Entered(evaluation=evaluation, entry=entry_of_part(evaluation, entry), gone=gone)
        out |= new
        more = gone_with(evaluation, new)
        evaluation, gone = evaluation.counting(*more), (*gone, *more)
        if entry is not None and (over := over_with(evaluation, out)):
            return Entered(evaluation=evaluation, entry=entry, gone=gone, over=tuple(over))


def _by_count(evaluation: Evaluation, entry: Entry) -> tuple[list[End], list[Key], Days | None]:
    """Return the ends that clauses and acts bring, why there may be none, and the last day for a first notice."""
    terms = terms_for_all(evaluation, entry)
    found: list[End] = []
    goes_on: list[Key] = []
    for way in _WAYS:
        comes = way.find(evaluation, entry, terms)
        found += comes.ends
        goes_on += comes.goes_on
    deadline = first_deadline(evaluation, entry, terms)
    if releases_all(evaluation.record):
        found += _by_notice(evaluation, entry, terms)
    memberships_of_all = partial(_memberships_of_all, evaluation, entry)
    found += too_few(evaluation, entry, memberships_of_all)
    found += side_left(evaluation, entry, memberships_of_all)
    alone = nobody_opposite(evaluation, entry, found, partial(_memberships_of_all, entry=entry))
    found += alone.ends
    goes_on += alone.goes_on
    endless = Standing(entry=entry, end=None)
    found += _by_notice_to_some(evaluation, entry, terms)
    found += named_party_left(evaluation, lambda party: membership(evaluation, endless, party).periods)
    return found, goes_on, deadline


def _end_for_all(evaluation: Evaluation, entry: Entry, found: list[End], goes_on: Sequence[Key]) -> End | None:
    """Return the end that comes to all: as it was recorded, or else the first of those that clauses and acts bring."""
    if recorded := recorded_end(evaluation, entry, found, _counted_anew):
        return end_of_part(evaluation, recorded, first_end(evaluation, recorded, END), END)
    # A notice of a State that is not listed may have ended it for all, where one notice does.
    listed = not (releases_all(evaluation.record) and perhaps_others(evaluation))
    name = Key("end not on record", "all")
    if (perhaps := perhaps_left(evaluation, entry, None, found, name=name, listed=listed)) is not None:
        found = [perhaps]
    return end_of_part(evaluation, found, first_end(evaluation, found, END, goes_on), END)


def _counted_anew(evaluation: Evaluation) -> End | None:
    """Return the end that clauses and acts bring, with other acts."""
    entered = _entered(evaluation)
    evaluation, entry = entered.evaluation, entered.entry
    if entry is None:
        return None
    evaluation = with_agreed_acts(with_consents(evaluation, presupposed_consents(evaluation, entry)), entry)
    return first_end(evaluation, [*_by_count(evaluation, entry)[0], *entered.over], COUNTED)


def terms_for_all(evaluation: Evaluation, entry: Entry) -> Terms:
    """Return the treaty's term, without extensions that came after it had ended for all."""
    return lasting_terms(evaluation, entry, lambda aside, terms: _otherwise_than_with_the_term(aside, entry, terms))


def _otherwise_than_with_the_term(evaluation: Evaluation, entry: Entry, terms: Terms) -> list[End]:
    found = [end for way in _WAYS if way != TERM for end in way.find(evaluation, entry, terms).ends]
    return [*found, *_by_notice(evaluation, entry, terms)] if releases_all(evaluation.record) else found


def _memberships_of_all(evaluation: Evaluation, entry: Entry) -> list[Sequence[Membership]]:
    """Return the periods for which each would be a party if the treaty never ended for all."""
    endless = Standing(entry=entry, end=None)
    return [membership(evaluation, endless, party.id, listed=True).periods for party in evaluation.record.parties]


def _as_recorded(evaluation: Evaluation, entry: Entry, end: End | None) -> list[Sequence[Membership]]:
    """Return the periods for which each would be a party but for the end that comes to all.

    Whose exit by the count ended it for all, leaves when the record has that end: it is a party until then.
    """
    if end is None or end.goes_before is None:
        return _memberships_of_all(evaluation, entry)
    standing = Standing(entry=entry, end=end)
    return [
        [
            replace(each, end=None) if each.end is not None and each.end.at == end.at else each
            for each in membership(evaluation, standing, party.id, listed=True).periods
        ]
        for party in evaluation.record.parties
    ]


def _by_notice_to_some(evaluation: Evaluation, entry: Entry, terms: Terms) -> list[End]:
    """Return the ends that notices to some, by a party whose exit ends it for all, may bring to all."""
    named = {party for clause in evaluation.several(Denunciation) for party in clause.ends_for_all}
    notices = [act for act in evaluation.acts.of(*NOTICES) if act.to and set(act.by) & named]
    return _by_notice(evaluation, entry, terms, notices) if notices else []


def _by_notice(evaluation: Evaluation, entry: Entry, terms: Terms, given_by: Sequence[Act] | None = None) -> list[End]:
    """Return the ends that notices bring to all: of many States only a party can give such a notice."""
    notices = list(evaluation.acts.of(*NOTICES)) if given_by is None else given_by
    notices = [act for act in notices if not past_the_depositary(evaluation, act)]
    if evaluation.record.bilateral:
        made = (
            judged(evaluation, entry, entry, terms, act, party=each).end
            for act in notices
            for each in whose(evaluation, act)
        )
        return [each for each in made if each is not None]
    endless = Standing(entry=entry, end=None)
    found = []
    for party in dict.fromkeys(party for act in notices for party in act.by):
        periods = membership(evaluation, endless, party, listed=True).periods
        for act in [each for each in evaluation.acts.by(party, NOTICES) if each in notices]:
            # Whether one notice ends it for all that reached some of them only, no rule says.
            reached = Truth.of(True) if reaches_all(evaluation, act, party) else Truth.UNKNOWN
            if not evaluation.settle(reached, f"{act.id} effective against all", about=(act,)):
                continue
            given = evaluation.legal_days(act.when())
            begun = [each for each in periods if each.entry.day.first <= given.last]
            for each in (begun or periods)[-1:]:
                joint = whose(evaluation, act) == (None,)
                end = judged(evaluation, each.entry, entry, terms, act, party=None if joint else party).end
                if end is not None and (each.end is None or end.at.earliest < each.end.at.latest):
                    found.append(end)
            if not begun and (perhaps := perhaps_by_notice(evaluation, entry, act, party)) is not None:
                found.append(perhaps)
    return found

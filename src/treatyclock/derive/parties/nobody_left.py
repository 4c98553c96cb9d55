"""When there is a party at all: a treaty is not in force generally while it is in force for no State."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from treatyclock.derive.consent.consent import Consent, agreed, consent_kinds
from treatyclock.derive.consent.late_succession import perhaps_too_late, succeeded_too_late, too_late_key
from treatyclock.derive.end.end import End
from treatyclock.derive.ends.ending import ENDS
from treatyclock.derive.entry.entry import Entry
from treatyclock.derive.histories.history import Membership
from treatyclock.derive.joining.last_day_to_join import too_late
from treatyclock.derive.parties.headcount import Fall, Memberships, fall
from treatyclock.derive.parties.never_entered import would_have_entered
from treatyclock.derive.parties.not_listed import surely_others
from treatyclock.derive.parties.not_on_record import instruments_not_on_record, why_open
from treatyclock.derive.parties.perhaps_parties import exit_not_on_record, others_may_have_left, perhaps_nobody_left
from treatyclock.derive.parties.staying import consenting, staying
from treatyclock.derive.parties.whole import out_of_the_whole
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Derived, Key, Rule
from treatyclock.derive.reasoning.timing import Span
from treatyclock.law.acts.consent import CONSENT_WITHDRAWN, SUCCESSION
from treatyclock.law.conventions.term import HAS_ENDED, NOBODY_LEFT
from treatyclock.law.coverage import Missing
from treatyclock.law.vocabulary import LEAVING
from treatyclock.truth import Truth

NOBODY = Rule(
    "nobody left",
    "by these exits every party has left, so the treaty ceases to be in force {when}",
    "Vienna Convention on the Law of Treaties, arts. 2(1)(g) and 26: a treaty in force binds the parties to it",
)

NOBODY_YET = Rule(
    "nobody a party",
    "of those who consented none became a party, so the treaty was in force for nobody",
    "Vienna Convention on the Law of Treaties, art. 2(1)(g): a party is a State for which the treaty is in force",
)

_FACT = "a time with no party left"


@dataclass(frozen=True, slots=True, kw_only=True)
class Peopled:
    """When the treaty had a party.

    Attributes:
        periods: The periods in which it had one.
        ended: The end with the last exit, where nobody can join after it; None elsewhere.
        never: Why nobody ever was a party; None where somebody was.
        over: The end with the last exit, where it comes to a State too that consented only later and reached back.
    """

    periods: tuple[Membership, ...]
    ended: End | None = None
    never: Key | None = None
    over: End | None = None


def peopled(
    evaluation: Evaluation,
    entry: Entry,
    end: End | None,
    memberships_of_all: Callable[[Evaluation], Memberships],
) -> Peopled:
    """Derive when there was a party, as far as the exits and entries of single States decide about it.

    Where the acts on record do not bring the treaty into force, others than those on record are parties too, and
    nothing follows from the exits of these.

    Args:
        evaluation: The evaluation.
        entry: The treaty's entry into force.
        end: The end that comes to all, by which nobody can join after it; None if none is foreseen.
        memberships_of_all: Works out each party's periods if the treaty never ended for all.
    """
    if evaluation.record.bilateral or any(staying(evaluation, entry)):
        return Peopled(periods=(Membership(entry=entry, end=None),))
    by_others = _by_acts_not_on_record(evaluation, entry, end, memberships_of_all)
    if by_others is None and not entry.explained and _all_consented_later(evaluation, entry):
        text = "was anybody a party on the recorded day of entry into force? All who are listed consented only later."
        memberships = _up_to(end, memberships_of_all(evaluation.aside()))
        if any(memberships) and not evaluation.settle(Truth.UNKNOWN, "a party on the recorded day", text):
            memberships = _up_to(end, memberships_of_all(evaluation))
            return _periods(evaluation, _first_entry(memberships, entry), memberships)
    return by_others or _by_the_acts_on_record(evaluation, entry, end, memberships_of_all)


def _by_the_acts_on_record(
    evaluation: Evaluation,
    entry: Entry,
    end: End | None,
    memberships_of_all: Callable[[Evaluation], Memberships],
) -> Peopled:
    whole = Peopled(periods=(Membership(entry=entry, end=None),))
    if not entry.explained or surely_others(evaluation):
        return whole
    parties = consenting(evaluation)
    if not parties:
        return whole if _others_consented(evaluation) else Peopled(periods=())
    # First aside: where somebody is a party all the time, the exits of the others are no matter of all.
    aside = evaluation.aside()
    memberships = _up_to(end, memberships_of_all(aside))
    ever = any(memberships)
    # Where the depositary recorded another day than the count gives, it knew of somebody whom that day bound.
    late = ever and entry.met is not None and _first_entry(memberships, entry).day.first > entry.day.last
    in_time = _without_successions(evaluation, memberships, lambda each, _: perhaps_too_late(aside, each, end))
    if any(in_time) and not late and fall(aside, 1, in_time, _FACT) is None:
        return whole
    if instruments_not_on_record(evaluation, ()) is not None:
        text = "was nobody else a party when those on record had left?"
        if not evaluation.lacking(_FACT, f"{text} {why_open(evaluation.record, Missing.CONSENT, listed=False)}"):
            return whole
    endless = memberships_of_all(evaluation)
    counted = _up_to(end, endless)
    # Whether somebody was left is asked of all who may have been a party, before who of them notified too late.
    fall(evaluation, 1, counted, _FACT)
    memberships = _without_successions(
        evaluation, counted, lambda each, name: succeeded_too_late(evaluation, each, end, name, told=False)
    )
    if not any(memberships):
        never = _never(evaluation, entry, parties, [each[0].entry for each in endless if each], end)
        return Peopled(periods=(), never=never)
    return _periods(evaluation, _first_entry(memberships, entry) if late else entry, memberships)


def _by_acts_not_on_record(
    evaluation: Evaluation,
    entry: Entry,
    end: End | None,
    memberships_of_all: Callable[[Evaluation], Memberships],
) -> Peopled | None:
    """Return when there was a party, if some left of whose exits there is no act on record; None if nobody did."""
    listed = any(exit_not_on_record(evaluation, party.id) is not None for party in evaluation.record.parties)
    if not listed and evaluation.record.coverage.lists_all_parties:
        return None
    memberships = _up_to(end, memberships_of_all(evaluation.aside()))
    if not listed and not others_may_have_left(evaluation, entry, memberships):
        return None
    found = perhaps_nobody_left(evaluation, entry, end, memberships)
    if found is None:
        return None
    gone, after = found
    periods = [Membership(entry=entry, end=gone)]
    # Whoever joined after that day at the earliest may have come too late.
    if not any(gone.last_day.first < each.entry.day.last for periods in memberships for each in periods):
        return Peopled(periods=tuple(periods))
    answer, because = evaluation.ask(NOBODY_LEFT)
    if answer == HAS_ENDED:
        return Peopled(periods=tuple(periods), ended=gone)
    if any(after):
        memberships_of_all(evaluation)  # its reasons are kept: on them rests who brought the treaty back into force
        periods.append(Membership(entry=_again(evaluation, _first_entry(after, entry), 1, because), end=None))
    return Peopled(periods=tuple(periods))


def _all_consented_later(evaluation: Evaluation, entry: Entry) -> bool:
    """Tell whether all parties are listed with their consents, each from after the day that was recorded.

    No instrument of a State that is not listed can stand for that of a State which the treaty names.
    """
    if surely_others(evaluation) or instruments_not_on_record(evaluation, ()) is not None:
        return False
    firsts = [agreed(evaluation, party.id)[:1] for party in evaluation.record.parties]
    return all(own and own[0].day.first > entry.day.last for own in firsts)


def _others_consented(evaluation: Evaluation) -> bool:
    """Tell whether a treaty that is in force without an instrument on record has a party.

    A record that does not say that it is in part, and names no consent, is one that leaves instruments out, as short
    files do: then it has.
    """
    record = evaluation.record
    if any(act.kind.consents for act in (*record.acts, *record.dropped)):
        why = "No consent that is on record was known, or stands."
    elif instruments_not_on_record(evaluation, ()) is None:
        return True
    else:
        why = why_open(record, Missing.CONSENT, listed=record.coverage.lists_all_parties)
    return evaluation.lacking("a party by then", f"had anybody consented to be bound by then? {why}")


def _never(evaluation: Evaluation, entry: Entry, parties: Sequence[str], late: Sequence[Entry], end: End | None) -> Key:
    """Conclude that nobody became a party: all took back their consent or left before, or would enter after the end.

    So would who consented after the last day for it, and of a part whoever is no party to the whole treaty.
    """
    acts = [act for each in parties for act in evaluation.acts.by(each, [*consent_kinds(evaluation, each), *LEAVING])]
    acts += [act for each in parties for act in evaluation.acts.by(each, [CONSENT_WITHDRAWN])]
    given = dict.fromkeys(evaluation.given_act(act) for act in acts)
    for each in late:
        would_have_entered(evaluation, each)
    # What the end rests on, not the end itself: it is no last day in force.
    over = () if end is None or not late else end.premises or (end.key,)
    told = (*map(out_of_the_whole, parties), *map(too_late, acts), *(too_late_key(each.key) for each in late))
    no_party = (key for key in told if key in evaluation.findings.reasons)
    because = dict.fromkeys((entry.key, *given, *(each.key for each in late), *over, *no_party))
    return evaluation.derived(Key("nobody a party"), NOBODY_YET, True, *because)


def _up_to(end: End | None, memberships: Memberships) -> Memberships:
    """Leave out the periods that would begin only when the treaty had ended for all."""
    if end is None:
        return memberships
    return [[each for each in periods if each.entry.begins.earliest < end.at.latest] for periods in memberships]


def _without_successions(
    evaluation: Evaluation, memberships: Memberships, too_late: Callable[[Consent, Key], bool]
) -> Memberships:
    """Leave out the periods that began by a succession which came too late.

    Args:
        evaluation: The evaluation.
        memberships: For each party, the periods for which it is one.
        too_late: Tells whether a succession came too late, of which the entry has a key.
    """

    def stays(party: str, period: Membership) -> bool:
        if period.consent is None or period.consent.kind != SUCCESSION:
            return True
        consent = next(each for each in agreed(evaluation, party) if each.act == period.consent)
        return not too_late(consent, period.entry.key)

    parties = [party.id for party in evaluation.record.parties]
    return [
        [each for each in periods if stays(party, each)] for party, periods in zip(parties, memberships, strict=True)
    ]


def _first_entry(memberships: Memberships, treaty: Entry) -> Entry:
    """Return the first entry into force for a State; the treaty's own where it is in force for none."""
    return min((each[0].entry for each in memberships if each), key=lambda each: each.begins, default=treaty)


def _periods(evaluation: Evaluation, start: Entry, memberships: Memberships) -> Peopled:
    found: list[Membership] = []
    while True:
        fallen = fall(evaluation, 1, memberships, _FACT)
        if fallen is None:
            return Peopled(periods=(*found, Membership(entry=start, end=None)))
        number = len(found) + 1
        counted_later = _outlasting(fallen, memberships)
        memberships = fallen.after
        joined = [each[0].entry for each in memberships if each]
        # Who reached back joined with nobody, no more than who joins later: what holds for one holds for the treaty.
        answer, because = evaluation.ask(NOBODY_LEFT) if joined and not counted_later else (HAS_ENDED, None)
        end = _last_exit(evaluation, fallen, number, () if because is None else (because,))
        found.append(Membership(entry=start, end=end))
        if answer == HAS_ENDED:
            for entry in joined:
                would_have_entered(evaluation, entry)
            over = end if counted_later else None
            return Peopled(periods=tuple(found), ended=end if joined else None, over=over)
        start = _again(evaluation, _first_entry(memberships, start), number, because)


def _outlasting(fallen: Fall, memberships: Memberships) -> bool:
    """Tell whether a State that reached back is a party still when, of those known by then, the last one left."""
    known = {id(each) for periods in fallen.after for each in periods}
    return any(
        each.entry.expressed is not None and id(each) not in known and (each.end is None or each.end not in fallen.gone)
        for periods in memberships
        for each in periods
    )


def _again(evaluation: Evaluation, entry: Entry, number: int, because: Key | None) -> Entry:
    """Return the entry with which a State brings the treaty back into force, which rests on its being able to."""
    begins = evaluation.findings.reasons[entry.begins_key]
    assert isinstance(begins, Derived) and because is not None
    key = evaluation.derived(Key("begins again", number=number), begins.rule, begins.value, *begins.because, because)
    return replace(entry, begins_key=key)


def _last_exit(evaluation: Evaluation, fallen: Fall, number: int, because: tuple[Key, ...]) -> End:
    """Return the end that comes with the last of the exits by which nobody is left."""
    last, gone = fallen.last, fallen.gone
    at = Span(max(end.at.earliest for end in gone), max(end.at.latest for end in gone))
    last_of_all = [end for end in gone if end.at.latest == at.latest]
    at_hour = any(end.at_hour for end in last_of_all)
    names = {end.named for end in last_of_all if end.at == at}
    named = names.pop() if len(names) == 1 else None
    printed = {end.printed for end in last_of_all if end.at == at}
    # A date without an hour is a label: one exit, or several alike, have their own last day, whatever the instants.
    days = {(end.last_day, end.out_from) for end in last_of_all if end.at == at}
    last, out_from = days.pop() if len(days) == 1 else (last, None)
    # Of several notices that bring it, the last was there when the last party left.
    notices = sorted((end.notice for end in last_of_all if end.notice is not None), key=lambda act: act.dated.days.last)
    notice = notices[-1] if len(notices) == len(last_of_all) else None
    # What an exit rests on, not the exit itself: for a State that is found without this end, it is the same.
    exits = dict.fromkeys(key for end in gone for key in end.premises or (end.key,))
    number_of = number if number > 1 else None
    key = evaluation.derived(Key("nobody left", number=number_of), NOBODY, at if at_hour else last, *exits, *because)
    if at_hour:
        return End(
            at=at, last_day=last, key=key, named=named, at_hour=True, out_from=out_from, notice=notice,
            printed=printed.pop() if len(printed) == 1 else None,
        )  # fmt: skip
    instant = evaluation.derived(Key("nobody left from", number=number_of), ENDS, at, key, *evaluation.midnight()[1])
    return End(at=at, last_day=last, key=key, named=named, instant=instant, notice=notice)


def up_to(periods: Sequence[Membership], end: End | None) -> tuple[Membership, ...]:
    """Return periods, none of which lasts longer than to an end."""
    found: list[Membership] = []
    for each in periods:
        if end is not None and each.entry.begins.earliest >= end.at.latest:
            break
        first = each.end
        if end is not None and (first is None or end.at <= first.at):
            first = end
        found.append(Membership(entry=each.entry, end=first))
    return tuple(found)

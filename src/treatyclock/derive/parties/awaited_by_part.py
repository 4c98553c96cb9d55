"""For whom a part waits that enters into force once all have consented to it, and whose consents to it count.

Law: the States between which the treaty is in force have a part in what is agreed on it later (Vienna Convention art.
40(2)), so a part waits for these: for none that had left the treaty before, and none that acceded to it only later.
Whether it waits for a State that left while others were consenting, or joined meanwhile, no rule says; nor whether a
consent to the part counts of a State that is no party to the treaty (arts. 17 and 44(1)).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from treatyclock.civil.days import Days
from treatyclock.derive.consent.consent import Consent, agreed
from treatyclock.derive.parties.whole import WholeTreaty, told_of_the_whole, within
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key, Named, Rule
from treatyclock.derive.reasoning.timing import later
from treatyclock.law.acts.consent import EXCHANGE
from treatyclock.law.coverage import Missing
from treatyclock.truth import Truth

NOT_A_PARTY_THEN = Rule(
    "not awaited by the part",
    "{value} was no party to the whole then, so the part does not wait for it",
    "Vienna Convention on the Law of Treaties, arts. 2(1)(g), 24(2), 39 and 40(2)",
)
TAKEN_NOT_TO_WAIT = Rule(
    "part taken not to wait",
    "it is taken that the part does not wait for {value}",
    "open: Vienna Convention on the Law of Treaties, arts. 24(2), 39 and 40(2)",
)
COUNTING_LATER = Rule(
    "consent of a later party",
    "it is taken that a consent to the part counts only once its author has consented to the whole, from {value}",
    "open: Vienna Convention on the Law of Treaties, arts. 17 and 44(1)",
)
NOT_COUNTING = Rule(
    "consent of no party",
    "it is taken that a consent to the part does not count while its author is no party to the whole",
    "open: Vienna Convention on the Law of Treaties, arts. 17 and 44(1)",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AwaitedByPart:
    """For whom a part waits.

    Attributes:
        parties: The States.
        since: The day before which it waited for others as well; None where it did not.
        because: Why it waits for no others.
    """

    parties: tuple[str, ...]
    since: Days | None = None
    because: tuple[Key, ...] = ()


_TWO = 2
"""A part is agreed between two at least, as a treaty is (Vienna Convention art. 2(1)(a))."""


def counting_later(party: str) -> Key:
    """Return the key of the conclusion on when a consent to a part counts, whose author was no party to the whole."""
    return Key("counting for the part", party)


def whole_in_force(evaluation: Evaluation) -> WholeTreaty | None:
    """Return the treaty as a whole, seen from a part with consents of its own, where the record tells its parties.

    None elsewhere: of the whole itself, of a treaty between two, and where the acts on record do not bring it about.
    """
    whole, part = within(evaluation), evaluation.record.part
    if whole is None or part is None or not part.by_own_consent or evaluation.record.bilateral:
        return None
    entry = whole.standing.entry
    return whole if entry is not None and entry.explained else None


def awaited_by_part(
    evaluation: Evaluation, whole: WholeTreaty, listed: Sequence[str], done: Mapping[str, Consent]
) -> AwaitedByPart:
    """Return the States for which a part waits.

    Args:
        evaluation: The evaluation of the part.
        whole: The treaty as a whole.
        listed: Those for which it may wait.
        done: Each State's consent to the part.
    """
    began = _first_day(evaluation)
    if began is None:
        return AwaitedByPart(parties=tuple(listed))
    states = [_State(evaluation, whole, party, _in_force(whole, began)) for party in listed]
    waits: list[str] = list(listed)
    for day, left in _days(done.values(), states):
        then = _in_force(whole, day)
        sure = [each.party for each in states if each.awaited(then) is Truth.YES]
        waits = sure
        if not all(_by(done, party, day) for party in sure):
            continue
        perhaps = [each.party for each in states if each.awaited(then) is Truth.UNKNOWN]
        open_ = [party for party in perhaps if not _by(done, party, day)]
        if open_ and sum(_by(done, party, day) for party in (*sure, *perhaps)) < _TWO:
            waits = [*sure, *open_]
            continue
        if open_ and evaluation.settle(Truth.UNKNOWN, *_question(evaluation, open_)):
            waits = [*sure, *open_]
            continue
        parties = tuple(party for party in listed if party in sure or (party in perhaps and party not in open_))
        others = [party for party in listed if party not in parties]
        because = tuple(
            _why_not(evaluation, each, taken=each.party in open_) for each in states if each.party in others
        )
        return AwaitedByPart(parties=parties, since=day if left else None, because=because)
    return AwaitedByPart(parties=tuple(waits))


def not_counting(
    evaluation: Evaluation, whole: WholeTreaty, done: Mapping[str, Consent], day: Days
) -> dict[str, Days | None]:
    """Return the States whose consents to a part do not count yet on a day, and the day from which they do, if any.

    That is open of each that was no party to the treaty, and had not consented to it, then or when it consented to the
    part: one question for each.

    Args:
        evaluation: The evaluation of the part.
        whole: The treaty as a whole.
        done: Each State's consent to the part.
        day: The day.
    """
    found: dict[str, Days | None] = {}
    for party, consent in done.items():
        if consent.day.first > day.last:
            continue
        state = _State(evaluation, whole, party, consent.day)
        if state.bound(_in_force(whole, day)) is Truth.YES and not state.had_left(consent.day):
            continue
        fact = f"{consent.act.id} to count for the part while {party} is no party to the whole"
        text = f"does {consent.act.id} count toward the entry into force, though {party} was no party to the whole?"
        if not evaluation.settle(Truth.UNKNOWN, fact, text, about=(consent.act,)):
            since = state.next_consent(day)
            found[party] = since
            because = (
                evaluation.given_act(consent.act),
                *(told_of_the_whole(evaluation, key) for key in state.reasons()),
            )
            rule = NOT_COUNTING if since is None else COUNTING_LATER
            evaluation.derived(counting_later(party), rule, since or False, *because, told=True)
    return found


class _State:
    """A State that may be a party to the whole treaty.

    Args:
        evaluation: The evaluation of the part.
        whole: The treaty as a whole.
        party: The State.
        began: The day on which the first act about the part was done.
    """

    def __init__(self, evaluation: Evaluation, whole: WholeTreaty, party: str, began: Days) -> None:
        self.party = party
        self.began = began
        self.periods = whole.periods_of(party)
        self.consents = agreed(whole.evaluation, party)
        self._part = evaluation.record.part
        self._whole = whole

    def bound(self, day: Days) -> Truth:
        """Tell whether it was a party to the treaty on a day, or had consented to it."""
        found = Truth.NO
        for period in self.periods:
            begins = [period.entry.day]
            begins += [each.day for each in self.consents if each.act == period.consent]
            over = Truth.NO if period.end is None else ~day.not_after(period.end.last_day)
            found |= Days.earliest(begins).not_after(day) & ~over
        if not self.periods and self.consents:  # it took its consent back, or never became a party by it
            found = Truth.UNKNOWN
        return found

    def had_left(self, day: Days) -> bool:
        """Tell whether it had, or may have, left the treaty by a day, and was no party on that day."""
        ends = (period.end.last_day for period in self.periods if period.end is not None)
        return self.bound(day) is not Truth.YES and any(end.first < day.last for end in ends)

    def next_consent(self, day: Days) -> Days | None:
        """Return the day of its first consent to the treaty after a day; None for none."""
        return next((each.day for each in self.consents if each.day.first > day.last), None)

    def awaited(self, day: Days) -> Truth:
        """Tell whether a part waits for it on a day."""
        first, then = self.bound(self.began), self.bound(day)
        if first is Truth.YES and then is Truth.YES:
            lacking = self._whole.evaluation.record.coverage.lacks_from(Missing.EXIT, self.party)
            return Truth.YES if lacking is None or lacking > day.last else Truth.UNKNOWN
        if first is not Truth.NO or then is not Truth.NO or self._meanwhile(day):
            return Truth.UNKNOWN
        if self.had_left(self.began) or (self._part is not None and self._part.binds_later_parties):
            return Truth.NO
        # Who negotiated the treaty and is to consent to it yet may be one for whom its parts wait; who accedes is not.
        joined = bool(self.consents) and self.consents[0].act.kind.joins
        return Truth.NO if joined else Truth.UNKNOWN

    def _meanwhile(self, day: Days) -> bool:
        """Tell whether it was a party only between the first act about the part and a day."""
        return any(
            period.entry.day.first <= day.last and (period.end is None or period.end.last_day.last >= self.began.first)
            for period in self.periods
        )

    def reasons(self) -> Iterator[Key]:
        """Yield why it was no party, by its first period of being one."""
        for period in self.periods[:1]:
            end = period.end
            yield period.entry.key if end is None or end.last_day.first >= self.began.last else end.key


def _in_force(whole: WholeTreaty, day: Days) -> Days:
    """Return a day, or that of the entry into force of the treaty, if that is later: from then on it has parties."""
    assert whole.standing.entry is not None
    return Days.latest([day, whole.standing.entry.day])


def _first_day(evaluation: Evaluation) -> Days | None:
    """Return the day of the first act by which a State takes part in the part; None for none."""
    acts = (act for act in evaluation.record.acts if act.part)
    taking_part = [act for act in acts if act.kind.consents or act.kind.signs or act.kind == EXCHANGE]
    return Days.earliest([evaluation.legal_days(act.dated) for act in taking_part]) if taking_part else None


def _days(done: Iterable[Consent], states: Iterable[_State]) -> list[tuple[Days, bool]]:
    """Return the days on which all may have consented: those of consents, and those on which a State was out."""
    days = [(each.day, False) for each in done]
    days += [
        (period.end.last_day.map(later), True)
        for each in states
        for period in each.periods
        if period.end is not None and period.end.last_day.last >= each.began.first
    ]
    return sorted(dict.fromkeys(days), key=lambda each: (each[0].last, each[0].first, each[1]))


def _by(done: Mapping[str, Consent], party: str, day: Days) -> bool:
    return party in done and done[party].day.last <= day.last


def _question(evaluation: Evaluation, parties: Sequence[str]) -> tuple[str, str]:
    assert evaluation.record.part is not None
    names = ", ".join(parties)
    name = f"{evaluation.record.part.id} to wait for {names}"
    return (
        name,
        f"does {evaluation.record.part.id} wait for {names}, perhaps no party to the whole for all of that time?",
    )


def _why_not(evaluation: Evaluation, state: _State, *, taken: bool) -> Key:
    """Return the reason why the part does not wait for a State."""
    because = (told_of_the_whole(evaluation, key) for key in state.reasons())
    value = Named(evaluation.record.party(state.party).name)
    rule = TAKEN_NOT_TO_WAIT if taken else NOT_A_PARTY_THEN
    return evaluation.derived(Key("not awaited by the part", state.party), rule, value, *because)

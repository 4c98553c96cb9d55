"""Acts that a reader may ask about and that change nothing: each is named beside the argument, not within it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from treatyclock.answers.answer import Idle
from treatyclock.civil.moments.moment import Moment
from treatyclock.derive.consent.consent import asks_signature_alone
from treatyclock.derive.histories.life import Life
from treatyclock.derive.reasoning.argument import Step
from treatyclock.derive.reasoning.facts import AgreedBySome
from treatyclock.derive.reasoning.reasons import Given, Key
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.consent import AD_REFERENDUM, CONFIRMATION, CONSENT_WITHDRAWN, EXCHANGE, NOTE
from treatyclock.law.acts.events import MEMBERSHIP_END
from treatyclock.law.acts.kind import Agreement
from treatyclock.law.clauses.conditions import Exchanged, FixedDate, Notified, Signed
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.law.clauses.tied_to import TiedTo
from treatyclock.law.status import Status
from treatyclock.law.subjects import Subject
from treatyclock.truth import Truth

_BEFORE_ENTRY = {Status.NEVER_PARTY, Status.NEGOTIATING, Status.SIGNATORY, Status.CONTRACTING}

_ENDED = frozenset({Status.FORMER_PARTY, Status.SURVIVING})


def without_effect(
    life: Life, subject: Subject, at: Moment, status: frozenset[Status], steps: Sequence[Step]
) -> tuple[Idle, ...]:
    """Return the acts by those asked about, done by the moment asked about, on which nothing in an argument rests.

    Args:
        life: The life that was asked.
        subject: Whom it was asked about.
        at: The moment asked about.
        status: The statuses possible then.
        steps: The argument.
    """
    used = {
        variant.value.value.id: variant.value.value
        for step in steps
        for variant in step.variants
        if isinstance(variant.value, Given) and isinstance(variant.value.value, Act)
    }
    done = (act for act in life.record.acts if act.id not in used and _done_by(act, at, life.known_as_of))
    reasons = _Reasons(life, subject, status, tuple(used.values()))
    return tuple(Idle(act=act, why=why) for act in done if reasons.concerns(act) and (why := reasons.why(act)))


def _done_by(act: Act, at: Moment, known_as_of: Moment | None) -> bool:
    """Tell whether an act may have been done, and known, by a moment."""
    start, end = act.dated.span.start, at.span.end
    if start is None or end is None or start >= end:
        return False
    known, horizon = (act.known or act.when()).span.start, None if known_as_of is None else known_as_of.span.end
    return horizon is None or (known is not None and known < horizon)


class _Reasons:
    """Why an act has no effect.

    Args:
        life: The life that was asked.
        subject: Whom it was asked about.
        status: The statuses possible then.
        used: The acts that the argument rests on.
    """

    def __init__(self, life: Life, subject: Subject, status: frozenset[Status], used: tuple[Act, ...]) -> None:
        self.life = life
        self._read = life.record.read_as(life.reading)
        self.subject = subject
        self.parties = subject.parties
        self.status = status
        self.used = used

    def concerns(self, act: Act) -> bool:
        """Tell whether who asks may ask about an act: of many States asked generally, only about what concerns all."""
        kind = act.kind
        if kind.for_the_record and not kind.answers:
            return True
        if self.parties:
            return any(party in act.by for party in self.parties)
        alone = kind.agreement is Agreement.ITS_AUTHORS and not act.needs_reading
        return self.life.record.bilateral or kind == EXCHANGE or not alone

    def why(self, act: Act) -> str:
        """Return why an act has no effect; empty where nobody would ask."""
        return next(self._reasons(act), "")

    def _reasons(self, act: Act) -> Iterator[str]:
        reading, kind = self.life.reading, act.kind
        if act.id in reading.rejects:
            yield f"reading {reading.id} leaves it out"
        if act.needs_reading and act.id not in reading.admits:
            others = [each.id for each in self.life.record.readings if act.id in each.admits]
            only = f"only a reading that admits it gives it an effect: {', '.join(others)}"
            yield only if others else "only a reading that admits it would give it an effect, and none is declared"
        if kind == AD_REFERENDUM and not any(
            each.kind == CONFIRMATION and each.of == act.id for each in self.life.record.acts
        ):
            yield "it was not confirmed, and only then is it a full signature (Vienna Convention, art. 12(2)(b))"
        if kind.consents or kind.ratifies:
            yield self._of_consent(act)
        if kind == CONSENT_WITHDRAWN:
            yield self._of_taking_back(act)
        if self.status <= _BEFORE_ENTRY and (kind.is_notice or kind.suspends):
            between = " between the two" if len(self.parties) > 1 else ""
            yield f"the treaty was not in force{between} then"
        if kind.suspends and act.to:
            yield "it suspends the treaty only between who did it and those to whom it is addressed"
        if kind.agreement is Agreement.ALL_PARTIES and self._by_some(act):
            yield "it needs the agreement of all parties (Vienna Convention, arts. 39 and 54(b))"
        if kind.is_notice and Status.FORMER_PARTY in self.status:
            yield "another act ended the treaty first"
        if kind == MEMBERSHIP_END:
            tied = self._read.clause(TiedTo)
            if tied is None:
                yield "no clause makes parties of members alone"
            elif not any(map(tied.binds, act.by)):
                yield "the clause that makes parties of members alone is about others"
        yield kind.idle

    def _by_some(self, act: Act) -> bool:
        """Tell whether in some world not all agreed who had to."""
        worlds = self.life.course(self.subject).worlds
        facts = (fact for world in worlds for _, fact in world.result.findings.facts_of(AgreedBySome))
        return any(fact.act == act for fact in facts)

    def _of_consent(self, act: Act) -> str:
        """Say why a consent changes nothing: where another act bound the State."""
        clause = self._read.clause(EntryIntoForce)
        conditions = set() if clause is None else {type(each) for each in clause.when.walk()}
        if act.kind.ratifies and conditions & {Exchanged, Notified}:
            waits = "exchange of instruments" if Exchanged in conditions else "notification that all steps are complete"
            return f"the treaty waits for the {waits}, to which ratification is a step"
        whose = "the treaty had ended" + (" for that State" if self._left_alone else "")
        ended = self._at(act) & _ENDED
        if ended and self._at(act) <= _ENDED:
            return f"{whose} before it"
        before = [each for each in self.used if set(each.by) & set(act.by) and _not_after(each, act)]
        signed = (each for each in before if each.kind.signs)
        if _all_did(act, signed) and conditions & {Signed, FixedDate} and all(map(self._signature_binds, act.by)):
            return "the signature had bound already (Vienna Convention, art. 12)"
        if _all_did(act, (each for each in before if each.kind.consents)):
            given = "the consent had been given already, and no second one is needed"
            if act.kind == NOTE and act.effective is not None:
                others = (each for each in self.used if each.effective not in (None, act.effective))
                replaced = any(each.kind == NOTE and _not_after(act, each) for each in others)
                given += "; another day was agreed on later" if replaced else "; the day that it names does not count"
            return f"{given}; or {whose} before it" if ended else given
        return ""

    def _signature_binds(self, party: str) -> bool:
        """Tell whether a State's signature alone bound it, in every world."""
        clause, key = self._read.clause(EntryIntoForce), Key("bound by signature", party)
        if clause is not None and asks_signature_alone(clause.when, party) is Truth.NO:
            return False
        found = (world.result.findings.reasons.get(key) for world in self.life.course(self.subject).worlds)
        return all(reason is None or reason.value is not False for reason in found)

    def _of_taking_back(self, act: Act) -> str:
        """Say why a consent that was taken back is there still: the treaty entered into force before, or regardless."""
        then, clause = self._at(act), self._read.clause(EntryIntoForce)
        if not then & _BEFORE_ENTRY:
            return "a consent can be taken back only before the treaty is in force"
        if clause is None or clause.recorded is None or self.status <= _BEFORE_ENTRY:
            return ""
        return "the treaty entered into force all the same, on the day that is recorded"

    @property
    def _left_alone(self) -> bool:
        """Whether one State's end may be no end for the others."""
        return bool(self.subject.parties) and not self.life.record.bilateral

    def _at(self, act: Act) -> frozenset[Status]:
        """Return the statuses that those asked about may have had when an act was done."""
        start, end = act.when().span.start, act.when().span.end
        assert start is not None and end is not None
        pieces = self.life.timeline(self.subject).pieces()
        then = (
            value
            for piece, value in pieces
            if (piece.start is None or piece.start < end) and (piece.end is None or start < piece.end)
        )
        return frozenset().union(*then)


def _not_after(one: Act, other: Act) -> bool:
    return one.dated.days.not_after(other.dated.days) is not Truth.NO


def _all_did(act: Act, others: Iterable[Act]) -> bool:
    """Tell whether every author of an act had done one of some others."""
    return set(act.by) <= {party for each in others for party in each.by}

"""Acts out of order, and recorded dates that the count does not give."""

from __future__ import annotations

from collections.abc import Iterator

from treatyclock.derive.counting.reaching_back import lies_before
from treatyclock.derive.entry.numbered import contradict
from treatyclock.derive.reasoning.facts import AgreedBySome, Extension, Recorded, Rescission, SuspensionBarred
from treatyclock.derive.reasoning.reasons import Key
from treatyclock.formats.documents.flaws import KeyPath
from treatyclock.law.acts.act import surely_before
from treatyclock.law.acts.consent import ACCESSION, EXCHANGE
from treatyclock.law.clauses.end import RecordedEnd
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.law.depositaries import Deposit
from treatyclock.law.vocabulary import RATIFYING, SIGNING
from treatyclock.lint.context import Context, when
from treatyclock.lint.finding import FindingKind, Remark
from treatyclock.lint.rule import lint_rule

RATIFICATION_BEFORE_SIGNATURE = FindingKind(
    "ratification-before-signature",
    "A State ratified before it signed.",
)
EXCHANGE_BEFORE_RATIFICATION = FindingKind(
    "exchange-before-ratification",
    "Instruments were exchanged before the States had ratified.",
)
ACCESSION_BEFORE_SIGNATURE = FindingKind(
    "accession-before-signature",
    "A State acceded before anybody had signed.",
)
RESCISSION_AFTER_EFFECT = FindingKind(
    "rescission-after-effect",
    "A notice was taken back after it had taken effect.",
)
EXTENSION_AFTER_END = FindingKind(
    "extension-after-end",
    "An extension came into force after the end of the term.",
)
RECORDED_DIFFERS = FindingKind(
    "recorded-differs",
    "The depositary recorded another date than the count gives.",
)
NUMBERS_CONTRADICT = FindingKind(
    "numbers-contradict",
    "Two instruments have the same number, or numbers that are not in the order of their dates.",
)
EFFECT_BEFORE_ACT = FindingKind(
    "effect-before-act",
    "An act names a day of effect, or the depositary recorded one, that lies before the act was done.",
)
SUSPENSION_WITHOUT_EFFECT = FindingKind(
    "suspension-without-effect",
    "A State suspended the treaty alone, and the clause on suspension is not for it, or asks for grounds.",
)
AGREED_BY_SOME = FindingKind(
    "agreed-by-some",
    "An act that needs the consent of all parties is recorded as an act of some of them.",
)
DEPOSIT_NOT_TOLD = FindingKind(
    "deposit-not-told",
    "All depositaries must have an act, and it is not told when one of them received it.",
)


@lint_rule()
def deposits(context: Context) -> Iterator[Remark]:
    """Acts that all depositaries must have, of which one is left out."""
    depositary = context.record.depositary
    if depositary is None or depositary.deposit is not Deposit.WITH_ALL:
        return
    for act in context.record.acts:
        there = {id for id, _ in act.deposits}
        lacking = [each for each in depositary.several if there and each.id not in there]
        for each in lacking[:1]:
            problem = f"all depositaries must have {act.id}, and it does not say when {each.name} received it"
            hint = f"add {each.id} = the day; without it, it is open since when the act counts"
            yield Remark(DEPOSIT_NOT_TOLD, context.at_act(act, "received"), problem, hint)


@lint_rule()
def order(context: Context) -> Iterator[Remark]:
    """Consent before signature, exchange before ratification."""
    acts = context.record.acts
    signed = [act for act in acts if act.kind in SIGNING]
    for act in acts:
        if act.kind in RATIFYING:
            own = [each for each in signed if set(each.by) & set(act.by)]
            if own and all(surely_before(act.dated, each.dated) for each in own):
                problem = f"{act.id} is dated {act.dated.days}, before the signature of {own[0].dated.days}"
                hint = 'check the two dates; a State that does not sign accedes: kind = "accession"'
                yield Remark(RATIFICATION_BEFORE_SIGNATURE, context.dated(act), problem, hint)
        elif act.kind == ACCESSION and signed and all(surely_before(act.dated, each.dated) for each in signed):
            problem = f"{act.id} is dated {act.dated.days}, before anybody had signed"
            yield Remark(ACCESSION_BEFORE_SIGNATURE, context.dated(act), problem, "check its date")
        elif act.kind == EXCHANGE:
            for each in acts:
                if each.kind in RATIFYING and set(each.by) & set(act.by) and surely_before(act.dated, each.dated):
                    problem = f"{act.id} is dated {act.dated.days}, before {each.id} of {each.dated.days}"
                    yield Remark(EXCHANGE_BEFORE_RATIFICATION, context.dated(act), problem, "check the two dates")


@lint_rule()
def numbers(context: Context) -> Iterator[Remark]:
    """Numbers of instruments that contradict each other; each act is named once, with the first such other."""
    told = [act for act in context.record.acts if act.ordinal]
    for number, act in enumerate(told):
        other = next((each for each in told[:number] if contradict(act, each)), None)
        if other is not None:
            problem = (
                f"{act.id} of {act.dated.days} is number {act.ordinal}, and {other.id} of {other.dated.days} is number "
                f"{other.ordinal}"
            )
            hint = (
                "check both numbers and both dates: meanwhile what is computed from them lies between what each tells"
            )
            yield Remark(NUMBERS_CONTRADICT, context.at_act(act, "ordinal"), problem, hint)


@lint_rule()
def reaching_back(context: Context) -> Iterator[Remark]:
    """Days of effect before the act itself (Vienna Convention art. 28); a succession is meant to have one."""
    for act in context.record.acts:
        for name, moment in (("effective", act.effective), ("recorded", act.recorded)):
            if moment is not None and lies_before(moment, act):
                problem = f"{act.id} is dated {act.dated.days}, and {moment.days} lies before that"
                hint = "check the two dates: an act has no effect before it is done, unless that is what was intended"
                yield Remark(EFFECT_BEFORE_ACT, context.at_act(act, name), problem, hint)


@lint_rule()
def lateness(context: Context) -> Iterator[Remark]:
    """Rescissions of notices that had taken effect, and extensions of terms that were over."""
    yield from _late(context, Rescission, RESCISSION_AFTER_EFFECT, "the notice had taken effect")
    yield from _late(context, Extension, EXTENSION_AFTER_END, "the term had ended")


def _late(
    context: Context, fact: type[Rescission] | type[Extension], kind: FindingKind, problem: str
) -> Iterator[Remark]:
    for key, found in context.facts(fact).items():
        for outcome in context.fact(key, fact, lambda each: None if each.in_time else str(each.last_day)):
            if outcome.value is not None:
                act = found.act
                named = act.effective
                dated = (act.when() if named is None or lies_before(named, act) else named).days
                text = f"{act.id} is dated {dated}, and {problem} before, with {outcome.value}"
                hint = "check the dates, or leave the act as it stands: it changes nothing"
                yield Remark(kind, context.dated(act), text + when(outcome), hint)


@lint_rule()
def recorded(context: Context) -> Iterator[Remark]:
    """Dates that the depositary recorded, compared with the count."""
    for key in context.facts(Recorded):
        yield from _recorded(context, key)


def _recorded(context: Context, key: Key) -> Iterator[Remark]:
    def counted(fact: Recorded) -> tuple[str, KeyPath] | None:
        if fact.agrees:
            return None
        place = context.at(RecordedEnd if fact.of_end else EntryIntoForce, "recorded")
        if fact.act is not None:
            place = context.at_act(fact.act, "recorded")
        last = f", so that the last day in force is {fact.recorded}" * (fact.said != fact.recorded)
        late = ", and the treaty itself entered into force only later" * fact.too_early
        return f"{fact.said} is recorded{last}, and the count gives {fact.counted}{late}", place

    if any(outcome.value for outcome in context.fact(key, Recorded, lambda each: each.agrees)):
        return  # where the text leaves the count open, the record agrees with one way to count
    for outcome in context.fact(key, Recorded, counted):
        if outcome.value is not None:
            text, path = outcome.value
            hint = "check the clause, the dates counted from, and the record; meanwhile the record prevails"
            yield Remark(RECORDED_DIFFERS, path, text + when(outcome), hint)


def _without_consent(found: AgreedBySome) -> str:
    if found.absent:
        return f"{', '.join(found.absent)} took no part in it"
    return "no State that agreed was a party then"


@lint_rule()
def suspensions(context: Context) -> Iterator[Remark]:
    """A suspension by who may not suspend by the clause, or without the grounds that it requires."""
    hint = "check its grounds and the clause, or leave it as it stands: it did not do what it was for"
    for key, found in context.facts(SuspensionBarred).items():
        for outcome in context.fact(key, SuspensionBarred, lambda barred: barred.rule.words):
            if outcome.value is not None:
                problem = f"{found.act.id}: {outcome.value}{when(outcome)}"
                yield Remark(SUSPENSION_WITHOUT_EFFECT, context.at_act(found.act, "kind"), problem, hint)


@lint_rule()
def agreement(context: Context) -> Iterator[Remark]:
    """What needs the consent of all parties, recorded as an act of some of them (Vienna Convention arts. 39 and 54)."""
    for key, found in context.facts(AgreedBySome).items():
        for outcome in context.fact(key, AgreedBySome, _without_consent):
            if outcome.value is not None:
                act = found.act
                problem = f"{act.id} needs the consent of all parties, and {outcome.value}"
                hint = "name them in by if they agreed; as it stands, the act does not change the treaty"
                yield Remark(AGREED_BY_SOME, context.at_act(act, "by"), problem + when(outcome), hint)

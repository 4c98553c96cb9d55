"""A State that consents anew while its own exit is pending: whether that makes it a party again is open."""

from __future__ import annotations

from treatyclock.civil.days import Days
from treatyclock.derive.consent.consent import Consent
from treatyclock.derive.end.end import End
from treatyclock.derive.entry.entry import Entry
from treatyclock.derive.joining.own_entry import OWN, SUCCEEDED_ON
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Derived, Given, Key, Rule, supporting
from treatyclock.derive.reasoning.timing import Span, later
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.kind import Agreement
from treatyclock.law.vocabulary import LEAVING
from treatyclock.truth import Truth

BY_ITSELF = Rule(
    "own entry by itself", "counted from that consent alone, the treaty enters into force for that State on {value}"
)
AGAIN = Rule(
    "party again",
    "the State consented anew while its exit was pending, and is a party again from {value}",
    "no rule says whether such a consent takes the notice back (Vienna Convention on the Law of Treaties, art. 68) or "
    "counts from the exit on",
)

AFTER_EXIT = Rule(
    "party again after an exit",
    "that State had left before it consented, and no rule says how far its consent reaches back beyond its exit, so it "
    "is a party again from {value}",
    "Vienna Convention on the Law of Treaties, arts. 28 and 70(1)",
)


def given_while_leaving(
    evaluation: Evaluation, party: str, consent: Consent, exit_: End, for_all: End | None
) -> tuple[Act, ...]:
    """Return the State's acts that had its exit pending when it may have consented anew; none where it had left.

    A consent that came before any such act was given by a party, and has no effect.

    Args:
        evaluation: The evaluation.
        party: The State.
        consent: The later consent.
        exit_: The end of the State's last period of being a party.
        for_all: The end that comes to all; None if none is foreseen.
    """
    if consent.day.not_after(exit_.last_day) is Truth.NO:
        return ()
    if for_all is not None and for_all.last_day.last <= exit_.last_day.first:
        return ()  # the treaty itself is over then, and nobody can be a party again
    given = (each.value for each in supporting(evaluation.findings.reasons, exit_.keys) if isinstance(each, Given))
    acts = (each for each in given if isinstance(each, Act) and party in each.by and each.kind in LEAVING)
    own = (act for act in acts if act.kind.agreement is Agreement.ITS_AUTHORS)
    return tuple(act for act in own if evaluation.legal_days(act.dated).not_after(consent.day) is not Truth.NO)


def anew(evaluation: Evaluation, party: str, consent: Consent, exit_: End, pending: tuple[Act, ...]) -> bool:
    """Tell whether a consent that came after an earlier one begins a new period of being a party.

    Law: open for one that was given while the exit was pending. It may take the notice back (Vienna Convention
    art. 68), may begin anew when the exit takes effect, as the Secretary-General took the accession of Trinidad and
    Tobago to the First Optional Protocol in 1998, or may have no effect, since the State was still a party.

    Args:
        evaluation: The evaluation.
        party: The State.
        consent: The later consent.
        exit_: The end of the State's last period of being a party.
        pending: The State's acts that had the exit pending when it may have consented.
    """
    left = ~consent.day.not_after(exit_.last_day)
    if not pending:
        return evaluation.settle(left, f"{consent.act.id} after {party} had left", about=(consent.act,))
    fact = f"{party} a party again by {consent.act.id}"
    text = f"does {consent.act.id} make {party} a party again after its exit?"
    return evaluation.settle(left | Truth.UNKNOWN, fact, text, about=(consent.act, *pending))


def again(evaluation: Evaluation, entry: Entry, exit_: End, consent: Consent, name: Key) -> Entry:
    """Return the entry into force for a State that consented anew while its exit was pending.

    Law: no earlier than the exit. Where the consent takes the notice back, the State goes on as a party from then;
    where it begins anew, the State is a party from the day that the clauses give for its consent.

    Args:
        evaluation: The evaluation.
        entry: The entry as the clauses give it for that consent alone.
        exit_: The end of the State's last period of being a party.
        consent: The consent.
        name: What the entry is called.
    """
    counted = evaluation.findings.reasons.get(name)
    if isinstance(counted, Derived) and counted.rule in (OWN, SUCCEEDED_ON):
        evaluation.derived(name, BY_ITSELF, counted.value, *counted.because)
    out = exit_.last_day if exit_.at_hour else exit_.last_day.map(later)
    day = Days.between(out.first, max(out.last, entry.day.last))
    key = Key("again", name.subject, name.number)
    evaluation.derived(key, AGAIN, day, evaluation.given_act(consent.act), entry.key, *exit_.keys)
    begins = Span(exit_.at.earliest, max(exit_.at.latest, entry.begins.latest))
    return Entry(day=day, begins=begins, key=key, begins_key=key, met=None)


def after_exit(evaluation: Evaluation, entry: Entry, exit_: End, consent: Consent) -> Entry:
    """Return the entry into force for a State whose consent names a day before its exit: some day after the exit.

    Args:
        evaluation: The evaluation.
        entry: The entry as the clauses give it for that consent alone.
        exit_: The end of the State's last period of being a party.
        consent: The consent.
    """
    first = later(exit_.last_day.first)
    day = Days.between(first, max(later(exit_.last_day.last), consent.day.last))
    key = Key("after an exit", entry.key.subject, entry.key.number)
    evaluation.derived(key, AFTER_EXIT, day, evaluation.given_act(consent.act), entry.key, *exit_.keys)
    begins = evaluation.start_of(day)[0]
    return Entry(day=day, begins=begins, key=key, begins_key=key, met=None)

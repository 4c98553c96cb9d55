"""What was known on a day: the record without what became known later, and without assuming that anything follows.

Of what nobody knew anything, it cannot be said that it was not in force: the answer is unknown.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from treatyclock.testing.oracle.days import UnsettledError, civil_date
from treatyclock.testing.oracle.many import treaty as many
from treatyclock.testing.oracle.many.entry import Entry
from treatyclock.testing.oracle.many.negotiating import negotiating
from treatyclock.testing.oracle.many.worlds import explored
from treatyclock.testing.oracle.two import treaty as two

CONSENTS = (*many.RATIFYING, "succession")
OUTSIDE = ("event", "membership", "end of membership")
"""What happens to States whether there is a treaty or not: from these nobody knows of one."""


def of_many(spec: many.Spec, day: date) -> many.Spec | None:
    """The treaty as its record stood at the end of a day; None if nothing of it was known.

    A day of entry that the depositary recorded presupposes the instruments by which it came, and is not known before
    the last of them.

    Law: rule 10.
    """
    if spec.deposits_differ and spec.deposit:
        spec = spec.deposited(spec.deposit)
    elif any(min(days) <= day < max(days) for act in spec.acts if (days := [at for _, at in act.deposits])):
        raise UnsettledError("one of its depositaries knew of an act, and another did not")
    acts = tuple(act for act in spec.acts if known_from(act) <= day)
    if not [act for act in acts if act.kind not in OUTSIDE]:
        return None
    known = replace(spec, acts=acts)
    waits_for_all = any(
        part.kind in ("signed", "ratified", "fixed date") and not part.by for part in spec.condition.walk()
    )
    # That a State only joined is so whether anybody knew it or not.
    if waits_for_all and negotiating(known) != negotiating(spec):
        raise UnsettledError("who negotiated came out only later")
    recorded = spec.recorded if spec.recorded and _recorded_from(spec) <= day else None
    end = spec.end if spec.end and spec.end.day <= day else None
    later = any(act.kind in CONSENTS for act in spec.acts)
    return replace(known, recorded=recorded, end=end, consents_came_out_later=later)


def known_from(act: many.Act) -> date:
    """The day from which an act was known: its receipt (VCLT 78), unless it was kept secret."""
    return act.known or act.day()


def telling_days_of_many(spec: many.Spec) -> list[date]:
    """The days on which something became known."""
    deposits = [day for act in spec.acts if not act.known for _, day in act.deposits]
    return [*map(known_from, spec.acts), *deposits]


def _recorded_from(spec: many.Spec) -> date:
    """The day from which the recorded day of entry was known.

    Law: rule 10.
    """
    entries = list(explored(spec, lambda world: Entry(spec, world)))
    if any(entry.counted != spec.recorded or entry.met is None for entry in entries):
        raise UnsettledError("what is recorded rests on other instruments than those on record")
    return max(entry.met for entry in entries if entry.met)


def of_two(spec: two.Spec, day: date) -> two.Spec | None:
    """The treaty as its record stood at the end of a day; None if nothing of it was known.

    Law: rule 10.
    """
    known = replace(
        spec,
        signatures=_by(spec.signatures, day),
        ratifications=_by(spec.ratifications, day),
        exchange=spec.exchange if spec.exchange and spec.exchange <= day else None,
        event=spec.event if spec.event and civil_date(spec.event) <= day else None,
        extensions=tuple(each for each in spec.extensions if each.when <= day),
        terminations=tuple(each for each in spec.terminations if civil_date(each.when) <= day),
        notices=tuple(each for each in spec.notices if civil_date(each.when) <= day),
        rescissions=tuple(each for each in spec.rescissions if civil_date(each.when) <= day),
        answers=tuple(each for each in spec.answers if civil_date(each.when) <= day),
        end=spec.end if spec.end and spec.end.day <= day else None,
    )
    acts = (known.signatures, known.ratifications, known.exchange, known.extensions, known.terminations, known.notices)
    return known if any(acts) else None


def _by(days: Mapping[str, date], day: date) -> Mapping[str, date]:
    return {party: done for party, done in days.items() if done <= day}

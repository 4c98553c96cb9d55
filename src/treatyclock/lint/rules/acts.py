"""Acts out of order, and recorded dates that the count does not give."""

from __future__ import annotations

from collections.abc import Iterator

from treatyclock.derive.entry import DIFFERS
from treatyclock.derive.exit.changes import RESCINDED_LATE
from treatyclock.derive.fate import Fate
from treatyclock.derive.reasons import Derived
from treatyclock.derive.term import EXTENDED_LATE
from treatyclock.formats.documents.flaws import KeyPath
from treatyclock.formats.treaties.acts import surely_before
from treatyclock.law.acts import RATIFYING, SIGNING, Act, ActKind
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.lint.context import Matter, derived_days, when
from treatyclock.lint.finding import Remark


def order(matter: Matter) -> Iterator[Remark]:
    """Consent before signature, exchange before ratification."""
    acts = matter.record.acts
    signed = [act for act in acts if act.kind in SIGNING]
    for act in acts:
        if act.kind in RATIFYING:
            own = [each for each in signed if set(each.by) & set(act.by)]
            if own and all(surely_before(act.dated, each.dated) for each in own):
                problem = f"{act.id} is of {act.dated.days}, before the signature of {own[0].dated.days}"
                hint = 'check the two dates; a State that does not sign accedes: kind = "accession"'
                yield Remark("ratification-before-signature", matter.dated(act), problem, hint)
        elif act.kind is ActKind.ACCESSION and signed and all(surely_before(act.dated, each.dated) for each in signed):
            problem = f"{act.id} is of {act.dated.days}, before anybody had signed"
            yield Remark("accession-before-signature", matter.dated(act), problem, "check its date")
        elif act.kind is ActKind.EXCHANGE:
            for each in acts:
                if each.kind in RATIFYING and set(each.by) & set(act.by) and surely_before(act.dated, each.dated):
                    problem = f"{act.id} is of {act.dated.days}, before {each.id} of {each.dated.days}"
                    yield Remark("exchange-before-ratification", matter.dated(act), problem, "check the two dates")


def lateness(matter: Matter) -> Iterator[Remark]:
    """Rescissions of notices that had taken effect, and extensions of terms that were over."""
    late = (
        (ActKind.RESCISSION, "rescission", RESCINDED_LATE, "rescission-after-effect", "the notice had taken effect"),
        (ActKind.EXTENSION, "extension", EXTENDED_LATE, "extension-after-end", "the term had ended"),
    )
    for kind, name, rule, code, problem in late:
        for act in matter.record.acts:
            if act.kind is not kind:
                continue

            def found(fate: Fate, reason: Derived, rule: object = rule) -> str | None:
                before = derived_days(fate, reason.because[0])
                return f" with {before}" * (before is not None) + " " if reason.rule is rule else None

            for outcome in matter.reason(f"{name}:{act.id}", found):
                if outcome.value is not None:
                    text = f"{act.id} is of {(act.effective or act.when()).days}: {problem}{outcome.value}before"
                    hint = "check the dates, or leave it as it stands: it changes nothing"
                    yield Remark(code, matter.dated(act), text + when(outcome), hint)


def recorded(matter: Matter) -> Iterator[Remark]:
    """Dates that the depositary recorded, compared with the count."""
    keys: dict[str, None] = {}
    for subject in matter.subjects():
        for world in matter.life.course(subject).worlds:
            keys.update(dict.fromkeys(key for key in world.result.reasons if key.endswith(":recorded")))
    for key in keys:

        def counted(fate: Fate, reason: Derived) -> tuple[str, KeyPath] | None:
            if reason.rule is not DIFFERS:
                return None
            count = derived_days(fate, reason.because[0])
            return f"{reason.value} is recorded, and the count gives {count}", _recorded_at(matter, reason)

        for outcome in matter.reason(key, counted):
            if outcome.value is not None:
                text, path = outcome.value
                hint = "the record goes before the count; check the clause, the dates counted from, and the record"
                yield Remark("recorded-differs", path, text + when(outcome), hint)


def _recorded_at(matter: Matter, reason: Derived) -> KeyPath:
    if isinstance(reason.subject, Act):
        return matter.at_act(reason.subject, "recorded")
    return matter.at(EntryIntoForce, "recorded")


RULES = (order, lateness, recorded)

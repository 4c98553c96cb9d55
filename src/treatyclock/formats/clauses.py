"""The final clauses of a document, made into values."""

from __future__ import annotations

from dataclasses import dataclass

from treatyclock.civil.moments import Moment, moment
from treatyclock.civil.periods import Period
from treatyclock.errors import TreatyclockError
from treatyclock.formats.kinds import Path
from treatyclock.formats.part import Part
from treatyclock.law.acts import NoticeDate
from treatyclock.law.clauses import Anchor, Denunciation, EntryIntoForce, EntryWhen, ExitWhen, Renewal, Term
from treatyclock.law.readings import FOR_EVER


@dataclass(frozen=True, slots=True, kw_only=True)
class Clauses:
    """The final clauses, of a treaty or of a reading."""

    entry: EntryIntoForce | None
    term: Term | None
    renewal: Renewal | None
    denunciation: Denunciation | None


def clauses(part: Part) -> Clauses:
    """Return the clauses that a treaty or a reading has."""
    return Clauses(
        entry=_entry(part.sub("entry_into_force")),
        term=_term(part.sub("term")),
        renewal=_renewal(part.sub("renewal")),
        denunciation=_denunciation(part.sub("denunciation")),
    )


def hang_together(part: Part, own: Clauses, term: Term | None) -> None:
    """Note clauses that presuppose a term where there is none.

    Args:
        part: The treaty or reading.
        own: Its clauses.
        term: The term that holds there.
    """
    if term is not None or part.has("term"):
        return
    if own.renewal is not None:
        part.fault("", "renews a term that there is not", "add [term], or leave it out", at=(*part.path, "renewal"))
    if own.denunciation is not None and own.denunciation.when is ExitWhen.END_OF_TERM:
        clause = part.sub("denunciation")
        assert clause is not None
        clause.fault("when", "presupposes a term", 'add [term], or when = "at any time"')


def _entry(part: Part | None) -> EntryIntoForce | None:
    if part is None:
        return None
    basis, when, on = part.basis(), part.made("when", EntryWhen), part.moment("on")
    if when is EntryWhen.FIXED and not part.has("on"):
        part.fault("on", "is missing", "give the fixed date: on = a day")
    if when not in (EntryWhen.FIXED, None) and part.has("on"):
        part.fault("on", "belongs to a fixed date only", 'leave it out, or when = "fixed date"')
    return None if when is None else EntryIntoForce(when=when, on=on, hour=part.get("hour"), basis=basis)


def _term(part: Part | None) -> Term | None:
    if part is None:
        return None
    basis, lasts = part.basis(), part.period("lasts", some=True)
    found = [_anchor(part, path, name) for path, name in part.several("from")]
    anchors = tuple(dict.fromkeys(anchor for anchor in found if anchor is not None))
    if lasts is None or not anchors:
        return None
    return Term(lasts=lasts, anchors=anchors, first_day_counts=part.first_day_counts(), basis=basis)


def _anchor(part: Part, path: Path, name: str) -> Anchor | Moment | None:
    if name in {anchor.value for anchor in Anchor}:
        return Anchor(name)
    try:
        return moment(name)
    except TreatyclockError as error:
        part.fault("from", error.sentence, error.hint, at=path, value=name)
        return None


def _renewal(part: Part | None) -> Renewal | None:
    if part is None:
        return None
    basis, block = part.basis(), part.period("block", some=True)
    then = part.get("then") == "indefinite"
    numbers = [number for _, number in part.several("times")]
    if part.has("block") and not part.has("times"):
        part.fault("times", "is missing", 'say how often: times = 1, or "for ever"')
    if part.has("times") and not part.has("block"):
        part.fault("block", "is missing", "say by how much: block = a period")
    if not part.has("block") and not part.has("times") and not then and not part.is_broken("then"):
        part.fault("", "prolongs nothing", 'give block and times, or then = "indefinite"')
    if then and FOR_EVER in numbers:
        part.fault("then", "can never come after for ever", "leave out one of the two")
    times = tuple(dict.fromkeys(None if number == FOR_EVER else number for number in numbers))
    return Renewal(block=block, times=times or (0,), then_indefinite=then, basis=basis)


def _denunciation(part: Part | None) -> Denunciation | None:
    if part is None:
        return None
    basis, when, notice = part.basis(), part.made("when", ExitWhen), part.period("notice")
    if when is ExitWhen.END_OF_TERM and not part.has("notice"):
        hint = "say how long before the end: notice = a period (P0D: up to the last day itself)"
        part.fault("notice", "is missing", hint)
    if when is None:
        return None
    return Denunciation(
        when=when,
        notice=notice or Period(),
        notice_when_indefinite=part.period("notice_when_indefinite"),
        runs_from=part.made("runs_from", NoticeDate) or NoticeDate.RECEIVED,
        first_day_counts=part.first_day_counts(),
        basis=basis,
    )

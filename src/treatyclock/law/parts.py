"""Parts of a treaty that have a life of their own: a chapter, an annex, a protocol, an amendment, a single article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

from treatyclock.law.acts.act import Act
from treatyclock.law.acts.consent import (
    ACCESSION_APPROVED,
    ACCESSION_REFUSED,
    CONFIRMATION,
    CONSENT_WITHDRAWN,
    EXCHANGE,
    LATE_RATIFICATION_ANNOUNCED,
    OBJECTION,
    OBJECTION_WITHDRAWN,
)
from treatyclock.law.acts.exit import (
    EXIT_AGREED,
    FIRST_NOTICE,
    NOTICE_EXTENDED,
    NOTICE_RESUMED,
    NOTICE_SUSPENDED,
    RESCISSION,
)
from treatyclock.law.acts.kind import ActKind
from treatyclock.law.acts.operation import PROVISIONAL, PROVISIONAL_END, RESUMPTION
from treatyclock.law.acts.term import DECISION, EXTENSION
from treatyclock.law.clauses.base import Basis, Clause, Problem
from treatyclock.law.clauses.before_entry import ProvisionalApplication
from treatyclock.law.clauses.conditions import AsRecorded
from treatyclock.law.clauses.end import RecordedEnd
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.law.clauses.exit import Denunciation
from treatyclock.law.clauses.joining import Joining
from treatyclock.law.clauses.last_days import ByDay
from treatyclock.law.clauses.side import Side
from treatyclock.law.clauses.sunset import Sunset
from treatyclock.law.clauses.term import Renewal, Term
from treatyclock.law.form import Form
from treatyclock.law.written import written


class ConsentTo(Enum):
    """By which consent a State is bound by a part."""

    TREATY = "to the treaty"
    PART = "its own"
    AMENDMENT = "its own, or a later one to the treaty"


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatyPart:
    """A part of a treaty: what a file writes as ``[[part]]``, with the final clauses that are its own.

    Law: a treaty may provide that a part of it enters into force, is applied provisionally, is suspended or is
    denounced apart from the rest (Vienna Convention arts. 17, 24(1), 25(1), 44(1), 57 and 58).

    Attributes:
        id: Its name.
        title: What it is called.
        covers: What it covers, where the title does not say so.
        consent: Whether who consents to the treaty is bound by it, or only who consents to the part itself, or, as by
            an amendment, also who becomes a party to the treaty once the part is in force; None where that is not told.
        only_for: The parties for which alone it is; all where not given.
        not_for: The parties for which it is not.
        before_treaty: Whether it may be in force before the treaty is.
        outlasts_treaty: Whether it stays in force when the treaty ends.
        outlasts_if_agreed: Whether it does so up to a later day on which the parties agree, and otherwise ends with it.
        without: The tables of the treaty's clauses that do not hold for it.
        clauses: Its own clauses.
        untold: States of whose consent to it the record tells nothing, though its recorded day of entry does.
        note: Anything a reader should know.
        basis: Where it stands.
    """

    id: str
    title: str = written(Form.TEXT, "what it is called", default="")
    covers: str = written(Form.TEXT, "what it covers, where the title does not say so", default="")
    consent: ConsentTo | None = written(
        ConsentTo,
        "by which consent a State is bound by it: that to the treaty, or one to the part itself; or, of an amendment, "
        "one to the part or one by which it becomes a party to the treaty later",
        default=None,
    )  # fmt: skip
    only_for: tuple[str, ...] = written(
        Form.PARTY, "the parties for which alone it is; all if left out", many=True, default=()
    )
    not_for: tuple[str, ...] = written(Form.PARTY, "the parties for which it is not", many=True, default=())
    before_treaty: bool = written(Form.FLAG, "true where it may be in force before the treaty is", default=False)
    outlasts_treaty: bool = written(Form.FLAG, "true where it stays in force when the treaty ends", default=False)
    outlasts_if_agreed: bool = written(
        Form.FLAG, "true where it ends with the treaty, unless the parties agree on a later day for it", default=False
    )
    without: tuple[str, ...] = ()
    clauses: tuple[Clause, ...] = ()
    untold: tuple[str, ...] = ()
    note: str = ""
    basis: Basis = Basis()

    def __str__(self) -> str:
        """Name it."""
        return f"{self.id} ({self.title})" if self.title else self.id

    def has(self, kind: type[Clause]) -> bool:
        """Tell whether it has a clause of a kind of its own."""
        return any(isinstance(clause, kind) for clause in self.clauses)

    @property
    def by_own_consent(self) -> bool:
        """Whether who consents to the part itself is bound by it, and not all who consent to the treaty."""
        return self.consent in (ConsentTo.PART, ConsentTo.AMENDMENT)

    @property
    def binds_later_parties(self) -> bool:
        """Whether who becomes a party to the treaty once the part is in force is bound by it (art. 40(5)(a))."""
        return self.consent is ConsentTo.AMENDMENT

    @property
    def own_ways_out(self) -> bool:
        """Whether it takes over none of the treaty's ways to end: the treaty's own end bounds it, or it outlasts it."""
        return self.by_own_consent or self.outlasts_treaty or self.outlasts_if_agreed

    def is_for(self, party: str) -> bool:
        """Tell whether it can bind a party."""
        return party not in self.not_for and (not self.only_for or party in self.only_for)

    def problems(self, parties: Iterable[str]) -> Iterator[Problem]:
        """Yield what does not hang together in it.

        Args:
            parties: The parties of the treaty.
        """
        entry = next((each for each in self.clauses if isinstance(each, EntryIntoForce)), None)
        if entry is not None and self.consent is None and not isinstance(entry.when, AsRecorded):
            hint = 'write consent = "its own" where acts that name the part bring it about, or "to the treaty"'
            yield (
                "consent",
                "is missing: a part with an entry into force of its own must say whose consents count",
                hint,
            )
        if entry is None and self.before_treaty:
            hint = "add [part.entry_into_force], or leave it out"
            yield "before_treaty", "has no entry into force of its own to go by", hint
        if self.only_for and self.not_for:
            yield "not_for", "stands beside only_for", "leave out one of the two"
        if self.outlasts_treaty and self.outlasts_if_agreed:
            yield "outlasts_if_agreed", "stands beside outlasts_treaty", "leave out one of the two"
        left = [party for party in parties if self.is_for(party)]
        if (self.only_for or self.not_for) and len(left) < 2:
            yield "not_for" if self.not_for else "only_for", "leaves fewer than two parties", "name other parties"

    # --- what the part takes over from the treaty -----------------------------------------------

    def clauses_within(self, treaty: Sequence[Clause]) -> tuple[Clause, ...]:
        """Return its clauses: its own, and beside them those of the treaty that hold for it too.

        Args:
            treaty: The treaty's clauses, as a reading has them.
        """
        own = {clause.TABLE for clause in self.clauses}
        gone = {*own, *self.without, *([Renewal.TABLE] if self.has(Term) else [])}
        if self.has(Term) or self.has(Denunciation):
            # It may be over before the end that was recorded of the whole, which bounds it in any case.
            gone |= {RecordedEnd.TABLE}
            gone |= {Term.TABLE, Renewal.TABLE} if any(isinstance(clause, RecordedEnd) for clause in treaty) else set()
        kept = [clause for clause in treaty if clause.TABLE not in gone]
        if self.own_ways_out:
            going_on = (
                EntryIntoForce,
                Joining,
                Side,
                Sunset,
                *(() if self.by_own_consent else (ProvisionalApplication,)),
            )
            kept = [clause for clause in kept if isinstance(clause, going_on)]
        if self.by_own_consent:
            kept = [_as_procedure(clause, self.consent) for clause in kept]
        kept = [clause for each in kept for clause in self._for_its_parties(each)]
        return tuple(sorted((*self.clauses, *kept), key=lambda clause: clause.PLACE))

    def _for_its_parties(self, clause: Clause) -> Iterator[Clause]:
        """Yield a clause of the treaty, a side with those alone whom the part can bind."""
        if not isinstance(clause, Side):
            yield clause
        elif stand := tuple(filter(self.is_for, clause.parties)):
            yield replace(clause, parties=stand, represented_by=tuple(filter(self.is_for, clause.represented_by)))

    def takes(self, act: Act) -> bool:
        """Tell whether an act counts for the part: one that names it does, and one of the treaty that bears on it."""
        if act.part:
            return act.part == self.id
        kind = act.kind
        if kind.consents or kind.signs or kind in _ABOUT_CONSENT:
            return not self.by_own_consent  # also one by whom it does not bind: the treaty may need it
        return kind.outside or not self._leaves_out(kind)

    def _leaves_out(self, kind: ActKind) -> bool:
        """Tell whether acts of a kind about the whole treaty count for the whole alone."""
        if kind in (PROVISIONAL, PROVISIONAL_END):
            return self.by_own_consent or self.has(ProvisionalApplication)
        if kind.is_notice or kind in _ABOUT_NOTICES:
            return self.own_ways_out or self.has(Denunciation)
        if kind in (EXTENSION, DECISION):
            return self.own_ways_out or self.has(Term) or self.has(Renewal)
        return self.own_ways_out and not (kind.suspends or kind == RESUMPTION)


_ABOUT_CONSENT = (
    CONFIRMATION, EXCHANGE, CONSENT_WITHDRAWN, OBJECTION, OBJECTION_WITHDRAWN, ACCESSION_APPROVED, ACCESSION_REFUSED,
    LATE_RATIFICATION_ANNOUNCED,
)  # fmt: skip


_ABOUT_NOTICES = (FIRST_NOTICE, RESCISSION, NOTICE_SUSPENDED, NOTICE_RESUMED, NOTICE_EXTENDED, EXIT_AGREED)


def _as_procedure(clause: Clause, consent: ConsentTo | None) -> Clause:
    """Return a clause of the treaty as a procedure for a part: without the days that are the treaty's own."""
    if isinstance(clause, Joining):
        until = None if isinstance(clause.until, ByDay) else clause.until
        # By an amendment a signatory of the treaty is bound once it is a party to that.
        at_latest = clause.at_latest if consent is ConsentTo.AMENDMENT else None
        return replace(clause, at_latest=at_latest, until=until, extension=clause.extension if until else None)
    if not isinstance(clause, EntryIntoForce):
        return clause
    own: dict[str, Any] = dict.fromkeys(("on", "met_by", "lapses", "recorded", "recorded_known", "not_before"))
    return replace(clause, **own)

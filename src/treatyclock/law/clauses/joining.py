"""Clauses on States that join later: from when the treaty is in force for them, on whose approval, and until when."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import ClassVar

from treatyclock.civil.moments.moment import Moment
from treatyclock.civil.periods import Period
from treatyclock.law.acts.act import ActDate
from treatyclock.law.acts.kind import ActKind
from treatyclock.law.clauses.base import Basis, Clause, Problem
from treatyclock.law.clauses.delays import AT_ONCE, Delay
from treatyclock.law.clauses.last_days import LastDay
from treatyclock.law.conventions.entry import COUNTS_FROM
from treatyclock.law.conventions.joining import DELAY_FROM
from treatyclock.law.form import Form
from treatyclock.law.wording import AS_WRITTEN, Wording
from treatyclock.law.written import written


class JoinsBy(Enum):
    """How a State must join for a rule to be its own."""

    ACCESSION = "accession"
    RATIFICATION = "ratification"


class JoinsAfter(Enum):
    """What a State must have consented after for the clause on later joiners to be its own."""

    CONDITION = "the condition was met"
    ENTRY = "entry into force"
    ENTRY_DAY = "the day of entry into force"
    OTHERS = "those who met the condition"


class DelayFrom(Enum):
    """From which of two acts the delay runs, where an accession needs an approval."""

    INSTRUMENT = "the instrument"
    LATER = "the later of instrument and approval"


class Refusal(Enum):
    """Until when two States may refuse that the treaty applies between them."""

    AT_ACCESSION = "at the accession"


@dataclass(frozen=True, slots=True, kw_only=True)
class Approvers:
    """Who must approve an accession.

    Attributes:
        parties: The parties that must; all where none is named.
        body: The body that does, such as a Joint Committee; empty where the parties do.
    """

    parties: tuple[str, ...] = ()
    body: str = ""

    def says(self, wording: Wording) -> str:
        """Who they are."""
        return self.body or (wording.parties(self.parties) if self.parties else "all parties")


@dataclass(frozen=True, slots=True, kw_only=True)
class Joining(Clause):
    """From when the treaty is in force for a State that consents after the condition was met, or after it is in force.

    A treaty may have several such rules, for some States or for some ways of joining each: of a State the first holds
    that is for it.

    Law: Vienna Convention art. 24(3): on the date of its consent, unless the treaty provides otherwise; never before
    the treaty itself is in force. Who may accede, and on whose approval, is for the treaty to say (art. 15).
    """

    TABLE: ClassVar[str] = "joining"
    DOC: ClassVar[str] = "from when the treaty is in force for a State that joins later; several where rules differ"
    PLACE: ClassVar[int] = 20
    SEVERAL: ClassVar[bool] = True

    open_to: str = written(
        Form.TEXT, "who may join, in the words of the treaty: it is told, and checked of nobody", default=""
    )
    parties: tuple[str, ...] = written(
        Form.PARTY, "the States for which alone it is; all if left out", many=True, default=()
    )
    by: JoinsBy | None = written(
        JoinsBy, "how a State joins: by accession, or by ratification (or another instrument) of one that has signed",
        default=None,
    )  # fmt: skip
    approved_by: Approvers | None = written(
        Form.APPROVERS, "who must approve an accession: all parties, those named, or a body", default=None
    )
    delay: Delay = written(Form.DELAY, "how long after its own instrument", default=AT_ONCE)
    delay_from: DelayFrom | None = written(
        DelayFrom, "from which act the delay runs where an approval comes after the instrument, where the text says so",
        settles=DELAY_FROM, default=None,
    )  # fmt: skip
    or_as_agreed: bool = written(
        Form.FLAG, "true where the terms on which a State joins may name another day", default=False
    )
    after: JoinsAfter | Moment = written(
        Form.AFTER,
        "for which States: those that consented after the condition was met, or after entry into force; or after the "
        "day of entry into force, where that day itself is in time; or after a day that the text names; or all but "
        "those who met the condition",
        default=JoinsAfter.CONDITION,
    )  # fmt: skip
    until: LastDay | None = written(
        Form.LAST_DAY, "the last day for the instrument, or how long after the entry into force or an act", default=None
    )
    extension: Period | None = written(
        Form.SOME_PERIOD, "by how much a notice in time puts off that last day for its author", default=None
    )
    at_latest: Moment | None = written(
        Form.DAY, "the day from which it is in force at the latest for a State that has signed", default=None
    )
    counts_from: tuple[ActDate, ...] = written(
        ActDate, "which date of the instrument counts; a list where the text leaves it open", many=True,
        settles=COUNTS_FROM, default=(ActDate.RECEIVED,),
    )  # fmt: skip
    objection_within: Period | None = written(
        Form.SOME_PERIOD, "how long after it was told of an accession a party may object to it", default=None
    )
    refusal: Refusal | None = written(
        Refusal, "until when a party, or who accedes, may refuse that the treaty applies between the two", default=None
    )
    at_once_in_conflict: bool = written(
        Form.FLAG, "true where the instrument of a State that is engaged in a conflict has effect at once",
        default=False,
    )  # fmt: skip
    basis: Basis = Basis()

    def is_for(self, kind: ActKind) -> bool:
        """Tell whether it is for who joins by an act of a kind."""
        return self.by in (None, JoinsBy.ACCESSION if kind.joins else JoinsBy.RATIFICATION)

    def says(self, wording: Wording = AS_WRITTEN) -> str:
        """What it says."""
        instrument = "that State's own instrument"
        if self.delay_from is DelayFrom.LATER:
            instrument += " or of its approval, whichever is later"
        day = self.delay.after(instrument) if self.delay else f"on the day of {instrument}"
        day += ", or on another day as agreed" * self.or_as_agreed
        day += ", and at once for one that is engaged in a conflict" * self.at_once_in_conflict
        said = [f"For {self._whom(wording)}, the treaty enters into force {day}."]
        if self.open_to:
            said.append(f"It is open to {self.open_to}.")
        if self.approved_by is not None:
            said.append(f"An accession needs the approval of {self.approved_by.says(wording)}.")
        if self.until is not None:
            put_off = f", and a notice by then puts that off by {self.extension.words}" if self.extension else ""
            said.append(f"An instrument after {self.until.says(wording)} has no effect{put_off}.")
        if self.at_latest is not None:
            said.append(f"For a State that has signed it does on {wording.days(self.at_latest.days)} at the latest.")
        if self.objection_within is not None:
            said.append(f"A party may object to an accession within {self.objection_within.words} of hearing of it.")
        if self.refusal is not None:
            said.append("A party and who accedes may each refuse, at the accession, that it applies between them.")
        return " ".join(said)

    def _whom(self, wording: Wording) -> str:
        whom = wording.parties(self.parties) if self.parties else "a State"
        after = wording.days(self.after.days) if isinstance(self.after, Moment) else self.after.value
        when = "accedes" if self.by is JoinsBy.ACCESSION else "ratifies" if self.by else "consents"
        that = "that" if not self.parties else "which"
        if self.after is JoinsAfter.OTHERS:
            return f"{whom} {that} {when}, but for those who met the condition"
        return f"{whom} {that} {when} after {after}"

    def problems(self, has: Callable[[str], bool]) -> Iterator[Problem]:
        """Yield what does not hang together."""
        if self.at_once_in_conflict and not self.delay:
            yield "at_once_in_conflict", "shortens no delay: every instrument has effect at once", "leave it out"
        if has("delay_from") and not has("approved_by"):
            yield "delay_from", "speaks of an approval, and none is needed", "add approved_by, or leave this out"
        if has("approved_by") and self.by not in (None, JoinsBy.ACCESSION):
            yield (
                "approved_by",
                "is about accessions, and this rule is not",
                'write by = "accession", or leave it out',
            )
        if has("refusal") and has("objection_within"):
            yield "refusal", "stands beside objection_within, which gives another time", "leave out one of the two"
        if has("extension") and not has("until"):
            yield "extension", "puts off a last day, and there is none", "add until, or leave this out"
        if has("at_latest") and self.by not in (None, JoinsBy.RATIFICATION):
            yield (
                "at_latest",
                "is for a State that has signed, and this rule is not",
                'write by = "ratification", or leave it out',
            )

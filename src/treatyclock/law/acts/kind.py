"""What a kind of act is: what it means in law, and what a file may and must say of one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any


class Role(Enum):
    """What many kinds of act have in common, so that another kind may answer all of them."""

    NOTICE = "a notice"
    SUSPENSION = "a suspension"


class Agreement(Enum):
    """Whose agreement an act needs to have its effect."""

    ITS_AUTHORS = "its authors alone"
    ALL_PARTIES = "all parties"
    ALL_OR_NAMED = "all parties, or whoever the clause on denunciation names"
    BY_CLAUSE = "whoever decides by the clause"


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """A key that an act must have.

    Attributes:
        keys: The keys; at least one of them must be there.
        hint: What to write.
    """

    keys: tuple[str, ...]
    hint: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ActKind:
    """A kind of act, told by its name.

    Attributes:
        name: What a file calls it.
        sentence: The sentence of such an act; ``{by}`` stands for who did it, ``{of}`` for the act it answers, ``{id}``
            for its own id.
        signs: Whether it is a signature.
        consents: Whether it expresses consent to be bound (Vienna Convention arts. 11 to 15).
        ratifies: Whether it is the consent of a State that has signed.
        joins: Whether it is the consent of a State that did not negotiate.
        is_notice: Whether it is a notice by which a party leaves.
        suspends: Whether it suspends the treaty's operation.
        answers: The kinds of act, or the roles, that it may answer; none where it answers no act.
        answered: What to call the act that it answers.
        by_its_authors: Whether only a State that did the answered act can do it.
        may_precede: Whether it may come before the act that it answers.
        uses: The keys that this kind uses, of those that only some kinds of act use.
        needs: What a file must say of it.
        agreement: Whose agreement it needs.
        needs_reading: Whether it has an effect only in a reading that admits it.
        may_end: Whether it can bring the treaty to an end, for all or for one.
        presupposes_consent: Whether only a State that signed or consented can do it.
        idle: Why an act of this kind has no effect where nothing rests on it; empty where that is not one reason.
        for_the_record: Whether it changes the status of no State, so that it may stand in a file without an effect.
        also: What else people call it.
        outside: Whether it happens outside the treaty, so that who knows of it need not know of the treaty.
    """

    name: str
    sentence: str
    signs: bool = False
    consents: bool = False
    ratifies: bool = False
    joins: bool = False
    is_notice: bool = False
    suspends: bool = False
    answers: tuple[ActKind | Role, ...] = ()
    answered: str = "the act that it answers"
    by_its_authors: bool = False
    may_precede: bool = False
    uses: frozenset[str] = frozenset()
    needs: tuple[Need, ...] = ()
    agreement: Agreement = Agreement.ITS_AUTHORS
    needs_reading: bool = False
    may_end: bool = False
    presupposes_consent: bool = False
    idle: str = ""
    for_the_record: bool = False
    outside: bool = False
    also: tuple[str, ...] = ()

    def may_answer(self, other: ActKind) -> bool:
        """Tell whether an act of this kind may answer an act of another.

        Example:
            >>> from treatyclock.law.acts.exit import DENUNCIATION, RESCISSION
            >>> RESCISSION.may_answer(DENUNCIATION), DENUNCIATION.may_answer(RESCISSION)
            (True, False)
        """
        return any(each == other or (isinstance(each, Role) and other.plays(each)) for each in self.answers)

    def plays(self, role: Role) -> bool:
        """Tell whether it has a role."""
        return self.is_notice if role is Role.NOTICE else self.suspends

    def __eq__(self, other: object) -> bool:
        """Tell whether two are one kind: kinds are told by their names."""
        return isinstance(other, ActKind) and self.name == other.name

    def __hash__(self) -> int:
        """Hash the name."""
        return hash(self.name)

    def __repr__(self) -> str:
        """Write code that finds it among those that the library declares."""
        return f"ACT_KINDS[{self.name!r}]"

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        """Write the same where Hypothesis or IPython prints it, which else write every field of a dataclass."""
        printer.text(repr(self))

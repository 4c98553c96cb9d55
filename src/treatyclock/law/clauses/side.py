"""A side: parties that stand together opposite the others, such as a Community with its Member States."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import ClassVar

from treatyclock.law.clauses.base import Basis, Clause, Problem
from treatyclock.law.conventions.exit import NOTICE_OF_SOME
from treatyclock.law.form import Form
from treatyclock.law.wording import AS_WRITTEN, Wording
from treatyclock.law.written import written


class NoticeOfSome(Enum):
    """What comes of a notice that not all parties on a side have given."""

    WITHOUT_EFFECT = "without effect"
    ENDS_FOR_THEM = "ends it for them"


@dataclass(frozen=True, slots=True, kw_only=True)
class Side(Clause):
    """The parties that stand on one side: the treaty is in force between them and those on the other sides only.

    Attributes:
        parties: Who stands on it.
        represented_by: The one of them that acts for all, where the text says so; none elsewhere.
        notice_of_some: What comes of a notice by only some of them; None where the text is silent.
        basis: Where the text says so.
    """

    TABLE: ClassVar[str] = "side"
    DOC: ClassVar[str] = "the parties of the one part: it is in force only between them and those of the other part"
    PLACE: ClassVar[int] = 25
    SEVERAL: ClassVar[bool] = True

    parties: tuple[str, ...] = written(Form.PARTY, "who stands on this side", many=True)
    represented_by: tuple[str, ...] = written(
        Form.PARTY,
        "the one of them that gives notice and agrees for all, where the text says so",
        many=True,
        default=(),
    )
    notice_of_some: NoticeOfSome | None = written(
        NoticeOfSome,
        "what comes of a notice that not all on this side have given, where the text says so",
        settles=NOTICE_OF_SOME,
        default=None,
    )
    basis: Basis = Basis()

    def says(self, wording: Wording = AS_WRITTEN) -> str:
        """What it says."""
        alone = len(self.parties) == 1
        found = f"On one side {'stands' if alone else 'stand'} {wording.parties(self.parties)}"
        if self.represented_by:
            found += f", and {wording.parties(self.represented_by)} acts for all of them"
        if self.notice_of_some is NoticeOfSome.WITHOUT_EFFECT:
            found += "; a notice by only some of them has no effect"
        if self.notice_of_some is NoticeOfSome.ENDS_FOR_THEM:
            found += "; a notice by one of them ends it for that one"
        return f"{found}."

    def problems(self, has: Callable[[str], bool]) -> Iterator[Problem]:
        """Yield what does not hang together."""
        if len(self.represented_by) > 1:
            yield "represented_by", "is more than one", "name the one party that acts for the others"
        elif not set(self.represented_by) <= set(self.parties):
            yield "represented_by", "is not on this side", f"name one of {', '.join(self.parties)}, or leave it out"
        for key in ("represented_by", "notice_of_some"):
            if len(self.parties) == 1 and has(key):
                yield key, "says nothing of one party alone", "leave it out"

    @property
    def may_end(self) -> bool:
        """Whether it can bring the treaty to an end: the last of a side to leave ends it."""
        return True

    @property
    def presupposes_many(self) -> bool:
        """Whether no treaty between two would have it."""
        return len(self.parties) > 1

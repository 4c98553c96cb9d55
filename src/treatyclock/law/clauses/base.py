"""What all clauses share: where they stand, how their fields are written in a file, and what they presuppose."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import MISSING, Field, dataclass, field, fields
from enum import Enum
from typing import Any, ClassVar

Problem = tuple[str, str, str]
"""A fault of meaning in a clause: the key (empty for the whole), what is wrong, and what would mend it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """Where a clause stands.

    Attributes:
        ref: The article, such as ``"art. 3"``.
        sources: The ids of the sources that give it.
    """

    ref: str = ""
    sources: tuple[str, ...] = ()


class Form(Enum):
    """How a value is written in a treaty file."""

    TEXT = "text"
    FLAG = "true or false"
    COUNT = "a whole number from 1 on"
    PERIOD = "a period"
    SOME_PERIOD = "a period of at least a day"
    DAY = "a day"
    MOMENT = "a day, or an hour with a clock"
    MONTH_DAY = "a day of every year"
    FIRST_DAY = "counted or not counted"
    ANCHOR = "what a term runs from, or a day"
    SINCE = "the treaty's or the party's entry into force, or a day"
    TIMES = "a number of times, or for ever"
    SHARE = "a percentage"
    PARTY = "the code of a party"
    EVENT = "the id of an act that may not be recorded yet"
    ACT = "the id of an act"
    WEIGHTS = "the name of a table of weights"
    CONDITION = "a condition"
    DELAY = "a period, or a table"


@dataclass(frozen=True, slots=True)
class Written:
    """How a field of a clause is written.

    Attributes:
        doc: What it means.
        form: A :class:`Form`, an ``Enum`` of the words that it may be, or a class for a table of its own.
        many: Whether a list may stand there; the value is then a tuple.
        key: Its key.
    """

    doc: str
    form: Form | type[Any]
    many: bool
    key: str


def written(form: Form | type[Any], doc: str, *, many: bool = False, key: str = "", default: Any = MISSING) -> Any:
    """Declare a field of a clause together with how a file writes it; one without a default is required.

    Args:
        form: How it is written.
        doc: What it means, for whoever writes a file.
        many: Whether a list may stand there.
        key: Its key, where that is not the name of the field.
        default: Its value where a file leaves it out.
    """
    metadata = {"written": Written(doc=doc, form=form, many=many, key=key)}
    if default is MISSING:
        return field(metadata=metadata)
    return field(default=default, metadata=metadata)


def written_fields(table: type[Any]) -> Iterator[tuple[str, Written, bool]]:
    """Yield each field that a file writes: its name, how, and whether it is required."""
    each: Field[Any]
    for each in fields(table):
        how: Written | None = each.metadata.get("written")
        if how is not None:
            yield each.name, Written(how.doc, how.form, how.many, how.key or each.name), each.default is MISSING


class Clause:
    """A final clause: frozen, self-describing, without computation.

    Attributes:
        TABLE: The name of its table in a treaty file.
        DOC: What the table is.
    """

    __slots__ = ()
    TABLE: ClassVar[str]
    DOC: ClassVar[str]
    basis: Basis

    @property
    def words(self) -> str:
        """What it says, as a sentence."""
        raise NotImplementedError

    def problems(self, has: Callable[[str], bool]) -> Iterator[Problem]:
        """Yield what does not hang together in it.

        Args:
            has: Tells whether a key stands in the file, well written or not.
        """
        yield from ()

    @property
    def presupposes_many(self) -> bool:
        """Whether no treaty between two would have it."""
        return False

    @property
    def presupposes_term(self) -> Problem | None:
        """What is wrong with it where there is no term; None if it needs none."""
        return None

"""How a field of a clause declares the way in which a file writes it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import MISSING, Field, dataclass, field, fields, replace
from typing import Any

from treatyclock.law.conventions.convention import Convention
from treatyclock.law.form import Form


@dataclass(frozen=True, slots=True)
class Written:
    """How a field of a clause is written.

    Attributes:
        doc: What it means.
        form: A :class:`Form`, an ``Enum`` of the words that it may be, or a class for a table of its own.
        many: Whether a list may stand there; the value is then a tuple.
        key: Its key.
        settles: The convention that it settles where the text says so; a list leaves it open between its values.
    """

    doc: str
    form: Form | type[Any]
    many: bool
    key: str
    settles: Convention | None = None


def written(
    form: Form | type[Any],
    doc: str,
    *,
    many: bool = False,
    key: str = "",
    settles: Convention | None = None,
    default: Any = MISSING,
) -> Any:
    """Declare a field of a clause together with how a file writes it; one without a default is required.

    Args:
        form: How it is written.
        doc: What it means, for whoever writes a file.
        many: Whether a list may stand there.
        key: Its key, where that is not the name of the field.
        settles: The convention that it settles, if it settles one.
        default: Its value where a file leaves it out.
    """
    metadata = {"written": Written(doc=doc, form=form, many=many, key=key, settles=settles)}
    if default is MISSING:
        return field(metadata=metadata)
    return field(default=default, metadata=metadata)


_FIELDS: dict[type[Any], tuple[tuple[str, Written, bool], ...]] = {}
"""What was found: a class declares its fields once, and each of thousands of files is read by them."""


def written_fields(table: type[Any]) -> tuple[tuple[str, Written, bool], ...]:
    """Return each field that a file writes: its name, how, and whether it is required."""
    if table not in _FIELDS:
        _FIELDS[table] = tuple(_written_fields(table))
    return _FIELDS[table]


def _written_fields(table: type[Any]) -> Iterator[tuple[str, Written, bool]]:
    each: Field[Any]
    for each in fields(table):
        how: Written | None = each.metadata.get("written")
        if how is not None:
            yield each.name, replace(how, key=how.key or each.name), each.default is MISSING

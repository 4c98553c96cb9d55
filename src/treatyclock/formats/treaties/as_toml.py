"""From a record back to the text of a treaty file, as a person would write it."""

from __future__ import annotations

from treatyclock.formats.documents.toml_text import toml_text
from treatyclock.formats.treaties.as_tables import tables_of
from treatyclock.formats.treaties.grammar import TREATY
from treatyclock.law.record import Record

_INLINE = frozenset({"choose"})
"""What a reading chooses is mostly one convention: it stands in a line."""


def text_of(record: Record) -> str:
    """Return the text of a treaty file that makes an equal record.

    Raises:
        UnwritableTreatyError: If no file says what the record says.
    """
    return toml_text(tables_of(record), TREATY, inline=_INLINE)

"""Tables of texts as comma-separated values and as Markdown."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from treatyclock.errors import plain

_MARKUP = re.compile(r"([\\`*_{}\[\]<>&#|~])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """Rows under named columns, one fact a row.

    Attributes:
        columns: The names of the columns: lower-case words joined by ``_``, so that a program can use them.
        rows: The cells of each row; an empty one where there is nothing to say.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def beside(self, column: str, text: str) -> Rows:
        """Return the rows with the same text in one more column; as they are where the text is empty.

        Example:
            >>> Rows(columns=("day",), rows=(("1945-04-25",),)).beside("supposed", "a notice").rows
            (('1945-04-25', 'a notice'),)
        """
        if not text:
            return self
        return Rows(columns=(*self.columns, column), rows=tuple((*row, text) for row in self.rows))


def escaped(text: str) -> str:
    """Write a text so that Markdown shows it as it is.

    Example:
        >>> escaped("first_day") == "first" + chr(92) + "_day"
        True
    """
    return _MARKUP.sub(r"\\\1", text)


def as_csv(found: Rows) -> str:
    """Write rows as comma-separated values with a header (RFC 4180, but each line ends as text files do).

    Example:
        >>> print(as_csv(Rows(columns=("day", "if"), rows=(("1945-04-25", "a, or b"),))), end="")
        day,if
        1945-04-25,"a, or b"
    """
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(found.columns)
    writer.writerows([[plain(cell) for cell in row] for row in found.rows])
    return file.getvalue()


def markdown_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write rows as a table of Markdown, with their texts shown as they are.

    Example:
        >>> print(markdown_table(["day", "if"], [("1945-04-25", "")]))
        | day | if |
        |---|---|
        | 1945-04-25 |  |
    """
    lines = [f"| {' | '.join(map(_cell, columns))} |", "|" + "---|" * len(columns)]
    return "\n".join([*lines, *(f"| {' | '.join(map(_cell, row))} |" for row in rows)])


def _cell(text: str) -> str:
    return escaped(plain(text))

"""What a page shows of one moment: blocks of text, which a script lays out and never changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from treatyclock.errors import plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph.

    Attributes:
        text: What it says.
        strong: Whether it stands out.
    """

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ListOfTexts:
    """Texts below a heading.

    Attributes:
        title: The heading; empty for none.
        texts: The texts.
        numbered: Whether other texts refer to them by their numbers.
    """

    title: str
    texts: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table; the first cell of each row names it.

    Attributes:
        title: What it is a table of.
        head: The names of the columns.
        rows: The cells of each row.
        whole: Whether its cells are short, and not to be broken into lines.
    """

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    whole: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FoldedBlocks:
    """What a reader unfolds.

    Attributes:
        title: What is in it.
        blocks: It.
    """

    title: str
    blocks: tuple[PageBlock, ...]


PageBlock = Paragraph | ListOfTexts | Grid | FoldedBlocks


@dataclass(slots=True)
class TextNumbers:
    """Texts, each kept once and known by its number: moments of one treaty say much the same.

    Example:
        >>> kept = TextNumbers()
        >>> kept.number("party"), kept.number("former party"), kept.number("party"), kept.texts
        (0, 1, 0, ['party', 'former party'])
    """

    _numbers: dict[str, int] = field(default_factory=dict)

    @property
    def texts(self) -> list[str]:
        """The texts, in the order of their numbers."""
        return list(self._numbers)

    def number(self, text: str) -> int:
        """Return the number of a text."""
        return self._numbers.setdefault(plain(text), len(self._numbers))

    def numbers(self, texts: Sequence[str]) -> list[int]:
        """Return the number of each of several texts."""
        return [self.number(text) for text in texts]


def blocks_data(blocks: Sequence[PageBlock], kept: TextNumbers) -> list[dict[str, Any]]:
    """Return blocks as plain data, their texts as numbers.

    Example:
        >>> blocks_data([Paragraph(text="In force."), ListOfTexts(title="", texts=("a", "b"))], TextNumbers())
        [{'p': 0}, {'list': [1, 2]}]
    """
    return [_data(block, kept) for block in blocks]


def _data(block: PageBlock, kept: TextNumbers) -> dict[str, Any]:
    match block:
        case Paragraph():
            return {"p": kept.number(block.text)} | ({"strong": 1} if block.strong else {})
        case ListOfTexts():
            title = {"title": kept.number(block.title)} if block.title else {}
            return title | {"list": kept.numbers(block.texts)} | ({"numbered": 1} if block.numbered else {})
        case Grid():
            rows = [kept.numbers(row) for row in block.rows]
            whole = {"whole": 1} if block.whole else {}
            return {"title": kept.number(block.title), "head": kept.numbers(block.head), "rows": rows} | whole
        case FoldedBlocks():
            return {"title": kept.number(block.title), "fold": blocks_data(block.blocks, kept)}

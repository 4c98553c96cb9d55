"""On which line of a TOML text each key stands.

``tomllib`` says what a file holds, but not where. This scanner says where. It trusts that ``tomllib`` has accepted
the text, so it need not judge what it steps over.
"""

from __future__ import annotations

import re
import tomllib
from functools import cached_property

from treatyclock.formats.documents.flaws import KeyPath

_BARE = re.compile(r"[A-Za-z0-9_-]+")


def line_of_keys(text: str) -> dict[KeyPath, int]:
    r"""Map the path of every table and key to its line, counted from 1.

    Args:
        text: A text that ``tomllib.loads`` accepts.

    Example:
        >>> line_of_keys('a = 1\n[[act]]\nkind = "x"\n')
        {('a',): 1, ('act', 0): 2, ('act',): 2, ('act', 0, 'kind'): 3}
    """
    return _Scanner(text).run()


class KeyLines:
    """The lines of the keys of a text, which is scanned when a line is first asked for: most files have no fault.

    Args:
        text: A text that ``tomllib.loads`` accepts.
    """

    def __init__(self, text: str) -> None:
        """Take a text."""
        self._text = text

    def at(self, path: KeyPath) -> int | None:
        r"""Return the line of a key, or of the nearest table around one that is missing.

        Example:
            >>> KeyLines("[term]\nlasts = 5").at(("term", "from"))
            1
        """
        for length in range(len(path), 0, -1):
            if path[:length] in self._lines:
                return self._lines[path[:length]]
        return None

    @cached_property
    def _lines(self) -> dict[KeyPath, int]:
        return line_of_keys(self._text)


class _Scanner:
    """Walks through the text once, and counts the line ends that it steps over."""

    def __init__(self, text: str) -> None:
        self._text = text.replace("\r\n", "\n")
        self._at = 0
        self._line = 1
        self._lines: dict[KeyPath, int] = {}
        self._arrays: dict[KeyPath, int] = {}

    def run(self) -> dict[KeyPath, int]:
        table: KeyPath = ()
        while self._skip_blank():
            if self._text.startswith("[[", self._at):
                self._step(2)
                table = self._array_item(self._key("]"))
                self._step(2)
            elif self._text[self._at] == "[":
                self._step(1)
                table = self._resolved(self._key("]"))
                self._lines.setdefault(table, self._line)
                self._step(1)
            else:
                self._pair(table)
        return self._lines

    def _pair(self, table: KeyPath) -> None:
        line, path = self._line, (*table, *self._key("="))
        for length in range(len(table) + 1, len(path) + 1):
            self._lines.setdefault(path[:length], line)
        self._step(1)
        self._value(path)

    def _array_item(self, key: KeyPath) -> KeyPath:
        array = (*self._resolved(key[:-1]), key[-1])
        number = self._arrays.get(array, -1) + 1
        self._arrays[array] = number
        self._lines[(*array, number)] = self._line
        self._lines.setdefault(array, self._line)
        return (*array, number)

    def _resolved(self, key: KeyPath) -> KeyPath:
        """Put the number of the item being filled behind each array of tables on the way."""
        path: KeyPath = ()
        for part in key:
            path = (*path, part)
            if path in self._arrays:
                path = (*path, self._arrays[path])
        return path

    def _key(self, end: str) -> KeyPath:
        parts: list[str | int] = []
        while True:
            self._skip_spaces()
            char = self._text[self._at]
            if char in "\"'":
                parts.append(self._string())
            elif match := _BARE.match(self._text, self._at):
                parts.append(match[0])
                self._at = match.end()
            else:
                self._step(1)  # a dot between parts
                continue
            self._skip_spaces()
            if self._text[self._at] == end:
                return tuple(parts)

    def _value(self, path: KeyPath) -> None:
        self._skip_spaces()
        char = self._text[self._at]
        if char in "\"'":
            self._string()
        elif char == "[":
            self._step(1)
            number = 0
            while self._skip_blank(",") and self._text[self._at] != "]":
                self._lines[(*path, number)] = self._line
                self._value((*path, number))
                number += 1
            self._step(1)
        elif char == "{":
            self._step(1)
            while self._skip_blank(",") and self._text[self._at] != "}":
                self._pair(path)
            self._step(1)
        else:
            while self._at < len(self._text) and self._text[self._at] not in ",]}#\n":
                self._at += 1

    def _string(self) -> str:
        quote = self._text[self._at]
        mark = quote * 3 if self._text.startswith(quote * 3, self._at) else quote
        start = self._at + len(mark)
        end = start
        while not self._text.startswith(mark, end):
            end += 2 if quote == '"' and self._text[end] == "\\" else 1
        if len(mark) == 3:  # up to two quotes may stand right before the closing three
            while self._text.startswith(quote, end + 3):
                end += 1
        quoted = self._text[self._at : end + len(mark)]
        self._step(len(quoted))
        if "\\" in quoted and len(mark) == 1 and quote == '"':  # an escape in a key
            return next(iter(tomllib.loads(f"{quoted} = 0")))
        return self._text[start:end]

    def _skip_spaces(self) -> None:
        while self._at < len(self._text) and self._text[self._at] in " \t":
            self._at += 1

    def _skip_blank(self, also: str = "") -> bool:
        """Step over blanks, line ends and comments; tell whether anything is left."""
        while self._at < len(self._text):
            char = self._text[self._at]
            if char == "#":
                end = self._text.find("\n", self._at)
                self._at = len(self._text) if end < 0 else end
            elif char in " \t\n" or char in also:
                self._step(1)
            else:
                return True
        return False

    def _step(self, count: int) -> None:
        self._line += self._text.count("\n", self._at, self._at + count)
        self._at += count

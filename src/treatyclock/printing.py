"""How answers are written: printers, each declared in a module of :mod:`treatyclock.show.printers`, found by format.

A type of answer may name further packages of printers, so that what they import is not imported for all other answers.

An answer is a value that knows no layout. A printer knows how to write one type of answer in one format.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar

from treatyclock.declarations import by_name, declared
from treatyclock.errors import UnknownChoiceError

TEXT, EXPLAINED, DATA, JSON = "text", "explained", "data", "json"
CSV, MARKDOWN, HTML, SVG = "csv", "md", "html", "svg"
_SHOWN_IN_NOTEBOOKS = {HTML: "text/html", SVG: "image/svg+xml"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Printer:
    """A way to write one type of answer.

    Attributes:
        of: The type of answer.
        format: The name of the format, by which a caller asks for it.
        write: Writes such an answer.
    """

    of: type[Any]
    format: str
    write: Callable[[Any], Any]


@cache
def printers(of: Any) -> Mapping[str, Printer]:
    """Return the printers of a type of answer, by format.

    Example:
        >>> from treatyclock.answers.answer import Answer
        >>> {'data', 'explained', 'json', 'text'} <= set(printers(Answer))
        True
    """
    packages: tuple[str, ...] = of.PRINTERS
    own = (each for name in packages for each in declared(name, Printer) if each.of is of)
    found = dict(by_name(own, lambda printer: printer.format))
    if DATA in found:
        found[JSON] = Printer(of=of, format=JSON, write=lambda value: as_json(found[DATA].write(value)))
    return found


def as_json(data: Any) -> str:
    """Write plain data as JSON text."""
    return json.dumps(data, ensure_ascii=False, indent=2)


class Printed:
    """An answer that printers can write.

    Attributes:
        PRINTERS: The packages whose modules declare its printers.
    """

    __slots__ = ()
    PRINTERS: ClassVar[tuple[str, ...]] = ("treatyclock.show.printers", "treatyclock.show.html")

    def printed(self, format: str) -> Any:
        """Return it in a format: ``"text"``, ``"data"``, ``"json"``, or any other that has a printer.

        Raises:
            UnknownChoiceError: If there is no such format.
        """
        of: Any = type(self)
        known = printers(of)
        if format not in known:
            raise UnknownChoiceError("format", format, known)
        return known[format].write(self)

    def __str__(self) -> str:
        """Write it as text."""
        return str(self.printed(TEXT))

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        """Show it in a notebook: as text, and as each richer form that it has; the notebook takes the richest."""
        of: Any = type(self)
        known = printers(of)
        rich = {kind: known[format].write(self) for format, kind in _SHOWN_IN_NOTEBOOKS.items() if format in known}
        return {"text/plain": str(self), **rich}

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain data, ready for JSON."""
        found: dict[str, Any] = self.printed(DATA)
        return found

    def to_json(self) -> str:
        """Return it as JSON text."""
        return str(self.printed(JSON))


class Explained(Printed):
    """An answer that has an argument."""

    __slots__ = ()

    def explain(self) -> str:
        """Write it with its argument: numbered sentences, then the sources that they name.

        Example:
            >>> import treatyclock as tc
            >>> answer = tc.load("soviet-japanese-neutrality-pact").in_force(at="1941-04-20T12:00Z")
            >>> print(answer.explain().splitlines()[0])
            Not yet in force by its terms: it enters into force on 25 April 1941.
        """
        return str(self.printed(EXPLAINED))

"""BibTeX: a treaty, an answer, and their sources."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from treatyclock.errors import plain
from treatyclock.exports.export_format import ExportFormat
from treatyclock.exports.references import MADE_BY, Reference, of_a_treaty, of_an_answer

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ESCAPED = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
    "%": r"\%", "&": r"\&", "#": r"\#", "$": r"\$", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip


def _entries(references: Sequence[Reference]) -> str:
    return "\n".join(_entry(each) for each in references)


def _entry(reference: Reference) -> str:
    fields = "".join(f"  {name} = {value},\n" for name, value in _fields(reference))
    return f"@misc{{{reference.id},\n{fields}}}\n"


def _fields(reference: Reference) -> Iterator[tuple[str, str]]:
    # Two braces keep the capital letters of a title.
    yield "title", f"{{{{{_escaped(reference.title)}}}}}"
    if reference.day is not None:
        yield "year", f"{{{reference.day.year}}}"
        yield "month", _MONTHS[reference.day.month - 1]
        yield "day", f"{{{reference.day.day}}}"
    if reference.of == "treaty":
        yield "type", "{Treaty}"
    if reference.of == "answer":
        yield "howpublished", f"{{{_escaped(MADE_BY)}}}"
    if reference.address:
        yield "url", f"{{{_without_braces(reference.address)}}}"
    if reference.note:
        yield "note", f"{{{_escaped(reference.note)}}}"


def _escaped(text: str) -> str:
    """Escape what LaTeX would take for a command; letters of all scripts stay, as biber and XeTeX read them.

    BibTeX counts braces, also escaped ones, so that none stands alone. Two hyphens would be set as one dash, and the
    line that runs an answer again has options.
    """
    escaped = "".join(_ESCAPED.get(character, character) for character in plain(text))
    return re.sub("-(?=-)", "-{}", escaped)


def _without_braces(address: str) -> str:
    return address.replace("{", "%7B").replace("}", "%7D")


BIBTEX = ExportFormat(
    name="bibtex",
    meaning="references as BibTeX: the treaty or the answer, and the sources",
    of_treaty=lambda exported: _entries(of_a_treaty(exported)),
    of_answer=lambda answer: _entries(of_an_answer(answer)),
)

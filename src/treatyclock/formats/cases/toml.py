"""Case files in TOML: text in, a case or all its faults out."""

from __future__ import annotations

import os

from treatyclock.errors import CaseFileError, expect
from treatyclock.formats.cases._build import build
from treatyclock.formats.cases.grammar import CASE
from treatyclock.formats.documents.toml import file_text, loaded
from treatyclock.testimony.case import Case


def load_case_file(path: str | os.PathLike[str]) -> Case:
    """Read a case file.

    Raises:
        CaseFileError: With every fault of the file.
    """
    return load_case_text(file_text(path, error=CaseFileError), file=os.fspath(path))


def load_case_text(text: str, *, file: str = "<text>") -> Case:
    """Read a case from TOML text.

    Args:
        text: The text.
        file: What to call it in faults.

    Raises:
        CaseFileError: With every fault of the text.

    Example:
        >>> load_case_text("schema = 1")
        Traceback (most recent call last):
        treatyclock.errors.CaseFileError: `<text>` has 5 faults:
        <text>: id: is missing
          hint: add id: the case's name
        <text>: title: is missing
          hint: add title: the case's title
        <text>: sources: is missing
          hint: add sources: documents and books, by a short name
        <text>: events: is missing
          hint: add events: what happened
        <text>: claim: is missing
          hint: add claim: what the sources say
    """
    expect(text, str, "the text of a case file", "text")
    return loaded(text, file=file, grammar=CASE, build=build, error=CaseFileError)

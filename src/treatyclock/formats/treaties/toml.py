"""Treaty files in TOML: text in, a record or all its faults out."""

from __future__ import annotations

from pathlib import Path

from treatyclock.formats.documents.toml import loaded
from treatyclock.formats.treaties.build import build
from treatyclock.formats.treaties.grammar import TREATY
from treatyclock.law.record import Record


def load_text(text: str, *, file: str = "<text>") -> Record:
    """Read a treaty from TOML text.

    Args:
        text: The text.
        file: What to call it in faults.

    Raises:
        TreatyFileError: With every fault of the text; if it is no TOML, with the first that the
            TOML reader meets, since nothing behind it can be told.

    Example:
        >>> load_text("schema = 1")
        Traceback (most recent call last):
        treatyclock.errors.TreatyFileError: `<text>` has 3 faults:
        <text>: id: is missing
          hint: add id: the treaty's name
        <text>: title: is missing
          hint: add title: the treaty's title
        <text>: parties: is missing
          hint: add parties: the parties, by code
    """
    return loaded(text, file=file, grammar=TREATY, build=build)


def schema_path() -> Path:
    """Return the path of the JSON Schema for editors that ships with the package.

    Example:
        >>> schema_path().name
        'treaty.schema.json'
    """
    return Path(__file__).with_name("treaty.schema.json")

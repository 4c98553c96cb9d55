"""Treaty files in TOML: text in, a record or all its faults out."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from treatyclock.errors import TreatyFileError, expect
from treatyclock.formats.documents.toml import loaded
from treatyclock.formats.treaties._build import build
from treatyclock.formats.treaties.grammar import TREATY
from treatyclock.law.events import EventResolver
from treatyclock.law.record import Record


def load_text(text: str, *, file: str = "<text>", resolve: EventResolver | None = None) -> Record:
    """Read a treaty from TOML text.

    Args:
        text: The text.
        file: What to call it in faults.
        resolve: What finds out when an event of a case came, for acts that are timed by one. The package
            :mod:`treatyclock.corpus` has it; without it such an act is a fault.

    Raises:
        TreatyFileError: With every fault of the text. Of a text that is not TOML only the first fault can be told.

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
    expect(text, str, "the text of a treaty file", "text, or tc.load(path) for a file")
    return loaded(text, file=file, grammar=TREATY, build=partial(build, resolve=resolve), error=TreatyFileError)


def schema_path() -> Path:
    """Return the path of the JSON Schema for editors that ships with the package.

    Example:
        >>> schema_path().name
        'treaty.schema.json'
    """
    return Path(__file__).with_name("treaty.schema.json")

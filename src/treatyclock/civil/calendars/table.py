"""The table of calendars, ``calendars.toml``: the one place to which a country, an era or a calendar is added."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def table() -> dict[str, Any]:
    """Return the table as it is written.

    Example:
        >>> table()["era"][0]["name"]
        'Meiji'
    """
    text = resources.files(__package__).joinpath("calendars.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def marks() -> dict[str, str]:
    """Return the marks that documents write behind a date to name its calendar, each with the calendar's id.

    Example:
        >>> marks()["rumi"], marks()["b.e."]
        ('rumi', 'thailand')
    """
    entries = [entry for kind in ("country", "convertdate") for entry in table()[kind]]
    return {mark: entry["id"] for entry in entries for mark in entry.get("marks", ())}

"""Parties taken out of a drawn document, with whatever they alone did and whatever answers that."""

from __future__ import annotations

from collections.abc import Collection

from treatyclock.testing.files.fields import DrawnTables


def leave_out(document: DrawnTables, parties: Collection[str]) -> None:
    """Take parties out of a document: the tables stay the same objects, and may be at fault afterwards.

    An act goes with the last of its authors, and so does an act that answers it. Of any other table a key goes whose
    value named nobody else.

    Args:
        document: The tables of a treaty file, which are changed.
        parties: The codes of the parties.
    """
    _strip(document, parties)
    acts = document.get("act", [])
    while alone := [
        act for act in acts if "by" not in act or act.get("of", act["id"]) not in {each["id"] for each in acts}
    ]:
        acts[:] = [act for act in acts if all(act is not each for each in alone)]
    if not acts:
        document.pop("act", None)


def _strip(value: object, names: Collection[str]) -> bool:
    """Take names out of a value, and tell whether nothing is left of it."""
    if isinstance(value, str):
        return value in names
    if isinstance(value, list):
        before = len(value)
        value[:] = [each for each in value if not _strip(each, names)]
        return before > 0 and not value
    if isinstance(value, dict):
        empty = [key for key, each in value.items() if key in names or _strip(each, names)]
        for key in empty:
            del value[key]
        return bool(empty) and not value
    return False

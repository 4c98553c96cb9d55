"""A compiled book as a file: the arrays in numpy's own format, which holds numbers and texts and no code.

A file may come from elsewhere, or be cut off. So nothing in it is believed: each array must be there, of its type and
its shape, and every place that it names must be there too.
"""

from __future__ import annotations

import os
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from types import SimpleNamespace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from treatyclock.book.lines import BY_DAY, BY_INSTANT
from treatyclock.book.segments import SECOND, Segments
from treatyclock.errors import CompiledFileError, UnwrittenFileError

_FORMAT = "treatyclock compiled book 2"
_PARTS = {"firsts": "i8", "edges": "i8", "values": "i4"}
_TYPES = {
    "treaties": "U", "actors": "U", "labels": "U", "labelled": "i4", "texts": "U", "life_keys": "i8", "reasons": "i4",
    "pair_keys": "i8", "state_firsts": "i8", "state_treaties": "i4", "state_truths": "i1", "many": "i4",
    "surely": "u8", "perhaps": "u8", "apart": "i4", "left_out": "u8",
}  # fmt: skip
_SEGMENTS = ("lives", "pairs", "states_of")
_SETS = ("surely", "perhaps", "left_out")


def save(fields: Mapping[str, Any], path: str | os.PathLike[str], *, overwrite: bool = False) -> None:
    """Write the arrays to a file.

    Args:
        fields: What a compiled book holds, by the names of its attributes.
        path: The file.
        overwrite: Whether it may exist already.

    Raises:
        UnwrittenFileError: If it exists already, or cannot be written.
    """
    held: dict[str, Any] = {
        "format": np.array(_FORMAT),
        "by": np.array(fields["by"]),
        "whole": np.array(fields["whole"]),
        "until": np.array(fields["until"], dtype=np.int64),
    }
    for name in _TYPES:
        held[name] = fields[name]
    for name in _SEGMENTS:
        segments = fields[name]
        held |= {f"{name}.{part}": getattr(segments, part) for part in _PARTS}
        held[f"{name}.tick"] = np.array(segments.tick, dtype=np.int64)
    try:
        with open(path, "wb" if overwrite else "xb") as file:
            np.savez_compressed(file, **held)
    except (OSError, ValueError) as cause:
        raise UnwrittenFileError(os.fspath(path), cause) from None


def load(path: str | os.PathLike[str]) -> dict[str, Any]:
    """Read from a file what a compiled book holds, by the names of its attributes; nothing in it is run.

    Raises:
        CompiledFileError: If it is no such file, or a broken one.
    """
    name = os.fspath(path)
    try:
        with open(path, "rb") as file:
            held = _arrays(file)
            return _fields(held)
    except OSError as cause:
        raise CompiledFileError(name, cause.strerror or str(cause)) from None
    except (ValueError, KeyError, EOFError, zipfile.BadZipFile, zlib.error, RuntimeError) as cause:
        raise CompiledFileError(name, str(cause.args[0] if cause.args else cause)) from None


def _arrays(file: Any) -> dict[str, NDArray[Any]]:
    found = np.load(file, allow_pickle=False)
    if not isinstance(found, np.lib.npyio.NpzFile):
        raise ValueError("it is one array, and no archive of several")
    wanted = [
        "format",
        "by",
        "whole",
        "until",
        *_TYPES,
        *(f"{name}.{part}" for name in _SEGMENTS for part in (*_PARTS, "tick")),
    ]
    if missing := [each for each in wanted if each not in found.files]:
        raise ValueError(f"it lacks {', '.join(missing)}")
    return {each: found[each] for each in wanted}


def _fields(held: dict[str, NDArray[Any]]) -> dict[str, Any]:
    if str(held["format"]) != _FORMAT:
        raise ValueError(f"its format is {str(held['format'])[:80]!r}, not {_FORMAT!r}")
    if str(held["by"]) not in (BY_INSTANT, BY_DAY) or held["whole"].dtype != np.bool_ or held["whole"].shape:
        raise ValueError("it does not say what is asked about")
    for name, kind in _TYPES.items():
        _typed(name, held[name], kind, 2 if name in _SETS else 1)
    if held["until"].dtype != np.int64 or held["until"].shape:
        raise ValueError("it does not say up to when it tells")
    values: dict[str, Any] = {"by": str(held["by"]), "whole": bool(held["whole"]), "until": int(held["until"])}
    values |= {name: held[name] for name in _TYPES}
    values |= {name: _segments(name, held) for name in _SEGMENTS}
    if problem := next(_problems(SimpleNamespace(**values)), None):
        raise ValueError(problem)
    return values


def _typed(name: str, array: NDArray[Any], kind: str, dimensions: int) -> None:
    right = array.dtype.kind == "U" if kind == "U" else array.dtype == np.dtype(kind)
    if not right or array.ndim != dimensions:
        raise ValueError(f"{name} has the type {array.dtype} and {array.ndim} dimensions, not {kind} and {dimensions}")


def _segments(name: str, held: dict[str, NDArray[Any]]) -> Segments:
    for part, kind in _PARTS.items():
        _typed(f"{name}.{part}", held[f"{name}.{part}"], kind, 1)
    tick = held[f"{name}.tick"]
    if tick.dtype != np.int64 or tick.shape or int(tick) not in (1, SECOND):
        raise ValueError(f"{name}.tick is no length of a tick")
    firsts, edges, values = (held[f"{name}.{part}"] for part in _PARTS)
    most = np.iinfo(np.int64).max // int(tick)
    if not len(firsts) or (len(edges) and (int(edges.min()) < -most or int(edges.max()) > most)):
        raise ValueError(f"{name} has no keys, or edges beyond all time")
    checked = Segments.from_arrays(firsts, edges * int(tick), values)
    return Segments(firsts, edges, values, int(tick)) if checked.tick != int(tick) else checked


def _problems(made: SimpleNamespace) -> Iterator[str]:
    """Yield what does not hang together: a place that is not there would be read as another one."""
    states, pairs, size = len(made.state_firsts) - 1, len(made.pair_keys), len(made.actors)
    rows, width = made.surely.shape
    sizes = {
        "labelled": (len(made.labelled), len(made.labels)),
        "reasons": (len(made.reasons), len(made.lives.values)),
        "lives": (made.lives.keys, len(made.life_keys)),
        "pairs": (made.pairs.keys, pairs),
        "apart": (len(made.apart), pairs),
        "states_of": (made.states_of.keys, size),
        "state_truths": (len(made.state_truths), len(made.state_treaties)),
        "perhaps": (made.perhaps.shape, (rows, width)),
        "left_out": (made.left_out.shape[1], width),
    }
    for name, (found, wanted) in sizes.items():
        if found != wanted:
            yield f"{name} has {found} entries, not {wanted}"
    bounds: dict[str, tuple[NDArray[Any], int]] = {
        "labelled": (made.labelled, size - 2),
        "reasons": (made.reasons, len(made.texts)),
        "pairs": (made.pairs.values, states),
        "states_of": (made.states_of.values, rows),
        "state_treaties": (made.state_treaties, len(made.treaties)),
        "state_truths": (made.state_truths, 3),
        "many": (made.many, len(made.treaties)),
        "apart": (made.apart, len(made.left_out)),
        "pair_keys": (made.pair_keys, size * size),
        "life_keys": (made.life_keys, len(made.treaties) * size * size),
    }
    for name, (places, most) in bounds.items():
        if places.size and not 0 <= int(places.min()) <= int(places.max()) < most:
            yield f"{name} names a place that is not there"
    if size < 2 or not len(made.left_out) or len(made.many) > 64 * width:
        yield "it has no States, or treaties without a bit"
    firsts = made.state_firsts
    if not states or firsts[0] != 0 or (np.diff(firsts) < 0).any() or firsts[-1] != len(made.state_treaties):
        yield "state_firsts does not fit the states"
    ordered = (("pair_keys", made.pair_keys), ("life_keys", made.life_keys))
    yield from (f"{name} is not in order" for name, keys in ordered if (np.diff(keys) <= 0).any())
    if (made.labels[1:] <= made.labels[:-1]).any():
        yield "labels is not in order"

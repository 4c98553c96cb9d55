"""A compiled book as a file: what comes back is the same, and whatever else lies there is refused."""

from __future__ import annotations

import io
import pickle
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import treatyclock as tc
from beside_treaties import THREE, treaty
from treatyclock.errors import CompiledFileError, UnwrittenFileError

BOOK = tc.Book.of(
    [treaty("many", "1990-01-01", "1991-01-01", parties=THREE), treaty("two", "1992-01-01", "1993-01-01")]
)
COMPILED = BOOK.compile(by="day")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    COMPILED.save(tmp_path / "book.npz")
    return tmp_path / "book.npz"


def arrays(compiled: tc.Compiled) -> list[Any]:
    found = []
    for value in compiled.__reduce__()[1][0].values():
        parts = (value.firsts, value.edges, value.values, value.tick) if hasattr(value, "firsts") else (value,)
        found += [part.tolist() if isinstance(part, np.ndarray) else part for part in parts]
    return found


def changed(path: Path, **values: Any) -> None:
    """Write the file anew with other arrays."""
    with np.load(path) as held:
        found = dict(held)
    for key, value in values.items():
        name = key.replace("__", ".")
        found[name] = value(found[name]) if callable(value) else value
    np.savez(path, **{name: value for name, value in found.items() if value is not None})


def test_what_was_saved_comes_back(path: Path) -> None:
    assert arrays(tc.Compiled.load(path)) == arrays(COMPILED)
    asked = ([0, 0], [1, 2], np.array(["1995-01-01"] * 2, dtype="datetime64[us]").view(np.int64))
    assert tc.Compiled.load(path).any(*asked).tolist() == COMPILED.any(*asked).tolist() == [1, 0]


def test_a_file_is_not_overwritten_unless_asked(path: Path) -> None:
    with pytest.raises(UnwrittenFileError, match="exists already"):
        COMPILED.save(path)
    COMPILED.save(path, overwrite=True)
    with pytest.raises(UnwrittenFileError):
        COMPILED.save(path / "nowhere" / "book.npz")


class ToldError(Exception):
    """Raised by a file that runs code."""


class Runs:
    def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        return exec, ("raise ToldError('code of the file was run')",)


def test_a_file_that_would_run_code_is_refused(path: Path) -> None:
    changed(path, texts=np.array([Runs()], dtype=object))
    with pytest.raises(CompiledFileError, match="holds no compiled book"):
        tc.Compiled.load(path)
    path.write_bytes(pickle.dumps(Runs()))
    with pytest.raises(CompiledFileError, match="holds no compiled book"):
        tc.Compiled.load(path)


@pytest.mark.parametrize("part", [0, 0.01, 0.3, 0.6, 0.95])
def test_a_file_that_was_cut_off_is_refused(path: Path, part: float) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: int(part * len(data))])
    with pytest.raises(CompiledFileError):
        tc.Compiled.load(path)


def test_so_is_one_with_other_bytes(path: Path) -> None:
    data = bytearray(path.read_bytes())
    for place in range(200, len(data), 997):
        data[place] ^= 0xFF
    path.write_bytes(data)
    with pytest.raises(CompiledFileError):
        tc.Compiled.load(path)


def test_so_is_another_archive_or_array_and_no_file_at_all(path: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "a")
    with pytest.raises(CompiledFileError, match="it lacks format, by, whole"):
        tc.Compiled.load(path)
    np.save(tmp_path / "one.npy", np.arange(3))
    with pytest.raises(CompiledFileError, match="one array, and no archive"):
        tc.Compiled.load(tmp_path / "one.npy")
    with pytest.raises(CompiledFileError, match="No such file"):
        tc.Compiled.load(tmp_path / "none.npz")


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"format": np.array("other 9")}, "its format is 'other 9'"),
        ({"by": np.array("month")}, "what is asked about"),
        ({"lives__edges": None}, "it lacks lives.edges"),
        ({"many": lambda found: found.astype(float)}, "many has the type float64"),
        ({"surely": lambda found: found.ravel()}, "surely has the type uint64 and 1 dimensions"),
        ({"lives__edges": lambda found: found[::-1]}, "not in order"),
        ({"lives__firsts": lambda found: found + 1}, "do not fit"),
        ({"lives__tick": np.array(7)}, "lives.tick"),
        ({"lives__edges": lambda found: found * 2**20}, "beyond all time"),
        ({"reasons": lambda found: found + 1000}, "reasons names a place that is not there"),
        ({"reasons": lambda found: found[:-1]}, "reasons has"),
        ({"labelled": lambda found: found - 5}, "labelled names a place"),
        ({"state_firsts": lambda found: found * 0}, "state_firsts"),
        ({"state_truths": lambda found: found * 0 + 9}, "state_truths names"),
        ({"life_keys": lambda found: found * 0}, "life_keys is not in order"),
        ({"labels": lambda found: found[::-1]}, "labels is not in order"),
        ({"actors": lambda found: found[:1]}, "states_of has"),
    ],
    ids=lambda each: each if isinstance(each, str) else "-".join(each),
)
def test_what_does_not_hang_together_is_refused(path: Path, values: dict[str, Any], problem: str) -> None:
    changed(path, **values)
    with pytest.raises(CompiledFileError, match=problem):
        tc.Compiled.load(path)


def test_it_can_be_read_from_where_numpy_reads_too(path: Path) -> None:
    with np.load(io.BytesIO(path.read_bytes()), allow_pickle=False) as held:
        assert str(held["format"]) == "treatyclock compiled book 2"


def test_a_damaged_file_is_refused_wherever_the_damage_is(path: Path) -> None:
    whole = path.read_bytes()
    flags = whole.index(b"PK\x01\x02") + 8
    for place, bits in ((flags, 1), *((place, 0xFF) for place in range(0, len(whole), 97))):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ bits]) + whole[place + 1 :])
        with suppress(CompiledFileError):
            assert arrays(tc.Compiled.load(path)) == arrays(COMPILED)

"""Parquet in, Parquet out: the same as in memory, whatever the batches, and after a kill."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from frame_kinds import compiled
from parquet_questions import questions
from treatyclock.errors import FrameError, UnreadFileError, UnwrittenFileError, WrongTypeError
from treatyclock.frames.asking import in_force
from treatyclock.frames.parquet import in_force_parquet

SIZE = 5000


@pytest.mark.parametrize(
    ("groups", "batch"), [(700, 1000), (700, 3000), (5000, 999), (5000, 5000), (1, 300), (2500, 10_000)]
)
def test_batches_are_the_whole_table(groups: int, batch: int, tmp_path: Path) -> None:
    table = questions(SIZE if groups > 1 else 400, 0.01)
    pq.write_table(table, tmp_path / "in.parquet", row_group_size=groups)
    done = in_force_parquet(
        compiled("day"), tmp_path / "in.parquet", tmp_path / "out", between=("a", "b"), at="t", batch=batch
    )
    found = pq.read_table(done.folder)
    assert found.equals(in_force(compiled("day"), table, between=("a", "b"), at="t"))
    files = list(done.folder.glob("*.parquet"))
    assert (done.rows, done.files, done.kept) == (len(table), len(files), 0)
    assert all(pq.read_metadata(file).num_rows <= batch for file in files)


def test_a_folder_of_files_is_one_table(tmp_path: Path) -> None:
    table = questions(SIZE, 0.01)
    (tmp_path / "in").mkdir()
    for number, start in enumerate(range(0, SIZE, 1700)):
        pq.write_table(table.slice(start, 1700), tmp_path / "in" / f"{number}.parquet")
    done = in_force_parquet(
        compiled("day"), tmp_path / "in", tmp_path / "out", between=("a", "b"), at="t", columns=["truth"], prefix="x_"
    )
    assert pq.read_table(done.folder)["n"].to_pylist() == list(range(SIZE))
    assert "x_truth" in pq.read_table(done.folder).column_names and done.files == 3


SCRIPT = """
import sys
import pyarrow.parquet as pq
import treatyclock as tc
from treatyclock.frames import parquet
book = tc.Compiled.load(sys.argv[1])
write = parquet._write
def slowly(table, path):
    write(table, path)
    import time; time.sleep(0.02)
if sys.argv[4] == "slowly":
    parquet._write = slowly
done = tc.frames.in_force_parquet(book, sys.argv[2], sys.argv[3], between=("a", "b"), at="t", batch=100)
print(done.kept, done.files, done.rows)
"""


def test_after_a_kill_nothing_is_lost_and_nothing_is_doubled(tmp_path: Path) -> None:
    table = questions(SIZE, 0.01)
    pq.write_table(table, tmp_path / "in.parquet", row_group_size=1000)
    compiled("day").save(tmp_path / "book.npz")
    command = [
        sys.executable,
        "-c",
        SCRIPT,
        str(tmp_path / "book.npz"),
        str(tmp_path / "in.parquet"),
        str(tmp_path / "out"),
    ]
    part = tmp_path / "out.part"
    run = subprocess.Popen([*command, "slowly"], env=os.environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    until = time.monotonic() + 60
    while len(list(part.glob("[!_]*.parquet"))) < 5 and run.poll() is None and time.monotonic() < until:
        time.sleep(0.005)
    assert run.poll() is None, "it ended before it could be killed"
    run.send_signal(signal.SIGKILL)
    run.wait()
    assert not (tmp_path / "out").exists()
    kept = len(list(part.glob("[!_]*.parquet")))
    (part / "_left.parquet.1.tmp").write_bytes(b"half a file")
    again = subprocess.run([*command, "quickly"], env=os.environ, capture_output=True, text=True, check=True)
    assert list(map(int, again.stdout.split())) == [kept, 50, SIZE] and 5 <= kept < 50
    assert again.stderr == ""  # no bar, since this is no terminal
    assert pq.read_table(tmp_path / "out").equals(in_force(compiled("day"), table, between=("a", "b"), at="t"))
    assert not part.exists() and not list((tmp_path / "out").glob("*.tmp"))


def test_what_is_there_is_never_overwritten(tmp_path: Path) -> None:
    pq.write_table(questions(10), tmp_path / "in.parquet")
    ask: dict[str, Any] = {"between": ("a", "b"), "at": "t"}
    in_force_parquet(compiled("day"), tmp_path / "in.parquet", tmp_path / "out", **ask)
    with pytest.raises(UnwrittenFileError, match="exists already"):
        in_force_parquet(compiled("day"), tmp_path / "in.parquet", tmp_path / "out", **ask)
    (tmp_path / "other.part").mkdir()
    (tmp_path / "other.part" / "mine.txt").write_text("mine")
    with pytest.raises(UnwrittenFileError, match="exists already"):
        in_force_parquet(compiled("day"), tmp_path / "in.parquet", tmp_path / "other", **ask)
    assert (tmp_path / "other.part" / "mine.txt").read_text() == "mine"
    (tmp_path / "third.part").mkdir()
    (tmp_path / "third.part" / "_plan.json").write_text("{}")
    with pytest.raises(UnwrittenFileError, match="something else"):
        in_force_parquet(compiled("day"), tmp_path / "in.parquet", tmp_path / "third", **ask)


def test_a_fault_is_told_with_the_row_of_the_whole_table(tmp_path: Path) -> None:
    table = questions(SIZE, 0.01)
    names = table["a"].to_pylist()
    names[4321] = "Atlantis"
    pq.write_table(table.set_column(1, "a", pa.array(names)), tmp_path / "in.parquet", row_group_size=1000)
    with pytest.raises(FrameError) as caught:
        in_force_parquet(
            compiled("day"), tmp_path / "in.parquet", tmp_path / "out", between=("a", "b"), at="t", batch=100
        )
    assert [(each.column, each.row, each.value) for each in caught.value.faults] == [("a", 4321, "Atlantis")]
    with pytest.raises(FrameError, match="no such column"):
        in_force_parquet(compiled("day"), tmp_path / "in.parquet", tmp_path / "new", between=("a", "c"), at="t")
    wrong: Any
    for wrong in (0, True, 1.5):
        with pytest.raises(WrongTypeError, match="batch"):
            in_force_parquet(
                compiled("day"), tmp_path / "in.parquet", tmp_path / "new", between=("a", "b"), at="t", batch=wrong
            )


def ask(source: Path, target: Path) -> Any:
    return in_force_parquet(compiled("day"), source, target, between=("a", "b"), at="t", columns=["truth"])


def test_a_source_that_is_no_parquet_is_our_own_error(tmp_path: Path) -> None:
    (tmp_path / "text.parquet").write_text("a,b,t\n")
    (tmp_path / "empty").mkdir()
    for name, why in {"none": "no such file", "text.parquet": "Parquet", "empty": r"no \*.parquet"}.items():
        with pytest.raises(UnreadFileError, match=f"{name}` cannot be read: .*{why}"):
            ask(tmp_path / name, tmp_path / "out")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["empty", "text.parquet"]


def test_files_that_could_not_be_read_together_are_refused_before_anything_is_written(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    first, same = questions(10, 0), questions(10, 0)
    empty = same.set_column(same.column_names.index("a"), "a", pa.nulls(10))
    for number, table in enumerate((first, empty, same.drop_columns(["n"]))):
        pq.write_table(table, tmp_path / "in" / f"{number}.parquet")
    with pytest.raises(UnreadFileError, match=r"2.parquet` cannot be read: its columns are not those of 0.parquet: n"):
        ask(tmp_path / "in", tmp_path / "out")
    (tmp_path / "in" / "2.parquet").unlink()
    assert ask(tmp_path / "in", tmp_path / "out").rows == 20


def test_a_file_without_rows_gives_one_that_can_be_read(tmp_path: Path) -> None:
    pq.write_table(questions(10, 0).slice(0, 0), tmp_path / "in.parquet")
    done = ask(tmp_path / "in.parquet", tmp_path / "out")
    assert (done.rows, pq.read_table(done.folder).column_names[-1]) == (0, "truth")

"""A great number of treaties, twenty instants each: run on purpose, with ``pytest -m long tests/properties``.

The environment sets how many (``TREATYCLOCK_LONG_TREATIES``, of both oracles together) and by which seed
(``TREATYCLOCK_LONG_SEED``). The numbers are cut into parts that can run beside each other (``-n``). A treaty on which
the two differ is written as a file that can be loaded, into the folder of the test.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from compared import Tally, compare

PARTS = 40
SEED = os.environ.get("TREATYCLOCK_LONG_SEED") or f"{datetime.now(UTC):%Y-%m-%d}"  # the same in every process
TREATIES = int(os.environ.get("TREATYCLOCK_LONG_TREATIES", "100000"))


@pytest.mark.long
@pytest.mark.parametrize("kind", ["two", "many"])
@pytest.mark.parametrize("part", range(PARTS))
def test_the_library_and_the_oracles_agree(kind: str, part: int, tmp_path: Path) -> None:
    tally = Tally()
    compare(kind, SEED, range(part, TREATIES // 2, PARTS), tally)
    for number, text in enumerate(tally.differences):
        (tmp_path / f"difference-{number}.toml").write_text(text, encoding="utf-8")
    told = f"seed {SEED}, {dict(tally.counts)}"
    print(told)
    assert not tally.differences, f"{told}, in {tmp_path}; the first:\n{tally.differences[0]}"
    assert tally.counts["compared"] > tally.counts["refused"]

"""A million texts that nobody wrote: run on purpose, with ``pytest -m long tests/properties/test_fuzz.py``.

Whatever is read gives a value or an error of ours, within a bounded time. The environment sets the seed
(``TREATYCLOCK_LONG_SEED``) and how many texts there are (``TREATYCLOCK_FUZZ_TEXTS``).
"""

from __future__ import annotations

import os
import random
import time
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

import treatyclock as tc
from mutated_texts import Mutator
from treatyclock.civil.edtf import parse_edtf
from treatyclock.formats.cases.toml import load_case_text

PARTS = 20
SEED = os.environ.get("TREATYCLOCK_LONG_SEED") or f"{datetime.now(UTC):%Y-%m-%d}"  # the same in every process
TEXTS = int(os.environ.get("TREATYCLOCK_FUZZ_TEXTS", "1000000"))
SECONDS = 10
"""What no text of these may take, on a machine that does other things beside."""


def _texts(lines: str) -> list[str]:
    return [text for line in lines.split("\n") for text in line.split(";") if text]


DATES = _texts("""
1945-08-09;1945-08;1945;194X;1945-08-0X;19XX-XX-31;1945-21;1945~;1945-08?;1945?-08-~09;%1945-08-09;Y170000002;Y-17E7;
1950S2;-0044-03-15;[1945-05-08,1945-05-09];[1945-05-08..1945-05-10];{1939,1941-06..};..1945-08;[..1945];1939-40;
1945-04-05/1946-04-13;1945-08-09/..;../1945;1945-04-05/;XXXX-12-XX;1492-10-21;0000-02-29;9999-12-31
""")
MOMENTS = DATES + _texts("""
1945-08-09T00:10;1945-08-09 00:10:30;1945-08-08T15:10Z;1945-08-09T00:10+09;1945-08-09T00:10+02:31:19;
1945-08-09T00:10[Asia/Tokyo];1945-08-09T00:10+09:00[Asia/Tokyo];1973-01-27T24:00;1945-08-09T00:10:00.123456Z
""")
PRINTED = _texts("""
1 February 1918;February 1, 1918;25 October 1917 O.S.;14 (1) February 1918;18 February/3 March 1918;
10 Ramadan 1973 A.D.;
11 February 1731/32;October 1917;1917-10;April of Showa 16;昭和16年;
康德8年4月13日;Showa 64-01-08;光緒21年3月23日;Meiji 5-12-02;
9 Thermidor II;16 Nisan 5701;14 Adar 5706;10 Ramadan 1392 AH;15 January 2482;31 March 1325;1 May (14 May) June 1918;
the 13th day of the 4th month of the 16th year of Showa;
14 April 1941, corresponding to the 13th day of the 4th month of Showa 16;
29 February 1900;the first day of May one thousand nine hundred and forty-one;May Day 1945;民國三十年四月十三日
""")
ROOT = Path(tc.__file__).parent
TREATIES = [
    *(path.read_text(encoding="utf-8") for path in sorted((ROOT / "corpus").glob("*.toml"))),
    *(
        path.read_text(encoding="utf-8").split("\n===")[0]  # the treaty, without what must come out
        for path in sorted((Path(__file__).parents[1] / "cases").glob("*.cases"))
    ),
]
TESTIMONY = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "corpus" / "cases").glob("*.toml"))]


def _treaty(text: str) -> object:
    """A treaty that was read is written and asked too."""
    treaty = tc.loads(text)
    tc.loads(tc.dumps(treaty))
    return treaty.in_force("1945-08-09").truth


READERS: dict[str, tuple[Callable[[str], object], list[str], float]] = {
    "EDTF": (parse_edtf, DATES, 0.5),
    "a moment": (lambda text: tc.moment(text, zone="Europe/Moscow"), MOMENTS, 0.2),
    "a date in words": (tc.read_date, PRINTED, 0.25),
    "a treaty": (_treaty, TREATIES, 0.03),
    "testimony": (load_case_text, TESTIMONY, 0.02),
}
"""By what is read: its reader, texts in earnest, and its share of the texts."""


@pytest.mark.long
@pytest.mark.parametrize("what", list(READERS))
@pytest.mark.parametrize("part", range(PARTS))
def test_any_text_is_read_or_refused(what: str, part: int) -> None:
    read, seeds, share = READERS[what]
    chance = random.Random(f"{SEED}, {what}, {part}")
    mutator = Mutator(seeds)
    counts: Counter[str] = Counter()
    slowest, slow = 0.0, ""
    for _ in range(int(TEXTS * share / PARTS)):
        text = mutator.mutated(chance)
        began = time.perf_counter()
        try:
            read(text)
            counts["read"] += 1
        except tc.TreatyclockError:
            counts["refused"] += 1
        except Exception as error:
            pytest.fail(f"{type(error).__name__} of {what} {text!r}: {error}")
        took = time.perf_counter() - began
        slowest, slow = max((slowest, slow), (took, text))
    print(f"seed {SEED}, {what}: {dict(counts)}, the slowest {slowest:.2f} s")
    assert slowest < SECONDS, slow
    assert min(counts["read"], counts["refused"]) > 0

"""The same answer everywhere: no setting of the machine changes a byte of what is said."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib import resources
from pathlib import Path

# One process asks everything, since starting one is what takes time.
QUESTIONS = """
import sys
from treatyclock.cli import main
pact = "soviet-japanese-neutrality-pact"
for asked in [
    ["ask", pact, "--at", "1945-08-09 00:10", "--zone", "Asia/Tokyo", "--json"],
    ["ask", pact, "--at", "1945-08-09", "--json"],
    ["ask", pact, "--at", "1946-04~", "--zone", "Asia/Tokyo", "--zone", "Manchukuo", "--widen", "one-unit", "--json"],
    ["ask", pact, "--at", "1946-04-25 12:00", "--zone", "Manchukuo", "--explain"],
    ["ask", pact, "--at", "1945-08-09 00:10"],
    ["dates", pact, "--json"],
    ["timeline", pact, "--json"],
    ["readings", pact, "--json"],
    ["corpus", "--json"],
    ["reconcile", "august-1945", "--treaty", pact, "--json"],
    ["reconcile", "may-1945", "--explain"],
    ["when", "1945-08-09 00:10", "--place", "Tokyo", "--also", "Europe/Berlin,America/New_York", "--json"],
    ["when", "1945-05-08 23:01", "--label", "Central European time", "--json"],
    ["when", "1867-10-18", "--zone", "America/Sitka", "--json"],
    ["when", "February 1918", "--calendar", "russia", "--place", "Moscow", "--json"],
    ["when", "13th day of the 4th month of Showa 16", "--place", "Tokyo", "--json"],
    ["when", "\\u662d\\u548c\\u5341\\u516d\\u5e74\\u56db\\u6708", "--json"],
    ["when", "I DECEMBER 1925", "--json"],
    ["when", "12 SEPTEMBER 1990", "--zone", "Europe/Istanbul", "--json"],
    ["when", "[1945-05-08,1945-05-09]", "--zone", "Asia/Tokyo"],
    ["when", "no date at all"],
]:
    print(asked[0], asked[1:2] if asked[0] != "when" else "", main(asked))
    print(end="", file=sys.stderr, flush=True)
"""

ENVIRONMENTS = [
    {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1", "PYTHONHASHSEED": "0"},
    {"TZ": "Asia/Tokyo", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "1"},
    {"TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONHASHSEED": "7"},
    {"TZ": "America/New_York", "LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8", "PYTHONHASHSEED": "2"},
    {"TZ": "Nowhere/At_All", "LANG": "tr_TR.ISO-8859-9", "PYTHONUTF8": "1", "PYTHONHASHSEED": "3"},
    {"TZ": "Asia/Tokyo", "PYTHONTZPATH": "", "LC_ALL": "C", "PYTHONUTF8": "1", "PYTHONHASHSEED": "4"},
    {"TZ": "Asia/Tokyo", "PYTHONTZPATH": "WRONG", "LC_ALL": "C", "PYTHONHASHSEED": "5"},
    {"TZ": "UTC", "PYTHONTZPATH": "WRONG", "LC_ALL": "tr_TR.UTF-8", "PYTHONUTF8": "1", "PYTHONHASHSEED": "6"},
]


def answers(environment: dict[str, str], *asked: str) -> tuple[bytes, bytes]:
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "PYTHONPATH", "SYSTEMROOT")}
    package = str(Path(__file__).parents[2] / "src")
    path = os.pathsep.join(filter(None, [package, kept.get("PYTHONPATH")]))
    done = subprocess.run(
        [sys.executable, *(asked or ("-c", QUESTIONS))],
        env={**kept, "PYTHONPATH": path, **environment},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    return done.stdout, done.stderr


def wrong_database(folder: Path) -> Path:
    """Make a zone database in which Tokyo keeps Berlin's time."""
    berlin = resources.files("tzdata") / "zoneinfo" / "Europe" / "Berlin"
    with resources.as_file(berlin) as file:
        for name in ("Asia/Tokyo", "Europe/Moscow", "America/Sitka", "UTC"):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, folder / name)
    return folder


def test_the_wrong_database_is_wrong(tmp_path: Path) -> None:
    code = (
        "from datetime import datetime; from zoneinfo import ZoneInfo;"
        "print(datetime(1946, 1, 1, tzinfo=ZoneInfo('Asia/Tokyo')).utcoffset())"
    )
    assert answers({"PYTHONTZPATH": str(wrong_database(tmp_path))}, "-c", code)[0].split() == [b"1:00:00"]


def test_the_machine_changes_no_byte_of_an_answer(tmp_path: Path) -> None:
    wrong = str(wrong_database(tmp_path))
    every = [{name: wrong if value == "WRONG" else value for name, value in each.items()} for each in ENVIRONMENTS]
    with ThreadPoolExecutor(max_workers=4) as pool:
        found = list(pool.map(answers, every))
    assert b"1945-08-08T15:10:00Z" in found[0][0]
    assert b"hint: " in found[0][1]
    for environment, each in zip(every, found, strict=True):
        assert each == found[0], environment


def test_an_argument_in_japanese_is_one_in_any_locale() -> None:
    asked = ("-m", "treatyclock", "when", "昭和十六年四月", "--place", "Tokyo", "--json")
    found = [answers(each, *asked) for each in ENVIRONMENTS[:1] + ENVIRONMENTS[2:3]]
    assert found[0] == found[1]
    assert "昭和十六年四月".encode() in found[0][0]

"""Calendars that another package computes."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from known_days import COMPUTED
from treatyclock.civil.calendars import convertdate
from treatyclock.civil.calendars.names import calendar
from treatyclock.civil.printed.reader import read_date
from treatyclock.errors import (
    MissingExtraError,
)


@pytest.mark.parametrize(("name", "printed", "gregorian"), COMPUTED)
def test_known_days_of_calendars_that_are_computed(name: str, printed: tuple[int, int, int], gregorian: str) -> None:
    pytest.importorskip("convertdate", reason="the extra [calendars] is not installed")
    found = calendar(name)
    assert found.to_gregorian(*printed).isoformat() == gregorian
    back = found.from_gregorian(date.fromisoformat(gregorian))
    assert (back.year, back.month, back.day) == printed


def test_a_missing_package_is_named_with_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "convertdate", None)
    for module in [name for name in sys.modules if name.startswith("convertdate.")]:
        monkeypatch.delitem(sys.modules, module)
    convertdate._to_gregorian.cache_clear()
    with pytest.raises(MissingExtraError, match=r"treatyclock\[calendars\]"):
        calendar("hebrew").to_gregorian(5701, 1, 16)
    assert read_date("康德8年4月13日").day == date(1941, 4, 13)


def test_the_package_is_imported_only_when_it_is_used() -> None:
    code = (
        "import sys; from treatyclock.civil.calendars import calendar; from treatyclock.civil.printed import read_date;"
        " read_date('14 (1) February 1918'); calendar('hebrew'); print(sys.modules.get('convertdate') is None)"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "True"

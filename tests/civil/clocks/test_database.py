"""The packaged database: its links, its release, and that it is the only one asked."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib import resources
from pathlib import Path

from treatyclock.civil.clocks.database import tzdata_version
from treatyclock.civil.clocks.tzif import write_tzif
from treatyclock.civil.clocks.zones import zone
from treatyclock.instants import HOUR


def test_every_link_of_the_database_is_seen() -> None:
    def data(name: str) -> bytes:
        return (resources.files("tzdata") / "zoneinfo").joinpath(*name.split("/")).read_bytes()

    links = [name for name in ("Asia/Harbin", "Europe/Stockholm", "Europe/Oslo", "Japan") if zone(name).basis.link_to]
    assert len(links) == 4
    for name in links:
        target = zone(name).basis.link_to
        assert target is not None
        assert data(name) == data(target)


def test_the_machine_s_database_is_never_asked(tmp_path: Path) -> None:
    other = tmp_path  # a machine whose Stockholm is nine hours ahead
    (other / "Europe").mkdir()
    (other / "Europe" / "Stockholm").write_bytes(write_tzif([9 * 3600], []))
    code = (
        "from datetime import datetime; from zoneinfo import ZoneInfo;"
        "from treatyclock.civil.clocks.zones import zone; from treatyclock.civil.moments.read import moment;"
        "from treatyclock.intervals import Timeline;"
        "noon = datetime(1945, 8, 10, 12); aware = noon.replace(tzinfo=ZoneInfo('Europe/Stockholm'));"
        "(at,) = zone('Europe/Stockholm').instants(noon); line = Timeline.of('before', [(at, 'from then on')]);"
        "print(at, moment(aware).span, line.at(aware), line.lookup()(aware), zone('Asia/Harbin').basis,"
        "zone('Stockholm').instants(noon))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            # the code under test, wherever it was imported from
            env={"TZ": tz, "PYTHONTZPATH": path, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for tz, path in (("UTC", ""), ("Asia/Tokyo", "/usr/share/zoneinfo"), ("America/New_York", str(other)))
    }
    assert len(outputs) == 1
    assert "from then on from then on" in outputs.pop()


def test_the_version_is_the_package_s() -> None:
    assert zone("Asia/Tokyo").basis.version == tzdata_version() != ""
    assert HOUR == 3_600_000_000

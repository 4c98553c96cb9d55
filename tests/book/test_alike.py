"""Treaties that are made like another one, beside the same treaties read one by one."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import treatyclock as tc
from treatyclock.book.alike import Alike, PlainTreaty
from treatyclock.law.record import Record

COLUMNS = {"treaty": "id", "party": ["one", "two"], "treaty_entry": "from", "treaty_end": "to", "title": "title"}
DAYS = st.sampled_from([
    "", "1900-01-01", "1900-12-31", "1910-02-29", "1904-02-29", "1905", "0999-01-01", "9999-12-31", "not known", None,
])  # fmt: skip
LABELS = st.sampled_from(["FRA", "RUR", 2, 200, "Côte d'Ivoire", "日本", "a\u202eb", "x" * 300, " FRA ", "", None, "-"])
ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "id": st.sampled_from(["A", "B", "C", "D", "日", "-", "E\u202e", None]),
            "one": LABELS, "two": LABELS, "from": DAYS, "to": DAYS,
            "title": st.sampled_from(["", "Pact", "Pact\u202e", None]),
        },
        optional={"clock": st.sampled_from(["", "+00:00", "nowhere"])},
    ),
    max_size=8,
)  # fmt: skip


@settings(max_examples=40, deadline=None, database=None)
@given(rows=ROWS, more=st.sampled_from([{}, {"effect_day": "first out", "unknown_after": "1950-01-01"}]))
def test_they_are_what_the_reader_makes_of_them(rows: list[dict[str, Any]], more: dict[str, Any]) -> None:
    columns = {**COLUMNS, **({"clock": "clock"} if any("clock" in row for row in rows) else {})}
    book = tc.Book.from_table(rows, columns, **more)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Alike, "made", lambda self, treaty: None)
        read = tc.Book.from_table(rows, columns, **more)
    assert book == read
    assert [tc.dumps(each) for each in book] == [tc.dumps(each) for each in read]


def test_clauses_and_readings_are_for_the_reader() -> None:
    rows = [{"id": id, "one": "FRA", "two": "RUR", "from": "1900-01-01", "to": "", "title": ""} for id in "ABC"]
    clauses = {"B": {"entry_into_force": {"ref": "art. 5"}}}
    reading = {"id": "mine", "title": "Mine", "holder": "I", "ref": "r", "choose": {"midnight": "+00:00"}}
    book = tc.Book.from_table(rows, COLUMNS, clauses=clauses, readings={"C": [reading]})
    refs = [each.record.clauses[0].basis.ref for each in book]
    assert (refs, [len(each.record.readings) for each in book]) == (["", "art. 5", ""], [0, 0, 1])


def test_many_that_are_alike_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read, keep = list[str](), Alike.keep

    def kept(self: Alike, treaty: PlainTreaty, record: Record) -> None:
        read.append(treaty.id)
        keep(self, treaty, record)

    monkeypatch.setattr(Alike, "keep", kept)
    rows = [{"id": f"T{n}", "one": n, "two": n + 1, "from": "1900-01-01", "to": "", "title": ""} for n in range(50)]
    assert len(tc.Book.from_table(rows, COLUMNS)) == 50
    assert read == ["t0"]

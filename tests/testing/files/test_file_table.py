from __future__ import annotations

from treatyclock.testing.files.file_table import FileTable


def test_a_table_prints_itself_as_a_file_has_it_and_its_repr_is_code() -> None:
    act = FileTable("act", {"id": "a", "kind": "signature", "by": ["AAA", "BBB"], "on": "1936-01-01", "ref": "r"})
    assert str(act).splitlines()[0] == "[[act]]"
    again = eval(repr(act), {"FileTable": FileTable})
    assert again == act and hash(again) == hash(act)

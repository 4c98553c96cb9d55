"""Files with faults: each fault with its place, all in the order of their lines."""

from __future__ import annotations

import pickle

from treatyclock.errors import CaseFileError, Fault, FaultyFileError, TreatyFileError, UnwrittenFileError


def fault(
    line: int | None, *, file: str = "f.toml", key: str = "act[1].on", value: str = "x", problem: str = "is odd"
) -> Fault:
    return Fault(file=file, line=line, key=key, value=value, problem=problem, hint="mend it")


def test_a_fault_is_told_with_its_place() -> None:
    assert str(fault(3)) == "f.toml:3: act[1].on: is odd: `x`\n  hint: mend it"
    assert str(fault(None, key="")) == "f.toml: is odd: `x`\n  hint: mend it"
    assert str(fault(3, problem="no zone is called `x`")) == (
        "f.toml:3: act[1].on: no zone is called `x`\n  hint: mend it"
    )
    assert "\x1b" not in str(fault(3, file="\x1b[31m", key="\x1b", value="\x1b"))


def test_faults_stand_in_the_order_of_their_lines() -> None:
    error = TreatyFileError("f.toml", [fault(None), fault(7), fault(2)])
    assert [each.line for each in error.faults] == [2, 7, None]
    assert str(error).startswith("`f.toml` has 3 faults:\nf.toml:2: ")
    assert str(TreatyFileError("f.toml", [fault(1)])).startswith("`f.toml` has 1 fault:\n")
    again = pickle.loads(pickle.dumps(error))
    assert (again.faults, str(again)) == (error.faults, str(error))


def test_the_error_of_a_kind_of_document_is_one_of_a_faulty_file() -> None:
    assert issubclass(TreatyFileError, FaultyFileError)
    assert issubclass(CaseFileError, TreatyFileError)


def test_a_file_that_cannot_be_written() -> None:
    there = UnwrittenFileError("f.toml", FileExistsError(17, "File exists"))
    assert str(there).startswith("`f.toml` cannot be written: it exists already.")
    assert UnwrittenFileError("f.toml", PermissionError(13, "Permission denied")).sentence.endswith("Permission denied")
    assert UnwrittenFileError("f\0", ValueError("embedded null byte")).sentence.endswith("embedded null byte")

"""Final clauses of treaties, of every kind that the library knows."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import strategies as st

from treatyclock.law.vocabulary import CLAUSES
from treatyclock.testing import checked
from treatyclock.testing.files.clauses import lone_clause, without_clauses
from treatyclock.testing.files.file_table import FileTable
from treatyclock.testing.specifications.choices import Drawn


def clauses(
    *, kinds: Iterable[str] | None = None, parties: Iterable[str] = ("AAA", "BBB", "CCC"), acts: Iterable[str] = ()
) -> st.SearchStrategy[FileTable]:
    """Draw a final clause as a table of a treaty file, with any keys that may stand together.

    The table loads in a treaty between these parties that has these acts. A renewal, and a denunciation at the end of
    the term, need a ``[term]`` beside them; a side needs another ``[[side]]`` with the other parties. A clause may name
    the source ``series``.

    Args:
        kinds: Which clauses, by the names of their tables, such as ``"renewal"``; every kind where left out.
        parties: The codes of the parties that a clause may name.
        acts: The ids of acts that a clause may name. Without any, none is drawn that needs one.

    Raises:
        InvalidArgument: If there is no such kind, or fewer than two parties.

    Example:
        >>> from hypothesis import given, settings
        >>> @settings(max_examples=10)
        ... @given(clauses(kinds=["renewal"]))
        ... def test_a_reader_of_renewals(clause):
        ...     assert clause.name == "renewal" and "ref" in clause.keys
        >>> test_a_reader_of_renewals()
    """
    names, codes, ids = checked.some_of("kinds", kinds, CLAUSES), checked.codes_of(parties), checked.texts("acts", acts)
    checked.loads("acts", without_clauses(codes, ids))
    return _clauses(names, codes, ids)


@st.composite
def _clauses(draw: st.DrawFn, names: tuple[str, ...], codes: tuple[str, ...], ids: tuple[str, ...]) -> FileTable:
    drawn = Drawn(draw)
    name = drawn.pick(names)
    return FileTable(name, lone_clause(drawn, name, parties=codes, acts=ids))

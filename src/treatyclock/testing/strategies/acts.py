"""What parties do: acts of every kind that the library knows."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from treatyclock.law.acts.kind import ActKind
from treatyclock.law.vocabulary import ACT_KINDS
from treatyclock.testing import checked
from treatyclock.testing.files.acts import DoneAct, answerable, lone_act, only_acts
from treatyclock.testing.files.fields import DrawnTables
from treatyclock.testing.files.file_table import FileTable
from treatyclock.testing.specifications.choices import Drawn

_LATEST_YEAR = 8000


def acts(
    *,
    kinds: Iterable[str] | None = None,
    parties: Iterable[str] = ("AAA", "BBB", "CCC"),
    after: Iterable[FileTable] = (),
) -> st.SearchStrategy[FileTable]:
    """Draw an act as a table of a treaty file, with any keys that its kind has a use for.

    An act may name the source ``series``. None is timed by an event of a case.

    Args:
        kinds: Which kinds of act, such as ``"denunciation"``; where left out, every kind that can stand here: those
            that answer another act, such as a rescission, only if there is one in ``after``.
        parties: The codes of the parties that may do it.
        after: Acts that were done before, each with an ``id``. The drawn act may answer one of them, and does so no
            earlier; mostly it comes on a day that is near one of theirs.

    Raises:
        InvalidArgument: If there is no such kind, nothing that an act of such a kind could answer, or fewer than two
            parties.

    Example:
        >>> from hypothesis import given, settings
        >>> from hypothesis import strategies as st
        >>> @settings(max_examples=10)
        ... @given(st.data())
        ... def test_a_rescission_names_its_notice(data):
        ...     notice = data.draw(acts(kinds=["denunciation", "withdrawal"]))
        ...     rescission = data.draw(acts(kinds=["rescission"], after=[notice]))
        ...     assert rescission.keys["of"] == notice.keys["id"]
        >>> test_a_rescission_names_its_notice()
    """
    codes = checked.codes_of(parties)
    before = _before(after, codes)
    done = [DoneAct.of(table) for table in before]
    asked = [ACT_KINDS[name] for name in checked.some_of("kinds", kinds, ACT_KINDS)]
    able = tuple(kind for kind in asked if not kind.answers or answerable(kind, done))
    for kind in asked:
        if kinds is not None and kind not in able:
            raise InvalidArgument(f"kinds: nothing in `after` can be answered by an act of kind {kind.name!r}")
    return _acts(able, codes, before)


def _before(after: Iterable[FileTable], parties: tuple[str, ...]) -> list[DrawnTables]:
    tables = list(checked.several("after", after))
    for table in tables:
        if not isinstance(table, FileTable) or table.name != "act" or not {"id", "kind", "by"} <= set(table.keys):
            raise InvalidArgument(f"after: {table!r} is no act with an id; draw them by acts()")
    acts = [dict(table.keys) for table in tables]
    checked.loads("after", only_acts(parties, acts))
    for act, day in ((each, DoneAct.of(each).day) for each in acts):
        if day is not None and day.year > _LATEST_YEAR:
            raise InvalidArgument(f"after: {act['id']!r} is of {day}, and nothing is drawn after {_LATEST_YEAR}")
    return acts


@st.composite
def _acts(draw: st.DrawFn, kinds: tuple[ActKind, ...], codes: tuple[str, ...], before: list[DrawnTables]) -> FileTable:
    drawn = Drawn(draw)
    kind = drawn.pick(kinds)
    return FileTable("act", lone_act(drawn, kind, parties=codes, after=before))

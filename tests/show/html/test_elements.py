"""Whatever text is put into an element comes out as text."""

from __future__ import annotations

from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from treatyclock.errors import plain
from treatyclock.show.html.elements import element, folded, lines, table


@given(st.text(), st.text())
def test_text_stays_text(content: str, attribute: str) -> None:
    found = element("p", content, title=attribute)
    opened, _, rest = found.partition(">")
    assert unescape(opened) == f'<p title="{plain(attribute)}"'
    assert unescape(rest) == f"{plain(content)}</p>"
    assert rest.count("<") == 1


def test_what_is_not_there_is_left_out() -> None:
    assert element("details", None, "a", open=False, id=None) == "<details>a</details>"
    assert folded("a", "b", open=True) == "<details open><summary>a</summary>b</details>"
    assert lines("a\n<b") == "<pre>a\n&lt;b</pre>"


def test_a_row_is_named_by_its_first_cell() -> None:
    found = table(("", "x"), [("a", "1"), ("", "2")], caption="c")
    assert "<caption>c</caption>" in found
    assert '<tr><th scope="row">a</th><td>1</td></tr><tr><td></td><td>2</td></tr>' in found

"""What a page shows of one moment, as data: each text once, and known by its number."""

from __future__ import annotations

from treatyclock.pages.blocks import FoldedBlocks, Grid, ListOfTexts, Paragraph, TextNumbers, blocks_data


def test_blocks_say_the_same_as_data() -> None:
    kept = TextNumbers()
    grid = Grid(title="clocks", head=("clock", "time"), rows=(("Tokyo", "00:10"), ("UTC", "15:10")), whole=True)
    fold = FoldedBlocks(title="why", blocks=(ListOfTexts(title="", texts=("first", "Tokyo"), numbered=True),))
    found = blocks_data([Paragraph(text="Tokyo", strong=True), grid, fold], kept)
    texts = kept.texts
    assert found[0] == {"p": texts.index("Tokyo"), "strong": 1}
    assert [[texts[number] for number in row] for row in found[1]["rows"]] == [["Tokyo", "00:10"], ["UTC", "15:10"]]
    assert found[1]["whole"] == 1
    assert [texts[number] for number in found[2]["fold"][0]["list"]] == ["first", "Tokyo"]
    assert len(texts) == len(set(texts))


def test_a_letter_that_no_page_can_show_is_told_by_its_number() -> None:
    kept = TextNumbers()
    kept.number("a\x00b\u202ec")
    assert "\x00" not in kept.texts[0] and "\u202e" not in kept.texts[0]

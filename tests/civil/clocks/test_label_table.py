"""The table of labels names exactly what the labels are made from."""

from __future__ import annotations

from treatyclock.civil.clocks.label_table import is_label, label_table
from treatyclock.civil.clocks.labels import labels


def test_every_spelling_of_a_label_is_known_to_the_table() -> None:
    assert all(is_label(text) for each in labels() for text in (each.name, *each.aliases))
    entries, military = label_table()["label"], label_table()["military"]
    assert len(labels()) == len(entries) + len(military["letters"]) + len(military["local"])


def test_no_other_text_is() -> None:
    for text in ("", "Europe/Moscow", "+09:00", "zone", "Moscow"):
        assert not is_label(text)

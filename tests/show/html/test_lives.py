"""A treaty in a notebook."""

from __future__ import annotations

import treatyclock as tc
from small_treaties import act, clause, entry, two

PACT = tc.load("soviet-japanese-neutrality-pact")


def test_a_treaty_at_a_glance_as_text() -> None:
    told = str(PACT.overview())
    assert told.splitlines()[0] == "Neutrality Pact between the USSR and Japan (soviet-japanese-neutrality-pact)"
    assert "entry into force    1941-04-25" in told
    assert max(map(len, told.splitlines())) <= 100
    assert PACT.overview().to_dict()["by_reading"]["chronologies"][0]["id"] is None


def test_the_lives_of_many_are_folded_below_their_picture() -> None:
    text = tc.load("paris-agreement-2015")._repr_mimebundle_()["text/html"]
    assert text.index("<svg") < text.index("Party by party")
    assert "and 3 more" not in text or "<details>" in text


def test_the_parts_of_a_treaty_are_told() -> None:
    annex = clause("[part]", id="annex", title="Annex <I>", consent="to the treaty")
    overview = two(entry("signed"), act("signature", "AAA BBB", "1930-01-15"), annex).overview()
    text = str(overview.printed("html"))
    assert "annex (Annex &lt;I&gt;)" in text and "Part by part" in text
    assert "parts               annex: .chronologies('part')" in str(overview)
    assert overview.to_dict()["by_part"]["chronologies"][1]["id"] == "annex"

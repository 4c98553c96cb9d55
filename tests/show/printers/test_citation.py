"""How an answer is cited."""

from __future__ import annotations

from pathlib import Path

import treatyclock as tc
from treatyclock.corpus import text_of
from treatyclock.show.printers.citation import outcome_of, receipt_of

PACT = tc.load("soviet-japanese-neutrality-pact")


def test_a_citation_names_treaty_reading_holder_knowledge_and_data() -> None:
    cited = PACT.in_force("1945-08-09", reading="atop-coding", known_as_of="1999-01-01").cite()
    told = " ".join(cited.split())
    for words in (
        '"Neutrality Pact between the USSR and Japan", 1945-08-09: No longer in force by reading atop-coding',
        "That is the reading of: ATOP 5.1",
        "By what was known on 1999-01-01.",
        "Computed with treatyclock ",
        "time zone database ",
    ):
        assert words in told


def test_a_receipt_holds_the_outcome_and_the_text() -> None:
    answer = PACT.in_force("1946-04-25")
    receipt = receipt_of(answer)
    assert receipt["answer"] == outcome_of(answer)
    assert receipt["answer"]["depends_on"] == ["first_day"]
    assert tc.loads(receipt["treaty"]["text"]).record.title == PACT.record.title


def test_a_citation_names_the_file_by_its_own_name(tmp_path: Path) -> None:
    file = tmp_path / "copy.toml"
    file.write_text(text_of("soviet-japanese-neutrality-pact").text, encoding="utf-8")
    assert "copy.toml (sha256 " in " ".join(tc.load(file).in_force("1945-08-09").cite().split())
    assert "soviet-japanese-neutrality-pact.toml (sha256" in " ".join(PACT.in_force("1945-08-09").cite().split())

"""What a bibliography lists."""

from __future__ import annotations

import treatyclock as tc
from treatyclock.exports.exported import Exported
from treatyclock.exports.references import of_a_treaty, of_an_answer

PACT = tc.load("soviet-japanese-neutrality-pact")


def test_a_treaty_and_all_its_sources() -> None:
    found = of_a_treaty(Exported(view=PACT.under()))
    assert [each.of for each in found] == ["treaty", *["source"] * len(PACT.record.sources)]
    assert str(found[0].day) == "1941-04-13"


def test_an_answer_lists_what_its_argument_and_those_who_contest_it_name() -> None:
    contested = {each.id.removeprefix(f"{PACT.record.id}-") for each in of_an_answer(PACT.in_force("1945-08-09"))}
    assert {"text", "frus-1945-v", "atop"} <= contested
    assert "ilc-2011" in contested  # on the doctrine by which war ended it
    assert "rotter" not in contested
    early = {each.id.removeprefix(f"{PACT.record.id}-") for each in of_an_answer(PACT.in_force("1940-01-01"))}
    assert "frus-1945-v" not in early


def test_two_answers_have_two_keys() -> None:
    keys = {of_an_answer(PACT.in_force(day))[0].id for day in ("1945-08-08", "1945-08-09")}
    assert len(keys) == 2


def test_an_address_in_a_source_is_found() -> None:
    tables = PACT.to_dict()
    tables["sources"]["text"] = "Pact (https://avalon.law.yale.edu/wwii/s1.asp), as printed."
    found = of_a_treaty(Exported(view=tc.from_dict(tables).under()))
    (text,) = [each for each in found if each.id.endswith("-text")]
    assert text.address == "https://avalon.law.yale.edu/wwii/s1.asp"

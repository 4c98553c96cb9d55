"""An act whose moment is an event of a case: the treaty's life carries the bounds that the sources allow."""

from __future__ import annotations

from pathlib import Path

import pytest

import treatyclock as tc
from treatyclock.corpus import _case_events
from treatyclock.corpus._case_events import event_moment
from treatyclock.corpus.cases import case_of
from treatyclock.errors import TreatyFileError, UndatedEventError, UnsettledEventError
from treatyclock.instants import iso
from treatyclock.law.events import EventReference
from treatyclock.testimony.model import Model
from treatyclock.testimony.repairs import Repairs, repairs

TREATY = """
schema = 1
id = "pact"
title = "A pact"
parties = {{ SUN = "the USSR", JPN = "Japan" }}
[entry_into_force]
when = "signed"
ref = "art. 1"
[[act]]
kind = "signature"
by = ["SUN", "JPN"]
on = 1941-04-13
clock = "Europe/Moscow"
ref = "text"
[[act]]
id = "war"
kind = "outbreak of war"
by = "SUN"
at = {{ case = "{case}", event = "{event}" }}
clock = "Europe/Moscow"
ref = "text"
[[reading]]
id = "ended-by-war"
title = "ended by war"
holder = "some"
admits = "war"
ref = "text"
"""

DECLARATION = EventReference(case="august-1945", event="declaration")


def truth(treaty: tc.Treaty, at: str) -> str:
    return treaty.in_force(at, reading="ended-by-war").truth.value


def test_a_war_that_began_with_the_declaration() -> None:
    treaty = tc.loads(TREATY.format(case="august-1945", event="declaration"))
    assert truth(treaty, "1945-08-08T13:59Z") == "yes"
    assert truth(treaty, "1945-08-08T14:00:30Z") == "unknown", "the source is good to the minute"
    assert truth(treaty, "1945-08-08T14:01Z") == "no"


def test_a_war_whose_beginning_stays_open() -> None:
    treaty = tc.loads(TREATY.format(case="august-1945", event="war"))
    act = next(act for act in treaty.record.acts if act.id == "war")
    assert [iso(part.start) for part in act.dated.support] == ["1945-08-08T15:00:00Z", "1945-08-08T21:00:00Z"]
    assert truth(treaty, "1945-08-08T14:59Z") == "yes"
    assert truth(treaty, "1945-08-08T21:01Z") == "no"
    assert truth(treaty, "1945-08-08T18:00Z") == "unknown"
    assert any("august-1945" in note for note in act.dated.notes)


def test_the_date_is_that_of_the_act_s_clock() -> None:
    for clock, day in [("Europe/Moscow", "1945-08-08"), ("Manchukuo", "1945-08-09")]:
        found = event_moment(EventReference(case="august-1945", event="attack", clocks=(clock,)))
        assert (str(found.days), found.wall is None) == (day, False)


def test_an_own_case_lies_beside_the_treaty(tmp_path: Path) -> None:
    text = (Path(tc.__file__).parent / "corpus" / "cases" / "august-1945.toml").read_text(encoding="utf-8")
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases" / "night.toml").write_text(text.replace("T17:00", "T17:30"), encoding="utf-8")
    file = tmp_path / "pact.toml"
    file.write_text(TREATY.format(case="cases/night.toml", event="declaration"), encoding="utf-8")
    assert tc.load(file).record.acts[-1].dated.span.start != event_moment(DECLARATION).span.start
    (tmp_path / "cases" / "night.toml").write_text("schema = 2", encoding="utf-8")
    with pytest.raises(TreatyFileError, match=r"act\[2\].at"):
        tc.load(file)


@pytest.mark.parametrize(
    ("case", "event", "told"),
    [
        ("august-1944", "declaration", "did you mean `august-1945`"),
        ("august-1945", "declarations", "did you mean `declaration`"),
        ("night.toml", "declaration", "no shipped case"),
        ("/etc/night.toml", "declaration", "not of the right form"),
        ("../night.toml", "declaration", "not of the right form"),
        ("a/../../night.toml", "declaration", "no shipped case"),
    ],
)
def test_what_is_not_there(case: str, event: str, told: str) -> None:
    with pytest.raises(TreatyFileError) as caught:
        tc.loads(TREATY.format(case=case, event=event))
    assert told in str(caught.value)
    assert len(caught.value.faults) == 1


def test_an_event_that_nothing_dates(tmp_path: Path) -> None:
    text = (Path(tc.__file__).parent / "corpus" / "cases" / "august-1945.toml").read_text(encoding="utf-8")
    file = tmp_path / "open.toml"
    file.write_text(text.replace('publication = "', 'peace = "the peace"\npublication = "'), encoding="utf-8")
    assert case_of(file)
    with pytest.raises(UndatedEventError, match="peace"):
        event_moment(EventReference(case="open.toml", event="peace"), beside=str(tmp_path / "pact.toml"))


def test_an_event_that_a_search_could_not_settle(monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(model: Model, *, most: int) -> Repairs:
        return repairs(model, most=most, steps=2)

    monkeypatch.setattr(_case_events, "repairs", stopped)
    _case_events._bounds.cache_clear()
    with pytest.raises(UnsettledEventError, match="not every time of `declaration` could be found"):
        event_moment(EventReference(case="august-1945", event="declaration"))

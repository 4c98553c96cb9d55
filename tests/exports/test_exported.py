"""What is exported: whose times, by whose reading."""

from __future__ import annotations

from datetime import date

import treatyclock as tc
from treatyclock.exports.exported import NOBODY_IN_PARTICULAR, Exported

PACT = tc.load("soviet-japanese-neutrality-pact")


def test_by_the_text_every_declared_reading_has_a_say_and_by_a_reading_that_one_alone() -> None:
    by_text, by_one = Exported(view=PACT.under()), Exported(view=PACT.under(reading="first-day-counted"))
    assert [each.id for each in by_text.readings] == ["text", *(each.id for each in PACT.record.readings)]
    assert [each.id for each in by_one.readings] == ["first-day-counted"]
    assert by_text.tenures(NOBODY_IN_PARTICULAR)[0].first_day is None  # one data set counts from the signature
    assert by_one.tenures(NOBODY_IN_PARTICULAR)[0].first_day == date(1941, 4, 25)


def test_a_choice_of_whoever_asks_holds_for_every_reading() -> None:
    chosen = Exported(view=PACT.under(choose={"first_day": "counted"}))
    assert all(dict(each.choose)["first_day"] == "counted" for each in chosen.readings)


def test_whoever_is_asked_for_is_exported_alone() -> None:
    assert [each.id for each in Exported(view=PACT.under()).holders] == ["", "SUN", "JPN"]
    assert [each.id for each in Exported(view=PACT.under(party="JPN")).holders] == ["JPN"]
    assert [each.id for each in Exported(view=PACT.under(between=("JPN", "SUN"))).holders] == ["JPN-SUN"]


def test_between_two_it_is_in_force_while_it_is_for_both() -> None:
    paris = tc.load("paris-agreement-2015")
    exported = Exported(view=paris.under(between=("USA", "FRA")))
    (both,) = exported.holders
    assert both.name == "the United States and France"
    assert exported.tenures(both)[0].last_day == date(2020, 11, 3)
    assert [each.id for each in exported.parties] == ["USA", "FRA"]


def test_the_title_names_the_part() -> None:
    treaty = tc.from_dict(
        {
            "schema": 1,
            "id": "pact",
            "title": "Pact",
            "parties": {"FRA": "France", "RUR": "Ruritania"},
            "entry_into_force": {"when": "signed", "ref": "art. 5"},
            "part": [{"id": "annex", "title": "Annex on tariffs", "ref": "annex"}],
        }
    )
    assert Exported(view=treaty.under(part="annex")).title == "Pact: Annex on tariffs"


def test_what_was_done_as_far_as_it_was_known_and_without_what_is_only_tried() -> None:
    tried = PACT.what_if(add={"id": "tried", "kind": "denunciation", "by": "JPN", "on": "1944-01-01", "ref": "x"})
    assert "tried" not in [each.id for each in Exported(view=tried.under()).acts]
    assert len(Exported(view=tried.under()).acts) == len(PACT.record.acts)
    early = Exported(view=PACT.under(known_as_of="1941-04-20"))
    assert [each.kind.name for each in early.acts] == ["signature"]


def test_before_anything_was_known_nothing_is_said() -> None:
    view = PACT.under(known_as_of="1940-01-01", reading="first-day-counted")
    assert tc.export(view, "ical").count("VEVENT") == 0
    assert 'date_document": "' not in tc.export(view, "jsonld")
    assert "<spell " not in tc.export(view, "gexf")
    assert "act-" not in tc.export(view, "cidoc")

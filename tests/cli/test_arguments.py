"""``--without``, ``--with`` and ``--choose``: the treaty as it would be, and every fault of these options at once."""

from __future__ import annotations

import pytest

from command_runs import run, run_json

PACT = "soviet-japanese-neutrality-pact"
LATE = "kind=denunciation by=SUN on=1945-04-27"
NOT_COUNTED = "first_day=not counted"


def test_an_act_left_out_and_one_added(capsys: pytest.CaptureFixture[str]) -> None:
    # Without a notice by 25 April 1945 the pact is renewed, whatever the day of a later one.
    asked = ("ask", PACT, "--at", "1947-01-01")
    assert run_json(capsys, *asked)["truth"] == "no"
    answer = run_json(capsys, *asked, "--without", "denunciation", "--with", LATE)
    assert (answer["truth"], answer["choose"]) == ("yes", {})
    assert answer["hypothesis"] == {"without": ["denunciation"], "with": ["denunciation-sun"]}
    status, out, _ = run(capsys, *asked, "--without", "denunciation", "--with", LATE)
    assert (status, out.splitlines()[0]) == (0, "Yes, in force on a hypothesis and by its terms.")
    assert "denunciation: left out, though it is on record" in out
    assert "denunciation-sun: denunciation by the USSR, 27 April 1945; it is not on record" in " ".join(out.split())


def test_an_answer_that_leaves_out_an_act_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    line = "On a hypothesis: without denunciation of 5 April 1945 15:00 (Europe/Moscow)."
    for command in ("dates", "timeline", "deadlines"):
        for more in ((), ("--instants",) if command != "deadlines" else ("--windows", "1945", "1946")):
            _, out, _ = run(capsys, command, PACT, "--without", "denunciation", *more)
            assert out.splitlines()[0] == line
            assert "On a hypothesis" not in run(capsys, command, PACT, *more)[1]
    supposed = {"without": ["denunciation"], "with": []}
    for more in ((), ("--instants",)):
        timeline = run_json(capsys, "timeline", PACT, "--without", "denunciation", *more)
        assert timeline["hypothesis"] == supposed
        assert run_json(capsys, "timeline", PACT, *more)["hypothesis"] is None
    assert run_json(capsys, "dates", PACT, "--without", "denunciation")["hypothesis"] == supposed
    rows = run_json(capsys, "deadlines", PACT, "--without", "denunciation")
    assert [row["hypothesis"] for row in rows] == [supposed] * len(rows)
    _, out, _ = run(capsys, "deadlines", PACT, "--without", "denunciation", "--explain")
    assert out.count(line) == len(rows)
    for command in ("dates", "deadlines"):
        _, out, _ = run(capsys, command, PACT, "--without", "denunciation", "--format", "md")
        assert out.startswith("On a hypothesis: without denunciation")


def test_a_convention_is_tried_without_a_reading(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ("ask", PACT, "--at", "1946-04-25T12:00Z", "--choose")
    answer = run_json(capsys, *asked, NOT_COUNTED)
    assert (answer["truth"], answer["reading"], answer["choose"]) == ("yes", "text", {"first_day": "not counted"})
    assert answer["hypothesis"] is None
    assert {"reading": "text", "truth": "unknown"}.items() <= answer["contested_by"][0].items()
    _, out, _ = run(capsys, *asked, NOT_COUNTED, "--choose", "midnight=Asia/Tokyo", "--explain")
    assert out.startswith("Yes, in force by its terms with first_day = not counted and midnight = Asia/Tokyo.")
    assert "The question chooses first_day = not counted." in out
    assert run_json(capsys, *asked, "first_day=counted")["truth"] == "no"
    _, out, _ = run(capsys, "dates", PACT, "--choose", NOT_COUNTED)
    assert out.splitlines()[0] == "Chosen: first_day = not counted."
    assert "last day in force   1946-04-25\n" in out


def test_a_choice_goes_on_top_of_a_reading(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ("ask", PACT, "--at", "1946-04-25T12:00Z", "--reading", "japanese-government")
    assert run_json(capsys, *asked)["truth"] == "no"  # it counts the first day
    _, out, _ = run(capsys, *asked, "--choose", NOT_COUNTED, "--explain")
    assert out.startswith("Yes, in force by reading japanese-government with first_day = not counted.")
    assert "; asked with first_day = not counted." in " ".join(out.split())


def test_several_parties_and_words_with_blanks(capsys: pytest.CaptureFixture[str]) -> None:
    both = "kind='termination by consent' by=SUN,JPN on=1944-01-01 note='a note of words' certain=false"
    dates = run_json(capsys, "dates", PACT, "--with", both)
    assert dates["hypothesis"]["with"] == ["termination-by-consent-sun-jpn"]
    assert [each["days"] for each in dates["last_day_in_force"]] == [["1944-01-01"]]
    second = run_json(capsys, "dates", PACT, "--with", both, "--with", both.replace("1944", "1943"))
    assert second["hypothesis"]["with"][1] == "termination-by-consent-sun-jpn-2"


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--without", "denunciaton"), ["`denunciaton`", "did you mean `denunciation`?", "`ratification-jpn`"]),
        (("--with", "kind=denuciation by=SUN on=1945"), ["did you mean `denunciation`", "`withdrawal`"]),
        (("--with", "kind=denunciation by=SUM on=1945"), ["`SUM`", "did you mean `SUN`?"]),
        (("--with", "kind=denunciation by=SUN on=1945 foo=1"), ["foo is not a known key", "`effective`"]),
        (("--with", "kind=denunciation by=SUN"), ["on is missing"]),
        (("--with", "by=SUN on=1945"), ["kind is missing"]),
        (("--with", "denunciation"), ["is no key with its value", "kind=denunciation by=SUN"]),
        (("--with", ""), ["says of no act what it is"]),
        (("--with", "kind='denunciation by=SUN"), ["a quotation mark has no other that closes it"]),
        (("--with", "kind=denunciation kind=withdrawal by=SUN on=1945"), ["says kind twice"]),
        (("--with", f"{LATE} id=denunciation"), ["id is the id of another act"]),
        (("--choose", "first_dya=counted"), ["there is no such convention", "`first_day`", "`notice_first_day`"]),
        (("--choose", "first_day=maybe"), ["`first_day` cannot be `maybe`", "`counted`, `not counted`"]),
        (("--choose", "first_day"), ["`counted`, `not counted`"]),
        (("--choose", "midnight=Asia/Tokio"), ["did you mean `Asia/Tokyo`"]),
        (("--choose", "term_from=never"), ["`never`"]),
        (("--choose", "renewals=often"), ["`for ever`"]),
        (("--choose", NOT_COUNTED, "--choose", "first_day=counted"), ["`first_day`: is chosen twice"]),
    ],
)  # fmt: skip
def test_what_is_not_there_is_told_with_what_is(
    capsys: pytest.CaptureFixture[str], options: tuple[str, ...], told: list[str]
) -> None:
    for command in (("ask", PACT, "--at", "1945"), ("dates", PACT), ("timeline", PACT), ("deadlines", PACT)):
        status, out, err = run(capsys, *command, *options)
        assert (status, out) == (2, "")
        assert all(words in err for words in (*told, options[0], "hint: ")), err


def test_all_faults_are_told_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    several = ("--without", "x", "--with", "kind=y by=z on=1945", "--choose", "a=b", "--choose", "first_day=c")
    status, out, err = run(capsys, "dates", PACT, *several)
    assert (status, out, err.count("hint: ")) == (2, "", 5)
    assert err.startswith("the question has 5 faults:\n--without `x`: ")


def test_a_party_that_is_not_listed_may_be_mistyped(capsys: pytest.CaptureFixture[str]) -> None:
    # The list is in part: whoever is not on it may be a party, and is answered for.
    status, out, err = run(capsys, "timeline", "paris-agreement-2015", "--party", "Frnace")
    assert (status, bool(out)) == (0, True)
    assert err == (
        "note: `Frnace` is not listed by `paris-agreement-2015`, and the list is in part: did you mean `FRA`?\n"
    )
    for party in ("FRA", "TUV"):
        assert run(capsys, "timeline", "paris-agreement-2015", "--party", party)[2] == ""

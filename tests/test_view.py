"""One view of a treaty for every question: the same answers, the same arguments, the same refusals."""

from __future__ import annotations

from typing import Any

import pytest

import treatyclock as tc
from small_treaties import (
    HALF_A_YEAR,
    SIGNED,
    TWO_OF_THREE,
    act,
    clause,
    last_days,
    ratified,
    reading,
    text_of_three,
    three,
    two,
)
from treatyclock.civil.moments.moment import Moment
from treatyclock.derive.histories.life import Life, evaluate
from treatyclock.errors import (
    SeveralFaultsError,
    UnknownActError,
    UnknownChoiceError,
    UnknownPartyError,
    WrongTypeError,
)
from treatyclock.law.readings import TEXT, Reading
from treatyclock.law.record import Record
from treatyclock.law.subjects import Subject
from treatyclock.view import Lives

PACT = tc.load("soviet-japanese-neutrality-pact")


def test_a_view_is_named_by_what_it_is_of() -> None:
    assert repr(PACT.under()) == "<View of Neutrality Pact between the USSR and Japan: generally>"
    view = PACT.under(party="JPN", reading="atop-coding", known_as_of="1945-04-01")
    assert repr(view).endswith(": JPN, by reading atop-coding, as known on 1945-04-01>")


def test_what_cannot_be_asked() -> None:
    with pytest.raises(UnknownPartyError):
        PACT.last_timely_notice(party="USA")
    with pytest.raises(UnknownActError):
        PACT.effective_withdrawal("denunciaton")
    with pytest.raises(WrongTypeError):
        PACT.effective_withdrawal("signature-sun-jpn")
    with pytest.raises(WrongTypeError, match="two different parties"):
        PACT.in_force("1945", between=("SUN", "SUN"))
    with pytest.raises(WrongTypeError):
        PACT.in_force("1945", party="SUN", between=("SUN", "JPN"))


def test_what_if_takes_acts_and_ids() -> None:
    for wrong in (None, 5):
        with pytest.raises(WrongTypeError):
            PACT.what_if(add=wrong)  # type: ignore[arg-type]
        with pytest.raises(WrongTypeError):
            PACT.what_if(drop=wrong)  # type: ignore[arg-type]
        with pytest.raises(WrongTypeError):
            PACT.effective_withdrawal(wrong)  # type: ignore[arg-type]
    for no_act in ("", "denunciation", {1: "x"}, [{None: "x", "kind": "denunciation"}]):
        with pytest.raises(WrongTypeError):
            PACT.what_if(add=no_act)  # type: ignore[arg-type]
    with pytest.raises(WrongTypeError):
        PACT.what_if(drop=["denunciation", None])  # type: ignore[list-item]


# --- the short forms and the view ----------------------------------------------------------------

TERM = clause("term", lasts="P5Y", from_="signature")  # up to 15 or 14 January 1935
RENEWED = clause("renewal", block="P1Y", times=2) + clause("denunciation", when="at the end of the term", notice="P1Y")
NOTICE = act("denunciation", "AAA", "1933-01-01", id="n")
TREATY = two(SIGNED, TERM, RENEWED, NOTICE, reading("counted", choose={"first_day": "counted"}))

WHOSE: tuple[dict[str, Any], ...] = (
    {}, {"party": "AAA"}, {"between": ("BBB", "AAA")}, {"reading": "counted"}, {"known_as_of": "1932-12-31"},
    {"party": "BBB", "reading": "counted", "known_as_of": "1932-12-31"},
)  # fmt: skip

QUESTIONS: dict[str, tuple[Any, ...]] = {
    "in_force": ("1935-01-15T12:00Z",), "timeline": (), "dates": (), "last_timely_notice": (), "earliest_notice": (),
    "effective_withdrawal": ("n",), "windows": ("1930", "1940"), "renewals": ("1950",), "expiry": (), "sunset_end": (),
}  # fmt: skip
OF_NO_PAIR = {"last_timely_notice", "earliest_notice", "effective_withdrawal", "windows"}


@pytest.mark.parametrize("whose", WHOSE, ids=str)
@pytest.mark.parametrize("question", QUESTIONS)
def test_a_view_answers_as_the_short_form_does(question: str, whose: dict[str, Any]) -> None:
    if "between" in whose and question in OF_NO_PAIR:
        for asked, more in ((TREATY.under(**whose), {}), (TREATY, whose)):
            with pytest.raises(WrongTypeError, match="party='SUN'"):
                getattr(asked, question)(*QUESTIONS[question], **more)
    elif {"party", "between"} & set(whose) and question == "renewals":  # a term is the whole treaty's
        with pytest.raises(WrongTypeError, match="a term is the whole treaty's"):
            TREATY.under(**whose).renewals("1950")
        with pytest.raises(TypeError, match="unexpected keyword"):
            getattr(TREATY, question)("1950", **whose)
    else:
        short = getattr(TREATY, question)(*QUESTIONS[question], **whose)
        assert getattr(TREATY.under(**whose), question)(*QUESTIONS[question]) == short


def test_the_arguments_are_heeded() -> None:
    assert TREATY.expiry().values == (("1935-01-15",), ("1935-01-14",))
    assert TREATY.expiry(reading="counted").values == (("1935-01-14",),)
    assert TREATY.expiry(known_as_of="1932-12-31", reading="counted").values == (("1937-01-14",),)
    assert TREATY.expiry(known_as_of="1933-01-01", reading="counted").values == (("1935-01-14",),)
    assert last_days(TREATY.earliest_exit("BBB", notice_on="1930-02-01", reading="counted")) == (("1935-01-14",),)
    assert last_days(TREATY.earliest_exit("BBB", notice_on="1934-01-15", reading="counted")) == (
        (),
    )  # ended by another
    view = TREATY.under(party="BBB", reading="counted", known_as_of="1932-12-31")
    assert (view.subject, view.reading.id) == (Subject(("BBB",)), "counted")
    assert view.earliest_exit(notice_on="1934-01-14") == TREATY.earliest_exit(
        "BBB", notice_on="1934-01-14", reading="counted", known_as_of="1932-12-31"
    )


@pytest.mark.parametrize("question", [*QUESTIONS, "under", "life", "status", "difference", "earliest_exit"])
def test_a_misspelt_keyword_is_refused(question: str) -> None:
    more = {"status": ("1935",), "difference": (TREATY,)}
    for wrong in ({"partty": "AAA"}, {"as_of": "1932"}, {"zones": "UTC"}):
        with pytest.raises(TypeError, match=next(iter(wrong))):
            getattr(TREATY, question)(*QUESTIONS.get(question, more.get(question, ())), **wrong)


def test_a_view_compares_by_what_it_is_of() -> None:
    one, same, other = TREATY.under(party="AAA"), TREATY.under(party="AAA"), TREATY.under(party="BBB")
    assert one == same != other
    assert hash(one) == hash(same)
    assert two(SIGNED).under() == two(SIGNED).under()


def test_lives_are_worked_out_once_and_kept_up_to_a_bound() -> None:
    view = TREATY.under(reading="counted")
    assert view.life is TREATY.under(party="AAA", reading="counted").life
    assert view.life is TREATY.life(reading="counted")
    lives = Lives(TREATY.record)
    first, most = lives.of(TEXT, None), 256 + 16 * (1 + len(TREATY.record.readings))
    for n in range(most + 10):
        lives.of(Reading(id=f"r{n}", title="t", holder="h"), None)
        assert len(lives._kept) == min(n + 2, most)
    assert lives.of(TEXT, None) is not first


def evaluations(monkeypatch: pytest.MonkeyPatch) -> list[Reading]:
    """Note the reading of each life that is worked out."""
    found: list[Reading] = []

    def noting(record: Record, of: Reading, known_as_of: Moment | None = None) -> Life:
        found.append(of)
        return evaluate(record, of, known_as_of)

    monkeypatch.setattr("treatyclock.view.evaluate", noting)
    return found


def test_many_readings_do_not_evict_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    treaty = two(SIGNED, TERM, *(reading(f"r{n}", choose={"first_day": "counted"}) for n in range(200)))
    worked_out, times = evaluations(monkeypatch), (None, "1931-01-01", "1932-01-01", "1933-01-01")
    for _ in range(2):
        for known in times:
            treaty.in_force("1934-01-01", known_as_of=known)
            treaty.in_force("1934-01-02", reading="r199", known_as_of=known)
    assert len(worked_out) == 201 * len(times)


def test_readings_of_one_s_own_do_not_evict_those_that_are_declared(monkeypatch: pytest.MonkeyPatch) -> None:
    own = [Reading(id=f"own-{n}", title="t", holder="h") for n in range(201)]
    worked_out = evaluations(monkeypatch)
    treaty = tc.Treaty(TREATY.record)
    for _ in range(3):
        for each in own:
            treaty.in_force("1934-01-01", reading=each)
    assert len(worked_out) == len(own) + 1 + len(TREATY.record.readings)


def test_a_notice_to_try_is_in_no_record() -> None:
    tried = {"id": "tried", "kind": "denunciation", "by": "BBB", "on": "1931-01-01", "ref": "x"}
    assert last_days(TREATY.effective_withdrawal(tried)) == (("1935-01-15",), ("1935-01-14",))
    assert len(TREATY.record.acts) == 2
    with pytest.raises(UnknownActError):
        TREATY.effective_withdrawal("tried")


def test_among_many_the_question_says_whose_notice_it_takes() -> None:
    many = three(TWO_OF_THREE, HALF_A_YEAR)
    assert "(by an original party)" in many.earliest_notice().question
    assert "(by an original party)" not in many.earliest_notice(party="AAA").question
    assert "(by an original party)" not in TREATY.earliest_notice().question


def test_whose_withdrawal_it_is_goes_by_the_reading() -> None:
    for_all = {"when": "at any time", "notice": "P6M", "first_day": "counted", "ends_for": "all", "ref": "x"}
    text = text_of_three(
        TWO_OF_THREE,
        ratified(CCC="1936-01-01"),
        HALF_A_YEAR,
        act("withdrawal", "AAA", "1945-01-01", id="n"),
        act("withdrawal", "BBB CCC", "1946-01-01", id="joint"),
        reading("all", denunciation=for_all),
    )
    treaty = tc.loads(text)
    with pytest.raises(WrongTypeError, match="party"):
        treaty.effective_withdrawal("n", party="BBB")
    assert (
        str(treaty.effective_withdrawal("n", party="BBB", reading="all")) == "1945-07-01 (last day in force 1945-06-30)"
    )
    with pytest.raises(WrongTypeError, match="BBB, CCC"):
        treaty.effective_withdrawal("joint")
    assert str(treaty.effective_withdrawal("joint", party="CCC")) == "1946-07-01 (last day in force 1946-06-30)"


def test_conventions_are_chosen_on_top_of_a_reading() -> None:
    assert last_days(TREATY.expiry(choose={"first_day": "counted"})) == last_days(TREATY.expiry(reading="counted"))
    other = {"first_day": "not counted"}
    chosen = TREATY.expiry(reading="counted", choose=other)
    assert last_days(chosen) == last_days(TREATY.expiry(choose=other)) != last_days(TREATY.expiry(reading="counted"))
    assert (chosen.reading.id, chosen.reading.asked) == ("counted", (("first_day", "not counted"),))
    assert TREATY.under(choose={}) == TREATY.under()
    with pytest.raises(UnknownChoiceError):
        TREATY.dates(choose={"first_day": "perhaps"})
    with pytest.raises(SeveralFaultsError) as caught:
        TREATY.dates(choose={"first_day": "perhaps", "first_dya": "counted"})
    assert len(caught.value.errors) == 2
    with pytest.raises(WrongTypeError):
        TREATY.dates(choose="first_day")  # type: ignore[arg-type]

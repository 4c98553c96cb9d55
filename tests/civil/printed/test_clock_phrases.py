"""A time of day beside a date: documents' own words, every form against datetime's arithmetic, and what is refused."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from treatyclock.civil.printed.clock_phrases import read_clock_phrase
from treatyclock.civil.when import when
from treatyclock.errors import CivilTimeError
from treatyclock.instants import iso

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
CLOCKS = {"Moscow time": 3, "G.M.T.": 0, "Central European time": 1, "Tokyo time": 9, "+08:30": 8.5, "Asia/Tokyo": 9}


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        # the instruments and telegrams of the dossier on clocks, sections 3 and 6
        ("2301 hours Central European time on 8 May 1945", "1945-05-08T22:01:00Z"),
        ("0800 hrs British Double Summer Time 5 May 1945", "1945-05-05T06:00:00Z"),
        ("11 p.m. Moscow time, 8 August 1945", "1945-08-08T20:00:00Z"),
        ("11 P.M., Trans-Baikal time, on August 8, 1945", "1945-08-08T14:00:00Z"),
        ("8 August 1945, 5 p.m. Moscow time", "1945-08-08T14:00:00Z"),
        ("0904 I, 2 September 1945", "1945-09-02T00:04:00Z"),
        ("2 September 1945, 0904I", "1945-09-02T00:04:00Z"),
        ("2400 hours G.M.T., on January 27, 1973", "1973-01-28T00:00:00Z"),
        ("8.00 a.m. Pekin mean time, 27 July 1954", "1954-07-27T00:00:00Z"),
        ("noon, Panama time, 31 December 1999", "1999-12-31T17:00:00Z"),
        ("12 noon on 31 December 1999 (Panama time)", "1999-12-31T17:00:00Z"),
        ("11:00 French time, 11 November 1918", "1918-11-11T11:00:00Z"),
        # other dates, other clocks
        ("1945-05-08 23:01 C.E.T.", "1945-05-08T22:01:00Z"),
        ("9 August 1945 00:10 (Manchukuo)", "1945-08-08T15:10:00Z"),
        ("9 August 1945 00:10:30+09:00", "1945-08-08T15:10:30Z"),
        ("\u662d\u548c\u5341\u516d\u5e74\u56db\u6708\u5341\u4e09\u65e5 15:00 Tokyo time", "1941-04-13T06:00:00Z"),
        ("14 (1) February 1918 at 23:00 +02:00", "1918-02-14T21:00:00Z"),
        # a year of the French Republic, and no military letter
        ("11 p.m. UTC, 8 Flor\u00e9al an X", "1802-04-28T23:00:00Z"),
        ("8 Flor\u00e9al an X, 11 o\u2019clock p.m. GMT", "1802-04-28T23:00:00Z"),
        ("\uff11\uff11 p.m. Moscow time, 8 August 1945", "1945-08-08T20:00:00Z"),
        ("12.30 a.m. GMT, 8 May 1945", "1945-05-08T00:30:00Z"),
        ("12.30 p.m. GMT, 8 May 1945", "1945-05-08T12:30:00Z"),
        ("0.10 a.m. Tokyo time, 9 August 1945", "1945-08-08T15:10:00Z"),
    ],
)
def test_what_documents_print(text: str, instant: str) -> None:
    assert [iso(part.start) for part in when(text).moment.support] == [instant]


@pytest.mark.parametrize(
    ("text", "how", "instant"),
    [
        ("2301 hours, 8 May 1945", {"label": "Central European time"}, "1945-05-08T22:01:00Z"),
        ("the 7th day of May, 1945 at 0241", {"zone": ["Europe/Paris"]}, "1945-05-07T00:41:00Z"),
        ("at 0241 on the 7th day of May, 1945", {"zone": ["Europe/Paris"]}, "1945-05-07T00:41:00Z"),
        ("11 p.m. on 31 January 1918", {"calendar": "russia", "zone": ["+02:00"]}, "1918-02-13T21:00:00Z"),
        ("1918-01-31T23:00", {"calendar": "russia", "zone": ["+02:00"]}, "1918-02-13T21:00:00Z"),
        ("24:00, 31 December 1945", {"zone": ["Asia/Tokyo"]}, "1945-12-31T15:00:00Z"),
        ("17 o'clock, 8 May 1945", {"zone": ["UTC"]}, "1945-05-08T17:00:00Z"),
    ],
)
def test_on_a_clock_or_a_calendar_that_is_asked_for(text: str, how: dict[str, object], instant: str) -> None:
    assert [iso(part.start) for part in when(text, **how).moment.support] == [instant]  # type: ignore[arg-type]


def test_what_was_read_is_told() -> None:
    found = when("11 p.m., 31 January 1918", calendar="russia", zone=["+02:00"])
    assert found.symbol == "31 January 1918 O.S., 23:00 = 1918-02-13T23:00 +02:00"
    assert any("decree" in note for note in found.notes)
    twice = when("2:30 a.m., 18 November 1945", zone=["Europe/Berlin"])
    assert len(twice.moment.support) == 2
    assert len(when("9:30 a.m. EST, 28 April 1952").moment.support) == 2


@st.composite
def prints(draw: st.DrawFn) -> tuple[str, datetime]:
    """A date and an hour of 1945 as a document may print them, and the instant."""
    at = draw(st.datetimes(datetime(1945, 1, 1), datetime(1945, 12, 31, 23, 59))).replace(second=0, microsecond=0)
    half = "am" if at.hour < 12 else "pm"
    hour = draw(
        st.sampled_from(
            [
                f"{at:%H:%M}",
                f"{at.hour}:{at:%M}",
                f"{at:%H%M} hours",
                f"{at:%H%M} hrs.",
                f"{at:%H.%M} h",
                f"{(at.hour - 1) % 12 + 1}:{at:%M} {half}",
                f"{(at.hour - 1) % 12 + 1}.{at:%M} {half[0].upper()}.M.",
            ]
        )
    )
    month = MONTHS[at.month - 1]
    day = draw(
        st.sampled_from(
            [
                f"{at.day} {month} 1945",
                f"{month} {at.day}, 1945",
                f"{at.day} {month[:3]}. 1945",
                f"{at:%Y-%m-%d}",
                f"the {at.day} day of {month}, 1945",
                f"Showa 20-{at:%m-%d}",
            ]
        )
    )
    clock = draw(st.sampled_from(sorted(CLOCKS)))
    forms = [
        "{h} {c}, {d}", "{h} {c} on {d}", "{h} {c} {d}", "{h} ({c}), {d}", "{d}, {h} {c}", "{d} at {h}, {c}",
        "{h} on {d}, {c}", "at {h} on {d} ({c})", "{d} {h} {c}",
    ]  # fmt: skip
    text = draw(st.sampled_from(forms)).format(h=hour, c=clock, d=day)
    return text, at - timedelta(hours=CLOCKS[clock])


@given(prints())
def test_every_form_is_that_instant(printed: tuple[str, datetime]) -> None:
    text, instant = printed
    assert [iso(part.start) for part in when(text).moment.support] == [instant.isoformat() + "Z"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("midnight on 8 May 1945", "write 00:00 or 24:00"),
        ("12 p.m., 8 May 1945", "said of noon and of midnight"),
        ("12 a.m., 8 May 1945", "said of noon and of midnight"),
        ("13 p.m., 8 May 1945", "is not an hour of half a day"),
        ("0 p.m., 8 May 1945", "is not an hour of half a day"),
        ("8 May 1945 at 5 o'clock", "may be before noon or after it"),
        ("25:00 GMT, 8 May 1945", "hours run to 23"),
        ("2360 hours GMT, 8 May 1945", "minutes and seconds to 59"),
        ("23:59:60 GMT, 8 May 1945", "leap seconds are not counted"),
        ("11 p.m. Mosow time, 8 August 1945", "did you mean `Moscow time`"),
        ("8 August 1945, 11 p.m. Mosow time", "did you mean `Moscow time`"),
        ("11 p.m. J, 8 August 1945", "the local time of whoever wrote it"),
        ("2301 hours BDST, 9 August 1945", "names no clock on `1945-08-09`"),
        ("11 p.m., 8 August 1945", "is a wall time without a zone"),
        ("11 p.m. GMT, August 1945", "no single day"),
        ("11 p.m.", "no date"),
        ("11 p.m. GMT, 8 August", "names no year"),
        ("between 10 and 11 p.m. on 8 May 1945", "`between 10 and` stands before the time"),
        ("about 11 p.m. on 8 May 1945", "`about` stands before the time"),
        ("10 a.m. or 11 p.m., 8 May 1945", "2 times of day"),
        ("1 January 1941 BE", "not a date of Siam"),
    ],
)
def test_what_is_refused(text: str, told: str) -> None:
    with pytest.raises(CivilTimeError) as caught:
        when(text)
    assert told in str(caught.value)


def test_a_clock_in_the_text_and_another_asked_for() -> None:
    for how in ({"label": "E.D.T."}, {"zone": ["America/New_York"]}, {"place": "Tokyo"}):
        with pytest.raises(CivilTimeError, match="it names its clock, `EST`, and another clock is asked for"):
            when("9:30 a.m. EST, 28 April 1952", **how)


WORDS = (
    "8 9 May August 1945 0904 2301 23:00 11 12 p.m. a.m. noon hours o'clock at on of , . ( ) I J X an Moscow time"
    " GMT Europe/Moscow +09:00 Showa 16 T Z : \u5341"
)


@given(st.one_of(st.lists(st.sampled_from(WORDS.split()), max_size=9).map(" ".join), st.text(max_size=40)))
@example("23:00 8/9 May 1945")
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        found = when(text, fold="both")
    except CivilTimeError as error:
        assert "hint: " in str(error)
    else:
        assert found.moment.support


@pytest.mark.parametrize("text", ["8 August 1945", "1945-08-09", "1945 B.E.", "1918 February 1", "13 April, 1941 B.E."])
def test_a_date_has_no_hour(text: str) -> None:
    assert read_clock_phrase(text) is None

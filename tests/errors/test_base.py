"""What messages are made with: values that are safe to print, the nearest known word, and errors that travel."""

from __future__ import annotations

import pickle

import pytest

from treatyclock import errors
from treatyclock.errors import MissingExtraError, TreatyclockError, WrongTypeError, expect, legible, nearest, shown


@pytest.mark.parametrize(
    ("known", "hint"),
    [
        ([], "there are none to choose from"),
        (["alpha"], "the only choice is `alpha`"),
        (["beta", "alpha"], "the choices are `alpha`, `beta`"),
        (list("abcdefghij"), "the choices are `a`, `b`, `c`, `d`, `e`, `f`, `g`, `h` and 2 more"),
        (["Omegas", "alpha"], "did you mean `Omegas`?"),
    ],
)  # fmt: skip
def test_a_word_that_is_not_known(known: list[str], hint: str) -> None:
    assert nearest("omega", known) == hint


def test_a_part_of_a_name_and_another_name_are_known() -> None:
    pacts = ["paris-agreement-2015", "neutrality-1941", "neutrality-1925", "a-3", "a-4", "a-5"]
    assert nearest("paris", pacts) == "did you mean `paris-agreement-2015`?"
    assert nearest("neutrality", pacts) == "did you mean `neutrality-1941` or `neutrality-1925`?"
    assert nearest("xa-", [f"{n}xa-long" for n in range(5)]).startswith("5 have that in their name: `0xa-long`, ")
    assert nearest("Deposit", ["ratification"], {"deposit": ("ratification", "accession")}) == (
        "did you mean `ratification` or `accession`?"
    )


def test_of_many_words_only_those_that_begin_alike_are_compared() -> None:
    many = [f"zone-{n}" for n in range(5_000)]
    assert nearest("alpha-1", [*many, "alpha-2"]) == "did you mean `alpha-2`?"
    assert nearest(10**5000, many).startswith("the choices are")


def test_values_are_shown_in_one_harmless_line() -> None:
    assert shown("a\nb\x1b[31m\u202e") == "`a b\\x1b[31m\\u202e`"
    assert shown("x" * 500) == f"`{'x' * 77}...`"
    assert legible(10**5000) == "a number too large"


def test_a_value_of_another_type() -> None:
    expect("a", str, "a name", "text")
    expect(None, (str, type(None)), "a name", "text")
    for wrong in (5, True, None):
        with pytest.raises(WrongTypeError, match=rf"a name cannot be `{wrong}` \(type {type(wrong).__name__}\)"):
            expect(wrong, str, "a name", "text")
    # True is an int to Python, and a mistake where a number is taken.
    with pytest.raises(WrongTypeError):
        expect(True, int, "a number", "a number")


def test_a_message_is_a_sentence_and_a_hint() -> None:
    error = MissingExtraError("calendar('hebrew')", "convertdate", "calendars")
    assert str(error) == (
        "calendar('hebrew') needs the package `convertdate`, which is not installed.\n"
        "  hint: pip install 'treatyclock[calendars]'"
    )
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), str(again), again.extra) == (MissingExtraError, str(error), "calendars")


def all_errors(kind: type[TreatyclockError] = TreatyclockError) -> set[type[TreatyclockError]]:
    return {kind}.union(*(all_errors(each) for each in kind.__subclasses__() if each.__module__ == errors.__name__))


def test_every_error_is_public_and_imported_from_one_place() -> None:
    assert {each.__name__ for each in all_errors()} == {name for name in errors.__all__ if name.endswith("Error")}
    for each in all_errors():
        assert getattr(errors, each.__name__) is each
        assert each.__doc__

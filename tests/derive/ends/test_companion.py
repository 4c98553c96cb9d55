"""A treaty that falls with another."""

from __future__ import annotations

from beside_treaties import ended, treaty, truths

FALLS = {"treaty": "new", "in_force": "no longer than it is", "ref": "art. 3"}
OWN = treaty("own", "1999-01-01", "1999-02-01", companion=FALLS)


def test_it_ends_with_the_other() -> None:
    over = treaty("new", "1998-01-01", "1998-02-01", acts=(ended("2005-06-01"),))
    assert truths(OWN.beside(over), "2005-05-31", "2005-06-01") == ["yes", "no"]
    assert truths(OWN.beside(treaty("new", "1998-01-01", "1998-02-01")), "2020") == ["yes"]


def test_alone_it_is_open_from_the_entry_on() -> None:
    assert truths(OWN, "1999-01-31", "2020") == ["no", "unknown"]


def test_the_other_may_be_called_by_its_title() -> None:
    own = treaty("own", "1999-01-01", "1999-02-01", companion={**FALLS, "treaty": "the NEW one"})
    over = treaty("new", "1998-01-01", "1998-02-01", acts=(ended("2005-06-01"),))
    assert truths(own.beside(over), "2005-05-31", "2005-06-01") == ["yes", "no"]

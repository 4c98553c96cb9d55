"""Which treaties depend on each other, and which cannot stand beside each other."""

from __future__ import annotations

import pytest

from beside_treaties import LATER, NEW, OLD, WAITS, treaty
from treatyclock.errors import BesideError, UnwritableTreatyError
from treatyclock.law.beside import depends_on, names


def test_the_earlier_depends_on_the_later_and_not_the_other_way() -> None:
    assert depends_on(OLD.record, NEW.record)
    assert not depends_on(NEW.record, OLD.record)
    assert names(NEW.record, OLD.record)
    assert not names(OLD.record, NEW.record)


def test_a_circle_is_an_error_that_says_so() -> None:
    with pytest.raises(BesideError, match="in a circle: "):
        OLD.beside(treaty("new", entry_into_force={**WAITS, "when": {"in_force": "old"}}, other_treaty=LATER))


def test_what_is_named_by_nobody_is_an_error() -> None:
    with pytest.raises(BesideError, match="names none"):
        OLD.beside(treaty("stranger"))


def test_one_id_is_one_treaty() -> None:
    with pytest.raises(BesideError, match="two treaties have the id `new`"):
        OLD.beside(NEW, treaty("new", other_treaty=LATER))
    assert OLD.beside(NEW, NEW) == OLD.beside(NEW) == OLD.beside(NEW.beside(OLD))


def test_no_file_says_what_stands_beside() -> None:
    with pytest.raises(UnwritableTreatyError):
        OLD.beside(NEW).to_dict()

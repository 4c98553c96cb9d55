"""Values are found in the modules that declare them, in an order that no machine changes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from treatyclock.declarations import by_name, declared, declared_classes
from treatyclock.law.conventions.convention import Convention
from treatyclock.law.doctrines.doctrine import Doctrine

MODULES = {
    "__init__": "ABOVE = 'of the package'",
    "base": "class Base: pass",
    "b": "from made_up.base import Base\nfrom made_up.a import ONE\nTWO = 'two'\nNUMBER = 5\nclass Lower(Base): pass\n",
    "a": "from made_up.base import Base\nONE = 'one'\nSAME = ONE\n_PRIVATE = 'private'\nclass Other: pass\n",
}


@pytest.fixture
def made_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    folder = tmp_path / "made_up"
    folder.mkdir()
    for name, text in MODULES.items():
        (folder / f"{name}.py").write_text(text, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    yield "made_up"
    for name in [name for name in sys.modules if name.partition(".")[0] == "made_up"]:
        del sys.modules[name]


def test_public_values_of_the_type_once_each_module_by_module(made_up: str) -> None:
    # Every module has a name and a file, which are texts of private names.
    assert declared(made_up, str) == ("one", "two")
    assert declared(made_up, int) == (5,)
    assert declared(made_up, bytes) == ()


def test_classes_below_a_base_where_they_are_defined(made_up: str) -> None:
    assert [each.__name__ for each in declared_classes(made_up, import_module("made_up.base").Base)] == ["Lower"]


def test_a_private_name_is_the_modules_own_business() -> None:
    assert all(isinstance(each, Doctrine) for each in declared("treatyclock.law.doctrines", Doctrine))
    keys = [each.key for each in declared("treatyclock.law.conventions", Convention)]
    assert len(keys) == len(set(keys))
    assert keys.index("month_end") < keys.index("entry_hour") < keys.index("first_day") < keys.index("renewals")


def test_a_package_that_is_not_there() -> None:
    with pytest.raises(ModuleNotFoundError):
        declared("treatyclock.no_such_package", str)


def test_values_by_their_names_in_their_order_and_no_two_of_one_name() -> None:
    assert list(by_name(["bb", "a"], len).items()) == [(2, "bb"), (1, "a")]
    with pytest.raises(ValueError, match="two declarations are called 1"):
        by_name(["a", "b"], len)

"""Values found in the modules that declare them, so that no list elsewhere has to name them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import TypeVar

T = TypeVar("T")
N = TypeVar("N", bound=Hashable)


def declared(package: str, of: type[T]) -> tuple[T, ...]:
    """Return the values of a type that a package's modules declare, module by module in alphabetical order.

    Args:
        package: The full name of the package.
        of: The type.

    Example:
        >>> from treatyclock.law.conventions.convention import Convention
        >>> "month_end" in [each.key for each in declared("treatyclock.law.conventions", Convention)]
        True
    """
    found: dict[int, T] = {}
    for module in _modules(package):
        for name, value in vars(module).items():
            # A private name is the module's own business; a value that two modules name is one value.
            if isinstance(value, of) and not name.startswith("_"):
                found.setdefault(id(value), value)
    return tuple(found.values())


def declared_classes(package: str, base: type[T]) -> tuple[type[T], ...]:
    """Return the classes below a base class that a package's modules define, in the same order.

    Example:
        >>> from treatyclock.law.clauses.base import Clause
        >>> "joining" in [each.TABLE for each in declared_classes("treatyclock.law.clauses", Clause)]
        True
    """
    return tuple(
        value
        for module in _modules(package)
        for value in vars(module).values()
        if isinstance(value, type)
        and issubclass(value, base)
        and value.__module__ == module.__name__ != base.__module__
    )


def by_name(values: Iterable[T], name: Callable[[T], N]) -> Mapping[N, T]:
    """Return values by their names, in their order.

    Raises:
        ValueError: If two of them have one name, since the second would silently take the place of the first.
    """
    found: dict[N, T] = {}
    for value in values:
        if name(value) in found:
            raise ValueError(f"two declarations are called {name(value)!r}")
        found[name(value)] = value
    return found


def _modules(package: str) -> Iterator[ModuleType]:
    for each in sorted(iter_modules(import_module(package).__path__), key=lambda module: module.name):
        yield import_module(f"{package}.{each.name}")

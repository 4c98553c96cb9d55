"""What Hypothesis calls when it is imported: from then on a test need name no strategy, but only a type.

``st.from_type(tc.Treaty)`` then draws treaties, in a test that imports nothing but the type. Hypothesis must know of a
type before it is asked for one, and no type of ours is loaded for that: to import Hypothesis stays quick for whoever
has treatyclock installed and writes other tests. So each type is made known when its module is loaded, or at once where
that was loaded before.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

DRAWN_TYPES: Mapping[str, tuple[str, ...]] = {
    "treatyclock.answers.answer": ("Answer",),
    "treatyclock.answers.dates": ("Dates",),
    "treatyclock.civil.clocks.labels": ("Label",),
    "treatyclock.civil.clocks.zones": ("Zone",),
    "treatyclock.civil.moments.moment": ("Moment",),
    "treatyclock.civil.periods": ("Period",),
    "treatyclock.intervals": ("Interval", "IntervalSet", "Timeline"),
    "treatyclock.law.acts.act": ("Act",),
    "treatyclock.law.parties": ("Party",),
    "treatyclock.law.readings": ("Reading",),
    "treatyclock.law.record": ("Record",),
    "treatyclock.testimony.case": ("Case",),
    "treatyclock.treaty": ("Treaty",),
    "treatyclock.view": ("View",),
}
"""The types that Hypothesis can draw, by the module in which each stands."""


def register() -> None:
    """Make our types known to Hypothesis, each as soon as its module is loaded.

    Example:
        >>> from hypothesis import find
        >>> from hypothesis import strategies as st
        >>> from treatyclock.civil.periods import Period
        >>> register()
        >>> find(st.from_type(Period), lambda period: period.days > 1)
        Period(years=0, months=0, days=2)
    """
    waiting = []
    for module in DRAWN_TYPES:
        if module in sys.modules:
            # It may still be loading in another thread: to import it waits for that.
            _make_known(import_module(module))
        else:
            waiting.append(module)
    if waiting and not any(isinstance(finder, TypesFinder) for finder in sys.meta_path):
        sys.meta_path.insert(0, TypesFinder())


class TypesFinder(MetaPathFinder):
    """Finds a module that has drawn types as the finders behind it do, and makes its types known once it is loaded."""

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Return how to load a module; None for the modules of others, which the next finder then finds."""
        if name not in DRAWN_TYPES:
            return None
        for finder in sys.meta_path:
            if finder is not self and (spec := finder.find_spec(name, path, target)) is not None:
                if spec.loader is not None:
                    spec.loader = _TypesLoader(spec.loader)
                return spec
        return None


class _TypesLoader(Loader):
    """Loads a module as another loader does, and makes its types known."""

    def __init__(self, loader: Loader) -> None:
        """Take the loader that loads the module."""
        self._loader = loader

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        """Return what the other loader makes for the module."""
        return self._loader.create_module(spec)

    def __getattr__(self, name: str) -> Any:
        """Return what else the other loader can do."""
        return getattr(self._loader, name)

    def exec_module(self, module: ModuleType) -> None:
        """Run the module."""
        # Whoever looks at the module later, for its source or its files, finds the loader that it would have anyway.
        module.__loader__ = self._loader
        if module.__spec__ is not None:
            module.__spec__.loader = self._loader
        self._loader.exec_module(module)
        _make_known(module)


def _make_known(module: ModuleType) -> None:
    from hypothesis.strategies import register_type_strategy

    for name in DRAWN_TYPES[module.__name__]:
        register_type_strategy(getattr(module, name), _strategy)


def _strategy(type: Any) -> SearchStrategy[Any]:
    from treatyclock.testing.strategies.types import drawn_by

    return drawn_by(type)

"""The house: no circle between files, and one meaning a name."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import treatyclock

ROOT = Path(treatyclock.__file__).parent


@cache
def trees() -> Mapping[str, ast.Module]:
    """Return the syntax of every file of the package, by the name of its module."""
    found = {}
    for path in sorted(ROOT.rglob("*.py")):
        parts = path.relative_to(ROOT.parent).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = ast.parse(path.read_text(encoding="utf-8"))
    return found


def imports(module: str) -> Iterator[str]:
    """Yield the modules of the package that a module names in any import, wherever in the file that stands."""
    for node in ast.walk(trees()[module]):
        if isinstance(node, ast.Import):
            names = [each.name for each in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0 and node.module is not None, f"{module} has a relative import"
            # `from package import name` imports the module `package.name` where there is one.
            names = [f"{node.module}.{each.name}" for each in node.names]
            names = [name if name in trees() else node.module for name in names]
        else:
            continue
        yield from (name for name in names if name in trees() and name != module)


def circles(graph: Mapping[str, set[str]]) -> list[list[str]]:
    """Return the strongly connected components with more than one member (Tarjan 1972), each as a circle."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found: list[list[str]] = []

    def visit(module: str) -> None:
        index[module] = low[module] = len(index)
        stack.append(module)
        for other in sorted(graph[module]):
            if other not in index:
                visit(other)
                low[module] = min(low[module], low[other])
            elif other in stack:
                low[module] = min(low[module], index[other])
        if low[module] == index[module]:
            at = stack.index(module)
            if len(stack) - at > 1:
                found.append(_shortest(graph, module, set(stack[at:])))
            del stack[at:]

    for module in graph:
        if module not in index:
            visit(module)
    return found


def _shortest(graph: Mapping[str, set[str]], start: str, inside: set[str]) -> list[str]:
    """Return a shortest way from a module back to itself, by breadth-first search."""
    ways = [[start]]
    for way in ways:
        for other in sorted(graph[way[-1]] & inside):
            if other == start:
                return [*way, start]
            if not any(other in known for known in ways):
                ways.append([*way, other])
    raise AssertionError("a component has a circle through each of its members")


def test_no_circle_of_imports() -> None:
    graph = {module: set(imports(module)) for module in trees()}
    bad = circles(graph)
    assert not bad, "\n".join(" imports ".join(circle) for circle in bad)


def test_a_circle_is_found_and_named() -> None:
    assert circles({"a": {"b"}, "b": {"c", "d"}, "c": {"b"}, "d": set()}) == [["b", "c", "b"]]
    assert circles({"a": {"b"}, "b": set()}) == []


ORACLES = "treatyclock.testing.oracle"
"""They share nothing with the library, so that they call the same things by the law's same names once more."""


def test_one_meaning_a_name() -> None:
    homes: dict[str, list[str]] = {}
    for module, tree in trees().items():
        if module.startswith(ORACLES):
            continue
        for node in ast.walk(tree):
            if name := _type_name(node):
                homes.setdefault(name, []).append(module)
    twice = {name: places for name, places in homes.items() if len(places) > 1}
    assert not twice, "\n".join(f"{name}: {', '.join(places)}" for name, places in twice.items())


def test_a_private_module_is_imported_from_its_own_folder_only() -> None:
    private = {module for module in trees() if module.rpartition(".")[2].startswith("_") and "__" not in module}
    assert private
    for module in trees():
        used = [each for each in imports(module) if each in private and not module.startswith(each.rpartition(".")[0])]
        assert not used, f"{module} imports {', '.join(used)}"


def _type_name(node: ast.AST) -> str | None:
    """Return the name that a statement gives to a class or to a public type alias."""
    if isinstance(node, ast.ClassDef):
        return node.name
    if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        alias = node.target.id if isinstance(node.annotation, ast.Name) and node.annotation.id == "TypeAlias" else ""
    elif isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
        # An alias without `TypeAlias`: a name in capitals and small letters for a subscript or a union of types.
        name = node.targets[0].id
        alias = (
            name
            if isinstance(node.value, ast.Subscript | ast.BinOp) and not name.isupper() and name[0].isupper()
            else ""
        )
    else:
        return None
    return alias if alias and alias[0].isupper() else None


def test_what_is_worked_out_is_frozen() -> None:
    found = {
        f"{module}.{node.name}": decorator
        for module, tree in trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and module.split(".")[1] in ("law", "derive", "civil", "testimony")
        for decorator in node.decorator_list
        if "dataclass" in ast.unparse(decorator)
    }
    assert len(found) > 200
    assert [name for name, decorator in found.items() if "frozen=True" not in ast.unparse(decorator)] == []

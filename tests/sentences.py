"""Every sentence that the package can print, in one place, as a new user would read them.

Run it by itself, with the groups to print or with none for all of them::

    python tests/sentences.py
    python tests/sentences.py rules faults

The sentences are found in the syntax tree of the package, so a sentence that a new module adds is listed without a line
here. A hole of a sentence is shown as the expression that fills it, in braces. Sentences of clauses and conditions are
put together from pieces, so examples of them from the shipped treaties are listed beside the pieces.
"""

from __future__ import annotations

import ast
import sys
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "src" / "treatyclock"

GROUPS = {
    "rules": "Rules of derivation",
    "acts": "Sentences of kinds of act, and what a file must say of an act",
    "clauses": "Sentences of clauses, conditions and delays, by their pieces",
    "keys": "What the keys of a treaty file mean",
    "conventions": "Conventions: the question, its answers and the law",
    "doctrines": "Doctrines",
    "findings": "Findings of `check`",
    "faults": "Faults of files: the problem, then the hint",
    "errors": "Errors: the sentence, then the hint",
    "civil": "Notes and remarks on times, clocks and calendars",
    "testimony": "Sources that disagree: claims, conflicts, repairs, reports",
    "command": "The command: what its help says, and what it prints",
    "labels": "Labels and connecting words of answers and explanations",
    "tables": "Notes in the packaged tables",
    "examples": "Examples of clauses and conditions, from the shipped treaties",
}

Takes = dict[str, tuple[str, dict[str, str]]]

# For each function or class that takes texts: the group of them, and what each argument is. Other arguments are looked
# through for texts of their own. Functions with a parameter called `problem` or `hint` are found by themselves.
_TAKES: Takes = {
    "Rule": ("rules", {"1": "sentence", "2": "law"}),
    "ActKind": ("acts", {"sentence": "sentence", "answered": "label"}),
    "Need": ("acts", {"hint": "hint"}),
    "Convention": ("conventions", {"question": "question", "alternatives": "answer", "law": "law"}),
    "Doctrine": ("doctrines", {"name": "label", "law": "law"}),
    "FindingKind": ("findings", {"1": "meaning"}),
    "Remark": ("findings", {"2": "problem", "3": "hint"}),
    "written": ("keys", {"1": "meaning"}),
    "Flaw": ("faults", {"2": "problem", "3": "hint"}),
    "unknown": ("faults", {"3": "problem"}),
    "names": ("faults", {"2": "problem"}),
    "add_argument": ("command", {"help": "help"}),
    "command": ("command", {"3": "help"}),
}
_ROLES = {"hint": "hint", "problem": "problem", "sentence": "sentence"}
"""What a text is by the name of the parameter or variable that holds it."""
_BY_FUNCTION = {"words": "clauses", "problems": "faults", "presupposes_term": "faults"}
_BY_NAME = {"DOC": "keys"}
_BY_FOLDER = {
    "cli": "command",
    "civil": "civil",
    "testimony": "testimony",
    "show/testimony": "testimony",
    "formats": "faults",
    "errors": "errors",
    "lint": "findings",
    "law/acts": "acts",
    "law/clauses": "clauses",
    "law/conventions": "conventions",
    "law/doctrines": "doctrines",
    "law/form.py": "keys",
    "derive": "rules",
}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text that may be printed.

    Attributes:
        group: One of :data:`GROUPS`.
        place: The file, and the line in it.
        text: The text, with its holes in braces.
        role: What the text is: a sentence, a problem, a hint, a law; empty where that is not told by its place.
    """

    group: str
    place: str
    text: str
    role: str = ""


def sentences() -> list[Sentence]:
    """Return every sentence, in the order of the groups, then of the files."""
    trees = {file: ast.parse(file.read_text(encoding="utf-8")) for file in sorted(PACKAGE.rglob("*.py"))}
    takes = {**_takers(trees.values()), **_TAKES}
    found = [each for file, tree in trees.items() for each in _of_file(file, tree, takes)]
    found += [each for file in sorted(PACKAGE.rglob("*.toml")) for each in _of_table(file)]
    found += _examples()
    order = list(GROUPS)
    return sorted(found, key=lambda each: order.index(each.group))


def _takers(trees: Iterable[ast.Module]) -> Takes:
    """Return the functions and the errors that take a problem or a hint, by name."""
    found: Takes = {}
    for tree in trees:
        owners = {id(each): node for node in ast.walk(tree) if isinstance(node, ast.ClassDef) for each in node.body}
        for node in ast.walk(tree):
            if not isinstance(node, ast.FunctionDef):
                continue
            owner = owners.get(id(node))
            names = [each.arg for each in node.args.args]
            if names[:1] in (["self"], ["cls"]):
                names = names[1:]
            roles = {key: _ROLES[name] for n, name in enumerate(names) if name in _ROLES for key in (str(n), name)}
            if roles:
                name = owner.name if owner is not None and node.name == "__init__" else node.name
                found[name] = ("", roles)
    return found


def _of_file(file: Path, tree: ast.Module, takes: Takes) -> Iterator[Sentence]:
    relative = file.relative_to(PACKAGE).as_posix()
    folder = next(
        (group for start, group in sorted(_BY_FOLDER.items(), reverse=True) if relative.startswith(start)), "labels"
    )
    yield from _Walk(relative, folder, takes).of(tree, _Context())


@dataclass(frozen=True, slots=True)
class _Context:
    """What stands around a node: the group and the role of the texts in it, and what the error around it is made of."""

    group: str = ""
    role: str = ""
    error: str = ""


class _Walk:
    """Goes through a file and yields its texts; docstrings, annotations and keys of tables are no texts."""

    def __init__(self, relative: str, folder: str, takes: Takes) -> None:
        self.relative = relative
        self.folder = folder
        self.takes = takes

    def of(self, node: ast.AST, around: _Context) -> Iterator[Sentence]:
        """Yield the texts of a node."""
        text = _text(node)
        if text is not None:
            if _is_prose(text) or (around.role and any(letter.isalpha() for letter in text)):
                place = f"{self.relative}:{getattr(node, 'lineno', 0)}"
                yield Sentence(around.group or self.folder, place, text, around.role)
            for hole in _holes(node):
                # What fills a hole is a piece of the sentence, and not a sentence of that role.
                yield from self.of(hole, replace(around, role=""))
        elif isinstance(node, ast.Call):
            yield from self._call(node, around)
        elif isinstance(node, ast.Yield | ast.Return) and _is_problem(node.value, around):
            assert isinstance(node.value, ast.Tuple)
            for role, part in zip(("", "problem", "hint"), node.value.elts, strict=True):
                yield from self.of(part, replace(around, role=role))
        else:
            for child in _children(node):
                yield from self.of(child, _inside(node, around))

    def _call(self, node: ast.Call, around: _Context) -> Iterator[Sentence]:
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if isinstance(node.func, ast.Attribute):
            yield from self.of(node.func.value, around)
        group, roles = self.takes.get(name, ("", {}))
        if name == "__init__" and around.error:
            group, roles = "errors", self.takes.get(around.error, ("", {"0": "sentence", "1": "hint"}))[1]
        for number, value in enumerate(node.args):
            yield from self.of(value, _argument(around, group, roles.get(str(number), "")))
        for keyword in node.keywords:
            yield from self.of(keyword.value, _argument(around, group, roles.get(keyword.arg or "", "")))


def _argument(around: _Context, group: str, role: str) -> _Context:
    return replace(around, group=group if group and role else around.group, role=role)


def _is_problem(value: ast.AST | None, around: _Context) -> bool:
    """Tell whether a clause says what does not hang together in it: a key, a problem and a hint."""
    return around.group == "faults" and isinstance(value, ast.Tuple) and len(value.elts) == 3


def _inside(node: ast.AST, around: _Context) -> _Context:
    if isinstance(node, ast.ClassDef):
        return _Context(error=next((base for base in map(ast.unparse, node.bases) if base.endswith("Error")), ""))
    if isinstance(node, ast.FunctionDef):
        return _Context(group=_BY_FUNCTION.get(node.name, ""), error=around.error)
    if isinstance(node, ast.Assign | ast.AnnAssign):
        target = ast.unparse(node.targets[0] if isinstance(node, ast.Assign) else node.target)
        return replace(around, group=_BY_NAME.get(target, around.group), role=_ROLES.get(target, ""))
    if isinstance(node, ast.Compare):
        return replace(around, role="")
    return around


def _children(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what a node holds, without docstrings and annotations."""
    skipped: list[ast.AST] = []
    body = getattr(node, "body", None)
    if isinstance(body, list):
        skipped += [each for each in body if isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant)]
    if isinstance(node, ast.FunctionDef):
        skipped += [node.args, *([node.returns] if node.returns else [])]
    if isinstance(node, ast.AnnAssign):
        skipped += [node.annotation]
    if isinstance(node, ast.Subscript):
        skipped += [node.slice]
    for child in ast.iter_child_nodes(node):
        if child not in skipped:
            yield child


def _text(node: ast.AST) -> str | None:
    """Return the text of a literal or of literals joined by plus; None for anything else."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if isinstance(node, ast.JoinedStr):
        return "".join(
            str(each.value) if isinstance(each, ast.Constant) else "{" + _named(each) + "}" for each in node.values
        )
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        left, right = _text(node.left), _text(node.right)
        if left is not None or right is not None:
            return (left if left is not None else "{" + ast.unparse(node.left) + "}") + (
                right if right is not None else "{" + ast.unparse(node.right) + "}"
            )
    return None


def _named(hole: ast.AST) -> str:
    return ast.unparse(hole.value) if isinstance(hole, ast.FormattedValue) else "..."


def _holes(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.JoinedStr):
        yield from (each.value for each in node.values if isinstance(each, ast.FormattedValue))
    elif isinstance(node, ast.BinOp):
        for side in (node.left, node.right):
            if _text(side) is None:
                yield side
            else:
                yield from _holes(side)


def _is_prose(text: str) -> bool:
    """Tell whether a text has two words or more; patterns and formats have not."""
    if any(mark in text for mark in ("(?", "\\d", "[0-9]", "%Y", "[a-z")):
        return False
    return len([word for word in text.split() if any(letter.isalpha() for letter in word)]) > 1


def _of_table(file: Path) -> Iterator[Sentence]:
    relative = file.relative_to(PACKAGE).as_posix()
    if relative.startswith("corpus"):
        return
    with file.open("rb") as opened:
        yield from (Sentence("tables", relative, text) for text in _texts_in(tomllib.load(opened)))


def _texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str) and len(value.split()) > 3:
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from _texts_in(each)
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts_in(each)


def _examples() -> list[Sentence]:
    """Return what each kind of clause says in the shipped treaties, each sentence once."""
    from treatyclock.corpus import record_of, shipped

    found: dict[tuple[str, str], Sentence] = {}
    for record in map(record_of, shipped()):
        for clause in record.clauses:
            kind = type(clause).__name__
            found.setdefault((kind, clause.says()), Sentence("examples", kind, clause.says()))
    return sorted(found.values(), key=lambda each: each.place)


def main(wanted: list[str]) -> int:
    """Print the sentences of some groups, or of all."""
    unknown = [group for group in wanted if group not in GROUPS]
    if unknown:
        print(f"no group {', '.join(unknown)}; the groups are {', '.join(GROUPS)}", file=sys.stderr)
        return 2
    listed = sentences()
    for group in wanted or GROUPS:
        mine = [each for each in listed if each.group == group]
        print(f"{GROUPS[group]} ({len(mine)})\n")
        place = ""
        for each in mine:
            file = each.place.split(":")[0]
            if file != place:
                print(f"  {file}")
                place = file
            print(f"    {f'{each.role}: ' if each.role else ''}{each.text.strip()}")
        print()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""All strategies stand in one place."""

from __future__ import annotations

import ast
from pathlib import Path

from treatyclock.testing import strategies


def test_every_public_strategy_is_found_in_one_place() -> None:
    assert strategies.__all__ == sorted(strategies.__all__)
    folder = Path(strategies.__file__).parent
    for name in (
        "around",
        "case_files",
        "intervals",
        "moments",
        "partial_dates",
        "parties",
        "periods",
        "readings",
        "zones",
    ):
        tree = ast.parse((folder / f"{name}.py").read_text(encoding="utf-8"))
        drawn = {
            node.name
            for node in tree.body
            if isinstance(node, ast.FunctionDef) and node.returns and "SearchStrategy" in ast.unparse(node.returns)
        }
        assert {each for each in drawn if not each.startswith("_")} <= set(strategies.__all__), name
